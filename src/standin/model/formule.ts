import { adresVan, bladInAdres, bevat, gebied, leesAdres, kolomletters, MAX_KOLOMMEN, MAX_RIJEN, splitsAdres, volledigAdres, type Gebied } from "./adres";
import { gegevensgebied, type Tabel } from "./cel";

/** A reference as it stands in a formula; `vast` tells which parts bear a dollar sign. */
interface Verwijzing {
  /** null: the sheet of the formula itself. */
  readonly blad: string | null;
  readonly gebied: Gebied;
  readonly vast: { readonly rij: boolean; readonly kolom: boolean; readonly laatsteRij: boolean; readonly laatsteKolom: boolean };
}

const BLADDEEL = String.raw`(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!`;
const CEL = String.raw`\$?[A-Za-z]{1,3}\$?\d{1,7}`;
const HAKEN = String.raw`\[(?:[^\[\]]|\[[^\[\]]*\])*\]`;
const DELEN = new RegExp(
  String.raw`"(?:[^"]|"")*"|(?<verwijzing>(?:${BLADDEEL})?(?:${CEL}(?::${CEL})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d{1,7}:\$?\d{1,7}))(?![\p{L}\p{N}_(.!\[])|[\p{L}_\\][\p{L}\p{N}_.]*|${HAKEN}`,
  "gu",
);

/** Gives every reference in the formula another block; null becomes #REF!. */
export function herschrijf(formule: string, nieuw: (verwijzing: Verwijzing) => Gebied | null): string {
  return formule.replace(DELEN, (deel, tekst: string | undefined) => {
    const verwijzing = tekst === undefined ? null : leesVerwijzing(tekst);
    if (!verwijzing) return deel;
    const g = nieuw(verwijzing);
    if (g === verwijzing.gebied) return deel;
    const blad = verwijzing.blad === null ? "" : `${bladInAdres(verwijzing.blad)}!`;
    return g ? `${blad}${metDollars(g, verwijzing.vast)}` : `${blad}#REF!`;
  });
}

function leesVerwijzing(deel: string): Verwijzing | null {
  const { blad, adres } = splitsAdres(deel);
  const g = leesAdres(adres);
  if (!g) return null;
  const [eerste = "", tweede = eerste] = adres.split(":");
  const dollars = (tekst: string) => ({ kolom: /^\$[A-Za-z]/.test(tekst), rij: /\$\d/.test(tekst) });
  const begin = dollars(eerste);
  const einde = dollars(tweede);
  return { blad, gebied: g, vast: { rij: begin.rij, kolom: begin.kolom, laatsteRij: einde.rij, laatsteKolom: einde.kolom } };
}

function metDollars(g: Gebied, vast: Verwijzing["vast"]): string {
  const kolom = (nummer: number, isVast: boolean) => (g.kolommen === MAX_KOLOMMEN ? "" : `${isVast ? "$" : ""}${kolomletters(nummer)}`);
  const rij = (nummer: number, isVast: boolean) => (g.rijen === MAX_RIJEN ? "" : `${isVast ? "$" : ""}${nummer + 1}`);
  const begin = kolom(g.kolom, vast.kolom) + rij(g.rij, vast.rij);
  const einde = kolom(g.kolom + g.kolommen - 1, vast.laatsteKolom) + rij(g.rij + g.rijen - 1, vast.laatsteRij);
  return adresVan(g).includes(":") ? `${begin}:${einde}` : begin;
}

/** The formula as it would read some rows and columns further: what has no dollar sign moves along. */
export function verplaatst(formule: string, rijen: number, kolommen: number): string {
  if (rijen === 0 && kolommen === 0) return formule;
  return herschrijf(formule, ({ gebied: g, vast }) => {
    const heleKolom = g.rijen === MAX_RIJEN;
    const heleRij = g.kolommen === MAX_KOLOMMEN;
    const rij = g.rij + (vast.rij || heleKolom ? 0 : rijen);
    const kolom = g.kolom + (vast.kolom || heleRij ? 0 : kolommen);
    const laatsteRij = g.rij + g.rijen - 1 + (vast.laatsteRij || heleKolom ? 0 : rijen);
    const laatsteKolom = g.kolom + g.kolommen - 1 + (vast.laatsteKolom || heleRij ? 0 : kolommen);
    if (rij < 0 || kolom < 0 || laatsteRij < rij || laatsteKolom < kolom || laatsteRij >= MAX_RIJEN || laatsteKolom >= MAX_KOLOMMEN) return null;
    return gebied(rij, kolom, laatsteRij - rij + 1, laatsteKolom - kolom + 1);
  });
}

/** The formula after a sheet got another name. */
export function herschrijfBladnaam(formule: string, was: string, wordt: string): string {
  return formule.replace(MET_BLAD, (deel) => {
    if (deel.startsWith('"')) return deel;
    const { blad } = splitsAdres(deel);
    return blad?.toLowerCase() === was.toLowerCase() ? `${bladInAdres(wordt)}!` : deel;
  });
}
const MET_BLAD = new RegExp(String.raw`"(?:[^"]|"")*"|${BLADDEEL}`, "gu");

/** Where a formula stands, for @ and for a table name that is left out. */
export interface Standplaats {
  readonly blad: string;
  readonly rij: number;
  readonly kolom: number;
}

const TABELVERWIJZING = new RegExp(String.raw`"(?:[^"]|"")*"|([\p{L}_\\][\p{L}\p{N}_.]*)?(${HAKEN})`, "gu");

/** Rewrites Tabel[Kolom], Tabel[[#Headers],[Kolom]] and [@Kolom] as ordinary addresses, for whoever does not know tables. */
export function zonderTabelverwijzingen(formule: string, tabellen: readonly Tabel[], bladnaam: (id: string) => string, plaats: Standplaats): string {
  if (!formule.includes("[")) return formule;
  return formule.replace(TABELVERWIJZING, (geheel, naam: string | undefined, haken: string | undefined) => {
    if (haken === undefined) return geheel;
    const tabel = tabellen.find((t) =>
      naam === undefined ? t.blad === plaats.blad && bevat(t.gebied, plaats.rij, plaats.kolom) : t.naam.toLowerCase() === naam.toLowerCase(),
    );
    const g = tabel && tabeldeel(tabel, haken.slice(1, -1), plaats.rij);
    return tabel && g ? volledigAdres(bladnaam(tabel.blad), g) : "#REF!";
  });
}

function tabeldeel(tabel: Tabel, inhoud: string, rij: number): Gebied | null {
  const dezeRij = inhoud.startsWith("@");
  const delen = inhoud.includes("[") ? [...inhoud.matchAll(/\[([^\]]*)\]/g)].map((m) => m[1] ?? "") : [dezeRij ? inhoud.slice(1) : inhoud];
  const bijzonder = delen.filter((deel) => deel.startsWith("#")).map((deel) => deel.toLowerCase());
  const namen = delen.filter((deel) => !deel.startsWith("#") && deel !== "");
  let g: Gebied = gegevensgebied(tabel);
  if (bijzonder.includes("#all")) g = tabel.gebied;
  else if (bijzonder.includes("#headers")) g = { ...tabel.gebied, rijen: bijzonder.includes("#data") ? 1 + g.rijen : 1 };
  else if (bijzonder.includes("#totals")) g = { ...tabel.gebied, rij: tabel.gebied.rij + tabel.gebied.rijen - 1, rijen: 1 };
  else if (dezeRij || bijzonder.includes("#this row")) g = { ...g, rij, rijen: 1 };
  if (namen.length === 0) return g;
  const plaatsen = namen.map((naam) => tabel.kolommen.findIndex((k) => k.naam.toLowerCase() === naam.trim().toLowerCase()));
  if (plaatsen.includes(-1)) return null;
  const links = Math.min(...plaatsen);
  return { ...g, kolom: tabel.gebied.kolom + links, kolommen: Math.max(...plaatsen) - links + 1 };
}
