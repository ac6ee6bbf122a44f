/** Twelve old forms become one registratie: what a user is asked, what comes of the answers, and what never comes along. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { Lijst } from "../../src/meldcode/lijst";
import { kolommen, OPTIES, rij, serie } from "../../src/meldcode/testtaal";
import type { Rij } from "../../src/meldcode/veld";
import { type Inleesbeeld, Inlezen } from "../../src/taskpane/sessie/inlezen";
import { sleutelVan } from "../../src/taskpane/sessie/koppelen/vragen";
import { Testwerkboek } from "../../src/taskpane/sessie/testwerkboek";
import { Werkboekfout } from "../../src/workbook/werkboek";
import { ANTWOORDEN, VERWACHT, WOORDEN, verwachteRijen } from "./verwachting";

/** Stands in the heading, in columns, below the lists and in names of files. */
const KANARIE = /kanarie|vogelzang|petra/i;

const bestand = (naam: string, bytes: Uint8Array = readFileSync(path.join(__dirname, naam))) => ({ naam, lees: async () => new Uint8Array(bytes) });
const alle = () => VERWACHT.bestanden.map((naam) => bestand(naam));

interface Loop {
  readonly werkboek: Testwerkboek;
  readonly inlezen: Inlezen;
  /** Every state that a screen could have shown. */
  readonly beelden: Inleesbeeld[];
  readonly klaar: number[];
}

function begin(werkboek = leeg()): Loop {
  const beelden: Inleesbeeld[] = [];
  const klaar: number[] = [];
  const inlezen = new Inlezen({ werkboek, sisaLabel: "SISA-signaal", opKlaar: (zaken) => klaar.push(zaken) });
  inlezen.subscribe(() => beelden.push(inlezen.getSnapshot()));
  return { werkboek, inlezen, beelden, klaar };
}

function leeg(): Testwerkboek {
  const werkboek = new Testwerkboek();
  werkboek.inPlaatsVanLijst = { soort: "geen-lijst" };
  return werkboek;
}

function stap<S extends Inleesbeeld["stap"]>(inlezen: Inlezen, verwacht: S): Extract<Inleesbeeld, { stap: S }> {
  const beeld = inlezen.getSnapshot();
  if (beeld.stap !== verwacht) throw new Error(`Niet ${verwacht} maar ${JSON.stringify(beeld)}`);
  // The line above says which it is.
  return beeld as Extract<Inleesbeeld, { stap: S }>;
}

async function beantwoordWoorden(inlezen: Inlezen): Promise<number> {
  const { vragen } = stap(inlezen, "koppelen");
  for (const vraag of vragen) {
    if (vraag.soort !== "waarden") throw new Error(`Onverwachte vraag: ${vraag.zin}`);
    inlezen.beantwoordKoppelvraag(sleutelVan(vraag), Object.fromEntries(vraag.woorden.map(({ woord }) => [woord, WOORDEN[woord] ?? ""])));
  }
  await inlezen.verder();
  return vragen.length;
}

/** Answers by where the rows stand, as a person would who knows the cases. */
function beantwoordZaken(inlezen: Inlezen): number {
  let gevraagd = 0;
  for (;;) {
    const [vraag] = stap(inlezen, "overzicht").samen.vragen.filter(({ antwoord }) => antwoord === null);
    if (!vraag) return gevraagd;
    gevraagd += 1;
    const { kenmerk, startdatum } = (vraag.soort === "verschil" ? vraag.leden[0]?.rij.waarden : vraag.lid.rij.waarden) ?? rij();
    const zaak = ANTWOORDEN.find((a) => a.kenmerk === kenmerk && serie(a.startdatum) === startdatum && a.soort === vraag.soort);
    if (!zaak) throw new Error(`Onverwachte vraag over ${String(kenmerk)} ${String(startdatum)}`);
    const antwoord = vraag.soort === "verschil" ? vraag.keuzes.find(({ waarde }) => waarde === zaak.antwoord)?.sleutel : zaak.antwoord === "dezelfde" ? vraag.kandidaten[0]?.zaak : "andere";
    inlezen.beantwoord(vraag.id, antwoord ?? "");
  }
}

async function doorloop(loop: Loop, bestanden = alle()): Promise<void> {
  await loop.inlezen.kies(bestanden);
  await beantwoordWoorden(loop.inlezen);
  beantwoordZaken(loop.inlezen);
  await loop.inlezen.voegToe();
}

const zonderVolgorde = (rijen: readonly Rij[]) => rijen.map((r) => JSON.stringify(r)).toSorted();

test("are read with at most three questions about columns and words, and give the rows and counts stated beside them", async () => {
  const loop = begin();
  await loop.inlezen.kies(alle());
  expect(await beantwoordWoorden(loop.inlezen)).toBeLessThanOrEqual(3);
  const { bestanden, samen } = stap(loop.inlezen, "overzicht");
  expect(bestanden.map(({ stand }) => stand.soort === "gelezen" && [stand.maanden, stand.zaken])).toEqual(VERWACHT.maanden.map((maand, i) => [[maand], VERWACHT.regels[i]]));
  expect(samen.vragen).toHaveLength(ANTWOORDEN.length);
  beantwoordZaken(loop.inlezen);
  expect(stap(loop.inlezen, "overzicht").samen).toMatchObject({ zaken: VERWACHT.zaken, vaker: VERWACHT.vaker, alAanwezig: 0 });
  expect(loop.werkboek.rijen).toEqual([]);
  await loop.inlezen.voegToe();
  expect(loop.werkboek.rijen).toEqual(verwachteRijen());
  expect(loop.klaar).toEqual([VERWACHT.zaken]);
});

test("leave a list that can be sent as it is", async () => {
  const loop = begin();
  await doorloop(loop);
  expect(new Lijst(kolommen(loop.werkboek.rijen), OPTIES)).toMatchObject({ zaken: VERWACHT.zaken, aantalFouten: 0 });
});

test("leave no trace of an employee: not in the rows, nor in any state on the way", async () => {
  expect(VERWACHT.bestanden.filter((naam) => KANARIE.test(naam)).length).toBeGreaterThan(1);
  const loop = begin();
  await doorloop(loop);
  expect(JSON.stringify(loop.werkboek.rijen)).not.toMatch(KANARIE);
  expect(loop.beelden.length).toBeGreaterThan(20);
  expect(JSON.stringify(loop.beelden)).not.toMatch(KANARIE);
});

test("give the same rows in any order, and when files are chosen twice", async () => {
  const loop = begin();
  await doorloop(loop, [...alle().toReversed(), bestand("kopie.xlsx", readFileSync(path.join(__dirname, VERWACHT.bestanden[1] ?? ""))), ...alle().slice(3, 6)]);
  expect(loop.werkboek.rijen).toEqual(verwachteRijen());
  const dubbel = stap({ getSnapshot: () => loop.beelden.findLast(({ stap: s }) => s === "overzicht") } as Inlezen, "overzicht").bestanden.filter(({ stand }) => stand.soort === "dubbel");
  expect(dubbel.map(({ nummer }) => nummer)).toEqual([13, 14, 15, 16]);
});

test("add nothing the second time", async () => {
  const loop = begin();
  await doorloop(loop);
  await loop.inlezen.kies(alle());
  await beantwoordWoorden(loop.inlezen);
  // Without a reference nothing says that it is the same case: that is asked, and answered for all at once where there is one choice.
  loop.inlezen.beantwoordAlle(true);
  const gekozen = new Set<string>();
  for (;;) {
    const [vraag] = stap(loop.inlezen, "overzicht").samen.vragen.filter(({ antwoord }) => antwoord === null);
    if (vraag?.soort !== "zelfde-zaak") break;
    const zaak = vraag.kandidaten.map((kandidaat) => kandidaat.zaak).find((kandidaat) => !gekozen.has(kandidaat)) ?? "";
    gekozen.add(zaak);
    loop.inlezen.beantwoord(vraag.id, zaak);
  }
  expect(stap(loop.inlezen, "overzicht").samen).toMatchObject({ rijen: [], alAanwezig: VERWACHT.zaken });
});

test("join a list that has some of the cases already, and tell where it says otherwise", async () => {
  const eerste = { ...rij({ kenmerk: "ZB-01", startdatum: serie("6-1-2025"), sisa: "Nee", consultatie: "Intern", stap5: "Hulp", einddatum: serie("20-1-2025") }) };
  const loop = begin(new Testwerkboek([eerste]));
  await doorloop(loop);
  expect(loop.werkboek.rijen[0]).toEqual(eerste);
  expect(zonderVolgorde(loop.werkboek.rijen.slice(1))).toEqual(zonderVolgorde(verwachteRijen().slice(1)));
  const overzicht = loop.beelden.findLast(({ stap: s }) => s === "overzicht");
  expect(overzicht).toMatchObject({ samen: { alAanwezig: 1, afwijkingen: [{ rij: 2, veld: "sisa", keuzes: [{ waarde: "Ja" }] }] } });
});

describe("what goes wrong", () => {
  test("is told of each file by its own sentence, and the rest is read", async () => {
    const goed = readFileSync(path.join(__dirname, VERWACHT.bestanden[0] ?? ""));
    const loop = begin();
    await loop.inlezen.kies([bestand("leeg.xlsx", new Uint8Array()), bestand("half.xlsx", goed.subarray(0, 2000)), bestand("brief.xlsx", new TextEncoder().encode("Beste collega")), bestand("tekst.csv", new TextEncoder().encode("melk;brood\r\n1;2\r\n")), bestand("januari 2025.xlsx", goed), { naam: "weg.xlsx", lees: () => Promise.reject(new Error("NotFound")) }]);
    const { bestanden, samen } = stap(loop.inlezen, "overzicht");
    expect(bestanden.map(({ stand }) => stand.soort)).toEqual(["onleesbaar", "onleesbaar", "onleesbaar", "geen-lijst", "gelezen", "onleesbaar"]);
    const zinnen = bestanden.flatMap(({ stand }) => (stand.soort === "onleesbaar" ? [stand.melding] : []));
    expect(zinnen).toEqual([expect.stringContaining("leeg"), expect.any(String), expect.any(String), null]);
    expect(samen.zaken).toBe(5);
  });

  test("nothing is written while a question is open", async () => {
    const loop = begin();
    await loop.inlezen.kies(alle());
    await loop.inlezen.verder();
    expect(stap(loop.inlezen, "koppelen").open).toBe(2);
    await beantwoordWoorden(loop.inlezen);
    await loop.inlezen.voegToe();
    expect([loop.klaar, loop.werkboek.rijen]).toEqual([[], []]);
  });

  test("when writing fails, that is told and the answers stay; trying again adds the rows once", async () => {
    const loop = begin();
    loop.werkboek.faalt.voegToe = new Werkboekfout("cel-in-bewerking", "U bewerkt een cel.");
    await doorloop(loop);
    expect(stap(loop.inlezen, "overzicht")).toMatchObject({ open: 0, bezig: false, melding: { soort: "werkboek", tekst: "U bewerkt een cel." } });
    await loop.inlezen.voegToe();
    expect(loop.werkboek.rijen).toEqual(verwachteRijen());
  });

  test("when a colleague added one of the cases meanwhile, the summary is shown again before anything is written", async () => {
    const loop = begin(new Testwerkboek([rij({ kenmerk: "X", startdatum: serie("1-1-2024") })]));
    await loop.inlezen.kies(alle());
    await beantwoordWoorden(loop.inlezen);
    beantwoordZaken(loop.inlezen);
    loop.werkboek.rijen = [...loop.werkboek.rijen, ...verwachteRijen().slice(0, 2)];
    await loop.inlezen.voegToe();
    expect(stap(loop.inlezen, "overzicht")).toMatchObject({ melding: { soort: "veranderd" }, samen: { alAanwezig: 2 } });
    expect(loop.werkboek.rijen).toHaveLength(3);
    await loop.inlezen.voegToe();
    expect(loop.werkboek.rijen).toHaveLength(1 + VERWACHT.zaken);
  });

  test("a list that cannot be read is told before anything else is asked of the user", async () => {
    const loop = begin();
    loop.werkboek.faalt.lees = new Werkboekfout("antwoordt-niet", "Excel antwoordt niet.");
    await loop.inlezen.kies([bestand(VERWACHT.bestanden[0] ?? "")]);
    expect(loop.inlezen.getSnapshot()).toEqual({ stap: "kan-niet", reden: "werkboek", melding: "Excel antwoordt niet." });
  });

  test("other files chosen meanwhile take the place of the first ones", async () => {
    const loop = begin();
    const eerst = loop.inlezen.kies(alle());
    await loop.inlezen.kies([bestand(VERWACHT.bestanden[0] ?? "")]);
    await eerst;
    expect(stap(loop.inlezen, "overzicht").bestanden).toHaveLength(1);
  });
});
