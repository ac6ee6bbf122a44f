import fc from "fast-check";
import { rij, serie } from "../../src/meldcode/testtaal";
import { Werkboekfout } from "../../src/workbook/werkboek";
import { antwoordHalf, antwoordHtml, antwoordKwijt, lijnWeg, type Storingsbron } from "./gemeente";
import { Taakvenster } from "./taakvenster";

const januari = rij();
const maart = rij({ startdatum: serie("4-3-2026"), einddatum: serie("30-3-2026") });

/** What can befall the pane between a press on Verzenden and the receipt on the sheet. */
const LOT = fc.constantFrom("lijn-weg", "antwoord-kwijt", "antwoord-half", "html", "500", "heropen", "wek", "druk", "online", "niet-te-noteren", "noteren-hangt", "druk-dubbel");
const STORINGEN: Record<string, (door: () => Promise<Response>) => Promise<Response>> = {
  "lijn-weg": lijnWeg,
  "antwoord-kwijt": antwoordKwijt,
  "antwoord-half": antwoordHalf,
  html: antwoordHtml(200),
  "500": antwoordHtml(500),
};

describe("whatever is lost on the way", () => {
  test("any order of lost answers, reopened panes and presses leaves one state and one receipt on the sheet", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(LOT, { maxLength: 8 }), async (lot) => {
        let venster = await Taakvenster.met([januari, maart]);
        for (const wat of lot) {
          const storing = STORINGEN[wat];
          if (storing) venster.gemeente.storing = eenmaal(storing);
          else if (wat === "heropen") venster = await venster.heropen();
          else if (wat === "wek") await venster.verzet(301);
          else if (wat === "online") await venster.sessie.probeerOpnieuw();
          else if (wat === "noteren-hangt") venster.werkboek.faalt.noteerNaSchrijven = new Werkboekfout("antwoordt-niet", "Excel antwoordt niet.");
          else if (wat === "niet-te-noteren") venster.werkboek.faalt.noteer = new Werkboekfout("cel-in-bewerking", "U bewerkt een cel.");
          else await Promise.all(Array.from({ length: wat === "druk-dubbel" ? 2 : 1 }, () => venster.sessie.verzend()));
        }
        venster.gemeente.storing = null;
        delete venster.werkboek.faalt.noteer;
        delete venster.werkboek.faalt.noteerNaSchrijven;
        await venster.sessie.verzend();
        venster = await venster.heropen();
        await venster.verzet(301);
        expect(await venster.gemeente.staten()).toHaveLength(1);
        expect(venster.kenmerken).toHaveLength(1);
        expect(venster.lijst.oordeel).toEqual({ soort: "alles-verzonden" });
        expect([...venster.opslag.inhoud.keys()].some((sleutel) => sleutel.includes("onderweg"))).toBe(false);
        await venster.sessie.stop();
        await venster.gemeente.sluit();
      }),
      { numRuns: 25 },
    );
  });

  test("with edits in between, every version arrives once and in order, and each receipt stands on the sheet once", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom("lijn-weg", "antwoord-kwijt", "500", "rij-erbij", "wek", "druk"), { maxLength: 10 }), async (lot) => {
        const venster = await Taakvenster.met([januari]);
        for (const wat of lot) {
          const storing = STORINGEN[wat];
          if (storing) venster.gemeente.storing = eenmaal(storing);
          else if (wat === "rij-erbij") await venster.werkboek.zetRijen([...venster.werkboek.rijen, maart]);
          else if (wat === "wek") await venster.verzet(301);
          else await drukEnBeaam(venster);
        }
        venster.gemeente.storing = null;
        await drukEnBeaam(venster);
        const staten = await venster.gemeente.staten();
        expect(staten.map((s) => s.versie)).toEqual(staten.map((_, i) => i + 1));
        expect(new Set(staten.map((s) => s.registratie)).size).toBe(1);
        expect(venster.kenmerken).toHaveLength(staten.length);
        expect(new Set(venster.kenmerken).size).toBe(staten.length);
        expect(JSON.parse(staten.at(-1)?.inhoud ?? "{}").maanden.at(-2).gestart).toBe(venster.werkboek.rijen.length - 1);
        await venster.sessie.stop();
        await venster.gemeente.sluit();
      }),
      { numRuns: 25 },
    );
  });
});

describe("what stays in the workbook", () => {
  test("references, teams and what else stands in cells never reach a request, the storage or a message", async () => {
    const KANARIES = ["KANARIE-KENMERK-91", "KANARIE-TEAM-92", "KANARIE-WAARDE-93"];
    const venster = await Taakvenster.met([rij({ kenmerk: "KANARIE-KENMERK-91", team: "KANARIE-TEAM-92" }), rij({ sisa: "KANARIE-WAARDE-93" })]);
    await venster.sessie.verzend();
    venster.werkboek.typ(1, { sisa: "Ja" });
    for (const storing of [lijnWeg, antwoordHtml(500), antwoordHtml(413), antwoordKwijt]) {
      venster.gemeente.storing = eenmaal(storing);
      await venster.sessie.verzend();
    }
    await venster.sessie.verzend();
    // The findings and the cells themselves are for the user's own screen.
    const beeld = { ...venster.lijst, groepen: null, inhoud: null };
    const sporen = JSON.stringify([venster.gemeente.verzoeken, [...venster.opslag.inhoud], venster.werkboek.verzonden, beeld, await venster.gemeente.staten()]);
    for (const kanarie of KANARIES) expect(sporen).not.toContain(kanarie);
    expect(venster.gemeente.verzoeken.some((v) => v.methode === "PUT")).toBe(true);
  });
});

function eenmaal(doe: (door: () => Promise<Response>) => Promise<Response>): Storingsbron {
  let over = 1;
  return (verzoek, door) => (verzoek.methode === "PUT" && over-- > 0 ? doe(door) : null);
}

async function drukEnBeaam(venster: Taakvenster): Promise<void> {
  await venster.sessie.verzend();
  const { verzending } = venster;
  if (verzending.soort === "vraag" && verzending.vraag.soort === "correctie") await venster.sessie.verzend({ gezien: verzending.vraag.inhoud });
}
