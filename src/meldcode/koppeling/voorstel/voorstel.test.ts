import * as fc from "fast-check";
import { Lijst } from "../../lijst";
import { kolommen, OPTIES, serie } from "../../testtaal";
import { type Cel, KOPPEN, type Rij, VELDEN } from "../../veld";
import { zaak } from "../../willekeur";
import { Koppelingfout } from "../koppeling";
import type { Celblad } from "../plaatsen";
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
    expect(soorten(stelKoppelingVoor(bron(lijst), { sisaLabel: "VIR-melding" }))).toEqual([]);
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

  it("two columns that could both be it", () => {
    const voorstel = stelVoor(blad([...LIJST.map((rij, i) => [...rij, i === 0 ? "Einde casus" : dag(20)])].map((rij, i) => (i === 0 ? rij.with(4, "Afgerond") : rij))));
    expect(soorten(voorstel)).toContain("kolom einddatum");
  });

  it("a required field that the list does not have is said plainly", () => {
    const voorstel = stelVoor(blad(LIJST.map((rij) => rij.toSpliced(1, 1))));
    expect([soorten(voorstel), voorstel.ontbreekt]).toEqual([["kolom sisa"], ["sisa"]]);
    expect(voorstel.vragen[0]?.zin).toContain('geen kolom die "SISA-signaal" lijkt te zijn');
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
  it("on hidden sheets are left alone, and those with other headers are named", () => {
    const voorstel = stelVoor(blad(LIJST), blad(LIJST, "Verborgen", false), blad([["Startdatum", "Einddatum", "Team", "Stap 5"], [dag(0), dag(1), "A", "Hulp"]], "Oud model"));
    expect([voorstel.bereiken.map(({ blad }) => blad), voorstel.nietGelezen]).toEqual([["Zaken"], ["Oud model"]]);
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

it("shuffled columns with free ones between them, and rows above, are proposed alike and count alike", () => {
  const volgorde = fc.shuffledSubarray([...VELDEN, "vrij" as const], { minLength: VELDEN.length + 1 });
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
