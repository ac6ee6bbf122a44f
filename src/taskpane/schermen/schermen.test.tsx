/** @jest-environment jsdom */
import axe from "axe-core";
import { act, type ReactElement } from "react";
import { koppelingSchema } from "../../meldcode/koppeling/koppeling";
import { periodeSchema } from "../../meldcode/registratie";
import { kolommen, lijstVan, OPTIES, rij, serie } from "../../meldcode/testtaal";
import type { Beleid } from "../../meldcode/uitwisseling/beleid";
import type { Rij } from "../../meldcode/veld";
import { VELDEN } from "../../meldcode/veld";
import { Werkboekfout } from "../../workbook/werkboek";
import type { Vraag } from "../sessie/besluit";
import { tel } from "../sessie/besluit";
import { maandenVan } from "../sessie/maanden";
import { groepeer } from "../sessie/oordeel";
import type { Sessie } from "../sessie/sessie";
import type { Beeld, Lijstbeeld, Verzending } from "../sessie/staat";
import { BuitenExcel } from "./BuitenExcel";
import { IN_EXCEL } from "../plek";
import { NietGeladen } from "./NietGeladen";
import { Paneel } from "./Paneel";
import { teken } from "./testscherm";

const ORGANISATIE = { organisatieId: "ORG-7K3M-Q2XA", naam: "Basisschool De Klimop", sector: "onderwijs", eenpersoons: false } as const;
const BEWIJS = { kenmerk: "MM-2026-7K3M-Q2X", organisatieId: ORGANISATIE.organisatieId, registratieId: "r", inzendingId: "i", versie: 1, ontvangenOp: "2026-04-15T08:31:00Z", wijzigingen: [], uitsplitsingWijzigingen: [], hash: "0" };

const PERIODE = periodeSchema.parse("2027-01");
const BELEID: Beleid = {
  gemeente: "Voorbeeld", contact: { naam: "Servicepunt", url: "https://servicepunt.example/", email: "post@servicepunt.example" }, helpUrl: "https://servicepunt.example/hulp",
  helpteksten: [], sisaLabel: "SISA-signaal", extraIndicatoren: [], minimum: 3, deadlineDag: 15, geslotenMaanden: [],
};

let klikken: [string, unknown[]][];

beforeEach(() => {
  klikken = [];
});

/** A session that shows this and remembers what was asked of it. */
function sessieMet(beeld: Beeld): Sessie {
  const vast = { getSnapshot: () => beeld, subscribe: () => () => undefined, plek: IN_EXCEL };
  const doet = (_doel: object, naam: string) => (naam in vast ? vast[naam as keyof typeof vast] : (...wat: unknown[]) => void klikken.push([naam, wat]));
  // The screens know a session by its public methods alone.
  return new Proxy({}, { get: doet as ProxyHandler<object>["get"] & {} }) as Sessie;
}

async function toon(scherm: ReactElement): Promise<void> {
  await teken(scherm);
  // The list's screen comes late.
  for (let i = 0; i < 50 && document.querySelector("main") === null; i++) await act(() => new Promise((klaar) => setTimeout(klaar, 20)));
}

const toonBeeld = (beeld: Beeld) => toon(<Paneel sessie={sessieMet(beeld)} />);
const tekst = () => document.body.textContent ?? "";
const knop = (naam: string | RegExp) => {
  const gevonden = [...document.querySelectorAll("button")].find((b) => (typeof naam === "string" ? (b.getAttribute("aria-label") ?? b.textContent) === naam : naam.test(b.textContent ?? "")));
  if (!gevonden) throw new Error(`Geen knop ${String(naam)} in: ${[...document.querySelectorAll("button")].map((b) => b.textContent).join(" | ")}`);
  return gevonden;
};
const klik = (naam: string | RegExp) => act(async () => knop(naam).click());

async function toegankelijk(): Promise<void> {
  // Colours need a real browser; they are looked at there.
  const { violations } = await axe.run(document, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(" ")}`)).toEqual([]);
}

function lijstbeeld(rijen: readonly Rij[], deel: Partial<Lijstbeeld> = {}): Lijstbeeld {
  const lijst = lijstVan(rijen);
  const fout = lijst.aantalFouten > 0;
  const voorbeeld = fout ? null : tel({ lijst, peildatum: OPTIES.peildatum, minimum: 3, inzendingId: "id", bewaard: null, gesloten: [] }, {});
  return {
    fase: "lijst",
    organisatie: ORGANISATIE,
    beleid: null,
    inhoud: { blad: "Meldcode", bladen: ["Meldcode"], tabel: "Meldcode", datumstelsel: 1900, inhoud: kolommen(rijen), plaats: (rij, veld) => ({ blad: "Meldcode", rij: rij + 2, kolom: VELDEN.indexOf(veld) + 1 }), losseRij: null, beveiligd: false, gekoppeld: null },
    nieuweKolommen: [],
    ontbrekendeSisa: null,
    zaken: lijst.zaken,
    oordeel: fout ? { soort: "fouten", fouten: lijst.aantalFouten, rijen: lijst.rijenMetFout } : { soort: "klaar" },
    groepen: groepeer(lijst.bevindingen()),
    maanden: maandenVan(null, voorbeeld, { beleid: null, peildatum: OPTIES.peildatum, nu: new Date("2026-04-15T10:00:00Z") }),
    voorbeeld,
    ervoor: 0,
    kanEerderBeginnen: false,
    verzending: { soort: "rust" },
    melding: null,
    werkboekfout: null,
    storing: null,
    opslagDuurzaam: true,
    ...deel,
  };
}

describe("the first screens", () => {
  test("activation takes a code and says what is wrong with it", async () => {
    await toonBeeld({ fase: "activeren", reden: "eerste-keer", kanTerug: false, bezig: false, fout: { soort: "verkeerd-getypt" }, beleid: null });
    expect(tekst()).toContain("Deze code klopt niet");
    await toegankelijk();
    await klik("Activeren");
    expect(klikken).toEqual([["activeer", [""]]]);
  });

  test("who is here for the first time types the code while the rest still loads; nothing typed is lost, and it is handed over", async () => {
    await teken(<Paneel sessie={null} />);
    const invoer = document.querySelector("input");
    await klik("Activeren");
    await teken(<Paneel sessie={sessieMet({ fase: "laden" })} eersteKeer />);
    expect([document.querySelector("input") === invoer, klikken]).toEqual([true, []]);
    await teken(<Paneel sessie={sessieMet({ fase: "activeren", reden: "eerste-keer", kanTerug: false, bezig: false, fout: null, beleid: null })} eersteKeer />);
    expect([document.querySelector("input") === invoer, klikken]).toEqual([true, [["activeer", [""]]]]);
  });

  test.each([
    ["no list", { soort: "geen-lijst" }, "Registratie starten"],
    ["a list that was removed", { soort: "lijst-weg" }, "Opnieuw lezen"],
    ["a missing column", { soort: "kolom-ontbreekt", blad: "Lijst", tabel: "Meldcode", ontbreekt: ["sisa", "einddatum"] }, "Opnieuw lezen"],
    ["two lists", { soort: "meer-lijsten", bladen: ["Team A", "Team B"] }, "Opnieuw lezen"],
    ["another organisation", { soort: "andere-organisatie", organisatieId: "ORG-0000-0000" }, "Activeren voor die organisatie"],
    ["a workbook that does not answer", { soort: "fout", fout: new Werkboekfout("antwoordt-niet", "Excel antwoordt niet.") }, "Opnieuw lezen"],
  ] as const)("%s: one clear sentence and one thing to do", async (_naam, probleem, hoofdknop) => {
    await toonBeeld({ fase: "werkmap", naam: ORGANISATIE.naam, beleid: null, bezig: false, probleem });
    await toegankelijk();
    await klik(hoofdknop);
    expect(klikken).toHaveLength(1);
  });

  test("what did not arrive is said, with a way to try again", async () => {
    await toon(<NietGeladen kantoorthema={undefined} />);
    expect(tekst()).toContain("Uw werkmap is niet veranderd");
    expect(knop("Opnieuw proberen")).toBeTruthy();
    await toegankelijk();
  });

  test("outside Excel the page says where it belongs", async () => {
    await toon(<BuitenExcel zonderOffice />);
    expect(tekst()).toContain("Open dit in Excel");
    await toegankelijk();
  });
});

describe("the list's screen", () => {
  test("errors stand together by what is wrong, with their cells, to jump to and to fix", async () => {
    await toonBeeld(lijstbeeld([rij({ sisa: "?" }), rij({ startdatum: "3-1-2026" }), rij({ startdatum: "4-1-2026" })]));
    expect(document.querySelector("h1")?.textContent).toBe("1 fout in 1 rij");
    await toegankelijk();
    await klik("Ga naar cel D2");
    expect(klikken[0]).toEqual(["springNaar", [expect.objectContaining({ rij: 0, veld: "sisa" }), "D2"]]);
    await klik("Herstel alle 2");
    expect(klikken[1]?.[0]).toBe("herstel");
  });

  test("F8 and its button lead to the next finding", async () => {
    await toonBeeld(lijstbeeld([rij({ sisa: "?" })]));
    await klik("Volgende (F8)");
    await act(async () => void window.dispatchEvent(new KeyboardEvent("keydown", { key: "F8" })));
    expect(klikken).toEqual([["volgendeBevinding", []], ["volgendeBevinding", []]]);
  });

  test("empty cells of a kind are filled with one answer, once it is chosen", async () => {
    await toonBeeld(lijstbeeld([rij({ consultatie: "" }), rij({ consultatie: "" })]));
    await klik("Vul in");
    expect(klikken).toEqual([]);
    const keuze = document.querySelector("select");
    await act(async () => {
      Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, "value")?.set?.call(keuze, "Intern");
      keuze?.dispatchEvent(new Event("change", { bubbles: true }));
    });
    await toegankelijk();
    await klik("Vul in");
    expect(klikken).toEqual([["vul", [[expect.objectContaining({ rij: 0 }), expect.objectContaining({ rij: 1 })], "Intern"]]]);
  });

  test("of a long group the first ones are shown, and more on request", async () => {
    await toonBeeld(lijstbeeld(Array.from({ length: 40 }, () => rij({ sisa: "?" }))));
    const cellen = () => document.querySelectorAll("[aria-label^='Ga naar cel']").length;
    expect(cellen()).toBe(5);
    await klik("Toon alle 40");
    expect(cellen()).toBe(40);
    await klik("Toon minder");
    expect(cellen()).toBe(5);
  });

  test("a faultless list is ready, with its months, and shows the very figures that leave", async () => {
    const beeld = lijstbeeld([rij(), rij(), rij({ startdatum: serie("4-3-2026"), einddatum: serie("30-3-2026") })]);
    await toonBeeld(beeld);
    expect(document.querySelector("h1")?.textContent).toBe("Klaar om te verzenden");
    expect(tekst()).toContain("gaat mee als nulopgave");
    await klik("Bekijk wat verzonden wordt");
    for (let i = 0; i < 50 && !tekst().includes("letter voor letter"); i++) await act(() => new Promise((klaar) => setTimeout(klaar, 20)));
    expect(document.querySelector("pre")?.textContent).toBe(JSON.stringify(beeld.voorbeeld));
    expect(tekst()).toContain("geaggregeerde tellingen zonder persoonsgegevens van de melder");
    expect(tekst().toLowerCase()).not.toContain("anoniem");
    await toegankelijk();
    await klik("Verzenden");
    expect(klikken).toEqual([["verzend", []]]);
  });

  test("cases that do not count are named", async () => {
    await toonBeeld(lijstbeeld([rij()], { ervoor: 2, kanEerderBeginnen: true }));
    expect(tekst()).toContain("2 rijen liggen vóór januari 2026");
    await klik("Toch meetellen");
    expect(klikken[0]?.[0]).toBe("beginEerder");
  });

  const verschillen = [{ periode: "2026-01", soort: "gewijzigd", was: null, wordt: null, zinnen: ["januari: 1 zaak afgesloten, hulp"] }] as unknown as Extract<Vraag, { soort: "correctie" }>["verschillen"];
  const perioden = ["2026-01"] as unknown as readonly Extract<Vraag, { soort: "verlaging" }>["perioden"][number][];
  const regels = [{ registratieId: "a", versie: 1, etag: "e", vanaf: perioden[0], tot: perioden[0], ontvangenOp: "2026-04-01T09:30:00Z", vervangenDoor: null }] as Extract<Vraag, { soort: "andere-registratie" }>["regels"];
  const vragen: [Vraag, string, unknown][] = [
    [{ soort: "correctie", verschillen, inhoud: "x" }, "Correctie verzenden", { gezien: "x" }],
    [{ soort: "verlaging", verschillen, perioden, inhoud: "x" }, "Ja, verlagen en verzenden", { gezien: "x", verlagingen: perioden }],
    [{ soort: "verlaging", verschillen, perioden, inhoud: "x" }, "Dit is een nieuw bestand, voor een nieuw jaar", { nieuweRegistratie: true }],
    [{ soort: "nieuwere-stand", verschillen, perioden, inhoud: "x" }, "Mijn stand verzenden", { gezien: "x", verlagingen: perioden }],
    [{ soort: "andere-registratie", regels }, "Ernaast: tel ze bij elkaar op", { naast: "ernaast" }],
    [{ soort: "andere-registratie", regels }, "In de plaats hiervan", { naast: { vervangt: "a" } }],
    [{ soort: "gesloten-maanden", perioden, beginBij: null }, "Laat die zo en verzend de rest", { behoud: perioden }],
    [{ soort: "gesloten-maanden", perioden, beginBij: perioden[0] ?? null }, "Begin met januari 2026", { vanaf: "2026-01" }],
  ];
  test.each(vragen)("a question has the pane to itself and each answer a button: %j", async (vraag, antwoord, verwacht) => {
    await toonBeeld(lijstbeeld([rij()], { verzending: { soort: "vraag", vraag } }));
    expect(tekst()).not.toContain("Maanden");
    await toegankelijk();
    await klik(antwoord);
    expect(klikken).toEqual([["verzend", [verwacht]]]);
  });

  const standen: [Verzending, string][] = [
    [{ soort: "bezig", wat: "versturen" }, "Bezig met verzenden"],
    [{ soort: "wacht", oorzaak: { soort: "geen-verbinding" }, opnieuwOm: new Date(Date.now() + 600_000), klaargezet: true }, "gaat vanzelf, zodra het kan. Volgende poging: over"],
    [{ soort: "wacht", oorzaak: { soort: "te-traag" }, opnieuwOm: new Date(Date.now() + 600_000), klaargezet: false }, "Er is nog niets verzonden"],
    [{ soort: "ontvangen", bewijs: BEWIJS, blad: "Verzonden 2", nietGenoteerd: null }, "MM-2026-7K3M-Q2X"],
    [{ soort: "ontvangen", bewijs: BEWIJS, blad: "Verzonden 2", nietGenoteerd: new Werkboekfout("beveiligd", "Het blad is beveiligd.") }, "Het blad is beveiligd."],
    [{ soort: "fouten" }, "herstel eerst de fouten"],
    [{ soort: "niets-te-verzenden" }, "niets nieuws"],
    [{ soort: "geweigerd", storing: { soort: "probleem", code: "te-groot", detail: "", perioden: [], wachtSeconden: null } }, "Er is niets verloren"],
    [{ soort: "niet-gelezen", fout: new Werkboekfout("antwoordt-niet", "Excel antwoordt niet.") }, "Er is niets verzonden"],
  ];
  test.each(standen)("what became of sending is told: %j", async (verzending, zin) => {
    await toonBeeld(lijstbeeld([rij()], { verzending }));
    expect(tekst()).toContain(zin);
    await toegankelijk();
  });

  test("what stood in the way of reading is told once, also when it stopped a sending", async () => {
    const fout = new Werkboekfout("antwoordt-niet", "Excel antwoordt niet.");
    await toonBeeld(lijstbeeld([rij()], { werkboekfout: fout, verzending: { soort: "niet-gelezen", fout } }));
    expect(tekst().split("Excel antwoordt niet.")).toHaveLength(2);
    await toegankelijk();
  });

  test("rows below the table that do not count are never passed over in silence", async () => {
    const beeld = lijstbeeld([rij()]);
    await toonBeeld({ ...beeld, inhoud: { ...beeld.inhoud, losseRij: 8 } });
    expect(tekst()).toContain("Onder de tabel staan vanaf rij 8 nog gegevens");
    await toegankelijk();
  });

  test("what came of a fix is told beside the main button, wherever one is in the list of findings", async () => {
    await toonBeeld(lijstbeeld([rij()], { melding: { nummer: 1, soort: "hersteld", tekst: "18 cellen hersteld." } }));
    expect(knop("Verzenden").parentElement?.textContent).toContain("18 cellen hersteld.");
    await toegankelijk();
  });

  test("what is sent comes into view when one asks for it", async () => {
    await toonBeeld(lijstbeeld([rij()]));
    await klik("Bekijk wat verzonden wordt");
    for (let i = 0; i < 50 && !tekst().includes("Per maand"); i++) await act(() => new Promise((klaar) => setTimeout(klaar, 20)));
    expect(document.activeElement?.textContent).toBe("Wat verzonden wordt");
  });

  test("the second click of a double click answers nothing", async () => {
    await toonBeeld(lijstbeeld([rij()]));
    await act(async () => knop("Verzenden").dispatchEvent(new MouseEvent("click", { bubbles: true, detail: 2 })));
    expect(klikken).toEqual([]);
  });

  test("help opens over the screen, without asking anything of a network", async () => {
    await toonBeeld(lijstbeeld([rij()]));
    await klik("Hulp");
    for (let i = 0; i < 50 && !tekst().includes("Wat wordt gelezen"); i++) await act(() => new Promise((klaar) => setTimeout(klaar, 20)));
    expect(document.activeElement?.textContent).toBe("Hulp");
    expect(tekst()).toContain("Wat elke bevinding betekent");
    await toegankelijk();
    await klik("Terug");
    expect(tekst()).toContain("Klaar om te verzenden");
  });

  test("help says first what the municipality says, as it wrote it, and nothing of a column that it does not ask", async () => {
    await toonBeeld(lijstbeeld([rij()], { beleid: { ...BELEID, sisaLabel: null, helpteksten: [{ kop: "Vragen? <b>Bel</b>", tekst: "Bel 010.\nOp werkdagen." }], extraIndicatoren: [{ indicator: "bekendheid", vanaf: PERIODE }] } }));
    await klik("Hulp");
    for (let i = 0; i < 50 && !tekst().includes("Wat wordt gelezen"); i++) await act(() => new Promise((klaar) => setTimeout(klaar, 20)));
    expect([...document.querySelectorAll("summary")].map((s) => s.textContent)[0]).toBe("Vragen? <b>Bel</b>");
    expect(tekst()).toContain("Team, Startdatum, Consultatie, Stap 5, Einddatum en Nieuw of bekend.");
    expect(tekst()).toContain("Nieuw of bekend niet begrepen");
    expect(tekst()).not.toMatch(/SISA|Leeftijdsgroep/);
    expect(document.querySelector(`a[href="${BELEID.helpUrl}"]`)).not.toBeNull();
    await toegankelijk();
  });
});

describe("what the municipality asks besides", () => {
  const nieuw = [
    { indicator: "leeftijdsgroep" as const, vanaf: PERIODE },
    { indicator: "kinderen" as const, vanaf: PERIODE },
  ];
  const wacht = async (op: string) => {
    for (let i = 0; i < 50 && !tekst().includes(op); i++) await act(() => new Promise((klaar) => setTimeout(klaar, 20)));
  };

  test("is said in one sentence, with one button", async () => {
    await toonBeeld(lijstbeeld([rij()], { nieuweKolommen: nieuw.slice(0, 1) }));
    await wacht("Uw gemeente vraagt meer");
    expect(tekst()).toContain("Uw gemeente vraagt vanaf januari 2027 ook: Leeftijdsgroep.");
    expect(tekst()).toContain("Het houdt niets tegen.");
    await toegankelijk();
    await klik("Kolom toevoegen");
    expect(klikken).toEqual([["voegKolommenToe", []]]);
  });

  test("of an own list it is pointed at, and a protected sheet is told of in place of the button", async () => {
    const eigen = lijstbeeld([rij()], { nieuweKolommen: nieuw });
    const koppeling = koppelingSchema.parse({ schema: "koppeling/1", bereiken: [{ blad: "Zaken", koprij: 1 }], velden: { startdatum: { kolommen: [{ kop: "Start" }] } } });
    await toonBeeld({ ...eigen, inhoud: { ...eigen.inhoud, gekoppeld: { koppeling, weggelaten: 0, samengevoegd: 0, waarschuwingen: [], nieuweBladen: [], organisaties: null } } });
    await wacht("Uw gemeente vraagt meer");
    expect(tekst()).toContain("ook: Leeftijdsgroep en Aantal kinderen.");
    await klik("Kolommen aanwijzen");
    expect(klikken).toEqual([["koppel", []]]);
    await toonBeeld({ ...eigen, nieuweKolommen: [], ontbrekendeSisa: "VIR-melding", inhoud: { ...eigen.inhoud, gekoppeld: { koppeling, weggelaten: 0, samengevoegd: 0, waarschuwingen: [], nieuweBladen: [], organisaties: null } } });
    expect(tekst()).toContain("Uw gemeente vraagt ook VIR-melding.");
    expect(tekst()).not.toContain("Het houdt niets tegen.");
    expect(knop("Kolom aanwijzen")).toBeTruthy();
    await toonBeeld({ ...eigen, inhoud: { ...eigen.inhoud, beveiligd: true } });
    await wacht("Uw gemeente vraagt meer");
    expect(tekst()).toContain("Hef de beveiliging op");
    expect([...document.querySelectorAll("button")].some((b) => b.textContent === "Kolommen toevoegen")).toBe(false);
  });

  test("stands in words in what is sent, and can be filled with one answer", async () => {
    const vraagstelling = { sisaLabel: "VIR-melding", extraIndicatoren: [{ indicator: "leeftijdsgroep" as const, vanaf: periodeSchema.parse("2026-01") }] };
    const rijen = [rij({ leeftijdsgroep: "4 t/m 11 jaar" }), rij({ leeftijdsgroep: "" }), rij({ leeftijdsgroep: "" })];
    const lijst = lijstVan(rijen, { vraagstelling });
    const voorbeeld = tel({ lijst, peildatum: OPTIES.peildatum, minimum: 3, inzendingId: "id", bewaard: null, gesloten: [] }, {});
    await toonBeeld(lijstbeeld(rijen, { beleid: { ...BELEID, ...vraagstelling }, voorbeeld, groepen: groepeer(lijst.bevindingen()) }));
    expect(tekst()).toContain("Leeftijdsgroep ontbreekt");
    expect([...document.querySelectorAll("option")].map((o) => o.textContent)).toContain("65 jaar of ouder");
    await klik("Bekijk wat verzonden wordt");
    await wacht("Per maand");
    const koppen = [...document.querySelectorAll("thead th:first-child")].map((th) => th.textContent);
    expect(koppen).toEqual(["Maand", "VIR-melding", "Consultatie", "Stap 5", "Doorlooptijd", "Leeftijdsgroep"]);
    const cellen = [...document.querySelectorAll("table:last-of-type tr")].map((tr) => tr.textContent);
    expect(cellen).toEqual(expect.arrayContaining(["4 t/m 11 jaar1", "Onbekend2"]));
  });
});
