import fc from "fast-check";
import { RESPONS_STATUSSEN } from "../../meldcode/uitwisseling/servicepunt";
import { cel, maand, organisatie, rij } from "../proefdienst";
import { filterRijen, maakZoekrijen, ordenRijen, telPerStatus, telSelectie, zoekRijen } from "./selectie";

const school = rij(organisatie("Basisschool Één-Twee", { organisatieId: "ORG-7K3M-Q2XA" }), "2026-01", "ontvangen", "ontbreekt", "ontbreekt");
const creche = rij(organisatie("Crèche De Wilg", { organisatieId: "ORG-AAAA-BBBB", sector: "kinderopvang" }), "2026-01", "nulopgave", "gecorrigeerd", "verwacht");
const arts = rij(organisatie("Arts 10", { organisatieId: "ORG-CCCC-DDDD" }), "2026-01", "ontbreekt", "ontbreekt", "ontbreekt");
const alle = maakZoekrijen([school, creche, arts]);
const namen = (rijen: readonly { rij: { organisatie: { naam: string } } }[]) => rijen.map((r) => r.rij.organisatie.naam);

test.each([
  ["een twee", ["Basisschool Één-Twee"]],
  ["CRECHE", ["Crèche De Wilg"]],
  ["wilg creche", ["Crèche De Wilg"]],
  ["org-7k3m", ["Basisschool Één-Twee"]],
  ["7k3mq2xa", ["Basisschool Één-Twee"]],
  ["  ", ["Arts 10", "Basisschool Één-Twee", "Crèche De Wilg"]],
  ["zwembad", []],
])("searching for %j finds by name or code, whatever the case, accents and hyphens", (zoek, gevonden) => {
  expect(namen(zoekRijen(alle, zoek))).toEqual(gevonden);
});

test("who misses a month can be shown alone, and those who miss most come first", () => {
  expect(namen(ordenRijen(filterRijen(alle, ["ontbreekt"]), "ontbrekend"))).toEqual(["Arts 10", "Basisschool Één-Twee"]);
  expect(namen(filterRijen(alle, ["nulopgave", "ontvangen"]))).toEqual(["Basisschool Één-Twee", "Crèche De Wilg"]);
});

test("names are in Dutch order, with numbers as numbers", () => {
  const ongeordend = ["Wijkteam 10", "wijkteam 9", "Éénhoorn", "Zorg"].map((n) => rij(organisatie(n), "2026-01"));
  expect(namen(maakZoekrijen(ongeordend))).toEqual(["Éénhoorn", "wijkteam 9", "Wijkteam 10", "Zorg"]);
});

test("a month that was corrected after it came in late is found under both", () => {
  const laat = maakZoekrijen([{ organisatie: organisatie("Laat"), maanden: [cel("2026-01", "gecorrigeerd", { teLaat: true })] }]);
  expect(telPerStatus(laat)).toMatchObject({ gecorrigeerd: 1, "te-laat": 1, ontvangen: 0 });
});

test("a selection adds up what is shown, and never the figures of a one-person practice", () => {
  const rijen = maakZoekrijen([
    { organisatie: organisatie("A"), maanden: [cel("2026-01", "ontvangen", { gestart: 3, afgesloten: 1 })] },
    { organisatie: organisatie("B", { eenpersoons: true }), maanden: [cel("2026-01", "ontvangen", { gestart: null, afgesloten: null })] },
    { organisatie: organisatie("C"), maanden: [cel("2026-01", "ontbreekt")] },
  ]);
  expect(telSelectie(rijen, [maand("2026-01")])).toEqual([{ periode: "2026-01", gereageerd: 2, organisaties: 3, gestart: 3, afgesloten: 1, zonderEenpersoons: true }]);
});

test("filtering on every status, or on none, leaves nobody out; ordering loses and doubles nobody", () => {
  const rijen = fc.array(fc.array(fc.constantFrom(...RESPONS_STATUSSEN), { minLength: 1, maxLength: 6 }), { maxLength: 30 });
  fc.assert(
    fc.property(rijen, (statussen) => {
      const zoekrijen = maakZoekrijen(statussen.map((s, i) => rij(organisatie(`Organisatie ${i}`), "2026-01", ...s)));
      expect(filterRijen(zoekrijen, RESPONS_STATUSSEN)).toEqual(zoekrijen);
      expect(filterRijen(zoekrijen, [])).toEqual(zoekrijen);
      const geordend = ordenRijen(zoekrijen, "ontbrekend");
      expect(new Set(geordend)).toEqual(new Set(zoekrijen));
      expect(geordend.map((r) => r.ontbreekt)).toEqual(zoekrijen.map((r) => r.ontbreekt).sort((a, b) => b - a));
    }),
    { numRuns: 50 },
  );
});
