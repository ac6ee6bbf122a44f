import { dag, registratieVan, rij } from "../../meldcode/testtaal";
import type { Periode } from "../../meldcode/periode";
import type { Termijnen } from "../../meldcode/uitwisseling/termijn";
import { maandenVan } from "./maanden";

const BELEID = { deadlineDag: 15, geslotenMaanden: [], sisaLabel: "SISA-signaal" };
const APRIL = { beleid: BELEID, peildatum: dag("20-4-2026"), nu: new Date("2026-04-20T10:00:00Z") };
/** One case, in January. */
const geteldOp = (peildatum: string) => registratieVan([rij()], { peildatum: dag(peildatum) });
const totJanuari = geteldOp("31-1-2026");
const totMaart = geteldOp("31-3-2026");
const totApril = geteldOp("20-4-2026");

test("a month that was not sent before its deadline is late; the month that runs is not", () => {
  expect(maandenVan(totJanuari, totApril, APRIL).map(({ periode, teLaat, loopt }) => [periode, teLaat, loopt])).toEqual([
    ["2026-04", false, true],
    ["2026-03", true, false],
    ["2026-02", true, false],
    ["2026-01", false, false],
  ]);
});

test("who sends by quarter is not late within the quarter, and another deadline day makes no old month late", () => {
  const vanaf = "1990-01" as Periode; // literal months
  const laat = (opties: Partial<Termijnen>) => {
    const termijnen: Termijnen = { ritmes: [{ vanaf, ritme: "maand" }], deadlinedagen: [{ vanaf, dag: 15 }], ...opties };
    return maandenVan(totJanuari, totApril, { ...APRIL, termijnen, nu: new Date("2026-04-12T10:00:00Z") }).flatMap(({ periode, teLaat }) => (teLaat ? [periode] : []));
  };
  expect(laat({})).toEqual(["2026-02"]);
  expect(laat({ ritmes: [{ vanaf, ritme: "kwartaal" }] })).toEqual([]);
  expect(laat({ deadlinedagen: [{ vanaf, dag: 15 }, { vanaf: "2026-04" as Periode, dag: 5 }] })).toEqual(["2026-02"]);
});

test("who has never sent anything is not told off for the months before it began", () => {
  expect(maandenVan(null, totApril, APRIL).filter(({ teLaat }) => teLaat)).toEqual([]);
});

test("a month without cases goes along as a nulopgave", () => {
  expect(maandenVan(totMaart, totApril, APRIL)[0]).toMatchObject({ periode: "2026-04", stand: "niets-te-melden", gestart: 0 });
});

test("what changed is told in the municipality's own name for the SISA column", () => {
  const drie = (sisa: string) => registratieVan([rij({ sisa }), rij(), rij()], { peildatum: dag("31-1-2026") });
  const opties = { ...APRIL, beleid: { ...BELEID, sisaLabel: "VIR-melding" } };
  expect(maandenVan(drie("Ja"), drie("Nee"), opties)[0]?.zinnen).toEqual(["januari: VIR-melding bij 1 zaak van ja naar nee"]);
});
