import { maand, organisatie, registerregel } from "../proefdienst";
import { foutenIn, invullingVan, kwartalen, wijzigingVan } from "./gegevens";

const school = registerregel(organisatie("Basisschool Het Kompas"), { bestuur: "Stichting Kompas", clienten: 210, kvk: "12345678" });
const ingevuld = (deel: Partial<ReturnType<typeof invullingVan>>) => ({ ...invullingVan(school, maand("2026-04")), ...deel });

test("what was not touched is not sent", () => {
  expect(wijzigingVan(school, ingevuld({}))).toEqual({});
  expect(wijzigingVan(school, ingevuld({ naam: " Basisschool Het Kompas " }))).toEqual({});
});

test("what was emptied is no longer recorded, and what was typed is sent without the blanks around it", () => {
  expect(wijzigingVan(school, ingevuld({ bestuur: "", clienten: " ", wijk: " Noord " }))).toEqual({ bestuur: null, clienten: null, wijk: "Noord" });
});

test("another rhythm begins with a quarter, the next one unless another is chosen", () => {
  expect(wijzigingVan(school, ingevuld({ ritme: "kwartaal" }))).toEqual({ ritme: "kwartaal", ritmeVanaf: "2026-07" });
  expect(kwartalen(maand("2026-12"))).toEqual(["2027-01", "2027-04", "2027-07", "2027-10"]);
});

test("a change of rhythm that was decided on before counts as the rhythm, so that leaving it alone changes nothing", () => {
  const straks = registerregel(organisatie("De Wilg"), { ritmes: [{ vanaf: maand("1990-01"), ritme: "maand" }, { vanaf: maand("2026-07"), ritme: "kwartaal" }] });
  expect(wijzigingVan(straks, invullingVan(straks, maand("2026-04")))).toEqual({});
});

test.each([
  [{ naam: " " }, "naam", /Vul de naam/],
  [{ kvk: "123" }, "kvk", /8 cijfers/],
  [{ brin: "kompas" }, "brin", /2 cijfers en 2 letters/],
  [{ clienten: "veel" }, "clienten", /heel getal/],
  [{ clienten: "-1" }, "clienten", /heel getal/],
] as const)("%j is told at its own field, before anything is sent", (deel, veld, melding) => {
  const fouten = foutenIn(wijzigingVan(school, ingevuld(deel)));
  expect(Object.keys(fouten)).toEqual([veld]);
  expect(fouten[veld]).toMatch(melding);
});
