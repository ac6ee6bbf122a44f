/** @jest-environment jsdom */
import axe from "axe-core";
import { act } from "react";
import { eenvormig, type Formulier } from "../../../meldcode/formulieren/formulier";
import { voegFormulierenSamen } from "../../../meldcode/formulieren/samenvoegen";
import { ANDERE_ZAAK } from "../../../meldcode/formulieren/zelfdezaak";
import type { Vraag } from "../../../meldcode/koppeling/voorstel/vragen";
import type { Periode } from "../../../meldcode/periode";
import { rij } from "../../../meldcode/testtaal";
import type { Rij } from "../../../meldcode/veld";
import { IN_EXCEL } from "../../plek";
import type { Bestandsregel, Inleesbeeld, Inlezen } from "../../sessie/inlezen";
import type { Sessie } from "../../sessie/sessie";
import type { Inleesfase } from "../../sessie/staat";
import { opPagina } from "../../zonder/plek";
import { Paneel } from "../Paneel";
import { teken } from "../testscherm";

let gevraagd: [string, unknown[]][];

beforeEach(() => {
  gevraagd = [];
});

/** Shows this and remembers what was asked of it; the screens know both by their public methods alone. */
function onthoudt<T>(vast: object): T {
  const doet = (doel: object, naam: string) => (naam in doel ? Reflect.get(doel, naam) : (...wat: unknown[]) => void gevraagd.push([naam, wat]));
  return new Proxy(vast, { get: doet as ProxyHandler<object>["get"] & {} }) as T;
}

async function toon(beeld: Inleesbeeld | null, { nietGeladen = false, plek = IN_EXCEL } = {}): Promise<void> {
  const stroom = beeld && onthoudt<Inlezen>({ getSnapshot: () => beeld, subscribe: () => () => undefined });
  const fase: Inleesfase = { fase: "inlezen", naam: "De Klimop", beleid: null, stroom, nietGeladen };
  const sessie = onthoudt<Sessie>({ plek, getSnapshot: () => fase, subscribe: () => () => undefined });
  await teken(<Paneel sessie={sessie} />);
  for (let i = 0; i < 100 && document.querySelector("main") === null; i++) await act(() => new Promise((klaar) => setTimeout(klaar, 20)));
}

const tekst = () => document.body.textContent ?? "";
const klik = (naam: string) =>
  act(async () => {
    const gevonden = [...document.querySelectorAll<HTMLElement>("button, label")].find((knop) => knop.textContent === naam);
    if (!gevonden) throw new Error(`Geen ${naam} in: ${tekst()}`);
    gevonden.click();
  });

async function toegankelijk(): Promise<void> {
  // Colours need a real browser; they are looked at there.
  const { violations } = await axe.run(document, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(" ")}`)).toEqual([]);
}

function formulier(maand: number, ...rijen: Partial<Rij>[]): Formulier {
  // The form of a month, as leesPeriode would answer it.
  return { sleutel: `f${maand}`, naam: `Bestand ${maand}`, maand: `2026-0${maand}` as Periode, rijen: rijen.map((deel, i) => ({ rij: i + 5, waarden: eenvormig(rij(deel), 1900) })) };
}

const GELEZEN: Bestandsregel = { nummer: 1, naam: "formulier januari 2026", stand: { soort: "gelezen", maanden: [], zaken: 2, overgeslagen: 1, weggelaten: 1, namen: 3 } };
const MIS: Bestandsregel = { nummer: 2, naam: "…", stand: { soort: "onleesbaar", melding: "Het bestand is leeg." } };

function overzicht(formulieren: Formulier[], deel: { registratie?: Formulier; bestanden?: Bestandsregel[]; antwoorden?: [string, string][]; melding?: { soort: "veranderd" } } = {}): Inleesbeeld {
  const samen = voegFormulierenSamen(formulieren, deel.registratie ?? null, new Map(deel.antwoorden));
  return { stap: "overzicht", bestanden: deel.bestanden ?? [GELEZEN], samen, open: samen.vragen.filter(({ antwoord }) => antwoord === null).length, bezig: false, melding: deel.melding ?? null };
}

test("before anything is chosen it says that names are left out, and that nothing leaves the computer", async () => {
  await toon({ stap: "kiezen" });
  expect(tekst()).toContain("Namen, telefoonnummers en e-mailadressen van medewerkers worden weggelaten");
  expect(tekst()).toContain("nergens heen gestuurd");
  expect(document.activeElement?.textContent).toBe("Oude formulieren inlezen");
  const invoer = document.querySelector("input");
  expect([invoer?.multiple, invoer?.accept]).toEqual([true, ".xlsx,.xlsm,.xls,.csv"]);
  await toegankelijk();
  await klik("Terug");
  expect(gevraagd).toEqual([["stopInlezen", []]]);
});

test("while files are read each shows how far it is", async () => {
  await toon({ stap: "lezen", bestanden: [{ ...GELEZEN, stand: { soort: "geopend" } }, { ...MIS, stand: { soort: "bezig" } }, { nummer: 3, naam: "", stand: { soort: "wacht" } }] });
  expect(tekst()).toContain("1 van 3 bestanden gelezen");
  expect(tekst()).toContain("Bestand 2Wordt gelezen…");
  await toegankelijk();
});

test("what words mean is asked for all files together", async () => {
  const vraag: Vraag = { soort: "waarden", veld: "stap5", kop: "Besluit", kolom: "F", zin: "Wat betekent dit?", woorden: [{ woord: "wijkteam", aantal: 3, voorstel: "hulp", voorbeelden: [] }], mogelijk: ["hulp", "melding"] };
  await toon({ stap: "koppelen", bestanden: [GELEZEN, MIS], vragen: [vraag], open: 1, melding: null });
  expect(tekst()).toContain("voor alle 2 bestanden samen");
  await toegankelijk();
  await klik("Verder");
  expect(document.activeElement?.textContent).toBe("Wat betekent dit?");
  await klik("Zo klopt het");
  expect(gevraagd).toEqual([["beantwoordKoppelvraag", ["waarden stap5 F", { wijkteam: "hulp" }]]]);
});

test("the summary says what will be added, and its button adds it", async () => {
  await toon(overzicht([formulier(1, { kenmerk: "A" }, { kenmerk: "B" }), formulier(2, { kenmerk: "A" })], { bestanden: [GELEZEN, MIS] }));
  expect(document.querySelector("h1")?.textContent).toBe("2 zaken in 1 bestand");
  expect(tekst()).toContain("1 zaak kwam in meer dan één formulier voor");
  expect(tekst()).toContain("Namen en bereikbaarheid van medewerkers zijn weggelaten.");
  expect(tekst()).toContain("1 bestand is niet gelezen");
  expect(tekst()).toContain("Bestand 2Het bestand is leeg.");
  expect(tekst()).toContain("1 regel zonder datum en antwoorden overgeslagen.");
  await toegankelijk();
  await klik("2 zaken toevoegen");
  expect(gevraagd).toEqual([["voegToe", []]]);
});

test("that adding can be undone is said only where it can", async () => {
  const beeld = overzicht([formulier(1, { kenmerk: "A" })]);
  await toon(beeld);
  expect(tekst()).toContain("in één keer ongedaan maken");
  await toon(beeld, { plek: opPagina({ kiesOpnieuw: () => undefined, bewaar: () => undefined }) });
  expect(tekst()).not.toContain("ongedaan");
  expect(tekst()).toContain("Bewaar daarna het bestand");
});

test("rows that may be one case stand side by side with their month, and nothing can be added before the answer", async () => {
  await toon(overzicht([formulier(1, {}), formulier(2, {})]));
  expect([...document.querySelectorAll("th[scope=col]")].map((th) => th.textContent)).toEqual(["januari 2026 (Bestand 1, rij 5)", "februari 2026 (Bestand 2, rij 5)"]);
  expect(tekst()).toContain("precies gelijk. Toch kunnen het twee kinderen zijn.");
  expect(document.querySelector("input:checked")).toBeNull();
  await toegankelijk();
  await klik("Naar de vraag");
  expect(document.activeElement?.textContent).toBe("Is dit dezelfde zaak?");
  await klik("Ja, het is één zaak");
  await klik("Nee, het zijn twee zaken");
  expect(gevraagd).toEqual([["beantwoord", ["f2 5", "f1 5"]], ["beantwoord", ["f2 5", ANDERE_ZAAK]]]);
});

test("of several that it may be, each can be chosen", async () => {
  await toon(overzicht([formulier(1, {}, {}), formulier(2, {}), formulier(3, {})], { antwoorden: [["f2 5", ANDERE_ZAAK]] }));
  await toegankelijk();
  await klik("Dezelfde als januari 2026 (Bestand 1, rij 6)");
  expect(gevraagd).toContainEqual(["beantwoord", [expect.any(String), "f1 6"]]);
});

test("a difference is chosen from by its value, with where that comes from", async () => {
  await toon(overzicht([formulier(1, { kenmerk: "K", sisa: "Ja" }), formulier(2, { kenmerk: "K", sisa: "Nee" })]));
  expect(tekst()).toContain("Wat is juist bij SISA-signaal?De zaak K, gestart op 12-1-2026.");
  await toegankelijk();
  await klik("Nee, volgens februari 2026 (Bestand 2, rij 5)");
  expect(gevraagd).toEqual([["beantwoord", ["sisa f1 5", "nee"]]]);
});

test("many of the same question can be answered at once", async () => {
  const dagen = [45700, 45701, 45702].map((startdatum) => ({ startdatum }));
  await toon(overzicht([formulier(1, ...dagen), formulier(2, ...dagen)]));
  await toegankelijk();
  await klik("Steeds een andere zaak");
  expect(gevraagd).toEqual([["beantwoordAlle", [false]]]);
});

test("what the list says otherwise is told, and with nothing to add the button goes back", async () => {
  const registratie = { ...formulier(1, { kenmerk: "K", sisa: "Nee" }), sleutel: "registratie", naam: "", maand: null };
  await toon(overzicht([formulier(2, { kenmerk: "K", sisa: "Ja" })], { registratie }));
  expect(tekst()).toContain("1 zaak staat al in uw lijst");
  expect(tekst()).toContain("Rij 5, SISA-signaal: in uw lijst Nee, in februari 2026 (Bestand 2, rij 5) Ja.");
  expect(tekst()).toContain("Er is niets toe te voegen.");
  await toegankelijk();
  await klik("Terug");
  expect(gevraagd).toEqual([["stopInlezen", []]]);
});

test.each<[string, Inleesbeeld | null, string]>([
  ["when the list changed meanwhile", overzicht([formulier(1, {})], { melding: { soort: "veranderd" } }), "De lijst is intussen veranderd"],
  ["when an own list is read", { stap: "kan-niet", reden: "eigen-lijst" }, "eigen lijst"],
  ["when the sheet is protected", { stap: "kan-niet", reden: "beveiligd" }, "beveiligd"],
  ["when Excel does not answer", { stap: "kan-niet", reden: "werkboek", melding: "Excel antwoordt niet." }, "Excel antwoordt niet."],
  ["when the part could not be loaded", null, "Controleer de verbinding"],
])("%s that is told, and there is a way on", async (_wanneer, beeld, zin) => {
  await toon(beeld, { nietGeladen: true });
  expect(tekst()).toContain(zin);
  await toegankelijk();
  await klik("Terug");
  expect(gevraagd).toEqual([["stopInlezen", []]]);
});
