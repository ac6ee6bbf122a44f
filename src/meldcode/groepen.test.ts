import { afwijkendeGroepen, gevraagdeGroepen, groepenVan } from "./groepen";
import { INDICATOREN } from "./indicator";
import { leesPeriode, type Periode } from "./periode";
import { registratieVan, rij, serie } from "./testtaal";
import { STANDAARDVRAAGSTELLING, type Vraagstelling } from "./vraagstelling";

const maand = (tekst: string): Periode => leesPeriode(tekst) ?? ("" as Periode);
const MET_LEEFTIJD: Vraagstelling = { sisaLabel: "SISA-signaal", extraIndicatoren: [{ indicator: "leeftijdsgroep", vanaf: maand("2026-03") }] };
const ZONDER_SISA: Vraagstelling = { sisaLabel: null, extraIndicatoren: [] };
const ALLES: Vraagstelling = { sisaLabel: "VIR", extraIndicatoren: INDICATOREN.map((indicator) => ({ indicator, vanaf: maand("2026-01") })) };
/** A span for each of January, February and March. */
const staat = (vraagstelling: Vraagstelling) =>
  registratieVan(["5-1-2026", "5-2-2026", "5-3-2026"].map((datum) => rij({ startdatum: serie(datum), einddatum: serie(datum) + 3 })), { minimum: 1, tot: maand("2026-03"), vraagstelling });
const maanden = (was: Vraagstelling, wordt: Vraagstelling, gesloten: string[] = []) => afwijkendeGroepen(staat(was), wordt, gesloten.map(maand)).map(({ van }) => van);

test.each([STANDAARDVRAAGSTELLING, MET_LEEFTIJD, ZONDER_SISA, ALLES])("a state that was counted by the policy has exactly the groups of the policy", (vraagstelling) => {
  expect(staat(vraagstelling).uitsplitsingen.map(groepenVan)).toEqual([1, 2, 3].map(() => gevraagdeGroepen(vraagstelling)));
  expect(maanden(vraagstelling, vraagstelling)).toEqual([]);
});

test("a group too few and a group too many are told, with the spans that are not closed", () => {
  expect(maanden(STANDAARDVRAAGSTELLING, MET_LEEFTIJD)).toEqual(["2026-01", "2026-02", "2026-03"]);
  expect(maanden(MET_LEEFTIJD, STANDAARDVRAAGSTELLING, ["2026-01"])).toEqual(["2026-02", "2026-03"]);
  expect(maanden(STANDAARDVRAAGSTELLING, ZONDER_SISA, ["2026-01", "2026-02", "2026-03"])).toEqual([]);
});

test("a span of which one month is open is not closed", () => {
  const rijen = ["5-1-2026", "5-2-2026"].map((datum) => rij({ startdatum: serie(datum), einddatum: serie(datum) + 3 }));
  const staatVanTwee = registratieVan(rijen, { minimum: 2, tot: maand("2026-02") });
  expect(afwijkendeGroepen(staatVanTwee, MET_LEEFTIJD, [maand("2026-01")])).toHaveLength(1);
  expect(afwijkendeGroepen(staatVanTwee, MET_LEEFTIJD, [maand("2026-01"), maand("2026-02")])).toEqual([]);
});

test("another name for SISA is no other group", () => {
  expect(maanden(STANDAARDVRAAGSTELLING, { sisaLabel: "VIR", extraIndicatoren: [] })).toEqual([]);
});
