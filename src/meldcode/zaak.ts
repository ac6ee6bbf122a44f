import type { Datum } from "./datum";

/** Canonical values; the key is what is counted, the value is what a cell shows. */
export const SISA = { ja: "Ja", nee: "Nee", nvt: "N.v.t." } as const;
export type Sisa = keyof typeof SISA;

export const CONSULTATIE = {
  geen: "Geen",
  intern: "Intern",
  extern: "Extern",
  internEnExtern: "Intern en extern",
} as const;
export type Consultatie = keyof typeof CONSULTATIE;

/** Since 1-1-2019 reporting and help are two separate decisions, so both may be true (Besluit verplichte meldcode). */
export const STAP5 = {
  hulp: "Hulp",
  melding: "Melding",
  hulpEnMelding: "Hulp en melding",
  geenVanBeide: "Geen van beide",
} as const;
export type Stap5 = keyof typeof STAP5;

/** A row without any `fout`: one time the meldcode was started. null = not yet. */
export interface Zaak {
  readonly startdatum: Datum;
  readonly sisa: Sisa | null;
  readonly consultatie: Consultatie | null;
  readonly stap5: Stap5 | null;
  readonly einddatum: Datum | null;
}
