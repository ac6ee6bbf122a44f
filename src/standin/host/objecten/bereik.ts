import { doorsnede, gebied, MAX_KOLOMMEN, MAX_RIJEN, omhullende, volledigAdres, zelfdeGebied, type Gebied } from "../../model/adres";
import { binnenGebruik, celOfNiets, maakOp, schrijf, schuifBlok, wis } from "../../model/bewerking";
import type { Blad } from "../../model/blad";
import { groei } from "../../model/groei";
import { isFoutwaarde, type Celwaarde } from "../../model/cel";
import { weergave } from "../../model/weergave";
import { geheel, keuze, logisch, rooster, tekst } from "../argument";
import { Hostfout, nietGevonden, ongeldig } from "../hostfout";
import type { Hostobject, Json, Methode } from "../hostobject";
import { leesApiWaarde } from "../apiwaarde";
import { gebiedOpBlad, type Sessie } from "../sessie";
import { bladobject } from "./blad";
import { celopmaak } from "./celopmaak";
import { opmaakregels } from "./opmaakregel";
import { validatieobject } from "./validatie";

/** Excel.Range */
export function bereikobject(sessie: Sessie, blad: Blad, g: Gebied): Hostobject {
  const { werkmap } = sessie;
  const ander = (nieuw: Gebied): Hostobject => bereikobject(sessie, blad, nieuw);
  const onbegrensd = g.rijen === MAX_RIJEN || g.kolommen === MAX_KOLOMMEN;
  /** Excel answers null for what a whole column or row holds. */
  const perCel = (van: (rij: number, kolom: number) => Json) => (): Json =>
    onbegrensd ? null : Array.from({ length: g.rijen }, (_, r) => Array.from({ length: g.kolommen }, (_, k) => van(g.rij + r, g.kolom + k)));
  const zetWaarden = (waarde: unknown): void => {
    if (onbegrensd) throw ongeldig("values");
    const van = rooster(waarde, g.rijen, g.kolommen, "values");
    const gevuld = totLaatsteGevulde(g, van);
    const neemOp = gevuld && groei(werkmap, blad, gevuld);
    schrijf(werkmap, blad, g, (rij, kolom, oud) => {
      const nieuw = van(rij - g.rij, kolom - g.kolom);
      // null leaves the cell as it is
      if (nieuw === null || nieuw === undefined) return oud;
      const invoer = leesApiWaarde(nieuw, oud?.notatie, werkmap.datumstelsel);
      return celOfNiets({ stijl: oud?.stijl, ...invoer });
    });
    neemOp?.();
  };
  return {
    soort: "Range",
    bereik: { blad, gebied: g },
    eigenschappen: {
      Address: { lees: () => volledigAdres(blad.naam, g) },
      AddressLocal: { lees: () => volledigAdres(blad.naam, g) },
      CellCount: { lees: () => (g.rijen * g.kolommen > 2 ** 31 - 1 ? -1 : g.rijen * g.kolommen) },
      RowIndex: { lees: () => g.rij },
      ColumnIndex: { lees: () => g.kolom },
      RowCount: { lees: () => g.rijen },
      ColumnCount: { lees: () => g.kolommen },
      Values: { lees: perCel((r, k) => werkmap.waarde(blad, r, k)), zet: zetWaarden },
      Formulas: { lees: perCel((r, k) => blad.cel(r, k)?.formule ?? werkmap.waarde(blad, r, k)), zet: zetWaarden },
      Text: { lees: perCel((r, k) => weergave(werkmap.waarde(blad, r, k), blad.cel(r, k)?.notatie, werkmap.datumstelsel)) },
      ValueTypes: { lees: perCel((r, k) => waardesoort(werkmap.waarde(blad, r, k))) },
      NumberFormat: {
        lees: perCel((r, k) => blad.cel(r, k)?.notatie ?? "General"),
        zet: (waarde) => {
          const van = rooster(waarde, g.rijen, g.kolommen, "numberFormat");
          const vak = onbegrensd ? binnenGebruik(blad, g) : g;
          if (vak) {
            maakOp(werkmap, blad, vak, {
              notatie: (r, k) => {
                const notatie = van(r - g.rij, k - g.kolom);
                return notatie === null || notatie === undefined ? (blad.cel(r, k)?.notatie ?? "General") : tekst(notatie, "numberFormat");
              },
            });
          }
        },
      },
      RowHidden: { sinds: "1.2", lees: () => alleRijen(g, (r) => blad.gegevens.verborgenRijen.has(r)) },
      IsEntireRow: { sinds: "1.7", lees: () => g.kolommen === MAX_KOLOMMEN },
      IsEntireColumn: { sinds: "1.7", lees: () => g.rijen === MAX_RIJEN },
    },
    navigatie: {
      Worksheet: { geef: () => bladobject(sessie, blad) },
      Format: { geef: () => celopmaak(werkmap, blad, g) },
      DataValidation: { sinds: "1.8", geef: () => validatieobject(werkmap, blad, g) },
      ConditionalFormats: { sinds: "1.6", geef: () => opmaakregels(werkmap, blad, g) },
    },
    methoden: {
      ...naburig(g, ander),
      GetBoundingRect: { roep: ([b]) => ander(omhullende(g, opDitBlad(sessie, blad, b, "anotherRange"))) },
      GetIntersection: {
        roep: ([b]) => {
          const snede = doorsnede(g, opDitBlad(sessie, blad, b, "anotherRange"));
          if (!snede) throw nietGevonden("intersection");
          return ander(snede);
        },
      },
      GetIntersectionOrNullObject: {
        sinds: "1.4",
        roep: ([b]) => {
          const snede = doorsnede(g, opDitBlad(sessie, blad, b, "anotherRange"));
          return snede && ander(snede);
        },
      },
      GetUsedRange: { roep: ([alleenWaarden]) => ander(gebruiktDeel(blad, g, alleenWaarden) ?? gebied(g.rij, g.kolom)) },
      GetUsedRangeOrNullObject: {
        sinds: "1.4",
        roep: ([alleenWaarden]) => {
          const deel = gebruiktDeel(blad, g, alleenWaarden);
          return deel && ander(deel);
        },
      },
      Clear: {
        roep: ([wat]) => {
          const keus = keuze(wat ?? "All", ["All", "Contents", "Formats"], "applyTo");
          if (keus !== "Formats") wis(werkmap, blad, g);
          const vak = binnenGebruik(blad, g);
          if (keus !== "Contents" && vak) werkmap.zetCellen(blad, cellenIn(vak).map(([r, k]) => [r, k, celOfNiets({ ...(blad.cel(r, k) ?? { waarde: "" }), notatie: undefined, stijl: undefined })]));
        },
      },
      Insert: {
        roep: ([richting]) => {
          schuifBlok(werkmap, blad, g, keuze(richting, ["Down", "Right"], "shift"));
          return ander(g);
        },
      },
      Delete: { roep: ([richting]) => schuifBlok(werkmap, blad, g, keuze(richting, ["Up", "Left"], "shift")) },
      Merge: { sinds: "1.2", roep: () => werkmap.zetBlad(blad, { samengevoegd: [...blad.gegevens.samengevoegd, g] }) },
      Unmerge: { sinds: "1.2", roep: () => werkmap.zetBlad(blad, { samengevoegd: blad.gegevens.samengevoegd.filter((s) => !doorsnede(s, g)) }) },
      Select: { roep: () => werkmap.selecteer({ bron: "Local", trigger: "ThisLocalAddin" }, blad, g) },
      // The library asks this before it writes a big block in pieces.
      _ValidateArraySize: {
        sinds: "1.3",
        roep: ([rijen, kolommen]) => {
          if (rijen !== g.rijen || kolommen !== g.kolommen) throw ongeldig("values");
        },
      },
    },
  };
}

/** A table takes in what an add-in writes right below it, but only down to the last row with something in it (office-js #3013, #3191). */
function totLaatsteGevulde(g: Gebied, van: (rij: number, kolom: number) => unknown): Gebied | null {
  const isGevuld = (rij: number): boolean => {
    for (let k = 0; k < g.kolommen; k++) if (van(rij, k) !== "" && van(rij, k) !== null && van(rij, k) !== undefined) return true;
    return false;
  };
  let rijen = g.rijen;
  while (rijen > 0 && !isGevuld(rijen - 1)) rijen--;
  return rijen === 0 ? null : { ...g, rijen };
}

/** Ranges beside, around and inside this one. */
function naburig(g: Gebied, ander: (g: Gebied) => Hostobject): Record<string, Methode> {
  const op = (rij: number, kolom: number, rijen: number, kolommen: number, naam: string) => ander(gebiedOpBlad(rij, kolom, rijen, kolommen, naam));
  const naast = (as: "rij" | "kolom", kant: 1 | -1): Methode => ({
    sinds: "1.3",
    roep: ([n]) => {
      const gevraagd = geheel(n, "count", 1);
      if (gevraagd === 0) throw ongeldig("count");
      const aantal = Math.abs(gevraagd);
      const erna = (gevraagd > 0) === (kant > 0);
      if (as === "rij") return op(erna ? g.rij + g.rijen : g.rij - aantal, g.kolom, aantal, g.kolommen, "count");
      return op(g.rij, erna ? g.kolom + g.kolommen : g.kolom - aantal, g.rijen, aantal, "count");
    },
  });
  return {
    GetCell: { roep: ([r, k]) => op(g.rij + geheel(r, "row"), g.kolom + geheel(k, "column"), 1, 1, "row") },
    GetRow: { roep: ([r]) => op(g.rij + geheel(r, "row"), g.kolom, 1, g.kolommen, "row") },
    GetColumn: { roep: ([k]) => op(g.rij, g.kolom + geheel(k, "column"), g.rijen, 1, "column") },
    GetEntireRow: { roep: () => ander(gebied(g.rij, 0, g.rijen, MAX_KOLOMMEN)) },
    GetEntireColumn: { roep: () => ander(gebied(0, g.kolom, MAX_RIJEN, g.kolommen)) },
    GetLastCell: { roep: () => ander(gebied(g.rij + g.rijen - 1, g.kolom + g.kolommen - 1)) },
    GetLastRow: { roep: () => ander(gebied(g.rij + g.rijen - 1, g.kolom, 1, g.kolommen)) },
    GetLastColumn: { roep: () => ander(gebied(g.rij, g.kolom + g.kolommen - 1, g.rijen, 1)) },
    GetOffsetRange: { roep: ([r, k]) => op(g.rij + geheel(r, "rowOffset"), g.kolom + geheel(k, "columnOffset"), g.rijen, g.kolommen, "rowOffset") },
    GetResizedRange: { sinds: "1.3", roep: ([r, k]) => op(g.rij, g.kolom, g.rijen + geheel(r, "deltaRows"), g.kolommen + geheel(k, "deltaColumns"), "deltaRows") },
    GetAbsoluteResizedRange: { sinds: "1.7", roep: ([r, k]) => op(g.rij, g.kolom, geheel(r, "numRows"), geheel(k, "numColumns"), "numRows") },
    GetRowsBelow: naast("rij", 1),
    GetRowsAbove: naast("rij", -1),
    GetColumnsAfter: naast("kolom", 1),
    GetColumnsBefore: naast("kolom", -1),
  };
}

function opDitBlad(sessie: Sessie, blad: Blad, argument: unknown, naam: string): Gebied {
  const b = sessie.bereikUit(argument, blad, naam);
  if (b.blad !== blad) throw new Hostfout("InvalidArgument", "Both ranges must be on the same worksheet.");
  return b.gebied;
}

function gebruiktDeel(blad: Blad, g: Gebied, alleenWaarden: unknown): Gebied | null {
  const gebruikt = blad.gebruikt(logisch(alleenWaarden, "valuesOnly", false));
  const deel = gebruikt && doorsnede(gebruikt, g);
  return deel && zelfdeGebied(deel, g) ? g : deel;
}

export function cellenIn(g: Gebied): (readonly [number, number])[] {
  return Array.from({ length: g.rijen * g.kolommen }, (_, i) => [g.rij + Math.floor(i / g.kolommen), g.kolom + (i % g.kolommen)] as const);
}

/** true or false when all rows agree, null when they do not. */
function alleRijen(g: Gebied, geldt: (rij: number) => boolean): boolean | null {
  const eerste = geldt(g.rij);
  for (let r = g.rij; r < g.rij + Math.min(g.rijen, 10_000); r++) if (geldt(r) !== eerste) return null;
  return eerste;
}

export function waardesoort(waarde: Celwaarde): string {
  if (waarde === "") return "Empty";
  if (isFoutwaarde(waarde)) return "Error";
  return typeof waarde === "number" ? "Double" : typeof waarde === "boolean" ? "Boolean" : "String";
}
