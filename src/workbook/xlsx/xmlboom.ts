import { Werkmapfout, beschadigd } from "./werkmapfout";
import { Xmlscanner, codeer, zonderPrefix } from "./xmlscanner";

/** An element, or anything else (text, comment, CDATA) as it is written. */
export type Knoop = Xmlelement | string;

/**
 * A tree that writes back exactly what it was read from, save what was changed: every element keeps its tags as they were written.
 * For the small parts of a workbook; a sheet's cells stay one piece of text in it (see `gesloten` of leesXml).
 */
export class Xmlelement {
  readonly kinderen: Knoop[] = [];
  sluit = "";

  constructor(
    /** The opening tag as it is written. */
    private open: string,
    /** Everything between the tags as it is written, when this element was not taken apart. */
    public dicht: string | null = null,
  ) {}

  /** Name as it is written, prefix included. */
  get naam(): string {
    return this.scan().naam;
  }

  get lokaal(): string {
    return zonderPrefix(this.naam);
  }

  attribuut(naam: string): string | undefined {
    return this.scan().attribuut(naam);
  }

  /** The value of an attribute with a prefix, whatever that prefix is: `r:id` is `id` here. */
  attribuutMetPrefix(lokaal: string): string | undefined {
    const naam = new RegExp(`[\\s"']([^\\s"'=:]+:${lokaal})\\s*=`).exec(this.open)?.[1];
    return naam === undefined ? undefined : this.attribuut(naam);
  }

  /** The prefix that this element declares for a namespace with that ending; null when it declares none. */
  prefixVoor(einde: string): string | null {
    return new RegExp(`\\sxmlns:([^\\s=]+)\\s*=\\s*["'][^"']*${einde}["']`).exec(this.open)?.[1] ?? null;
  }

  /** true for "1", "true" and "on"; `anders` when the attribute is not there. */
  vlag(naam: string, anders = false): boolean {
    const waarde = this.attribuut(naam);
    return waarde === undefined ? anders : waarde === "1" || waarde === "true" || waarde === "on";
  }

  /** Sets an attribute, or takes it away with null; the others stay as they are written. */
  zet(naam: string, waarde: string | null): this {
    const oud = new RegExp(`\\s+${naam}\\s*=\\s*("[^"]*"|'[^']*')`);
    const kaal = this.open.replace(oud, "");
    this.open = waarde === null ? kaal : kaal.replace(/\s*(\/?>)$/, (_, slot: string) => ` ${naam}="${codeer(waarde)}"${slot}`);
    return this;
  }

  /** Child elements, by name without prefix, or all. */
  elementen(lokaal?: string): Xmlelement[] {
    return this.kinderen.filter((k) => typeof k !== "string").filter((k) => lokaal === undefined || k.lokaal === lokaal);
  }

  element(lokaal: string): Xmlelement | undefined {
    return this.elementen(lokaal)[0];
  }

  get tekst(): string {
    const scanner = new Xmlscanner(String(this));
    scanner.volgende();
    return scanner.leesTekst();
  }

  set tekst(tekst: string) {
    this.kinderen.splice(0, this.kinderen.length, codeer(tekst));
  }

  /** Adds a child: at the end, or where the schema's order of names puts it. Answers the child. */
  voegToe(kind: Xmlelement, volgorde: readonly string[] = []): Xmlelement {
    const later = volgorde.slice(volgorde.indexOf(kind.lokaal) + 1);
    const plek = this.kinderen.findIndex((k) => typeof k !== "string" && later.includes(k.lokaal));
    this.kinderen.splice(plek < 0 || volgorde.length === 0 ? this.kinderen.length : plek, 0, kind);
    return kind;
  }

  /** The child of that name; made in its place when it is not there. */
  vindOfMaak(lokaal: string, volgorde: readonly string[] = []): Xmlelement {
    return this.element(lokaal) ?? this.voegToe(this.maak(lokaal), volgorde);
  }

  /** A new element in this element's namespace, to be added somewhere. An attribute that is null is left out. */
  maak(lokaal: string, attributen: Readonly<Record<string, string | number | null>> = {}): Xmlelement {
    const eigen = this.naam;
    const prefix = eigen.slice(0, eigen.length - zonderPrefix(eigen).length);
    const tekst = Object.entries(attributen).map(([naam, waarde]) => (waarde === null ? "" : ` ${naam}="${codeer(String(waarde))}"`));
    return new Xmlelement(`<${prefix}${lokaal}${tekst.join("")}/>`);
  }

  /** A copy that can be changed on its own. */
  kopie(): Xmlelement {
    return leesXml(String(this)).wortel;
  }

  verwijder(kind: Xmlelement): void {
    this.kinderen.splice(this.kinderen.indexOf(kind), 1);
  }

  toString(): string {
    if (this.dicht !== null) return this.open + this.dicht + this.sluit;
    if (this.kinderen.length === 0) return this.open + this.sluit;
    const binnen = this.kinderen.join("");
    return this.open.endsWith("/>") ? `${this.open.slice(0, -2)}>${binnen}</${this.naam}>` : this.open + binnen + this.sluit;
  }

  private scan(): Xmlscanner {
    const scanner = new Xmlscanner(this.open);
    scanner.volgende();
    return scanner;
  }
}

/** A part: what stands before the root, the root, and what stands behind it. */
export class Xmldocument {
  constructor(
    private readonly voor: string,
    readonly wortel: Xmlelement,
    private readonly na: string,
  ) {}

  toString(): string {
    return this.voor + String(this.wortel) + this.na;
  }
}

/** Limits against parts that are small when packed but endless or bottomless when read. */
const MEESTE_ELEMENTEN = 2_000_000;
const GROOTSTE_DIEPTE = 200;

/**
 * @param gesloten name of an element that occurs once, to be kept as one piece of text (`dicht`), not taken apart.
 * @throws Werkmapfout when the text is not well-formed.
 */
export function leesXml(tekst: string, gesloten = ""): Xmldocument {
  const scanner = new Xmlscanner(tekst);
  while (scanner.volgende() && scanner.soort !== "open");
  const voor = tekst.slice(0, scanner.begin);
  if (scanner.soort !== "open") throw beschadigd("xml: no root");
  const wortel = new Boomlezer(scanner, gesloten).leesElement(0);
  return new Xmldocument(voor, wortel, tekst.slice(scanner.eind));
}

class Boomlezer {
  private aantal = 0;

  constructor(
    private readonly scanner: Xmlscanner,
    private readonly gesloten: string,
  ) {}

  /** Stands on the opening tag; afterwards on the closing one. */
  leesElement(diepte: number): Xmlelement {
    const { scanner } = this;
    const { naam, leeg } = scanner;
    if (++this.aantal > MEESTE_ELEMENTEN || diepte > GROOTSTE_DIEPTE) throw new Werkmapfout("te-groot");
    if (leeg) return new Xmlelement(scanner.rauw);
    if (zonderPrefix(naam) === this.gesloten) return this.leesDicht(naam);
    const element = new Xmlelement(scanner.rauw);
    while (scanner.volgende()) {
      if (scanner.soort === "sluit") {
        if (scanner.naam !== naam) throw beschadigd(`xml: ${naam} closed by ${scanner.naam}`);
        element.sluit = scanner.rauw;
        return element;
      }
      element.kinderen.push(scanner.soort === "open" ? this.leesElement(diepte + 1) : scanner.rauw);
    }
    throw beschadigd(`xml: ${naam} does not close`);
  }

  /** There is one, and nearly the whole part is in it: straight to where it closes. */
  private leesDicht(naam: string): Xmlelement {
    const { scanner } = this;
    const { rauw, eind, tekst } = scanner;
    const slot = tekst.lastIndexOf(`</${naam}`);
    if (slot < eind) throw beschadigd(`xml: ${naam} does not close`);
    const element = new Xmlelement(rauw, tekst.slice(eind, slot));
    scanner.eind = slot;
    scanner.volgende();
    element.sluit = scanner.rauw;
    return element;
  }
}
