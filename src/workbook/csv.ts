import { MEESTE_CELLEN } from "./xlsx/celinhoud";
import { Werkmapfout } from "./xlsx/werkmapfout";

export interface Csvregel {
  /** The line on which the record starts, from 1. */
  readonly nummer: number;
  readonly cellen: readonly string[];
}

/**
 * Reads a csv: UTF-8, UTF-16 with a byte order mark, or else Windows-1252 (what a Dutch Excel saves); semicolons, commas or tabs;
 * values between quotes may hold all of these and line breaks. @throws Werkmapfout when it is empty, too large or no text.
 */
export function leesCsv(bytes: Uint8Array): Csvregel[] {
  if (bytes.length === 0) throw new Werkmapfout("leeg");
  const tekst = decodeer(bytes);
  // No text has these: it is something else, whatever it is called.
  if (tekst.includes("\0")) throw new Werkmapfout("geen-werkmap");
  // Excel's own way to name the separator.
  const genoemd = /^sep=(.)\r?\n/i.exec(tekst);
  return genoemd ? ontleed(tekst, genoemd[1] ?? ";").slice(1) : ontleed(tekst, scheidingsteken(tekst));
}

function decodeer(bytes: Uint8Array): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // Node 20 reads windows-1252 as Latin-1, which has control characters where this has letters (nodejs/node #56542).
    return new TextDecoder("windows-1252").decode(bytes).replace(/[\u0080-\u009f]/g, (teken) => VANAF_80.charAt(teken.charCodeAt(0) - 0x80));
  }
}

const VANAF_80 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** How much of the file tells how it is separated. */
const PROEF = 100_000;

/** The one by which most records have the same number of values: text holds commas too, but not so regularly. */
function scheidingsteken(tekst: string): string {
  let beste = { teken: ";", gelijk: 0, breedte: 0 };
  for (const teken of [";", "\t", ","]) {
    const breedten = new Map<number, number>();
    for (const { cellen } of ontleed(tekst.slice(0, PROEF), teken)) breedten.set(cellen.length, (breedten.get(cellen.length) ?? 0) + 1);
    for (const [breedte, gelijk] of breedten) {
      if (breedte > 1 && (gelijk > beste.gelijk || (gelijk === beste.gelijk && breedte > beste.breedte))) beste = { teken, gelijk, breedte };
    }
  }
  return beste.teken;
}

function ontleed(tekst: string, scheiding: string): Csvregel[] {
  const regels: Csvregel[] = [];
  let cellen: string[] = [];
  let cel = "";
  let tussenAanhalingstekens = false;
  let nummer = 1;
  let begin = 1;
  let aantal = 0;
  const sluitCel = () => {
    cellen.push(cel);
    cel = "";
    if (++aantal > MEESTE_CELLEN) throw new Werkmapfout("te-groot");
  };
  for (let i = 0; i < tekst.length; i++) {
    const teken = tekst.charAt(i);
    const regeleinde = teken === "\n" || (teken === "\r" && tekst.charAt(i + 1) !== "\n");
    if (regeleinde) nummer++;
    if (tussenAanhalingstekens) {
      if (teken !== '"') cel += teken;
      else if (tekst.charAt(i + 1) === '"') cel += tekst.charAt(i++);
      else tussenAanhalingstekens = false;
    } else if (teken === '"' && cel === "") tussenAanhalingstekens = true;
    else if (teken === scheiding) sluitCel();
    else if (regeleinde) {
      sluitCel();
      regels.push({ nummer: begin, cellen });
      cellen = [];
      begin = nummer;
    } else if (teken !== "\r") cel += teken;
  }
  if (cel !== "" || cellen.length > 0) {
    sluitCel();
    regels.push({ nummer: begin, cellen });
  }
  return regels;
}
