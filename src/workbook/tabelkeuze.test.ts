import fc from "fast-check";
import { INDICATOREN } from "../meldcode/indicator";
import { periodeSchema } from "../meldcode/registratie";
import { BASISVELDEN, KOPPEN } from "../meldcode/veld";
import { STANDAARDVRAAGSTELLING } from "../meldcode/vraagstelling";
import { vindLijst } from "./lijstvinden";
import * as keuze from "./tabelkeuze";

const heel = BASISVELDEN.map((veld): string => KOPPEN[veld]);
const tabel = (naam: string, koppen: readonly string[] = heel, id = naam, zichtbaar = true) => ({ id, naam, koppen, zichtbaar });
const kiesTabel = (tabellen: readonly keuze.Tabel[], onthouden: string | null, vraagstelling = STANDAARDVRAAGSTELLING) => keuze.kiesTabel(tabellen, onthouden, vraagstelling);
const veldkoppen = (koppen: readonly string[], vraagstelling = STANDAARDVRAAGSTELLING) => keuze.veldkoppen(koppen, vraagstelling);

describe("which table is the list", () => {
  it("is the one named Meldcode, in any case, also when a copy stands beside it", () => {
    expect(kiesTabel([tabel("Meldcode2"), tabel("MELDCODE")], null)).toMatchObject({ soort: "lijst", tabel: { naam: "MELDCODE" } });
  });

  it("is the one it was before it was renamed", () => {
    expect(kiesTabel([tabel("Vorig jaar"), tabel("Dit jaar", heel, "7")], "7")).toMatchObject({ soort: "lijst", tabel: { naam: "Dit jaar" } });
  });

  it("is the only one with these headers, whatever its name, with columns shuffled and free columns between them", () => {
    const koppen = ["Vrij", ...[...heel].reverse(), "Nog een"];
    expect(kiesTabel([tabel("Voorraad", ["Artikel", "Aantal"]), tabel("Tabel1", koppen)], null)).toMatchObject({ soort: "lijst", tabel: { naam: "Tabel1" } });
  });

  it("is not chosen for the user when two are possible", () => {
    expect(kiesTabel([tabel("A"), tabel("B")], null)).toMatchObject({ soort: "meer-lijsten", tabellen: [{ naam: "A" }, { naam: "B" }] });
  });

  it("does without Kenmerk and Team, but says which of the others are missing", () => {
    const zonder = (...weg: string[]) => heel.filter((kop) => !weg.includes(kop));
    expect(kiesTabel([tabel("Meldcode", zonder("Kenmerk", "Team"))], null).soort).toBe("lijst");
    expect(kiesTabel([tabel("Meldcode", zonder("Einddatum", "Stap 5"))], null)).toMatchObject({ soort: "kolom-ontbreekt", ontbreekt: ["stap5", "einddatum"] });
  });

  it("is the one named Meldcode also when that one misses a column: last year's whole list beside it is not sent in its place", () => {
    const half = heel.filter((kop) => kop !== "Einddatum");
    expect(kiesTabel([tabel("Vorig_jaar"), tabel("Meldcode", half)], null)).toMatchObject({ soort: "kolom-ontbreekt", ontbreekt: ["einddatum"] });
  });

  it("is another than a table Meldcode that is something else", () => {
    expect(kiesTabel([tabel("Meldcode", ["Artikel"]), tabel("Meldcode_2")], null)).toMatchObject({ soort: "lijst", tabel: { naam: "Meldcode_2" } });
    expect(kiesTabel([tabel("Meldcode", ["Artikel"])], null)).toEqual({ soort: "geen-lijst" });
  });

  it("is not found on a hidden sheet, unless it is named Meldcode", () => {
    expect(kiesTabel([tabel("Oud", heel, "1", false)], null).soort).toBe("geen-lijst");
    expect(kiesTabel([tabel("Oud", heel, "1", false), tabel("Nieuw")], null)).toMatchObject({ soort: "lijst", tabel: { naam: "Nieuw" } });
    expect(kiesTabel([tabel("Meldcode", heel, "1", false)], null).soort).toBe("lijst");
  });
});

it("takes our own header before another name for the same field, and does not guess between two others", () => {
  expect(veldkoppen(["Datum start", "Startdatum", "Begindatum"])).toEqual({ startdatum: "Startdatum" });
  expect(veldkoppen(["Datum start", "Kleur"])).toEqual({ startdatum: "Datum start" });
  expect(veldkoppen(["Datum start", "Begindatum"])).toEqual({});
});

describe("what the municipality asks", () => {
  const leeftijdsgroep = { indicator: "leeftijdsgroep" as const, vanaf: periodeSchema.parse("2027-01") };
  const vir = heel.map((kop) => (kop === KOPPEN.sisa ? "VIR-melding" : kop));

  it("is found under its own name for SISA, before ours; a list that was begun before it had that name is read on", () => {
    const vraagstelling = { sisaLabel: "VIR-melding", extraIndicatoren: [] };
    expect(kiesTabel([tabel("Meldcode", vir)], null, vraagstelling)).toMatchObject({ soort: "lijst", koppen: { sisa: "VIR-melding" } });
    expect(kiesTabel([tabel("Meldcode", [...heel, "VIR-melding"])], null, vraagstelling)).toMatchObject({ soort: "lijst", koppen: { sisa: "VIR-melding" } });
    expect(kiesTabel([tabel("Meldcode")], null, vraagstelling)).toMatchObject({ soort: "lijst", koppen: { sisa: "SISA-signaal" } });
  });

  it("leaves the SISA column alone where it is not asked", () => {
    const koppen = veldkoppen(heel, { sisaLabel: null, extraIndicatoren: [] });
    expect(koppen.sisa).toBeUndefined();
    const zonder = heel.filter((kop) => kop !== KOPPEN.sisa);
    expect(kiesTabel([tabel("Meldcode", zonder)], null, { sisaLabel: null, extraIndicatoren: [] }).soort).toBe("lijst");
  });

  it("takes an indicator along where it has a column, and does without where it has none", () => {
    const vraagstelling = { ...STANDAARDVRAAGSTELLING, extraIndicatoren: [leeftijdsgroep] };
    expect(kiesTabel([tabel("Meldcode", [...heel, "Leeftijdsgroep"])], null, vraagstelling)).toMatchObject({ soort: "lijst", koppen: { leeftijdsgroep: "Leeftijdsgroep" } });
    expect(kiesTabel([tabel("Meldcode")], null, vraagstelling).soort).toBe("lijst");
    expect(veldkoppen([...heel, "Leeftijdsgroep"]).leeftijdsgroep).toBeUndefined();
  });
});

it("is read in Excel as it is in a file, whatever is asked and whatever columns it has", () => {
  const vraagstellingen = fc.record({
    sisaLabel: fc.constantFrom(null, "SISA-signaal", "VIR-melding"),
    extraIndicatoren: fc.subarray([...INDICATOREN]).map((gevraagd) => gevraagd.map((indicator) => ({ indicator, vanaf: periodeSchema.parse("2027-01") }))),
  });
  const herkenbaar = [KOPPEN.startdatum, KOPPEN.consultatie, KOPPEN.stap5];
  const koppen = [...Object.values(KOPPEN).filter((kop) => !herkenbaar.some((ander) => ander === kop)), "VIR-melding", "Vrij", "Leeftijdscategorie", "Betrokken kinderen", "Afdeling"];
  fc.assert(
    fc.property(vraagstellingen, fc.shuffledSubarray(koppen), (vraagstelling, andere) => {
      const kolommen = [...andere, ...herkenbaar];
      const bereik = { vanRij: 1, vanKolom: 1, totRij: 2, totKolom: kolommen.length };
      const inBestand = vindLijst([{ blad: "Blad1", zichtbaar: true, rijen: new Map() }], [{ naam: "Lijst", blad: "Blad1", bereik, koprijen: 1, totaalrijen: 0, kolommen }], { vraagstelling });
      const inExcel = kiesTabel([tabel("Lijst", kolommen)], null, vraagstelling);
      const kern = (gevonden: typeof inBestand | typeof inExcel): unknown => {
        if (gevonden.soort === "kolom-ontbreekt") return gevonden.ontbreekt;
        if ("koppen" in gevonden) return gevonden.koppen;
        return "kolommen" in gevonden && gevonden.soort === "lijst" ? Object.fromEntries(Object.entries(gevonden.kolommen).map(([veld, { kop }]) => [veld, kop])) : gevonden.soort;
      };
      expect(kern(inBestand)).toEqual(kern(inExcel));
    }),
    { numRuns: 300 },
  );
});
