/** The server as it is built, in production: nobody gets in with what the demo made. */
import { join } from "node:path";
import { bouwServer, proefmap, ruimOp, startProces } from "../uitrol/proces";

let server: string;
beforeAll(() => {
  server = bouwServer();
});
afterEach(ruimOp);

test("the demo does not start, and neither does a server on a register that the demo filled", async () => {
  const MELDCODE_DATA = proefmap("demo");
  await expect(startProces([process.execPath, server], { MELDCODE_DATA, MELDCODE_DEMO: "1", NODE_ENV: "production" })).rejects.toThrow(/MELDCODE_DEMO=1 kan niet samen met NODE_ENV=production/);
  const demo = await startProces([process.execPath, server], { MELDCODE_DATA, MELDCODE_DEMO: "1" });
  demo.kind.kill("SIGTERM");
  await demo.uitgang;
  await expect(startProces([process.execPath, server], { MELDCODE_DATA, NODE_ENV: "production" })).rejects.toThrow(/gegevens zijn die van de demo/);
});

test("with work accounts it starts without asking the provider anything, and keeps on serving organisations when that is down", async () => {
  const { basis } = await startProces([process.execPath, server], {
    MELDCODE_DATA: join(proefmap("oidc"), "data"),
    OIDC_ISSUER: "http://localhost:9",
    OIDC_CLIENT_ID: "monitor",
    OIDC_CLIENT_SECRET: "geheim",
    OIDC_ROLLEN: "lezers=lezen",
  });
  expect((await fetch(`${basis}/v1/beleid`)).status).toBe(200);
  expect(await (await fetch(`${basis}/v1/servicepunt/aanmeldwijze`)).json()).toEqual({ wijze: "oidc" });
  const aanmelden = await fetch(`${basis}/servicepunt/aanmelden`, { redirect: "manual" });
  expect([aanmelden.status, aanmelden.headers.get("location")]).toEqual([302, "/servicepunt#aanmelden=onbereikbaar"]);
});
