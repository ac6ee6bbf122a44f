import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import type { IncomingHttpHeaders } from "node:http";
import { request } from "node:https";
import { join } from "node:path";
import { findNginx } from "../../scripts/machine.js";
import { vasteKopregels } from "../../src/endpoint/http/kopregels";
import { staat } from "../../src/endpoint/testtaal";
import { PROBLEMEN } from "../../src/meldcode/uitwisseling/probleem";
import { bouwServer, maakOrganisatie, proefmap, ruimOp, startProces, vrijePoort } from "./proces";

/** The example proxy. */
const NGINX = readFileSync("deploy/nginx.conf", "utf8");

test("what the proxy answers by itself is a problem that the service could have answered, and keeps the browser on https", () => {
  const eigen = [...NGINX.matchAll(/return (\d{3}) '(\{.*\})';/g)].map(([, status, inhoud = ""]) => ({ antwoord: Number(status), ...(JSON.parse(inhoud) as { type: string; status: number; title: string }) }));
  expect(eigen).toHaveLength(3);
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
  for (const server of servers) {
    expect(server).toContain("access_log off;");
    // Lower levels name the client: "crit" whoever sends a record that is not TLS, "alert" whoever is one too many.
    expect(server).toMatch(/error_log \S+ emerg;/);
  }
  for (const kop of ["Host $host", "X-Forwarded-For $remote_addr", "X-Forwarded-Proto https"]) expect(NGINX).toContain(`proxy_set_header ${kop};`);
});

describe("nginx with the example, before the service", () => {
  let stopNginx: (() => void) | undefined;
  afterEach(() => {
    stopNginx?.();
    ruimOp();
  });

  test("hands on what the service takes and refuses, answers a problem by itself, and keeps nothing", async () => {
    const map = proefmap("proxy");
    const { pad, koppen } = await maakOrganisatie(map);
    const dienst = await startProces(["node", bouwServer()], { MELDCODE_DATA: map, MELDCODE_HTTPS: "1", MELDCODE_PROXIES: "1" });
    const { poort, httpPoort, stop } = await startNginx(map, new URL(dienst.basis).port);
    stopNginx = stop;
    const put = `${pad}/registraties/r`;
    const eerste = { ...koppen, "if-none-match": "*" };

    const ontvangen = await vraag(poort, "PUT", put, eerste, JSON.stringify(staat([3])));
    expect([ontvangen.status, ontvangen.koppen["strict-transport-security"], ontvangen.koppen["x-content-type-options"]]).toEqual([201, "max-age=31536000; includeSubDomains", "nosniff"]);
    // What is too large is said by the service itself, as far as nginx can bring it there.
    for (const [status, antwoord] of [
      [413, await vraag(poort, "PUT", put, eerste, "x".repeat(1_500_000))],
      [431, await vraag(poort, "GET", "/v1/beleid", { "x-veel": "x".repeat(20_000) })],
      [414, await vraag(poort, "GET", `/v1/beleid?${"x".repeat(9_000)}`)],
    ] as const) {
      expect([antwoord.status, antwoord.koppen["content-type"], antwoord.koppen["api-version"]]).toEqual([status, expect.stringContaining("application/problem+json"), "1.0.0"]);
    }
    for (const [status, antwoord] of [
      [413, await vraag(poort, "PUT", put, eerste, "x".repeat(3_000_000))],
      [400, await vraag(poort, "GET", "/v1/beleid", { "x-veel": "x".repeat(40_000) })],
      [400, await vraag(poort, "GET", `/v1/beleid?${"x".repeat(40_000)}`)],
    ] as const) verwachtEigenProbleem(antwoord, status);

    // Nobody passes for many by what he writes himself.
    const pogingen = [];
    for (let i = 0; i < 11; i++) pogingen.push(await vraag(poort, "POST", "/v1/activeringen", { "content-type": "application/json", "x-forwarded-for": `192.0.2.${i}` }, '{"activeringscode":"0000-0000-0000-0001"}'));
    expect(pogingen.map(({ status }) => status)).toEqual([...pogingen.slice(1).map(() => 400), 429]);
    const http = await fetch(`http://127.0.0.1:${httpPoort}/servicepunt`, { redirect: "manual" });
    expect([http.status, http.headers.get("location")]).toEqual([308, "https://127.0.0.1/servicepunt"]);

    dienst.kind.kill("SIGTERM");
    expect(await dienst.uitgang).toBe(0);
    for (const adres of ["/v1/openapi.json", "/taskpane.html", "/servicepunt"]) {
      const weg = await vraag(poort, "GET", adres);
      verwachtEigenProbleem(weg, 503);
      expect(weg.koppen["retry-after"]).toBe("60");
    }
    stop();
    expect(readFileSync(join(map, "monitor-meldcode.log"), "utf8")).toBe("");
    rmSync(map, { recursive: true });
  }, 60_000);
});

/** The example as it is, but for the places that stand for those of a municipality; and the smallest file around it. */
async function startNginx(map: string, dienst: string): Promise<{ readonly poort: number; readonly httpPoort: number; readonly stop: () => void }> {
  const programma = findNginx();
  if (programma === undefined) throw new Error("nginx is not here: `npm test` installs it on Debian and Ubuntu.");
  const [poort, httpPoort] = [await vrijePoort(), await vrijePoort()];
  execFileSync("openssl", ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", "/CN=proef", "-keyout", join(map, "sleutel.pem"), "-out", join(map, "keten.pem")], { stdio: "ignore" });
  const voorbeeld = NGINX.replace("127.0.0.1:3000", `127.0.0.1:${dienst}`)
    .replace("listen 80;", `listen 127.0.0.1:${httpPoort};`)
    .replace("listen 443 ssl;", `listen 127.0.0.1:${poort} ssl;`)
    .replaceAll(/^ *listen \[::\].*$/gm, "")
    .replaceAll("/etc/ssl/meldcode", map)
    .replace("/var/log/nginx", map);
  const paden = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((soort) => `${soort}_temp_path ${join(map, soort)};`);
  const gebruiker = process.getuid?.() === 0 ? "user root;" : "";
  writeFileSync(join(map, "nginx.conf"), `${gebruiker} pid ${join(map, "nginx.pid")}; events {} http { ${paden.join(" ")}\n${voorbeeld}}\n`);
  const opdracht = ["-p", map, "-e", join(map, "nginx.log"), "-c", join(map, "nginx.conf")];
  // Returns when it listens.
  execFileSync(programma, opdracht);
  let draait = true;
  const stop = (): void => {
    if (draait) execFileSync(programma, [...opdracht, "-s", "stop"]);
    draait = false;
  };
  return { poort, httpPoort, stop };
}

interface Antwoord {
  readonly status: number;
  readonly koppen: IncomingHttpHeaders;
  readonly inhoud: string;
}

function vraag(poort: number, method: string, path: string, headers: Readonly<Record<string, string>> = {}, inhoud = ""): Promise<Antwoord> {
  return new Promise((klaar, mislukt) => {
    let antwoordt = false;
    const verzoek = request({ host: "127.0.0.1", port: poort, method, path, headers: { ...headers, ...(inhoud !== "" && { "content-length": Buffer.byteLength(inhoud) }) }, agent: false, rejectUnauthorized: false }, (antwoord) => {
      antwoordt = true;
      let tekst = "";
      antwoord.on("data", (stuk: Buffer) => (tekst += stuk.toString()));
      antwoord.on("end", () => klaar({ status: antwoord.statusCode ?? 0, koppen: antwoord.headers, inhoud: tekst }));
    });
    // A refusal can come while the rest is still being sent.
    verzoek.on("error", (fout) => void (antwoordt || mislukt(fout)));
    verzoek.end(inhoud);
  });
}

function verwachtEigenProbleem({ status, koppen, inhoud }: Antwoord, verwacht: number): void {
  expect([status, koppen["content-type"], koppen["strict-transport-security"], koppen["api-version"]]).toEqual([verwacht, "application/problem+json", "max-age=31536000; includeSubDomains", undefined]);
  expect(JSON.parse(inhoud)).toMatchObject({ status });
}
