import { readFileSync } from "node:fs";
import { join } from "node:path";
import { STANDAARDVRAAGSTELLING } from "../../meldcode/vraagstelling";
import { lijstontwerp } from "../lijstontwerp";
import { leesKolommen, type Rooster, vindLijst } from "../lijstvinden";
import { MARKEERKLEUR, markeringen } from "../markering";
import { openWerkmap, type Werkmap } from "../xlsx/werkmap";
import { kantEnKlareRegistratie } from "./registratie";
import { leesInvoegtoepassing } from "./taakvensterdelen";

const ONTWERP = lijstontwerp(STANDAARDVRAAGSTELLING);
const ROOT = join(__dirname, "../../..");
const manifest = readFileSync(join(ROOT, "manifest.xml"), "utf8");
const vastgelegd = new Uint8Array(readFileSync(join(ROOT, "assets/registratie.xlsx")));
const werkmap = openWerkmap(vastgelegd);
const lijst = werkmap.leesBlad("Meldcode");

function rooster(map: Werkmap, blad: Werkmap["bladen"][number]): Rooster {
  const rijen = new Map([...map.leesBlad(blad.naam).rijen].map(([rij, cellen]) => [rij, Array.from(cellen, (cel) => cel?.waarde ?? undefined)]));
  return { blad: blad.naam, zichtbaar: blad.zichtbaarheid === "zichtbaar", rijen };
}

it("is what the definitions and the manifest make of it today; otherwise: npm run registratie", () => {
  expect(Buffer.from(kantEnKlareRegistratie(leesInvoegtoepassing(manifest))).equals(vastgelegd)).toBe(true);
});

it("opens on the list, explained on the next sheet, with the lists of choices hidden", () => {
  expect(werkmap.bladen.map((blad) => [blad.naam, blad.zichtbaarheid])).toEqual([["Meldcode", "zichtbaar"], ["Toelichting", "zichtbaar"], ["Lijsten", "verborgen"]]);
  expect(werkmap.actiefBlad).toBe("Meldcode");
  expect(lijst.bevroren).toEqual({ rijen: 1, kolommen: 0 });
});

it("is found as one list with all columns, in which nothing is filled in yet", () => {
  const roosters = werkmap.bladen.map((blad) => rooster(werkmap, blad));
  const vondst = vindLijst(roosters, werkmap.tabellen);
  if (vondst.soort !== "lijst") throw new Error(JSON.stringify(vondst));
  expect(vondst).toMatchObject({ blad: "Meldcode", tabel: "Meldcode", koprij: 1, eersteRij: 2, rijenEronder: 0 });
  expect(Object.values(vondst.kolommen).map(({ kop }) => kop)).toEqual(ONTWERP.kolommen.map(({ kop }) => kop));
  const inhoud = leesKolommen(roosters[0] ?? { blad: "", zichtbaar: true, rijen: new Map() }, vondst);
  expect(Object.values(inhoud).flat().filter((cel) => cel !== null)).toEqual([]);
});

it("explains every column, and offers choices from ranges that hold exactly those", () => {
  const lijsten = werkmap.leesBlad("Lijsten").rijen;
  ONTWERP.kolommen.forEach(({ uitleg, invoer }, k) => {
    const regel = lijst.validaties[k];
    expect(regel).toMatchObject({ bereiken: [{ vanRij: 2, vanKolom: k + 1, totRij: 20_000, totKolom: k + 1 }], invoer: uitleg });
    expect(regel?.soort).toBe({ vrij: "none", datum: "date", aantal: "whole", keuze: "list" }[invoer.soort]);
    if (invoer.soort !== "keuze") return;
    const [, kolom = "", tot = ""] = /^'Lijsten'!\$([A-C])\$2:\$\1\$(\d+)$/.exec(regel?.formule1 ?? "") ?? [];
    const plek = kolom.charCodeAt(0) - 65;
    const keuzes = Array.from({ length: Number(tot) - 1 }, (_, i) => lijsten.get(i + 2)?.[plek + 1]?.waarde);
    expect(keuzes).toEqual(ONTWERP.lijsten[plek]?.woorden);
  });
});

it("never refuses what is typed: a synonym is understood, and our own check decides", () => {
  expect(lijst.validaties.map((regel) => regel.fout?.stijl ?? null)).toEqual([null, null, "warning", "information", "information", "information", "warning"]);
});

it("marks as Registratie starten does, the most important first", () => {
  expect(lijst.voorwaardelijk.map(({ formule, vulkleur }) => [`=${formule}`, `#${vulkleur}`])).toEqual(markeringen(ONTWERP, "Lijsten").map(({ formule, ernst }) => [formule, MARKEERKLEUR[ernst]]));
});

it("takes dates as dates and references as text, as far down as a list that we start", () => {
  const notatie = (rij: number, kolom: number) => werkmap.opmaak(lijst.rijen.get(rij)?.[kolom]?.stijl ?? 0).getalnotatie;
  for (const rij of [2, 501, 2_000]) expect([1, 2, 3, 4, 7].map((kolom) => notatie(rij, kolom))).toEqual(["@", "@", "dd-mm-yyyy", "General", "dd-mm-yyyy"]);
});

it("explains on one page why and how, each column in the words of its input message, and the colours in those colours", () => {
  const { rijen } = werkmap.leesBlad("Toelichting");
  const teksten = [...rijen.values()].map((cellen) => cellen[1]?.waarde);
  for (const { uitleg } of ONTWERP.kolommen) expect(teksten).toContain(`${uitleg.titel}: ${uitleg.tekst}`);
  expect(teksten.join(" ")).toContain("geaggregeerde tellingen zonder persoonsgegevens van de melder");
  expect(teksten.join(" ")).not.toMatch(/anoniem/i);
  const kleuren = [...rijen.values()].flatMap((cellen) => cellen.map((cel) => werkmap.opmaak(cel?.stijl ?? 0).vulkleur)).filter((kleur) => kleur !== null);
  expect(kleuren.map((kleur) => `#${kleur}`)).toEqual([MARKEERKLEUR.fout, MARKEERKLEUR.waarschuwing]);
  expect(Math.max(...rijen.keys())).toBeLessThan(35);
});

describe("where the add-in is deployed centrally", () => {
  const { pakket } = werkmap;

  it("names the pane that the manifest opens with a document, and the add-in with its id and version", () => {
    const { id, versie } = leesInvoegtoepassing(manifest);
    expect(manifest).toContain("<TaskpaneId>Office.AutoShowTaskpaneWithDocument</TaskpaneId>");
    const invoegtoepassing = pakket.xml("xl/webextensions/webextension1.xml").wortel;
    const verwijzing = invoegtoepassing.element("reference");
    expect(["id", "version", "store", "storeType"].map((naam) => verwijzing?.attribuut(naam))).toEqual([id, versie, "EXCatalog", "EXCatalog"]);
    const eigenschap = invoegtoepassing.element("properties")?.element("property");
    expect([eigenschap?.attribuut("name"), eigenschap?.attribuut("value")]).toEqual(["Office.AutoShowTaskpaneWithDocument", "true"]);
  });

  it("hangs together: from the package to the pane, from the pane to the add-in, each with its type", () => {
    expect(pakket.relaties("").at(-1)).toMatchObject({ soort: "webextensiontaskpanes", doel: "xl/webextensions/taskpanes.xml" });
    const verwijzing = pakket.xml("xl/webextensions/taskpanes.xml").wortel.element("taskpane")?.element("webextensionref");
    expect(pakket.relaties("xl/webextensions/taskpanes.xml")).toEqual([{ id: verwijzing?.attribuutMetPrefix("id"), soort: "webextension", doel: "xl/webextensions/webextension1.xml" }]);
    expect(pakket.tekst("_rels/.rels")).toContain('"http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes"');
    const typen = pakket.tekst("[Content_Types].xml");
    expect(typen).toContain('<Override PartName="/xl/webextensions/taskpanes.xml" ContentType="application/vnd.ms-office.webextensiontaskpanes+xml"/>');
    expect(typen).toContain('<Override PartName="/xl/webextensions/webextension1.xml" ContentType="application/vnd.ms-office.webextension+xml"/>');
  });

  it("asks nobody who does not have the add-in to install or trust it", () => {
    expect(pakket.xml("xl/webextensions/taskpanes.xml").wortel.element("taskpane")?.attribuut("visibility")).toBe("0");
  });
});

it("refuses a manifest without an id or a version", () => {
  expect(() => leesInvoegtoepassing(manifest.replace(/<Version>.*<\/Version>/, ""))).toThrow("no Id or Version");
});
