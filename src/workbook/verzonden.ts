import type { Cel } from "../meldcode/veld";
import type { Verbinding, Verzondenblad, Verzondenregel } from "./werkboek";

/**
 * The sheet Verzonden: which registratie this workbook is, and a row per receipt. Visible on purpose: settings and custom
 * parts get lost, are not undone and clear undo (office-js #6585, #6091, #5206, #4484). The rows are a table with a name of
 * its own, so that it is found again when the sheet is renamed, and a user's own sheet Verzonden is never mistaken for it.
 */
export const VERZONDEN_BLAD = "Verzonden";
export const VERZONDEN_TABEL = "MeldcodeVerzonden";

export const VERZONDEN_KOPPEN = ["Ontvangen op", "Ontvangstkenmerk", "Maanden", "Wijzigingen", "Controlegetal"] as const;
/** In characters, as lijstontwerp counts. */
export const VERZONDEN_BREEDTES = [30, 24, 36, 60, 28] as const;

const ORGANISATIE = "Organisatie";
const REGISTRATIE = "Registratie";
/** Label and value; a user may add or move rows within it. */
export const KOPBEREIK = "A1:B12";
/** Sheet row of the table's header. */
export const VERZONDEN_KOPRIJ = 6;

/** What stands above the table, in A1:B4. */
export function kopregels(verbinding: Verbinding): readonly (readonly [string, string])[] {
  return [
    ["Verzonden door Monitor Meldcode", ""],
    [ORGANISATIE, verbinding.organisatieId],
    [REGISTRATIE, verbinding.registratieId],
    ["Laat dit blad staan: zo weet de invoegtoepassing welke registratie deze werkmap is. Elke regel is een ontvangst door het Servicepunt.", ""],
  ];
}

/** The row of one receipt, in the order of VERZONDEN_KOPPEN. */
export function ontvangstrij(regel: Verzondenregel): readonly string[] {
  return [regel.ontvangenOp, regel.kenmerk, regel.maanden, regel.wijzigingen, regel.hash];
}

/** `kop`: the values of KOPBEREIK; `rijen`: those of the table's body. */
export function leesVerzonden(kop: readonly (readonly Cel[])[], rijen: readonly (readonly Cel[])[]): Verzondenblad {
  const naast = (label: string) => String(kop.find(([a]) => a === label)?.[1] ?? "").trim();
  const organisatieId = naast(ORGANISATIE);
  const registratieId = naast(REGISTRATIE);
  return {
    verbinding: organisatieId && registratieId ? { organisatieId, registratieId } : null,
    kenmerken: rijen.map((rij) => String(rij[1] ?? "").trim()).filter((kenmerk) => kenmerk !== ""),
  };
}

/** Rows (0-based) in KOPBEREIK of the two values, or null when the user took a label away. */
export function plaatsVanVerbinding(kop: readonly (readonly Cel[])[]): { readonly organisatie: number; readonly registratie: number } | null {
  const organisatie = kop.findIndex(([a]) => a === ORGANISATIE);
  const registratie = kop.findIndex(([a]) => a === REGISTRATIE);
  return organisatie >= 0 && registratie >= 0 ? { organisatie, registratie } : null;
}
