import type { Cel } from "../meldcode/veld";
import type { Verbinding, Verzondenblad, Verzondenregel } from "./werkboek";

/**
 * The sheet Verzonden: a row per receipt, which also says which registratie this workbook is, of each organisation the last row.
 * Visible on purpose: settings and custom parts get lost, are not undone and clear undo (office-js #6585, #6091, #5206, #4484). The
 * rows are a table with a name of its own, so that it is found again when the sheet is renamed, and a user's own sheet Verzonden is
 * never mistaken for it. Columns are found by their headers: a user may move them, or add others.
 */
export const VERZONDEN_BLAD = "Verzonden";
export const VERZONDEN_TABEL = "MeldcodeVerzonden";

export const VERZONDEN_KOPPEN = ["Ontvangen op", "Ontvangstkenmerk", "Organisatie", "Maanden", "Wijzigingen", "Controlegetal", "Organisatienummer", "Registratie"] as const;
type Verzondenkop = (typeof VERZONDEN_KOPPEN)[number];
/** In characters, as lijstontwerp counts. */
export const VERZONDEN_BREEDTES = [30, 24, 36, 36, 60, 28, 24, 42] as const;
/** Without these a receipt is not found again. Sheets of before there were boards have no column for the organisation. */
const NODIG: readonly Verzondenkop[] = ["Ontvangstkenmerk", "Organisatie", "Organisatienummer", "Registratie"];

/** What stands above the table, in A1:A2. */
export const KOPREGELS = [
  "Verzonden door Monitor Meldcode",
  "Laat dit blad staan: zo weet de invoegtoepassing welke registratie deze werkmap is. Elke regel is een ontvangst door het Servicepunt.",
] as const;
/** Sheet row of the table's header. */
export const VERZONDEN_KOPRIJ = 4;
/** There, sheets of before there were boards have the organisation and the registratie, each beside its label. */
export const KOPBEREIK = "A1:B12";

/** The row of one receipt, in the order of these headers; what is not ours stays empty. */
export function ontvangstrij(regel: Verzondenregel, { organisatieId, registratieId }: Verbinding, koppen: readonly string[] = VERZONDEN_KOPPEN): readonly string[] {
  const cellen: Readonly<Record<Verzondenkop, string>> = {
    "Ontvangen op": regel.ontvangenOp,
    Ontvangstkenmerk: regel.kenmerk,
    Organisatie: regel.organisatie,
    Maanden: regel.maanden,
    Wijzigingen: regel.wijzigingen,
    Controlegetal: regel.hash,
    Organisatienummer: organisatieId,
    Registratie: registratieId,
  };
  const bijKop = new Map<string, string>(Object.entries(cellen));
  return koppen.map((kop) => bijKop.get(kop) ?? "");
}

/** Columns that the table has to get before a receipt is written in it. */
export function ontbrekendeKoppen(koppen: readonly string[]): readonly string[] {
  return NODIG.filter((kop) => !koppen.includes(kop));
}

/** Rows of a table with these headers in the order of ours; `verbinding` says whose they are where they do not. */
export function inEigenKoppen(rijen: readonly (readonly string[])[], koppen: readonly string[], verbinding: Verbinding | undefined): readonly (readonly string[])[] {
  const anders: Readonly<Partial<Record<Verzondenkop, string | undefined>>> = { Organisatienummer: verbinding?.organisatieId, Registratie: verbinding?.registratieId };
  return rijen.map((rij) => VERZONDEN_KOPPEN.map((kop) => rij[koppen.indexOf(kop)] ?? anders[kop] ?? ""));
}

/** `kop`: the values of KOPBEREIK; `koppen` and `rijen`: those of the table. */
export function leesVerzonden(kop: readonly (readonly Cel[])[], koppen: readonly string[], rijen: readonly (readonly Cel[])[]): Verzondenblad {
  const naast = (label: Verzondenkop) => tekst(kop.find(([a]) => a === label)?.[1]);
  const bij = (naam: Verzondenkop) => rijen.map((rij) => tekst(rij[koppen.indexOf(naam)]));
  const [organisaties, registraties] = [bij("Organisatienummer"), bij("Registratie")];
  const perRij = organisaties.map((organisatieId, i) => ({ organisatieId, registratieId: registraties[i] ?? "" }));
  return {
    verbindingen: [{ organisatieId: naast("Organisatie"), registratieId: naast("Registratie") }, ...perRij].filter(({ organisatieId, registratieId }) => organisatieId !== "" && registratieId !== ""),
    kenmerken: bij("Ontvangstkenmerk").filter((kenmerk) => kenmerk !== ""),
  };
}

function tekst(cel: Cel | undefined): string {
  return String(cel ?? "").trim();
}
