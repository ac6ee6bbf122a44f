import { serie } from "../testtaal";
import type { Cel } from "../veld";
import { type Bestandsuitslag, type Bronbestand, Formulierlezer } from "./formulierlezer";

const KOPPEN = ["Nr", "Kenmerk", "Datum start meldcode", "SISA-signaal afgegeven", "Consultatie (stap 2)", "Beslissing stap 5", "Datum einde meldcode", "Ingevuld door"];
const GEVAL: Cel[] = [1, "K-1", serie("12-1-2026"), "Ja", "Intern", "Hulp", serie("26-1-2026"), "F. Kanarie"];

interface Vorm {
  readonly bladen?: Record<string, Cel[][]>;
  readonly stelsel?: 1900 | 1904;
  readonly nietBerekend?: string;
}

let nummer = 0;
function bestand(rijen: Cel[][], { bladen = { Formulier: rijen }, stelsel = 1900, nietBerekend }: Vorm = {}): Bronbestand {
  nummer += 1;
  const lijst = Object.entries(bladen).map(([blad, inhoud]) => ({ blad, zichtbaar: !blad.startsWith("_"), rijen: new Map(inhoud.map((cellen, i) => [i + 1, [undefined, ...cellen]])) }));
  return { sleutel: `s${nummer}`, naam: `Bestand ${nummer}`, maandUitNaam: null, bron: { bladen: lijst, datumstelsel: stelsel, datumsZijnTekst: false }, isNietBerekend: ({ blad, rij, kolom }) => `${blad} ${rij} ${kolom}` === nietBerekend };
}
beforeEach(() => void (nummer = 0));

const met = (plek: number, waarde: Cel): Cel[] => GEVAL.map((cel, i) => (i === plek ? waarde : cel));
const rijenVan = (uitslag: Bestandsuitslag | undefined) => (uitslag?.soort === "gelezen" ? uitslag.formulieren.flatMap(({ rijen }) => rijen.map(({ waarden }) => waarden)) : uitslag?.soort);
const lees = (...bestanden: Bronbestand[]) => new Formulierlezer(bestanden);

test("a form is read below its heading, without the total, the signature and the columns of persons", () => {
  const form = bestand([["Instuurformulier"], ["Naam medewerker:", null, "F. Kanarie"], ["Maand:", null, "januari 2026"], KOPPEN, GEVAL, [], ["Totaal", 1], ["Ingevuld door:", null, "Kanarie"]]);
  const lezer = lees(form);
  expect(lezer.vragen).toEqual([]);
  expect(lezer.uitslagen.get(form.sleutel)).toMatchObject({ soort: "gelezen", namen: 2, weggelaten: 1, formulieren: [{ naam: "Bestand 1", maand: "2026-01", rijen: [{ rij: 5 }] }] });
  expect(JSON.stringify([...lezer.uitslagen.values()])).not.toMatch(/kanarie/i);
});

test("what a word means is asked once for all files, also for files with other headers", () => {
  const eigen = bestand([["Dossiernummer", "Begindatum", "SISA", "Consultatie", "Stap 5", "Afgesloten op"], ["D", serie("3-2-2026"), "Ja", "Intern", "wijkteam ingeschakeld", null]]);
  const lezer = lees(bestand([KOPPEN, met(5, "wijkteam ingeschakeld")]), bestand([KOPPEN, met(5, "gezinscoach")]), eigen);
  expect(lezer.vragen).toMatchObject([{ soort: "waarden", veld: "stap5", woorden: [{ woord: "wijkteam ingeschakeld" }, { woord: "gezinscoach" }] }]);
  lezer.beantwoord(lezer.vragen.map((vraag) => ({ ...vraag, antwoord: { "wijkteam ingeschakeld": "hulp", gezinscoach: "hulp" } }) as typeof vraag));
  expect(lezer.vragen).toEqual([]);
  expect(rijenVan(lezer.uitslagen.get(eigen.sleutel))).toMatchObject([{ kenmerk: "D", stap5: "Hulp" }]);
});

test("of words that are known in part only the others are asked", () => {
  const eigen = bestand([["Dossiernummer", "Begindatum", "SISA", "Consultatie", "Stap 5", "Afgesloten op"], ["D", serie("3-2-2026"), "Ja", "Intern", "wijkteam ingeschakeld", null], ["E", serie("4-2-2026"), "Ja", "Intern", "gezinscoach", null]]);
  const lezer = lees(bestand([KOPPEN, met(5, "wijkteam ingeschakeld"), met(5, "Hulp")]), eigen);
  lezer.beantwoord(lezer.vragen.map((vraag) => ({ ...vraag, antwoord: { "wijkteam ingeschakeld": "hulp" } }) as typeof vraag));
  expect(lezer.vragen).toMatchObject([{ soort: "waarden", veld: "stap5", woorden: [{ woord: "gezinscoach" }] }]);
  lezer.beantwoord(lezer.vragen.map((vraag) => ({ ...vraag, antwoord: { gezinscoach: "melding" } }) as typeof vraag));
  expect(rijenVan(lezer.uitslagen.get(eigen.sleutel))).toMatchObject([{ stap5: "Hulp" }, { stap5: "Melding" }]);
});

test("a column that is missing in one kind of form is asked there alone, and read where it is", () => {
  const zonder = bestand([KOPPEN.filter((_, i) => i !== 3), GEVAL.filter((_, i) => i !== 3)]);
  const andersZonder = bestand([["Referentie", "Begindatum", "Consultatie", "Stap 5", "Einde"], ["R", serie("3-2-2026"), "Intern", "Hulp", null]]);
  const metSisa = bestand([KOPPEN, GEVAL]);
  const lezer = lees(zonder, andersZonder, metSisa);
  let gevraagd = 0;
  while (lezer.vragen.length > 0) {
    gevraagd += lezer.vragen.length;
    expect(lezer.vragen).toMatchObject([{ soort: "kolom", veld: "sisa" }]);
    lezer.beantwoord(lezer.vragen.map((vraag) => ({ ...vraag, antwoord: null }) as typeof vraag));
  }
  expect(gevraagd).toBe(1);
  expect([zonder, andersZonder, metSisa].map((form) => rijenVan(lezer.uitslagen.get(form.sleutel)))).toMatchObject([[{ sisa: null }], [{ sisa: null }], [{ sisa: "Ja" }]]);
});

test("a month without cases is read as that", () => {
  const leeg = bestand([["Maand:", "februari 2026"], KOPPEN, [], ["Ingevuld door:", "F. Kanarie"]]);
  expect(lees(bestand([KOPPEN, GEVAL]), leeg).uitslagen.get(leeg.sleutel)).toMatchObject({ soort: "gelezen", formulieren: [{ maand: "2026-02", rijen: [] }] });
});

test("a file without a list says so, and the rest goes on", () => {
  const anders = bestand([["Boodschappen"], ["melk"]]);
  const form = bestand([KOPPEN, GEVAL]);
  const lezer = lees(anders, form);
  expect(lezer.uitslagen.get(anders.sleutel)).toEqual({ soort: "geen-lijst" });
  expect(rijenVan(lezer.uitslagen.get(form.sleutel))).toHaveLength(1);
});

test("a formula without an outcome is not read as empty", () => {
  const form = bestand([KOPPEN, met(6, null)], { nietBerekend: "Formulier 2 7" });
  expect(lees(form).uitslagen.get(form.sleutel)).toEqual({ soort: "niet-berekend" });
});

test("a workbook of the 1904 system is read with its own dates", () => {
  const mac = bestand([KOPPEN, GEVAL.map((cel, i) => (i === 2 || i === 6 ? Number(cel) - 1462 : cel))], { stelsel: 1904 });
  const lezer = lees(bestand([KOPPEN, GEVAL]), mac);
  expect(rijenVan(lezer.uitslagen.get(mac.sleutel))).toMatchObject([{ startdatum: serie("12-1-2026"), einddatum: serie("26-1-2026") }]);
});

test("sheets of one file are forms of their own; hidden ones and their names stay out", () => {
  const jaar = bestand([], { bladen: { "januari Kanarie": [KOPPEN, GEVAL], "februari 2026": [KOPPEN, met(2, serie("3-2-2026"))], _verborgen: [KOPPEN, GEVAL] } });
  const uitslag = lees(jaar).uitslagen.get(jaar.sleutel);
  expect(uitslag).toMatchObject({ formulieren: [{ naam: "Bestand 1, blad 1 (januari …)", sleutel: "s1 0" }, { naam: "Bestand 1, blad 2 (februari 2026)", maand: "2026-02", sleutel: "s1 1" }] });
});

test("a remark below the list is passed over and told", () => {
  const form = bestand([KOPPEN, GEVAL, [null, "Deze maand was het rustig"]]);
  expect(lees(form).uitslagen.get(form.sleutel)).toMatchObject({ soort: "gelezen", overgeslagen: 1, formulieren: [{ rijen: [{ rij: 2 }] }] });
});

describe("a number before each line", () => {
  const KORT = ["Volgnummer", "Startdatum", "SISA", "Consultatie", "Stap 5", "Einddatum"];
  const regel = (nr: Cel, start: string): Cel[] => [nr, serie(start), "Ja", "Intern", "Hulp", null];
  const kenmerken = (...forms: Bronbestand[]) => [...lees(...forms).uitslagen.values()].map((uitslag) => rijenVan(uitslag)).flat().map((waarden) => (typeof waarden === "object" ? waarden.kenmerk : waarden));

  test("that begins at 1 on each form is no reference: another month's 1 is another child", () => {
    expect(kenmerken(bestand([KORT, regel(1, "5-1-2026"), regel(2, "9-1-2026")]), bestand([KORT, regel(1, "5-1-2026")]))).toEqual([null, null, null]);
    expect(kenmerken(bestand([["Nr", ...KORT.slice(1)], regel(1, "5-1-2026"), regel(2, "9-1-2026")]))).toEqual([null, null]);
  });

  test("that goes on in the next form is one", () => expect(kenmerken(bestand([KORT, regel(1, "5-1-2026"), regel(2, "9-1-2026")]), bestand([KORT, regel(3, "5-2-2026")]))).toEqual([1, 2, 3]));
});

test("without a start date these files cannot be read, and say why", () => {
  const form = bestand([["Kenmerk", "SISA", "Consultatie", "Stap 5", "Datum besluit"], ["K", "Ja", "Intern", "Hulp", serie("3-2-2026")]]);
  const lezer = lees(form);
  lezer.beantwoord(lezer.vragen.map((vraag) => ({ ...vraag, antwoord: null }) as typeof vraag));
  expect(lezer.uitslagen.get(form.sleutel)).toMatchObject({ soort: "past-niet", melding: expect.stringContaining("startdatum") });
});

test("while a question is open reading does not go on", () => {
  const lezer = lees(bestand([KOPPEN, met(5, "gezinscoach")]));
  expect(() => lezer.beantwoord(lezer.vragen)).toThrow("vraag");
  expect(lezer.vragen).toHaveLength(1);
});
