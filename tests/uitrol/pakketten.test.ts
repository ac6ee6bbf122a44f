import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Spec, Validation } from "@cyclonedx/cyclonedx-library";
import { parse } from "yaml";

interface Lock {
  readonly packages: Record<string, { readonly version: string; readonly dev?: boolean; readonly integrity?: string; readonly license?: string; readonly hasInstallScript?: boolean }>;
}
const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as Lock;

test("the bill of materials names every package that runs in production, with its hash, and none that only develops", () => {
  const { status } = spawnSync("node", ["scripts/sbom.mjs"]);
  expect(status).toBe(0);
  const tekst = readFileSync("dist/server/sbom.cdx.json", "utf8");
  const sbom = JSON.parse(tekst) as { bomFormat: string; specVersion: string; metadata: { component: object }; components: { name: string; version: string; purl: string; hashes?: object[]; scope?: string }[] };
  expect(sbom).toMatchObject({ bomFormat: "CycloneDX", specVersion: "1.5", metadata: { component: { name: "monitor-meldcode", type: "application" } } });
  const verwacht = Object.entries(lock.packages).filter(([plaats, { dev }]) => plaats !== "" && !dev);
  const namen = new Set(sbom.components.map(({ name, version }) => `${name}@${version}`));
  for (const naam of ["fastify", "better-sqlite3", "kysely", "zod", "react"]) expect([...namen].some((een) => een.startsWith(`${naam}@`))).toBe(true);
  expect([...namen].some((een) => /^(jest|webpack|typescript)@/.test(een))).toBe(false);
  expect(namen.size).toBeLessThanOrEqual(verwacht.length);
  for (const { purl, hashes } of sbom.components) {
    expect(purl).toMatch(/^pkg:npm\//);
    expect(hashes?.length).toBeGreaterThan(0);
  }
});

test("the bill of materials passes CycloneDX's own schema, in its strict form", async () => {
  const tekst = readFileSync("dist/server/sbom.cdx.json", "utf8");
  const controle = new Validation.JsonStrictValidator(Spec.Version.v1dot5);
  expect(await controle.validate(tekst)).toBeNull();
  expect(await controle.validate(tekst.replace('"bomFormat"', '"bomformat"'))).not.toBeNull();
});

describe("the check of packages", () => {
  const controleer = (...argumenten: string[]) => spawnSync("node", ["scripts/audit.mjs", ...argumenten], { encoding: "utf8" });

  test("passes for what is here, and says whether known weaknesses could be looked up", () => {
    const { status, stdout } = controleer();
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Known weaknesses: (NOT CHECKED, |\{)/);
  });

  test("fails on a licence, a missing hash or a script that nobody looked at", () => {
    const map = mkdtempSync(join(tmpdir(), "pakketten-"));
    const bestand = join(map, "package-lock.json");
    const vreemd = { "node_modules/een": { version: "1.0.0", license: "GPL-3.0", integrity: "x" }, "node_modules/twee": { version: "1.0.0", license: "MIT" }, "node_modules/drie": { version: "1.0.0", license: "MIT", integrity: "x", hasInstallScript: true } };
    writeFileSync(bestand, JSON.stringify({ packages: { ...lock.packages, ...vreemd } }));
    const { status, stderr } = controleer(bestand);
    expect(status).toBe(1);
    expect(stderr.trimEnd().split("\n")).toEqual(["een@1.0.0 has licence GPL-3.0", "twee@1.0.0 has no integrity hash", "drie@1.0.0 runs a script when it is installed"]);
    rmSync(map, { recursive: true });
  });
});

/** Those of publiccode.yml 0.7 that are of use here; a parser refuses every other. */
const SLEUTELS = new Set(["publiccodeYmlVersion", "name", "url", "landingURL", "softwareVersion", "releaseDate", "organisation", "platforms", "categories", "usedBy", "fundedBy", "roadmap", "developmentStatus", "softwareType", "supports", "intendedAudience", "description", "legal", "maintenance", "localisation", "dependsOn"]);

test("publiccode.yml has what the standard asks, and says the same as package.json", () => {
  const code = parse(readFileSync("publiccode.yml", "utf8")) as Record<string, unknown> & { description: Record<string, { genericName: string; shortDescription: string; longDescription: string; features: string[] }> };
  const pakket = JSON.parse(readFileSync("package.json", "utf8")) as { version: string; license: string };
  expect(code).toMatchObject({
    publiccodeYmlVersion: "0.7",
    name: "Monitor Meldcode",
    url: expect.stringMatching(/^https:\/\//),
    softwareVersion: pakket.version,
    releaseDate: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    platforms: expect.arrayContaining(["web"]),
    categories: expect.arrayContaining([expect.any(String)]),
    developmentStatus: expect.stringMatching(/^(concept|development|beta|stable|obsolete)$/),
    softwareType: "standalone/web",
    legal: { license: pakket.license },
    maintenance: { type: expect.stringMatching(/^(internal|contract|community|none)$/), contacts: [{ name: expect.any(String) }] },
    localisation: { localisationReady: expect.any(Boolean), availableLanguages: ["nl"] },
  });
  // publiccode.yml 0.7: its list of scopes, and countries as in ISO 3166-1 (small letters are no longer meant to be used).
  expect(code.intendedAudience).toEqual({ countries: ["NL"], scope: ["government", "local-authorities", "healthcare", "education", "welfare"] });
  expect(Object.keys(code).filter((sleutel) => !SLEUTELS.has(sleutel))).toEqual([]);
  expect(Object.keys(code.description)).toEqual(["nl", "en"]);
  for (const { genericName, shortDescription, longDescription, features } of Object.values(code.description)) {
    expect(genericName.length).toBeLessThanOrEqual(35);
    expect(shortDescription.length).toBeLessThanOrEqual(150);
    expect(longDescription.length).toBeGreaterThanOrEqual(150);
    expect(features.length).toBeGreaterThan(0);
  }
});
