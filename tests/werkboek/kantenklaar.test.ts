/** @jest-environment jsdom */
import { readFileSync } from "node:fs";
import path from "node:path";
import { TextDecoder, TextEncoder } from "node:util";
import { openBestand } from "../../src/standin/bestand/bestand";
import type { Werkmap } from "../../src/standin/model/werkmap";
import { alsLijst, er, Opstelling, rij } from "./werkboek";

// jsdom has none; every browser does.
Object.assign(globalThis, { TextDecoder, TextEncoder });

/** The ready-made workbook, opened as Excel on the web would, with Microsoft's library on it. */
const open = () => new Opstelling({ werkmap: openBestand(new Uint8Array(readFileSync(path.join(__dirname, "../../assets/registratie.xlsx"))), "registratie.xlsx").werkmap });

/** All that makes the sheet help while typing; ids of marks are of no matter. */
function hulp(werkmap: Werkmap, naam: string) {
  const { validaties, opmaakregels, kolombreedtes, bevroren, zichtbaarheid } = er(werkmap.bladMetNaam(naam)).gegevens;
  const opKolom = [...validaties]
    .sort((a, b) => er(a.gebieden[0]).kolom - er(b.gebieden[0]).kolom)
    // Without a rule there is nothing that an alert could be about.
    .map((validatie) => (Object.keys(validatie.regel).length === 0 ? { ...validatie, fout: null } : validatie));
  return { validaties: opKolom, opmaakregels: opmaakregels.map((regel) => ({ ...regel, id: "" })), kolombreedtes: [...kolombreedtes].sort(([a], [b]) => a - b), bevroren, zichtbaarheid };
}

it("is read at once, and takes a case that is typed in its first row", async () => {
  const o = open();
  const leeg = alsLijst(await o.werkboek.lees());
  expect(leeg).toMatchObject({ blad: "Meldcode", tabel: "Meldcode", losseRij: null, beveiligd: false });
  expect(leeg.inhoud.startdatum?.every((cel) => cel === "")).toBe(true);
  for (const [veld, tekst] of Object.entries(rij({ kenmerk: "0012" }))) o.typ(0, veld as "sisa", tekst); // the keys of a Getypterij are fields
  const { inhoud } = alsLijst(await o.werkboek.lees());
  expect([inhoud.kenmerk?.[0], inhoud.sisa?.[0], typeof inhoud.startdatum?.[0]]).toEqual(["0012", "Ja", "number"]);
});

it.each(["Meldcode", "Lijsten"])("helps on the sheet %s as a list made by Registratie starten does", async (naam) => {
  const gestart = new Opstelling();
  await gestart.werkboek.start();
  expect(hulp(open().werkmap, naam)).toEqual(hulp(gestart.werkmap, naam));
});

it("makes no second list, and adds the sheet Verzonden with the first receipt", async () => {
  const o = open();
  expect((await o.werkboek.start()).soort).toBe("lijst");
  await o.werkboek.noteerOntvangst({ ontvangenOp: "1 april 2026 12:00", kenmerk: "RM-1", maanden: "maart 2026", wijzigingen: "", hash: "abc", organisatie: "De Linde" }, { organisatieId: "ORG-7K3M-Q2XA", registratieId: "r" });
  expect(o.werkmap.bladen.map((blad) => blad.naam)).toEqual(["Meldcode", "Toelichting", "Lijsten", "Verzonden"]);
  expect(alsLijst(await o.werkboek.lees())).toMatchObject({ blad: "Meldcode" });
});
