/** @jest-environment jsdom */
import fc from "fast-check";
import { type Cel, BASISVELDEN, type Veld } from "../../src/meldcode/veld";
import { gebied } from "../../src/standin/model/adres";
import { GEBRUIKER } from "../../src/standin/model/werkmap";
import type { Lijstinhoud } from "../../src/workbook/werkboek";
import { EIGEN_KOPPEN, EIGEN_KOPRIJ, Eigenopstelling, eigenrij, koppelingVan } from "./eigenlijst";
import { alsLijst, er, januari, Opstelling } from "./werkboek";

/** What the pane knows: what it read when it opened, with every change that it was told. */
function watHetVensterWeet(begin: Lijstinhoud, o: Opstelling) {
  const kopie = (lijst: Lijstinhoud) => Object.fromEntries(BASISVELDEN.map((veld) => [veld, lijst.inhoud[veld] && [...lijst.inhoud[veld]]])) as Record<Veld, Cel[] | null>;
  let [lijst, inhoud] = [begin, kopie(begin)];
  for (const wijziging of o.wijzigingen) {
    if (wijziging.soort === "alles") [lijst, inhoud] = [alsLijst(wijziging.lezing), kopie(alsLijst(wijziging.lezing))];
    else if (wijziging.soort === "rijen") for (const [r, cellen] of wijziging.rijen) for (const veld of BASISVELDEN) if (inhoud[veld]) inhoud[veld][r] = cellen[veld];
  }
  return { inhoud, plaatsen: plaatsenVan(lijst), gekoppeld: lijst.gekoppeld };
}

function plaatsenVan({ inhoud, plaats }: Lijstinhoud) {
  return inhoud.startdatum?.map((_, r) => BASISVELDEN.map((veld) => plaats(r, veld)));
}

const EVENTEN = ["gewoon", "kwijt", "dubbel", "zonder details", "als van een ander"] as const;
const handeling = fc.record({
  doe: fc.constantFrom("typ", "plak", "sorteer", "ongedaan", "rij erboven", "rij weg", "kolom erbij", "kolom weg", "wacht", "collega"),
  blad: fc.constantFrom("jan", "feb"),
  rij: fc.nat(4),
  kop: fc.constantFrom(...EIGEN_KOPPEN),
  tekst: fc.constantFrom("Ja", "onzin", "5-1-2026", "", "valincident"),
});

it("after any edits on any sheet of an own list, with events lost, doubled or bare, the pane knows exactly what is in it", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(handeling, fc.constantFrom(...EVENTEN)), { minLength: 1, maxLength: 10 }), async (handelingen) => {
      const o = new Eigenopstelling();
      for (const naam of ["jan", "feb"]) o.maakEigenLijst(["A", "B", "C"].map((nr) => eigenrij({ Nr: `${naam} ${nr}` })), { naam });
      const tabel = o.gebruiker.maakTabel(er(o.werkmap.bladMetNaam("jan")), gebied(EIGEN_KOPRIJ - 1, 0, 4, EIGEN_KOPPEN.length), true, "Januari");
      await o.werkboek.bewaarKoppeling(koppelingVan(["jan", "feb"]));
      const begin = await o.open();
      const vast = o.werkmap.ongedaanStappen;
      for (const [{ doe, blad: naam, rij, kop, tekst }, eventen] of handelingen) {
        o.host.storing.gebeurtenissen = eventen;
        const blad = er(o.werkmap.bladMetNaam(naam));
        if (doe === "typ") o.typEigen(naam, rij, kop, tekst);
        if (doe === "collega") o.typEigen(naam, rij, kop, tekst, o.coauteur);
        if (doe === "plak") o.gebruiker.plak(blad, EIGEN_KOPRIJ + rij, 2, "6-1-2026\tNee\n7-1-2026\tJa");
        if (doe === "sorteer") o.gebruiker.sorteer(tabel, 0, false);
        if (doe === "ongedaan" && o.werkmap.ongedaanStappen > vast) o.werkmap.ongedaan();
        if (doe === "rij erboven") o.gebruiker.voegRijenIn(blad, 0);
        if (doe === "rij weg") o.gebruiker.verwijderRijen(blad, EIGEN_KOPRIJ + 3);
        if (doe === "kolom erbij") o.gebruiker.voegKolommenIn(blad, 1);
        if (doe === "kolom weg") o.gebruiker.verwijderKolommen(blad, 9);
        if (doe === "wacht") await o.stil();
      }
      // What was lost comes with the next edit.
      o.host.storing.gebeurtenissen = "gewoon";
      o.gebruiker.typ(er(o.werkmap.bladMetNaam("feb")), 0, 0, "klaar");
      await o.stil();
      const nu = await o.werkboek.lees();
      // A header may have been typed over; then that is what the pane was told.
      if (nu.soort !== "lijst") return expect(o.wijzigingen.at(-1)).toMatchObject({ soort: "alles", lezing: { soort: nu.soort } });
      expect(o.wijzigingen.every((w) => w.soort !== "alles" || w.lezing.soort === "lijst") ? watHetVensterWeet(begin, o) : null).toEqual({ inhoud: nu.lijst.inhoud, plaatsen: plaatsenVan(nu.lijst), gekoppeld: nu.lijst.gekoppeld });
      expect(o.host.verzoeken.some((verzoek) => verzoek.schrijft)).toBe(false);
      o.host.sluit();
    }),
    { numRuns: 15 },
  );
});

describe("a long own list", () => {
  it("is followed row by row, in one sync of a few bytes", async () => {
    const o = new Eigenopstelling();
    o.maakEigenLijst(Array.from({ length: 3_000 }, (_, i) => eigenrij({ Nr: `A${i}` })), { naam: "jan" });
    o.maakEigenLijst(Array.from({ length: 3_000 }, (_, i) => eigenrij({ Nr: `B${i}` })), { naam: "feb" });
    await o.werkboek.bewaarKoppeling(koppelingVan(["jan", "feb"]));
    await o.open();
    const beantwoord = jest.spyOn(o.host, "beantwoord");
    o.typEigen("feb", 1_234, "SISA", "Nee");
    const wijziging = await o.volgende();
    expect(wijziging.soort === "rijen" && [...wijziging.rijen]).toEqual([[4_234, expect.objectContaining({ kenmerk: "B1234", sisa: "Nee" })]]);
    expect(o.host.verzoeken).toHaveLength(1);
    expect(JSON.stringify(await beantwoord.mock.results[0]?.value).length).toBeLessThan(5_000);
    // A row that was emptied is a row no more.
    for (const kop of EIGEN_KOPPEN) o.typEigen("jan", 7, kop, "");
    const korter = await o.volgende();
    expect(korter.soort === "alles" && alsLijst(korter.lezing).inhoud.kenmerk?.[7]).toBe("A8");
  });

  it("is read again whole when rows moved unheard", async () => {
    const o = new Eigenopstelling();
    o.maakEigenLijst(Array.from({ length: 6_000 }, (_, i) => eigenrij({ Nr: `A${i}` })));
    await o.werkboek.bewaarKoppeling(koppelingVan(["Blad1"]));
    await o.open();
    o.host.storing.gebeurtenissen = "kwijt";
    o.gebruiker.voegRijenIn(o.eersteBlad, EIGEN_KOPRIJ + 1);
    await o.stil();
    o.host.storing.gebeurtenissen = "gewoon";
    o.typEigen("Blad1", 100, "SISA", "Nee");
    const wijziging = await o.volgende();
    expect(wijziging.soort === "alles" && alsLijst(wijziging.lezing).inhoud.sisa?.indexOf("Nee")).toBe(99);
  });

  it("of 100,000 rows is read in blocks below the 5 MB of Excel on the web", async () => {
    const o = new Eigenopstelling();
    const blad = o.maakEigenLijst([eigenrij({ Nr: "begin" })]);
    await o.werkboek.bewaarKoppeling(koppelingVan(["Blad1"]));
    // Typing this many would take the model a minute.
    const waarden = ["", "KANARIE", januari(5), "Ja", "collega", "Wijkteam", januari(20), "meldcode"];
    const cellen = Array.from({ length: 99_999 }, (_, i) => waarden.map((waarde, k) => [EIGEN_KOPRIJ + 1 + i, k, { waarde: k === 0 ? `dossier-${i + 1}` : waarde }] as const)).flat();
    o.werkmap.doe(GEBRUIKER, () => o.werkmap.zetCellen(blad, cellen));
    const opnieuw = new Opstelling({ werkmap: o.werkmap });
    const groottes: number[] = [];
    const beantwoord = opnieuw.host.beantwoord.bind(opnieuw.host);
    jest.spyOn(opnieuw.host, "beantwoord").mockImplementation(async (body, vlaggen) => {
      const antwoord = await beantwoord(body, vlaggen);
      groottes.push(antwoord.soort === "antwoord" ? antwoord.body.length : Infinity);
      return antwoord;
    });
    const { inhoud } = alsLijst(await opnieuw.werkboek.lees());
    expect([inhoud.kenmerk?.length, inhoud.kenmerk?.at(-1), inhoud.stap5?.every((cel) => cel === "Hulp")]).toEqual([100_000, "dossier-99999", true]);
    expect(Math.max(...groottes)).toBeLessThan(5 * 1024 * 1024);
    expect(groottes.length).toBeLessThanOrEqual(7);
  }, 90_000);
});
