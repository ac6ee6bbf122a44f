import { afzender, type Afzender, dienst, type Dienst, staat } from "../testtaal";
import { leesAntwoorden, lijn, luister, verwachtRauwProbleem, vraagRauw } from "./lijn.testtaal";

/** On real connections: what comes in there is not always HTTP, not always whole and not always in time. */
const TIJDEN = { kopregels: 300, verzoek: 600, stil: 700, rust: 500, controle: 50 };
let d: Dienst;
let a: Afzender;
let poort: number;
beforeAll(async () => {
  d = await dienst({ tijden: TIJDEN });
  a = await afzender(d);
  poort = await luister(d);
});
afterAll(() => d.sluit());

describe("what Node would answer itself is a problem with all headers", () => {
  const kop = "GET /v1/beleid HTTP/1.1\r\nHost: x\r\n";
  test.each([
    ["a request line that is none", "nonsens\r\n\r\n", "ongeldige-inzending"],
    ["a method that does not exist", "HAAL /v1/beleid HTTP/1.1\r\nHost: x\r\n\r\n", "ongeldige-inzending"],
    ["TLS where none is spoken", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", "ongeldige-inzending"],
    ["HTTP/2 without asking", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "ongeldige-inzending"],
    ["no Host", "GET /v1/beleid HTTP/1.1\r\n\r\n", "ongeldige-inzending"],
    ["two Hosts", `${kop}Host: y\r\n\r\n`, "ongeldige-inzending"],
    ["a header without a colon", `${kop}onzin\r\n\r\n`, "ongeldige-inzending"],
    ["two lengths", "PUT /v1/beleid HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", "ongeldige-inzending"],
    ["a length and chunks", "PUT /v1/beleid HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "ongeldige-inzending"],
    ["a tunnel", "CONNECT elders:443 HTTP/1.1\r\nHost: elders:443\r\n\r\n", "ongeldige-inzending"],
    ["an expectation nobody knows", `${kop}Expect: thee\r\n\r\n`, "verwachting-onbekend"],
    ["headers over 16 kB", `${kop}X-Veel: ${"x".repeat(20_000)}\r\n\r\n`, "kopregels-te-groot"],
    ["an address over 8 kB", `GET /v1/${"a".repeat(9_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, "adres-te-lang"],
  ] as const)("%s", async (_wat, bytes, code) => {
    const antwoorden = leesAntwoorden(await vraagRauw(poort, bytes));
    expect(antwoorden).toHaveLength(1);
    verwachtRauwProbleem(antwoorden[0], code);
    expect(antwoorden[0]?.koppen.connection).toBe("close");
  });

  test("a part of an address that is too long", async () => {
    verwachtRauwProbleem(leesAntwoorden(await vraagRauw(poort, `GET /v1/organisaties/${"a".repeat(200)}/registraties HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`))[0], "adres-te-lang");
  });

  test("a body in broken chunks", async () => {
    const bytes = `PUT ${a.pad}/registraties/r HTTP/1.1\r\nHost: x\r\nAuthorization: ${a.koppen.authorization}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`;
    verwachtRauwProbleem(leesAntwoorden(await vraagRauw(poort, bytes))[0], "ongeldige-inzending");
  });
});

test("the answer to a good request comes first and whole, whatever is sent behind it", async () => {
  const inhoud = JSON.stringify(staat([3]));
  const put = `PUT ${a.pad}/registraties/gevolgd HTTP/1.1\r\nHost: x\r\nAuthorization: ${a.koppen.authorization}\r\nIf-None-Match: *\r\nContent-Type: application/json\r\nContent-Length: ${inhoud.length}\r\n\r\n${inhoud}`;
  const [eerste, tweede] = leesAntwoorden(await vraagRauw(poort, `${put}dit is geen HTTP\r\n\r\n`));
  expect(eerste).toMatchObject({ status: 201 });
  expect(JSON.parse(eerste?.lichaam ?? "")).toMatchObject({ versie: 1 });
  verwachtRauwProbleem(tweede, "ongeldige-inzending");
});

test("what is refused by its headers is answered, also while the body still comes", async () => {
  const deze = lijn(poort);
  deze.stuur("PUT /v1/organisaties/ORG/registraties/r HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 900000\r\n\r\n");
  for (let i = 0; i < 8; i++) deze.stuur("x".repeat(100_000));
  const antwoorden = leesAntwoorden(await deze.alles);
  verwachtRauwProbleem(antwoorden[0], "toegang-ongeldig");
  expect(antwoorden).toHaveLength(1);
});

/** None of them stops by itself: that it ends at all, before jest's own limit, is what the service does. */
describe("slow senders are answered and cut off within the limit", () => {
  /** Sends one byte of `bytes` each 20 ms, until the service has had enough. */
  async function druppel(bytes: string): Promise<string> {
    const deze = lijn(poort);
    let i = 0;
    const kraan = setInterval(() => deze.socket.writable && deze.stuur(bytes[i++ % bytes.length] ?? ""), 20);
    const tekst = await deze.alles;
    clearInterval(kraan);
    return tekst;
  }

  test("headers that never end", async () => {
    const tekst = await druppel(`GET /v1/beleid HTTP/1.1\r\nHost: x\r\nX-Traag: ${"a".repeat(1000)}`);
    verwachtRauwProbleem(leesAntwoorden(tekst)[0], "te-traag");
  });

  test("a body that never ends", async () => {
    const deze = lijn(poort);
    deze.stuur(`PUT ${a.pad}/registraties/traag HTTP/1.1\r\nHost: x\r\nAuthorization: ${a.koppen.authorization}\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n`);
    const kraan = setInterval(() => deze.socket.writable && deze.stuur(" "), 20);
    verwachtRauwProbleem(leesAntwoorden(await deze.alles)[0], "te-traag");
    clearInterval(kraan);
  });

  test("a connection on which nothing is said", async () => {
    const tekst = await lijn(poort).alles;
    if (tekst !== "") verwachtRauwProbleem(leesAntwoorden(tekst)[0], "te-traag");
  });

  test("a connection kept after an answer", async () => {
    const deze = lijn(poort);
    deze.stuur("GET /v1/beleid HTTP/1.1\r\nHost: x\r\n\r\n");
    const [antwoord, ...meer] = leesAntwoorden(await deze.alles);
    expect([antwoord?.status, meer]).toEqual([200, []]);
  });

  test("a sender that reads nothing and never closes", async () => {
    const verbonden = new Promise((klaar) => d.server.server.once("connection", klaar));
    const deze = lijn(poort, { halfOpen: true });
    deze.socket.pause();
    deze.stuur("nonsens\r\n\r\n");
    await verbonden;
    await eventueel(async () => (await openVerbindingen()) === 0);
    deze.socket.destroy();
  });

  test("a sender that asks for more than fits on the line and reads nothing", async () => {
    const deze = lijn(poort);
    deze.socket.pause();
    deze.stuur("GET /v1/openapi.json HTTP/1.1\r\nHost: x\r\n\r\n".repeat(200));
    // It is being answered, and the answer does not fit.
    await eventueel(async () => (await openVerbindingen()) === 1);
    await eventueel(async () => (await openVerbindingen()) === 0);
    deze.socket.destroy();
  });

  test("three hundred of them do not keep another from being answered", async () => {
    const traag = Array.from({ length: 300 }, () => lijn(poort));
    for (const deze of traag) deze.stuur("GET /v1/beleid HTTP/1.1\r\nX-Traag: ");
    const [antwoord] = leesAntwoorden(await vraagRauw(poort, "GET /v1/beleid HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
    expect(antwoord?.status).toBe(200);
    await Promise.all(traag.map((deze) => deze.alles));
    await eventueel(async () => (await openVerbindingen()) === 0);
  });
});

function openVerbindingen(): Promise<number> {
  return new Promise((klaar, mislukt) => d.server.server.getConnections((fout, aantal) => (fout ? mislukt(fout) : klaar(aantal))));
}

async function eventueel(klopt: () => Promise<boolean>): Promise<void> {
  while (!(await klopt())) await new Promise((klaar) => setTimeout(klaar, 20));
}
