import * as fc from "fast-check";
import { behoudGeslotenMaanden, gewijzigdeGeslotenMaanden } from "./geslotenMaanden";
import { afwijkendeGroepen, isDicht } from "./groepen";
import { leesPeriode, type Periode, periodenVanTot } from "./periode";
import { registratieSchema } from "./registratie";
import { registratieVan, rij, serie } from "./testtaal";
import type { Rij } from "./veld";
import type { Vraagstelling } from "./vraagstelling";
import { vraagstelling, zaak } from "./willekeur";

const maand = (tekst: string): Periode => leesPeriode(tekst) ?? ("" as Periode);
const tot = { tot: maand("2026-03"), minimum: 1 };
const op = (datum: string, anders: Partial<Rij> = {}) => rij({ startdatum: serie(datum), einddatum: serie(datum) + 10, ...anders });
const JANUARI = [maand("2026-01")];

test("an open month may change, a closed one may not", () => {
  const was = registratieVan([op("2-1-2026"), op("2-2-2026")], tot);
  expect(gewijzigdeGeslotenMaanden(was, registratieVan([op("2-1-2026"), op("2-2-2026"), op("2-2-2026")], tot), JANUARI)).toEqual([]);
  expect(gewijzigdeGeslotenMaanden(was, registratieVan([op("2-1-2026"), op("2-1-2026"), op("2-2-2026")], tot), JANUARI)).toEqual(JANUARI);
});

test("an answer corrected within closed months changes them too", () => {
  const was = registratieVan([op("2-1-2026")], tot);
  const wordt = registratieVan([op("2-1-2026", { sisa: "Nee" })], tot);
  expect(gewijzigdeGeslotenMaanden(was, wordt, JANUARI)).toEqual(JANUARI);
  expect(behoudGeslotenMaanden(wordt, was, JANUARI)).toEqual(was);
});

test("a closed month that no longer is covered changes, unless it was 0", () => {
  const wordt = registratieVan([op("2-2-2026")], tot);
  expect(gewijzigdeGeslotenMaanden(registratieVan([op("2-1-2026"), op("2-2-2026")], tot), wordt, JANUARI)).toEqual(JANUARI);
  expect(gewijzigdeGeslotenMaanden(registratieVan([], tot), wordt, JANUARI)).toEqual([]);
});

test("a closed month that was never received counts as 0, and falls off at the front", () => {
  const was = registratieVan([op("2-2-2026")], tot);
  const wordt = registratieVan([op("2-1-2026"), op("2-2-2026"), op("3-2-2026")], tot);
  expect(gewijzigdeGeslotenMaanden(null, wordt, JANUARI)).toEqual(JANUARI);
  expect(behoudGeslotenMaanden(wordt, was, JANUARI)).toEqual({ ...registratieVan([op("2-2-2026"), op("3-2-2026")], tot) });
});

test("a span that begins in a month that falls off is left out with it", () => {
  const k3 = { ...tot, minimum: 3 };
  const februari = [op("2-2-2026"), op("2-2-2026"), op("2-2-2026")];
  const behouden = behoudGeslotenMaanden(registratieVan(februari, { ...k3, vanaf: maand("2026-01") }), registratieVan([], { ...k3, vanaf: maand("2026-02") }), JANUARI);
  expect([behouden.vanaf, behouden.uitsplitsingen]).toEqual(["2026-02", []]);
});

test("a span that no longer adds up is left out", () => {
  const k3 = { ...tot, minimum: 3 };
  const was = registratieVan([op("2-1-2026"), op("2-2-2026")], k3);
  const wordt = registratieVan([op("2-1-2026"), op("2-1-2026"), op("2-2-2026")], k3);
  const behouden = behoudGeslotenMaanden(wordt, was, JANUARI);
  expect(wordt.uitsplitsingen).toHaveLength(1);
  expect(behouden.maanden).toEqual(was.maanden);
  expect(behouden.uitsplitsingen).toEqual([]);
});

describe("when the questions change", () => {
  const nu: Vraagstelling = { sisaLabel: null, extraIndicatoren: [{ indicator: "bekendheid", vanaf: maand("2026-02") }] };
  const rijen = (anders: Partial<Rij> = {}) => [op("2-1-2026", anders), op("2-2-2026", { bekendheid: "Nieuw" })];

  test("no closed month changes by that alone", () => {
    expect(gewijzigdeGeslotenMaanden(registratieVan(rijen(), tot), registratieVan(rijen(), { ...tot, vraagstelling: nu }), JANUARI)).toEqual([]);
    expect(gewijzigdeGeslotenMaanden(registratieVan(rijen(), { ...tot, vraagstelling: nu }), registratieVan(rijen(), tot), JANUARI)).toEqual([]);
  });

  test("a closed month that is kept keeps the groups with which it was received; the open ones have those that are asked", () => {
    const was = registratieVan(rijen(), tot);
    const wordt = registratieVan(rijen({ stap5: "Melding" }), { ...tot, vraagstelling: nu });
    expect(gewijzigdeGeslotenMaanden(was, wordt, JANUARI)).toEqual(JANUARI);
    const behouden = behoudGeslotenMaanden(wordt, was, JANUARI);
    expect(behouden.uitsplitsingen).toEqual([was.uitsplitsingen[0], wordt.uitsplitsingen[1]]);
    expect(behouden.uitsplitsingen.map((span) => ["sisa" in span, "bekendheid" in span])).toEqual([[true, false], [false, true]]);
    expect(afwijkendeGroepen(behouden, nu, JANUARI)).toEqual([]);
    expect(registratieSchema.safeParse(behouden).error).toBeUndefined();
  });

  test("a closed month of which nothing else changed keeps the groups with which it was received, and nothing else is kept", () => {
    const was = registratieVan(rijen(), tot);
    const opties = { ...tot, vraagstelling: nu };
    const zelfde = registratieVan(rijen(), opties);
    expect(registratieVan(rijen(), { ...opties, gesloten: { maanden: JANUARI, was } }).uitsplitsingen).toEqual([was.uitsplitsingen[0], zelfde.uitsplitsingen[1]]);
    expect(registratieVan(rijen(), { ...opties, gesloten: { maanden: [], was } })).toEqual(zelfde);
    expect(registratieVan(rijen({ stap5: "Melding" }), { ...opties, gesloten: { maanden: JANUARI, was } })).toEqual(registratieVan(rijen({ stap5: "Melding" }), opties));
  });
});

test("whatever is closed, what is kept passes the schema, changes no closed month and leaves the open ones as counted", () => {
  const staat = fc.tuple(fc.array(zaak, { maxLength: 15 }), fc.integer({ min: 1, max: 4 }), vraagstelling).map(([rijen, minimum, vraagt]) => registratieVan(rijen, { minimum, vraagstelling: vraagt }));
  fc.assert(
    fc.property(staat, staat, fc.subarray(periodenVanTot(maand("2025-01"), maand("2026-04"))), (was, wordt, gesloten) => {
      const behouden = behoudGeslotenMaanden(wordt, was, gesloten);
      expect(registratieSchema.safeParse(behouden).error).toBeUndefined();
      expect(gewijzigdeGeslotenMaanden(was, behouden, gesloten)).toEqual([]);
      expect(behouden.maanden.filter((m) => !gesloten.includes(m.periode))).toEqual(expect.arrayContaining(wordt.maanden.filter((m) => !gesloten.includes(m.periode))));
      if (gesloten.length === 0) expect(behouden).toEqual(wordt);
    }),
  );
});

test("whatever policy becomes, a list in which nothing changed asks nothing of the closed months, and the open ones are counted anew", () => {
  const beleid = fc.record({ minimum: fc.integer({ min: 1, max: 6 }), vraagstelling });
  fc.assert(
    fc.property(fc.array(zaak, { maxLength: 20 }), beleid, beleid, fc.subarray(periodenVanTot(maand("2025-01"), maand("2026-04"))), (rijen, eerst, nu, gesloten) => {
      const was = registratieVan(rijen, eerst);
      const wordt = registratieVan(rijen, { ...nu, gesloten: { maanden: gesloten, was } });
      expect(registratieSchema.safeParse(wordt).error).toBeUndefined();
      expect(gewijzigdeGeslotenMaanden(was, wordt, gesloten)).toEqual([]);
      expect(afwijkendeGroepen(wordt, nu.vraagstelling, gesloten)).toEqual([]);
      if (gesloten.length === 0) expect(wordt).toEqual(registratieVan(rijen, nu));
      if (eerst.minimum >= nu.minimum) expect(wordt.uitsplitsingen).toEqual(expect.arrayContaining(was.uitsplitsingen.filter((span) => isDicht(span, new Set(gesloten)))));
    }),
  );
});
