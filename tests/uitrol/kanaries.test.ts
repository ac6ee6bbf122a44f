import { readdirSync, readFileSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { staat } from "../../src/endpoint/testtaal";
import { bouwServer, maakOrganisatie, proefmap, ruimOp, startProces } from "./proces";

/** An underscore: so that no registratieId can be called this, which is kept as the sender chose it. */
const KANARIE = "kanarie_PietJansen_0612345678";
/** Every header of a request that the service or Node might look at, and some that nobody knows. */
const KOPPEN = [
  ...["accept", "accept-charset", "accept-encoding", "accept-language", "access-control-request-headers", "access-control-request-method", "authorization", "cache-control", "connection", "content-disposition"],
  ...["content-encoding", "content-language", "content-length", "content-location", "content-range", "content-type", "cookie", "date", "dnt", "expect", "forwarded", "from", "host", "idempotency-key", "if-match"],
  ...["if-modified-since", "if-none-match", "if-range", "if-unmodified-since", "keep-alive", "max-forwards", "origin", "pragma", "prefer", "proxy-authorization", "range", "referer", "sec-fetch-site", "te"],
  ...["trailer", "transfer-encoding", "upgrade", "user-agent", "via", "warning", "x-csrf-token", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-http-method-override", "x-real-ip", "x-request-id", KANARIE],
];
const ROUTES = ["/v1/beleid", "/v1/openapi.json", "/v1/activeringen", "/v1/organisaties/ORG/registraties/r", "/v1/servicepunt/sessies", "/v1/servicepunt/organisaties", "/health/ready", "/.well-known/security.txt", "/nergens"];

/** Sends it, closes our side, and answers all that came back. */
function stuur(poort: number, bytes: string): Promise<string> {
  return new Promise((klaar) => {
    const socket = connect(poort, "127.0.0.1");
    let tekst = "";
    socket.on("data", (stuk) => (tekst += stuk.toString("latin1")));
    socket.on("error", () => undefined);
    socket.on("close", () => klaar(tekst));
    socket.end(bytes);
  });
}

afterEach(ruimOp);

test("nothing a sender plants in a header, path, query or body comes out: not in an answer, the log, the metrics or the database", async () => {
  const map = proefmap("kanaries");
  const { pad, koppen } = await maakOrganisatie(map);
  const { kind, basis, logboek, uitgang } = await startProces(["node", bouwServer()], { MELDCODE_DATA: map, MELDCODE_PROXIES: "1" });
  const poort = Number(new URL(basis).port);
  const sleutel = `Authorization: ${koppen.authorization}\r\n`;
  const verzoek = (methode: string, adres: string, regels = "", lichaam = "") =>
    `${methode} ${adres} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${regels}${lichaam === "" ? "" : `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(lichaam)}\r\n`}\r\n${lichaam}`;
  const goed = JSON.stringify(staat([3]));
  const put = `${pad}/registraties/lijst`;

  const verzoeken = [
    ...ROUTES.flatMap((route) => KOPPEN.map((kop) => verzoek("GET", route, `${kop}: ${KANARIE}\r\n`))),
    ...KOPPEN.map((kop) => verzoek("PUT", put, `${sleutel}If-None-Match: *\r\n${kop}: ${KANARIE}\r\n`, goed)),
    ...KOPPEN.map((kop) => verzoek("POST", `${pad}/toegangssleutels`, `${sleutel}${kop}: ${KANARIE}\r\n`)),
    ...ROUTES.flatMap((route) => [verzoek("GET", `${route}/${KANARIE}`), verzoek("GET", `${route}?${KANARIE}=${KANARIE}`), verzoek("POST", `${route}/${KANARIE}%zz`), verzoek(KANARIE, route), verzoek("GET", `http://${KANARIE}${route}`)]),
    ...[`{"${KANARIE}":1}`, `"${KANARIE}"`, KANARIE, `{"activeringscode":"${KANARIE}"}`, `{"naam":"${KANARIE}","wachtwoord":"${KANARIE}"}`, JSON.stringify({ ...staat([3]), vanaf: KANARIE, [KANARIE]: [KANARIE] }), goed.replace('"gestart"', `"${KANARIE}"`)].flatMap((lichaam) => [
      verzoek("PUT", put, `${sleutel}If-None-Match: *\r\n`, lichaam),
      verzoek("POST", "/v1/activeringen", "", lichaam),
      verzoek("POST", "/v1/servicepunt/sessies", "", lichaam),
    ]),
    verzoek("GET", `/v1/organisaties/${KANARIE}/registraties`, sleutel),
    verzoek("GET", `${pad}/registraties/${KANARIE}`, sleutel),
    verzoek("GET", `${pad}/ontvangstbewijzen/${KANARIE}`, sleutel),
    `PUT ${put} HTTP/1.1\r\nHost: x\r\n${sleutel}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\nTrailer: x-${KANARIE}\r\n\r\n2;${KANARIE}=${KANARIE}\r\n{}\r\n0\r\nX-${KANARIE}: ${KANARIE}\r\n\r\n`,
    `GET ${KANARIE} HTTP/1.1\r\n\r\n`,
    `${KANARIE}\r\n\r\n`,
    `GET /v1/beleid HTTP/1.1\r\nHost: x\r\nX-Veel: ${KANARIE.repeat(1000)}\r\n\r\n`,
    `CONNECT ${KANARIE}:443 HTTP/1.1\r\nHost: ${KANARIE}\r\n\r\n`,
  ];
  for (const een of verzoeken) {
    const antwoord = await stuur(poort, een);
    expect([antwoord.toLowerCase().includes(KANARIE.toLowerCase()) ? een.slice(0, 200) : "", /^HTTP\/1\.1 5/.test(antwoord) ? een.slice(0, 200) : ""]).toEqual(["", ""]);
  }
  kind.kill("SIGTERM");
  expect(await uitgang).toBe(0);

  const regels = logboek().trimEnd().split("\n").map((regel) => JSON.parse(regel) as Record<string, unknown>);
  expect(regels.length).toBeGreaterThan(verzoeken.length * 0.8);
  // No field but these, whatever happens.
  expect([...new Set(regels.flatMap((regel) => Object.keys(regel)))].sort()).toEqual(["methode", "milliseconden", "op", "route", "soort", "status"]);
  const bewaard = logboek() + readdirSync(map).map((naam) => readFileSync(join(map, naam), "latin1")).join("");
  expect(bewaard).not.toMatch(/kanarie|PietJansen|0612345678|127\.0\.0\.1/i);
  expect(logboek()).not.toMatch(/ORG-|GM\d{4}/);
  rmSync(map, { recursive: true });
}, 120_000);
