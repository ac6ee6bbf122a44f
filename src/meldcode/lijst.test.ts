import * as fc from "fast-check";
import { INDICATOREN } from "./indicator";
import { LEGE_RIJ, OPTIES, kolommen, lijstMet, lijstVan, lopend, rij, serie } from "./testtaal";
import { Lijst } from "./lijst";
import { BASISVELDEN } from "./veld";
import { indicatorcellen, vraagstelling, willekeurigeIndicatorcellen, willekeurigeRij, zaak } from "./willekeur";

/** All that a list says. */
function alles(lijst: Lijst) {
  return {
    bevindingen: lijst.bevindingen(),
    perErnst: { ...lijst.perErnst },
    fouten: lijst.aantalFouten,
    rijenMetFout: lijst.rijenMetFout,
    zaken: lijst.zaken,
    standen: lijst.maandstanden.maandenMetZaken().map((maand) => [maand, lijst.uitsplitsing(maand, maand)]),
  };
}

test("changing rows, in whatever order, gives what reading the changed list afresh gives", () => {
  const wijzigingen = fc.array(fc.tuple(fc.nat(11), willekeurigeRij), { maxLength: 25 });
  fc.assert(
    fc.property(fc.array(willekeurigeRij, { minLength: 12, maxLength: 12 }), wijzigingen, (rijen, reeks) => {
      const lijst = lijstVan(rijen);
      const nu = [...rijen];
      for (const [positie, nieuw] of reeks) {
        lijst.wijzig(positie, nieuw);
        nu[positie] = nieuw;
      }
      const vers = lijstVan(nu);
      expect(alles(lijst)).toEqual(alles(vers));
      expect(nu.map((_, positie) => Object.fromEntries(BASISVELDEN.map((veld) => [veld, lijst.cel(positie, veld)])))).toEqual(nu);
    }),
  );
});

const rijMetIndicatoren = fc.oneof(
  fc.tuple(willekeurigeRij, willekeurigeIndicatorcellen).map(([basis, indicatoren]) => ({ ...basis, ...indicatoren })),
  // Cases that are counted in one month, so that one that goes leaves others behind.
  fc.tuple(zaak, indicatorcellen).map(([basis, indicatoren]) => ({ ...basis, startdatum: serie("5-1-2026"), einddatum: "", ...indicatoren })),
);

test("the same whatever the municipality asks; and the counts of findings are those of the findings", () => {
  fc.assert(
    fc.property(fc.array(rijMetIndicatoren, { minLength: 6, maxLength: 6 }), fc.array(fc.tuple(fc.nat(5), rijMetIndicatoren), { maxLength: 8 }), vraagstelling, (rijen, reeks, vraagt) => {
      const lijst = lijstVan(rijen, { vraagstelling: vraagt });
      const nu = [...rijen];
      for (const [positie, nieuw] of reeks) {
        lijst.wijzig(positie, nieuw);
        nu[positie] = nieuw;
      }
      expect(alles(lijst)).toEqual(alles(lijstVan(nu, { vraagstelling: vraagt })));
      const bevindingen = lijst.bevindingen();
      expect(bevindingen).toEqual(nu.flatMap((_, i) => lijst.bevindingenVan(i)));
      for (const ernst of ["fout", "waarschuwing", "tip"] as const) expect(lijst.perErnst[ernst]).toBe(bevindingen.filter((b) => b.ernst === ernst).length);
      expect(lijst.rijenMetFout).toBe(new Set(bevindingen.filter((b) => b.ernst === "fout").map((b) => b.rij)).size);
      const gevraagd = vraagt.extraIndicatoren.map(({ indicator }) => indicator);
      for (const indicator of INDICATOREN) expect(nu.map((_, i) => lijst.cel(i, indicator))).toEqual(nu.map((r) => (gevraagd.includes(indicator) ? r[indicator] : null)));
      if (vraagt.sisaLabel === null) expect(bevindingen.filter((b) => b.veld === "sisa")).toEqual([]);
    }),
  );
});

test("where SISA is not asked, whatever stands in its column is neither read nor told, and makes no row a case", () => {
  fc.assert(
    fc.property(fc.array(willekeurigeRij, { maxLength: 8 }), (rijen) => {
      const zonder = { vraagstelling: { sisaLabel: null, extraIndicatoren: [] } };
      expect(alles(lijstVan(rijen, zonder))).toEqual(alles(lijstVan(rijen.map((r) => ({ ...r, sisa: null })), zonder)));
    }),
  );
});

test("the counts of findings are those of the findings", () => {
  fc.assert(
    fc.property(fc.array(willekeurigeRij, { maxLength: 20 }), (rijen) => {
      const lijst = lijstVan(rijen);
      const bevindingen = lijst.bevindingen();
      const fouten = bevindingen.filter((b) => b.ernst === "fout");
      expect(lijst.perErnst).toEqual({ fout: fouten.length, waarschuwing: bevindingen.filter((b) => b.ernst === "waarschuwing").length, tip: bevindingen.filter((b) => b.ernst === "tip").length });
      expect(lijst.rijenMetFout).toBe(new Set(fouten.map((b) => b.rij)).size);
      expect(bevindingen).toEqual(rijen.flatMap((_, i) => lijst.bevindingenVan(i)));
      expect(new Set(fouten.map((b) => `${b.rij} ${b.veld}`)).size).toBe(fouten.length);
    }),
  );
});

describe("kenmerk-dubbel", () => {
  const dubbel = (kenmerken: readonly (string | number | boolean | null)[]) => lijstVan(kenmerken.map((kenmerk) => rij({ kenmerk }))).bevindingen().filter((b) => b.code === "kenmerk-dubbel").map((b) => b.rij);

  test("stands on every row but the first", () => expect(dubbel(["A", "B", "A", "A"])).toEqual([2, 3]));
  test("ignores case and surrounding blanks, and reads numbers as text", () => expect(dubbel([" zaak 1\u00a0", "ZAAK 1", 12, "12", true, "TRUE"])).toEqual([1, 3, 5]));
  test("does not ignore what else differs", () => expect(dubbel(["zaak 1", "zaak  1", "zaak-1", "zààk 1"])).toEqual([]));
  test("knows no empty reference and no error value", () => expect(dubbel(["", null, " ", "", "#N/B", "#N/B"])).toEqual([]));
  test("moves up when the first row gets another reference", () => {
    const lijst = lijstMet(rij({ kenmerk: "A" }), rij({ kenmerk: "a" }), rij({ kenmerk: "A" }));
    lijst.wijzig(0, rij({ kenmerk: "B" }));
    expect(lijst.bevindingen().map((b) => b.rij)).toEqual([2]);
    expect(lijst.perErnst.waarschuwing).toBe(1);
  });
  test("stands on all the others when every row has the same", () => expect(dubbel(Array.from({ length: 1_000 }, () => "zelfde"))).toHaveLength(999));
});

test("a row in which every read column is blank is no case, also in the middle", () => {
  const lijst = lijstMet(rij(), LEGE_RIJ, { ...LEGE_RIJ, sisa: " ", team: "\u00a0" }, rij());
  expect([lijst.lengte, lijst.zaken, lijst.bevindingen()]).toEqual([4, 2, []]);
});

test("findings stand in order of row, column and table", () => {
  const lijst = lijstMet(lopend({ kenmerk: "a@b.nl", startdatum: serie("1-1-2026") }), rij({ kenmerk: "A@b.nl", startdatum: "x", sisa: "?" }));
  expect(lijst.bevindingen().map((b) => [b.rij, b.veld, b.code])).toEqual([
    [0, "kenmerk", "persoonsgegeven-in-kenmerk"],
    [0, "sisa", "sisa-nog-open"],
    [0, "consultatie", "consultatie-nog-open"],
    [0, "einddatum", "lang-open"],
    [1, "kenmerk", "kenmerk-dubbel"],
    [1, "kenmerk", "persoonsgegeven-in-kenmerk"],
    [1, "startdatum", "startdatum-ongeldig"],
    [1, "sisa", "sisa-ongeldig"],
  ]);
});

test("a list without the columns kenmerk and team is read all the same, and an empty one too", () => {
  const lijst = new Lijst({ ...kolommen([rij(), rij()]), kenmerk: null, team: null }, OPTIES);
  lijst.wijzig(1, rij({ sisa: "?" }));
  expect([lijst.zaken, lijst.aantalFouten, lijst.cel(0, "kenmerk")]).toEqual([2, 1, null]);
  expect(alles(lijstVan([]))).toMatchObject({ bevindingen: [], zaken: 0 });
});

test("the content that was handed over stays as it is", () => {
  const inhoud = kolommen([rij({ kenmerk: "A" })]);
  new Lijst(inhoud, OPTIES).wijzig(0, LEGE_RIJ);
  expect(inhoud).toEqual(kolommen([rij({ kenmerk: "A" })]));
});

test.each([-1, 1, 0.5, Number.NaN])("row %p of a list of one does not exist", (positie) => {
  expect(() => lijstMet(rij()).wijzig(positie, rij())).toThrow(RangeError);
});
