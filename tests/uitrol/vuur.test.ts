import { rmSync } from "node:fs";
import { join } from "node:path";
import { startCluster } from "../database/cluster";
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
  const { verzoeken, statussen, routes, missers, dicht } = await vuur({ basis, ...gemeente }, 4_000);
  expect(missers).toEqual([]);
  expect(verzoeken).toBe(4_000);
  // It got past every door, and was refused in every way.
  expect(dicht).toEqual([]);
  expect([400, 401, 403, 404, 409, 412, 415].filter((status) => statussen[status] === undefined)).toEqual([]);
  // To the end: whatever was done to sessions, access, policy and months, the next ones are let in and states are taken in.
  const later = await vuur({ basis, ...gemeente }, 500, { zaad: 2 });
  const put = "PUT /v1/organisaties/{organisatieId}/registraties/{registratieId}";
  expect(later.missers).toEqual([]);
  expect([routes[put]?.[201], later.routes[put]?.[200], later.routes["GET /v1/servicepunt/organisaties"]?.[200]]).toEqual([expect.any(Number), expect.any(Number), expect.any(Number)]);
  // Nor what was none of our doing: half of the raw ones hang up in the middle.
  expect(logboek().split("\n").filter((regel) => regel.includes('"storing"'))).toEqual([]);
  expect((await fetch(`${basis}/health/ready`)).status).toBe(200);
  kind.kill("SIGTERM");
  expect(await uitgang).toBe(0);
}

describe("whatever 4,000 spoiled requests ask: no 5xx, no refusal that is no problem, and the service goes on", () => {
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
