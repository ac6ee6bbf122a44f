import type { Cel } from "../veld";
import { veiligeNaam, zonderNamen } from "./namen";

/** No name gets past this: a canary in each place where the old forms ask for one. */
const KANARIE = /kanarie/i;
const blad = (rijen: Cel[][]) => ({ blad: "Blad1", zichtbaar: true, rijen: new Map(rijen.map((cellen, i) => [i + 1, [undefined, ...cellen]])) });
const over = (rijen: Cel[][], koprij = 1) => [...zonderNamen(blad(rijen), [{ koprij }]).blad.rijen.values()].map((cellen) => cellen.slice(1));

test.each(["Naam medewerker", "Ingevuld door", "Medewerker", "Naam", "Naam leerling", "Contactpersoon", "E-mail", "Telefoonnummer", "Tel.", "Aandachtsfunctionaris", "BSN", "Hulpverlener", "Naam (alleen voorletters)", "Paraaf", "Door", "Gemeld door wie", "Wie", "Leerling", "Cliënt"])("a column %s is left out", (kop) => {
  const gelezen = over([["Startdatum", kop, "SISA"], [45000, "F. Kanarie", "Ja"]]);
  expect(JSON.stringify(gelezen)).not.toMatch(KANARIE);
  expect(gelezen[1]).toEqual([45000, undefined, "Ja"]);
});

test.each(["Kenmerk", "Team", "Teamnaam", "Naam van het team", "Consultatie collega", "Overleg met collega (ja/nee)", "Melding", "Startdatum", "Hulp", "Stap 5", "Telefonisch overleg", "Opmerkingen", "Met wie", "Wie is geconsulteerd", "Leeftijd kind", "Geboortedatum cliënt", "Leerlingnummer"])("a column %s is kept", (kop) => {
  expect(over([["Startdatum", kop], [45000, "iets"]])[1]).toEqual([45000, "iets"]);
});

test("of headers over two rows the group's name counts too, and both rows stay", () => {
  const samengevoegd = [{ vanRij: 1, totRij: 1, vanKolom: 2, totKolom: 3 }];
  const { blad: over2 } = zonderNamen({ ...blad([["", "Ingevuld door", ""], ["Startdatum", "wie", "functie"], [45000, "F. Kanarie", "kanariehouder"]]), samengevoegd }, [{ koprij: 2, koprijen: 2 }]);
  expect([...over2.rijen.keys()]).toEqual([1, 2, 3]);
  expect(JSON.stringify([...over2.rijen])).not.toMatch(KANARIE);
});

test("what stands above the list is left out", () => expect(over([["Naam medewerker:", "Kanarie"], [], ["Startdatum"], [45000]], 3)).toEqual([["Startdatum"], [45000]]));

test.each([["Ingevuld door:", "F. Kanarie"], ["Ingevuld door F. Kanarie"], ["Handtekening", "Kanarie"], [null, "Naam: F. Kanarie"], ["Medewerker: Kanarie"], ["Tel: 06-12345678 (Kanarie)"], ["E-mail", "kanarie@voorbeeld.nl"]])("a line below the list that begins with %s is left out", (...regel) => {
  expect(over([["Kenmerk", "Startdatum"], ["A", 45000], regel])).toEqual([["Kenmerk", "Startdatum"], ["A", 45000]]);
});

test.each([["collega"], ["medewerker"], ["Melding"], ["melder bekend"], ["Namens ouders"]])("a case with %s as an answer stays", (woord) => expect(over([["Startdatum", "Consultatie"], [45000, woord]])).toHaveLength(2));

test.each([
  ["Instuurformulier maart 2026 F. Kanarie.xlsx", "instuurformulier maart 2026 …"],
  ["meldcode_2026-03_Kanarie.csv", "meldcode 2026 03 …"],
  ["Kanarie.xls", "…"],
  ["202603 kanarie kopie (2).xlsm", "202603 … kopie 2"],
  ["Formulier 0612345678.xlsx", "formulier …"],
  ["jan 2026.xlsx", "… 2026"],
  ["Blad1", "blad1"],
])("of the name %s is told %s", (naam, veilig) => expect(veiligeNaam(naam)).toBe(veilig));
