/** @jest-environment jsdom */
import { koppelingSchema } from "../../src/meldcode/koppeling/koppeling";
import { INDICATOREN } from "../../src/meldcode/indicator";
import { periodeSchema } from "../../src/meldcode/registratie";
import { BASISVELDEN, KOPPEN } from "../../src/meldcode/veld";
import { STANDAARDVRAAGSTELLING, type Vraagstelling } from "../../src/meldcode/vraagstelling";
import { gebied } from "../../src/standin/model/adres";
import { keuzes, overtreden, validatieVoor } from "../../src/standin/model/validatie";
import { alsLijst, er, KOPRIJ, Opstelling, rij } from "./werkboek";

const vanaf = periodeSchema.parse("2027-01");
const VIER: Vraagstelling = { sisaLabel: "SISA-signaal", extraIndicatoren: INDICATOREN.map((indicator) => ({ indicator, vanaf })) };
const VIERKOPPEN = INDICATOREN.map((indicator) => KOPPEN[indicator]);
const VIR: Vraagstelling = { sisaLabel: "VIR-melding", extraIndicatoren: [] };
const ZONDER_SISA: Vraagstelling = { sisaLabel: null, extraIndicatoren: [] };
const virkoppen = KOPRIJ.map((kop) => (kop === KOPPEN.sisa ? "VIR-melding" : kop));

/** A workbook of which the pane knows what the municipality asks. */
function opstelling(vraagstelling: Vraagstelling, opties: ConstructorParameters<typeof Opstelling>[0] = {}): Opstelling {
  const o = new Opstelling(opties);
  o.werkboek.vraag(vraagstelling);
  return o;
}

const koppen = (o: Opstelling) => o.tabel.kolommen.map(({ naam }) => naam);
/** What was asked for by name or address. */
const genoemd = (o: Opstelling) => o.host.verzoeken.flatMap((verzoek) => verzoek.genoemd);
/** What the cells of a field may be filled with by the drop-down. */
const lijst = (o: Opstelling, kop: string, r = 0) => keuzes(o.werkmap, o.blad, o.tabel.gebied.rij + 1 + r, o.tabel.gebied.kolom + koppen(o).indexOf(kop));

describe("reading by what the municipality asks", () => {
  it("knows the SISA column by its name there, in one sync, as it knows ours elsewhere", async () => {
    const o = opstelling(VIR);
    o.maakLijst([rij()], { koppen: virkoppen });
    o.gebruiker.typ(o.blad, 1, 3, "Nee");
    expect(await o.syncs(async () => expect(alsLijst(await o.werkboek.lees()).inhoud.sisa).toEqual(["Nee"]))).toBe(1);
    expect((await new Opstelling({ werkmap: o.werkmap }).werkboek.lees()).soort).toBe("kolom-ontbreekt");
  });

  it("reads a list that was begun before SISA had another name", async () => {
    const o = opstelling(VIR);
    o.maakLijst();
    expect(alsLijst(await o.werkboek.lees()).inhoud.sisa).toEqual(["Ja"]);
  });

  it("does without a SISA column, and never reads one, where it is not asked", async () => {
    const o = opstelling(ZONDER_SISA);
    o.maakLijst([rij()]);
    const gelezen = alsLijst(await o.werkboek.lees());
    expect(gelezen.inhoud.sisa).toBeNull();
    expect(genoemd(o)).toContain("Stap 5");
    expect(genoemd(o)).not.toContain("SISA-signaal");
    o.gebruiker.verwijderTabelkolom(o.tabel, 3);
    expect(alsLijst(await o.werkboek.lees()).inhoud.stap5).toEqual(["Hulp"]);
  });

  it("reads the indicators that are asked, and says of each without a column that it has none", async () => {
    const o = opstelling({ ...VIER });
    o.maakLijst([rij()], { koppen: [...KOPRIJ, "Vrij", KOPPEN.kinderen] });
    o.gebruiker.typ(o.blad, 1, 8, "2");
    const { inhoud } = alsLijst(await o.werkboek.lees());
    expect(inhoud).toMatchObject({ kinderen: [2], leeftijdsgroep: null, geweldsvorm: null, bekendheid: null });
    const zonder = opstelling(STANDAARDVRAAGSTELLING, { werkmap: o.werkmap });
    expect(alsLijst(await zonder.werkboek.lees()).inhoud).not.toHaveProperty("kinderen");
  });

  it("takes no more syncs than before: one to open, one to listen, one for an edit of an indicator", async () => {
    const o = opstelling(VIER);
    o.maakLijst([rij()], { koppen: [...KOPRIJ, ...VIERKOPPEN] });
    expect(await o.syncs(async () => void (await o.werkboek.lees()))).toBe(1);
    expect(await o.syncs(async () => void (await o.werkboek.luister((w) => o.wijzigingen.push(w))))).toBe(1);
    expect(
      await o.syncs(async () => {
        o.gebruiker.typ(o.blad, 1, 7, "12 t/m 17 jaar");
        expect(await o.volgende()).toMatchObject({ soort: "rijen", rijen: new Map([[0, expect.objectContaining({ leeftijdsgroep: "12 t/m 17 jaar", sisa: "Ja" })]]) });
      }),
    ).toBe(1);
  });

  it("goes on with other columns when the municipality asks other things, without being opened again", async () => {
    const o = opstelling(VIER);
    o.maakLijst([rij()], { koppen: [...KOPRIJ, ...VIERKOPPEN] });
    await o.open();
    o.werkboek.vraag(ZONDER_SISA);
    const nu = alsLijst(await o.werkboek.lees()).inhoud;
    expect(nu.sisa).toBeNull();
    expect(nu).not.toHaveProperty("leeftijdsgroep");
    o.werkboek.vraag(VIER);
    expect(alsLijst(await o.werkboek.lees()).inhoud).toMatchObject({ sisa: ["Ja"], leeftijdsgroep: [""] });
  });

  it("reads a long list in blocks below 5 MB with four indicators too", async () => {
    const o = opstelling(VIER, { grens: 40_000 });
    o.maakLijst(Array.from({ length: 2_000 }, () => rij()), { koppen: [...KOPRIJ, ...VIERKOPPEN] });
    o.gebruiker.typ(o.blad, 2_000, 10, "4");
    const { inhoud } = alsLijst(await o.werkboek.lees());
    expect(inhoud.kinderen?.length).toBe(2_000);
    expect(inhoud.kinderen?.at(-1)).toBe(4);
  });
});

describe("Registratie starten, as the municipality asks it", () => {
  it("makes the four indicators at the end, each with its explanation, and drop-downs that offer exactly the answers", async () => {
    const o = opstelling(VIER);
    expect(alsLijst(await o.werkboek.start()).inhoud).toMatchObject({ leeftijdsgroep: [""], kinderen: [""] });
    expect(koppen(o)).toEqual([...KOPRIJ, ...VIERKOPPEN]);
    expect(lijst(o, KOPPEN.leeftijdsgroep)).toEqual(["0 t/m 3 jaar", "4 t/m 11 jaar", "12 t/m 17 jaar", "18 t/m 22 jaar", "23 t/m 64 jaar", "65 jaar of ouder"]);
    expect(lijst(o, KOPPEN.bekendheid)).toEqual(["Nieuw", "Al bekend"]);
    expect(lijst(o, KOPPEN.stap5)).toEqual(["Hulp", "Melding", "Hulp en melding", "Geen van beide"]);
    for (let k = 7; k < 11; k++) expect(validatieVoor(o.blad, 1, k)?.invoer).toMatchObject({ titel: koppen(o)[k], tekst: expect.stringContaining("Leeg is onbekend") });
    expect(overtreden(o.werkmap, o.blad, 1, 10, 2)).toBeNull();
    expect(overtreden(o.werkmap, o.blad, 1, 10, "veel")?.fout.stijl).toBe("Information");
  });

  it("calls SISA as the municipality does, in header, explanation and lists", async () => {
    const o = opstelling(VIR);
    await o.werkboek.start();
    expect(koppen(o)).toEqual(virkoppen);
    expect(lijst(o, "VIR-melding")).toEqual(["Ja", "Nee", "N.v.t."]);
    expect(validatieVoor(o.blad, 1, 3)?.invoer).toMatchObject({ titel: "VIR-melding", tekst: expect.stringContaining("Is een VIR-melding afgegeven?") });
  });

  it("makes no SISA column where it is not asked, and marks the others all the same", async () => {
    const o = opstelling(ZONDER_SISA);
    await o.werkboek.start();
    expect(koppen(o)).toEqual(KOPRIJ.filter((kop) => kop !== KOPPEN.sisa));
    expect(JSON.stringify(o.blad.gegevens)).not.toContain("SISA");
    expect(lijst(o, KOPPEN.consultatie)).toEqual(["Geen", "Intern", "Extern", "Intern en extern"]);
    o.typ(0, "startdatum", "5-1-2026");
    o.typ(0, "einddatum", "20-1-2026");
    const [regel] = o.blad.gegevens.opmaakregels.filter(({ gebieden }) => gebieden[0]?.kolom === 3);
    expect(o.werkmap.rekenmachine.regel(o.blad, er(regel).formule, er(er(regel).gebieden[0]), 1, 3)).toBe(true);
  });
});

describe("a column that the municipality asks beside those of the list", () => {
  it("comes at the right, with its choices, explanation and marks, and the cells beside it as they were", async () => {
    const o = opstelling(VIER);
    o.gebruiker.plak(o.eersteBlad, 0, 7, "notitie\nvan mij\nover rij 2");
    o.maakLijst([rij(), rij({ startdatum: "6-1-2026" })]);
    await o.open();
    const { inhoud } = alsLijst(await o.werkboek.voegKolommenToe(["leeftijdsgroep", "kinderen"]));
    expect(koppen(o)).toEqual([...KOPRIJ, KOPPEN.leeftijdsgroep, KOPPEN.kinderen]);
    expect(inhoud).toMatchObject({ leeftijdsgroep: ["", ""], kinderen: ["", ""], geweldsvorm: null });
    expect([0, 1, 2].map((r) => o.werkmap.waarde(o.blad, r, 9))).toEqual(["notitie", "van mij", "over rij 2"]);
    expect(lijst(o, KOPPEN.leeftijdsgroep, 1)).toContain("4 t/m 11 jaar");
    expect(o.blad.gegevens.kolombreedtes.get(7)).toBeGreaterThan(100);
    o.typ(0, "kinderen", "2");
    expect(o.blad.cel(1, 8)?.notatie ?? "General").toBe("General");
    expect(o.werkmap.waarde(o.blad, 1, 8)).toBe(2);
    o.typ(1, "leeftijdsgroep", "peuter");
    const [regel] = o.blad.gegevens.opmaakregels.filter(({ gebieden }) => gebieden[0]?.kolom === 7);
    const op = (r: number) => o.werkmap.rekenmachine.regel(o.blad, er(regel).formule, er(er(regel).gebieden[0]), r, 7);
    expect([op(1), op(2)]).toEqual([false, true]);
    expect(o.werkmap.bladMetNaam("Lijsten")?.gegevens.zichtbaarheid).toBe("Hidden");
  });

  it("is followed from then on: what is typed in it is told, and our own writing is not", async () => {
    const o = opstelling(VIER);
    o.maakLijst();
    await o.open();
    await o.werkboek.voegKolommenToe(["leeftijdsgroep"]);
    o.typ(0, "leeftijdsgroep", "peuter");
    expect(await o.volgende()).toMatchObject({ soort: "rijen", rijen: new Map([[0, expect.objectContaining({ leeftijdsgroep: "peuter" })]]) });
    await o.stil();
    expect(o.wijzigingen).toHaveLength(1);
  });

  it("goes again with one undo, and comes back with another press", async () => {
    const o = opstelling(VIER);
    o.maakLijst();
    await o.open();
    const voor = { koppen: koppen(o), bladen: o.werkmap.bladen.map(({ naam }) => naam), regels: JSON.stringify(o.blad.gegevens) };
    const stappen = o.werkmap.ongedaanStappen;
    await o.werkboek.voegKolommenToe(INDICATOREN);
    expect(o.werkmap.ongedaanStappen).toBe(stappen + 1);
    o.werkmap.ongedaan();
    expect({ koppen: koppen(o), bladen: o.werkmap.bladen.map(({ naam }) => naam), regels: JSON.stringify(o.blad.gegevens) }).toEqual(voor);
    expect(alsLijst(await o.werkboek.lees()).inhoud.leeftijdsgroep).toBeNull();
    expect(alsLijst(await o.werkboek.voegKolommenToe(INDICATOREN)).inhoud.leeftijdsgroep).toEqual([""]);
  });

  it("is a column of the user's own that bears the name already: nothing is added", async () => {
    const o = opstelling(VIER);
    o.maakLijst([rij()], { koppen: ["Leeftijdscategorie", ...KOPRIJ] });
    o.gebruiker.typ(o.blad, 1, 0, "5 jaar");
    await o.open();
    expect(alsLijst(await o.werkboek.voegKolommenToe(["leeftijdsgroep"])).inhoud.leeftijdsgroep).toEqual(["5 jaar"]);
    expect(o.werkmap.bladen).toHaveLength(1);
  });

  it("is SISA too, where a municipality begins to ask it", async () => {
    const o = opstelling(VIR);
    o.maakLijst([rij()], { koppen: KOPRIJ.filter((kop) => kop !== KOPPEN.sisa) });
    expect((await o.werkboek.lees()).soort).toBe("kolom-ontbreekt");
    expect(alsLijst(await o.werkboek.voegKolommenToe(["sisa"])).inhoud.sisa).toEqual([""]);
    expect(koppen(o).at(-1)).toBe("VIR-melding");
    expect(lijst(o, "VIR-melding")).toEqual(["Ja", "Nee", "N.v.t."]);
  });

  it("comes in a list of 20,000 rows, below 5 MB", async () => {
    const o = opstelling(VIER, { grens: 200_000 });
    o.maakLijst(Array.from({ length: 20_000 }, () => rij()));
    await o.open();
    const gelezen = alsLijst(await o.werkboek.voegKolommenToe(["bekendheid"])).inhoud;
    expect(gelezen.bekendheid?.length).toBe(20_000);
  });

  it("does not come on a protected sheet: that is said, and nothing changed", async () => {
    const o = opstelling(VIER);
    o.maakLijst();
    o.gebruiker.beveilig(o.blad);
    await o.open();
    await expect(o.werkboek.voegKolommenToe(["leeftijdsgroep"])).rejects.toMatchObject({ code: "beveiligd" });
    expect(koppen(o)).toEqual(KOPRIJ);
  });

  it("comes once when Excel answered too late and the user presses again", async () => {
    const o = opstelling(VIER, { tijdslimiet: 150 });
    o.maakLijst();
    await o.open();
    // Reading and looking go well; the writing hangs, and comes through after all.
    o.host.storing.erna(() => o.host.storing.erna(() => o.host.storing.hang()));
    await expect(o.werkboek.voegKolommenToe(["leeftijdsgroep"])).rejects.toMatchObject({ code: "antwoordt-niet" });
    o.host.storing.laatLos();
    await o.werkboek.voegKolommenToe(["leeftijdsgroep"]);
    expect(koppen(o)).toEqual([...KOPRIJ, KOPPEN.leeftijdsgroep]);
  });

  it("is filled along when rows of old forms are added or an answer is written", async () => {
    const o = opstelling(VIER);
    o.maakLijst([rij()], { koppen: [...KOPRIJ, KOPPEN.bekendheid] });
    await o.open();
    expect(await o.werkboek.herstel([{ rij: 0, veld: "bekendheid", was: "", waarde: "Nieuw", isDatum: false }])).toBe(1);
    await o.werkboek.voegToe([{ kenmerk: "A", team: null, startdatum: 46_030, sisa: "Ja", consultatie: null, stap5: null, einddatum: null, bekendheid: "Al bekend" }]);
    expect(alsLijst(await o.werkboek.lees()).inhoud.bekendheid).toEqual(["Nieuw", "Al bekend"]);
  });

  it("is explained on the sheet Toelichting, where there is one of ours", async () => {
    const o = opstelling(VIER);
    o.maakLijst();
    const blad = o.gebruiker.voegBladToe("Toelichting");
    o.gebruiker.typ(blad, 0, 0, "Monitor Meldcode: uw registratie");
    o.gebruiker.typ(blad, 4, 0, "Dit blad mag weg.");
    await o.open();
    await o.werkboek.voegKolommenToe(["bekendheid"]);
    expect([4, 5, 6, 7, 8].map((r) => o.werkmap.waarde(o.werkmap.blad(blad.id), r, 0))).toEqual(["Dit blad mag weg.", "", "Uw gemeente vraagt ook", expect.stringMatching(/^Nieuw of bekend: /), ""]);
    o.werkmap.ongedaan();
    expect(o.werkmap.waarde(o.werkmap.blad(blad.id), 6, 0)).toBe("");
  });

  it("leaves a sheet Toelichting of the user's own alone", async () => {
    const o = opstelling(VIER);
    o.maakLijst();
    const blad = o.gebruiker.voegBladToe("Toelichting");
    o.gebruiker.typ(blad, 0, 0, "Notulen");
    await o.open();
    await o.werkboek.voegKolommenToe(["bekendheid"]);
    expect([...o.werkmap.blad(blad.id).cellen()]).toHaveLength(1);
  });

  it("is not for a table that is no list", async () => {
    const o = opstelling(VIER);
    o.gebruiker.plak(o.eersteBlad, 0, 0, "Artikel\tAantal\npen\t3");
    o.gebruiker.maakTabel(o.eersteBlad, gebied(0, 0, 2, 2), true, "Voorraad");
    await expect(o.werkboek.voegKolommenToe(["leeftijdsgroep"])).rejects.toMatchObject({ code: "lijst-verdwenen" });
  });
});

it("names the fields of the tests as the list does", () => expect(KOPRIJ).toEqual(BASISVELDEN.map((veld) => KOPPEN[veld])));

describe("an own list", () => {
  const KOPPELING = koppelingSchema.parse({
    schema: "koppeling/1",
    bereiken: [{ blad: "Blad1", koprij: 1 }],
    velden: Object.fromEntries(Object.entries({ startdatum: "Start", sisa: "Index", consultatie: "Overleg", stap5: "Besluit", einddatum: "Eind", leeftijdsgroep: "Leeftijd" }).map(([veld, kop]) => [veld, { kolommen: [{ kop }] }])),
  });

  it("is read by what is asked: other columns of the mapping are free ones, and are never asked for", async () => {
    const o = opstelling(VIER);
    o.gebruiker.plak(o.eersteBlad, 0, 0, "Start\tIndex\tOverleg\tBesluit\tEind\tLeeftijd\n5-1-2026\tJa\tIntern\tHulp\t20-1-2026\t7");
    expect(alsLijst(await o.werkboek.bewaarKoppeling(KOPPELING)).inhoud).toMatchObject({ sisa: ["Ja"], leeftijdsgroep: ["4 t/m 11 jaar"] });
    o.werkboek.vraag(ZONDER_SISA);
    o.host.wisVerzoeken();
    const lijst = alsLijst(await o.werkboek.lees());
    expect(lijst.inhoud.sisa).toBeNull();
    expect(lijst.inhoud).not.toHaveProperty("leeftijdsgroep");
    // The mapping itself is kept whole, for when it is asked again.
    expect(lijst.gekoppeld?.koppeling).toEqual(KOPPELING);
    expect(genoemd(o).filter((naam) => /^[A-Z]2:/.test(naam)).map((naam) => naam[0])).toEqual(["A", "C", "D", "E"]);
    // What is not asked need not be there.
    o.gebruiker.verwijderKolommen(o.eersteBlad, 5);
    expect(alsLijst(await o.werkboek.lees()).inhoud.stap5).toEqual(["Hulp"]);
    o.werkboek.vraag({ sisaLabel: "Index", extraIndicatoren: [] });
    expect(alsLijst(await o.werkboek.lees()).inhoud).toMatchObject({ sisa: ["Ja"] });
  });
});
