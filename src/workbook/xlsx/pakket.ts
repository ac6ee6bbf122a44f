import { type Ingang, MAXIMUM_BESTAND, leesZip, pakIn, pakUit, schrijfZip } from "./zip";
import { Werkmapfout, beschadigd } from "./werkmapfout";
import { type Xmldocument, leesXml } from "./xmlboom";

/** A reference from one part to another. `soort` is the last word of its type: "worksheet", "table", "styles"… */
export interface Relatie {
  readonly id: string;
  readonly soort: string;
  /** Full path of the part, without a slash in front. */
  readonly doel: string;
}

/**
 * The parts of a workbook file (Open Packaging Conventions, ISO/IEC 29500-2). Parts are unpacked when asked for; names are found
 * whatever their case. Changing makes a new package: what is not changed is written back as it was packed.
 */
export class Pakket {
  private readonly ingangen: Map<string, Ingang>;

  constructor(ingangen: Iterable<Ingang>) {
    this.ingangen = new Map(Array.from(ingangen, (ingang) => [sleutel(ingang.naam), ingang]));
  }

  heeft(deel: string): boolean {
    return this.ingangen.has(sleutel(deel));
  }

  /** Names of all parts as they stand in the file, in its order. */
  get delen(): string[] {
    return Array.from(this.ingangen.values(), (ingang) => ingang.naam);
  }

  /** @throws Werkmapfout when the part is not there, is damaged or encrypted. */
  bytes(deel: string): Uint8Array {
    const ingang = this.ingangen.get(sleutel(deel));
    if (!ingang) throw beschadigd(`package: ${deel} is missing`);
    return pakUit(ingang);
  }

  tekst(deel: string): string {
    const bytes = this.bytes(deel);
    const bom = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
    return new TextDecoder(bom === 0xfffe ? "utf-16le" : bom === 0xfeff ? "utf-16be" : "utf-8").decode(bytes);
  }

  xml(deel: string, gesloten?: string): Xmldocument {
    return leesXml(this.tekst(deel), gesloten);
  }

  /** What a part refers to inside the file; `""` asks for the package itself. */
  relaties(deel: string): Relatie[] {
    const bestand = relatiebestand(deel);
    if (!this.heeft(bestand)) return [];
    return this.xml(bestand)
      .wortel.elementen("Relationship")
      .filter((r) => r.attribuut("TargetMode") !== "External")
      .map((r) => ({
        id: r.attribuut("Id") ?? "",
        soort: (r.attribuut("Type") ?? "").replace(/^.*\//, ""),
        doel: volledig(map(deel), r.attribuut("Target") ?? ""),
      }));
  }

  /** The same package with other text in some parts, new ones, or (null) without some. */
  met(wijzigingen: ReadonlyMap<string, string | null>): Pakket {
    const ingangen = new Map(this.ingangen);
    for (const [deel, tekst] of wijzigingen) {
      const naam = ingangen.get(sleutel(deel))?.naam ?? deel;
      if (tekst === null) ingangen.delete(sleutel(deel));
      else ingangen.set(sleutel(deel), pakIn(naam, new TextEncoder().encode(alsUtf8(tekst))));
    }
    return new Pakket(ingangen.values());
  }

  schrijf(): Uint8Array {
    return schrijfZip([...this.ingangen.values()]);
  }
}

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** @throws Werkmapfout, each kind of file that is no package with its own code. */
export function openPakket(bytes: Uint8Array): Pakket {
  if (bytes.length === 0) throw new Werkmapfout("leeg");
  if (bytes.length > MAXIMUM_BESTAND) throw new Werkmapfout("te-groot");
  if (isOle(bytes)) throw new Werkmapfout(olesoort(bytes));
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new Werkmapfout("geen-werkmap");
  return new Pakket(leesZip(bytes));
}

/** A workbook in the format of Excel 5 up to and including 2003. @throws Werkmapfout when it is another OLE file, or a new workbook behind a password. */
export function isOudExcel(bytes: Uint8Array): boolean {
  if (!isOle(bytes)) return false;
  const soort = olesoort(bytes);
  if (soort !== "oud-formaat") throw new Werkmapfout(soort);
  return true;
}

function isOle(bytes: Uint8Array): boolean {
  return OLE.every((byte, i) => bytes[i] === byte);
}

/** An OLE file names its streams in UTF-16: EncryptedPackage is an .xlsx behind a password ([MS-OFFCRYPTO] 2.3.4), Workbook or Book an .xls. */
function olesoort(bytes: Uint8Array): "wachtwoord" | "oud-formaat" | "geen-werkmap" | "beschadigd" {
  const tekst = new TextDecoder("utf-16le").decode(bytes);
  if (tekst.includes("EncryptedPackage")) return "wachtwoord";
  if (tekst.includes("Workbook\0") || tekst.includes("Book\0")) return "oud-formaat";
  return isAfgebroken(bytes) ? "beschadigd" : "geen-werkmap";
}

/** The directory of streams often stands at the end: what is cut off has none ([MS-CFB] 2.2). */
function isAfgebroken(bytes: Uint8Array): boolean {
  if (bytes.length < 512) return true;
  const beeld = new DataView(bytes.buffer, bytes.byteOffset, 512);
  const sector = 2 ** beeld.getUint16(30, true);
  return (beeld.getUint32(48, true) + 2) * sector > bytes.length;
}

/** "xl/worksheets/sheet1.xml" → "xl/worksheets/_rels/sheet1.xml.rels" */
export function relatiebestand(deel: string): string {
  return `${map(deel)}_rels/${deel.slice(map(deel).length)}.rels`;
}

/** How `bron` refers to `doel`: "xl/worksheets/sheet1.xml" to "xl/tables/table1.xml" is "../tables/table1.xml". */
export function verwijzing(bron: string, doel: string): string {
  const van = map(bron).split("/").slice(0, -1);
  const naar = doel.split("/");
  let gelijk = 0;
  while (gelijk < van.length && van[gelijk] === naar[gelijk]) gelijk++;
  return "../".repeat(van.length - gelijk) + naar.slice(gelijk).join("/");
}

/** What was read as UTF-16 is written as UTF-8. */
function alsUtf8(tekst: string): string {
  return tekst.replace(/^(<\?xml[^>]*encoding=["'])utf-16["']/i, (_, begin: string) => `${begin}UTF-8${begin.at(-1)}`);
}

function map(deel: string): string {
  return deel.slice(0, deel.lastIndexOf("/") + 1);
}

function volledig(basis: string, doel: string): string {
  const delen: string[] = [];
  for (const stap of (doel.startsWith("/") ? doel : basis + doel).split("/")) {
    if (stap === "..") delen.pop();
    else if (stap !== "" && stap !== ".") delen.push(stap);
  }
  return delen.join("/");
}

/** Some writers use backslashes or a slash in front, or another case than their own references. */
function sleutel(naam: string): string {
  return naam.replace(/\\/g, "/").replace(/^\//, "").toLowerCase();
}
