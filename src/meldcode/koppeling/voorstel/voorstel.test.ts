import * as fc from "fast-check";
import { Lijst } from "../../lijst";
import { kolommen, OPTIES, serie } from "../../testtaal";
import { INDICATOREN } from "../../indicator";
import type { Periode } from "../../periode";
import { type Cel, KOPPEN, type Rij, BASISVELDEN, type Veld } from "../../veld";
import type { Vraagstelling } from "../../vraagstelling";
import { zaak } from "../../willekeur";
import type { Celblad } from "../celblad";
import { Koppelingfout } from "../koppeling";
import { pasKoppelingToe } from "../toepassen";
import { type Vraag, beantwoord, rondAf } from "./vragen";
import { type Voorstel, stelKoppelingVoor } from "./voorstel";

function blad(rijen: readonly (readonly Cel[])[], naam = "Zaken", zichtbaar = true): Celblad {
  return { blad: naam, zichtbaar, rijen: new Map(rijen.map((rij, i) => [i + 1, [undefined, ...rij]])) };
}
const bron = (...bladen: Celblad[]) => ({ bladen, datumstelsel: 1900 as const, datumsZijnTekst: false });
const stelVoor = (...bladen: Celblad[]) => stelKoppelingVoor(bron(...bladen));
const soorten = ({ vragen }: Voorstel) => vragen.map((vraag) => ("veld" in vraag ? `${vraag.soort} ${vraag.veld}` : vraag.soort));
const dag = (nummer: number) => serie("5-1-2026") + nummer;

const KOP = ["Startdatum", "SISA-signaal", "Consultatie", "Stap 5", "Einddatum"];
const ROND: Cel[] = [dag(0), "Ja", "Intern", "Hulp", dag(9)];
const LIJST = [KOP, ROND, ROND];
/** The list with one column otherwise. */
const anders = (plek: number, kop: string, ...waarden: Cel[]) => [KOP.with(plek, kop), ...waarden.map((waarde) => ROND.with(plek, waarde))];

it("asks nothing of a list with our own headers and words", () => {
  const voorstel = stelVoor(blad(LIJST));
  expect(soorten(voorstel)).toEqual([]);
  expect(voorstel.kolommen.map(({ veld, kolom, zekerheid }) => [veld, kolom, zekerheid > 0.9])).toEqual([["sisa", "B", true], ["startdatum", "A", true], ["einddatum", "E", true], ["consultatie", "C", true], ["stap5", "D", true]]);
});

describe("what is not certain is asked, never assumed", () => {
  it("the first date column need not be the start", () => {
    const voorstel = stelVoor(blad([["Datum", ...KOP.slice(1), "Datum gesprek"], [...ROND, dag(2)], [...ROND, dag(3)]]));
    expect(soorten(voorstel)).toEqual(["kolom startdatum"]);
    const [vraag] = voorstel.vragen;
    expect(vraag?.soort === "kolom" && vraag.keuzes.slice(0, 2).map(({ kop }) => kop)).toEqual(["Datum", "Datum gesprek"]);
    expect(voorstel.koppeling.velden.startdatum).toBeUndefined();
  });

  it("the index may have another name, unless policy says so", () => {
    const lijst = blad(anders(1, "VIR-melding", "Ja", "Nee"));
    expect(soorten(stelVoor(lijst))).toEqual(["kolom sisa"]);
    expect(soorten(stelKoppelingVoor(bron(lijst), { vraagstelling: { sisaLabel: "VIR-melding", extraIndicatoren: [] } }))).toEqual([]);
  });

  it("a zorgmelding need not be a melding: no suggestion even", () => {
    const voorstel = stelVoor(blad(anders(3, "Stap 5", "Zorgmelding", "Hulp", "Wijkteam ingeschakeld")));
    expect(soorten(voorstel)).toEqual(["waarden stap5"]);
    expect(voorstel.vragen[0]).toMatchObject({ woorden: [{ woord: "zorgmelding", voorstel: null, aantal: 1, voorbeelden: [{ blad: "Zaken", cel: "D2", tekst: "Zorgmelding" }] }, { woord: "wijkteam ingeschakeld", voorstel: "hulp" }] });
  });

  it("ja alone for consultatie does not say which", () => expect(soorten(stelVoor(blad(anders(2, "Geconsulteerd", "Ja", "Nee", "Ja"))))).toEqual(["waarden consultatie"]));

  it.each([
    [0, "Start hulpverlening", ["kolom startdatum"]],
    [0, "Datum signaal", ["kolom startdatum"]],
    [0, "Begindatum casus", []],
    [0, "Meldcode gestart op", []],
    [4, "Einddatum indicatie", ["kolom einddatum"]],
    [4, "Afgerond d.d.", []],
    [4, "Dossier dicht op", []],
  ])("a date is the start or the end only when its header says so: column %i, %s", (plek, kop, vragen) => {
    expect(soorten(stelVoor(blad(anders(plek, kop, ROND[plek] ?? null, ROND[plek] ?? null))))).toEqual(vragen);
  });

  it.each(["Melding leerplicht", "Zorgmelding"])("%s beside Hulp is not the second decision of stap 5", (kop) => {
    const voorstel = stelVoor(blad([["Startdatum", "SISA", "Consultatie", "Hulp", kop, "Einddatum"], [dag(0), "Ja", "Intern", "ja", "nee", dag(9)], [dag(1), "Ja", "Intern", "nee", "ja", dag(9)]]));
    expect(soorten(voorstel)).toEqual(["kolom stap5"]);
  });

  it("a postcode is no reference, nor is a number about the signal the signal", () => {
    const voorstel = stelVoor(blad([[...KOP.with(1, "SISA nummer"), "Postcode"], [...ROND.with(1, "S-1"), "3011AA"], [...ROND.with(1, "S-2"), "3012BB"]]));
    expect([soorten(voorstel), voorstel.koppeling.velden.kenmerk]).toEqual([["kolom sisa"], undefined]);
  });

  it("several together mean no more than all of them: of a part that is not known, nothing is suggested", () => {
    const voorstel = stelVoor(blad(anders(2, "Consultatie", "collega + VT", "intervisie + VT", "Intern")));
    expect(voorstel.vragen[0]).toMatchObject({ woorden: [{ woord: "collega + vt", voorstel: "internEnExtern" }, { woord: "intervisie + vt", voorstel: null }] });
    expect(soorten(stelVoor(blad(anders(2, "Overleg met", "Veilig Thuis", "intervisie + VT", "Veilig Thuis"))))).toEqual(["waarden consultatie"]);
    const stap5 = stelVoor(blad(anders(3, "Stap 5", "VT gemeld + hulp", "Zorgmelding en hulp", "Hulp")));
    expect(stap5.vragen[0]).toMatchObject({ woorden: [{ woord: "vt gemeld + hulp", voorstel: "hulpEnMelding" }, { woord: "zorgmelding en hulp", voorstel: null }] });
  });

  it("a date may stand under any header: those with dates come first", () => {
    const voorstel = stelVoor(blad([["Team", "Opmerking", "Binnengekomen op", ...KOP.slice(1)], ["A", "bellen", ...ROND], ["A", "bellen", ...ROND]]));
    const [vraag] = voorstel.vragen;
    expect(vraag?.soort === "kolom" && vraag.keuzes.slice(0, 2).map(({ kop }) => kop)).toEqual(["Binnengekomen op", "Einddatum"]);
  });

  it("two columns that could both be it", () => {
    const voorstel = stelVoor(blad([...LIJST.map((rij, i) => [...rij, i === 0 ? "Einde casus" : dag(20)])].map((rij, i) => (i === 0 ? rij.with(4, "Afgerond") : rij))));
    expect(soorten(voorstel)).toContain("kolom einddatum");
  });

  it("a required field that the list does not have is said plainly", () => {
    const voorstel = stelVoor(blad(LIJST.map((rij) => rij.toSpliced(1, 1))));
    expect([soorten(voorstel), voorstel.ontbreekt]).toEqual([["kolom sisa"], ["sisa"]]);
    expect(voorstel.vragen[0]?.zin).toContain('geen kolom die ‘SISA-signaal’ lijkt te zijn');
  });

  it("a field that is often empty in closed cases says something; a forgotten cell does not", () => {
    expect(soorten(stelVoor(blad(anders(1, "SISA", "Ja", null, null, null, "Ja"))))).toEqual(["leeg sisa"]);
    expect(soorten(stelVoor(blad(anders(1, "SISA", "Ja", null, "Ja", null, "Ja"))))).toEqual([]);
  });

  it("a cross in two columns: what an empty one means", () => {
    const rijen = [["x", null], [null, "x"], ["x", null], [null, "x"], [null, null], [null, null], [null, null]].map(([hulp, melding]) => [dag(0), "Ja", "Intern", hulp ?? null, melding ?? null, dag(9)]);
    const voorstel = stelVoor(blad([["Startdatum", "SISA", "Consultatie", "Hulp", "Melding", "Einddatum"], ...rijen]));
    expect(soorten(voorstel)).toEqual(["leeg-naast stap5"]);
    const koppeling = rondAf(voorstel.koppeling, voorstel.vragen.map((vraag): Vraag => (vraag.soort === "leeg-naast" ? { ...vraag, antwoord: "niet" } : vraag)));
    expect(pasKoppelingToe(koppeling, bron(blad([["Startdatum", "SISA", "Consultatie", "Hulp", "Melding", "Einddatum"], ...rijen]))).inhoud.stap5?.slice(0, 2)).toEqual(["Hulp", "Melding"]);
  });

  it("a sheet that may be a copy", () => {
    const voorstel = stelVoor(blad(LIJST), blad(LIJST, "Kopie van Zaken"));
    expect([soorten(voorstel), voorstel.koppeling.bereiken.map((b) => b.blad)]).toEqual([["blad"], ["Zaken"]]);
    expect(beantwoord(voorstel.koppeling, voorstel.vragen.map((vraag): Vraag => (vraag.soort === "blad" ? { ...vraag, antwoord: ["Kopie van Zaken"] } : vraag))).bereiken).toHaveLength(2);
  });
});

describe("areas", () => {
  it("on several sheets and below each other are one list, with titles and totals between them", () => {
    const voorstel = stelVoor(blad([["Noord"], ...LIJST, ["Totaal", 2], ["Zuid"], ...LIJST], "A"), blad(LIJST.toReversed().slice(0, 1).concat(LIJST), "B"), blad([["Uitleg", "bij", "de lijst"]], "C"));
    expect(voorstel.bereiken.map(({ blad, koprij, laatsteRij }) => [blad, koprij, laatsteRij])).toEqual([["A", 2, 5], ["A", 7, undefined], ["B", 2, undefined]]);
    expect(voorstel.filters).toMatchObject([{ kop: "Startdatum", weglaten: ["totaal"] }]);
  });
  it("may have a note below them, which is no case", () => {
    const metKenmerk = LIJST.map((rij, i) => [i === 0 ? "Nr" : `A${i}`, ...rij]);
    const rijen = blad([...metKenmerk, [null], ["NB: nieuwe zaken altijd onderaan!"], ["A9", null, "Ja"]]);
    const { koppeling, filters } = stelVoor(rijen);
    expect(filters).toMatchObject([{ kop: "Nr", weglaten: ["nb: nieuwe zaken altijd onderaan!"] }]);
    expect(pasKoppelingToe(rondAf(koppeling, []), bron(rijen)).inhoud.kenmerk).toEqual(["A1", "A2", "A9"]);
  });
  it("on hidden sheets are left alone, and those with other headers are named", () => {
    const voorstel = stelVoor(blad(LIJST), blad(LIJST, "Verborgen", false), blad([["Startdatum", "Einddatum", "Team", "Cursus"], [dag(0), dag(1), "A", "EHBO"]], "Oud model"));
    expect([voorstel.bereiken.map(({ blad }) => blad), voorstel.nietGelezen]).toEqual([["Zaken"], ["Oud model"]]);
  });
  it("with headers over two rows read both", () => {
    const rijen = [["Meldcode 2026"], ["Zaak", null, "Consultatie", null, "Stap 5", null, null], ["Nr", "Startdatum", "intern", "extern", "hulp", "melding VT", "Einddatum"], ...[1, 2, 3].map((n): Cel[] => [`A${n}`, dag(n), "ja", n > 2 ? "ja" : "nee", "ja", "nee", dag(n + 9)])];
    const voorstel = stelVoor(blad(rijen));
    expect(voorstel.koppeling.bereiken).toEqual([{ blad: "Zaken", koprij: 3, koprijen: 2 }]);
    expect(soorten(voorstel)).toEqual(["kolom sisa"]);
    expect(voorstel.koppeling.velden).toMatchObject({ consultatie: { kolommen: [{ kop: "Consultatie intern" }, { kop: "Consultatie extern" }] }, stap5: { kolommen: [{ kop: "Stap 5 hulp" }, { kop: "Stap 5 melding VT" }] } });
  });
  it("with one title over it keep their headers", () => {
    const rijen = [["Team Noord", null, null, "2026"], ...LIJST];
    expect(stelVoor({ ...blad(rijen), samengevoegd: [{ vanRij: 1, vanKolom: 1, totRij: 1, totKolom: 3 }] }).koppeling.bereiken).toEqual([{ blad: "Zaken", koprij: 2 }]);
  });
  it.each([["with an empty column between them", [null]], ["against each other", []]])("side by side, %s, are one list", (_, tussen) => {
    const naast = (een: readonly Cel[], twee: readonly Cel[]) => [...een, ...tussen, ...twee];
    const voorstel = stelVoor(blad([["Noord"], naast(KOP, KOP), naast(ROND, ROND), naast(ROND, [])]));
    const k = tussen.length === 0 ? "F:J" : "G:K";
    expect([soorten(voorstel), voorstel.koppeling.bereiken]).toEqual([[], [{ blad: "Zaken", koprij: 2, kolommen: "A:E" }, { blad: "Zaken", koprij: 2, kolommen: k }]]);
    expect(pasKoppelingToe(rondAf(voorstel.koppeling, []), bron(blad([["Noord"], naast(KOP, KOP), naast(ROND, ROND), naast(ROND, [])]))).inhoud.startdatum).toHaveLength(3);
  });
  it("with an empty column in the middle are one", () => {
    const open = (rij: readonly Cel[]) => rij.toSpliced(2, 0, null);
    expect(stelVoor(blad(LIJST.map(open))).koppeling.bereiken).toEqual([{ blad: "Zaken", koprij: 1 }]);
  });
  it("with other headers on another sheet are read with those", () => {
    const zuid = [["Sinds", "SISA afgegeven", "Overleg", "Besluit", "Afgesloten op"], [dag(3), "Ja", "Extern", "Melding", dag(8)], [dag(4), "Nee", "Intern", "Wijkteam", dag(8)]];
    const voorstel = stelVoor(blad(LIJST), blad(zuid, "Zuid"));
    expect(voorstel.nietGelezen).toEqual([]);
    expect(soorten(voorstel)).toEqual(["kolom startdatum", "waarden stap5"]);
    const [kolom] = voorstel.vragen;
    expect(kolom).toMatchObject({ blad: "Zuid", zin: expect.stringContaining('blad ‘Zuid’') });
    const vragen = voorstel.vragen.map((vraag): Vraag => (vraag.soort === "kolom" ? { ...vraag, antwoord: "Sinds" } : vraag.soort === "waarden" ? { ...vraag, antwoord: { wijkteam: "hulp" } } : vraag));
    const { inhoud } = pasKoppelingToe(rondAf(voorstel.koppeling, vragen), bron(blad(LIJST), blad(zuid, "Zuid")));
    expect(inhoud).toMatchObject({ startdatum: [dag(0), dag(0), dag(3), dag(4)], stap5: ["Hulp", "Hulp", "Melding", "Hulp"] });
    const zonder = rondAf(voorstel.koppeling, voorstel.vragen.map((vraag): Vraag => (vraag.soort === "kolom" ? { ...vraag, antwoord: null } : vraag.soort === "waarden" ? { ...vraag, antwoord: {} } : vraag)));
    expect([zonder.bereiken.map((b) => b.blad), zonder.andereBladen]).toEqual([["Zaken"], ["Zuid"]]);
  });
  it("with a free column more on one sheet are the same list", () => {
    expect(stelVoor(blad(LIJST), blad(LIJST.map((rij, i) => [i === 0 ? "Opmerking" : "bellen", ...rij]), "feb")).bereiken.map((b) => b.blad)).toEqual(["Zaken", "feb"]);
  });
  it("beside which another list stands below stop above it", () => {
    const ander = [["Naam cursus", "Datum", "Startdatum cursus", "Einddatum cursus"], ["EHBO", dag(1), dag(2), dag(3)]];
    expect(stelVoor(blad([...LIJST, [null], ...ander])).koppeling.bereiken).toEqual([{ blad: "Zaken", koprij: 1, laatsteRij: 3 }]);
  });
  it("are not there when nothing looks like a list", () => expect(() => stelVoor(blad([["Naam", "Adres"], ["a", "b"]]))).toThrow("Er is geen lijst herkend"));
});

describe("answers", () => {
  it("that do not fit are refused in one sentence", () => {
    const { koppeling, vragen } = stelVoor(blad(anders(3, "Stap 5", "Zorgmelding")));
    const met = (antwoord: Record<string, string>) => vragen.map((vraag): Vraag => (vraag.soort === "waarden" ? { ...vraag, antwoord } : vraag));
    expect(() => rondAf(koppeling, met({ zorgmelding: "intern" }))).toThrow("Dit antwoord past niet bij de vraag");
    expect(() => rondAf(koppeling, vragen)).toThrow("nog een vraag zonder antwoord");
    expect(rondAf(koppeling, met({ zorgmelding: "hulp" })).velden.stap5?.kolommen[0]?.waarden).toEqual({ zorgmelding: "hulp" });
  });

  it("are used again for next year's file, where only what is new is asked", () => {
    const { koppeling, vragen } = stelVoor(blad(anders(3, "Stap 5", "Zorgmelding"), "2025"));
    const eerder = rondAf(koppeling, vragen.map((vraag): Vraag => (vraag.soort === "waarden" ? { ...vraag, antwoord: { zorgmelding: "hulp" } } : vraag)));
    const opnieuw = stelKoppelingVoor(bron(blad(anders(3, "Stap 5", "zorgmelding", "Doorverwezen"), "2026")), { eerder });
    expect(opnieuw.bereiken.map((b) => b.blad)).toEqual(["2026"]);
    expect(opnieuw.vragen).toMatchObject([{ soort: "waarden", woorden: [{ woord: "doorverwezen" }] }]);
  });
});

describe("next year's file", () => {
  const eerder = () => rondAf(stelVoor(blad(LIJST, "jan 2026"), blad(LIJST, "feb 2026")).koppeling, [{ soort: "zelfde-zaak", zin: "", antwoord: false }]);
  const opnieuw = (...bladen: Celblad[]) => stelKoppelingVoor(bron(...bladen), { eerder: eerder() });

  it("has the same sheets for another year", () => {
    expect(opnieuw(blad(LIJST, "Jan 2027"), blad(LIJST, "feb 2027")).koppeling.bereiken.map((b) => b.blad)).toEqual(["Jan 2027", "feb 2027"]);
  });
  it("takes a new month, and asks about a sheet with a name of another kind, once", () => {
    const voorstel = opnieuw(blad(LIJST, "jan 2026"), blad(LIJST, "feb 2026"), blad(LIJST, "mrt 2026"), blad(LIJST, "Lijst Joke"));
    expect([soorten(voorstel), voorstel.koppeling.bereiken.map((b) => b.blad)]).toEqual([["blad"], ["jan 2026", "feb 2026", "mrt 2026"]]);
    const nee = rondAf(voorstel.koppeling, voorstel.vragen.map((vraag): Vraag => (vraag.soort === "blad" ? { ...vraag, antwoord: [] } : vraag)));
    expect(nee.andereBladen).toEqual(["Lijst Joke"]);
    expect(soorten(stelKoppelingVoor(bron(blad(LIJST, "jan 2026"), blad(LIJST, "feb 2026"), blad(LIJST, "mrt 2026"), blad(LIJST, "Lijst Joke")), { eerder: nee }))).toEqual([]);
  });
  it("may have its headers elsewhere", () => {
    const voorstel = opnieuw(blad([["Nieuw jaar"], [null], ...LIJST], "jan 2026"), blad(LIJST, "feb 2026"));
    expect([soorten(voorstel), voorstel.koppeling.bereiken]).toEqual([[], [{ blad: "jan 2026", koprij: 3 }, { blad: "feb 2026", koprij: 1 }]]);
  });
  it("knows own words under another header", () => {
    const met = (kop: string) => blad(anders(3, kop, "Wijkteam", "Hulp", "Melding"));
    const { koppeling, vragen } = stelVoor(met("Stap 5"));
    const oud = rondAf(koppeling, vragen.map((vraag): Vraag => (vraag.soort === "waarden" ? { ...vraag, antwoord: { wijkteam: "hulp" } } : vraag)));
    expect(soorten(stelKoppelingVoor(bron(met("Besluit stap 5")), { eerder: oud }))).toEqual([]);
  });
});

it("of an error value nothing is asked, and a column without a header can be chosen", () => {
  expect(soorten(stelVoor(blad(anders(3, "Stap 5", "#N/B", "Hulp"))))).toEqual([]);
  const voorstel = stelVoor(blad(anders(2, "", "Intern", "Extern", "Intern")));
  expect(voorstel.vragen).toMatchObject([{ soort: "kolom", veld: "consultatie", zin: expect.stringContaining("kolom C, die geen kop heeft") }]);
});

describe("what policy asks", () => {
  const metVraag = (vraagstelling: Vraagstelling, ...bladen: Celblad[]) => stelKoppelingVoor(bron(...bladen), { vraagstelling });
  const ALLES: Vraagstelling = { sisaLabel: "SISA-signaal", extraIndicatoren: INDICATOREN.map((indicator) => ({ indicator, vanaf: "2026-01" as Periode })) };
  const ZONDER_SISA: Vraagstelling = { sisaLabel: null, extraIndicatoren: [] };
  /** The list with a column more. */
  const erbij = (kop: string, ...waarden: Cel[]) => blad([[...KOP, kop], ...waarden.map((waarde) => [...ROND, waarde])]);
  const kolomVan = (voorstel: Voorstel, veld: Veld) => voorstel.koppeling.velden[veld]?.kolommen.map(({ kop }) => kop);

  it("asks nothing more of a list without such a column, nor of free columns", () => {
    expect(soorten(metVraag(ALLES, blad(LIJST)))).toEqual([]);
    for (const kop of ["Opmerking", "Huisnummer", "Naam kind", "Volgnummer", "Klas", "Geboortedatum"]) expect([kop, soorten(metVraag(ALLES, erbij(kop, 3, 4, 5)))]).toEqual([kop, []]);
  });

  it("takes a column that bears our header, and proposes nothing for it when it is not asked", () => {
    for (const [indicator, waarde] of [["leeftijdsgroep", "4 t/m 11 jaar"], ["geweldsvorm", "Psychisch"], ["bekendheid", "Nieuw"], ["kinderen", 2]] as const) {
      const lijst = erbij(KOPPEN[indicator], waarde, waarde);
      const voorstel = metVraag(ALLES, lijst);
      expect([kolomVan(voorstel, indicator), soorten(voorstel)]).toEqual([[KOPPEN[indicator]], []]);
      expect(stelVoor(lijst).koppeling.velden[indicator]).toBeUndefined();
    }
  });

  it("ages and numbers of children need no word of their own", () => {
    const voorstel = metVraag(ALLES, erbij("Leeftijdscategorie", 3, 7, 15));
    expect(voorstel.koppeling.velden.leeftijdsgroep).toEqual({ kolommen: [{ kop: "Leeftijdscategorie", kolom: "F", waarden: {} }] });
    expect(voorstel.waarden.filter(({ veld }) => veld === "leeftijdsgroep")).toEqual([]);
  });

  it("asks which column when one may well be it: an age need not be that of the youngest", () => {
    const voorstel = metVraag(ALLES, erbij("Leeftijd kind", 7, 8, 30));
    expect(soorten(voorstel)).toEqual(["kolom leeftijdsgroep"]);
    const [vraag] = voorstel.vragen;
    if (!vraag) throw new Error("no question");
    expect(rondAf(voorstel.koppeling, [{ ...vraag, antwoord: "F" } as Vraag]).velden.leeftijdsgroep?.kolommen).toMatchObject([{ kop: "Leeftijd kind" }]);
    expect(rondAf(voorstel.koppeling, [{ ...vraag, antwoord: null } as Vraag]).velden.leeftijdsgroep).toEqual({ kolommen: [] });
  });

  it("asks what own words mean: yes or no does not say whether it is new or known", () => {
    const voorstel = metVraag(ALLES, erbij("Nieuw of bekend", "ja", "nee", "reeds bekend"));
    expect(voorstel.vragen).toMatchObject([{ soort: "waarden", veld: "bekendheid", woorden: [{ woord: "ja", voorstel: null }, { woord: "nee", voorstel: null }], mogelijk: ["nieuw", "bekend", "open"] }]);
  });

  it("a column of ages still says whether the signal is N.v.t.", () => {
    const rijen = [3, 40, 50].map((leeftijd) => [...ROND.with(1, leeftijd > 22 ? "" : "Ja"), leeftijd]);
    const voorstel = metVraag(ALLES, blad([[...KOP, "Leeftijdsgroep jongste"], ...rijen]));
    expect(kolomVan(voorstel, "leeftijdsgroep")).toEqual(["Leeftijdsgroep jongste"]);
    expect(soorten(voorstel)).not.toContain("kolom leeftijdsgroep");
    const metLeeftijd = metVraag(ALLES, blad([[...KOP, "Leeftijd"], ...rijen]));
    expect(soorten(metLeeftijd)).toEqual(["kolom leeftijdsgroep", "leeftijd"]);
  });

  it("an earlier mapping keeps its own words when an indicator is asked for besides", () => {
    const lijst = erbij("Nieuw of bekend", "Nieuw", "Al bekend");
    const eerder = rondAf(stelVoor(lijst).koppeling, []);
    const voorstel = stelKoppelingVoor(bron(lijst), { eerder, vraagstelling: ALLES });
    expect([soorten(voorstel), kolomVan(voorstel, "bekendheid")]).toEqual([[], ["Nieuw of bekend"]]);
  });

  it("neither looks for SISA nor misses it where it is not asked", () => {
    for (const lijst of [blad(LIJST), blad(LIJST.map((rij) => rij.toSpliced(1, 1))), blad(anders(1, "Leeftijd", 40, 50, 60))]) {
      const voorstel = metVraag(ZONDER_SISA, lijst);
      expect([soorten(voorstel), voorstel.ontbreekt, voorstel.koppeling.velden.sisa]).toEqual([[], [], undefined]);
    }
  });
});

it("shuffled columns with free ones between them, and rows above, are proposed alike and count alike", () => {
  const volgorde = fc.shuffledSubarray([...BASISVELDEN, "vrij" as const], { minLength: BASISVELDEN.length + 1 });
  fc.assert(
    fc.property(fc.array(zaak, { minLength: 3, maxLength: 15 }), volgorde, fc.nat(40), (rijen, kolomvolgorde, erboven) => {
      const kop = kolomvolgorde.map((veld) => (veld === "vrij" ? "Notitie" : KOPPEN[veld]));
      const cellen = (rij: Rij) => kolomvolgorde.map((veld) => (veld === "vrij" ? "bellen" : rij[veld]));
      const lijst = blad([...Array.from({ length: erboven }, () => ["Uitleg bij deze lijst"]), kop, ...rijen.map(cellen)]);
      const voorstel = stelVoor(lijst);
      expect(voorstel.koppeling.bereiken).toEqual([{ blad: "Zaken", koprij: erboven + 1 }]);
      // Whatever else is asked (empty cells, say), the columns are certain.
      expect(voorstel.vragen.filter(({ soort }) => soort === "kolom" || soort === "waarden")).toEqual([]);
      const koppeling = rondAf(voorstel.koppeling, []);
      const [onze, eigen] = [new Lijst(kolommen(rijen), OPTIES), new Lijst(pasKoppelingToe(koppeling, bron(lijst)).inhoud, OPTIES)];
      const standen = (l: Lijst) => l.maandstanden.maandenMetZaken().map((maand) => [maand, l.maandstanden.som(maand, maand)]);
      expect(standen(eigen)).toEqual(standen(onze));
    }),
    { numRuns: 40 },
  );
});

it("whatever the cells hold, there is a proposal or one sentence", () => {
  const cel = fc.oneof(fc.constantFrom<Cel>(null, "", ".", "Startdatum", "SISA", "Consultatie", "Stap 5", "Datum", "Einddatum", "Leeftijd", "Soort", "meldcode", "ja", "nee", "x", "intern", "totaal", "hulp", "#N/B", true, 0, 81, "x".repeat(300), "__proto__", "3-4-2026"), fc.integer({ min: dag(0), max: dag(90) }));
  const cellen = fc.array(fc.array(cel, { maxLength: 8 }), { maxLength: 12 });
  fc.assert(
    fc.property(cellen, cellen, fc.boolean(), (een, twee, metKop) => {
      const bladen = [blad(metKop ? [KOP, ...een] : een), blad(metKop ? [KOP.toReversed(), ...twee] : twee, "Twee")];
      try {
        const voorstel = stelVoor(...bladen);
        // What is certain is a mapping as it stands, once the start date is.
        if (voorstel.koppeling.velden.startdatum) pasKoppelingToe(rondAf(voorstel.koppeling, []), bron(...bladen));
      } catch (fout) {
        expect(fout).toBeInstanceOf(Koppelingfout);
      }
    }),
    { numRuns: 300 },
  );
});
