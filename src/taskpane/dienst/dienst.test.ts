import { type Dienst, maakDienst } from "./dienst";

const TOEGANG = { organisatieId: "ORG-7K3M-Q2XA", toegangssleutel: "geheim" };
const VERZOEK = { registratieId: "r-1", body: "{}", etag: '"3-abc"' };
const BEWIJS = { kenmerk: "MM-2026-7K3M-Q2X", organisatieId: "ORG-7K3M-Q2XA", registratieId: "r-1", inzendingId: "i", versie: 1, ontvangenOp: "2026-04-15T08:31:00Z", wijzigingen: [], uitsplitsingWijzigingen: [], hash: "0" };

function dienstMet(antwoord: (adres: string, verzoek: RequestInit) => Promise<Response>): { dienst: Dienst; verzoeken: [string, RequestInit][] } {
  const verzoeken: [string, RequestInit][] = [];
  const fetch = (adres: RequestInfo | URL, verzoek: RequestInit = {}) => {
    verzoeken.push([String(adres), verzoek]);
    return antwoord(String(adres), verzoek);
  };
  return { dienst: maakDienst({ basis: "https://gemeente.test/v1", fetch, tijdslimiet: 50 }), verzoeken };
}
const json = (inhoud: unknown, init: ResponseInit = {}) => async () => new Response(JSON.stringify(inhoud), init);
const probleem = (code: string, status: number, meer: object = {}, headers: HeadersInit = {}) =>
  json({ type: `https://monitor-meldcode.nl/problemen/${code}`, status, title: "t", detail: "Zo zit het.", ...meer }, { status, headers });

test("a state goes as it is, with the key and its condition, and brings back receipt and version", async () => {
  const { dienst, verzoeken } = dienstMet(json(BEWIJS, { status: 200, headers: { etag: '"4-def"' } }));
  expect(await dienst.verzend(TOEGANG, VERZOEK)).toEqual({ gelukt: true, waarde: { bewijs: BEWIJS, etag: '"4-def"' } });
  expect(verzoeken[0]?.[0]).toBe("https://gemeente.test/v1/organisaties/ORG-7K3M-Q2XA/registraties/r-1");
  expect(verzoeken[0]?.[1]).toMatchObject({ method: "PUT", body: "{}", credentials: "omit", headers: { authorization: "Bearer geheim", "if-match": '"3-abc"' } });
  await dienst.verzend(TOEGANG, { ...VERZOEK, etag: null });
  expect(verzoeken[1]?.[1].headers).toMatchObject({ "if-none-match": "*" });
});

test.each<[string, () => Promise<Response>, object]>([
  ["no connection", () => Promise.reject(new TypeError("Failed to fetch")), { soort: "geen-verbinding" }],
  ["no answer in time", () => new Promise(() => undefined), { soort: "te-traag" }],
  ["a page in place of an answer", async () => new Response("<html>", { status: 200 }), { soort: "onleesbaar", status: 200 }],
  ["JSON of another service", json({ hallo: 1 }), { soort: "onleesbaar", status: 200 }],
  ["a proxy's own 401", async () => new Response("<html>", { status: 401 }), { soort: "onleesbaar", status: 401 }],
  ["a proxy's own 413", async () => new Response("<html>", { status: 413 }), { soort: "probleem", code: "te-groot" }],
  ["a proxy's own 503", async () => new Response("", { status: 503 }), { soort: "probleem", code: "storing" }],
  ["a problem of the catalogue", probleem("periode-gesloten", 409, { perioden: ["2026-01"] }), { soort: "probleem", code: "periode-gesloten", detail: "Zo zit het.", perioden: ["2026-01"] }],
  ["a problem that is not in it", probleem("iets-anders", 418), { soort: "onleesbaar", status: 418 }],
  ["too many requests", probleem("te-veel-verzoeken", 429, {}, { "retry-after": "30" }), { soort: "probleem", code: "te-veel-verzoeken", wachtSeconden: 30 }],
  ["a Retry-After that is no number", probleem("te-veel-verzoeken", 429, {}, { "retry-after": "straks" }), { soort: "probleem", wachtSeconden: null }],
])("%s is told as such", async (_naam, antwoord, storing) => {
  const { dienst } = dienstMet(antwoord);
  expect(await dienst.verzend(TOEGANG, VERZOEK)).toMatchObject({ gelukt: false, storing });
});

test("an answer whose body breaks off counts as no answer", async () => {
  const breektAf = new ReadableStream({ start: (controle) => controle.error(new TypeError("terminated")) });
  const { dienst } = dienstMet(async () => new Response(breektAf, { status: 201 }));
  expect(await dienst.verzend(TOEGANG, VERZOEK)).toEqual({ gelukt: false, storing: { soort: "geen-verbinding" } });
});

test("a state without its version cannot be followed up, so it is not taken", async () => {
  const registratie = { schema: "registratie/1", inzendingId: "5b0c2f6e-0d7a-4c59-9a53-0f5d3a1f2b11", vanaf: "2026-01", tot: "2026-01", minimum: 3, maanden: [{ periode: "2026-01", gestart: 0, afgesloten: 0 }], uitsplitsingen: [], bevestigdeVerlagingen: [] };
  expect(await dienstMet(json(registratie)).dienst.staat(TOEGANG, "r-1")).toEqual({ gelukt: false, storing: { soort: "onleesbaar", status: 200 } });
  expect(await dienstMet(json(registratie, { headers: { etag: '"1"' } })).dienst.staat(TOEGANG, "r-1")).toEqual({ gelukt: true, waarde: { registratie, etag: '"1"' } });
});

test("an activation carries the key with which a lost answer can be asked for again", async () => {
  const { dienst, verzoeken } = dienstMet(json({ organisatie: { organisatieId: "ORG-7K3M-Q2XA", naam: "De Klimop", sector: "onderwijs", eenpersoons: false }, toegangssleutel: "s", geldigTot: "2027-01-01T00:00:00Z" }, { status: 201 }));
  expect(await dienst.activeer("7K3M-Q2XA-9D4F-T6WB", "sleutel")).toMatchObject({ gelukt: true });
  expect(verzoeken[0]?.[1]).toMatchObject({ method: "POST", body: '{"activeringscode":"7K3M-Q2XA-9D4F-T6WB"}', headers: { "Idempotency-Key": "sleutel" } });
});
