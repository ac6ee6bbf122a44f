import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Bron } from "../../src/meldcode/koppeling/celblad";
import { koppelingSchema } from "../../src/meldcode/koppeling/koppeling";
import { serie } from "../../src/meldcode/testtaal";
import type { Cel } from "../../src/meldcode/veld";
import type { Koppelbeeld, Koppelen, Voorstelbeeld } from "../../src/taskpane/sessie/koppelen/koppelen";
import { sleutelVan } from "../../src/taskpane/sessie/koppelen/vragen";
import { leesBron } from "../../src/workbook/bron";
import { maakBestandWerkboek } from "../../src/workbook/bestand/bestandWerkboek";
import { Werkboekfout } from "../../src/workbook/werkboek";
import { Taakvenster } from "./taakvenster";

/** Eigen lijst gebruiken, as the session goes through it: from a workbook without a list of ours to the receipt. */

const LIJSTEN = path.resolve(__dirname, "../eigenlijsten");
const IN_JUNI = new Date("2026-06-15T10:00:00Z");

interface Verwachting {
  readonly bestand: string;
  readonly zaken: number;
  readonly maanden: Readonly<Record<string, { readonly gestart: number; readonly afgesloten: number }>>;
  readonly vragen: readonly { readonly soort: string; readonly veld?: string; readonly antwoord: unknown }[];
}

function verwachting(bestand: string): Verwachting {
  return JSON.parse(readFileSync(path.join(LIJSTEN, bestand.replace(/\.\w+$/, ".json")), "utf8"));
}

/** The pane over a workbook with these sheets and no list of ours. */
async function vensterMet(bron: Bron): Promise<Taakvenster> {
  const venster = await Taakvenster.nieuw([]);
  venster.klok.nu = IN_JUNI;
  venster.werkboek.bron = bron;
  venster.werkboek.inPlaatsVanLijst = { soort: "geen-lijst" };
  await venster.sessie.open();
  await venster.sessie.activeer(venster.activeringscode);
  return venster;
}

async function vensterVan(bestand: string): Promise<Taakvenster> {
  return vensterMet(await leesBron(bestand, readFileSync(path.join(LIJSTEN, bestand))));
}

/** Presses Eigen lijst gebruiken. */
async function koppel(venster: Taakvenster): Promise<Koppelen> {
  await venster.sessie.koppel();
  const beeld = venster.sessie.getSnapshot();
  if (beeld.fase !== "koppelen" || !beeld.stroom) throw new Error(`Er wordt niets gekoppeld maar ${beeld.fase}.`);
  return beeld.stroom;
}

function voorstel(stroom: Koppelen): Voorstelbeeld {
  const beeld: Koppelbeeld = stroom.getSnapshot();
  if (beeld.stap !== "voorstel") throw new Error(`Geen voorstel maar ${JSON.stringify(beeld)}`);
  return beeld;
}

const open = (stroom: Koppelen) => voorstel(stroom).vragen.filter(({ antwoord }) => antwoord === undefined);

/** Answers what is asked as is stated beside the list; answers how many questions that were. */
function antwoordAlles(stroom: Koppelen, antwoorden: Verwachting["vragen"]): number {
  let aantal = 0;
  for (let vraag = open(stroom)[0]; vraag; vraag = open(stroom)[0]) {
    const gevraagd = vraag;
    const antwoord = antwoorden.find((a) => a.soort === gevraagd.soort && (a.veld === undefined || ("veld" in gevraagd && a.veld === gevraagd.veld)))?.antwoord;
    const letter = vraag.soort === "kolom" && typeof antwoord === "string" ? (vraag.keuzes.find(({ kop }) => kop === antwoord)?.kolom ?? antwoord) : antwoord;
    // What stands in a json fits the question it is written for.
    stroom.beantwoord(sleutelVan(vraag), letter as never);
    if ((aantal += 1) > 10) throw new Error(`Er blijft gevraagd worden: ${vraag.zin}`);
  }
  return aantal;
}

async function gekoppeld(bestand: string): Promise<Taakvenster> {
  const venster = await vensterVan(bestand);
  const stroom = await koppel(venster);
  antwoordAlles(stroom, verwachting(bestand).vragen);
  await stroom.gebruik();
  return venster;
}

const BESTANDEN = readdirSync(LIJSTEN).filter((naam) => /\.(xlsx|csv)$/.test(naam));

describe("from an own list to the receipt", () => {
  test.each(BESTANDEN)("%s is mapped with the questions stated beside it, and its counts arrive", async (bestand) => {
    const { zaken, vragen, maanden } = verwachting(bestand);
    const venster = await vensterVan(bestand);
    const stroom = await koppel(venster);
    expect(antwoordAlles(stroom, vragen)).toBe(vragen.length);
    expect(voorstel(stroom).uitslag?.zaken).toBe(zaken);
    await stroom.gebruik();
    expect(venster.lijst).toMatchObject({ zaken, oordeel: { soort: "klaar" } });
    await venster.sessie.verzend();
    expect(venster.verzending.soort).toBe("ontvangen");
    const [staat] = await venster.gemeente.staten();
    const gestart = JSON.parse(staat?.inhoud ?? "{}").maanden.filter((m: { gestart: number }) => m.gestart > 0);
    expect(Object.fromEntries(gestart.map(({ periode, ...aantallen }: { periode: string }) => [periode, aantallen]))).toEqual(maanden);
  });

  test("what is not certain is never assumed: with a question open, nothing is kept", async () => {
    const venster = await vensterVan("basisschool.xlsx");
    const stroom = await koppel(venster);
    await stroom.gebruik();
    expect(venster.werkboek.koppeling).toBeNull();
    expect(voorstel(stroom)).toMatchObject({ open: 2, uitslag: null });
  });

  test("an answer can be given otherwise before the list is used", async () => {
    const venster = await vensterVan("ouderenzorg.xlsx");
    const stroom = await koppel(venster);
    antwoordAlles(stroom, verwachting("ouderenzorg.xlsx").vragen);
    const filter = voorstel(stroom).vragen.find(({ soort }) => soort === "filter");
    const eerst = voorstel(stroom).uitslag;
    if (!filter) throw new Error("Er is niet naar de soort gevraagd.");
    stroom.beantwoord(sleutelVan(filter), ["valincident"]);
    expect(voorstel(stroom).uitslag?.zaken).toBeGreaterThan(eerst?.zaken ?? Infinity);
    stroom.beantwoord(sleutelVan(filter), ["valincident", "medicatie", "agressie"]);
    expect(voorstel(stroom).uitslag).toEqual(eerst);
  });

  test("after Terug nothing changed, and Registratie starten is there as before", async () => {
    const venster = await vensterVan("basisschool.xlsx");
    await koppel(venster);
    venster.sessie.stopKoppelen();
    expect(venster.sessie.getSnapshot()).toMatchObject({ fase: "werkmap", probleem: { soort: "geen-lijst" } });
    expect(venster.werkboek.koppeling).toBeNull();
  });

  test("headers and words stay in the workbook: nothing of them is stored or sent", async () => {
    const venster = await gekoppeld("basisschool.xlsx");
    await venster.sessie.verzend();
    const sporen = JSON.stringify([venster.gemeente.verzoeken, [...venster.opslag.inhoud], await venster.gemeente.staten()]);
    expect(sporen).not.toMatch(/wijkteam|zorgmelding|leerlingnummer|schooljaar/i);
    expect(venster.gemeente.verzoeken.some(({ methode }) => methode === "PUT")).toBe(true);
  });
});

describe("changing what was recognised", () => {
  test("another column for a field brings up the questions about its words, and no others", async () => {
    const venster = await vensterVan("welzijn.xlsx");
    const stroom = await koppel(venster);
    expect(open(stroom)).toEqual([]);
    const team = voorstel(stroom).kolommen.filter(({ kop }) => kop === "Team");
    stroom.kiesKolom("consultatie", team);
    expect(open(stroom)).toMatchObject([{ soort: "waarden", veld: "consultatie", kolom: "C" }]);
    expect(voorstel(stroom).voorstel.kolommen.filter(({ veld }) => veld === "team")).toEqual([]);
  });

  test("a word can mean something else than was read", async () => {
    const venster = await vensterVan("welzijn.xlsx");
    const stroom = await koppel(venster);
    stroom.kiesBetekenis("consultatie", "Geconsulteerd", "beide", "extern");
    await stroom.gebruik();
    expect(venster.werkboek.koppeling?.velden.consultatie?.kolommen[0]?.waarden).toMatchObject({ beide: "extern" });
  });

  test("what was agreed is asked again when one wants to", async () => {
    const venster = await gekoppeld("ouderenzorg.xlsx");
    const stroom = await koppel(venster);
    expect(open(stroom)).toEqual([]);
    for (const afspraak of voorstel(stroom).afspraken) stroom.herzie(afspraak);
    expect(open(stroom).map(({ soort }) => soort).sort()).toEqual(["filter", "leeftijd"]);
    antwoordAlles(stroom, verwachting("ouderenzorg.xlsx").vragen);
    await stroom.gebruik();
    expect(venster.lijst.zaken).toBe(6);
  });

  test("a sheet less, and the last one stays", async () => {
    const venster = await vensterVan("kinderopvang.xlsx");
    const stroom = await koppel(venster);
    const [januari, februari, maart] = voorstel(stroom).bladen;
    for (const blad of [januari, februari, maart]) if (blad) stroom.kiesBlad(blad.sleutel, false);
    expect(voorstel(stroom).bladen.filter(({ gekozen }) => gekozen).map(({ bereik }) => bereik.blad)).toEqual(["Maart"]);
    expect(open(stroom)).toEqual([]);
  });

  test("a hidden sheet belongs to the list only when it is chosen", async () => {
    const bron = await leesBron("kinderopvang.xlsx", readFileSync(path.join(LIJSTEN, "kinderopvang.xlsx")));
    const venster = await vensterMet({ ...bron, bladen: bron.bladen.map((blad) => (blad.blad === "Februari" ? { ...blad, zichtbaar: false } : blad)) });
    const stroom = await koppel(venster);
    const bladen = () => voorstel(stroom).bladen.map(({ bereik, zichtbaar, gekozen }) => [bereik.blad, zichtbaar, gekozen]);
    expect(bladen()).toEqual([["Januari", true, true], ["Maart", true, true], ["Februari", false, false]]);
    stroom.kiesBlad(voorstel(stroom).bladen[2]?.sleutel ?? "", true);
    expect(bladen()[2]).toEqual(["Februari", false, true]);
  });
});

const KOPPEN = ["Nr", "Startdatum", "SISA-signaal", "Consultatie", "Stap 5", "Einddatum"];
const zaak = (nr: string, ...rest: Cel[]): Cel[] => [nr, serie("3-2-2026"), "Ja", "Intern", "Hulp", serie("20-2-2026")].map((cel, i) => rest[i - 1] ?? cel);

function blad(rijen: readonly (readonly Cel[])[], naam = "Lijst", eerste = 1): Bron["bladen"][number] {
  return { blad: naam, zichtbaar: true, rijen: new Map(rijen.map((rij, i) => [eerste + i, [undefined, ...rij]])) };
}

const bronMet = (...bladen: Bron["bladen"][number][]): Bron => ({ bladen, datumstelsel: 1900, datumsZijnTekst: false });

describe("where nothing is recognised", () => {
  test("it says so, and one points at the sheet and the row of the headers", async () => {
    const venster = await vensterMet(bronMet(blad([["a", "b", "c"], ["toen", "S", "C"], [serie("3-2-2026"), "ja", "intern"]])));
    const stroom = await koppel(venster);
    expect(stroom.getSnapshot()).toMatchObject({ stap: "fout", waarom: "geen-lijst", melding: expect.stringContaining("geen lijst herkend") });
    stroom.wijsAan();
    expect(stroom.getSnapshot().stap).toBe("aanwijzen");
    stroom.kiesPlekken(new Map([["Lijst", 2]]));
    expect(open(stroom).map((vraag) => vraag.soort)).toContain("kolom");
    expect(voorstel(stroom).kolommen.map(({ kop }) => kop)).toEqual(["toen", "S", "C"]);
  });

  test("an empty workbook has nothing to point at", async () => {
    const stroom = await koppel(await vensterMet(bronMet()));
    expect(stroom.getSnapshot()).toMatchObject({ stap: "fout", waarom: "leeg" });
  });
});

describe("when the workbook does not go along", () => {
  test("reading that fails is told, and tried again", async () => {
    const venster = await vensterVan("welzijn.xlsx");
    venster.werkboek.faalt.leesBron = new Werkboekfout("antwoordt-niet", "Excel antwoordt niet.");
    const stroom = await koppel(venster);
    expect(stroom.getSnapshot()).toMatchObject({ stap: "fout", melding: "Excel antwoordt niet." });
    await stroom.begin();
    expect(voorstel(stroom).open).toBe(0);
  });

  test("keeping that fails is told, and what was chosen stands", async () => {
    const venster = await vensterVan("basisschool.xlsx");
    const stroom = await koppel(venster);
    antwoordAlles(stroom, verwachting("basisschool.xlsx").vragen);
    venster.werkboek.faalt.bewaarKoppeling = new Werkboekfout("beveiligd", "De werkmap is beveiligd.");
    await stroom.gebruik();
    expect(voorstel(stroom)).toMatchObject({ melding: "De werkmap is beveiligd.", open: 0, bezig: false });
    await stroom.gebruik();
    expect(venster.lijst.zaken).toBe(9);
  });
});

describe("later on", () => {
  test("each later month is typed and sent, and nothing is asked", async () => {
    const venster = await gekoppeld("welzijn.xlsx");
    await venster.sessie.verzend();
    await venster.verzet(20 * 24 * 3600);
    const { plaats } = venster.lijst.inhoud;
    const laatste = plaats(venster.lijst.zaken - 1, "startdatum");
    // Below the last list on the sheet stands a total; the new row takes its place.
    const rij: [number, Cel][] = [[2, "N99"], [3, "Noord"], [4, serie("1-7-2026")], [5, "Ja"], [6, "Intern"], [7, "ja"], [8, "nee"], [9, serie("3-7-2026")]];
    for (const [kolom, waarde] of rij) venster.werkboek.zetInBron({ blad: laatste.blad, rij: laatste.rij + 1, kolom }, waarde);
    await venster.werkboek.typInBron({ blad: laatste.blad, rij: laatste.rij + 1, kolom: 9 }, serie("3-7-2026"));
    await venster.sessie.verzend();
    expect(venster.verzending.soort).toBe("ontvangen");
  });

  test("a new word is told, and only that word is asked", async () => {
    const venster = await gekoppeld("basisschool.xlsx");
    await venster.werkboek.typInBron(venster.lijst.inhoud.plaats(0, "stap5"), "Schoolmaatschappelijk werk");
    expect(venster.lijst.inhoud.gekoppeld?.waarschuwingen).toEqual([expect.stringContaining("Schoolmaatschappelijk werk")]);
    const stroom = await koppel(venster);
    expect(open(stroom)).toMatchObject([{ soort: "waarden", woorden: [{ woord: "schoolmaatschappelijk werk" }] }]);
    antwoordAlles(stroom, [{ soort: "waarden", veld: "stap5", antwoord: { "schoolmaatschappelijk werk": "hulp" } }]);
    await stroom.gebruik();
    expect(venster.lijst.inhoud.gekoppeld?.waarschuwingen).toEqual([]);
    expect(venster.werkboek.koppeling?.velden.stap5?.kolommen[0]?.waarden).toMatchObject({ zorgmelding: "melding", "schoolmaatschappelijk werk": "hulp" });
  });

  test("a new kind of row is told, and only that kind is asked", async () => {
    const venster = await gekoppeld("ouderenzorg.xlsx");
    const { filters } = koppelingSchema.parse(venster.werkboek.koppeling);
    await venster.werkboek.typInBron({ ...venster.lijst.inhoud.plaats(0, "startdatum"), kolom: (filters[0]?.kolom ?? "A").charCodeAt(0) - 64 }, "Vermissing");
    expect(venster.lijst.inhoud.gekoppeld?.waarschuwingen).toEqual([expect.stringContaining("Vermissing")]);
    const stroom = await koppel(venster);
    expect(open(stroom)).toMatchObject([{ soort: "filter", woorden: [{ woord: "vermissing" }] }]);
    antwoordAlles(stroom, [{ soort: "filter", antwoord: ["vermissing"] }]);
    await stroom.gebruik();
    expect(venster.lijst).toMatchObject({ zaken: 5, inhoud: { gekoppeld: { waarschuwingen: [] } } });
  });

  test("a renamed column is told, and after one yes it bears its new name", async () => {
    const venster = await gekoppeld("basisschool.xlsx");
    await venster.werkboek.typInBron({ blad: "Schooljaar 25-26", rij: 4, kolom: 7 }, "Hoe ging het verder");
    expect(venster.lijst.inhoud.gekoppeld?.waarschuwingen).toEqual([expect.stringContaining("Hoe ging het verder")]);
    const stroom = await koppel(venster);
    expect(open(stroom)).toMatchObject([{ soort: "naam", kop: "Vervolg", wordt: "Hoe ging het verder" }]);
    stroom.beantwoord("naam Vervolg Hoe ging het verder", true);
    await stroom.gebruik();
    expect(venster.werkboek.koppeling?.velden.stap5?.kolommen[0]).toMatchObject({ kop: "Hoe ging het verder", waarden: { zorgmelding: "melding" } });
    expect(venster.lijst.inhoud.gekoppeld?.waarschuwingen).toEqual([]);
  });

  test("a column that is called otherwise on one sheet is told, and after one yes known by both names", async () => {
    const venster = await gekoppeld("kinderopvang.xlsx");
    const vooraf = venster.lijst.inhoud.inhoud.einddatum;
    await venster.werkboek.typInBron({ blad: "Maart", rij: 3, kolom: 7 }, "Klaar per");
    const stroom = await koppel(venster);
    expect(open(stroom)).toMatchObject([{ soort: "naam", kop: "Datum afgesloten", wordt: "Klaar per" }]);
    stroom.beantwoord("naam Datum afgesloten Klaar per", true);
    await stroom.gebruik();
    expect(venster.lijst.inhoud.gekoppeld?.waarschuwingen).toEqual([]);
    expect(venster.lijst.inhoud.inhoud.einddatum).toEqual(vooraf);
  });

  test("when that is another column after all, it is asked which one", async () => {
    const venster = await gekoppeld("basisschool.xlsx");
    await venster.werkboek.typInBron({ blad: "Schooljaar 25-26", rij: 4, kolom: 7 }, "Lievelingskleur");
    const stroom = await koppel(venster);
    stroom.beantwoord("naam Vervolg Lievelingskleur", false);
    expect(open(stroom)).toMatchObject([{ soort: "kolom", veld: "stap5" }]);
  });

  test("a column that is gone has its own screen, and mapping again keeps what was chosen", async () => {
    const venster = await vensterMet(bronMet(blad([[...KOPPEN.slice(0, 4), "Vervolg", "Afgesloten"], zaak("1"), zaak("2")])));
    const eerst = await koppel(venster);
    antwoordAlles(eerst, [{ soort: "kolom", veld: "stap5", antwoord: "Vervolg" }, { soort: "kolom", veld: "einddatum", antwoord: "Afgesloten" }]);
    await eerst.gebruik();
    await venster.werkboek.typInBron({ blad: "Lijst", rij: 1, kolom: 6 }, "Startdatum");
    expect(venster.sessie.getSnapshot()).toMatchObject({ fase: "werkmap", probleem: { soort: "koppeling-past-niet" } });
    const stroom = await koppel(venster);
    expect(open(stroom).map((vraag) => ("veld" in vraag ? vraag.veld : vraag.soort))).toEqual(["einddatum"]);
  });
});

describe("next year's file", () => {
  const VORIG_JAAR = "basisschool.xlsx";

  /** The workbook of this year as it was kept, with its mapping in it. */
  async function bewaardeWerkmap(): Promise<Uint8Array> {
    const { koppeling } = (await gekoppeld(VORIG_JAAR)).werkboek;
    const bestand = await maakBestandWerkboek(VORIG_JAAR, readFileSync(path.join(LIJSTEN, VORIG_JAAR)));
    await bestand.bewaarKoppeling(koppelingSchema.parse(koppeling));
    return bestand.bytes;
  }

  async function nieuweWerkmap(): Promise<Koppelen> {
    const bron = await leesBron(VORIG_JAAR, readFileSync(path.join(LIJSTEN, VORIG_JAAR)));
    return koppel(await vensterMet({ ...bron, bladen: bron.bladen.map((b) => ({ ...b, blad: "Schooljaar 26-27" })) }));
  }

  test("takes the mapping over from last year's, and nothing is asked", async () => {
    const stroom = await nieuweWerkmap();
    expect(open(stroom)).toHaveLength(2);
    await stroom.neemOver(VORIG_JAAR, await bewaardeWerkmap());
    expect(open(stroom)).toEqual([]);
    expect(voorstel(stroom).bladen.map(({ bereik }) => bereik.blad)).toEqual(["Schooljaar 26-27"]);
  });

  test.each([
    ["a workbook without a mapping", readFileSync(path.join(LIJSTEN, VORIG_JAAR)), "geen blad Koppeling"],
    ["no workbook at all", Buffer.from("geen werkmap"), "geen Excel-werkmap"],
    ["an empty file", Buffer.alloc(0), "leeg"],
  ])("from %s nothing is taken over, and what was proposed stands", async (_wat, bytes, zin) => {
    const stroom = await nieuweWerkmap();
    await stroom.neemOver("2025.xlsx", bytes);
    expect(voorstel(stroom)).toMatchObject({ melding: expect.stringContaining(zin), open: 2 });
  });
});
