/** @jest-environment jsdom */
import { readFileSync } from "node:fs";
import path from "node:path";
import { TextDecoder, TextEncoder } from "node:util";
import type { Rij } from "../../src/meldcode/veld";
import { openBestand } from "../../src/standin/bestand/bestand";
import { gebied } from "../../src/standin/model/adres";
import { GEBRUIKER, Werkmap } from "../../src/standin/model/werkmap";
import { Eigenopstelling, eigenrij, koppelingVan } from "./eigenlijst";
import { alsLijst, januari, KOPRIJ, Opstelling, rij } from "./werkboek";

// jsdom has none; every browser does.
Object.assign(globalThis, { TextDecoder, TextEncoder });

const zaak = (anders: Partial<Rij> = {}): Rij => ({ kenmerk: null, team: null, startdatum: januari(7), sisa: "Ja", consultatie: "Extern", stap5: "Melding", einddatum: januari(9), ...anders });

async function toegevoegd(o: Opstelling, rijen: readonly Rij[]) {
  await o.werkboek.lees();
  const stappen = o.werkmap.ongedaanStappen;
  await o.werkboek.voegToe(rijen);
  expect(o.werkmap.ongedaanStappen).toBe(stappen + 1);
  return alsLijst(await o.werkboek.lees());
}

describe("adding rows to the list", () => {
  it("puts them below the last one, in the table, in one step of undo", async () => {
    const o = new Opstelling();
    o.maakLijst([rij({ kenmerk: "A" })]);
    const { inhoud } = await toegevoegd(o, [zaak({ kenmerk: "0012" }), zaak({ kenmerk: "B", sisa: null, einddatum: null })]);
    expect(inhoud).toMatchObject({ kenmerk: ["A", "0012", "B"], startdatum: [januari(5), januari(7), januari(7)], sisa: ["Ja", "Ja", ""], einddatum: [januari(20), januari(9), ""] });
    expect(o.tabel.gebied.rijen).toBe(4);
    expect(o.blad.cel(2, 2)?.notatie).toBe("dd-mm-yyyy");
    o.werkmap.ongedaan();
    expect([o.tabel.gebied.rijen, alsLijst(await o.werkboek.lees()).inhoud.kenmerk]).toEqual([2, ["A"]]);
  });

  it("fills the blank row of a new list first, and takes at most two syncs", async () => {
    const o = new Opstelling();
    await o.werkboek.start();
    expect(await o.syncs(() => o.werkboek.voegToe([zaak({ kenmerk: "A" }), zaak({ kenmerk: "B" })]))).toBe(2);
    expect([alsLijst(await o.werkboek.lees()).inhoud.kenmerk, o.tabel.gebied.rijen]).toEqual([["A", "B"], 3]);
  });

  it("lands in the ready-made workbook as if typed", async () => {
    const o = new Opstelling({ werkmap: openBestand(new Uint8Array(readFileSync(path.join(__dirname, "../../assets/registratie.xlsx"))), "registratie.xlsx").werkmap });
    const { inhoud } = await toegevoegd(o, Array.from({ length: 40 }, (_, i) => zaak({ kenmerk: `K${i}` })));
    expect(inhoud.kenmerk?.filter((cel) => cel !== "")).toEqual(Array.from({ length: 40 }, (_, i) => `K${i}`));
    expect(inhoud.kenmerk?.[0]).toBe("K0");
  });

  it("overwrites nothing: notes below the table move down, free columns and what stands beside it stay", async () => {
    const o = new Opstelling();
    o.werkmap.tabellenGroeien = false;
    o.maakLijst([rij({ kenmerk: "A" })], { koppen: [...KOPRIJ, "Vrij"] });
    o.gebruiker.typ(o.blad, 1, 7, "vrij veld");
    o.gebruiker.typ(o.blad, 2, 0, "een notitie");
    o.gebruiker.typ(o.blad, 3, 9, "ernaast");
    const { inhoud } = await toegevoegd(o, [zaak(), zaak(), zaak()]);
    expect(inhoud.kenmerk).toEqual(["A", "", "", ""]);
    expect([o.werkmap.waarde(o.blad, 1, 7), o.werkmap.waarde(o.blad, 5, 0), o.werkmap.waarde(o.blad, 3, 9)]).toEqual(["vrij veld", "een notitie", "ernaast"]);
  });

  it("comes below rows that Excel did not take into the table (#3013, #3191)", async () => {
    const o = new Opstelling();
    o.werkmap.tabellenGroeien = false;
    o.maakLijst([rij({ kenmerk: "A" })]);
    o.typ(1, "startdatum", "6-1-2026");
    const { inhoud } = await toegevoegd(o, [zaak({ kenmerk: "C" })]);
    expect([inhoud.startdatum, o.tabel.gebied.rijen]).toEqual([[januari(5), januari(6), januari(7)], 4]);
  });

  it("comes above a total row", async () => {
    const o = new Opstelling();
    o.werkmap.tabellenGroeien = false;
    const tabel = o.maakLijst([rij({ kenmerk: "A" })]);
    o.typ(1, "kenmerk", "Totaal");
    o.werkmap.doe(GEBRUIKER, () => o.werkmap.zetTabel({ ...tabel, totalen: true, gebied: { ...tabel.gebied, rijen: 3 } }));
    const { inhoud } = await toegevoegd(o, [zaak({ kenmerk: "B" }), zaak({ kenmerk: "C" })]);
    expect([inhoud.kenmerk, o.tabel.gebied.rijen, o.waarde(3, "kenmerk")]).toEqual([["A", "B", "C"], 5, "Totaal"]);
  });

  it("keeps texts as they are: no formula, no American date", async () => {
    const o = new Opstelling();
    o.maakLijst([rij({ kenmerk: "A" })]);
    const { inhoud } = await toegevoegd(o, [zaak({ kenmerk: "=1+1", team: "3-4", startdatum: "31-2-2026", sisa: "1" }), zaak({ kenmerk: "'t", team: "-5" })]);
    expect(inhoud).toMatchObject({ kenmerk: ["A", "=1+1", "'t"], team: ["", "3-4", "-5"] });
    expect([inhoud.startdatum?.[1], inhoud.sisa?.[1]]).toEqual(["31-2-2026", "1"]);
  });

  it("finds the columns where the user dragged them", async () => {
    const o = new Opstelling();
    o.maakLijst([rij({ kenmerk: "A" })], { op: [2, 1] });
    o.gebruiker.verplaatsTabelkolom(o.tabel, 6, 0);
    const { inhoud } = await toegevoegd(o, [zaak({ kenmerk: "B" })]);
    expect(inhoud).toMatchObject({ kenmerk: ["A", "B"], einddatum: [januari(20), januari(9)] });
  });

  it("fits a 1904 workbook, which has its own serials", async () => {
    const o = new Opstelling({ werkmap: Werkmap.leeg({ datumstelsel: 1904 }) });
    o.maakLijst([rij()]);
    expect((await toegevoegd(o, [zaak({ startdatum: januari(7) - 1462 })])).inhoud.startdatum).toEqual([januari(5) - 1462, januari(7) - 1462]);
  });

  it("says so when the sheet is protected, when the list is gone, and when an own list is in use", async () => {
    const o = new Opstelling();
    o.maakLijst([rij()]);
    o.gebruiker.beveilig(o.blad);
    await expect(o.werkboek.voegToe([zaak()])).rejects.toMatchObject({ code: "beveiligd" });
    o.gebruiker.beveilig(o.blad, false);
    o.host.storing.erna(() => o.coauteur.verwijderTabel(o.tabel));
    await expect(o.werkboek.voegToe([zaak()])).rejects.toMatchObject({ code: "lijst-verdwenen" });
    const eigen = new Eigenopstelling();
    eigen.maakEigenLijst([eigenrij()]);
    await eigen.werkboek.bewaarKoppeling(koppelingVan(["Blad1"]));
    await expect(eigen.werkboek.voegToe([zaak()])).rejects.toMatchObject({ code: "lijst-verdwenen" });
  });

  it("comes below the row that a colleague adds at the same moment", async () => {
    const o = new Opstelling();
    o.maakLijst([rij({ kenmerk: "A" })]);
    o.host.storing.erna(() => o.typ(1, "kenmerk", "collega", o.coauteur));
    await o.werkboek.voegToe([zaak({ kenmerk: "B" })]);
    expect([alsLijst(await o.werkboek.lees()).inhoud.kenmerk, o.tabel.gebied.rijen]).toEqual([["A", "collega", "B"], 4]);
  });

  it("tells the pane what came", async () => {
    const o = new Opstelling();
    o.maakLijst([rij({ kenmerk: "A" })]);
    await o.open();
    await o.werkboek.voegToe([zaak({ kenmerk: "B" })]);
    const wijziging = await o.volgende();
    expect(wijziging.soort === "alles" && alsLijst(wijziging.lezing).inhoud.kenmerk).toEqual(["A", "B"]);
  });

  it("does nothing for no rows", async () => {
    const o = new Opstelling();
    o.maakLijst([rij()]);
    expect(await o.syncs(() => o.werkboek.voegToe([]))).toBe(0);
  });

  it("goes on where another table stands beside the list", async () => {
    const o = new Opstelling();
    o.maakLijst([rij({ kenmerk: "A" })]);
    o.gebruiker.plak(o.blad, 0, 9, "X\n1\n2\n3");
    const ernaast = o.gebruiker.maakTabel(o.blad, gebied(0, 9, 4, 1));
    await toegevoegd(o, [zaak(), zaak()]);
    expect(o.werkmap.tabel(ernaast.id).gebied).toEqual(gebied(0, 9, 4, 1));
  });
});
