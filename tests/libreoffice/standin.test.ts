/** What the stand-in saves is a workbook that LibreOffice opens, with everything of the user still in it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gebied } from "../../src/standin/model/adres";
import { Gebruiker } from "../../src/standin/model/gebruiker";
import { bewaarBestand, nieuwBestand, openBestand } from "../../src/standin/bestand/bestand";
import { openWerkmap, type Werkmap } from "../../src/workbook/xlsx/werkmap";
import { zetOm } from "./libreoffice";

const map = mkdtempSync(path.join(tmpdir(), "meldcode-libreoffice-"));
afterAll(() => rmSync(map, { recursive: true }));

/** Opens the bytes in LibreOffice and lets it save them anew: what it did not understand or calculate would be gone. */
function doorLibreoffice(bytes: Uint8Array, naam: string): Werkmap {
  const bron = path.join(map, `${naam}.xlsx`);
  writeFileSync(bron, bytes);
  const uit = path.join(map, "uit");
  zetOm(map, "xlsx", [bron], uit);
  return openWerkmap(new Uint8Array(readFileSync(path.join(uit, `${naam}.xlsx`))));
}

it("keeps formulas, formats and free columns when one date was filled in", () => {
  const bestand = openBestand(new Uint8Array(readFileSync(path.join(__dirname, "../werkmappen/libreoffice-tabel-meldcode.xlsx"))), "school.xlsx");
  const { werkmap } = bestand;
  const tabel = werkmap.tabelMetNaam("Meldcode");
  const blad = werkmap.blad(tabel?.blad ?? "");
  new Gebruiker(werkmap).typ(blad, 6, 2, "31-1-2026");

  const terug = doorLibreoffice(bewaarBestand(bestand), "school");
  const rijen = terug.leesBlad("Zaken").rijen;
  expect(rijen.get(7)?.[3]).toMatchObject({ waarde: 46053 });
  expect(terug.opmaak(rijen.get(7)?.[3]?.stijl ?? 0).isDatum).toBe(true);
  // The formula of that row came out anew, the others as they were.
  expect(rijen.get(7)?.[7]).toMatchObject({ formule: 'IF(C7="","",C7-E7)', waarde: 17 });
  expect(rijen.get(6)?.[7]).toMatchObject({ formule: 'IF(C6="","",C6-E6)', waarde: 14 });
  // The user's own column, title with its colours, other sheets and the table.
  expect(rijen.get(6)?.[4]?.waarde).toBe("gebeld & <gemaild>");
  expect(terug.opmaak(rijen.get(2)?.[2]?.stijl ?? 0)).toMatchObject({ vet: true, vulkleur: "DDE8F7", letterkleur: "003366" });
  expect(terug.bladen.map((b) => b.naam)).toEqual(["Uitleg", "Zaken", "Oud"]);
  expect(terug.leesBlad("Uitleg").rijen.get(2)?.[1]).toMatchObject({ formule: "COUNTA(Zaken!F6:F20)", waarde: 5 });
  expect(terug.tabellen.map((t) => t.naam)).toEqual(["Meldcode"]);
});

it("opens a list that was begun in a new workbook", () => {
  const bestand = nieuwBestand("Map1.xlsx");
  const { werkmap } = bestand;
  const gebruiker = new Gebruiker(werkmap);
  const blad = werkmap.blad(werkmap.actiefBlad);
  gebruiker.plak(blad, 0, 0, "Startdatum\tStap 5\tDagen\n3-4-2026\tHulp\t=A2-46000\n4-4-2026\tMelding\t=A3-46000");
  gebruiker.maakTabel(blad, gebied(0, 0, 3, 3), true, "Meldcode");
  gebruiker.typ(blad, 3, 0, "5-4-2026");

  const terug = doorLibreoffice(bewaarBestand(bestand), "nieuw");
  expect(terug.tabellen.map((t) => [t.naam, t.bereik, t.kolommen])).toEqual([["Meldcode", { vanRij: 1, vanKolom: 1, totRij: 4, totKolom: 3 }, ["Startdatum", "Stap 5", "Dagen"]]]);
  const rijen = terug.leesBlad("Blad1").rijen;
  expect(rijen.get(3)?.slice(1).map((cel) => cel?.waarde)).toEqual([46116, "Melding", 116]);
  expect(terug.opmaak(rijen.get(4)?.[1]?.stijl ?? 0).isDatum).toBe(true);
});
