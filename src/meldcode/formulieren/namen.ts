import type { Celblad } from "../koppeling/celblad";
import type { Bereik } from "../koppeling/koppeling";
import { koppen } from "../koppeling/koprij";
import { kopsleutel, veldVoorKop } from "../lezen/koppen";
import { normaliseer } from "../lezen/tekst";
import { MAANDNAMEN } from "../periode";
import type { Cel } from "../veld";

/**
 * The old forms ask who fills them in (evaluation 2017: disliked). No name gets past this file: not out of a column, not out of the
 * lines around the list, not out of the name of a file or a sheet.
 */

/** A column of persons, or of how to reach them. */
const PERSOONSKOP = /\bnaam\b|\bnamen\b|\b(voor|achter)naam\b|initialen|paraaf|handtekening|ondertekening|telefoon(nummer)?\b|\b(tel|mobiel)\b|\be ?mail|ingevuld|invuller|opgesteld|contactpersoon|\bbsn\b|burgerservicenummer|\bdoor( wie)?$/;
/** Who a column is about, unless it says what that person was asked, or how old they are: "overleg met collega" is step 2. */
const ROLKOP = /medewerker|\bmelder\b|collega|functionaris|behandelaar|hulpverlener|leerkracht|docent|begeleider|mentor|huisarts|^wie\b|\b(leerling|kind|client|patient|bewoner|deelnemer|ouders?|moeder|vader)\b/;
const VRAAGKOP = /consult|overleg|advies|geraadpleegd|besproken|\bstap\b|sisa|signaal|melding|datum|leeftijd|geboren|nummer|\bnr\b|code/;
/** The name of something that is no person. */
const ANDERE_NAAM = /\b(team|afdeling|groep|locatie|vestiging)\b/;

function isPersoonskop(kop: string): boolean {
  if (veldVoorKop(kop) !== null) return false;
  const tekst = kopsleutel(kop);
  return (PERSOONSKOP.test(tekst) && !ANDERE_NAAM.test(tekst)) || (ROLKOP.test(tekst) && !VRAAGKOP.test(tekst));
}

/** A line below the list that says who filled it in, or how to reach them. */
const PERSOONSREGEL = /^((ingevuld|opgesteld|ondertekend|verzonden) door|naam|handtekening|paraaf|contactpersoon|telefoon(nummer)?|tel|e-?mail(adres)?)\b.{0,30}$|^((ingevuld|opgesteld|ondertekend|verzonden) door|naam|contactpersoon|telefoon(nummer)?|tel|e-?mail(adres)?|medewerker|melder|functionaris)\b[^:]{0,30}:/;

function isPersoonsregel(cellen: readonly (Cel | undefined)[]): boolean {
  return cellen.some((cel) => typeof cel === "string" && PERSOONSREGEL.test(normaliseer(cel)));
}

/** Where headers stand on a sheet; several lists can stand there. */
export type Kopplaats = Pick<Bereik, "koprij" | "koprijen" | "kolommen">;

/** The lists alone, without the columns and lines about persons and without what stands above the first. */
export function zonderNamen(blad: Celblad, plaatsen: readonly Kopplaats[]): { blad: Celblad; weggelaten: number } {
  const koprijen = new Set(plaatsen.flatMap(({ koprij, koprijen: aantal = 1 }) => Array.from({ length: aantal }, (_, i) => koprij - i)));
  const persoonskolommen = new Set(plaatsen.flatMap((plaats) => [...koppen(blad, plaats.koprij, plaats)].flatMap(([kolom, kop]) => (isPersoonskop(kop) ? [kolom] : []))));
  const eerste = Math.min(...koprijen);
  const lijst = [...blad.rijen].filter(([rij]) => rij >= eerste);
  const over = lijst.filter(([rij, cellen]) => koprijen.has(rij) || !isPersoonsregel(cellen));
  const gelezen = over.map(([rij, cellen]) => [rij, cellen.map((cel, kolom) => (persoonskolommen.has(kolom) ? undefined : cel))] as const);
  return { blad: { ...blad, rijen: new Map(gelezen) }, weggelaten: persoonskolommen.size + lijst.length - over.length };
}

/** What may be told of the name of a file or a sheet: words that are no one's name. */
const GEWONE_WOORDEN = new Set([
  ...MAANDNAMEN,
  ..."meldcode instuurformulier formulier formulieren maandformulier maand maandlijst registratie monitor lijst overzicht opgave blad sheet tabel kopie archief voorbeeld concept definitief versie oud nieuw team groep teller kwartaal jaar".split(" "),
]);

/** "Formulier maart 2026 J. Jansen.xlsx" → "formulier maart 2026 …". */
export function veiligeNaam(naam: string): string {
  const delen = normaliseer(naam.replace(/\.(xlsx|xlsm|xls|xlsb|csv|tsv|txt|ods)$/i, "")).split(/[^\p{L}\d]+/u).filter((deel) => deel !== "");
  const veilig = delen.map((deel) => (GEWONE_WOORDEN.has(deel) || /^(20\d\d|20\d{4}|\d{1,2}|(blad|sheet)\d{1,2})$/.test(deel) ? deel : "…"));
  return veilig.filter((deel, i) => deel !== "…" || veilig[i - 1] !== "…").join(" ");
}
