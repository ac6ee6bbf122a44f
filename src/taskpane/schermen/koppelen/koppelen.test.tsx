/** @jest-environment jsdom */
import axe from "axe-core";
import { act } from "react";
import type { Bron } from "../../../meldcode/koppeling/celblad";
import type { Koppeling } from "../../../meldcode/koppeling/koppeling";
import { serie } from "../../../meldcode/testtaal";
import type { Cel } from "../../../meldcode/veld";
import { Werkboekfout } from "../../../workbook/werkboek";
import { IN_EXCEL } from "../../plek";
import { Koppelen, type Koppelopties } from "../../sessie/koppelen/koppelen";
import type { Sessie } from "../../sessie/sessie";
import type { Koppelfase } from "../../sessie/staat";
import { Paneel } from "../Paneel";
import { teken } from "../testscherm";

let gevraagd: string[];
let bewaard: Koppeling[];

beforeEach(() => {
  gevraagd = [];
  bewaard = [];
});

const KOPPEN = ["Casusnummer", "Datum", "SISA", "Consultatie", "Vervolg", "Afgesloten op"];
const RIJEN: Cel[][] = [
  ["C1", serie("5-1-2026"), "ja", "Intern", "Aanpak via wijkteamoverleg jeugdgezondheidszorg", serie("2-2-2026")],
  ["C2", serie("9-1-2026"), "nee", "Extern", "Melding", serie("20-2-2026")],
];

function bronVan(rijen: readonly (readonly Cel[])[] = [KOPPEN, ...RIJEN], blad = "Zorgen 2026"): Bron {
  return { bladen: [{ blad, zichtbaar: true, rijen: new Map(rijen.map((rij, i) => [i + 1, [undefined, ...rij]])) }], datumstelsel: 1900, datumsZijnTekst: false };
}

async function toonFase(deel: Pick<Koppelfase, "stroom" | "nietGeladen">): Promise<void> {
  const beeld: Koppelfase = { fase: "koppelen", naam: "De Klimop", beleid: null, ...deel };
  const vast = { getSnapshot: () => beeld, subscribe: () => () => undefined, plek: IN_EXCEL };
  const doet = (doel: object, naam: string) => (naam in doel ? Reflect.get(doel, naam) : () => void gevraagd.push(naam));
  // The screens know a session by its public methods alone.
  await teken(<Paneel sessie={new Proxy(vast, { get: doet as ProxyHandler<object>["get"] & {} }) as unknown as Sessie} />);
  for (let i = 0; i < 50 && document.querySelector("main") === null; i++) await act(() => new Promise((klaar) => setTimeout(klaar, 20)));
}

/** The flow itself, over these cells. */
async function toon(bron: Bron, deel: Partial<Koppelopties> = {}): Promise<Koppelen> {
  const opties: Koppelopties = { leesBron: async () => bron, bewaar: async (koppeling) => void bewaard.push(koppeling), eerder: null, voorkennis: {}, opKlaar: async () => void gevraagd.push("klaar"), ...deel };
  const stroom = new Koppelen(opties);
  await stroom.begin();
  await toonFase({ stroom, nietGeladen: false });
  return stroom;
}

const tekst = () => document.body.textContent ?? "";
const knop = (naam: string) => {
  const gevonden = [...document.querySelectorAll("button")].find((b) => (b.getAttribute("aria-label") ?? b.textContent) === naam);
  if (!gevonden) throw new Error(`Geen knop ${naam} in: ${[...document.querySelectorAll("button")].map((b) => b.textContent).join(" | ")}`);
  return gevonden;
};
const klik = (naam: string) => act(async () => knop(naam).click());
const veld = <E extends Element>(soort: string, label: string | RegExp): E => {
  const gevonden = [...document.querySelectorAll<E>(soort)].find((element) => {
    const naam = element.getAttribute("aria-label") ?? document.querySelector(`label[for="${element.id}"]`)?.textContent ?? "";
    return typeof label === "string" ? naam === label : label.test(naam);
  });
  if (!gevonden) throw new Error(`Geen ${soort} ${String(label)}`);
  return gevonden;
};
const kies = (label: string | RegExp) => act(async () => veld<HTMLInputElement>("input", label).click());
const kiesUit = (label: string | RegExp, waarde: string) =>
  act(async () => {
    const keuzelijst = veld<HTMLSelectElement>("select", label);
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, "value")?.set?.call(keuzelijst, waarde);
    keuzelijst.dispatchEvent(new Event("change", { bubbles: true }));
  });

async function toegankelijk(): Promise<void> {
  // Colours need a real browser; they are looked at there.
  const { violations } = await axe.run(document, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(" ")}`)).toEqual([]);
}

describe("what was recognised and what is asked", () => {
  test("stands on one page: each column with how sure it is and examples, each question with its choices", async () => {
    await toon(bronVan());
    expect(document.activeElement?.textContent).toBe("Zo lezen wij uw lijst");
    expect(tekst()).toContain("‘SISA’ (kolom C): ja · nee");
    expect(tekst()).toMatch(/Einddatum\s*zeker/);
    expect(tekst()).toMatch(/Startdatum\s*gevraagd/);
    expect(tekst()).toMatch(/Team\s*niet in deze lijst/);
    expect(tekst()).toContain("Nog 2 vragen te beantwoorden.");
    await toegankelijk();
  });

  test("the main button leads to the first open question, and keeps nothing", async () => {
    await toon(bronVan());
    await klik("Deze lijst gebruiken");
    expect(document.activeElement?.textContent).toContain("Welke kolom is");
    expect(bewaard).toEqual([]);
  });

  test("a suggestion is no answer before it is confirmed", async () => {
    await toon(bronVan());
    await kies(/^Datum/);
    expect(tekst()).toContain("Nog 1 vraag te beantwoorden.");
    expect(veld<HTMLSelectElement>("select", /^Aanpak via/).value).toBe("hulp");
    expect(tekst()).toContain("Voorstel: kijk of het klopt");
    await klik("Zo klopt het");
    expect(tekst()).toContain("Zo gelezen: 2 zaken.");
    await toegankelijk();
    await klik("Deze lijst gebruiken");
    expect(gevraagd).toEqual(["klaar"]);
    expect(bewaard[0]?.velden.startdatum.kolommen[0]).toMatchObject({ kop: "Datum", kolom: "B" });
  });

  test("choosing each word oneself is confirming them", async () => {
    await toon(bronVan());
    await kies(/^Datum/);
    await kiesUit(/^Aanpak via/, "geenVanBeide");
    expect(tekst()).toContain("Zo gelezen");
  });

  test("a column can be changed, and what follows is asked", async () => {
    await toon(bronVan());
    await klik("Wijzig de kolom van Team");
    await kiesUit("Kolom van Team", "A");
    expect(tekst()).toMatch(/Team\s*door u gekozen/);
    expect(tekst()).toMatch(/Kenmerk\s*niet in deze lijst/);
  });

  test("a required field that the list does not have is said plainly", async () => {
    await toon(bronVan([KOPPEN, ...RIJEN].map((rij) => rij.filter((_, i) => i !== 2))));
    expect(tekst()).toContain('Deze lijst heeft geen kolom die ‘SISA-signaal’ lijkt te zijn');
    await kies("Mijn lijst heeft dit niet");
    expect(tekst()).toContain("Voeg daarvoor een kolom toe aan uw lijst");
    await toegankelijk();
  });

  test("what could not be kept is told beside the button", async () => {
    await toon(bronVan(), { bewaar: () => Promise.reject(new Werkboekfout("beveiligd", "De werkmap is beveiligd.")) });
    await kies(/^Datum/);
    await klik("Zo klopt het");
    await klik("Deze lijst gebruiken");
    expect(knop("Deze lijst gebruiken").parentElement?.textContent).toContain("De werkmap is beveiligd.");
  });
});

describe("on the way there", () => {
  test("while it is loaded and read there is a way back", async () => {
    await toonFase({ stroom: null, nietGeladen: false });
    expect(tekst()).toContain("Er verandert niets in.");
    await klik("Terug");
    expect(gevraagd).toEqual(["stopKoppelen"]);
  });

  test("what could not be loaded is tried again", async () => {
    await toonFase({ stroom: null, nietGeladen: true });
    await toegankelijk();
    await klik("Opnieuw proberen");
    expect(gevraagd).toEqual(["koppel"]);
  });

  test("where nothing is recognised one points at sheet and row", async () => {
    await toon(bronVan([["Overzicht"], ["toen", "S", "C"], [serie("5-1-2026"), "ja", "intern"]]));
    expect(tekst()).toContain("Wij herkennen nog geen lijst");
    await toegankelijk();
    await klik("Zelf aanwijzen");
    await kies("Zorgen 2026");
    expect(veld<HTMLInputElement>("input", "Rij 2: toen | S | C").checked).toBe(true);
    await klik("Toon alle rijen");
    expect(tekst()).toContain("Rij 3: 5-1-2026 | ja | intern");
    await toegankelijk();
    await klik("Verder");
    expect(tekst()).toContain("Zo lezen wij uw lijst");
  });

  test("a workbook that does not answer is told, and read again", async () => {
    let keer = 0;
    await toon(bronVan(), { leesBron: () => (keer++ === 0 ? Promise.reject(new Werkboekfout("antwoordt-niet", "Excel antwoordt niet.")) : Promise.resolve(bronVan())) });
    expect(tekst()).toContain("Excel antwoordt niet.");
    await klik("Opnieuw proberen");
    expect(tekst()).toContain("Zo lezen wij uw lijst");
  });
});
