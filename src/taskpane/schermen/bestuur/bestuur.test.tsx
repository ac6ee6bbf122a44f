/** @jest-environment jsdom */
import axe from "axe-core";
import { act } from "react";
import { kolommen, lijstVan, OPTIES, rij } from "../../../meldcode/testtaal";
import { VELDEN } from "../../../meldcode/veld";
import { IN_EXCEL } from "../../plek";
import type { Vraag } from "../../sessie/besluit";
import { tel } from "../../sessie/besluit";
import { maandenVan } from "../../sessie/maanden";
import { groepeer } from "../../sessie/oordeel";
import type { Sessie } from "../../sessie/sessie";
import type { Beeld, Bestuursbeeld, Schoolbeeld, Verzending } from "../../sessie/staat";
import { Paneel } from "../Paneel";
import { teken } from "../testscherm";

let klikken: [string, unknown[]][];

beforeEach(() => {
  klikken = [];
});

/** Remembers what was asked of it; of a school, with the school in front. */
function onthoudt(vast: object, wie: readonly string[] = []): object {
  const doet = (doel: object, naam: string) => (naam in doel ? Reflect.get(doel, naam) : (...wat: unknown[]) => void klikken.push([[...wie, naam].join(" "), wat]));
  return new Proxy(vast, { get: doet as ProxyHandler<object>["get"] & {} });
}

async function toon(beeld: Beeld): Promise<void> {
  const sessie = onthoudt({ getSnapshot: () => beeld, subscribe: () => () => undefined, plek: IN_EXCEL, school: (id: string) => onthoudt({}, [id]) });
  // The screens know a session by its public methods alone.
  await teken(<Paneel sessie={sessie as Sessie} />);
  for (let i = 0; i < 100 && document.querySelector("main") === null; i++) await act(() => new Promise((klaar) => setTimeout(klaar, 20)));
}

const tekst = () => document.body.textContent ?? "";
const klik = (naam: string) =>
  act(async () => {
    const knop = [...document.querySelectorAll("button")].find((b) => (b.getAttribute("aria-label") ?? b.textContent) === naam);
    if (!knop) throw new Error(`Geen knop ${naam} in: ${[...document.querySelectorAll("button")].map((b) => b.textContent).join(" | ")}`);
    knop.click();
  });

async function toegankelijk(): Promise<void> {
  const { violations } = await axe.run(document, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(" ")}`)).toEqual([]);
}

const RIJEN = [rij(), rij({ sisa: "Nee" })];
const lijst = lijstVan(RIJEN);
const voorbeeld = tel({ lijst, peildatum: OPTIES.peildatum, minimum: 3, inzendingId: "id", bewaard: null, gesloten: [] }, {});
const maanden = maandenVan(null, voorbeeld, { beleid: null, peildatum: OPTIES.peildatum, nu: new Date("2026-04-15T10:00:00Z") });

function school(naam: string, deel: Partial<Schoolbeeld> = {}): Schoolbeeld {
  const organisatie = { organisatieId: `ORG-${naam}`, naam, sector: "onderwijs", eenpersoons: false } as const;
  return { organisatie, oordeel: { soort: "klaar" }, maanden, voorbeeld, ervoor: 0, kanEerderBeginnen: false, verzending: { soort: "rust" }, storing: null, zaken: 2, toegangVervallen: false, ...deel };
}

function beeldVan(scholen: readonly Schoolbeeld[], deel: Partial<Bestuursbeeld> = {}): Bestuursbeeld {
  return {
    fase: "bestuur",
    naam: "Stichting Havenscholen",
    beleid: null,
    inhoud: { blad: "Zaken", bladen: ["Zaken"], tabel: null, datumstelsel: 1900, inhoud: kolommen(RIJEN), plaats: (r, veld) => ({ blad: "Zaken", rij: r + 2, kolom: VELDEN.indexOf(veld) + 2 }), losseRij: null, beveiligd: false, gekoppeld: null },
    nieuweKolommen: [],
    ontbrekendeSisa: null,
    zaken: RIJEN.length,
    groepen: groepeer(lijst.bevindingen()),
    melding: null,
    werkboekfout: null,
    opslagDuurzaam: true,
    oordeel: { soort: "klaar", scholen: scholen.length },
    scholen,
    bezig: null,
    bladvraag: null,
    onbekend: [],
    zonderToegang: [],
    buitenLijst: [],
    schoolVan: () => "De Linde",
    ...deel,
  };
}

const vraag = (v: Vraag): Verzending => ({ soort: "vraag", vraag: v });
const CORRECTIE: Vraag = { soort: "correctie", verschillen: [{ periode: maanden[0]?.periode ?? voorbeeld.vanaf, soort: "gewijzigd", was: null, wordt: null, zinnen: ["maart: 1 zaak erbij"] }], inhoud: "[]" };

describe("a board's list", () => {
  test("shows every school on a line with where it stands, and one button for all", async () => {
    await toon(
      beeldVan([
        school("Het Anker", { oordeel: { soort: "fouten", fouten: 2, rijen: 1 } }),
        school("De Linde"),
        school("De Boei", { oordeel: { soort: "alles-verzonden" } }),
        school("De Vuurtoren", { toegangVervallen: true }),
        school("De Kade", { verzending: { soort: "wacht", oorzaak: { soort: "geen-verbinding" }, opnieuwOm: new Date(), klaargezet: true } }),
      ]),
    );
    expect([...document.querySelectorAll("summary")].map((s) => s.textContent).slice(0, 5)).toEqual([
      expect.stringContaining("De BoeiVerzonden2 zaken"),
      expect.stringContaining("De KadeWacht"),
      expect.stringContaining("De LindeTe verzenden"),
      expect.stringContaining("De VuurtorenToegang vervallen"),
      expect.stringContaining("Het Anker2 fouten"),
    ]);
    expect(tekst()).toContain("Te verzenden: alle 5 scholen. Elke school krijgt een eigen ontvangstbewijs.");
    await toegankelijk();
    await klik("Alles verzenden");
    expect(klikken).toEqual([["verzend", []]]);
  });

  test("a finding says whose row it is", async () => {
    await toon(beeldVan([school("De Linde")]));
    expect(document.querySelector("section[aria-label='Wat aandacht vraagt']")?.textContent).toContain("De Linde");
  });

  test("opened, a school shows its months, and can be sent alone", async () => {
    await toon(beeldVan([school("De Linde"), school("Het Anker")]));
    const regel = document.querySelector("details");
    await act(async () => {
      if (regel) regel.open = true;
      regel?.dispatchEvent(new Event("toggle"));
    });
    expect(tekst()).toContain("gaat mee als nulopgave");
    await toegankelijk();
    await klik("Alleen deze school verzenden");
    expect(klikken).toEqual([["ORG-De Linde verzend", []]]);
  });

  test("questions come one school at a time, by name; the answer goes to that school", async () => {
    const gesloten: Vraag = { soort: "gesloten-maanden", perioden: [voorbeeld.vanaf], beginBij: null };
    await toon(beeldVan([school("De Linde", { verzending: vraag(gesloten) }), school("Het Anker", { verzending: vraag(gesloten) })]));
    expect(tekst()).toContain("De Linde (nog 2 vragen)");
    expect(document.activeElement?.textContent).toBe("Er is een maand gesloten");
    await toegankelijk();
    await klik("Laat die zo en verzend de rest");
    await klik("Nu niet");
    expect(klikken).toEqual([["ORG-De Linde verzend", [{ behoud: [voorbeeld.vanaf] }]], ["ORG-De Linde annuleer", []]]);
  });

  test("corrections of several schools are shown together and sent with one press", async () => {
    await toon(beeldVan([school("De Linde", { verzending: vraag(CORRECTIE) }), school("Het Anker", { verzending: vraag(CORRECTIE) })]));
    expect(document.activeElement?.textContent).toBe("Controleer wat er bij 2 scholen verandert");
    expect([...document.querySelectorAll("h3")].map((h) => h.textContent)).toEqual(["De Linde", "Het Anker"]);
    await toegankelijk();
    await klik("Alle correcties verzenden");
    await klik("Nu niet");
    expect(klikken.map(([wat]) => wat)).toEqual(["bevestigCorrecties", "ORG-De Linde annuleer", "ORG-Het Anker annuleer"]);
  });

  test("rows without a school stand on top, with a choice for each word and the cells to go to", async () => {
    await toon(beeldVan([school("De Linde")], { oordeel: { soort: "fouten", fouten: 3, rijen: 3, scholen: 0, onbekend: true }, onbekend: [{ woord: "Lindeboom", posities: [0] }, { woord: "", posities: [1] }] }));
    expect(tekst()).toContain("Zolang niet van elke rij duidelijk is van welke school zij is, wordt er niets verzonden.");
    await toegankelijk();
    await act(async () => {
      const keuze = document.querySelector("select");
      if (!keuze) throw new Error("Geen keuze");
      keuze.value = "ORG-De Linde";
      keuze.dispatchEvent(new Event("change", { bubbles: true }));
    });
    await klik("Ga naar cel D3");
    expect(klikken).toEqual([["noemOrganisatie", ["Lindeboom", "ORG-De Linde"]], ["springNaar", [{ rij: 1, veld: "startdatum" }, "D3"]]]);
  });

  test("a school that joined and a name without a key are told apart, each with what to do", async () => {
    await toon(beeldVan([school("De Linde")], { buitenLijst: [school("De Boei").organisatie], zonderToegang: [{ organisatieId: "ORG-X", woord: "Elders", rijen: 3 }] }));
    await klik("De Boei ook meenemen");
    await klik("Code van het Servicepunt invullen");
    expect(klikken).toEqual([["noemOrganisatie", ["De Boei", "ORG-De Boei"]], ["vraagCode", []]]);
    expect(tekst()).toContain("‘Elders’");
    await toegankelijk();
  });

  test("without a column for the school it asks whose list it is", async () => {
    await toon({ fase: "welke-organisatie", naam: "Stichting Havenscholen", beleid: null, bezig: false, organisaties: [school("De Linde").organisatie, school("De Boei").organisatie] });
    expect(tekst()).toContain("Van welke school is deze lijst?");
    await toegankelijk();
    await klik("De kolom aanwijzen");
    await act(async () => document.querySelectorAll<HTMLInputElement>("input[type=radio]")[1]?.click());
    await klik("Deze lijst gebruiken");
    expect(klikken).toEqual([["koppel", []], ["kiesOrganisatie", ["ORG-De Boei"]]]);
  });
});
