import { deflateSync, inflateSync } from "fflate";
import { Werkmapfout, beschadigd } from "./werkmapfout";

/**
 * The zip around a workbook. fflate packs and unpacks; the directory is read here, because an entry that is not touched must be
 * written back as it was, packed bytes and all, and because fflate checks neither checksums nor sizes before it unpacks.
 */

/** Limits against zip bombs. A list of 100,000 rows takes some 10 MB packed and 80 MB unpacked. */
export const MAXIMUM_BESTAND = 100 * 2 ** 20;
export const MAXIMUM_UITGEPAKT = 256 * 2 ** 20;
export const MAXIMUM_INGANGEN = 10_000;

export interface Ingang {
  readonly naam: string;
  readonly vlaggen: number;
  /** 0 stored, 8 deflated. */
  readonly methode: number;
  /** DOS time (low 16 bits) and date (high 16 bits). */
  readonly tijd: number;
  readonly crc: number;
  readonly uitgepakt: number;
  readonly ingepakt: Uint8Array;
}

const LOKAAL = 0x04034b50;
const CENTRAAL = 0x02014b50;
const EINDE = 0x06054b50;
const EINDE_64 = 0x06064b50;
const WIJZER_64 = 0x07064b50;
const VERSLEUTELD = 1;
const GROOTTEN_ACHTERAF = 8;
const UTF8 = 0x800;
const VOL_16 = 0xffff;
const VOL_32 = 0xffffffff;

/** @throws Werkmapfout when the directory is not whole, or says that unpacking would go beyond the limits. */
export function leesZip(bytes: Uint8Array): Ingang[] {
  try {
    const ingangen = leesInhoudsopgave(bytes);
    if (ingangen.reduce((som, ingang) => som + ingang.uitgepakt, 0) > MAXIMUM_UITGEPAKT) throw new Werkmapfout("te-groot");
    return ingangen;
  } catch (fout) {
    // DataView refuses to read beyond the end: an offset that points nowhere.
    throw fout instanceof RangeError ? beschadigd("zip: offset beyond the end") : fout;
  }
}

function leesInhoudsopgave(bytes: Uint8Array): Ingang[] {
  const beeld = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let { aantal, begin: plek } = zoekInhoudsopgave(beeld);
  if (aantal > MAXIMUM_INGANGEN) throw new Werkmapfout("te-groot");
  const ingangen: Ingang[] = [];
  for (; aantal > 0; aantal--) {
    if (beeld.getUint32(plek, true) !== CENTRAAL) throw beschadigd("zip: no directory entry where one should be");
    const naamlengte = beeld.getUint16(plek + 28, true);
    const extralengte = beeld.getUint16(plek + 30, true);
    const maten = ruimeMaten(beeld, plek, plek + 46 + naamlengte, extralengte);
    const vlaggen = beeld.getUint16(plek + 8, true);
    if (beeld.getUint32(maten.begin, true) !== LOKAAL) throw beschadigd("zip: no entry where the directory points");
    const inhoud = maten.begin + 30 + beeld.getUint16(maten.begin + 26, true) + beeld.getUint16(maten.begin + 28, true);
    if (inhoud + maten.ingepakt > bytes.length) throw beschadigd("zip: entry beyond the end");
    ingangen.push({
      naam: new TextDecoder().decode(bytes.subarray(plek + 46, plek + 46 + naamlengte)),
      vlaggen,
      methode: beeld.getUint16(plek + 10, true),
      tijd: beeld.getUint32(plek + 12, true),
      crc: beeld.getUint32(plek + 16, true),
      uitgepakt: maten.uitgepakt,
      ingepakt: bytes.subarray(inhoud, inhoud + maten.ingepakt),
    });
    plek += 46 + naamlengte + extralengte + beeld.getUint16(plek + 32, true);
  }
  return ingangen;
}

function zoekInhoudsopgave(beeld: DataView): { aantal: number; begin: number } {
  // The end record is 22 bytes, with a comment of at most 65,535 behind it.
  for (let plek = beeld.byteLength - 22; plek >= Math.max(0, beeld.byteLength - 22 - VOL_16); plek--) {
    if (beeld.getUint32(plek, true) !== EINDE) continue;
    const aantal = beeld.getUint16(plek + 10, true);
    const begin = beeld.getUint32(plek + 16, true);
    if (plek < 20 || beeld.getUint32(plek - 20, true) !== WIJZER_64) return { aantal, begin };
    const einde64 = groot(beeld, plek - 20 + 8);
    if (beeld.getUint32(einde64, true) !== EINDE_64) throw beschadigd("zip64: no end record");
    return { aantal: groot(beeld, einde64 + 32), begin: groot(beeld, einde64 + 48) };
  }
  throw beschadigd("zip: no directory");
}

/** Sizes and place of an entry; numbers that do not fit 32 bits stand in the zip64 extra field, in this order. */
function ruimeMaten(beeld: DataView, plek: number, extra: number, extralengte: number) {
  const maten = { uitgepakt: beeld.getUint32(plek + 24, true), ingepakt: beeld.getUint32(plek + 20, true), begin: beeld.getUint32(plek + 42, true) };
  for (let veld = extra; veld + 4 <= extra + extralengte; veld += 4 + beeld.getUint16(veld + 2, true)) {
    if (beeld.getUint16(veld, true) !== 1) continue;
    let waarde = veld + 4;
    for (const maat of ["uitgepakt", "ingepakt", "begin"] as const) {
      if (maten[maat] !== VOL_32) continue;
      maten[maat] = groot(beeld, waarde);
      waarde += 8;
    }
  }
  return maten;
}

/** A 64-bit number; beyond 2^53 it is no place in any file we read, and the bounds check refuses it. */
function groot(beeld: DataView, plek: number): number {
  return Number(beeld.getBigUint64(plek, true));
}

/** @throws Werkmapfout when the entry is encrypted, or is not what its size and checksum say. */
export function pakUit(ingang: Ingang): Uint8Array {
  if (ingang.vlaggen & VERSLEUTELD) throw new Werkmapfout("wachtwoord");
  const inhoud = ontvouw(ingang);
  if (inhoud.length !== ingang.uitgepakt || crc32(inhoud) !== ingang.crc) throw beschadigd(`zip: ${ingang.naam} fails its checksum`);
  return inhoud;
}

function ontvouw({ naam, methode, ingepakt, uitgepakt }: Ingang): Uint8Array {
  if (methode === 0) return ingepakt;
  if (methode !== 8) throw beschadigd(`zip: ${naam} is packed in a way that a workbook may not be`);
  try {
    // A buffer of the declared size: what unpacks to more is cut off there and fails its checksum.
    return inflateSync(ingepakt, { out: new Uint8Array(uitgepakt) });
  } catch (oorzaak) {
    throw new Werkmapfout("beschadigd", { cause: oorzaak });
  }
}

/** 1-1-1980, the first moment a zip can hold: the same content gives the same file. */
const GEEN_TIJD = 0x00210000;

/** A new entry, or new content for an existing one. */
export function pakIn(naam: string, inhoud: Uint8Array): Ingang {
  return { naam, vlaggen: UTF8, methode: 8, tijd: GEEN_TIJD, crc: crc32(inhoud), uitgepakt: inhoud.length, ingepakt: deflateSync(inhoud) };
}

export function schrijfZip(ingangen: readonly Ingang[]): Uint8Array {
  const delen: Uint8Array[] = [];
  const inhoudsopgave: Uint8Array[] = [];
  let plek = 0;
  for (const ingang of ingangen) {
    const naam = new TextEncoder().encode(ingang.naam);
    inhoudsopgave.push(kop(CENTRAAL, ingang, naam, plek), naam);
    const lokaal = kop(LOKAAL, ingang, naam);
    delen.push(lokaal, naam, ingang.ingepakt);
    plek += lokaal.length + naam.length + ingang.ingepakt.length;
  }
  const einde = new DataView(new ArrayBuffer(22));
  einde.setUint32(0, EINDE, true);
  einde.setUint16(8, ingangen.length, true);
  einde.setUint16(10, ingangen.length, true);
  einde.setUint32(12, lengte(inhoudsopgave), true);
  einde.setUint32(16, plek, true);
  return aaneen([...delen, ...inhoudsopgave, new Uint8Array(einde.buffer)]);
}

/** Both headers hold the same fields in the same order; the central one has "made by" in front and a place behind. */
function kop(soort: typeof LOKAAL | typeof CENTRAAL, ingang: Ingang, naam: Uint8Array, begin = 0): Uint8Array {
  const centraal = soort === CENTRAAL;
  const beeld = new DataView(new ArrayBuffer(centraal ? 46 : 30));
  beeld.setUint32(0, soort, true);
  if (centraal) beeld.setUint16(4, 20, true);
  const p = centraal ? 6 : 4;
  beeld.setUint16(p, 20, true);
  beeld.setUint16(p + 2, ingang.vlaggen & ~GROOTTEN_ACHTERAF, true);
  beeld.setUint16(p + 4, ingang.methode, true);
  beeld.setUint32(p + 6, ingang.tijd, true);
  beeld.setUint32(p + 10, ingang.crc, true);
  beeld.setUint32(p + 14, ingang.ingepakt.length, true);
  beeld.setUint32(p + 18, ingang.uitgepakt, true);
  beeld.setUint16(p + 22, naam.length, true);
  if (centraal) beeld.setUint32(42, begin, true);
  return new Uint8Array(beeld.buffer);
}

function aaneen(delen: readonly Uint8Array[]): Uint8Array {
  const geheel = new Uint8Array(lengte(delen));
  let plek = 0;
  for (const deel of delen) {
    geheel.set(deel, plek);
    plek += deel.length;
  }
  return geheel;
}

function lengte(delen: readonly Uint8Array[]): number {
  return delen.reduce((som, deel) => som + deel.length, 0);
}

const CRC_TABEL = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

function crc32(bytes: Uint8Array): number {
  let c = -1;
  for (let i = 0; i < bytes.length; i++) c = (CRC_TABEL[(c ^ (bytes[i] ?? 0)) & 255] ?? 0) ^ (c >>> 8);
  return ~c >>> 0;
}
