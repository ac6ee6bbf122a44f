import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { startCluster } from "../tests/database/cluster";
import { bouwServer, proefmap, startProces, vrijePoort } from "../tests/uitrol/proces";
import { maakProefgemeente, nieuwZaad, type Verslag, vuur } from "../tests/uitrol/vuur";
import type { Benchregel } from "./benchregel";

const VERZOEKEN = Number(process.env.FUZZ ?? 100_000);

/** On each database 100,000 spoiled requests (FUZZ gives another number), and the memory before and after. Throws on a 5xx, a refusal that is no problem, or a door that stayed closed. */
export async function benchFuzz(): Promise<Benchregel[]> {
  const map = proefmap("fuzz");
  const cluster = await startCluster();
  try {
    return [await beschiet("SQLite", join(map, "meldcode.sqlite"), { MELDCODE_DATA: map }), await beschiet("PostgreSQL", cluster.url, { DATABASE_URL: cluster.url })];
  } finally {
    await cluster.sluit();
    rmSync(map, { recursive: true });
  }
}

async function beschiet(naam: string, plaats: string, omgeving: Readonly<Record<string, string>>): Promise<Benchregel> {
  // Each part with a key of its own: how often one may be renewed is limited.
  const gemeenten = [await maakProefgemeente(plaats), await maakProefgemeente(plaats), await maakProefgemeente(plaats)] as const;
  const poort = await vrijePoort();
  const { kind, basis, uitgang } = await startProces(["node", bouwServer()], { ...omgeving, MELDCODE_PROXIES: "1", MELDCODE_METINGEN_POORT: String(poort) });
  const zaad = nieuwZaad();
  const deel = (nummer: 0 | 1 | 2, aantal: number) => laagsteGeheugen(poort, () => vuur({ basis, ...gemeenten[nummer] }, aantal, { zaad: zaad + nummer }));
  // The first fifth fills what a server fills once: compiled code, prepared statements, buffers.
  const warm = await deel(0, VERZOEKEN / 5);
  const eerste = await deel(1, (VERZOEKEN / 5) * 2);
  const tweede = await deel(2, (VERZOEKEN / 5) * 2);
  kind.kill("SIGTERM");
  await uitgang;
  const missers = [...[warm, eerste, tweede].flatMap(({ verslag }) => verslag.missers), ...eerste.verslag.dicht, ...tweede.verslag.dicht];
  if (missers.length > 0) throw new Error(`Fuzz op ${naam} met zaad ${zaad}: ${missers.length} missers, zoals\n${missers.slice(0, 5).join("\n")}`);
  const [voor, na] = [eerste.laagste, tweede.laagste];
  return { naam: `Fuzz: minste geheugen tijdens ${VERZOEKEN} bedorven verzoeken op ${naam}, zonder 5xx (antwoorden: ${JSON.stringify(tweede.verslag.statussen)})`, wij: na, vergelijking: voor, verhouding: na / voor, eenheid: "MB", doel: "in de laatste twee vijfde hoogstens 1,25 × de twee daarvoor", gehaald: na / voor <= 1.25 };
}

/** The least of many measurements: what is above it is only not yet cleared away, and goes up and down by half. What leaks stays. */
async function laagsteGeheugen(poort: number, doe: () => Promise<Verslag>): Promise<{ verslag: Verslag; laagste: number }> {
  let laagste = Infinity;
  let klaar = false;
  const meet = async (): Promise<void> => {
    while (!klaar) {
      // A server that is gone has missers for every request, which say more.
      laagste = Math.min(laagste, await geheugen(poort).catch(() => Infinity));
      await setTimeout(500);
    }
  };
  const gemeten = meet();
  const verslag = await doe();
  klaar = true;
  await gemeten;
  return { verslag, laagste };
}

async function geheugen(poort: number): Promise<number> {
  const tekst = await (await fetch(`http://127.0.0.1:${poort}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\S+)$/m.exec(tekst)?.[1]) / 1_000_000;
}
