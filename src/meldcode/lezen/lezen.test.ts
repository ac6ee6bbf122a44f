import * as fc from "fast-check";
import { toonDatum } from "../datum";
import { KOPPEN, BASISVELDEN } from "../veld";
import type { Periode } from "../periode";
import { STANDAARDVRAAGSTELLING, type Vraagstelling } from "../vraagstelling";
import { CONSULTATIE, SISA, STAP5 } from "../zaak";
import { leesDatum } from "./datums";
import { INDICATOREN, INDICATORWAARDEN, type Indicator } from "../indicator";
import { INDICATORLEZERS, leesConsultatie, leesSisa, leesStap5 } from "./keuzes";
import { veldVoorKop } from "./koppen";
import { isBlanco, isFoutwaarde, normaliseer } from "./tekst";

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

describe("indicators", () => {
  /** All words beside the values themselves, written from what people write, not from the code. */
  const reeks = (van: number, tot: number) => [`${van}-${tot}`, `${van} - ${tot}`, `${van}–${tot}`, `${van} – ${tot}`, `${van} t/m ${tot}`, `${van} tm ${tot}`, `${van} tot en met ${tot}`, `${van} tot ${tot + 1}`].flatMap((r) => [r, `${r} jaar`, `${r} jr`]);
  const WOORDEN: Readonly<Record<Indicator, Readonly<Record<string, readonly string[]>>>> = {
    leeftijdsgroep: { j0tot3: reeks(0, 3), j4tot11: reeks(4, 11), j12tot17: reeks(12, 17), j18tot22: reeks(18, 22), j23tot64: reeks(23, 64), j65plus: ["65+", "65 +", "65 plus", "65plus", "65 en ouder", "65 of ouder", "65 jaar en ouder", "vanaf 65", "vanaf 65 jaar"] },
    geweldsvorm: {
      lichamelijk: ["lichamelijk geweld", "fysiek", "fysiek geweld", "lichamelijke mishandeling", "fysieke mishandeling"],
      psychisch: ["psychisch geweld", "psychische mishandeling", "psychologisch", "emotioneel", "emotioneel geweld", "emotionele mishandeling", "geestelijk", "geestelijke mishandeling"],
      seksueel: ["sexueel", "seksueel geweld", "sexueel geweld", "seksueel misbruik", "sexueel misbruik"],
      verwaarlozing: ["lichamelijke verwaarlozing", "fysieke verwaarlozing", "emotionele verwaarlozing", "psychische verwaarlozing", "pedagogische verwaarlozing", "affectieve verwaarlozing"],
      financieel: ["financieel misbruik", "financieel geweld", "financiële uitbuiting"],
      getuige: ["getuige", "getuige van huiselijk geweld", "getuige huiselijk geweld", "kind als getuige", "kind getuige van geweld"],
      meer: ["meer vormen", "meerdere", "meerdere vormen", "meer dan een", "meer dan één", "meer dan 1 vorm", "meer dan 1", "combinatie", "combinatie van vormen", "diverse"],
      anders: ["andere vorm", "een andere vorm", "ander geweld", "overig", "overige"],
    },
    bekendheid: { nieuw: ["nieuwe zaak", "nieuw gezin", "nieuwe casus", "niet eerder bekend", "nooit eerder bekend"], bekend: ["bekend", "reeds bekend", "eerder bekend", "was al bekend", "was bekend", "al eerder bekend"] },
    kinderen: { k0: ["geen kinderen", "nul"], k1: ["een kind", "één kind"], k2: ["twee", "twee kinderen"], k3: ["drie", "drie kinderen"], k4plus: ["4+", "4 +", "4 plus", "4 of meer kinderen", "vier of meer", "vier of meer kinderen", "meer dan 3", "meer dan drie"] },
  };
  const waarden = INDICATOREN.flatMap((indicator) => Object.entries(INDICATORWAARDEN[indicator]).map(([sleutel, waarde]) => [indicator, waarde, sleutel] as const));
  const woorden = INDICATOREN.flatMap((indicator) => Object.entries(WOORDEN[indicator]).flatMap(([sleutel, lijst]) => lijst.map((woord) => [indicator, woord, sleutel] as const)));

  test.each(waarden)("%s %s is written so, whatever case, accents and blanks", (indicator, waarde, sleutel) => {
    for (const tekst of [waarde, waarde.toUpperCase(), ` \u00a0${waarde.replaceAll(" ", "  ")}.`]) expect(INDICATORLEZERS[indicator](tekst)).toEqual({ leeg: false, waarde: sleutel, anders: false });
  });

  test("other words are understood, and that is told", () => {
    for (const [indicator, woord, sleutel] of woorden) {
      const isWaarde = waarden.some(([van, waarde]) => van === indicator && waarde === woord);
      for (const tekst of [woord, woord.toUpperCase()]) expect([woord, INDICATORLEZERS[indicator](tekst)]).toEqual([woord, { leeg: false, waarde: sleutel, anders: !isWaarde }]);
    }
  });

  test.each([[0, "j0tot3"], [3, "j0tot3"], [4, "j4tot11"], [11, "j4tot11"], ["12", "j12tot17"], ["17 jaar", "j12tot17"], [18, "j18tot22"], [22, "j18tot22"], [23, "j23tot64"], [64, "j23tot64"], [65, "j65plus"], [120, "j65plus"]])("an age of %j is the group %s", (cel, waarde) => {
    expect(INDICATORLEZERS.leeftijdsgroep(cel)).toEqual({ leeg: false, waarde, anders: true });
  });

  test.each([[0, "k0"], ["0", "k0"], [1, "k1"], [2, "k2"], ["3", "k3"], [4, "k4plus"], ["12", "k4plus"], [30, "k4plus"], ["1 kind", "k1"], ["7 kinderen", "k4plus"]])("%j children are counted as %s, without a tip", (cel, waarde) => {
    expect(INDICATORLEZERS.kinderen(cel)).toEqual({ leeg: false, waarde, anders: false });
  });

  test.each([
    ["leeftijdsgroep", [121, -1, 3.5, "3,5", "007", "4-12", "4 tot 11", "0-4", "18-23", "jong", "kind", "onbekend", true, "#N/B", "4-11-2026"]],
    ["geweldsvorm", ["misbruik", "mishandeling", "geweld", "ja", "x", 1, "onbekend", "fysiek en psychisch", "#N/B"]],
    ["bekendheid", ["ja", "nee", "j", "n", 1, 0, true, "onbekend", "niet bekend", "nog niet bekend", "x"]],
    ["kinderen", [31, -1, 1.5, "1,5", "02", "2-3", "1 of 2", "veel", "onbekend", true, "#N/B"]],
  ] as const)("%s: nothing is guessed", (indicator, cellen) => {
    for (const cel of cellen) expect([cel, INDICATORLEZERS[indicator](cel)]).toEqual([cel, { leeg: false, waarde: null, anders: false }]);
  });

  test("a random cell never becomes a wrong value: only the words above and whole numbers are read; what Excel makes a date of never is", () => {
    const bekend = new Map([...waarden, ...woorden].map(([indicator, woord, sleutel]) => [`${indicator} ${normaliseer(woord)}`, sleutel]));
    const verhaspeld = fc.tuple(fc.constantFrom(...[...waarden, ...woorden].map(([, woord]) => woord)), fc.nat(30), fc.constantFrom("", "1", " ", "-", "e", "0")).map(([woord, plek, erbij]) => woord.slice(0, plek) + erbij + woord.slice(plek + 1));
    const datum = fc.integer({ min: 32874, max: 73050 });
    fc.assert(
      fc.property(fc.constantFrom(...INDICATOREN), fc.oneof(verhaspeld, datum, fc.string(), fc.double(), fc.integer({ min: -5, max: 130 }), fc.integer({ min: -5, max: 130 }).map(String), fc.boolean()), (indicator, cel) => {
        const { waarde, leeg } = INDICATORLEZERS[indicator](cel);
        const tekst = normaliseer(cel);
        const getal = /^(0|[1-9]\d*)( ?(jaar|jr|kind|kinderen))?$/.test(tekst) ? Number.parseInt(tekst, 10) : null;
        if (waarde === null) return;
        expect(leeg).toBe(false);
        if (bekend.has(`${indicator} ${tekst}`)) expect(waarde).toBe(bekend.get(`${indicator} ${tekst}`));
        else if (indicator === "leeftijdsgroep") {
          const [, van = "", tot = ""] = /^j(\d+)(?:tot(\d+)|plus)$/.exec(waarde) ?? [];
          expect(getal).not.toBeNull();
          expect(getal).toBeGreaterThanOrEqual(Number(van));
          expect(getal).toBeLessThanOrEqual(Number(tot || 120));
        } else if (indicator === "kinderen") expect(waarde).toBe(getal === null ? fail(tekst) : getal < 4 ? `k${getal}` : getal <= 30 ? "k4plus" : fail(tekst));
        else fail(tekst);
      }),
      { numRuns: 3000 },
    );
  });
});

function fail(wat: string): never {
  throw new Error(wat);
}

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

describe("headers of what policy asks", () => {
  const vraagt = (anders: Partial<Vraagstelling>) => ({ ...STANDAARDVRAAGSTELLING, ...anders });
  const alles = vraagt({ extraIndicatoren: INDICATOREN.map((indicator) => ({ indicator, vanaf: "2026-01" as Periode })) });

  test.each(INDICATOREN.map((indicator) => [indicator, KOPPEN[indicator]]))("%s is found under %s when it is asked, and is a free column when it is not", (indicator, kop) => {
    for (const tekst of [kop, kop.toUpperCase(), ` ${kop}: `]) expect([veldVoorKop(tekst, alles), veldVoorKop(tekst)]).toEqual([indicator, null]);
  });

  test.each([["Soort geweld", "geweldsvorm"], ["Leeftijdscategorie", "leeftijdsgroep"], ["Nieuw/bekend", "bekendheid"], ["Aantal betrokken kinderen", "kinderen"]])("%s names %s", (kop, veld) => {
    expect(veldVoorKop(kop, alles)).toBe(veld);
  });

  test.each(["Leeftijd", "Geboortedatum", "Soort", "Bekend", "Naam kind"])("%s is a free column", (kop) => expect(veldVoorKop(kop, alles)).toBeNull());

  test("SISA's own name counts beside ours; where it is not asked neither does", () => {
    expect(["VIR-melding", "vir melding", "SISA-signaal"].map((kop) => veldVoorKop(kop, vraagt({ sisaLabel: "VIR-melding" })))).toEqual(["sisa", "sisa", "sisa"]);
    expect(["SISA-signaal", "SISA", "Startdatum"].map((kop) => veldVoorKop(kop, vraagt({ sisaLabel: null })))).toEqual([null, null, "startdatum"]);
  });
});

test("an error value is known in any language, a reference with a # is none", () => {
  for (const fout of ["#N/B", "#N/A", "#VERW!", "#REF!", "#DEEL/0!", "#DIV/0!", "#NAAM?", "#NAME?", "#GETAL!", "#LEEG!", "#WAARDE!", "#OVERLOPEN!"]) expect(isFoutwaarde(fout)).toBe(true);
  for (const tekst of ["#12", "#", "N/B", "# 3!", "zaak #N/B", "#abc!"]) expect(isFoutwaarde(tekst)).toBe(false);
});

test("blank is only whitespace", () => {
  expect([null, "", " ", "\u00a0\t\n", ".", 0, false].map(isBlanco)).toEqual([true, true, true, true, false, false, false]);
});
