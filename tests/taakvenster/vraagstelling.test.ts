import fc from "fast-check";
import { huidigBeleid } from "../../src/endpoint/register/beleid";
import { INDICATOREN } from "../../src/meldcode/indicator";
import { Lijst } from "../../src/meldcode/lijst";
import { registratieSchema, periodeSchema, type Registratie } from "../../src/meldcode/registratie";
import { aggregateRegistratie } from "../../src/meldcode/tellen";
import { INZENDING_ID, kolommen, OPTIES, rij, serie } from "../../src/meldcode/testtaal";
import type { Beleid } from "../../src/meldcode/uitwisseling/beleid";
import { Werkboekfout } from "../../src/workbook/werkboek";
import { Bestuursvenster } from "./bestuur";
import { antwoordKwijt, eersteKeren, lijnWeg } from "./gemeente";
import { Taakvenster } from "./taakvenster";

/** What the municipality asks changes while the pane is open: over the real service, without a new release. */

const vanaf = periodeSchema.parse("2026-01");
const LEEFTIJD: Partial<Beleid> = { extraIndicatoren: [{ indicator: "leeftijdsgroep", vanaf }] };
const januari = rij();
const UUR = 3_700;

const vensters: { sessie: { stop(): Promise<void> }; gemeente: { sluit(): Promise<void> } }[] = [];
async function met(rijen = [januari, januari, januari]): Promise<Taakvenster> {
  const venster = await Taakvenster.met(rijen);
  vensters.push(venster);
  return venster;
}
afterEach(async () => {
  for (const { sessie, gemeente } of vensters.splice(0)) {
    await sessie.stop();
    await gemeente.sluit();
  }
});

/** The newest state that the municipality holds. */
async function ontvangen({ gemeente }: Pick<Taakvenster, "gemeente">): Promise<Registratie> {
  const laatste = (await gemeente.staten()).at(-1);
  if (!laatste) throw new Error("Nothing was received.");
  return registratieSchema.parse(JSON.parse(laatste.inhoud));
}

/** Presses Verzenden, and agrees to the correction that it asks about. */
async function verzend(venster: Taakvenster): Promise<readonly string[]> {
  await venster.sessie.verzend();
  const { verzending } = venster;
  if (verzending.soort !== "vraag" || verzending.vraag.soort !== "correctie") return [];
  const { vraag } = verzending;
  await venster.sessie.verzend({ gezien: vraag.inhoud });
  return vraag.verschillen.flatMap(({ zinnen }) => zinnen);
}

describe("the pane follows a changed policy", () => {
  test("says calmly what is asked besides when it comes back into view after an hour; adds the column, sends, and the groups arrive", async () => {
    const venster = await met();
    await verzend(venster);
    await venster.gemeente.zetBeleid(LEEFTIJD);
    venster.klok.verzet(UUR);
    expect(venster.lijst.nieuweKolommen).toEqual([]);
    await venster.sessie.kijkWeer();
    expect(venster.lijst.nieuweKolommen).toEqual([{ indicator: "leeftijdsgroep", vanaf }]);
    expect(venster.lijst.groepen).toEqual([]);

    await venster.sessie.voegKolommenToe();
    expect(venster.lijst.nieuweKolommen).toEqual([]);
    expect(venster.lijst.melding?.tekst).toBe("1 kolom toegevoegd, rechts in de tabel. Met Ctrl+Z maakt u het ongedaan.");
    expect(venster.lijst.groepen.map(({ code, ernst }) => [code, ernst])).toEqual([["leeftijdsgroep-ontbreekt", "waarschuwing"]]);
    venster.werkboek.typ(0, { leeftijdsgroep: "4 t/m 11 jaar" });
    venster.werkboek.typ(1, { leeftijdsgroep: 15 });
    await verzend(venster);
    expect((await ontvangen(venster)).uitsplitsingen[0]).toMatchObject({ aantal: 3, leeftijdsgroep: { j4tot11: 1, j12tot17: 1, onbekend: 1 } });
    expect(venster.lijst.oordeel).toEqual({ soort: "alles-verzonden" });
  });

  test("sends without the column too: it counts as onbekend and nothing is asked", async () => {
    const venster = await met();
    await verzend(venster);
    await venster.gemeente.zetBeleid(LEEFTIJD);
    await venster.verzet(120);
    expect(await verzend(venster)).toEqual([]);
    expect(venster.verzending.soort).toBe("ontvangen");
    expect((await ontvangen(venster)).uitsplitsingen[0]?.leeftijdsgroep).toMatchObject({ onbekend: 3, j0tot3: 0 });
  });

  test("counts again by itself when the municipality refuses what was counted by yesterday's groups", async () => {
    const venster = await met();
    await venster.gemeente.zetBeleid(LEEFTIJD);
    await verzend(venster);
    expect(venster.verzending.soort).toBe("ontvangen");
    expect(venster.gemeente.verzoeken.filter(({ methode }) => methode === "PUT")).toHaveLength(2);
    expect((await ontvangen(venster)).uitsplitsingen[0]?.leeftijdsgroep?.onbekend).toBe(3);
  });

  test("a column of the user's own that bears the name is used; nothing is to be added", async () => {
    const venster = await met([rij({ leeftijdsgroep: "65+" }), rij({ leeftijdsgroep: "onzin" }), januari]);
    venster.werkboek.kolommen.push("leeftijdsgroep");
    expect(venster.lijst.groepen).toEqual([]);
    await venster.gemeente.zetBeleid(LEEFTIJD);
    await venster.sessie.controleer();
    await venster.verzet(10);
    await venster.sessie.controleer();
    expect(venster.lijst.nieuweKolommen).toEqual([]);
    expect(venster.lijst.groepen.map(({ code }) => code)).toEqual(["leeftijdsgroep-ongeldig", "leeftijdsgroep-ontbreekt", "waarde-anders-geschreven"]);
  });

  test("SISA goes: its findings go with it, and what is sent has no such group; it comes back when it is asked again", async () => {
    const venster = await met([rij({ sisa: "misschien" }), januari, januari]);
    expect(venster.lijst.oordeel.soort).toBe("fouten");
    await venster.gemeente.zetBeleid({ sisaLabel: null });
    venster.klok.verzet(UUR);
    await venster.sessie.kijkWeer();
    expect(venster.lijst.groepen).toEqual([]);
    await verzend(venster);
    expect(await ontvangen(venster)).toMatchObject({ uitsplitsingen: [expect.not.objectContaining({ sisa: expect.anything() })] });
    await venster.gemeente.zetBeleid({ sisaLabel: "VIR-melding" });
    venster.klok.verzet(UUR);
    await venster.sessie.kijkWeer();
    expect(venster.lijst.oordeel.soort).toBe("fouten");
  });

  test("a closed month keeps what was received of SISA when that goes; a month that is open loses it", async () => {
    const maart = rij({ startdatum: serie("3-3-2026"), einddatum: serie("9-3-2026") });
    const venster = await met([januari, januari, januari, maart, maart, maart]);
    await verzend(venster);
    await venster.gemeente.sluitMaand("2026-01");
    await venster.gemeente.zetBeleid({ sisaLabel: null });
    venster.klok.verzet(UUR);
    await venster.sessie.kijkWeer();
    await verzend(venster);
    expect(venster.verzending.soort).toBe("ontvangen");
    expect((await ontvangen(venster)).uitsplitsingen.map(({ tot, sisa }) => [tot, sisa?.ja])).toEqual([["2026-01", 3], ["2026-03", undefined]]);
  });

  test.each([
    ["lower", 1],
    ["higher", 5],
  ])("asks nothing about closed months when the minimum becomes %s and nothing changed in them", async (_, minimum) => {
    const op = (dag: number, maand: number) => rij({ startdatum: serie(`${dag}-${maand}-2026`), einddatum: serie(`20-${maand}-2026`) });
    const venster = await met([op(2, 1), op(2, 2), op(3, 2), op(2, 3), op(3, 3), op(4, 3)]);
    await verzend(venster);
    const eerder = (await ontvangen(venster)).uitsplitsingen;
    for (const maand of ["2026-01", "2026-02", "2026-03"]) await venster.gemeente.sluitMaand(maand);
    await venster.gemeente.zetBeleid({ minimum });
    venster.klok.verzet(UUR);
    await venster.sessie.kijkWeer();
    await venster.sessie.verzend();
    expect(venster.verzending.soort).toBe("ontvangen");
    expect(await ontvangen(venster)).toMatchObject({ minimum, uitsplitsingen: minimum === 1 ? eerder : [] });
  });

  test("calls SISA in a correction as the municipality does", async () => {
    const venster = await met();
    await venster.gemeente.zetBeleid({ sisaLabel: "VIR-melding" });
    await verzend(venster);
    venster.werkboek.typ(0, { sisa: "Nee" });
    await venster.verzet(70);
    expect(await verzend(venster)).toEqual([expect.stringContaining("VIR-melding bij 1 zaak van ja naar nee")]);
  });

  test("a changed deadline, a closed month and other help show without reload", async () => {
    const venster = await met([januari, rij({ startdatum: serie("3-3-2026"), einddatum: serie("9-3-2026") })]);
    await venster.gemeente.zetBeleid({ deadlineDag: 10, helpteksten: [{ kop: "Bellen", tekst: "Bel 010." }] });
    await venster.gemeente.sluitMaand("2026-01");
    venster.klok.verzet(UUR);
    await venster.sessie.kijkWeer();
    expect(venster.lijst.beleid).toMatchObject({ deadlineDag: 10, helpteksten: [{ kop: "Bellen" }] });
    expect(venster.lijst.maanden.find(({ periode }) => periode === "2026-01")?.gesloten).toBe(true);
  });

  test("within the hour nothing is asked, and without a connection the last known policy helps out", async () => {
    const venster = await met();
    const eerder = venster.gemeente.verzoeken.length;
    await venster.sessie.kijkWeer();
    expect(venster.gemeente.verzoeken).toHaveLength(eerder);
    await venster.gemeente.zetBeleid({ ...LEEFTIJD, sisaLabel: "VIR-melding" });
    venster.klok.verzet(UUR);
    await venster.sessie.kijkWeer();
    venster.gemeente.storing = eersteKeren("GET", 100, lijnWeg);
    const later = await venster.heropen();
    vensters.push({ sessie: later.sessie, gemeente: { sluit: async () => undefined } });
    expect(later.lijst.beleid?.sisaLabel).toBe("VIR-melding");
    expect(later.werkboek.vraagstelling.sisaLabel).toBe("VIR-melding");
    expect(later.lijst.nieuweKolommen).toHaveLength(1);
  });

  test("a list that misses the SISA column gets it where SISA begins to be asked", async () => {
    const venster = await met();
    venster.werkboek.inPlaatsVanLijst = { soort: "kolom-ontbreekt", blad: "Meldcode", tabel: "Meldcode", ontbreekt: ["sisa"] };
    await venster.sessie.leesOpnieuw();
    venster.werkboek.kolommen = venster.werkboek.kolommen.filter((veld) => veld !== "sisa");
    venster.werkboek.inPlaatsVanLijst = null;
    await venster.sessie.voegKolommenToe();
    expect(venster.werkboek.kolommen).toContain("sisa");
    expect(venster.lijst.zaken).toBe(3);
  });

  test("adding that fails is told, and the list stands as it was", async () => {
    const venster = await met();
    await venster.gemeente.zetBeleid(LEEFTIJD);
    venster.klok.verzet(UUR);
    await venster.sessie.kijkWeer();
    venster.werkboek.faalt.voegKolommenToe = new Werkboekfout("antwoordt-niet", "Excel geeft geen antwoord.");
    await venster.sessie.voegKolommenToe();
    expect(venster.lijst.melding).toMatchObject({ soort: "werkboekfout", tekst: "Excel geeft geen antwoord." });
    expect(venster.lijst.nieuweKolommen).toHaveLength(1);
  });
});

describe("an own list", () => {
  const cellen = (...rijen: (string | number)[][]) => new Map([["Start", "SISA", "Consultatie", "Stap 5", "Eind", "Leeftijd jongste", "Wat"], ...rijen].map((rij, i) => [i + 1, [undefined, ...rij]] as const));
  const zaak = (leeftijd: string | number) => [serie("12-1-2026"), "Ja", "Extern", "Hulp", serie("26-1-2026"), leeftijd, "vrij"];

  async function gekoppeld(): Promise<Taakvenster> {
    const venster = await Taakvenster.nieuw([]);
    vensters.push(venster);
    venster.werkboek.bron = { bladen: [{ blad: "Zaken", zichtbaar: true, rijen: cellen(zaak(3), zaak("peuter"), zaak(16)) }], datumstelsel: 1900, datumsZijnTekst: false };
    venster.werkboek.inPlaatsVanLijst = { soort: "geen-lijst" };
    await venster.sessie.open();
    await venster.sessie.activeer(venster.activeringscode);
    await koppel(venster, () => undefined);
    return venster;
  }

  async function koppel(venster: Taakvenster, kies: (stroom: NonNullable<ReturnType<typeof stroomVan>>) => void): Promise<void> {
    await venster.sessie.koppel();
    const stroom = stroomVan(venster);
    if (!stroom) throw new Error("There is no mapping under way.");
    kies(stroom);
    for (let i = 0; i < 5; i++) {
      const beeld = stroom.getSnapshot();
      if (beeld.stap !== "voorstel") throw new Error(JSON.stringify(beeld));
      for (const vraag of beeld.vragen) if (vraag.antwoord === undefined && vraag.soort === "waarden") stroom.beantwoord(`waarden ${vraag.veld} ${vraag.kolom}`, Object.fromEntries(vraag.woorden.map(({ woord }) => [woord, "j0tot3"])));
    }
    await stroom.gebruik();
  }

  function stroomVan(venster: Taakvenster) {
    const beeld = venster.sessie.getSnapshot();
    return beeld.fase === "koppelen" ? beeld.stroom : null;
  }

  test("that was mapped while SISA was not asked is told of it once it is, and gets the column pointed at", async () => {
    const venster = await gekoppeld();
    await venster.gemeente.zetBeleid({ sisaLabel: null });
    venster.klok.verzet(UUR);
    await venster.sessie.kijkWeer();
    await koppel(venster, () => undefined);
    expect([venster.lijst.ontbrekendeSisa, venster.lijst.oordeel.soort]).toEqual([null, "klaar"]);
    await venster.gemeente.zetBeleid({ sisaLabel: "VIR-melding" });
    venster.klok.verzet(UUR);
    await venster.sessie.kijkWeer();
    expect([venster.lijst.ontbrekendeSisa, venster.lijst.oordeel.soort]).toEqual(["VIR-melding", "fouten"]);
    await koppel(venster, (stroom) => stroom.kiesKolom("sisa", [{ kop: "SISA", kolom: "B" }]));
    expect([venster.lijst.ontbrekendeSisa, venster.lijst.oordeel.soort]).toEqual([null, "klaar"]);
  });

  test("is pointed at: the column of its own is chosen, what it says is read, and the groups arrive", async () => {
    const venster = await gekoppeld();
    await venster.gemeente.zetBeleid(LEEFTIJD);
    venster.klok.verzet(UUR);
    await venster.sessie.kijkWeer();
    expect(venster.lijst.nieuweKolommen).toHaveLength(1);
    await koppel(venster, (stroom) => stroom.kiesKolom("leeftijdsgroep", [{ kop: "Leeftijd jongste", kolom: "F" }]));
    expect(venster.lijst.nieuweKolommen).toEqual([]);
    await verzend(venster);
    expect((await ontvangen(venster)).uitsplitsingen[0]?.leeftijdsgroep).toMatchObject({ j0tot3: 2, j12tot17: 1 });
  });

  test("does not have it: that is said once, and not asked again", async () => {
    const venster = await gekoppeld();
    await venster.gemeente.zetBeleid({ extraIndicatoren: [{ indicator: "bekendheid", vanaf }] });
    venster.klok.verzet(UUR);
    await venster.sessie.kijkWeer();
    expect(venster.lijst.nieuweKolommen).toHaveLength(1);
    await koppel(venster, () => undefined);
    expect(venster.lijst.nieuweKolommen).toEqual([]);
    await verzend(venster);
    expect((await ontvangen(venster)).uitsplitsingen[0]?.bekendheid).toEqual({ nieuw: 0, bekend: 0, onbekend: 3 });
  });

  test("shows no SISA column in its mapping where it is not asked", async () => {
    const venster = await gekoppeld();
    await venster.gemeente.zetBeleid({ sisaLabel: null });
    venster.klok.verzet(UUR);
    await venster.sessie.kijkWeer();
    await venster.sessie.koppel();
    const beeld = stroomVan(venster)?.getSnapshot();
    expect(beeld?.stap === "voorstel" && beeld.velden).toEqual(["kenmerk", "team", "startdatum", "consultatie", "stap5", "einddatum"]);
    expect(beeld?.stap === "voorstel" && beeld.voorstel.kolommen.some(({ veld }) => veld === "sisa")).toBe(false);
  });
});

test("a board's schools follow too, in the middle of a round", async () => {
  const namen = ["De Klimop", "De Wilg"];
  const venster = await Bestuursvenster.met(namen, namen.flatMap((naam) => [1, 2, 3].map(() => [naam, januari] as const)));
  vensters.push(venster);
  await venster.gemeente.zetBeleid(LEEFTIJD);
  await venster.sessie.verzend();
  expect(venster.standen).toEqual({ "De Klimop": "ontvangen", "De Wilg": "ontvangen" });
  expect(venster.beeld.nieuweKolommen).toHaveLength(1);
  for (const { inhoud } of await venster.gemeente.staten()) expect(registratieSchema.parse(JSON.parse(inhoud)).uitsplitsingen[0]?.leeftijdsgroep?.onbekend).toBe(3);
});

describe("whatever is asked, edited and lost on the way", () => {
  const BELEID: Readonly<Record<string, Partial<Beleid>>> = {
    "vraagt leeftijd": LEEFTIJD,
    "vraagt alles": { extraIndicatoren: INDICATOREN.map((indicator) => ({ indicator, vanaf })) },
    "vraagt niets extra": { extraIndicatoren: [] },
    "zonder SISA": { sisaLabel: null },
    "met SISA": { sisaLabel: "VIR-melding" },
    "vanaf twee": { minimum: 2 },
    "vanaf drie": { minimum: 3 },
  };
  const STORINGEN = { "lijn weg": lijnWeg, "antwoord kwijt": antwoordKwijt, "beleid onbereikbaar": lijnWeg } as const;
  const lot = fc.constantFrom(...Object.keys(BELEID), ...Object.keys(STORINGEN), "typ", "kolom", "rij erbij", "kijk weer", "wek", "heropen", "druk", "druk");

  test("what is held in the end is exactly what the list counts to by what is asked then, each version once and with its receipt", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(lot, { maxLength: 10 }), async (loop) => {
        let venster = await Taakvenster.met([januari, januari, januari]);
        for (const wat of loop) {
          const beleid = BELEID[wat];
          if (beleid) await venster.gemeente.zetBeleid(beleid);
          else if (wat in STORINGEN) venster.gemeente.storing = eersteKeren(wat === "beleid onbereikbaar" ? "GET" : "PUT", 1, STORINGEN[wat as keyof typeof STORINGEN]);
          else if (wat === "typ") venster.werkboek.typ(0, { leeftijdsgroep: "4 t/m 11 jaar", kinderen: 2, sisa: "Nee" });
          else if (wat === "kolom") await venster.sessie.voegKolommenToe();
          else if (wat === "rij erbij") await venster.werkboek.zetRijen([...venster.werkboek.rijen, rij({ bekendheid: "Nieuw" })]);
          else if (wat === "kijk weer") {
            venster.klok.verzet(UUR);
            await venster.sessie.kijkWeer();
          } else if (wat === "wek") await venster.verzet(301);
          else if (wat === "heropen") venster = await venster.heropen();
          else await verzend(venster);
        }
        venster.gemeente.storing = null;
        await venster.verzet(301);
        await verzend(venster);
        await verzend(venster);

        const { sisaLabel, extraIndicatoren, minimum } = (await huidigBeleid(venster.gemeente.omgeving.opslag.lees)).beleid;
        const gevraagd = new Set(extraIndicatoren.map(({ indicator }) => indicator));
        const inhoud = kolommen(venster.werkboek.rijen.map((r) => ({ ...r, ...Object.fromEntries(INDICATOREN.filter((i) => gevraagd.has(i)).map((i) => [i, venster.werkboek.kolommen.includes(i) ? (r[i] ?? null) : null])) })));
        const lijst = new Lijst(inhoud, { peildatum: OPTIES.peildatum, datumstelsel: 1900, sector: "onderwijs", vraagstelling: { sisaLabel, extraIndicatoren } });
        const verwacht = aggregateRegistratie(lijst, { minimum, peildatum: OPTIES.peildatum, inzendingId: INZENDING_ID });
        const staten = await venster.gemeente.staten();
        expect(registratieSchema.parse(JSON.parse(staten.at(-1)?.inhoud ?? ""))).toMatchObject({ minimum, maanden: verwacht.maanden, uitsplitsingen: verwacht.uitsplitsingen });
        expect(venster.lijst.oordeel).toEqual({ soort: "alles-verzonden" });
        expect(staten.map(({ versie }) => versie)).toEqual(staten.map((_, i) => i + 1));
        expect(new Set(venster.kenmerken).size).toBe(staten.length);
        await venster.sessie.stop();
        await venster.gemeente.sluit();
      }),
      { numRuns: 25 },
    );
  });
});
