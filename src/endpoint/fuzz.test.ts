import fc from "fast-check";
import { afzender, type Afzender, dienst, type Dienst, staat } from "./testtaal";

/** Whatever comes in: never a 5xx, and what is refused is refused as a problem. */
let d: Dienst;
let a: Afzender;
beforeAll(async () => {
  d = await dienst();
  a = await afzender(d);
});
afterAll(() => d.sluit());

async function stuur(method: "GET" | "PUT" | "POST" | "DELETE" | "PATCH", url: string, headers: Record<string, string>, payload?: string): Promise<void> {
  const antwoord = await d.vraag({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
  expect(antwoord.statusCode).toBeLessThan(500);
  expect(antwoord.headers["api-version"]).toBe("1.0.0");
  if (antwoord.statusCode >= 400) expect(antwoord.headers["content-type"]).toMatch(/^application\/problem\+json/);
}

const kop = fc.string({ unit: fc.constantFrom(..."\"*W/,; abc=-_.0<>{}é"), maxLength: 20 });
const methode = fc.constantFrom("GET", "PUT", "POST", "DELETE", "PATCH");

test("any JSON, any headers, on the call that matters", async () => {
  const bijna = fc.tuple(fc.constantFrom("schema", "inzendingId", "vanaf", "tot", "minimum", "maanden", "uitsplitsingen", "bevestigdeVerlagingen", "vervangt", "anders"), fc.jsonValue()).map(([naam, waarde]) => JSON.stringify({ ...staat([3]), [naam]: waarde }));
  const lichaam = fc.oneof(bijna, fc.json(), fc.string({ unit: "binary" }));
  await fc.assert(
    fc.asyncProperty(lichaam, fc.option(kop), fc.option(kop), fc.constantFrom("application/json", "application/json; charset=x", "text/plain", ""), async (payload, ifMatch, ifNoneMatch, type) => {
      await stuur("PUT", `${a.pad}/registraties/r`, { ...a.koppen, ...(type ? { "content-type": type } : {}), ...(ifMatch === null ? {} : { "if-match": ifMatch }), ...(ifNoneMatch === null ? {} : { "if-none-match": ifNoneMatch }) }, payload);
    }),
    { numRuns: 1000 },
  );
});

test("any address with any method", async () => {
  const deel = fc.oneof(fc.constantFrom("v1", "organisaties", a.id, "registraties", "ontvangstbewijzen", "servicepunt", "responsoverzicht", "export", "sessies", "huidige", "beleid", "activeringen", "health", "..", "%00", "%2e%2e", ""), fc.string({ unit: "grapheme", maxLength: 8 }).map((tekst) => encodeURIComponent(tekst)));
  await fc.assert(
    fc.asyncProperty(methode, fc.array(deel, { maxLength: 6 }), kop, fc.option(fc.json()), async (method, delen, vraag, payload) => {
      await stuur(method, `/${delen.join("/")}?van=${encodeURIComponent(vraag)}`, { ...a.koppen, "content-type": "application/json", cookie: `sessie=${vraag}`, "x-csrf-token": vraag }, method === "GET" || payload === null ? undefined : payload);
    }),
    { numRuns: 1000 },
  );
});
