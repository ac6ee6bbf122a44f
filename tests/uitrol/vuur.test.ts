import { rmSync } from "node:fs";
import { bouwServer, maakOrganisatie, proefmap, ruimOp, startProces } from "./proces";
import { vuur } from "./vuur";

afterEach(ruimOp);

test("whatever 4,000 spoiled requests ask: no 5xx, no refusal that is no problem, and the service goes on", async () => {
  const map = proefmap("vuur");
  const organisatie = await maakOrganisatie(map);
  // Little memory: what is not given back would end it. `npm run bench -- fuzz` sends 100,000.
  const { kind, basis, uitgang, logboek } = await startProces(["node", "--max-old-space-size=96", bouwServer()], { MELDCODE_DATA: map, MELDCODE_PROXIES: "1" });
  const { verzoeken, statussen, missers } = await vuur({ basis, ...organisatie }, 4_000);
  expect(missers).toEqual([]);
  expect(verzoeken).toBe(4_000);
  // It got past the door: states were taken in, and refused in every way.
  expect([200, 201, 400, 401, 403, 404, 415].filter((status) => statussen[status] === undefined)).toEqual([]);
  // Nor what was none of our doing: half of the raw ones hang up in the middle.
  expect(logboek().split("\n").filter((regel) => regel.includes('"storing"'))).toEqual([]);
  expect((await fetch(`${basis}/health/ready`)).status).toBe(200);
  kind.kill("SIGTERM");
  expect(await uitgang).toBe(0);
  rmSync(map, { recursive: true });
}, 180_000);
