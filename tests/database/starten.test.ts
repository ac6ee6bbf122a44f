/** What an administrator reads when PostgreSQL does not let the service in. */
import { bouwServer, ruimOp, startProces } from "../uitrol/proces";

afterEach(ruimOp);

/** The database of the tests, with something else in its address. */
function adres(wijzig: (url: URL) => void): string {
  const url = new URL(process.env.TESTDATABASE_URL ?? "");
  wijzig(url);
  return url.href;
}

test("a database or a user that is not there, and a connection that cannot be made safe: in Dutch, without the password", async () => {
  const bundel = bouwServer();
  const weigering = (url: string): Promise<string> => startProces(["node", bundel], { DATABASE_URL: url }).then(() => "", (fout: unknown) => String(fout));
  expect(await weigering(adres((url) => (url.pathname = "/nergens")))).toContain("De server kan niet starten: deze database bestaat niet.");
  const vreemde = await weigering(adres((url) => Object.assign(url, { username: "vreemde", password: "kanarie" })));
  expect(vreemde).toContain("De server kan niet starten: de database laat deze gebruiker niet toe.");
  expect(vreemde).not.toContain("kanarie");
  expect(await weigering(adres((url) => url.searchParams.set("sslmode", "verify-full")))).toContain("de beveiligde verbinding met de database lukt niet");
}, 60_000);
