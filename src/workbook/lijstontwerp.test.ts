import { leesConsultatie, leesSisa, leesStap5 } from "../meldcode/lezen/keuzes";
import { INVOERMELDING, keuzebereik, KEUZES, LIJSTENKOLOMMEN, LIJSTKOLOMMEN, vrijeNaam, WOORDEN, woordenbereik } from "./lijstontwerp";
import { FOUTMELDINGEN } from "./teksten";
import { KOPREGELS, VERZONDEN_BREEDTES, VERZONDEN_KOPPEN } from "./verzonden";

/** A bold letter is about a fifth wider than a figure of the standard font; the button covers some three. */
const breedteMetFilterknop = (kop: string) => kop.length * 1.2 + 3;

describe("the list that we make", () => {
  it("has explanations that fit what Excel takes: title 32, text 255; alert 225", () => {
    for (const { uitleg } of LIJSTKOLOMMEN) {
      expect(uitleg.titel.length).toBeLessThanOrEqual(32);
      expect(uitleg.tekst.length).toBeLessThanOrEqual(255);
    }
    for (const { titel, tekst } of Object.values(INVOERMELDING)) {
      expect(titel.length).toBeLessThanOrEqual(32);
      expect(tekst.length).toBeLessThanOrEqual(225);
    }
  });

  it("makes columns in which a bold header fits beside Excel's filter button", () => {
    for (const { kop, breedte } of LIJSTKOLOMMEN) expect(breedte).toBeGreaterThanOrEqual(breedteMetFilterknop(kop));
    VERZONDEN_KOPPEN.forEach((kop, i) => expect(VERZONDEN_BREEDTES[i]).toBeGreaterThanOrEqual(breedteMetFilterknop(kop)));
  });

  it("calls the file a werkmap, as Dutch Excel does", () => {
    const teksten = [...LIJSTKOLOMMEN.map(({ uitleg }) => uitleg.tekst), ...Object.values(FOUTMELDINGEN), ...KOPREGELS];
    expect(teksten.filter((tekst) => /werkboek/i.test(tekst))).toEqual([]);
  });

  it("says of what stays in the workbook that it is never sent", () => {
    for (const veld of ["kenmerk", "team"]) expect(LIJSTKOLOMMEN.find((kolom) => kolom.veld === veld)?.uitleg.tekst).toContain("nooit verzonden");
  });

  it("offers and accepts only words that are understood", () => {
    const lezers = { sisa: leesSisa, consultatie: leesConsultatie, stap5: leesStap5 } as const;
    for (const veld of ["sisa", "consultatie", "stap5"] as const) {
      for (const keuze of KEUZES[veld]) expect(lezers[veld](keuze)).toMatchObject({ anders: false });
      for (const woord of WOORDEN[veld]) expect(lezers[veld](woord)).toMatchObject({ leeg: false });
    }
  });

  it("points its drop-downs at exactly the words on the sheet Lijsten, also when that sheet has an apostrophe in its name", () => {
    expect(keuzebereik("sisa", "Lijsten")).toBe("'Lijsten'!$A$2:$A$4");
    expect(keuzebereik("stap5", "Piet's lijsten")).toBe("'Piet''s lijsten'!$C$2:$C$5");
    expect(woordenbereik("sisa", "Lijsten")).toBe(`'Lijsten'!$D$2:$D$${WOORDEN.sisa.length + 1}`);
    expect(LIJSTENKOLOMMEN[3]?.woorden).toEqual(WOORDEN.sisa);
  });
});

it("finds a name that is free, in any case", () => {
  expect(vrijeNaam("Meldcode", ["Blad1"], " ")).toBe("Meldcode");
  expect(vrijeNaam("Meldcode", ["MELDCODE", "meldcode 2"], " ")).toBe("Meldcode 3");
});
