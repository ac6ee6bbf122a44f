import { serie } from "../../testtaal";
import type { Cel } from "../../veld";
import type { Bron } from "../celblad";
import type { Koppelingsbegin } from "../koppeling";
import { type Voorstel, stelKoppelingVoor } from "./voorstel";
import { beantwoord } from "./vragen";

const organisaties = ["Basisschool De Linde", "OBS Het Anker", "Basisschool De Vuurtoren Noord", "Basisschool De Vuurtoren Zuid"].map((naam, i) => ({ naam, organisatieId: ["ORG-7K3M-Q2XA", "ORG-9D4F-T6WB", "ORG-0000-0000", "ORG-1111-1111"][i] ?? "" }));
const [LINDE, ANKER, NOORD, ZUID] = organisaties.map(({ organisatieId }) => organisatieId);

/** Ten cases, with these words in turn in the column. */
function lijst(kop: string, woorden: readonly Cel[]): Bron {
  const rijen = Array.from({ length: 10 }, (_, i): Cel[] => [woorden[i % woorden.length] ?? null, serie(`${i + 1}-1-2026`), "Ja", "Intern", "Hulp", serie(`${i + 2}-2-2026`)]);
  return { bladen: [{ blad: "Zaken", zichtbaar: true, rijen: new Map([[kop, "Startdatum", "SISA-signaal", "Consultatie", "Stap 5", "Einddatum"], ...rijen].map((rij, i) => [i + 1, [undefined, ...rij]])) }], datumstelsel: 1900, datumsZijnTekst: false };
}
const stelVoor = (kop: string, woorden: readonly Cel[], eerder: Koppelingsbegin | null = null) => stelKoppelingVoor(lijst(kop, woorden), { organisaties, eerder });
const gevraagd = ({ vragen }: Voorstel) => vragen.flatMap((vraag) => (vraag.soort === "organisatie" ? vraag.woorden.map(({ woord, voorstel }) => [woord, voorstel]) : []));

test("names in full and unmistakable parts of them need no question; who has no case takes part all the same", () => {
  const voorstel = stelVoor("Locatie", ["basisschool de linde", "Het anker", "De Vuurtoren Noord"]);
  expect(voorstel.vragen).toEqual([]);
  expect(voorstel.koppeling.organisatie).toEqual({ kop: "Locatie", kolom: "A", waarden: { "basisschool de linde": LINDE, "het anker": ANKER, "de vuurtoren noord": NOORD, "Basisschool De Vuurtoren Zuid": ZUID } });
  // A team's column would be called so too.
  expect(voorstel.koppeling.velden.team).toBeUndefined();
});

test("what fits two, says more than a name, or fits none is asked in one question", () => {
  const voorstel = stelVoor("Waar", ["De Linde", "Anker", "Vuurtoren", "Vuurtoren Zuid (dependance)", "Bestuurskantoor", "Linde", "Anker"]);
  expect(gevraagd(voorstel)).toEqual([["vuurtoren", null], ["vuurtoren zuid (dependance)", ZUID], ["bestuurskantoor", null]]);
  const vragen = voorstel.vragen.map((vraag) => (vraag.soort === "organisatie" ? { ...vraag, antwoord: { vuurtoren: NOORD ?? "", "vuurtoren zuid (dependance)": ZUID ?? "", bestuurskantoor: LINDE ?? "" } } : vraag));
  const koppeling = beantwoord(voorstel.koppeling, vragen);
  expect(koppeling.organisatie?.waarden).toMatchObject({ linde: LINDE, vuurtoren: NOORD, bestuurskantoor: LINDE });
  expect(stelVoor("Waar", ["De Linde", "Vuurtoren", "Bestuurskantoor"], koppeling).vragen).toEqual([]);
});

test("abbreviations in a column that is called a school's are asked", () => {
  expect(gevraagd(stelVoor("School", ["LIN", "ANK"]))).toEqual([["lin", null], ["ank", null]]);
});

test("a column about something else is left alone", () => {
  expect(stelVoor("Team", ["Onderbouw", "Bovenbouw"]).koppeling.organisatie).toBeUndefined();
  expect(stelVoor("School", ["De Linde"]).koppeling.organisatie).toBeUndefined();
});

test("that the list is of one organisation stays so once it was said", () => {
  const { koppeling } = stelVoor("School", ["De Linde", "Anker"]);
  const opnieuw = stelVoor("School", ["De Linde", "Anker"], { ...koppeling, organisatie: null });
  expect(opnieuw.koppeling.organisatie).toBeNull();
});

test("with one organisation nothing is looked for, and what was decided before is kept", () => {
  const { koppeling } = stelVoor("School", ["De Linde", "Anker"]);
  expect(stelKoppelingVoor(lijst("School", ["De Linde", "Anker"])).koppeling.organisatie).toBeUndefined();
  expect(stelKoppelingVoor(lijst("School", ["De Linde", "Anker"]), { eerder: koppeling }).koppeling.organisatie).toEqual(koppeling.organisatie);
});
