import * as fc from "fast-check";
import { leesPeriode, type Periode } from "./periode";
import { registratieVan, rij, lopend, serie } from "./testtaal";
import type { Rij } from "./veld";
import { vergelijk, verlagingen, wijzigingen } from "./verschil";
import type { Vraagstelling } from "./vraagstelling";
import { indicatorcellen, vraagstelling, zaak } from "./willekeur";

const tot = (tekst: string): { tot: Periode } => ({ tot: leesPeriode(tekst) ?? ("" as Periode) });
const op = (datum: string, anders: Partial<Rij> = {}) => rij({ startdatum: serie(datum), einddatum: serie(datum) + 10, ...anders });
const open = (datum: string, anders: Partial<Rij> = {}) => op(datum, { stap5: "", einddatum: "", ...anders });
/** The words for what changes from these rows to those, up to March 2026 with k = 1. */
const woorden = (was: Rij[] | null, wordt: Rij[]) => vergelijk(was && registratieVan(was, { minimum: 1, ...tot("2026-03") }), registratieVan(wordt, { minimum: 1, ...tot("2026-03") })).flatMap((v) => v.zinnen);

describe("what changes, in words", () => {
  test.each<[string, Rij[], Rij[], string[]]>([
    ["a case that was closed", [open("2-3-2026")], [op("2-3-2026")], ["maart: 1 zaak afgesloten, hulp"]],
    ["two cases that were closed", [open("2-3-2026"), open("3-3-2026")], [op("2-3-2026"), op("3-3-2026", { stap5: "beide" })], ["maart: 2 zaken afgesloten, 1 × hulp en 1 × hulp en melding"]],
    ["an end date after the outcome", [op("2-3-2026", { einddatum: "" })], [op("2-3-2026")], ["maart: 1 zaak afgesloten"]],
    ["two cases that were closed, one of which was decided already", [open("2-3-2026"), op("3-3-2026", { einddatum: "" })], [op("2-3-2026"), op("3-3-2026")], ["maart: 2 zaken afgesloten", "maart: stap 5 bij 1 zaak van nog open naar hulp"]],
    ["a case more", [op("2-3-2026")], [op("2-3-2026"), open("3-3-2026")], ["maart: 1 zaak erbij"]],
    ["a case less", [op("2-3-2026"), op("3-3-2026")], [op("2-3-2026")], ["maart: 1 zaak minder", "maart: 1 zaak minder afgesloten"]],
    ["an answer corrected", [op("2-3-2026", { sisa: "Nee" })], [op("2-3-2026")], ["maart: SISA-signaal bij 1 zaak van nee naar ja"]],
    ["an outcome corrected", [op("2-3-2026")], [op("2-3-2026", { stap5: "Melding" })], ["maart: stap 5 bij 1 zaak van hulp naar melding"]],
    ["several answers corrected", [op("2-3-2026"), op("2-3-2026")], [op("2-3-2026", { consultatie: "Geen" }), op("2-3-2026", { consultatie: "Intern" })], ["maart: consultatie 1 × geen erbij, 1 × intern erbij en 2 × extern minder"]],
    ["an end date corrected", [op("2-3-2026")], [op("2-3-2026", { einddatum: serie("2-4-2026") })], ["maart: doorlooptijd bij 1 zaak van 8 t/m 28 dagen naar 29 t/m 91 dagen"]],
    ["a case reopened", [op("2-3-2026")], [open("2-3-2026")], ["maart: 1 zaak minder afgesloten", "maart: stap 5 bij 1 zaak van hulp naar nog open"]],
    ["another year is named", [open("2-12-2025")], [op("2-12-2025")], ["december 2025: 1 zaak afgesloten, hulp"]],
    ["nothing", [op("2-3-2026")], [op("2-3-2026")], []],
  ])("%s", (_, was, wordt, zinnen) => expect(woorden(was, wordt)).toEqual(zinnen));

  test("all is new at first", () => {
    const rijen = [op("2-12-2025"), op("2-1-2026"), open("3-1-2026"), open("2-3-2026")];
    expect(woorden(null, rijen)).toEqual([
      "december 2025: 1 zaak gestart en afgesloten",
      "januari: 2 zaken gestart, waarvan 1 afgesloten",
      "februari: geen zaken gestart (nulopgave)",
      "maart: 1 zaak gestart, nog niet afgesloten",
    ]);
  });

  test("a span of months is named as such", () => {
    const staat = (anders: Partial<Rij>) => registratieVan([op("2-11-2025", anders), op("2-12-2025"), op("2-1-2026")], tot("2026-01"));
    expect(vergelijk(staat({ sisa: "Nee" }), staat({}))).toEqual([
      { periode: "2026-01", soort: "gewijzigd", was: { gestart: 1, afgesloten: 1 }, wordt: { gestart: 1, afgesloten: 1 }, zinnen: ["november 2025 t/m januari 2026: SISA-signaal bij 1 zaak van nee naar ja"] },
    ]);
    expect(vergelijk(staat({ einddatum: "" }), staat({})).map((v) => v.periode)).toEqual(["2025-11"]);
  });

  test("when several months of a span changed, its words stand with the last of them", () => {
    const staat = (was: boolean) => registratieVan([op("2-1-2026", was ? { einddatum: "", stap5: "" } : {}), op("2-2-2026", was ? { einddatum: "", stap5: "" } : {}), op("2-3-2026")], tot("2026-03"));
    expect(vergelijk(staat(true), staat(false)).map((v) => v.zinnen)).toEqual([
      ["januari: 1 zaak afgesloten"],
      ["februari: 1 zaak afgesloten", "januari t/m maart: stap 5 bij 2 zaken van nog open naar hulp"],
    ]);
  });

  test("a new month changes no month before it, although it closes a span", () => {
    const rijen = [op("2-1-2026"), op("2-2-2026"), op("2-3-2026")];
    expect(vergelijk(registratieVan(rijen, tot("2026-02")), registratieVan(rijen, tot("2026-03"))).map((v) => [v.periode, v.soort])).toEqual([["2026-03", "nieuw"]]);
  });

  test("a month that is no longer covered lapses", () => {
    const was = registratieVan([op("2-12-2025"), op("2-1-2026")], tot("2026-01"));
    const wordt = registratieVan([op("2-1-2026")], tot("2026-01"));
    expect(vergelijk(was, wordt)).toEqual([{ periode: "2025-12", soort: "vervallen", was: { gestart: 1, afgesloten: 1 }, wordt: null, zinnen: ["december 2025: staat niet meer in deze lijst; eerder ontvangen: 1 zaak"] }]);
    expect(verlagingen(was, wordt)).toEqual(["2025-12"]);
    expect(wijzigingen(was, wordt).wijzigingen).toEqual([{ periode: "2025-12", soort: "gewijzigd", was: { gestart: 1, afgesloten: 1 }, wordt: { gestart: 0, afgesloten: 0 } }]);
  });
});

test("a nulopgave that is no longer covered lowers nothing", () => {
  const [was, wordt] = [registratieVan([], tot("2026-02")), registratieVan([lopend({ startdatum: serie("1-2-2026") })], tot("2026-02"))];
  expect(verlagingen(was, wordt)).toEqual([]);
  expect(wijzigingen(was, wordt).wijzigingen.map((w) => w.periode)).toEqual(["2026-02"]);
});

test("the receipt names new, changed and lapsed spans", () => {
  const was = registratieVan([op("2-1-2026"), op("2-1-2026"), op("2-1-2026"), op("2-2-2026"), op("2-2-2026"), op("2-2-2026")]);
  const wordt = registratieVan([op("2-1-2026"), op("2-1-2026"), op("2-1-2026", { sisa: "Nee" }), op("2-2-2026"), op("2-2-2026"), op("2-3-2026")]);
  expect(wijzigingen(was, wordt).uitsplitsingWijzigingen).toEqual([
    { van: "2026-01", tot: "2026-01", soort: "gewijzigd" },
    { van: "2026-02", tot: "2026-02", soort: "vervallen" },
    { van: "2026-02", tot: "2026-03", soort: "nieuw" },
  ]);
});

describe("when the questions change", () => {
  const bekendheid: Vraagstelling = { sisaLabel: "SISA-signaal", extraIndicatoren: [{ indicator: "bekendheid", vanaf: tot("2026-01").tot }] };
  const staat = (rijen: Rij[], vraagt?: Vraagstelling) => registratieVan(rijen, { minimum: 1, ...tot("2026-03"), vraagstelling: vraagt });

  test("the same cases are no correction, whatever was asked of them", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(zaak, indicatorcellen).map(([basis, cellen]) => ({ ...basis, ...cellen })), { maxLength: 12 }), vraagstelling, vraagstelling, (rijen, toen, nu) => {
        const [was, wordt] = [registratieVan(rijen, { vraagstelling: toen }), registratieVan(rijen, { vraagstelling: nu })];
        expect([vergelijk(was, wordt), verlagingen(was, wordt), wijzigingen(was, wordt)]).toEqual([[], [], { wijzigingen: [], uitsplitsingWijzigingen: [] }]);
      }),
    );
  });

  test("what changed besides is told as ever, and of a group that both have", () => {
    const rijen = (anders: Partial<Rij>) => [op("2-3-2026", { bekendheid: "Nieuw", ...anders })];
    expect(vergelijk(staat(rijen({ sisa: "Nee" })), staat(rijen({}), bekendheid)).flatMap((v) => v.zinnen)).toEqual(["maart: SISA-signaal bij 1 zaak van nee naar ja"]);
    expect(vergelijk(staat(rijen({ bekendheid: "" }), bekendheid), staat(rijen({}), bekendheid)).flatMap((v) => v.zinnen)).toEqual(["maart: nieuw of bekend bij 1 zaak van onbekend naar nieuw"]);
    expect(wijzigingen(staat(rijen({ bekendheid: "" }), bekendheid), staat(rijen({}), bekendheid)).uitsplitsingWijzigingen).toEqual([{ van: "2026-03", tot: "2026-03", soort: "gewijzigd" }]);
  });

  test("cases that were closed still say how they ended where SISA is not asked", () => {
    const zonder: Vraagstelling = { sisaLabel: null, extraIndicatoren: [] };
    expect(vergelijk(staat([open("2-3-2026")]), staat([op("2-3-2026")], zonder)).flatMap((v) => v.zinnen)).toEqual(["maart: 1 zaak afgesloten, hulp"]);
  });
});

test("a state does not differ from itself; between two states every month that differs is told, and none else", () => {
  const staat = fc.array(zaak, { maxLength: 12 }).map((rijen) => registratieVan(rijen));
  fc.assert(
    fc.property(staat, staat, (was, wordt) => {
      expect([vergelijk(was, was), verlagingen(was, was), wijzigingen(was, was)]).toEqual([[], [], { wijzigingen: [], uitsplitsingWijzigingen: [] }]);
      const verschillen = vergelijk(was, wordt);
      const genoemd = new Set(verschillen.map((v) => v.periode));
      expect(wijzigingen(was, wordt).wijzigingen.filter((w) => !genoemd.has(w.periode))).toEqual([]);
      expect(verlagingen(was, wordt).filter((p) => !genoemd.has(p))).toEqual([]);
      expect(verschillen.filter((v) => v.zinnen.length === 0)).toEqual([]);
    }),
  );
});
