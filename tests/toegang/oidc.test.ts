/** Signing in with OpenID Connect, against a real provider: what an employee gets, and what nobody can do with it. */
import { createHmac, generateKeyPairSync, sign } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { hoogsteRol, type Oidcinstelling } from "../../src/endpoint/aanbieder";
import { dienst, type Dienst } from "../../src/endpoint/testtaal";
import type { Auditregel } from "../../src/meldcode/uitwisseling/auditlog";
import { Browser, type Proefaanbieder, startAanbieder } from "./proefaanbieder";

const GEMEENTE = "GM0599";
let poort: number;
let url: string;
let host: string;
let aanbieder: Proefaanbieder;
let d: Dienst;

beforeAll(async () => {
  poort = await vrijePoort();
  host = `localhost:${poort}`;
  url = `http://${host}`;
  aanbieder = await startAanbieder(url);
});
afterAll(() => aanbieder.stop());
beforeEach(() => start(aanbieder.instelling));
afterEach(() => d.sluit());

async function start(instelling: Oidcinstelling): Promise<void> {
  d = await dienst({ oidc: new Map([[GEMEENTE, instelling]]), nu: () => new Date() });
  await d.server.listen({ port: poort, host: "127.0.0.1" });
}
async function vrijePoort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((klaar) => server.listen(0, "127.0.0.1", klaar));
  const { port } = server.address() as AddressInfo; // it listens on a port
  await new Promise((klaar) => server.close(klaar));
  return port;
}
const meldAan = (browser: Browser, wie: string | null, filters = "") => browser.volg(`${url}/servicepunt/aanmelden?terug=${encodeURIComponent(filters)}`, `${url}/servicepunt`, wie).then((adres) => (adres.pathname === "/servicepunt" ? adres : browser.volg(adres.href, `${url}/servicepunt`, wie)));
const huidig = async (browser: Browser) => (await browser.open(`${url}/v1/servicepunt/sessies/huidige`)).json() as Promise<{ naam: string; rol: string; csrfToken: string; status?: number }>;
/** Up to the point where the provider sends the browser back. */
const totTerug = (browser: Browser, wie: string) => browser.volg(`${url}/servicepunt/aanmelden`, `${url}/servicepunt/aanmelden/terug`, wie);
const log = () => d.omgeving.opslag.lees.selectFrom("auditregel").selectAll().orderBy("volgnummer").execute() as Promise<Auditregel[]>;

test("an employee signs in with the work account, comes back to the filters, and is known by name and role", async () => {
  const browser = new Browser();
  expect(await (await browser.open(`${url}/v1/servicepunt/aanmeldwijze`)).json()).toEqual({ wijze: "oidc" });
  expect((await meldAan(browser, "bea+iets-anders+meldcode-team+meldcode-lezers", "sector=onderwijs&zoek=a b")).href).toBe(`${url}/servicepunt?sector=onderwijs&zoek=a+b`);
  expect(await huidig(browser)).toEqual({ naam: "Medewerker bea", rol: "behandelen", csrfToken: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(await log()).toMatchObject([{ wie: "oidc:bea+iets-anders+meldcode-team+meldcode-lezers", naam: "Medewerker bea", wat: "aanmelden", waarover: '{"rol":"behandelen"}' }]);
  expect(browser.koekje(host, "aanmelding")).toBe("");
});

test("the provider is asked for a code with PKCE, a state and a nonce, each time others; the cookie is short-lived and out of reach of scripts", async () => {
  const gevraagd = await Promise.all([1, 2].map(() => new Browser().open(`${url}/servicepunt/aanmelden`)));
  const [een, twee] = gevraagd.map((antwoord) => new URL(antwoord.headers.get("location") ?? "").searchParams);
  expect(Object.fromEntries(een ?? [])).toMatchObject({ response_type: "code", code_challenge_method: "S256", redirect_uri: `${url}/servicepunt/aanmelden/terug`, scope: "openid profile" });
  for (const naam of ["state", "nonce", "code_challenge"]) {
    expect(een?.get(naam)).toMatch(/^[\w-]{43}$/);
    expect(een?.get(naam)).not.toBe(twee?.get(naam));
  }
  expect(gevraagd[0]?.headers.getSetCookie()).toEqual([expect.stringMatching(/^aanmelding=[\w-]+; Path=\/servicepunt; HttpOnly; SameSite=Lax; Max-Age=600$/)]);
});

test.each([
  ["nobody", "piet", "geen-rol"],
  ["who belongs to other groups", "piet+iets-anders", "geen-rol"],
  ["who says no at the provider", null, "geweigerd"],
])("%s gets in, and the page is told why", async (_wie, naam, reden) => {
  const browser = new Browser();
  expect((await meldAan(browser, naam, "sector=onderwijs")).href).toBe(`${url}/servicepunt?sector=onderwijs#aanmelden=${reden}`);
  expect(await huidig(browser)).toMatchObject({ status: 401 });
  // Not even the name of who has no business here.
  expect(await log()).toMatchObject([{ wie: "onbekend", naam: "", wat: "aanmelden-mislukt", waarover: "{}" }]);
});

test("without a name at the provider its own id of the person is shown", async () => {
  const browser = new Browser();
  await meldAan(browser, "naamloos+meldcode-beheer");
  expect(await huidig(browser)).toMatchObject({ naam: "naamloos+meldcode-beheer", rol: "beheren" });
});

describe("whoever gets hold of an address with a code cannot use it", () => {
  const reden = async (antwoord: Promise<Response>) => new URL((await antwoord).headers.get("location") ?? "", url).hash;

  test("in another browser, where no sign-in was begun", async () => {
    const terug = await totTerug(new Browser(), "bea+meldcode-beheer");
    const ander = new Browser();
    expect(await reden(ander.open(terug))).toBe("#aanmelden=verlopen");
    expect(await huidig(ander)).toMatchObject({ status: 401 });
  });
  test("in a browser that began a sign-in of its own", async () => {
    const terug = await totTerug(new Browser(), "bea+meldcode-beheer");
    const ander = new Browser();
    await ander.open(`${url}/servicepunt/aanmelden`);
    expect(await reden(ander.open(terug))).toBe("#aanmelden=mislukt");
    expect(await huidig(ander)).toMatchObject({ status: 401 });
  });
  test("with the state made to fit: the verifier and the nonce do not", async () => {
    const browser = new Browser();
    const terug = await totTerug(browser, "bea+meldcode-beheer");
    const goed = JSON.parse(Buffer.from(browser.koekje(host, "aanmelding"), "base64url").toString());
    for (const deel of [{ verifier: "v".repeat(43) }, { nonce: "n".repeat(43) }]) {
      const ander = new Browser();
      await ander.open(`${url}/servicepunt/aanmelden`);
      ander.zetKoekje(host, "aanmelding", Buffer.from(JSON.stringify({ ...goed, ...deel })).toString("base64url"));
      expect(await reden(ander.open(terug))).toBe("#aanmelden=mislukt");
    }
  });
  test("a second time", async () => {
    const browser = new Browser();
    const terug = await totTerug(browser, "bea+meldcode-beheer");
    const koekje = browser.koekje(host, "aanmelding");
    expect(await reden(browser.open(terug))).toBe("");
    browser.zetKoekje(host, "aanmelding", koekje);
    expect(await reden(browser.open(terug))).toBe("#aanmelden=mislukt");
  });
  test("nor guess on and on: then everything of that address waits", async () => {
    const browser = new Browser();
    const probeer = async () => {
      await browser.open(`${url}/servicepunt/aanmelden`);
      return reden(browser.open(`${url}/servicepunt/aanmelden/terug?code=x&state=y`));
    };
    for (let i = 0; i < 10; i++) expect(await probeer()).toBe("#aanmelden=mislukt");
    expect(await probeer()).toBe("#aanmelden=te-druk");
  });
  test("nor guess much at once", async () => {
    const browser = new Browser();
    await browser.open(`${url}/servicepunt/aanmelden`);
    const koekje = browser.koekje(host, "aanmelding");
    const { state } = JSON.parse(Buffer.from(koekje, "base64url").toString());
    const probeer = () => d.vraag({ url: `/servicepunt/aanmelden/terug?code=x&state=${state}&iss=${encodeURIComponent(aanbieder.instelling.issuer.origin)}`, headers: { host, cookie: `aanmelding=${koekje}` } });
    const pogingen = await Promise.all(Array.from({ length: 15 }, probeer));
    expect(pogingen.filter(({ headers }) => headers.location === "/servicepunt#aanmelden=te-druk")).toHaveLength(5);
    expect(await log()).toHaveLength(10);
  });
});

test("a page elsewhere that sends one's browser here cannot fill the log with it, nor make one's colleagues wait", async () => {
  for (let i = 0; i < 15; i++) await new Browser().open(`${url}/servicepunt/aanmelden/terug?code=x&state=y`);
  expect(await log()).toEqual([]);
  expect(d.log.filter(({ soort }) => soort === "storing")).toEqual([]);
  await meldAan(new Browser(), "bea+meldcode-lezers");
  expect(await log()).toMatchObject([{ wat: "aanmelden" }]);
});

test.each([
  ["is no name", "a b"],
  ["is half an address", "["],
])("a host that %s is refused, and is no fault of ours", async (_wat, kwaad) => {
  for (const pad of ["/servicepunt/aanmelden", "/servicepunt/aanmelden/terug", "/servicepunt/afmelden"]) {
    const koekje = Buffer.from(JSON.stringify({ state: "s", nonce: "n", verifier: "v", filters: "" })).toString("base64url");
    expect((await d.vraag({ url: pad, headers: { host: kwaad, cookie: `aanmelding=${koekje}` } })).statusCode).toBe(400);
  }
  expect(d.log.filter(({ soort }) => soort === "storing")).toEqual([]);
});

describe("an id token that the provider did not sign is not believed", () => {
  const eigen = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const ander = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const deel = (inhoud: unknown) => Buffer.from(JSON.stringify(inhoud)).toString("base64url");
  const rs256 = (sleutel: typeof eigen) => (tekst: string) => sign("sha256", Buffer.from(tekst), sleutel.privateKey).toString("base64url");

  /** A provider whose token endpoint answers what `teken` signed, as one would on the way to it. */
  async function metToken(alg: string, teken: (tekst: string) => string): Promise<string> {
    let nonce = "";
    const nep = createServer((verzoek, uit) => {
      const issuer = `http://${verzoek.headers.host}`;
      const nu = Math.floor(Date.now() / 1000);
      const token = `${deel({ alg, kid: "1" })}.${deel({ iss: issuer, aud: aanbieder.instelling.clientId, sub: "bea", name: "Bea", groepen: ["meldcode-beheer"], nonce, iat: nu, exp: nu + 60 })}`;
      const antwoorden: Record<string, unknown> = {
        "/.well-known/openid-configuration": { issuer, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/jwks` },
        "/jwks": { keys: [{ ...eigen.publicKey.export({ format: "jwk" }), kid: "1", use: "sig", alg: "RS256" }] },
        "/token": { access_token: "x", token_type: "Bearer", id_token: `${token}.${teken(token)}` },
      };
      uit.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(antwoorden[verzoek.url ?? ""]));
    });
    await new Promise<void>((klaar) => nep.listen(0, "127.0.0.1", klaar));
    await d.sluit();
    await start({ ...aanbieder.instelling, issuer: new URL(`http://127.0.0.1:${(nep.address() as AddressInfo).port}`) }); // it listens on a port
    const browser = new Browser();
    const gevraagd = new URL((await browser.open(`${url}/servicepunt/aanmelden`)).headers.get("location") ?? "").searchParams;
    nonce = gevraagd.get("nonce") ?? "";
    const terug = await browser.open(`${url}/servicepunt/aanmelden/terug?code=x&state=${gevraagd.get("state")}`);
    nep.close();
    nep.closeAllConnections();
    return terug.headers.get("location") ?? "";
  }

  test.each([
    ["signed with the provider's key it is", "RS256", rs256(eigen), "/servicepunt"],
    ["with another's", "RS256", rs256(ander), "/servicepunt#aanmelden=mislukt"],
    ["with nothing", "none", () => "", "/servicepunt#aanmelden=mislukt"],
    ["with the provider's public key as if that were a secret", "HS256", (tekst: string) => createHmac("sha256", eigen.publicKey.export({ type: "spki", format: "pem" })).update(tekst).digest("base64url"), "/servicepunt#aanmelden=mislukt"],
    ["with our own secret", "HS256", (tekst: string) => createHmac("sha256", aanbieder.instelling.clientSecret).update(tekst).digest("base64url"), "/servicepunt#aanmelden=mislukt"],
  ])("%s", async (_wat, alg, teken, daar) => {
    expect(await metToken(alg, teken)).toBe(daar);
  });
});

test("signing in again gives a new session and ends the one before; signing out ends it, and leads to the provider's own page for that", async () => {
  const browser = new Browser();
  await meldAan(browser, "bea+meldcode-lezers");
  const eerste = browser.koekje(host, "sessie");
  await meldAan(browser, "bea+meldcode-lezers");
  const tweede = browser.koekje(host, "sessie");
  expect(tweede).not.toBe(eerste);
  const met = (sessie: string) => d.vraag({ url: "/v1/servicepunt/sessies/huidige", headers: { cookie: `sessie=${sessie}` } });
  expect([(await met(eerste)).statusCode, (await met(tweede)).statusCode]).toEqual([401, 200]);
  const { csrfToken } = await huidig(browser);
  await d.vraag({ method: "DELETE", url: "/v1/servicepunt/sessies/huidige", headers: { cookie: `sessie=${tweede}`, "x-csrf-token": csrfToken } });
  expect((await met(tweede)).statusCode).toBe(401);
  const af = new URL((await browser.open(`${url}/servicepunt/afmelden`)).headers.get("location") ?? "");
  expect([af.origin, af.searchParams.get("post_logout_redirect_uri")]).toEqual([aanbieder.instelling.issuer.origin, `${url}/servicepunt`]);
});

test("with work accounts there is no signing in with a password of this service", async () => {
  const antwoord = await d.vraag({ method: "POST", url: "/v1/servicepunt/sessies", payload: { naam: "jan", wachtwoord: "x" } });
  expect(antwoord.statusCode).toBe(401);
  expect(antwoord.json<{ detail: string }>().detail).toContain("werkaccount");
});

test("what stands in the address it should come back to is only ever the query of this page", async () => {
  for (const kwaad of ["//elders.example", "\\\\elders.example", "https://elders.example/", "x\r\nSet-Cookie: a=b", "#aanmelden=x"]) {
    const daar = await meldAan(new Browser(), "bea+meldcode-lezers", kwaad);
    expect([daar.origin, daar.pathname, daar.hash]).toEqual([url, "/servicepunt", ""]);
  }
});

describe("a provider that fails", () => {
  async function metAanbieder(antwoord: { status: number; inhoud: unknown } | null): Promise<Server> {
    const kapot = createServer((verzoek, uit) => {
      if (!antwoord) return void verzoek.socket.destroy();
      uit.writeHead(antwoord.status, { "content-type": "application/json" }).end(JSON.stringify(antwoord.inhoud));
    });
    await new Promise<void>((klaar) => kapot.listen(0, "127.0.0.1", klaar));
    await d.sluit();
    await start({ ...aanbieder.instelling, issuer: new URL(`http://127.0.0.1:${(kapot.address() as AddressInfo).port}`) }); // it listens on a port
    return kapot;
  }
  test.each([
    ["is down", null],
    ["answers with an error", { status: 500, inhoud: {} }],
    ["says it is another", { status: 200, inhoud: { issuer: "https://elders.example" } }],
  ])("%s: the page says so, nobody is signed in, and the log names no more than a code", async (_wat, antwoord) => {
    const kapot = await metAanbieder(antwoord);
    const terug = await new Browser().open(`${url}/servicepunt/aanmelden?terug=zoek%3Dkanarie`);
    expect(terug.headers.get("location")).toBe("/servicepunt?zoek=kanarie#aanmelden=onbereikbaar");
    expect(d.log.find(({ soort }) => soort === "storing")).toEqual({ soort: "storing", methode: "GET", route: "/servicepunt/aanmelden", klasse: "Aanmeldfout", code: expect.stringMatching(/^[A-Z_]*$/) });
    expect(JSON.stringify(d.log)).not.toContain("kanarie");
    expect(await log()).toEqual([]);
    kapot.close();
  });

  test("goes down while the employee is typing: the page says so", async () => {
    const browser = new Browser();
    const tijdelijk = await startAanbieder(url);
    await d.sluit();
    await start(tijdelijk.instelling);
    const terug = await totTerug(browser, "bea+meldcode-beheer");
    await tijdelijk.stop();
    expect((await browser.open(terug)).headers.get("location")).toBe("/servicepunt#aanmelden=onbereikbaar");
    expect(await huidig(browser)).toMatchObject({ status: 401 });
  });
});

test("a claim that is one word instead of a list counts too; without a good one there is no role", () => {
  const rolVan = (bewering: unknown) => hoogsteRol(aanbieder.instelling.rollen, bewering);
  expect(["meldcode-team", ["meldcode-team", "meldcode-beheer"], [], undefined, null, 3, { a: 1 }].map(rolVan)).toEqual(["behandelen", "beheren", ...Array(5).fill(undefined)]);
});
