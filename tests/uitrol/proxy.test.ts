import { readFileSync } from "node:fs";
import { vasteKopregels } from "../../src/endpoint/http/kopregels";
import { PROBLEMEN } from "../../src/meldcode/uitwisseling/probleem";

/** The example proxy. nginx itself is not needed to look at it. */
const NGINX = readFileSync("deploy/nginx.conf", "utf8");

test("what the proxy answers by itself is a problem that the service could have answered, and keeps the browser on https", () => {
  const eigen = [...NGINX.matchAll(/return (\d{3}) '(\{.*\})';/g)].map(([, status, inhoud = ""]) => ({ antwoord: Number(status), ...(JSON.parse(inhoud) as { type: string; status: number; title: string }) }));
  expect(eigen).toHaveLength(2);
  for (const { antwoord, type, status, title } of eigen) {
    const code = type.slice(type.lastIndexOf("/") + 1) as keyof typeof PROBLEMEN; // one that is not there fails below
    expect([title, type]).toEqual([PROBLEMEN[code].title, `https://monitor-meldcode.nl/problemen/${code}`]);
    expect(antwoord).toBe(status);
    // Of storing the catalogue names 500; a service that is away is 503, as from the service itself.
    expect(status).toBe(code === "storing" ? 503 : PROBLEMEN[code].status);
  }
  const hsts = [...NGINX.matchAll(/add_header Strict-Transport-Security "(.*)" always;/g)].map(([, waarde]) => waarde);
  expect(hsts).toEqual(eigen.map(() => vasteKopregels(true)["Strict-Transport-Security"]));
});

test("the proxy keeps no address of anyone, and hands on what the service needs", () => {
  const servers = NGINX.split(/^server \{/m).slice(1);
  for (const server of servers) expect(server).toContain("access_log off;");
  expect(NGINX).toMatch(/error_log \S+ crit;/);
  for (const kop of ["Host $host", "X-Forwarded-For $remote_addr", "X-Forwarded-Proto https"]) expect(NGINX).toContain(`proxy_set_header ${kop};`);
});
