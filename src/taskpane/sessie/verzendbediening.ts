import type { Antwoorden } from "./besluit";

/** What a person can do about the sending of one organisation. */
export interface Verzendbediening {
  /** A press on Verzenden, or the answer to what it asked. */
  verzend(antwoorden?: Antwoorden): Promise<void>;
  annuleer(): void;
  /** Nu opnieuw proberen; also when the connection is back. */
  probeerOpnieuw(): Promise<void>;
  /** Tries again to write the receipt on the sheet. */
  noteerAlsnog(): Promise<void>;
  /** "Yes, what waits is of this workbook", or not. */
  wachtendeIsVanHier(registratieId: string, ja: boolean): Promise<void>;
  /** Cases before the first month count after all: a registratie that begins earlier takes the place of this one. */
  beginEerder(): Promise<void>;
}
