import { copyFileSync, existsSync, mkdtempSync, openSync, closeSync, fsyncSync, renameSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { Opslag } from "../../endpoint/database/opslag";
import { gemeentenIn, isLeeg, momentopname, Overzetfout, type Tabelafdruk, zetOver } from "../../endpoint/database/overzetten";
import { noteerInzage } from "../../endpoint/register/audit";
import type { Daad } from "../../meldcode/uitwisseling/auditlog";
import { type Antwoord, type Beheeromgeving, leesArgumenten, type Opdracht, Weigering } from "./opdracht";
import { BEHEERTEKSTEN } from "./teksten";

/** Everything of all municipalities in one SQLite file, whichever the database is, also while servers write. */
export const reservekopieMaken: Opdracht = async (args, omgeving) => {
  const { installatie } = omgeving;
  const bestand = resolve(leesArgumenten(args, {}, 1).positionals[0] ?? "");
  if (existsSync(bestand)) throw new Weigering(BEHEERTEKSTEN.bestaatAl(bestand));
  return inWerkmap(dirname(bestand), bestand, async (werkbestand) => {
    const kopie = await Opslag.open(werkbestand);
    const tabellen = await momentopname(installatie.databank, (bron) => eenGeheel(zetOver(bron, kopie.databank))).finally(() => kopie.sluit());
    // Before anyone can take it along; but a copy must also be possible when the disk is full, or may only be read.
    const genoteerd = await noteerBijAlle(omgeving, "reservekopie-gemaakt").then(() => true, () => false);
    plaats(werkbestand, bestand);
    const { json, tekst } = antwoord(tabellen, BEHEERTEKSTEN.kopieGemaakt(bestand));
    return { json: { ...json, genoteerd }, tekst: genoteerd ? tekst : tekst + BEHEERTEKSTEN.nietGenoteerd };
  });
};

/** Into an empty database only. A copy of an earlier version of the service is brought up to date first; the file itself stays as it is. */
export const reservekopieTerugzetten: Opdracht = async (args, omgeving) => {
  const { installatie } = omgeving;
  const bestand = resolve(leesArgumenten(args, {}, 1).positionals[0] ?? "");
  await eisLeeg(installatie);
  return inWerkmap(dirname(bestand), bestand, async (werkbestand) => {
    if (!existsSync(bestand)) throw new Weigering(BEHEERTEKSTEN.geenKopie(bestand));
    copyFileSync(bestand, werkbestand);
    const kopie = await openKopie(werkbestand, bestand);
    const tabellen = await momentopname(kopie.databank, (bron) => eenGeheel(zetOver(bron, installatie.databank))).finally(() => kopie.sluit());
    await noteerBijAlle(omgeving, "reservekopie-teruggezet");
    return antwoord(tabellen, BEHEERTEKSTEN.kopieTeruggezet(bestand));
  });
};

/** From a SQLite file to the database of this installation. Until it is done nothing can be written to the file, so that no state stays behind. */
export const databaseOverzetten: Opdracht = async (args, omgeving) => {
  const { installatie } = omgeving;
  const bestand = resolve(leesArgumenten(args, {}, 1).positionals[0] ?? "");
  if (!existsSync(bestand)) throw new Weigering(BEHEERTEKSTEN.geenKopie(bestand));
  await eisLeeg(installatie);
  const bron = await openKopie(bestand, bestand);
  const tabellen = await bron.databank.db
    .transaction()
    .execute((stil) => eenGeheel(zetOver(stil, installatie.databank)))
    .finally(() => bron.sluit());
  await noteerBijAlle(omgeving, "database-overgezet");
  return antwoord(tabellen, BEHEERTEKSTEN.overgezet(bestand));
};

/** In the log of every municipality whose data it was about, and of the one that was named. */
async function noteerBijAlle(omgeving: Beheeromgeving, wat: Daad): Promise<void> {
  const gemeenten = new Set([omgeving.opslag.gemeente, ...(await gemeentenIn(omgeving.installatie.databank))]);
  for (const gemeente of gemeenten) await noteerInzage({ ...omgeving, opslag: omgeving.installatie.gemeente(gemeente) }, wat, {});
}

async function eisLeeg({ databank }: Opslag): Promise<void> {
  if (!(await isLeeg(databank))) throw new Weigering(BEHEERTEKSTEN.nietLeeg);
}

async function openKopie(werkbestand: string, bestand: string): Promise<Opslag> {
  try {
    return await Opslag.open(werkbestand);
  } catch {
    throw new Weigering(BEHEERTEKSTEN.geenKopie(bestand));
  }
}

async function eenGeheel(werk: Promise<Tabelafdruk[]>): Promise<Tabelafdruk[]> {
  try {
    return await werk;
  } catch (fout) {
    if (fout instanceof Overzetfout) throw new Weigering(BEHEERTEKSTEN.nietGelijk(fout.message));
    throw fout;
  }
}

/** A folder beside the file, so that what is finished in it can be put in its place at once. */
async function inWerkmap(naast: string, bestand: string, werk: (werkbestand: string) => Promise<Antwoord>): Promise<Antwoord> {
  let map: string;
  try {
    map = mkdtempSync(join(naast, ".reservekopie-"));
  } catch {
    throw new Weigering(BEHEERTEKSTEN.nietTeSchrijven(bestand));
  }
  try {
    return await werk(join(map, "kopie.sqlite"));
  } finally {
    rmSync(map, { recursive: true, force: true });
  }
}

/** Whole and on disk, or not there. */
function plaats(werkbestand: string, bestand: string): void {
  const open = openSync(werkbestand, "r+");
  fsyncSync(open);
  closeSync(open);
  renameSync(werkbestand, bestand);
}

function antwoord(tabellen: readonly Tabelafdruk[], zin: string): Antwoord & { readonly json: { readonly tabellen: readonly Tabelafdruk[] } } {
  return { json: { tabellen }, tekst: `${zin}\n${tabellen.map(({ tabel, rijen, hash }) => `  ${tabel.padEnd(16)} ${String(rijen).padStart(9)}  ${hash}\n`).join("")}` };
}
