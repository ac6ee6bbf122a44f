import { serieVan } from "../../model/serie";
import { geheel, tekst } from "../argument";
import { Hostfout } from "../hostfout";
import type { Hostobject } from "../hostobject";
import type { Sessie } from "../sessie";
import { bereikobject } from "./bereik";
import { bladverzameling } from "./blad";
import { tabelverzameling } from "./tabel";

/** Excel.Workbook, the root of every request. */
export function werkmapobject(sessie: Sessie): Hostobject {
  const { werkmap } = sessie;
  return {
    soort: "Workbook",
    eigenschappen: {
      Name: { sinds: "1.7", lees: () => werkmap.naam },
      // True while the stand-in answers at all; a read-only workbook is a fault that a test switches on.
      ReadOnly: { sinds: "1.8", lees: () => false },
    },
    navigatie: {
      Tables: { geef: () => tabelverzameling(sessie, null) },
      Worksheets: { geef: () => bladverzameling(sessie) },
      Functions: { sinds: "1.2", geef: () => functies(sessie) },
    },
    methoden: {
      GetSelectedRange: {
        roep: () => {
          const blad = werkmap.blad(werkmap.actiefBlad);
          return bereikobject(sessie, blad, blad.selectie);
        },
      },
      GetActiveCell: {
        sinds: "1.7",
        roep: () => {
          const blad = werkmap.blad(werkmap.actiefBlad);
          return bereikobject(sessie, blad, { ...blad.selectie, rijen: 1, kolommen: 1 });
        },
      },
      _RemoveReference: { roep: ([referentie]) => sessie.laatLos(tekst(referentie, "reference")) },
    },
  };
}

/** Excel.Functions: only DATE, by which an add-in can tell which date system a workbook has. */
function functies({ werkmap }: Sessie): Hostobject {
  return {
    soort: "Functions",
    methoden: {
      Date: {
        roep: ([jaar, maand, dag]) => {
          const j = geheel(jaar, "year");
          // Excel counts years below 1900 from 1900 (or 1904).
          const serie = serieVan(j < 1900 ? j + werkmap.datumstelsel : j, geheel(maand, "month"), geheel(dag, "day"), werkmap.datumstelsel);
          if (serie === null) throw new Hostfout("InvalidArgument", "#NUM!");
          return { soort: "FunctionResult", eigenschappen: { Value: { lees: () => serie }, Error: { lees: () => "" } } };
        },
      },
    },
  };
}
