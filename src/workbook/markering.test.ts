import fc from "fast-check";
import { HyperFormula } from "hyperformula";
import { datumUitIso, type Datumstelsel, maakDatum, serieUitDatum } from "../meldcode/datum";
import { INDICATOREN } from "../meldcode/indicator";
import { Lijst } from "../meldcode/lijst";
import { type Cel, VELDEN, type Veld } from "../meldcode/veld";
import { periodeSchema } from "../meldcode/registratie";
import type { Vraagstelling } from "../meldcode/vraagstelling";
import { lijstontwerp, woordenlijst } from "./lijstontwerp";
import { markeringen } from "./markering";

const vanaf = periodeSchema.parse("2026-01");
const ALLES: Vraagstelling = { sisaLabel: "SISA-signaal", extraIndicatoren: INDICATOREN.map((indicator) => ({ indicator, vanaf })) };
const ONTWERP = lijstontwerp(ALLES);

const blad = (stelsel: Datumstelsel) =>
  HyperFormula.buildFromSheets(
    {
      Lijsten: Array.from({ length: 400 }, (_, r) => ONTWERP.lijsten.map(({ kop, woorden }) => alsTekst(r === 0 ? kop : woorden[r - 1]))),
      Meldcode: [ONTWERP.kolommen.map(({ kop }) => kop)],
    },
    { licenseKey: "gpl-v3", nullDate: stelsel === 1900 ? { year: 1899, month: 12, day: 30 } : { year: 1904, month: 1, day: 1 } },
  );
const BLADEN = { 1900: blad(1900), 1904: blad(1904) };

/** Runs a row through the real formulas, as a spreadsheet calculates them. */
function markeer(rij: Readonly<Partial<Record<Veld, Cel>>>, stelsel: Datumstelsel = 1900): Partial<Record<Veld, "fout" | "waarschuwing">> {
  const hf = BLADEN[stelsel];
  const cellen = ONTWERP.kolommen.map(({ veld }) => rij[veld] ?? null);
  hf.setCellContents({ sheet: 1, row: 1, col: 0 }, [cellen.map((cel) => (typeof cel === "string" && !cel.startsWith("=") ? alsTekst(cel) : cel))]);
  const uit: Partial<Record<Veld, "fout" | "waarschuwing">> = {};
  for (const { veld, ernst, formule } of markeringen(ONTWERP, "Lijsten")) {
    if (hf.calculateFormula(formule, 1) === true) uit[veld] ??= ernst;
  }
  return uit;
}

/** With an apostrophe in front HyperFormula takes "1" and "true" as the text they are on the sheet. */
function alsTekst(tekst: string | undefined): string | null {
  return tekst === undefined ? null : `'${tekst}`;
}

function serie(iso: string, stelsel: Datumstelsel = 1900): number {
  const datum = datumUitIso(iso);
  if (datum === null) throw new RangeError(iso);
  return serieUitDatum(datum, stelsel);
}

const goed = { startdatum: serie("2026-01-05"), sisa: "Ja", consultatie: "Intern", stap5: "Hulp", einddatum: serie("2026-01-20") } as const;

describe("marks in the sheet", () => {
  it("leave a row alone that is right, running or blank", () => {
    expect(markeer(goed)).toEqual({});
    expect(markeer({ startdatum: goed.startdatum })).toEqual({});
    expect(markeer({})).toEqual({});
  });

  it("show a missing start date as soon as the row has something", () => {
    expect(markeer({ kenmerk: "2026-001" })).toEqual({ startdatum: "fout" });
  });

  it("show what the outcome or the end date makes obligatory", () => {
    expect(markeer({ startdatum: goed.startdatum, einddatum: goed.einddatum })).toEqual({ sisa: "fout", consultatie: "fout", stap5: "fout" });
    expect(markeer({ startdatum: goed.startdatum, stap5: "Melding" })).toEqual({ sisa: "fout", consultatie: "fout", einddatum: "waarschuwing" });
  });

  it.each<[string, Partial<Record<Veld, Cel>>, object]>([
    ["a year typed for a date", { startdatum: 2026 }, { startdatum: "fout" }],
    ["a start date to come", { startdatum: serie("2099-12-31"), einddatum: null, stap5: null }, { startdatum: "fout" }],
    ["an end date to come", { einddatum: serie("2099-12-31") }, { einddatum: "fout" }],
    ["an end before the start", { einddatum: serie("2026-01-04") }, { einddatum: "fout" }],
    ["a date as text: may be understood", { startdatum: "3 april 2026" }, { startdatum: "waarschuwing" }],
    ["a date with a time", { startdatum: serie("2026-01-05") + 0.9, einddatum: serie("2026-01-05") + 0.1 }, {}],
    ["an error value", { sisa: "=NA()" }, { sisa: "fout" }],
    ["a word that is not understood", { consultatie: "Ja" }, { consultatie: "fout" }],
    ["a synonym with blanks around it", { consultatie: "\u00a0 veilig  thuis " }, {}],
    ["another case and a trailing dot", { sisa: "JA.", stap5: "vt." }, {}],
    ["n.v.t without its dot", { sisa: "n.v.t" }, {}],
    ["a wildcard", { stap5: "hulp*" }, { stap5: "fout" }],
    ["a number that is a synonym", { sisa: 1 }, {}],
    ["no SISA signal", { sisa: "Nee" }, { sisa: "waarschuwing" }],
    ["both decisions before 2019", { startdatum: serie("2018-12-31"), einddatum: serie("2019-01-20"), stap5: "Hulp en melding" }, { stap5: "waarschuwing" }],
    ["a start before the law", { startdatum: serie("2013-06-30"), einddatum: serie("2013-07-30") }, { startdatum: "waarschuwing" }],
    ["an answer of an indicator, an age and a number of children", { leeftijdsgroep: "4 t/m 11 jaar", geweldsvorm: "fysiek", bekendheid: "al bekend.", kinderen: 3 }, {}],
    ["an age alone", { leeftijdsgroep: 11 }, {}],
    ["a group that Excel took for a date", { leeftijdsgroep: serie("2026-11-04") }, { leeftijdsgroep: "fout" }],
    ["words that an indicator does not know", { geweldsvorm: "misbruik", bekendheid: "ja" }, { geweldsvorm: "fout", bekendheid: "fout" }],
    ["more than a year", { startdatum: serie("2024-01-01"), einddatum: serie("2025-01-02") }, { einddatum: "waarschuwing" }],
  ])("are right about %s", (_, anders, verwacht) => {
    expect(markeer({ ...goed, ...anders })).toEqual(verwacht);
  });

  it("hold in a workbook that counts from 1904", () => {
    const rij = { ...goed, startdatum: serie("2026-01-05", 1904), einddatum: serie("2026-01-20", 1904) };
    expect(markeer(rij, 1904)).toEqual({});
    expect(markeer({ ...rij, startdatum: serie("1990-01-01", 1904) - 1 }, 1904)).toMatchObject({ startdatum: "fout" });
  });

  it("never say more nor less than the check does about a fout, but for dates written as text", () => {
    const datum = fc.oneof(fc.integer({ min: serie("2013-01-01"), max: serie("2027-12-31") }), fc.constantFrom<Cel>(null, "", 2026, serie("2026-02-02") + 0.5, true));
    const keuze = (veld: Parameters<typeof woordenlijst>[0]) => fc.constantFrom<Cel>(null, "", " ", "onzin", 1, 7, ...woordenlijst(veld).woorden, ...woordenlijst(veld).woorden.map((w) => ` ${w.toUpperCase()}. `));
    const rij = fc.record({ kenmerk: fc.constantFrom<Cel>(null, "A1"), startdatum: datum, sisa: keuze("sisa"), consultatie: keuze("consultatie"), stap5: keuze("stap5"), einddatum: datum, leeftijdsgroep: fc.oneof(keuze("leeftijdsgroep"), fc.constantFrom<Cel>(0, 3.5, 120, 121, 46_330, "12 jaar", "5jr.", "-1", "drie")), geweldsvorm: keuze("geweldsvorm"), bekendheid: keuze("bekendheid") });
    const nu = new Date();
    const vandaag = maakDatum(nu.getFullYear(), nu.getMonth() + 1, nu.getDate());
    if (vandaag === null) throw new RangeError("today");
    fc.assert(
      fc.property(rij, (cellen) => {
        const lijst = new Lijst(
          { team: null, kenmerk: [cellen.kenmerk], startdatum: [cellen.startdatum], sisa: [cellen.sisa], consultatie: [cellen.consultatie], stap5: [cellen.stap5], einddatum: [cellen.einddatum], leeftijdsgroep: [cellen.leeftijdsgroep], geweldsvorm: [cellen.geweldsvorm], bekendheid: [cellen.bekendheid], kinderen: [null] },
          { peildatum: vandaag, datumstelsel: 1900, vraagstelling: ALLES },
        );
        const fouten = [...new Set(lijst.bevindingen().filter((b) => b.ernst === "fout").map((b) => b.veld))].sort();
        const marks = markeer(cellen);
        const gemarkeerd = VELDEN.filter((veld) => marks[veld] === "fout").sort();
        expect(gemarkeerd).toEqual(fouten);
      }),
      { numRuns: 100 },
    );
  });
});
