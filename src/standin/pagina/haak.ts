import { leesAdres, splitsAdres, type Gebied } from "../model/adres";
import type { Blad } from "../model/blad";
import { weergave } from "../model/weergave";
import type { Host } from "../host/host";
import type { Werkmap } from "../model/werkmap";
import type { Sessie } from "./sessie";

/**
 * What browser tests hold on to (`window.standin`): for what would take a person minutes, and for looking behind the screen.
 * What a person does with the keyboard and mouse works without it.
 */
export interface Standinhaak {
  readonly werkmap: Werkmap;
  /** Requests and their sizes stand in host.verzoeken, faults in host.storing. */
  readonly host: Host;
  /** How many requests of the add-in reached the host since wisSyncs: one for each context.sync() that asked something. */
  readonly syncs: number;
  wisSyncs(): void;
  /** Pastes text (tabs and lines) as a person would. `adres` is "C5", or "Blad2!C5"; without a sheet the one in front. */
  plak(adres: string, tekst: string): void;
  /** Types and presses Enter. Throws Werkmapfout when a rule refuses it. */
  typ(adres: string, tekst: string): void;
  kies(adres: string): void;
  /** The texts a person sees in the block. */
  teksten(adres: string): string[][];
  /** Bytes of the .xlsx, in base64. */
  bewaar(): string;
  open(base64: string, naam: string): void;
}

declare global {
  interface Window {
    standin?: Standinhaak;
  }
}

export function maakHaak(sessie: Sessie): Standinhaak {
  const plaats = (adres: string): { readonly blad: Blad; readonly gebied: Gebied } => {
    const { blad: naam, adres: kaal } = splitsAdres(adres);
    const blad = naam === null ? sessie.blad : sessie.werkmap.bladMetNaam(naam);
    const g = leesAdres(kaal);
    if (!blad || !g) throw new Error(`The workbook has no ${adres}.`);
    return { blad, gebied: g };
  };
  return {
    get werkmap() {
      return sessie.werkmap;
    },
    get host() {
      return sessie.host;
    },
    get syncs() {
      return sessie.host.verzoeken.length;
    },
    wisSyncs: () => sessie.host.wisVerzoeken(),
    plak: (adres, tekst) => {
      const { blad, gebied: g } = plaats(adres);
      sessie.bewerkingen.plak(blad, g, tekst);
    },
    typ: (adres, tekst) => {
      const { blad, gebied: g } = plaats(adres);
      sessie.gebruiker.typ(blad, g.rij, g.kolom, tekst);
    },
    kies: (adres) => {
      const { blad, gebied: g } = plaats(adres);
      sessie.gebruiker.kies(blad, g);
    },
    teksten: (adres) => {
      const { blad, gebied: g } = plaats(adres);
      const { werkmap } = sessie;
      return Array.from({ length: g.rijen }, (_, r) =>
        Array.from({ length: g.kolommen }, (__, k) => weergave(werkmap.waarde(blad, g.rij + r, g.kolom + k), blad.cel(g.rij + r, g.kolom + k)?.notatie, werkmap.datumstelsel)),
      );
    },
    bewaar: () => btoa(Array.from(sessie.bewaar(), (byte) => String.fromCharCode(byte)).join("")),
    open: (base64, naam) => sessie.open(Uint8Array.from(atob(base64), (teken) => teken.charCodeAt(0)), naam),
  };
}
