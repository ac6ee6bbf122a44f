import { rmSync } from "node:fs";
import { createServer } from "node:net";
import { bouwServer, maakOrganisatie, proefmap, startProces } from "../tests/uitrol/proces";
import { nieuwZaad, vuur } from "../tests/uitrol/vuur";
import type { Benchregel } from "./benchregel";

const VERZOEKEN = Number(process.env.FUZZ ?? 100_000);

/** 100,000 spoiled requests (FUZZ gives another number), and the memory before and after. Throws on a 5xx or a refusal that is no problem. */
export async function benchFuzz(): Promise<Benchregel[]> {
  const map = proefmap("fuzz");
  const organisatie = await maakOrganisatie(map);
  const poort = await vrijePoort();
  const { kind, basis, uitgang } = await startProces(["node", bouwServer()], { MELDCODE_DATA: map, MELDCODE_PROXIES: "1", MELDCODE_METINGEN_POORT: String(poort) });
  const zaad = nieuwZaad();
  // The first fifth fills what a server fills once: compiled code, prepared statements, buffers.
  const warm = await vuur({ basis, ...organisatie }, VERZOEKEN / 5, { zaad });
  const voor = await geheugen(poort);
  const rest = await vuur({ basis, ...organisatie }, (VERZOEKEN / 5) * 4, { zaad: zaad + 1 });
  const na = await geheugen(poort);
  kind.kill("SIGTERM");
  await uitgang;
  rmSync(map, { recursive: true });
  const missers = [...warm.missers, ...rest.missers];
  if (missers.length > 0) throw new Error(`Fuzz met zaad ${zaad}: ${missers.length} missers, zoals\n${missers.slice(0, 5).join("\n")}`);
  return [{ naam: `Fuzz: geheugen na ${VERZOEKEN} bedorven verzoeken, zonder 5xx (antwoorden: ${JSON.stringify(rest.statussen)})`, wij: na, vergelijking: voor, verhouding: na / voor, eenheid: "MB", doel: "hoogstens 1,25 × na het eerste vijfde deel", gehaald: na / voor <= 1.25 }];
}

async function geheugen(poort: number): Promise<number> {
  const tekst = await (await fetch(`http://127.0.0.1:${poort}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\S+)$/m.exec(tekst)?.[1]) / 1_000_000;
}

function vrijePoort(): Promise<number> {
  return new Promise((klaar) => {
    const proef = createServer().listen(0, "127.0.0.1", () => {
      const adres = proef.address();
      proef.close(() => klaar(typeof adres === "object" && adres ? adres.port : 0));
    });
  });
}
