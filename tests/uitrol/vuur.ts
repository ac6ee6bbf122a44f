import { randomBytes } from "node:crypto";
import { Agent, request } from "node:http";
import { connect } from "node:net";
import type { OpenAPIV3_1 } from "openapi-types";
import { staat } from "../../src/endpoint/testtaal";

/** What came of so many requests that nobody in his right mind would send. */
export interface Verslag {
  readonly verzoeken: number;
  /** How often each status was answered; 0: closed without an answer, which raw bytes may be. */
  readonly statussen: Readonly<Record<number, number>>;
  /** A 5xx, a refusal that is no problem, an answer without our headers, a request without an answer: must be []. */
  readonly missers: readonly string[];
}

export interface Doel {
  readonly basis: string;
  readonly pad: string;
  readonly koppen: Readonly<Record<string, string>>;
}

/** Repeatable chance (mulberry32), so that what is found can be found again. */
export class Kans {
  constructor(private zaad: number) {}
  getal(onder: number): number {
    this.zaad = (this.zaad + 0x6d2b79f5) | 0;
    let t = Math.imul(this.zaad ^ (this.zaad >>> 15), 1 | this.zaad);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % onder;
  }
  een<T>(uit: readonly [T, ...T[]]): T {
    return uit[this.getal(uit.length)] ?? uit[0];
  }
  vaak(procent: number): boolean {
    return this.getal(100) < procent;
  }
}

const METHODEN = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"] as const;
const RAAR = ["", "0", "-1", "1e999", "9007199254740993", "null", "true", "%00", "..", "../../etc/passwd", "'; drop table staat; --", "<script>", "\u202e", "💥", "é", "2026-13", "2026-00", "9999-12", "ORG-0000-0000", "*", '"1-abc"', "W/\"x\"", "a".repeat(70), "a".repeat(300), "a".repeat(5000)] as const;
const WAARDEN: readonly [unknown, ...unknown[]] = [null, true, false, 0, -1, 1.5, 1e308, Number.MAX_SAFE_INTEGER, "", "x", "2026-13", "\u0000", "a".repeat(10_000), [], {}, [[[[[]]]]], { een: { twee: {} } }, [1, "2", null]];
const KOPPEN = ["if-match", "if-none-match", "content-type", "content-encoding", "accept", "accept-encoding", "range", "origin", "cookie", "x-csrf-token", "idempotency-key", "authorization", "x-forwarded-proto", "te", "access-control-request-method"] as const;

/** Sends `aantal` requests: four of five made from the API's description and then spoiled, one of five spoiled bytes on a bare connection. */
export async function vuur(doel: Doel, aantal: number, { zaad = 1, tegelijk = 16 } = {}): Promise<Verslag> {
  const kans = new Kans(zaad);
  const document = (await (await fetch(`${doel.basis}/v1/openapi.json`)).json()) as OpenAPIV3_1.Document;
  const paden = [...Object.keys(document.paths ?? {}).map((pad) => `/v1${pad}`), "/health/live", "/health/ready", "/.well-known/security.txt", "/", "/servicepunt", "/nergens/{iets}"];
  const agent = new Agent({ keepAlive: true, maxSockets: tegelijk });
  const statussen: Record<number, number> = {};
  const missers: string[] = [];
  let begonnen = 0;
  const schutter = async (): Promise<void> => {
    while (begonnen < aantal) {
      begonnen++;
      const proef = kans.vaak(80) ? beschreven(doel, kans, paden) : bytes(doel, kans, paden);
      const { status, oordeel } = await (typeof proef === "string" ? stuurBytes(doel, proef) : stuurVerzoek(doel, agent, proef));
      statussen[status] = (statussen[status] ?? 0) + 1;
      if (oordeel !== "") missers.push(`${oordeel}: ${JSON.stringify(proef).slice(0, 500)}`);
    }
  };
  await Promise.all(Array.from({ length: tegelijk }, schutter));
  agent.destroy();
  return { verzoeken: begonnen, statussen, missers };
}

interface Verzoek {
  readonly methode: string;
  readonly pad: string;
  readonly koppen: Record<string, string>;
  readonly lichaam: string;
}

function beschreven(doel: Doel, kans: Kans, paden: readonly string[]): Verzoek {
  const sjabloon = paden[kans.getal(paden.length)] ?? "/";
  const eigen = doel.pad.slice("/v1/organisaties/".length);
  const pad = sjabloon.replace(/\{(\w+)\}/g, (_, naam: string) => (kans.vaak(70) ? (naam === "organisatieId" ? eigen : kans.een(["r", "r1", "r2", "MM-2026-0000-000"])) : encodeURIComponent(kans.een(RAAR))));
  // The call that matters most, often enough to get past its door.
  if (kans.vaak(20)) return { methode: "PUT", pad: `${doel.pad}/registraties/r${kans.getal(50)}`, koppen: { ...doel.koppen, "content-type": "application/json", "if-none-match": "*" }, lichaam: lichaam(kans) };
  const vraag = Array.from({ length: kans.getal(3) }, () => `${kans.een(["van", "tot", "sector", "zoek", "cursor", "limiet", "__proto__"])}=${kans.vaak(50) ? kans.een(["2026-01", "2026-03", "onderwijs"]) : encodeURIComponent(kans.een(RAAR))}`).join("&");
  const koppen: Record<string, string> = { ...(kans.vaak(80) ? doel.koppen : {}), "content-type": kans.vaak(85) ? "application/json" : "text/plain", "if-none-match": "*" };
  // Other senders all the time, or the limit would answer everything; signing in costs a slow hash, so there it may.
  if (!pad.includes("sessies")) koppen["x-forwarded-for"] = `10.${kans.getal(256)}.${kans.getal(256)}.${kans.getal(256)}`;
  for (let i = kans.getal(3); i > 0; i--) koppen[kans.een(KOPPEN)] = kans.een(RAAR).replace(/[^\t\x20-\x7e]/g, "?");
  return { methode: kans.vaak(70) ? kans.een(["GET", "PUT", "POST"]) : kans.een(METHODEN), pad: vraag === "" ? pad : `${pad}?${vraag}`, koppen, lichaam: lichaam(kans) };
}

/** A good state, sign-in or organisation of which something may have been replaced, added, left out or cut off. */
function lichaam(kans: Kans): string {
  const goed = kans.een<() => unknown>([() => staat([3, 0, 4]), () => ({ activeringscode: "0000-0000-0000-0001" }), () => ({ naam: "x", sector: "onderwijs" }), () => kans.een(WAARDEN)])();
  if (kans.vaak(20)) return JSON.stringify(goed);
  const bedorven = JSON.parse(JSON.stringify(goed, (_naam, waarde: unknown) => (kans.vaak(8) ? structuredClone(kans.een(WAARDEN)) : waarde)) ?? "null") as unknown;
  if (kans.vaak(20) && typeof bedorven === "object" && bedorven !== null) Object.assign(bedorven, { [kans.een(RAAR)]: kans.een(WAARDEN) });
  const tekst = JSON.stringify(bedorven);
  return kans.vaak(10) ? tekst.slice(0, kans.getal(tekst.length + 1)) : tekst;
}

/** A good request on the wire in which bytes were changed, left out, repeated or put in. */
function bytes(doel: Doel, kans: Kans, paden: readonly string[]): string {
  const { methode, pad, koppen, lichaam: inhoud } = beschreven(doel, kans, paden);
  const regels = Object.entries(koppen).map(([naam, waarde]) => `${naam}: ${waarde}\r\n`);
  let tekst = `${methode} ${pad} HTTP/1.1\r\nHost: x\r\n${regels.join("")}Content-Length: ${Buffer.byteLength(inhoud)}\r\n\r\n${inhoud}`;
  for (let i = kans.getal(4); i >= 0; i--) {
    const [hier, lengte] = [kans.getal(tekst.length + 1), kans.getal(40)];
    const stuk = kans.een<() => string>([() => "", () => "\r\n", () => "\0", () => String.fromCharCode(kans.getal(256)).repeat(lengte), () => tekst.slice(hier, hier + lengte).repeat(3), () => "Transfer-Encoding: chunked\r\n", () => "Content-Length: 5\r\n", () => "Expect: 100-continue\r\n"])();
    tekst = tekst.slice(0, hier) + stuk + tekst.slice(hier + (kans.vaak(50) ? lengte : 0));
  }
  return tekst;
}

interface Uitkomst {
  readonly status: number;
  readonly oordeel: string;
}

function stuurVerzoek({ basis }: Doel, agent: Agent, { methode, pad, koppen, lichaam: inhoud }: Verzoek): Promise<Uitkomst> {
  return new Promise((klaar) => {
    const metLichaam = methode !== "TRACE" && methode !== "GET" && methode !== "HEAD";
    const vraag = request(basis + pad, { method: methode, agent, headers: { ...koppen, ...(metLichaam ? { "content-length": Buffer.byteLength(inhoud) } : {}) }, timeout: 20_000 }, (antwoord) => {
      antwoord.resume();
      antwoord.on("end", () => klaar(beoordeel(antwoord.statusCode ?? 0, antwoord.headers["content-type"], String(antwoord.headers["api-version"] ?? ""))));
    });
    vraag.on("timeout", () => vraag.destroy(new Error("geen antwoord")));
    vraag.on("error", (fout) => klaar({ status: 0, oordeel: fout.message }));
    vraag.end(metLichaam ? inhoud : undefined);
  });
}

function stuurBytes({ basis }: Doel, tekst: string): Promise<Uitkomst> {
  return new Promise((klaar) => {
    const socket = connect(Number(new URL(basis).port), "127.0.0.1");
    let terug = "";
    socket.setTimeout(40_000, () => socket.destroy());
    socket.on("data", (stuk) => (terug += stuk.toString("latin1")));
    socket.on("error", () => undefined);
    socket.on("close", () => {
      const antwoorden = [...terug.matchAll(/HTTP\/1\.1 (\d{3})[^\r\n]*\r\n((?:[^\r\n]+\r\n)*)\r\n/g)].filter(([, status]) => status !== "100");
      const oordelen = antwoorden.map(([, status, koppen = ""]) => beoordeel(Number(status), /^content-type: (.*)$/im.exec(koppen)?.[1], /^api-version: (.*)$/im.exec(koppen)?.[1]));
      klaar(oordelen.find(({ oordeel }) => oordeel !== "") ?? oordelen[0] ?? { status: 0, oordeel: "" });
    });
    // Nothing more comes: what is not whole by now never will be.
    socket.end(Buffer.from(tekst, "latin1"));
  });
}

function beoordeel(status: number, soort: string | undefined, versie = ""): Uitkomst {
  if (status >= 500) return { status, oordeel: `${status}` };
  if (status >= 400 && !soort?.startsWith("application/problem+json")) return { status, oordeel: `${status} is geen probleem maar ${soort}` };
  return { status, oordeel: versie === "" ? `${status} zonder API-Version` : "" };
}

/** A seed nobody chose, for a long run. */
export function nieuwZaad(): number {
  return randomBytes(4).readUInt32LE();
}
