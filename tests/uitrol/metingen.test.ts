import { rmSync } from "node:fs";
import { staat } from "../../src/endpoint/testtaal";
import { bouwServer, maakOrganisatie, proefmap, ruimOp, startProces, vrijePoort } from "./proces";

afterEach(ruimOp);

test("Prometheus counts requests on a port of its own, and reads nothing about who sends", async () => {
  const map = proefmap("metingen");
  const { pad, koppen } = await maakOrganisatie(map);
  const poort = await vrijePoort();
  const { kind, basis, uitgang } = await startProces(["node", bouwServer()], { MELDCODE_DATA: map, MELDCODE_METINGEN_POORT: String(poort) });
  const antwoord = await fetch(`${basis}${pad}/registraties/kanarie-lijst?kanarie=1`, { method: "PUT", headers: { ...koppen, "if-none-match": "*", "user-agent": "kanarie" }, body: JSON.stringify(staat([3])) });
  expect(antwoord.status).toBe(201);
  for (let i = 0; i < 50; i++) await fetch(`${basis}/kanarie-${i}`);
  expect((await fetch(`${basis}/metrics`)).status).toBe(404);

  const metingen = await fetch(`http://127.0.0.1:${poort}/metrics`);
  const tekst = await metingen.text();
  expect(metingen.headers.get("content-type")).toContain("text/plain");
  expect(tekst).toContain('meldcode_verzoek_seconden_count{methode="PUT",route="/v1/organisaties/:organisatieId/registraties/:registratieId",status="201"} 1');
  // Fifty addresses that do not exist are one series.
  expect(tekst).toContain('meldcode_verzoek_seconden_count{methode="GET",route="onbekend",status="404"} 51');
  expect(tekst).toContain("process_resident_memory_bytes");
  expect(tekst).not.toMatch(/kanarie|ORG-|GM\d{4}|127\.0\.0\.1/i);
  expect((await fetch(`http://127.0.0.1:${poort}/`)).status).toBe(404);
  kind.kill("SIGTERM");
  expect(await uitgang).toBe(0);
  rmSync(map, { recursive: true });
}, 30_000);
