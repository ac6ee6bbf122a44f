/** The identity provider lets the service in and then says nothing, or one byte at a time. */
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { dienst, type Dienst } from "../../src/endpoint/testtaal";
import { Browser } from "../toegang/proefaanbieder";

/** Milliseconds; an employee looks at an empty page for so long. Twice what the service waits, for a busy machine. */
const LIMIET = 10_000;
const TERUG = "/servicepunt#aanmelden=onbereikbaar";

const zwijgt = (): void => undefined;
const druppelt = (antwoord: ServerResponse): void => {
  antwoord.writeHead(200, { "content-type": "application/json" });
  const kraan = setInterval(() => antwoord.write(" "), 100);
  antwoord.on("close", () => clearInterval(kraan));
};

const servers: Server[] = [];
const diensten: Dienst[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
  for (const d of diensten.splice(0)) await d.sluit();
});

async function luister(server: Server): Promise<string> {
  servers.push(server);
  await new Promise<void>((klaar) => server.listen(0, "127.0.0.1", klaar));
  return `http://localhost:${(server.address() as AddressInfo).port}`; // listens on TCP
}

/** A service whose provider knows what it is, unless that is what it does not say; everything else it answers with `doet`. */
async function dienstBij(doet: (antwoord: ServerResponse) => void, zegtWatHijIs: boolean): Promise<string> {
  const adres = await luister(
    createServer(({ url }, antwoord) => {
      if (!zegtWatHijIs || url !== "/.well-known/openid-configuration") return doet(antwoord);
      antwoord.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ issuer: adres, authorization_endpoint: `${adres}/in`, token_endpoint: `${adres}/token`, jwks_uri: `${adres}/jwks`, end_session_endpoint: `${adres}/uit`, response_types_supported: ["code"], subject_types_supported: ["public"], id_token_signing_alg_values_supported: ["RS256"] }));
    }),
  );
  const oidc = new Map([["GM0599", { issuer: new URL(adres), clientId: "c", clientSecret: "g", rolclaim: "groepen", rollen: new Map() }]]);
  const d = await dienst({ oidc, nu: () => new Date() });
  diensten.push(d);
  return d.server.listen({ port: 0, host: "127.0.0.1" });
}

/** Where an employee ends up who signs in. */
async function meldAan(basis: string): Promise<string | null> {
  const browser = new Browser();
  const heen = (await browser.open(`${basis}/servicepunt/aanmelden`)).headers.get("location") ?? "";
  if (!heen.startsWith("http")) return heen;
  const state = new URL(heen).searchParams.get("state");
  return (await browser.open(`${basis}/servicepunt/aanmelden/terug?code=x&state=${state}`)).headers.get("location");
}

test("signing in and out come back within their limit, and the page says that the provider cannot be reached", async () => {
  const bij = [await dienstBij(zwijgt, false), await dienstBij(druppelt, false), await dienstBij(zwijgt, true), await dienstBij(druppelt, true)];
  const [geen = ""] = bij;
  const begin = performance.now();
  const afmelden = new Browser().open(`${geen}/servicepunt/afmelden`);
  expect(await Promise.all(bij.map(meldAan))).toEqual(bij.map(() => TERUG));
  expect((await afmelden).headers.get("location")).toBe("/servicepunt");
  expect(performance.now() - begin).toBeLessThan(LIMIET);
});
