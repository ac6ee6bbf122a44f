/** Every call of the Servicepunt with every role, with nobody and without the page's token: who may do what is one table. */
import { NODIG } from "../../src/endpoint/http/servicepunt/bewaking";
import { zetPeriode } from "../../src/endpoint/register/beleid";
import { STANDAARDBELEID } from "../../src/endpoint/register/standaardbeleid";
import type { Periode } from "../../src/meldcode/periode";
import { afzender, dienst, type Dienst, medewerker } from "../../src/endpoint/testtaal";
import { magMet, ROLLEN } from "../../src/meldcode/uitwisseling/rol";

let d: Dienst;
beforeAll(async () => {
  d = await dienst();
  await zetPeriode(d.omgeving, "2026-01" as Periode, true); // a literal month
});
afterAll(() => d.sluit());

const aanroepen = Object.entries(NODIG).map(([aanroep, nodig]) => {
  const [methode = "", url = ""] = aanroep.split(" ");
  return { methode, url, nodig };
});
/** What a call asks beside its address. */
const INHOUDEN: Readonly<Record<string, object>> = {
  "POST /v1/servicepunt/organisaties": { naam: "X", sector: "overig" },
  "PATCH /v1/servicepunt/organisaties/:organisatieId": { wijk: "Noord" },
  "POST /v1/servicepunt/bestuurscodes": { bestuur: "Stichting X" },
  "PUT /v1/servicepunt/perioden/:periode": { gesloten: true },
  "PUT /v1/servicepunt/beleid": { ...STANDAARDBELEID, geslotenMaanden: undefined },
};
async function roep(methode: string, url: string, headers: Record<string, string>): Promise<number> {
  const { id } = await afzender(d, { bestuur: "Stichting X" });
  const vraag = url.includes("responsoverzicht") ? "?van=2026-01&tot=2026-02" : "";
  const payload = INHOUDEN[`${methode} ${url}`];
  return (await d.vraag({ method: methode as "GET", url: url.replace(":organisatieId", id).replace(":periode", "2026-01") + vraag, headers: { ...headers, "if-match": "*" }, ...(payload && { payload }) })).statusCode; // a method of the table
}

test("the table is about exactly the calls that the description has", async () => {
  const { paths } = (await d.vraag("/v1/openapi.json")).json<{ paths: Record<string, Record<string, unknown>> }>();
  const beschreven = Object.entries(paths).filter(([pad]) => pad.startsWith("/servicepunt")).flatMap(([pad, bij]) => Object.keys(bij).map((methode) => `${methode.toUpperCase()} /v1${pad.replace(/\{(\w+)\}/g, ":$1")}`));
  expect(Object.keys(NODIG).sort()).toEqual(beschreven.sort());
});

describe.each(aanroepen.filter(({ nodig }) => nodig !== "open"))("$methode $url asks for $nodig", ({ methode, url, nodig }) => {
  test.each(ROLLEN)("and is tried with %s", async (rol) => {
    if (nodig === "open") throw new Error("filtered out above");
    const status = await roep(methode, url, await medewerker(d, rol));
    if (magMet(rol, nodig)) expect(status).toBeLessThan(300);
    else expect(status).toBe(403);
  });
  test("nobody may, and with HEAD no more than with GET", async () => {
    expect(await roep(methode, url, {})).toBe(401);
    if (methode === "GET") expect(await roep("HEAD", url, {})).toBe(401);
  });
  test("a change needs the page's token", async () => {
    if (methode === "GET") return;
    const { cookie } = await medewerker(d, "beheren");
    expect(await roep(methode, url, { cookie })).toBe(403);
    expect(await roep(methode, url, { cookie, "x-csrf-token": (await medewerker(d, "beheren"))["x-csrf-token"] })).toBe(403);
  });
});

test("what is open asks for nobody", async () => {
  expect(await roep("GET", "/v1/servicepunt/aanmeldwijze", {})).toBe(200);
});

test("a call that has no place in the table cannot be added", async () => {
  const { bewaakServicepunt } = await import("../../src/endpoint/http/servicepunt/bewaking");
  const { Koekjes } = await import("../../src/endpoint/http/servicepunt/koekje");
  const { default: fastify } = await import("fastify");
  const server = fastify();
  bewaakServicepunt(server as unknown as Parameters<typeof bewaakServicepunt>[0], new Koekjes(false)); // without zod's types
  expect(() => server.get("/v1/servicepunt/nieuw", () => "")).toThrow(/no place in NODIG/);
});

describe("over https", () => {
  test("the cookie is this host's alone (__Host-), secure, strict and out of reach of scripts; another name is not looked at", async () => {
    const s = await dienst({ https: true });
    const { bewaarAccount } = await import("../../src/endpoint/register/account");
    await bewaarAccount(s.omgeving, "jan", "een heel lang wachtwoord", "lezen");
    const antwoord = await s.vraag({ method: "POST", url: "/v1/servicepunt/sessies", payload: { naam: "jan", wachtwoord: "een heel lang wachtwoord" } });
    const koekje = String(antwoord.headers["set-cookie"]);
    expect(koekje).toMatch(/^__Host-sessie=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure$/);
    const waarde = koekje.split(";")[0] ?? "";
    const huidig = async (cookie: string) => (await s.vraag({ url: "/v1/servicepunt/sessies/huidige", headers: { cookie } })).statusCode;
    expect([await huidig(waarde), await huidig(waarde.replace("__Host-", ""))]).toEqual([200, 401]);
    await s.sluit();
  });
});
