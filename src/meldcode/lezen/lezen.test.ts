import { toonDatum } from "../datum";
import { KOPPEN, BASISVELDEN } from "../veld";
import { CONSULTATIE, SISA, STAP5 } from "../zaak";
import { leesDatum } from "./datums";
import { leesConsultatie, leesSisa, leesStap5 } from "./keuzes";
import { veldVoorKop } from "./koppen";
import { isBlanco, isFoutwaarde } from "./tekst";

/** Written from the contract (domain: reading values), not from the code. */
const SYNONIEMEN = {
  sisa: { ja: ["j", "yes", "y", "true", "waar", "1", "x", "✓"], nee: ["n", "no", "false", "onwaar", "0"], nvt: ["nvt", "niet van toepassing"] },
  consultatie: { geen: ["nee", "n", "niet"], intern: ["ja intern", "ja, intern"], extern: ["ja extern", "ja, extern", "veilig thuis"], internEnExtern: ["beide", "intern/extern", "intern + extern"] },
  stap5: {
    hulp: ["zelf hulp", "zelf hulp inzetten", "hulp organiseren", "hulpverlening"],
    melding: ["melden", "melden bij veilig thuis", "melding veilig thuis", "vt", "vtrr", "melden bij veilig thuis rotterdam rijnmond"],
    hulpEnMelding: ["beide", "melding en hulp", "hulp + melding"],
    geenVanBeide: ["geen", "niet nodig"],
  },
};
const LEZERS = { sisa: leesSisa, consultatie: leesConsultatie, stap5: leesStap5 };
const WAARDEN = { sisa: SISA, consultatie: CONSULTATIE, stap5: STAP5 };

describe.each(["sisa", "consultatie", "stap5"] as const)("%s", (veld) => {
  const lees = LEZERS[veld];
  test.each(Object.entries(WAARDEN[veld]))("%s is written %s, whatever case, accents, blanks and trailing dot", (sleutel, waarde) => {
    for (const tekst of [waarde, waarde.toUpperCase(), ` \u00a0${waarde.replaceAll(" ", "  ")}\t`, waarde.replaceAll("e", "é"), `${waarde}${waarde.endsWith(".") ? "" : " ."}`]) {
      expect(lees(tekst)).toMatchObject({ waarde: sleutel, anders: false, leeg: false });
    }
  });

  test.each(Object.entries(SYNONIEMEN[veld]).flatMap(([sleutel, woorden]) => woorden.map((woord) => [woord, sleutel])))("%s is read as %s, and that is told", (woord, sleutel) => {
    for (const tekst of [woord, woord.toUpperCase(), `${woord}.`]) expect(lees(tekst)).toMatchObject({ waarde: sleutel, anders: true });
  });

  test.each(["#N/B", "#N/A", "#VERW!", "weet niet", "jaa", ".", "-", "?", "nee.."])("%s is not understood", (tekst) => {
    expect(lees(tekst)).toMatchObject({ waarde: null, leeg: false });
  });

  test.each([null, "", " ", "\u00a0\n"])("%j is empty", (cel) => expect(lees(cel)).toMatchObject({ leeg: true, waarde: null }));
});

test("booleans and numbers are read as their text", () => {
  expect([true, false, 1, 0].map((cel) => leesSisa(cel).waarde)).toEqual(["ja", "nee", "ja", "nee"]);
  expect(leesSisa(2).waarde).toBeNull();
});

test("ja alone for consultatie does not say which", () => {
  expect(leesConsultatie("Ja").waarde).toBeNull();
});

describe("dates", () => {
  const lees = (cel: string | number | boolean | null) => {
    const { waarde } = leesDatum(cel, 1900);
    return waarde === null ? null : toonDatum(waarde);
  };

  test.each([
    ["3-4-2026"], ["03-04-2026"], ["3/4/2026"], ["3.4.2026"], ["2026-04-03"], [" 3-4-2026. "], ["2026-04-03 10:15"], ["2026-04-03T10:15:30"], ["2026-04-03T23:59:59.999Z"], ["2026-04-03t10:15:00+02:00"],
    ["2026-04-03 9:05"], ["3 april 2026"], ["3 April  2026"], ["03 apr 2026"], ["3 apr. 2026"], [46115], [46115.75],
  ])("%j is 3 April 2026", (cel) => expect(lees(cel)).toBe("3-4-2026"));

  test.each([
    ["jan", 1], ["feb", 2], ["mrt", 3], ["maa", 3], ["apr", 4], ["mei", 5], ["jun", 6], ["jul", 7], ["aug", 8], ["sep", 9], ["sept", 9], ["okt", 10], ["nov", 11], ["dec", 12],
    ["januari", 1], ["februari", 2], ["maart", 3], ["juni", 6], ["juli", 7], ["augustus", 8], ["september", 9], ["oktober", 10], ["november", 11], ["december", 12],
  ])("%s is month %i", (naam, maand) => {
    expect(lees(`2 ${naam} 2025`)).toBe(`2-${maand}-2025`);
    if (naam.length <= 4 && naam !== "juni" && naam !== "juli") expect(lees(`2 ${naam}. 2025`)).toBe(`2-${maand}-2025`);
  });

  test.each([
    "31-2-2026", "29-2-2025", "31-4-2026", "0-1-2026", "1-0-2026", "1-13-2026", "4/30/2026", "3-4-26", "26-04-03", "3-4/2026", "2026-4-3", "2026/04/03", "2026-04-03 25:00", "2026-04-03 onbekend", "3-4-2026 10:15",
    "3 april", "april 2026", "3 xyz 2026", "3 april. 2026", "3 apr 26", "46115", "31-12-1989", "1-1-2100", "#N/B", "vandaag", ".", "3-4-2026..", "003-4-2026", "apr 3 2026",
  ])("%s is no date", (tekst) => expect(lees(tekst)).toBeNull());

  test.each([2026, 0, -5, 32873, 73051, true, false])("%j is no date either", (cel) => expect(lees(cel)).toBeNull());

  test("a leap day exists in leap years only, and the borders count", () => {
    expect([lees("29-2-2024"), lees("1-1-1990"), lees("31-12-2099"), lees(32874), lees(73050.5)]).toEqual(["29-2-2024", "1-1-1990", "31-12-2099", "1-1-1990", "31-12-2099"]);
  });

  test("the 1904 system counts from another day", () => {
    expect(leesDatum(44653, 1904).waarde).toBe(leesDatum(46115, 1900).waarde);
  });

  test("only a date written as text is told", () => {
    expect(leesDatum("3-4-2026", 1900).anders).toBe(true);
    expect(leesDatum(46115, 1900).anders).toBe(false);
  });
});

describe("headers", () => {
  test.each(BASISVELDEN.map((veld) => [veld, KOPPEN[veld]]))("%s is found under %s, whatever case, blanks and punctuation", (veld, kop) => {
    for (const tekst of [kop, kop.toUpperCase(), ` ${kop}: `, `${kop} (verplicht)`, kop.replace("-", " ")]) expect(veldVoorKop(tekst)).toBe(veld);
  });

  test.each([["Datum start", "startdatum"], ["Zaaknummer", "kenmerk"], ["SISA", "sisa"], ["Stap5", "stap5"], ["Datum afgesloten", "einddatum"], ["Afdeling", "team"], ["stap_2", "consultatie"]])("%s names %s", (kop, veld) => {
    expect(veldVoorKop(kop)).toBe(veld);
  });

  test.each(["Datum", "Opmerking", "", "Zorgmelding", "Naam medewerker", "Stap 4", "Start- en einddatum"])("%s is a free column", (kop) => expect(veldVoorKop(kop)).toBeNull());
});

test("an error value is known in any language, a reference with a # is none", () => {
  for (const fout of ["#N/B", "#N/A", "#VERW!", "#REF!", "#DEEL/0!", "#DIV/0!", "#NAAM?", "#NAME?", "#GETAL!", "#LEEG!", "#WAARDE!", "#OVERLOPEN!"]) expect(isFoutwaarde(fout)).toBe(true);
  for (const tekst of ["#12", "#", "N/B", "# 3!", "zaak #N/B", "#abc!"]) expect(isFoutwaarde(tekst)).toBe(false);
});

test("blank is only whitespace", () => {
  expect([null, "", " ", "\u00a0\t\n", ".", 0, false].map(isBlanco)).toEqual([true, true, true, true, false, false, false]);
});
