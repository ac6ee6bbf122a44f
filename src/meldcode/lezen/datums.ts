import { type Datum, type Datumstelsel, datumUitSerie, maakDatum } from "../datum";
import type { Cel } from "../veld";
import { type Gelezen, LEEG, ONBEGREPEN } from "./gelezen";
import { MAANDNAMEN } from "../periode";
import { isBlanco, normaliseer } from "./tekst";

/** A number is an Excel serial in the workbook's date system, a text is read in the strict forms; nothing is guessed. */
export function leesDatum(cel: Cel, stelsel: Datumstelsel): Gelezen<Datum> {
  if (cel === null || isBlanco(cel)) return LEEG;
  const alsTekst = typeof cel === "string";
  const waarde = typeof cel === "number" ? datumUitSerie(cel, stelsel) : alsTekst ? leesDatumtekst(cel) : null;
  return waarde === null ? ONBEGREPEN : { leeg: false, waarde, anders: alsTekst };
}

/** d-m-jjjj, d/m/jjjj, d.m.jjjj: day first, always, and one kind of separator. */
const DAG_EERST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/;
/** jjjj-mm-dd; a time behind it (with or without a zone) is cut off, whatever the zone. */
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[t ](?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d(?:[.,]\d+)?)?(?: ?(?:z|utc|[+-]\d{2}:?\d{2}))?)?$/;
/** 3 april 2026, 3 apr 2026, 3 apr. 2026. */
const MET_MAANDNAAM = /^(\d{1,2}) ([a-z]+\.?) (\d{4})$/;

const AFKORTINGEN = [["jan"], ["feb"], ["mrt", "maa"], ["apr"], ["mei"], ["jun"], ["jul"], ["aug"], ["sep", "sept"], ["okt"], ["nov"], ["dec"]];
const MAANDEN = new Map([
  ...AFKORTINGEN.flatMap((korte, i) => korte.flatMap((kort) => [[kort, i + 1] as const, [`${kort}.`, i + 1] as const])),
  ...MAANDNAMEN.map((naam, i) => [naam as string, i + 1] as const),
]);

/** null when it is not one of the strict forms, or a day that does not exist or lies outside 1-1-1990…31-12-2099. */
function leesDatumtekst(tekst: string): Datum | null {
  const t = normaliseer(tekst);
  const dagEerst = DAG_EERST.exec(t);
  if (dagEerst) return maakDatum(Number(dagEerst[4]), Number(dagEerst[3]), Number(dagEerst[1]));
  const iso = ISO.exec(t);
  if (iso) return maakDatum(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const metNaam = MET_MAANDNAAM.exec(t);
  return metNaam ? maakDatum(Number(metNaam[3]), MAANDEN.get(metNaam[2] ?? "") ?? 0, Number(metNaam[1])) : null;
}
