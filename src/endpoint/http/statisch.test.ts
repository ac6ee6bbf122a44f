import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dienst, type Dienst } from "../testtaal";
import { verwachtProbleem } from "./probleem.testtaal";

let d: Dienst;
let map: string;
beforeAll(async () => {
  map = mkdtempSync(join(tmpdir(), "statisch-"));
  for (const deel of ["assets", "server"]) mkdirSync(join(map, deel));
  for (const bestand of ["taskpane.html", "servicepunt.html", "controleren.html", "controleren-werker.js", "index.html", "manifest.xml", "taskpane.0a1b2c3d4e.js", "assets/icon-32.png", "server/endpoint.js", ".geheim"]) writeFileSync(join(map, bestand), "inhoud");
  d = await dienst({ statisch: map });
});
afterAll(async () => {
  await d.sluit();
  rmSync(map, { recursive: true });
});

test("the task pane may be framed by Excel on the web and by ourselves, and loads office.js", async () => {
  const { statusCode, headers } = await d.vraag("/taskpane.html");
  expect(statusCode).toBe(200);
  const csp = String(headers["content-security-policy"]);
  expect(csp).toContain("frame-ancestors 'self' https://*.officeapps.live.com https://*.sharepoint.com https://excel.cloud.microsoft https://onedrive.live.com");
  expect(csp).toContain("script-src 'self' https://appsforoffice.microsoft.com");
  expect(csp).not.toContain("unsafe");
  expect(headers["x-frame-options"]).toBeUndefined();
  expect(headers).toMatchObject({ "cache-control": "no-cache", "api-version": "1.0.0", "x-content-type-options": "nosniff" });
});

test.each(["/taskpane.html", "/servicepunt", "/"])("%s runs no script or style that is not a file of ours, or Microsoft's library", async (pad) => {
  const csp = String((await d.vraag(pad)).headers["content-security-policy"]);
  expect(csp).toMatch(/default-src 'self'.*object-src 'none'.*base-uri 'none'.*script-src 'self'.*frame-ancestors /);
  expect(csp).not.toMatch(/unsafe|\*(?!\.(officeapps\.live|sharepoint)\.com)|http:/);
});

test.each(["/servicepunt", "/controleren"])("%s may not be framed at all, and no page that opened it can reach it", async (pad) => {
  const { statusCode, headers } = await d.vraag(pad);
  expect(statusCode).toBe(200);
  expect(headers["content-type"]).toMatch(/^text\/html/);
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(headers).toMatchObject({ "x-frame-options": "DENY", "cross-origin-opener-policy": "same-origin" });
});

test.each(["/taskpane.html", "/servicepunt", "/controleren", "/"])("%s gives no script a camera, a microphone or a place on the map", async (pad) => {
  expect((await d.vraag(pad)).headers["permissions-policy"]).toMatch(/camera=\(\).*geolocation=\(\).*microphone=\(\)/);
});

test.each(["/assets/icon-32.png", "/manifest.xml", "/taskpane.0a1b2c3d4e.js"])("%s, opened by itself, runs nothing; Excel may load it from elsewhere", async (pad) => {
  const { headers } = await d.vraag(pad);
  expect(headers["content-security-policy"]).toBe("default-src 'none'; frame-ancestors 'none'");
  expect(headers["cross-origin-resource-policy"]).toBeUndefined();
});

test("the service worker of the page without the add-in may fetch from here, and from nowhere else", async () => {
  expect((await d.vraag("/controleren-werker.js")).headers["content-security-policy"]).toBe("default-src 'self'; frame-ancestors 'none'");
});

test.each([
  ["/taskpane.0a1b2c3d4e.js", "public, max-age=31536000, immutable"],
  ["/assets/icon-32.png", "public, max-age=3600"],
  ["/manifest.xml", "public, max-age=3600"],
  ["/", "no-cache"],
])("%s is kept as long as it holds: %s", async (pad, regel) => {
  const { statusCode, headers } = await d.vraag(pad);
  expect([statusCode, headers["cache-control"]]).toEqual([200, regel]);
});

test.each(["/server/endpoint.js", "/assets", "/assets/", "/.geheim", "/..%2fpackage.json", "/nergens.html", "/servicepunt/", "/v1/nergens"])("%s is not there", async (pad) => {
  const antwoord = await d.vraag(pad);
  verwachtProbleem(antwoord, "niet-gevonden");
});

test.each(["//v1//beleid", "/assets//icon-32.png", "/a%00b", "/%5c"])("%s, an address @fastify/static forbids, is not there either, and is no failure of ours", async (pad) => {
  verwachtProbleem(await d.vraag(pad), "niet-gevonden");
  expect(d.log.filter(({ soort }) => soort === "storing")).toEqual([]);
});

test("without the stand-in the bare address leads to the Servicepunt's page", async () => {
  rmSync(join(map, "index.html"));
  const zonder = await dienst({ statisch: map });
  const { statusCode, headers } = await zonder.vraag("/");
  expect([statusCode, headers.location]).toEqual([302, "/servicepunt"]);
  await zonder.sluit();
});
