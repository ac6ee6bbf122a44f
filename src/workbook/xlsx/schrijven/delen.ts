import { LEGE_RELATIES, RELATIES } from "../leeg";
import { type Pakket, relatiebestand, verwijzing } from "../pakket";
import { type Xmldocument, type Xmlelement, leesXml } from "../xmlboom";

const INHOUDSTYPEN = "[Content_Types].xml";

/** The parts of a package while they are being changed. What was opened but came out the same is no change. */
export class Delen {
  private readonly open = new Map<string, Xmldocument>();
  private readonly weg = new Set<string>();

  constructor(private readonly pakket: Pakket) {}

  /** The root of a part, to be changed. A sheet's cells stay one piece of text in it. */
  xml(deel: string): Xmlelement {
    let document = this.open.get(deel);
    if (!document) this.open.set(deel, (document = this.pakket.xml(deel, "sheetData")));
    return document.wortel;
  }

  heeft(deel: string): boolean {
    return this.open.has(deel) || (this.pakket.heeft(deel) && !this.weg.has(deel));
  }

  /** Adds a part, of which the name has a number that is not yet used: `naam(1)`, `naam(2)`… Answers its path. */
  maak(naam: (nummer: number) => string, tekst: string, inhoudstype: string): string {
    let nummer = 1;
    while (this.heeft(naam(nummer)) || this.weg.has(naam(nummer))) nummer++;
    this.voegToe(naam(nummer), tekst, inhoudstype);
    return naam(nummer);
  }

  /** @throws RangeError when there is, or was, a part of that name. */
  voegToe(deel: string, tekst: string, inhoudstype: string): void {
    if (this.heeft(deel) || this.weg.has(deel)) throw new RangeError(`Er is al een deel "${deel}"`);
    this.open.set(deel, leesXml(tekst, "sheetData"));
    const typen = this.xml(INHOUDSTYPEN);
    typen.voegToe(typen.maak("Override", { PartName: `/${deel}`, ContentType: inhoudstype }));
  }

  /** Takes a part away, and the reference to it, of which it answers the id. */
  verwijder(bron: string, deel: string): string | null {
    const relaties = this.xml(relatiebestand(bron));
    const eigen = this.pakket.relaties(bron).find((relatie) => relatie.doel === deel)?.id;
    const relatie = relaties
      .elementen("Relationship")
      .find((r) => (eigen === undefined ? r.attribuut("Target") === verwijzing(bron, deel) : r.attribuut("Id") === eigen));
    if (relatie) relaties.verwijder(relatie);
    const typen = this.xml(INHOUDSTYPEN);
    const type = typen.elementen("Override").find((t) => t.attribuut("PartName")?.toLowerCase() === `/${deel}`.toLowerCase());
    if (type) typen.verwijder(type);
    for (const naam of [deel, relatiebestand(deel)]) {
      this.open.delete(naam);
      if (this.pakket.heeft(naam)) this.weg.add(naam);
    }
    return relatie?.attribuut("Id") ?? null;
  }

  /** Lets one part (`""` is the package) refer to another; `soort` is the last word of the type, or a whole one that is not the standard's. Answers the id. */
  verwijs(bron: string, soort: string, doel: string): string {
    const bestand = relatiebestand(bron);
    if (!this.heeft(bestand)) this.open.set(bestand, leesXml(LEGE_RELATIES));
    const relaties = this.xml(bestand);
    const bestaande = new Set(relaties.elementen("Relationship").map((r) => r.attribuut("Id")));
    let nummer = bestaande.size + 1;
    while (bestaande.has(`rId${nummer}`)) nummer++;
    relaties.voegToe(relaties.maak("Relationship", { Id: `rId${nummer}`, Type: soort.includes("/") ? soort : `${RELATIES}/${soort}`, Target: verwijzing(bron, doel) }));
    return `rId${nummer}`;
  }

  /** How `r:id` is written in that part; the prefix is declared when it is not yet. */
  idAttribuut(wortel: Xmlelement): string {
    const prefix = wortel.prefixVoor("officeDocument/(?:2006/)?relationships");
    if (prefix === null) wortel.zet("xmlns:r", RELATIES);
    return `${prefix ?? "r"}:id`;
  }

  /** The package with what was changed. */
  gewijzigd(): Pakket {
    const wijzigingen = new Map<string, string | null>();
    for (const deel of this.weg) wijzigingen.set(deel, null);
    for (const [deel, document] of this.open) {
      const tekst = String(document);
      if (!this.pakket.heeft(deel) || tekst !== this.pakket.tekst(deel)) wijzigingen.set(deel, tekst);
    }
    return this.pakket.met(wijzigingen);
  }
}
