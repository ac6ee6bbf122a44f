import type * as xlsx from "../../workbook/xlsx/werkmap";
import { Blad, type Bladgegevens } from "../model/blad";
import type { Stijl, Tabel } from "../model/cel";
import { GEBRUIKER, Werkmap, type Celwijziging } from "../model/werkmap";
import { naarCel, naarGebied, naarNotatieEnStijl, naarOpmaakregel, naarPunten, naarValidatie } from "./vertalen";

const ZICHTBAARHEID = { zichtbaar: "Visible", verborgen: "Hidden", "zeer-verborgen": "VeryHidden" } as const;
/** LibreOffice gives every column of the sheet a width; what lies further than this is never on screen. */
const MEESTE_BREEDTES = 1024;

/** The sheet model of an opened file: what can be seen and edited of it. Nothing to undo yet. */
export function laadWerkmap(bestand: xlsx.Werkmap, naam: string): Werkmap {
  const werkmap = new Werkmap({ naam, datumstelsel: bestand.datumstelsel });
  werkmap.doe(GEBRUIKER, () => {
    const bladen = bestand.bladen.map(({ naam: bladnaam, zichtbaarheid }) => {
      const gegevens = bladgegevens(bestand.leesBlad(bladnaam), () => werkmap.nieuwId("regel"));
      return new Blad(werkmap.nieuwId("blad"), bladnaam, { ...gegevens, zichtbaarheid: ZICHTBAARHEID[zichtbaarheid] });
    });
    werkmap.zetBladen(bladen);
    for (const blad of bladen) werkmap.zetCellen(blad, cellen(bestand, blad.naam));
    const idVan = (bladnaam: string | null) => bladen.find((b) => b.naam === bladnaam)?.id ?? null;
    werkmap.zetTabellen(bestand.tabellen.map((tabel) => tabelVan(tabel, werkmap.nieuwId("tabel"), idVan(tabel.blad) ?? "")));
    werkmap.zetNamen(
      bestand.namen.map((n) => ({ naam: n.naam, formule: `=${n.verwijzing}`, blad: idVan(n.blad), zichtbaar: !n.naam.startsWith("_xlnm.") })),
    );
  });
  werkmap.actiefBlad = werkmap.bladMetNaam(bestand.actiefBlad)?.id ?? werkmap.actiefBlad;
  werkmap.vergeetGeschiedenis();
  return werkmap;
}

function cellen(bestand: xlsx.Werkmap, blad: string): Celwijziging[] {
  const stijlen = new Map<number, { readonly notatie: string | undefined; readonly stijl: Stijl | undefined }>();
  const uit: Celwijziging[] = [];
  for (const [rij, kolommen] of bestand.leesBlad(blad).rijen) {
    kolommen.forEach((cel, kolom) => {
      if (!cel) return;
      let stijl = stijlen.get(cel.stijl);
      if (!stijl) stijlen.set(cel.stijl, (stijl = naarNotatieEnStijl(bestand.opmaak(cel.stijl), cel.stijl)));
      uit.push([rij - 1, kolom - 1, naarCel(cel, stijl)]);
    });
  }
  return uit;
}

function bladgegevens(inhoud: xlsx.Bladinhoud, nieuwId: () => string): Partial<Bladgegevens> {
  const kolombreedtes = new Map<number, number>();
  const verborgenKolommen = new Set<number>();
  for (const { van, tot, breedte, verborgen } of inhoud.kolommen) {
    for (let kolom = van - 1; kolom < Math.min(tot, MEESTE_BREEDTES); kolom++) {
      if (breedte !== null) kolombreedtes.set(kolom, naarPunten(breedte));
      if (verborgen) verborgenKolommen.add(kolom);
    }
  }
  return {
    beveiligd: inhoud.beveiligd,
    kolombreedtes,
    verborgenKolommen,
    verborgenRijen: new Set(Array.from(inhoud.verborgenRijen, (rij) => rij - 1)),
    ...(inhoud.bevroren && { bevroren: inhoud.bevroren }),
    validaties: inhoud.validaties.map(naarValidatie),
    opmaakregels: inhoud.voorwaardelijk.map((regel) => naarOpmaakregel(regel, nieuwId())),
    samengevoegd: inhoud.samengevoegd.map(naarGebied),
  };
}

function tabelVan(tabel: xlsx.Tabel, id: string, blad: string): Tabel {
  return {
    id,
    naam: tabel.naam,
    blad,
    gebied: naarGebied(tabel.bereik),
    kop: tabel.koprijen > 0,
    totalen: tabel.totaalrijen > 0,
    kolommen: tabel.kolommen.map((naam, i) => ({ id: i + 1, naam })),
    stijl: "TableStyleMedium2",
    banden: true,
    filterknoppen: tabel.koprijen > 0,
    filters: new Map(),
  };
}
