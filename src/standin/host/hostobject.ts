import type { Gebied } from "../model/adres";
import type { Blad } from "../model/blad";

/** What an object path of the library points to: one object of the Excel API, over the sheet model. Names are those of the wire: PascalCase. */
export interface Hostobject {
  /** The class name in the library, as "Range". */
  readonly soort: string;
  /** What instantiating it answers: how the library finds it again ("Id"). */
  readonly id?: () => Antwoordobject;
  readonly eigenschappen?: Readonly<Record<string, Eigenschap>>;
  readonly navigatie?: Readonly<Record<string, Navigatie>>;
  readonly methoden?: Readonly<Record<string, Methode>>;
  /** Of a collection. */
  readonly items?: () => readonly Hostobject[];
  /** getItem(key); throws ItemNotFound. */
  readonly item?: (sleutel: unknown) => Hostobject;
  /** Only of a range: what it spans, for those that take it as an argument. */
  readonly bereik?: Bereik;
}

export type Json = string | number | boolean | null | readonly Json[] | { readonly [naam: string]: Json };
export type Antwoordobject = { readonly [naam: string]: Json };

/** `sinds` names the requirement set: "1.9" is ExcelApi 1.9; absent is that of the object it belongs to. */
export interface Eigenschap {
  readonly sinds?: string;
  readonly lees?: () => Json;
  readonly zet?: (waarde: unknown) => void;
}
export interface Navigatie {
  readonly sinds?: string;
  readonly geef: () => Hostobject;
}
export interface Methode {
  readonly sinds?: string;
  /** Answers an object, null for a null object, or a plain value (undefined is nothing). */
  readonly roep: (argumenten: readonly unknown[]) => Hostobject | Json | undefined | void;
}

export interface Bereik {
  readonly blad: Blad;
  readonly gebied: Gebied;
}

export function isHostobject(waarde: unknown): waarde is Hostobject {
  return typeof waarde === "object" && waarde !== null && "soort" in waarde && typeof waarde.soort === "string";
}
