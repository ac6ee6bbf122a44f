import { rmSync } from "node:fs";
import { join } from "node:path";
import { startCluster } from "../tests/database/cluster";
import { bouwServer, proefmap, startProces, vrijePoort } from "../tests/uitrol/proces";
import { maakProefgemeente, nieuwZaad, vuur } from "../tests/uitrol/vuur";
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
  // The second part with another key: how often one may be renewed is limited.
  const [eerste, tweede] = [await maakProefgemeente(plaats), await maakProefgemeente(plaats)];
  const poort = await vrijePoort();
  const { kind, basis, uitgang } = await startProces(["node", bouwServer()], { ...omgeving, MELDCODE_PROXIES: "1", MELDCODE_METINGEN_POORT: String(poort) });
  const zaad = nieuwZaad();
  // The first fifth fills what a server fills once: compiled code, prepared statements, buffers.
  const warm = await vuur({ basis, ...eerste }, VERZOEKEN / 5, { zaad });
  const voor = await geheugen(poort);
  const rest = await vuur({ basis, ...tweede }, (VERZOEKEN / 5) * 4, { zaad: zaad + 1 });
  const na = await geheugen(poort);
  kind.kill("SIGTERM");
  await uitgang;
  const missers = [...warm.missers, ...rest.missers, ...rest.dicht];
  if (missers.length > 0) throw new Error(`Fuzz op ${naam} met zaad ${zaad}: ${missers.length} missers, zoals\n${missers.slice(0, 5).join("\n")}`);
  return { naam: `Fuzz: geheugen na ${VERZOEKEN} bedorven verzoeken op ${naam}, zonder 5xx (antwoorden: ${JSON.stringify(rest.statussen)})`, wij: na, vergelijking: voor, verhouding: na / voor, eenheid: "MB", doel: "hoogstens 1,25 × na het eerste vijfde deel", gehaald: na / voor <= 1.25 };
}

async function geheugen(poort: number): Promise<number> {
  const tekst = await (await fetch(`http://127.0.0.1:${poort}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\S+)$/m.exec(tekst)?.[1]) / 1_000_000;
}
