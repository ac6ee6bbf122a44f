/** Why a file cannot be read as a workbook. One clear Dutch sentence each, all of them here. */
export const WERKMAPFOUTEN = {
  leeg: "Het bestand is leeg (0 bytes): kies het bestand opnieuw, of zet een reservekopie terug.",
  "te-groot": "Het bestand is te groot om veilig te openen: bewaar in Excel alleen het blad met de registratie in een nieuwe werkmap en kies die.",
  "geen-werkmap": "Dit is geen Excel-werkmap: open het bestand in Excel of LibreOffice en bewaar het als .xlsx.",
  wachtwoord: "De werkmap is met een wachtwoord beveiligd en kan daarom niet worden gelezen: haal in Excel het wachtwoord eraf en bewaar opnieuw.",
  "oud-formaat": "Dit is een werkmap in het oude formaat .xls: open het bestand in Excel en bewaar het als .xlsx.",
  binair: "Dit is een binaire werkmap (.xlsb): open het bestand in Excel en bewaar het als .xlsx.",
  beschadigd: "Het bestand is beschadigd of niet volledig: haal het opnieuw op, of open en bewaar het in Excel.",
} as const;
export type Werkmapfoutcode = keyof typeof WERKMAPFOUTEN;

export class Werkmapfout extends Error {
  override readonly name = "Werkmapfout";
  /** `options.cause` says what was wrong in technical words; it is not for the screen. */
  constructor(
    readonly code: Werkmapfoutcode,
    options?: ErrorOptions,
  ) {
    super(WERKMAPFOUTEN[code], options);
  }
}

/** For use in the readers: `oorzaak` says in English what was not as it should be. */
export function beschadigd(oorzaak: string): Werkmapfout {
  return new Werkmapfout("beschadigd", { cause: new Error(oorzaak) });
}
