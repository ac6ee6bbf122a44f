import { rmSync } from "node:fs";
import { join } from "node:path";
import { startCluster } from "../database/cluster";
import { staat } from "../../src/endpoint/testtaal";
import { bouwServer, proefmap, ruimOp, startProces } from "./proces";
import { maakProefgemeente, vuur } from "./vuur";

let map: string;
beforeEach(() => {
  map = proefmap("vuur");
});
afterEach(() => {
  ruimOp();
  rmSync(map, { recursive: true });
});

async function beschiet(plaats: string, omgeving: Readonly<Record<string, string>>): Promise<void> {
  const gemeente = await maakProefgemeente(plaats);
  // Little memory: what is not given back would end it. `npm run bench -- fuzz` sends 100,000.
  const { kind, basis, uitgang, logboek } = await startProces(["node", "--max-old-space-size=96", bouwServer()], { ...omgeving, MELDCODE_PROXIES: "1" });
  const { verzoeken, statussen, missers, dicht } = await vuur({ basis, ...gemeente }, 6_000);
  expect(missers).toEqual([]);
  expect(verzoeken).toBe(6_000);
  // It got past every door, and was refused in every way.
  expect(dicht).toEqual([]);
  expect([400, 401, 403, 404, 409, 412, 415].filter((status) => statussen[status] === undefined)).toEqual([]);
  // Whatever was done to sessions, access, policy and months: states are taken in to the end, and who works at the Servicepunt is let in.
  const koppen = { ...gemeente.koppen, "content-type": "application/json", "x-forwarded-for": "192.0.2.77" };
  const verzend = async (voorwaarde: Record<string, string>) => (await fetch(`${basis}${gemeente.pad}/registraties/na-afloop`, { method: "PUT", headers: { ...koppen, ...voorwaarde }, body: JSON.stringify(staat([3, 0, 4])) })).status;
  expect([await verzend({ "if-none-match": "*" }), await verzend({ "if-match": "*" })]).toEqual([201, 200]);
  expect((await fetch(`${basis}/v1/servicepunt/sessies`, { method: "POST", headers: koppen, body: JSON.stringify(gemeente.account) })).ok).toBe(true);
  // Nor what was none of our doing: half of the raw ones hang up in the middle.
  expect(logboek().split("\n").filter((regel) => regel.includes('"storing"'))).toEqual([]);
  expect((await fetch(`${basis}/health/ready`)).status).toBe(200);
  kind.kill("SIGTERM");
  expect(await uitgang).toBe(0);
}

describe("whatever 6,000 spoiled requests ask: no 5xx, no refusal that is no problem, and the service goes on", () => {
  test("on SQLite", () => beschiet(join(map, "meldcode.sqlite"), { MELDCODE_DATA: map }), 180_000);

  test("on PostgreSQL", async () => {
    const cluster = await startCluster();
    try {
      await beschiet(cluster.url, { DATABASE_URL: cluster.url });
    } finally {
      ruimOp();
      await cluster.sluit();
    }
  }, 180_000);
});
