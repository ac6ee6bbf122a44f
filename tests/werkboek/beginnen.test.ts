/** @jest-environment jsdom */
import { KOPPEN, BASISVELDEN } from "../../src/meldcode/veld";
import { gebied } from "../../src/standin/model/adres";
import { GEBRUIKER } from "../../src/standin/model/werkmap";
import { STANDAARDVRAAGSTELLING } from "../../src/meldcode/vraagstelling";
import { lijstontwerp } from "../../src/workbook/lijstontwerp";
import { alsLijst, er, KOPRIJ, Opstelling, rij } from "./werkboek";

describe("Registratie starten", () => {
  it("makes a list in an empty workbook, that can be filled in and read at once", async () => {
    const o = new Opstelling();
    const lijst = alsLijst(await o.werkboek.start());
    expect(lijst).toMatchObject({ blad: "Meldcode", tabel: "Meldcode" });
    expect(lijst.inhoud.startdatum).toEqual([""]);
    expect(o.tabel.kolommen.map((kolom) => kolom.naam)).toEqual(KOPRIJ);
    BASISVELDEN.forEach((veld) => o.typ(0, veld, rij({ kenmerk: "0012", team: "Oost" })[veld] ?? ""));
    BASISVELDEN.forEach((veld) => o.typ(1, veld, rij()[veld] ?? ""));
    const { inhoud } = alsLijst(await o.werkboek.lees());
    expect(inhoud.kenmerk).toEqual(["0012", ""]);
    expect(inhoud.sisa).toEqual(["Ja", "Ja"]);
    expect(inhoud.startdatum?.every((cel) => typeof cel === "number")).toBe(true);
  });

  it("opens the new sheet, with dates, drop-downs, explanations, roomy columns and a header that stays in view", async () => {
    const o = new Opstelling();
    await o.werkboek.start();
    const { blad } = o;
    expect(o.werkmap.actiefBlad).toBe(blad.id);
    expect(blad.gegevens.bevroren.rijen).toBe(1);
    for (const r of [1, 1_999]) expect(blad.cel(r, 2)?.notatie).toBe("dd-mm-yyyy");
    const validatie = (veld: string) => er(blad.gegevens.validaties.find((v) => JSON.stringify(v).includes(`"${KOPPEN[veld as "sisa"]}"`)));
    for (const { veld, uitleg } of lijstontwerp(STANDAARDVRAAGSTELLING).kolommen) expect(JSON.stringify(validatie(veld))).toContain(JSON.stringify(uitleg.tekst));
    expect(JSON.stringify(validatie("sisa"))).toContain("'Lijsten'!$A$2:$A$4");
    expect(JSON.stringify(validatie("sisa"))).toContain("Information");
    lijstontwerp(STANDAARDVRAAGSTELLING).kolommen.forEach((_, k) => expect(blad.gegevens.kolombreedtes.get(k)).toBeGreaterThan(70));
    expect(blad.gegevens.opmaakregels.length).toBeGreaterThanOrEqual(9);
    expect(o.werkmap.bladMetNaam("Lijsten")?.gegevens.zichtbaarheid).toBe("Hidden");
    expect(o.werkmap.bladMetNaam("Lijsten")?.cel(1, 0)?.waarde).toBe("Ja");
  });

  it("marks while typing, by Excel itself: nothing is written after an edit", async () => {
    const o = new Opstelling();
    await o.werkboek.start();
    o.typ(0, "startdatum", "5-1-2026");
    o.typ(0, "sisa", "misschien");
    const [regel] = o.blad.gegevens.opmaakregels.filter((r) => r.gebieden[0]?.kolom === 3);
    const { gebieden, formule } = er(regel);
    const g = er(gebieden[0]);
    expect(o.werkmap.rekenmachine.regel(o.blad, formule, g, 1, 3)).toBe(true);
    o.typ(0, "sisa", "ja.");
    expect(o.werkmap.rekenmachine.regel(o.blad, formule, g, 1, 3)).toBe(false);
  });

  it("leaves every sheet that is there as it is, also those in the way", async () => {
    const o = new Opstelling();
    for (const naam of ["Meldcode", "Lijsten", "meldcode 2"]) o.gebruiker.typ(o.gebruiker.voegBladToe(naam), 0, 0, `eigen ${naam}`);
    const lijst = alsLijst(await o.werkboek.start());
    expect(lijst.blad).toBe("Meldcode 3");
    for (const naam of ["Meldcode", "Lijsten", "meldcode 2"]) {
      const blad = er(o.werkmap.bladMetNaam(naam));
      expect([...blad.cellen()].map(([, , cel]) => cel.waarde)).toEqual([`eigen ${naam}`]);
    }
    expect(JSON.stringify(o.blad.gegevens.validaties)).toContain("'Lijsten 2'!");
  });

  it("gives the table the next free name when another table or a name of the user's is called Meldcode, and finds it again", async () => {
    const o = new Opstelling();
    o.gebruiker.plak(o.eersteBlad, 0, 0, "Artikel\tAantal\npen\t3");
    o.gebruiker.maakTabel(o.eersteBlad, gebied(0, 0, 2, 2), true, "Meldcode");
    expect(alsLijst(await o.werkboek.start()).tabel).toBe("Meldcode_2");
    expect(alsLijst(await o.werkboek.lees()).tabel).toBe("Meldcode_2");
  });

  it("does so too when a cell bears the name", async () => {
    const o = new Opstelling();
    o.werkmap.doe(GEBRUIKER, () => o.werkmap.zetNamen([{ naam: "Meldcode", formule: "=Blad1!$A$1", blad: null, zichtbaar: true }]));
    expect(alsLijst(await o.werkboek.start()).tabel).toBe("Meldcode_2");
  });

  it("makes no second list when there is one already, nor when one misses a column", async () => {
    const o = new Opstelling();
    o.maakLijst([rij({ kenmerk: "A" })]);
    expect(alsLijst(await o.werkboek.start()).inhoud.kenmerk).toEqual(["A"]);
    o.gebruiker.verwijderTabelkolom(o.tabel, 6);
    expect((await o.werkboek.start()).soort).toBe("kolom-ontbreekt");
    expect(o.werkmap.bladen).toHaveLength(1);
  });

  it("says so when the workbook does not take it, and begins well the next time", async () => {
    const o = new Opstelling();
    const wacht = o.werkboek.lees();
    await wacht;
    o.host.storing.ervoor(() => o.host.storing.faal("AccessDenied", 1));
    await expect(o.werkboek.start()).rejects.toMatchObject({ code: "beveiligd" });
    expect(alsLijst(await o.werkboek.start()).blad).toBe("Meldcode");
  });
});
