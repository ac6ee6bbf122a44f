import type { Datum, Datumstelsel } from "../datum";
import { normaliseer } from "../lezen/tekst";
import type { Cel } from "../veld";

/** The Rotterdam index is about people of 0 up to and including 22 years (domain: SISA-signaal). */
const OUDSTE = 22;

/** Whether anyone of 0 up to and including 22 years was involved; null when the cell does not say. Several people: "4, 7 en 35". */
export function jongereVolgensLeeftijd(cel: Cel): boolean | null {
  if (cel === null || typeof cel === "boolean") return null;
  const jaren = normaliseer(cel).split(/ ?[,;/+&] ?| en /).map(leesLeeftijd);
  if (jaren.some((jaar) => jaar !== null && jaar <= OUDSTE)) return true;
  return jaren.includes(null) ? null : false;
}

function leesLeeftijd(tekst: string): number | null {
  const m = /^(\d{1,3})(?: ?(jaar|jr|j|mnd|maanden?|weken))?\.?$/.exec(tekst);
  if (!m || Number(m[1]) > 120) return null;
  return /^(m|w)/.test(m[2] ?? "") ? 0 : Number(m[1]);
}

/** The same from a date of birth, which lies outside the dates that are read elsewhere; null when the cell is no such date or lies after the start. */
export function jongereVolgensGeboortedatum(cel: Cel, startdatum: Datum, stelsel: Datumstelsel): boolean | null {
  const geboren = leesGeboortedatum(cel, stelsel);
  if (geboren === null) return null;
  const start = new Date(startdatum * 86_400_000);
  const jarig = start.getUTCMonth() * 31 + start.getUTCDate() >= geboren.getUTCMonth() * 31 + geboren.getUTCDate();
  const leeftijd = start.getUTCFullYear() - geboren.getUTCFullYear() - (jarig ? 0 : 1);
  return leeftijd < 0 || leeftijd > 120 ? null : leeftijd <= OUDSTE;
}

function leesGeboortedatum(cel: Cel, stelsel: Datumstelsel): Date | null {
  if (typeof cel === "number") return cel > 366 && cel < 73_051 ? new Date((Math.floor(cel) - (stelsel === 1900 ? 25_569 : 24_107)) * 86_400_000) : null;
  if (typeof cel !== "string") return null;
  const dagEerst = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(cel.trim());
  const iso = /^(\d{4})-(\d\d)-(\d\d)(?:[T ].*)?$/.exec(cel.trim());
  const [jaar, maand, dag] = dagEerst ? [Number(dagEerst[4]), Number(dagEerst[3]), Number(dagEerst[1])] : iso ? [Number(iso[1]), Number(iso[2]), Number(iso[3])] : [0, 0, 0];
  const datum = new Date(Date.UTC(jaar, maand - 1, dag));
  return jaar >= 1880 && datum.getUTCMonth() === maand - 1 && datum.getUTCDate() === dag ? datum : null;
}
