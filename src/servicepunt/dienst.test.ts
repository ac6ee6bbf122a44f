import { maakDienst } from "./dienst";
import { BELEID, INSTELLING, maand } from "./proefdienst";

interface Verzoek {
  readonly adres: string;
  readonly methode: string;
  readonly kopregels: Headers;
  readonly inhoud: unknown;
}

/** A service whose server gives these answers, one after the other; a rejection stands for no answer. */
function metAntwoorden(...antwoorden: readonly (() => Promise<Response>)[]) {
  const verzoeken: Verzoek[] = [];
  const dienst = maakDienst(async (adres, init) => {
    verzoeken.push({ adres: String(adres), methode: init?.method ?? "GET", kopregels: new Headers(init?.headers), inhoud: init?.body });
    const antwoord = antwoorden[verzoeken.length - 1];
    if (!antwoord) throw new Error("one request too many");
    return antwoord();
  });
  return { dienst, verzoeken };
}
const json = (status: number, inhoud: unknown, kopregels: Record<string, string> = {}) => async () => new Response(JSON.stringify(inhoud), { status, headers: kopregels });
const probleem = (status: number, detail: string, fouten?: { pad: string; melding: string }[]) =>
  json(status, { type: "https://monitor-meldcode.nl/problemen/x", status, title: "t", detail, ...(fouten && { fouten }) });
const sessie = json(201, { naam: "anna", rol: "beheren", csrfToken: "geheim" });
const niemand = () => new AbortController().signal;
const vraag = { van: maand("2026-01"), tot: maand("2026-03"), sector: null, zoek: "" } as const;

test("the token of the session goes along with what changes something, and never with what only looks", async () => {
  const code = { organisatieId: "ORG-1", activeringscode: "7K3M", geldigTot: "2026-05-01T00:00:00Z" };
  const { dienst, verzoeken } = metAntwoorden(sessie, json(201, code), json(200, { van: "2026-01", tot: "2026-03", aantal: 0, rijen: [], totalen: [] }));
  await dienst.meldAan("anna", "wachtwoord");
  expect(await dienst.nieuweCode("ORG-1")).toEqual({ gelukt: true, waarde: code });
  await dienst.overzicht(vraag, niemand());
  expect(verzoeken.map((v) => v.kopregels.get("x-csrf-token"))).toEqual(["", "geheim", null]);
  expect(verzoeken[1]).toMatchObject({ methode: "POST", adres: "/v1/servicepunt/organisaties/ORG-1/activeringscodes" });
});

test("the overview is asked by months and sector, and the export of it has the same address", async () => {
  const { dienst, verzoeken } = metAntwoorden(json(200, { van: "2026-01", tot: "2026-03", aantal: 0, rijen: [], totalen: [] }));
  await dienst.overzicht({ ...vraag, sector: "onderwijs" }, niemand());
  expect(verzoeken[0]?.adres).toBe("/v1/servicepunt/responsoverzicht?van=2026-01&tot=2026-03&sector=onderwijs&vanaf=0&aantal=200");
  expect(dienst.exportadres({ ...vraag, zoek: "a&b" })).toBe("/v1/servicepunt/responsoverzicht/export?van=2026-01&tot=2026-03&zoek=a%26b");
});

test("the policy is set only as it was when the change was begun, and who was too late is told so", async () => {
  const stand = { versie: 4, beleid: BELEID, aantal: 4, versies: [] };
  const { dienst, verzoeken } = metAntwoorden(json(200, stand, { etag: '"4"' }), probleem(412, "verouderd"));
  expect(await dienst.beleidsbeheer(0)).toEqual({ gelukt: true, waarde: { ...stand, etag: '"4"' } });
  expect(await dienst.zetBeleid(INSTELLING, '"4"')).toEqual({ gelukt: false, fout: { soort: "verouderd" } });
  expect(verzoeken[1]).toMatchObject({ methode: "PUT", adres: "/v1/servicepunt/beleid", inhoud: JSON.stringify(INSTELLING) });
  expect(verzoeken[1]?.kopregels.get("if-match")).toBe('"4"');
});

test("an id from the address bar cannot reach another path", async () => {
  const { dienst, verzoeken } = metAntwoorden(probleem(404, "onbekend"));
  expect(await dienst.dossier("../sessies/huidige", 0, niemand())).toEqual({ gelukt: false, fout: { soort: "niet-gevonden" } });
  expect(verzoeken[0]?.adres).toBe("/v1/servicepunt/organisaties/..%2Fsessies%2Fhuidige?vanaf=0");
});

test.each([
  ["nobody is signed in", probleem(401, "x"), { soort: "aanmelden" }],
  ["too many requests, with a time to wait", json(429, {}, { "retry-after": "30" }), { soort: "te-druk", seconden: 30 }],
  ["too many requests, without one", json(429, {}), { soort: "te-druk", seconden: null }],
  ["the server fails", probleem(500, "x"), { soort: "storing" }],
  ["the server fails without saying how", json(502, "x"), { soort: "storing" }],
  ["what was asked is not right", probleem(400, "De naam klopt niet.", [{ pad: "naam", melding: "Is leeg." }]), { soort: "geweigerd", melding: "De naam klopt niet. Is leeg." }],
  ["a proxy answers with a page", async () => new Response("<html>", { status: 200 }), { soort: "storing" }],
  ["the answer has another shape", json(200, { rijen: 3 }), { soort: "storing" }],
  ["the server cannot be reached", async () => Promise.reject(new TypeError("fetch failed")), { soort: "onbereikbaar" }],
  [
    "the answer is cut off half-way",
    async () =>
      new Response(
        new ReadableStream({
          start: (stroom) => {
            stroom.enqueue(new TextEncoder().encode('{"van":'));
            stroom.error(new Error("cut off"));
          },
        }),
      ),
    { soort: "onbereikbaar" },
  ],
])("when %s, the user is told so", async (_, antwoord, fout) => {
  expect(await metAntwoorden(antwoord).dienst.overzicht(vraag, niemand())).toEqual({ gelukt: false, fout });
});

describe("when somebody signed in again in another tab", () => {
  const weigering = probleem(403, "Dit verzoek kwam niet herkenbaar van de pagina.");
  const code = { organisatieId: "ORG-1", activeringscode: "7K3M", geldigTot: "2026-05-01T00:00:00Z" };
  const nu = (naam: string, csrfToken: string) => json(200, { naam, rol: "beheren", csrfToken });

  test("what is done here goes along with the new token, without a word", async () => {
    const { dienst, verzoeken } = metAntwoorden(sessie, weigering, nu("anna", "nieuw"), json(201, code));
    await dienst.meldAan("anna", "wachtwoord");
    expect(await dienst.nieuweCode("ORG-1")).toEqual({ gelukt: true, waarde: code });
    expect(verzoeken.map((v) => v.kopregels.get("x-csrf-token"))).toEqual(["", "geheim", null, "nieuw"]);
  });

  test.each([
    ["as somebody else", nu("bert", "nieuw")],
    ["not at all: it is the role that does not reach", nu("anna", "geheim")],
  ])("%s, it is refused and not done", async (_, antwoord) => {
    const { dienst, verzoeken } = metAntwoorden(sessie, weigering, antwoord, probleem(500, "x"));
    await dienst.meldAan("anna", "wachtwoord");
    expect(await dienst.nieuweCode("ORG-1")).toMatchObject({ gelukt: false, fout: { soort: "geweigerd" } });
    expect(verzoeken).toHaveLength(3);
    // Nor does anything after it go in that other name.
    await dienst.nieuweCode("ORG-1");
    expect(verzoeken[3]?.kopregels.get("x-csrf-token")).toBe("geheim");
  });
});

test("after signing out the token is no longer known", async () => {
  const { dienst, verzoeken } = metAntwoorden(sessie, async () => new Response(null, { status: 204 }), probleem(401, "x"));
  await dienst.meldAan("anna", "wachtwoord");
  expect(await dienst.meldAf()).toEqual({ gelukt: true, waarde: null });
  await dienst.nieuweCode("ORG-1");
  expect(verzoeken[2]?.kopregels.get("x-csrf-token")).toBe("");
});
