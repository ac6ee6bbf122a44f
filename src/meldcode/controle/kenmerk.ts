import { isFoutwaarde } from "../lezen/tekst";
import type { Cel } from "../veld";
import type { Kenmerkregel, Lijstregel } from "./regel";

/** References are compared trimmed and without regard to case. "" when the cell holds none; an error value is no reference. */
export function kenmerksleutel(cel: Cel): string {
  if (cel === null) return "";
  if (typeof cel !== "string") return String(cel);
  const tekst = cel.trim();
  return isFoutwaarde(tekst) ? "" : tekst.toLowerCase();
}

export const kenmerkDubbel: Lijstregel = {
  ziet: "lijst",
  code: "kenmerk-dubbel",
  veld: "kenmerk",
  melding: "Dit kenmerk staat ook in een rij hierboven. Controleer of de zaak niet twee keer in de lijst staat.",
};

export const persoonsgegevenInKenmerk: Kenmerkregel = {
  ziet: "kenmerk",
  code: "persoonsgegeven-in-kenmerk",
  veld: "kenmerk",
  melding: "Dit lijkt een burgerservicenummer, e-mailadres of telefoonnummer. Gebruik een eigen nummer of afkorting; het kenmerk wordt niet verzonden.",
  geldt: bevatPersoonsgegeven,
};

const NEGEN_CIJFERS = /(?<!\d)\d{9}(?!\d)/g;
const EMAIL = /[^\s@]@[^\s@]+\.[^\s@]/;
/** 0 and nine digits, or +31 and nine digits; blanks and hyphens in between are allowed. */
const TELEFOON = /(?:(?<!\d)0|\+31)(?:[\s-]*\d){9}(?!\d)/;

function bevatPersoonsgegeven(kenmerk: Cel): boolean {
  // A number bears no @ and no leading 0, so below nine digits it is nothing.
  if (kenmerk === null || typeof kenmerk === "boolean" || (typeof kenmerk === "number" && Math.abs(kenmerk) < 1e8)) return false;
  const tekst = String(kenmerk);
  return verdientAandacht(tekst) && (EMAIL.test(tekst) || TELEFOON.test(tekst) || (tekst.match(NEGEN_CIJFERS)?.some(isBsn) ?? false));
}

/** The cheap look that nearly no reference gets past: an @, nine digits in a row, or ten digits from a 0 (or a +) that begins a number. */
function verdientAandacht(tekst: string): boolean {
  if (tekst.length < 9) return tekst.includes("@");
  let opEenRij = 0;
  let vanafNul = 0;
  for (let i = 0; i < tekst.length; i++) {
    const teken = tekst.charCodeAt(i);
    if (teken >= 48 && teken <= 57) {
      opEenRij++;
      if (vanafNul > 0 || (teken === 48 && opEenRij === 1)) vanafNul++;
      if (opEenRij === 9 || vanafNul === 10) return true;
    } else {
      if (teken === 64) return true;
      if (teken === 43 && vanafNul === 0) vanafNul = 1;
      opEenRij = 0;
    }
  }
  return false;
}

/** The 11-proef of the burgerservicenummer: weights 9…2, and −1 for the last digit. */
function isBsn(negenCijfers: string): boolean {
  let som = -Number(negenCijfers[8]);
  for (let i = 0; i < 8; i++) som += (9 - i) * Number(negenCijfers[i]);
  return som % 11 === 0;
}
