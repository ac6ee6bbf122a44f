import { beschadigd } from "./werkmapfout";

/** `overig`: declaration, comment, processing instruction, doctype. */
export type Tokensoort = "open" | "sluit" | "tekst" | "overig" | "einde";

const KLEINER = 60;
const GROTER = 62;
const SCHUIN = 47;
const UITROEP = 33;
const VRAAG = 63;
const DUBBELE_QUOTE = 34;
const ENKELE_QUOTE = 39;
const GELIJK = 61;
const SPATIE = 32;

/**
 * Reads XML token by token and knows where each stands in the text, so that a part can be changed in one place and stay as it was
 * everywhere else. Names are compared without their prefix: `x:row` is a `row`. Entities are decoded; a doctype is skipped, so it
 * cannot define any.
 */
export class Xmlscanner {
  soort: Tokensoort = "einde";
  /** The token is tekst[begin…eind). */
  begin = 0;
  eind: number;
  /** `<a/>`: opens and closes at once. */
  leeg = false;
  private naamEind = 0;
  private isCdata = false;

  constructor(
    readonly tekst: string,
    begin = 0,
    private readonly grens = tekst.length,
  ) {
    this.eind = begin;
  }

  /** Goes to the next token; false at the end. @throws Werkmapfout when a token does not end. */
  volgende(): boolean {
    const { tekst } = this;
    const begin = (this.begin = this.eind);
    if (begin >= this.grens) {
      this.soort = "einde";
      return false;
    }
    this.isCdata = false;
    if (tekst.charCodeAt(begin) !== KLEINER) {
      const eind = tekst.indexOf("<", begin);
      this.eind = eind < 0 || eind > this.grens ? this.grens : eind;
      this.soort = "tekst";
      return true;
    }
    const teken = tekst.charCodeAt(begin + 1);
    if (teken === SCHUIN) {
      this.eind = this.voorbij(">", begin);
      this.naamEind = this.eind - 1;
      while (tekst.charCodeAt(this.naamEind - 1) <= SPATIE) this.naamEind--;
      this.soort = "sluit";
    } else if (teken === UITROEP || teken === VRAAG) {
      this.leesOverig(begin);
    } else {
      this.leesOpening(begin);
    }
    return true;
  }

  private leesOverig(begin: number): void {
    const { tekst } = this;
    this.soort = "overig";
    if (tekst.startsWith("<![CDATA[", begin)) {
      this.eind = this.voorbij("]]>", begin);
      this.soort = "tekst";
      this.isCdata = true;
    } else if (tekst.startsWith("<!--", begin)) {
      this.eind = this.voorbij("-->", begin + 4);
    } else if (tekst.charCodeAt(begin + 1) === VRAAG) {
      this.eind = this.voorbij("?>", begin);
    } else {
      // A doctype has no business in a workbook (OPC forbids it): refuse it rather than read half of it.
      throw beschadigd("xml: doctype");
    }
  }

  private leesOpening(begin: number): void {
    const { tekst } = this;
    let plek = begin + 1;
    let teken = tekst.charCodeAt(plek);
    while (teken > SPATIE && teken !== GROTER && teken !== SCHUIN) teken = tekst.charCodeAt(++plek);
    this.naamEind = plek;
    // A ">" may stand in an attribute's value.
    while (teken !== GROTER) {
      if (teken === DUBBELE_QUOTE || teken === ENKELE_QUOTE) plek = tekst.indexOf(teken === DUBBELE_QUOTE ? '"' : "'", plek + 1);
      if (plek < 0 || plek >= this.grens) throw beschadigd("xml: a tag does not end");
      teken = tekst.charCodeAt(++plek);
    }
    this.leeg = tekst.charCodeAt(plek - 1) === SCHUIN;
    this.eind = plek + 1;
    this.soort = "open";
  }

  private voorbij(slot: string, vanaf: number): number {
    const plek = this.tekst.indexOf(slot, vanaf);
    if (plek < 0) throw beschadigd(`xml: ${slot} is missing`);
    return plek + slot.length;
  }

  /** The name of an opened or closed element as it is written, prefix included. */
  get naam(): string {
    return this.tekst.slice(this.begin + (this.soort === "sluit" ? 2 : 1), this.naamEind);
  }

  /** The name without its prefix. */
  get lokaal(): string {
    return zonderPrefix(this.naam);
  }

  /** The token as it is written. */
  get rauw(): string {
    return this.tekst.slice(this.begin, this.eind);
  }

  /** The value of an attribute of the opened element, by its name as it is written. @throws Werkmapfout when one is not well-formed. */
  attribuut(naam: string): string | undefined {
    const { tekst, eind } = this;
    let plek = this.naamEind;
    for (;;) {
      while (tekst.charCodeAt(plek) <= SPATIE) plek++;
      const begin = plek;
      let teken = tekst.charCodeAt(plek);
      while (teken > SPATIE && teken !== GELIJK) {
        if (plek >= eind) return undefined;
        teken = tekst.charCodeAt(++plek);
      }
      const naamEind = plek;
      while (tekst.charCodeAt(plek) <= SPATIE) plek++;
      if (tekst.charCodeAt(plek) !== GELIJK) return undefined;
      plek++;
      while (tekst.charCodeAt(plek) <= SPATIE) plek++;
      const quote = tekst.charCodeAt(plek);
      const slot = quote === DUBBELE_QUOTE ? tekst.indexOf('"', plek + 1) : quote === ENKELE_QUOTE ? tekst.indexOf("'", plek + 1) : -1;
      if (slot < 0 || slot >= eind) throw beschadigd("xml: an attribute without quotes");
      if (naamEind - begin === naam.length && tekst.startsWith(naam, begin)) return decodeer(tekst.slice(plek + 1, slot));
      plek = slot + 1;
    }
  }

  /** The text of a text token: entities decoded, CDATA without its wrapping. */
  get inhoud(): string {
    return this.isCdata ? this.tekst.slice(this.begin + 9, this.eind - 3) : decodeer(this.rauw);
  }

  /** Stands on an opened element: reads on to where it closes and answers all text in it, save in the elements named. */
  leesTekst(behalve = ""): string {
    if (this.leeg) return "";
    let tekst = "";
    for (let diepte = 1; diepte > 0; ) {
      if (!this.volgende()) throw beschadigd("xml: an element does not close");
      if (this.soort === "tekst") tekst += this.inhoud;
      else if (this.soort === "sluit") diepte--;
      else if (this.soort === "open" && !this.leeg) {
        if (this.lokaal === behalve) this.slaOver();
        else diepte++;
      }
    }
    return tekst;
  }

  /** Stands on an opened element: goes to the token that closes it. */
  slaOver(): void {
    if (this.leeg) return;
    for (let diepte = 1; diepte > 0; ) {
      if (!this.volgende()) throw beschadigd("xml: an element does not close");
      if (this.soort === "open" && !this.leeg) diepte++;
      else if (this.soort === "sluit") diepte--;
    }
  }
}

export function zonderPrefix(naam: string): string {
  return naam.slice(naam.indexOf(":") + 1);
}

const ENTITEITEN: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decodeer(tekst: string): string {
  if (!tekst.includes("&")) return tekst;
  return tekst.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (geheel, hex?: string, getal?: string, naam?: string) => {
    if (naam !== undefined) return ENTITEITEN[naam] ?? geheel;
    const code = hex === undefined ? Number(getal) : parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
  });
}

/** For use as text between tags or as an attribute's value between double quotes; characters that XML cannot hold become U+FFFD. */
export function codeer(tekst: string): string {
  return tekst
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/[\t\n\r]/g, (teken) => `&#${teken.charCodeAt(0)};`)
    .replace(/[\u0000-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
}

/** In a cell's text Excel writes what XML cannot hold as `_x000D_`, and a text that looks so as `_x005F_x000D_`. */
export function leesCeltekst(tekst: string): string {
  return tekst.includes("_x") ? tekst.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) : tekst;
}

export function schrijfCeltekst(tekst: string): string {
  const veilig = tekst
    .replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_")
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\r]/g, (teken) => `_x${teken.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);
  return codeer(veilig);
}
