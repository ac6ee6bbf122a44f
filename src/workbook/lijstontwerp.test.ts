import { INDICATOREN } from "../meldcode/indicator";
import { INDICATORLEZERS, leesConsultatie, leesSisa, leesStap5 } from "../meldcode/lezen/keuzes";
import { STANDAARDVRAAGSTELLING, type Vraagstelling } from "../meldcode/vraagstelling";
import { periodeSchema } from "../meldcode/registratie";
import { INVOERMELDING, isLijstenkop, lijstbereik, lijstontwerp, vrijeNaam, woordenlijst } from "./lijstontwerp";
import { FOUTMELDINGEN } from "./teksten";
import { KOPREGELS, VERZONDEN_BREEDTES, VERZONDEN_KOPPEN } from "./verzonden";

const vanaf = periodeSchema.parse("2027-01");
const ALLES: Vraagstelling = { sisaLabel: "VIR-melding", extraIndicatoren: INDICATOREN.map((indicator) => ({ indicator, vanaf })) };
const LANG: Vraagstelling = { ...ALLES, sisaLabel: "Aanmelding in de Verwijsindex Risicojongeren van de regio, met naam en toelichting" };
const ONTWERP = lijstontwerp(STANDAARDVRAAGSTELLING);
const ELK = [STANDAARDVRAAGSTELLING, ALLES, LANG, { ...ALLES, sisaLabel: null }].map((vraagstelling) => lijstontwerp(vraagstelling));
const KOLOMMEN = ELK.flatMap(({ kolommen }) => kolommen);

/** A bold letter is about a fifth wider than a figure of the standard font; the button covers some three. */
const breedteMetFilterknop = (kop: string) => kop.length * 1.2 + 3;

describe("the list that we make", () => {
  it("has explanations that fit what Excel takes: title 32, text 255; alert 225", () => {
    for (const { uitleg } of KOLOMMEN) {
      expect(uitleg.titel.length).toBeLessThanOrEqual(32);
      expect(uitleg.tekst.length).toBeLessThanOrEqual(255);
    }
    for (const { titel, tekst } of Object.values(INVOERMELDING)) {
      expect(titel.length).toBeLessThanOrEqual(32);
      expect(tekst.length).toBeLessThanOrEqual(225);
    }
  });

  it("makes columns in which a bold header fits beside Excel's filter button", () => {
    for (const { kop, breedte } of KOLOMMEN.filter((kolom) => kolom.kop.length < 40)) expect(breedte).toBeGreaterThanOrEqual(breedteMetFilterknop(kop));
    VERZONDEN_KOPPEN.forEach((kop, i) => expect(VERZONDEN_BREEDTES[i]).toBeGreaterThanOrEqual(breedteMetFilterknop(kop)));
  });

  it("calls the file a werkmap, as Dutch Excel does", () => {
    const teksten = [...KOLOMMEN.map(({ uitleg }) => uitleg.tekst), ...Object.values(FOUTMELDINGEN), ...KOPREGELS];
    expect(teksten.filter((tekst) => /werkboek/i.test(tekst))).toEqual([]);
  });

  it("says of what stays in the workbook that it is never sent", () => {
    for (const veld of ["kenmerk", "team"]) expect(ONTWERP.kolommen.find((kolom) => kolom.veld === veld)?.uitleg.tekst).toContain("nooit verzonden");
  });

  it("offers and accepts only words that are understood", () => {
    const lezers = { sisa: leesSisa, consultatie: leesConsultatie, stap5: leesStap5, ...INDICATORLEZERS } as const;
    for (const veld of ["sisa", "consultatie", "stap5", "leeftijdsgroep", "geweldsvorm", "bekendheid"] as const) {
      const { keuzes, woorden } = woordenlijst(veld);
      for (const keuze of keuzes) expect(lezers[veld](keuze)).toMatchObject({ anders: false });
      for (const woord of woorden) expect(lezers[veld](woord).waarde).not.toBeNull();
    }
  });

  it("has the columns that the municipality asks, under its own name for SISA, and no other", () => {
    const koppen = ELK.map(({ kolommen }) => kolommen.map(({ kop }) => kop));
    const vier = ["Leeftijdsgroep", "Vorm van geweld", "Nieuw of bekend", "Aantal kinderen"];
    expect(koppen[0]).toEqual(["Kenmerk", "Team", "Startdatum", "SISA-signaal", "Consultatie", "Stap 5", "Einddatum"]);
    expect(koppen[1]).toEqual(["Kenmerk", "Team", "Startdatum", "VIR-melding", "Consultatie", "Stap 5", "Einddatum", ...vier]);
    expect(koppen[3]).toEqual(["Kenmerk", "Team", "Startdatum", "Consultatie", "Stap 5", "Einddatum", ...vier]);
    expect(ELK[1]?.kolommen.map(({ uitleg }) => uitleg.tekst).join()).not.toContain("SISA");
    expect(ELK[3]?.lijsten.map(({ kop }) => kop).join()).not.toContain("SISA");
  });

  it("points its drop-downs at exactly the words on the sheet Lijsten, also when that sheet has an apostrophe in its name", () => {
    expect(lijstbereik("keuzes", "sisa", ONTWERP, "Lijsten")).toBe("'Lijsten'!$A$2:$A$4");
    expect(lijstbereik("keuzes", "stap5", ONTWERP, "Piet's lijsten")).toBe("'Piet''s lijsten'!$C$2:$C$5");
    expect(lijstbereik("woorden", "sisa", ONTWERP, "Lijsten")).toBe(`'Lijsten'!$D$2:$D$${woordenlijst("sisa").woorden.length + 1}`);
    expect(lijstbereik("keuzes", "bekendheid", lijstontwerp(ALLES), "Lijsten")).toBe("'Lijsten'!$F$2:$F$3");
    expect(ONTWERP.lijsten[3]?.woorden).toEqual(woordenlijst("sisa").woorden);
  });

  it("knows its own sheet of choices again, whatever is asked", () => {
    for (const { lijsten } of ELK) expect(isLijstenkop(lijsten[0]?.kop)).toBe(true);
    expect(isLijstenkop("Startdatum")).toBe(false);
  });
});

it("finds a name that is free, in any case", () => {
  expect(vrijeNaam("Meldcode", ["Blad1"], " ")).toBe("Meldcode");
  expect(vrijeNaam("Meldcode", ["MELDCODE", "meldcode 2"], " ")).toBe("Meldcode 3");
});
