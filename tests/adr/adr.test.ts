import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import type { OpenAPIV3_1 } from "openapi-types";
import { dienst } from "../../src/endpoint/testtaal";

/** The API's description against the rule set of the NLGov REST API Design Rules, and against what a linter cannot see. */
const voer = promisify(execFile);

async function haalDocument(): Promise<OpenAPIV3_1.Document> {
  const d = await dienst();
  const document = (await d.vraag("/v1/openapi.json")).json<OpenAPIV3_1.Document>();
  await d.sluit();
  return document;
}

test("the OpenAPI document passes the API Design Rules' own linter without exceptions", async () => {
  const map = mkdtempSync(join(tmpdir(), "adr-"));
  const bestand = join(map, "openapi.json");
  writeFileSync(bestand, JSON.stringify(await haalDocument()));
  const spectral = resolve("node_modules/@stoplight/spectral-cli/dist/index.js");
  const { stdout } = await voer(process.execPath, [spectral, "lint", "-r", resolve("tests/adr/linter.yaml"), "--fail-severity", "warn", bestand]);
  expect(stdout).toContain("No results with a severity of 'warn' or higher found!");
  rmSync(map, { recursive: true });
}, 60_000);

test("it is OpenAPI 3.1, names whom to ask, and knows every call", async () => {
  const { openapi, info, paths } = await haalDocument();
  expect(openapi).toMatch(/^3\.1/);
  expect(info.contact).toEqual({ name: expect.any(String), url: expect.any(String), email: expect.any(String) });
  expect(Object.keys(paths ?? {}).sort()).toEqual([
    "/activeringen",
    "/beleid",
    "/openapi.json",
    "/organisaties/{organisatieId}/ontvangstbewijzen",
    "/organisaties/{organisatieId}/ontvangstbewijzen/{kenmerk}",
    "/organisaties/{organisatieId}/registraties",
    "/organisaties/{organisatieId}/registraties/{registratieId}",
    "/organisaties/{organisatieId}/toegangssleutels",
    "/servicepunt/aanmeldwijze",
    "/servicepunt/auditlog",
    "/servicepunt/beleid",
    "/servicepunt/bestuurscodes",
    "/servicepunt/organisaties",
    "/servicepunt/organisaties/{organisatieId}",
    "/servicepunt/organisaties/{organisatieId}/activeringscodes",
    "/servicepunt/organisaties/{organisatieId}/toegang",
    "/servicepunt/organisaties/{organisatieId}/uitzonderingen/{periode}",
    "/servicepunt/perioden",
    "/servicepunt/perioden/{periode}",
    "/servicepunt/responsoverzicht",
    "/servicepunt/responsoverzicht/export",
    "/servicepunt/sessies",
    "/servicepunt/sessies/huidige",
  ]);
});

test("sending a state can answer every problem of the catalogue that it can meet", async () => {
  const { paths } = await haalDocument();
  const antwoorden = paths?.["/organisaties/{organisatieId}/registraties/{registratieId}"]?.put?.responses ?? {};
  expect(Object.keys(antwoorden)).toEqual(["200", "201", "400", "401", "403", "409", "412", "413", "415", "428", "429", "500"]);
});
