import { afzender, type Afzender, dienst, type Dienst, staat } from "../testtaal";
import { API_VERSIE } from "./kopregels";
import { verwachtProbleem } from "./probleem.testtaal";

/** What holds for every call of api.md. */
let d: Dienst;
let a: Afzender;
beforeEach(async () => {
  d = await dienst();
  a = await afzender(d);
});
afterEach(() => d.sluit());

test.each([
  ["/v1/beleid", 200],
  ["/v1/openapi.json", 200],
  ["/health/live", 200],
  ["/health/ready", 200],
  ["/v1/nergens", 404],
  ["/%zz", 400],
])("GET %s answers %i with the API version and without room for a script or a frame", async (url, status) => {
  const antwoord = await d.vraag(url);
  expect(antwoord.statusCode).toBe(status);
  expect(antwoord.headers).toMatchObject({
    "api-version": API_VERSIE,
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "x-frame-options": "DENY",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
  });
});

test.each(["/v1/beleid/", "/v1/activeringen/", "/v1/openapi.json/", "/v1", "/", "/health/live/"])("a trailing slash or an unknown address is a problem: %s", async (url) => {
  verwachtProbleem(await d.vraag(url), "niet-gevonden");
});

test.each([
  ["DELETE", "/v1/beleid"],
  ["PATCH", "/v1/activeringen"],
  ["OPTIONS", "/v1/nergens"],
] as const)("a method that does not exist there is a problem: %s %s", async (method, url) => {
  verwachtProbleem(await d.vraag({ method, url }), "niet-gevonden");
});

test("OPTIONS says which methods there are, and HEAD is GET without the body", async () => {
  const opties = await d.vraag({ method: "OPTIONS", url: `${a.pad}/registraties/r` });
  expect([opties.statusCode, opties.headers.allow, opties.headers["api-version"], opties.body]).toEqual([204, "GET, HEAD, OPTIONS, PUT", API_VERSIE, ""]);
  const [get, head] = [await d.vraag("/v1/beleid"), await d.vraag({ method: "HEAD", url: "/v1/beleid" })];
  expect([head.statusCode, head.body, head.headers["content-length"]]).toEqual([200, "", get.headers["content-length"]]);
  expect((await d.vraag({ method: "HEAD", url: "/v1/nergens" })).statusCode).toBe(404);
});

test("policy and the API's own description may be fetched from anywhere", async () => {
  for (const url of ["/v1/beleid", "/v1/openapi.json"]) expect((await d.vraag(url)).headers["access-control-allow-origin"]).toBe("*");
});

test("only the add-in's own origin may call with a key", async () => {
  const ander = await dienst({ herkomsten: ["https://invoegtoepassing.example"] });
  const vlucht = (origin: string) =>
    ander.vraag({ method: "OPTIONS", url: "/v1/organisaties/ORG/registraties/r", headers: { origin, "access-control-request-method": "PUT", "access-control-request-headers": "authorization,if-match" } });
  const eigen = await vlucht("https://invoegtoepassing.example");
  expect(eigen.statusCode).toBe(204);
  expect(eigen.headers).toMatchObject({ "access-control-allow-origin": "https://invoegtoepassing.example", "api-version": API_VERSIE });
  expect(eigen.headers["access-control-allow-headers"]).toContain("If-Match");
  expect(eigen.headers["access-control-allow-credentials"]).toBeUndefined();
  expect((await vlucht("https://elders.example")).headers["access-control-allow-origin"]).toBeUndefined();
  // What anyone may fetch stays so for the add-in.
  expect((await ander.vraag({ url: "/v1/openapi.json", headers: { origin: "https://invoegtoepassing.example" } })).headers["access-control-allow-origin"]).toBe("*");
  await ander.sluit();
});

test("the origin the service itself is reached at is the add-in's own too", async () => {
  const vraag = (origin: string) => d.vraag({ url: `${a.pad}/registraties`, headers: { host: "meldcode.example:3000", origin } });
  expect((await vraag("http://meldcode.example:3000")).headers["access-control-allow-origin"]).toBe("http://meldcode.example:3000");
  for (const origin of ["https://meldcode.example:3000", "http://meldcode.example", "null"]) expect((await vraag(origin)).headers["access-control-allow-origin"]).toBeUndefined();
});

test("over https the browser is told to stay there", async () => {
  const veilig = await dienst({ https: true });
  expect((await veilig.vraag("/v1/beleid")).headers["strict-transport-security"]).toContain("max-age=");
  await veilig.sluit();
});

describe("a body that cannot be taken", () => {
  const stuur = (payload: string, type = "application/json", koppen: Record<string, string> = a.koppen) =>
    d.vraag({ method: "PUT", url: `${a.pad}/registraties/r`, headers: { ...koppen, "content-type": type, "if-none-match": "*" }, payload });

  test.each(["{", "", "nee", '{"__proto__":{}}', "\u0000", "[".repeat(10_000)])("is no JSON: %j", async (payload) => {
    verwachtProbleem(await stuur(payload), "ongeldige-inzending");
  });
  test.each(["text/plain", "application/xml", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "nonsens"])("is %s", async (type) => {
    verwachtProbleem(await stuur("{}", type), "mediatype");
  });
  test("is larger than 1 MB", async () => {
    verwachtProbleem(await stuur(JSON.stringify({ vulling: "x".repeat(10_000_000) })), "te-groot");
  });
  test("is not looked at without a key", async () => {
    verwachtProbleem(await stuur("x".repeat(2_000_000), "text/plain", {}), "toegang-ongeldig");
  });
  test.each(["[]", "null", "1", '"tekst"', "{}"])("is JSON of another kind: %s", async (payload) => {
    expect(verwachtProbleem(await stuur(payload), "ongeldige-inzending").fouten?.length).toBeGreaterThan(0);
  });
  test("names all errors at once, and never a property that does not belong", async () => {
    const probleem = verwachtProbleem(await a.put("r", { ...staat(), schema: undefined, minimum: "drie", vanaf: "2026-13", geheimPietJansen: 1 }), "ongeldige-inzending");
    expect(probleem.fouten?.map((fout) => fout.pad).sort()).toEqual(["", "minimum", "schema", "vanaf"]);
    expect(JSON.stringify(probleem)).not.toContain("PietJansen");
    expect(JSON.stringify(probleem.fouten)).not.toMatch(/Invalid|expected|required/i);
  });
  test.each([
    ["sums that do not add up", { maanden: [{ periode: "2026-01", gestart: 5, afgesloten: 0 }] }, "uitsplitsingen.0.aantal"],
    ["a span below k", { minimum: 4 }, "uitsplitsingen.0.aantal"],
    ["a month missing", { tot: "2026-02" }, "maanden"],
    ["more closed than started", { maanden: [{ periode: "2026-01", gestart: 3, afgesloten: 4 }] }, "maanden.0.afgesloten"],
  ])("breaks an invariant: %s", async (_wat, delen, pad) => {
    const probleem = verwachtProbleem(await a.put("r", { ...staat([3]), ...delen }), "ongeldige-inzending");
    expect(probleem.fouten?.map((fout) => fout.pad)).toContain(pad);
  });
});

test("a fault of ours says nothing of the inside and logs only its class", async () => {
  await d.opslag.sluit();
  const antwoord = await d.vraag({ url: `${a.pad}/registraties`, headers: a.koppen });
  verwachtProbleem(antwoord, "storing");
  expect(antwoord.body).not.toMatch(/driver|destroyed|sqlite|\.ts/i);
  expect(d.log.at(-2)).toEqual({ soort: "storing", methode: "GET", route: "/v1/organisaties/:organisatieId/registraties", klasse: "Error", code: "" });
  verwachtProbleem(await d.vraag("/health/ready"), "storing", 503);
  expect((await d.vraag("/health/live")).statusCode).toBe(200);
  await d.server.close();
});
