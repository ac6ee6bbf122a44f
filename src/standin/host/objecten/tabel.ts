import type { Gebied } from "../../model/adres";
import type { Blad } from "../../model/blad";
import { gegevensgebied, type Tabel, type Tabelkolom } from "../../model/cel";
import { schrijf } from "../../model/bewerking";
import { hernoemTabel, maakTabel, naarBereik, vergroot, verwijderTabel, verwijderTabelkolom, voegTabelkolomIn } from "../../model/tabelbewerking";
import { logisch, tekst } from "../argument";
import { Hostfout, nietGevonden, ongeldig } from "../hostfout";
import type { Hostobject } from "../hostobject";
import { SOORT, WERKMAP } from "../registraties";
import type { Sessie } from "../sessie";
import { bereikobject } from "./bereik";
import { bladobject } from "./blad";
import { gebeurtenismethoden } from "./gebeurtenissen";

/** Excel.TableCollection of the workbook, or of one sheet. */
export function tabelverzameling(sessie: Sessie, blad: Blad | null): Hostobject {
  const { werkmap } = sessie;
  const alle = (): readonly Tabel[] => werkmap.tabellen.filter((t) => blad === null || t.blad === blad.id);
  const vind = (sleutel: unknown): Hostobject | null => {
    const gezocht = String(sleutel).toLowerCase();
    const tabel = alle().find((t) => t.id === sleutel) ?? alle().find((t) => t.naam.toLowerCase() === gezocht);
    return tabel ? tabelobject(sessie, tabel.id) : null;
  };
  return {
    soort: "TableCollection",
    eigenschappen: { Count: { lees: () => alle().length } },
    items: () => alle().map((t) => tabelobject(sessie, t.id)),
    item: (sleutel) => vind(sleutel) ?? geen(sleutel),
    methoden: {
      Add: {
        roep: ([adres, kop]) => {
          const b = sessie.bereikUit(adres, blad ?? werkmap.blad(werkmap.actiefBlad), "address");
          if (blad !== null && b.blad !== blad) throw ongeldig("address");
          return tabelobject(sessie, maakTabel(werkmap, b.blad, b.gebied, logisch(kop, "hasHeaders")).id);
        },
      },
      GetItemAt: { roep: ([plek]) => vind(alle()[Number(plek)]?.id) ?? geen(plek) },
      GetItemOrNullObject: { sinds: "1.4", roep: ([sleutel]) => vind(sleutel) },
      GetCount: { sinds: "1.4", roep: () => alle().length },
      ...gebeurtenismethoden(sessie, blad?.id ?? WERKMAP, {
        DataChangedEvent: { type: SOORT.tableChanged, sinds: "1.7" },
        AddedEvent: { type: SOORT.tableAdded, sinds: "1.9" },
        DeletedEvent: { type: SOORT.tableDeleted, sinds: "1.9" },
      }),
    },
  };
}

function geen(sleutel: unknown): never {
  throw nietGevonden(String(sleutel));
}

/** Excel.Table; asked again at every step, because someone else may have deleted it. */
function tabelobject(sessie: Sessie, id: string): Hostobject {
  const { werkmap } = sessie;
  const t = (): Tabel => werkmap.tabel(id);
  const bereik = (g: Gebied): Hostobject => bereikobject(sessie, werkmap.blad(t().blad), g);
  const totaalrij = (): Gebied => ({ ...t().gebied, rij: t().gebied.rij + t().gebied.rijen - 1, rijen: 1 });
  return {
    soort: "Table",
    id: () => ({ Id: t().id }),
    eigenschappen: {
      Id: { lees: () => t().id },
      Name: { lees: () => t().naam, zet: (w) => hernoemTabel(werkmap, t(), tekst(w, "name")) },
      ShowHeaders: { lees: () => t().kop },
      ShowTotals: { lees: () => t().totalen },
      Style: { lees: () => t().stijl, zet: (w) => werkmap.zetTabel({ ...t(), stijl: tekst(w, "style") }) },
      ShowBandedRows: { sinds: "1.3", lees: () => t().banden, zet: (w) => werkmap.zetTabel({ ...t(), banden: logisch(w, "showBandedRows") }) },
      ShowFilterButton: { sinds: "1.3", lees: () => t().filterknoppen, zet: (w) => werkmap.zetTabel({ ...t(), filterknoppen: logisch(w, "showFilterButton") }) },
    },
    navigatie: {
      Columns: { geef: () => kolomverzameling(sessie, id) },
      Worksheet: { sinds: "1.2", geef: () => bladobject(sessie, werkmap.blad(t().blad)) },
    },
    methoden: {
      GetRange: { roep: () => bereik(t().gebied) },
      GetDataBodyRange: { roep: () => bereik(gegevensgebied(t())) },
      GetHeaderRowRange: { roep: () => bereik({ ...t().gebied, rijen: 1 }) },
      GetTotalRowRange: {
        roep: () => {
          if (!t().totalen) throw nietGevonden("totals row");
          return bereik(totaalrij());
        },
      },
      Resize: {
        sinds: "1.13",
        roep: ([adres]) => {
          const b = sessie.bereikUit(adres, werkmap.blad(t().blad), "newRange");
          if (b.blad.id !== t().blad) throw new Hostfout("InvalidArgument", "The range must be on the same worksheet as the table.");
          vergroot(werkmap, t(), b.gebied);
        },
      },
      ConvertToRange: {
        sinds: "1.2",
        roep: () => {
          const uit = bereik(t().gebied);
          naarBereik(werkmap, t());
          return uit;
        },
      },
      Delete: { roep: () => verwijderTabel(werkmap, t()) },
      ...gebeurtenismethoden(sessie, id, { DataChangedEvent: { type: SOORT.tableChanged, sinds: "1.7" } }),
    },
  };
}

function kolomverzameling(sessie: Sessie, tabelId: string): Hostobject {
  const kolommen = (): readonly Tabelkolom[] => sessie.werkmap.tabel(tabelId).kolommen;
  const vind = (sleutel: unknown): Hostobject | null => {
    const gezocht = String(sleutel).toLowerCase();
    const kolom = kolommen().find((k) => k.id === sleutel) ?? kolommen().find((k) => k.naam.toLowerCase() === gezocht);
    return kolom ? kolomobject(sessie, tabelId, kolom.id) : null;
  };
  return {
    soort: "TableColumnCollection",
    eigenschappen: { Count: { lees: () => kolommen().length } },
    items: () => kolommen().map((k) => kolomobject(sessie, tabelId, k.id)),
    item: (sleutel) => vind(sleutel) ?? geen(sleutel),
    methoden: {
      // The add-in gives no values.
      Add: {
        roep: ([plek, waarden, naam]) => {
          if (waarden !== null && waarden !== undefined) throw ongeldig("values");
          const aantal = kolommen().length;
          const index = plek === null || plek === undefined || plek === -1 ? aantal : Number(plek);
          if (!Number.isInteger(index) || index < 0 || index > aantal) throw ongeldig("index");
          voegTabelkolomIn(sessie.werkmap, sessie.werkmap.tabel(tabelId), index, naam === null || naam === undefined ? undefined : tekst(naam, "name"));
          return kolomobject(sessie, tabelId, kolommen()[index]?.id ?? 0);
        },
      },
      GetItemAt: { roep: ([plek]) => vind(kolommen()[Number(plek)]?.id) ?? geen(plek) },
      GetItemOrNullObject: { sinds: "1.4", roep: ([sleutel]) => vind(sleutel) },
      GetCount: { sinds: "1.4", roep: () => kolommen().length },
    },
  };
}

function kolomobject(sessie: Sessie, tabelId: string, id: number): Hostobject {
  const { werkmap } = sessie;
  const t = (): Tabel => werkmap.tabel(tabelId);
  const plek = (): number => {
    const index = t().kolommen.findIndex((k) => k.id === id);
    return index < 0 ? geen(id) : index;
  };
  const smal = (g: Gebied): Gebied => ({ ...g, kolom: g.kolom + plek(), kolommen: 1 });
  const bereik = (g: Gebied): Hostobject => bereikobject(sessie, werkmap.blad(t().blad), smal(g));
  return {
    soort: "TableColumn",
    id: () => ({ Id: id }),
    eigenschappen: {
      Id: { lees: () => id },
      Index: { lees: plek },
      Name: {
        lees: () => t().kolommen[plek()]?.naam ?? "",
        zet: (w) => {
          const naam = tekst(w, "name");
          schrijf(werkmap, werkmap.blad(t().blad), smal({ ...t().gebied, rijen: 1 }), (_r, _k, oud) => ({ waarde: naam, stijl: oud?.stijl }));
        },
      },
    },
    methoden: {
      GetDataBodyRange: { roep: () => bereik(gegevensgebied(t())) },
      GetRange: { roep: () => bereik(t().gebied) },
      GetHeaderRowRange: { roep: () => bereik({ ...t().gebied, rijen: 1 }) },
      Delete: { roep: () => verwijderTabelkolom(werkmap, t(), plek()) },
    },
  };
}
