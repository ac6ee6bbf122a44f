import type { Celblad } from "../../src/meldcode/koppeling/celblad";
import { koppelingSchema } from "../../src/meldcode/koppeling/koppeling";
import { serie } from "../../src/meldcode/testtaal";
import type { Cel } from "../../src/meldcode/veld";
import { Werkboekfout } from "../../src/workbook/werkboek";
import { Bestuursvenster } from "./bestuur";
import { Taakvenster, VANDAAG } from "./taakvenster";

/** A list with a sheet per month: each later month is two actions. */

const KOPPEN = ["Startdatum", "SISA-signaal", "Consultatie", "Stap 5", "Einddatum"];
const maand = (blad: string, ...dagen: string[]): Celblad => {
  const rijen: Cel[][] = [KOPPEN, ...dagen.map((dag) => [serie(dag), "Ja", "Intern", "Hulp", serie(dag)])];
  return { blad, zichtbaar: true, rijen: new Map(rijen.map((rij, i) => [i + 1, [undefined, ...rij]])) };
};
const [FEBRUARI, MAART] = [maand("Februari", "3-2-2026"), maand("Maart", "3-3-2026")];
const APRIL = maand("April", "2-4-2026", "3-4-2026");

async function vensterMet(...bladen: readonly Celblad[]): Promise<Taakvenster> {
  const venster = await Taakvenster.nieuw([]);
  venster.klok.nu = new Date("2026-03-31T10:00:00Z");
  venster.werkboek.bron = { bladen: [FEBRUARI, MAART], datumstelsel: 1900, datumsZijnTekst: false };
  const [startdatum, sisa, consultatie, stap5, einddatum] = KOPPEN.map((kop, i) => ({ kolommen: [{ kop, kolom: "ABCDE"[i] }] }));
  const bereiken = [{ blad: "Februari", koprij: 1 }, { blad: "Maart", koprij: 1 }];
  venster.werkboek.koppeling = koppelingSchema.parse({ schema: "koppeling/1", bereiken, velden: { startdatum, sisa, consultatie, stap5, einddatum } });
  await venster.sessie.open();
  await venster.sessie.activeer(venster.activeringscode);
  await venster.sessie.verzend();
  expect(venster.verzending.soort).toBe("ontvangen");
  venster.klok.nu = VANDAAG;
  venster.werkboek.bron = { ...venster.werkboek.bron, bladen: [...venster.werkboek.bron.bladen, ...bladen] };
  return venster;
}

const nieuw = (venster: Taakvenster) => venster.lijst.inhoud.gekoppeld?.nieuweBladen ?? [];
const bladen = (venster: Taakvenster) => venster.werkboek.koppeling?.bereiken.map(({ blad }) => blad);
async function verzondenMaanden(venster: { readonly gemeente: Taakvenster["gemeente"] }): Promise<readonly [string, number][]> {
  const staten = await venster.gemeente.staten();
  const { maanden } = JSON.parse(staten.at(-1)?.inhoud ?? "{}");
  return maanden.filter((m: { gestart: number }) => m.gestart > 0).map(({ periode, gestart }: { periode: string; gestart: number }) => [periode, gestart]);
}

test("Meenemen and Verzenden: two actions, and the month is received", async () => {
  const venster = await vensterMet(APRIL);
  await venster.sessie.controleer();
  const [blad] = nieuw(venster);
  if (!blad) throw new Error("Er is geen nieuw blad.");
  await venster.sessie.neemMee(blad);
  expect([bladen(venster), nieuw(venster), venster.lijst.zaken]).toEqual([["Februari", "Maart", "April"], [], 4]);
  await venster.sessie.verzend();
  expect(venster.verzending.soort).toBe("ontvangen");
  expect(await verzondenMaanden(venster)).toEqual([["2026-02", 1], ["2026-03", 1], ["2026-04", 2]]);
});

test("a sheet that is not of the list is asked about once", async () => {
  const venster = await vensterMet(APRIL);
  await venster.sessie.controleer();
  for (const blad of nieuw(venster)) await venster.sessie.laatBuiten(blad);
  expect([venster.werkboek.koppeling?.andereBladen, nieuw(venster)]).toEqual([["April"], []]);
  await venster.sessie.verzend();
  expect(venster.verzending.soort).toBe("ontvangen");
  expect(await verzondenMaanden(venster)).toEqual([["2026-02", 1], ["2026-03", 1]]);
});

test("nothing goes without a new sheet in silence: Verzenden asks, and Meenemen en verzenden is one press", async () => {
  const venster = await vensterMet(APRIL);
  await venster.sessie.verzend();
  expect(venster.verzending).toEqual({ soort: "vraag", vraag: { soort: "nieuw-blad", bladen: ["April"], past: true } });
  expect(venster.kenmerken).toHaveLength(1);
  await venster.sessie.verzend({ meenemen: ["April"] });
  expect([venster.verzending.soort, bladen(venster)]).toEqual(["ontvangen", ["Februari", "Maart", "April"]]);
});

test("without this sheet counts for this sending; the next one asks again", async () => {
  const venster = await vensterMet(APRIL);
  await venster.werkboek.typInBron({ blad: "Maart", rij: 3, kolom: 1 }, serie("9-3-2026"));
  for (const [i, waarde] of ["Ja", "Intern", "Hulp"].entries()) await venster.werkboek.typInBron({ blad: "Maart", rij: 3, kolom: i + 2 }, waarde);
  await venster.sessie.verzend();
  await venster.sessie.verzend({ zonderBladen: ["April"] });
  expect(venster.verzending).toMatchObject({ soort: "vraag", vraag: { soort: "correctie" } });
  if (venster.verzending.soort !== "vraag" || venster.verzending.vraag.soort !== "correctie") return;
  await venster.sessie.verzend({ gezien: venster.verzending.vraag.inhoud });
  expect(venster.verzending.soort).toBe("ontvangen");
  expect(await verzondenMaanden(venster)).toEqual([["2026-02", 1], ["2026-03", 2]]);
  await venster.sessie.verzend();
  expect(venster.verzending).toMatchObject({ soort: "vraag", vraag: { soort: "nieuw-blad" } });
});

test("a sheet on which the list stands otherwise goes through the questions, and is not taken along as it is", async () => {
  const anders = await vensterMet();
  const { koppeling } = anders.werkboek;
  if (!koppeling) throw new Error("Er is geen koppeling.");
  anders.werkboek.koppeling = { ...koppeling, bereiken: [{ blad: "Februari", koprij: 1, laatsteRij: 9 }, { blad: "Maart", koprij: 1 }] };
  anders.werkboek.bron = { ...anders.werkboek.bron, bladen: [FEBRUARI, MAART, APRIL] };
  await anders.sessie.verzend();
  expect(anders.verzending).toMatchObject({ soort: "vraag", vraag: { past: false } });
  anders.sessie.annuleer();
  const [blad] = nieuw(anders);
  if (blad) await anders.sessie.neemMee(blad);
  expect(anders.sessie.getSnapshot().fase).toBe("koppelen");
});

test("when the mapping cannot be written, that is said and nothing goes", async () => {
  const venster = await vensterMet(APRIL);
  await venster.sessie.verzend();
  venster.werkboek.faalt.bewaarKoppeling = new Werkboekfout("beveiligd", "De werkmap is beveiligd.");
  await venster.sessie.verzend({ meenemen: ["April"] });
  expect(venster.verzending).toMatchObject({ soort: "niet-gelezen", fout: { message: "De werkmap is beveiligd." } });
  expect(venster.kenmerken).toHaveLength(1);
});

test("a board is asked once for all its schools", async () => {
  const rij = { kenmerk: null, team: null, startdatum: serie("3-2-2026"), sisa: "Ja", consultatie: "Intern", stap5: "Hulp", einddatum: serie("20-2-2026") };
  const venster = await Bestuursvenster.met(["De Linde", "De Wilg"], [["De Linde", rij], ["De Wilg", rij]]);
  const [lijst] = venster.werkboek.bron.bladen;
  if (!lijst) throw new Error("Er is geen blad.");
  venster.werkboek.bron = { ...venster.werkboek.bron, bladen: [lijst, { ...lijst, blad: "Na de zomer" }] };
  await venster.sessie.verzend();
  expect([venster.beeld.bladvraag, venster.beeld.scholen.map(({ verzending }) => verzending.soort)]).toEqual([{ soort: "nieuw-blad", bladen: ["Na de zomer"], past: true }, ["rust", "rust"]]);
  await venster.sessie.verzend({ meenemen: ["Na de zomer"] });
  expect([venster.beeld.bladvraag, venster.beeld.scholen.map(({ verzending, zaken }) => [verzending.soort, zaken])]).toEqual([null, [["ontvangen", 2], ["ontvangen", 2]]]);
});
