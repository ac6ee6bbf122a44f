import { randomBytes } from "node:crypto";
import { Agent, request } from "node:http";
import { connect } from "node:net";
import type fc from "fast-check";
import type { OpenAPIV3_1 } from "openapi-types";
import { Opslag } from "../../src/endpoint/database/opslag";
import { bewaarAccount } from "../../src/endpoint/register/account";
import { PROEF, staat } from "../../src/endpoint/testtaal";
import { maakOrganisatieIn, type Proeforganisatie } from "./proces";
import { schemawaarde, trek } from "./schemawaarde";

/** What came of so many requests that nobody in his right mind would send. */
export interface Verslag {
  readonly verzoeken: number;
  /** How often each status was answered; 0: closed without an answer, which raw bytes may be. */
  readonly statussen: Readonly<Record<number, number>>;
  /** A 5xx, a refusal that is no problem, an answer without our headers, a request without an answer: must be []. */
  readonly missers: readonly string[];
  /** Operations that never said yes, or never no though their description promises that: what is behind their door was not tried. Must be []. */
  readonly dicht: readonly string[];
}

export interface Doel extends Proefgemeente {
  readonly basis: string;
}

/** Who may come in: an organisation with its key, and somebody who may do everything at the Servicepunt. */
export interface Proefgemeente extends Proeforganisatie {
  readonly account: { readonly naam: string; readonly wachtwoord: string };
}

/** Before the server runs. `plaats`: as for Opslag. */
export async function maakProefgemeente(plaats: string): Promise<Proefgemeente> {
  const account = { naam: "proef", wachtwoord: "een heel lang wachtwoord" };
  const organisatie = await maakOrganisatieIn(plaats);
  const opslag = await Opslag.open(plaats);
  await bewaarAccount({ opslag: opslag.gemeente("GM0599"), nu: () => new Date(), willekeur: randomBytes, wie: PROEF }, account.naam, account.wachtwoord, "beheren");
  await opslag.sluit();
  return { ...organisatie, account };
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

/** An operation of the document, or any method at any address. */
interface Aanroep {
  readonly methode: string;
  /** "/v1/organisaties/{organisatieId}/…" */
  readonly sjabloon: string;
  readonly parameters: readonly { readonly naam: string; readonly in: string; readonly verplicht: boolean; readonly waarde: fc.Arbitrary<unknown> }[];
  readonly lichaam: fc.Arbitrary<unknown> | undefined;
  /** Statuses its description promises. */
  readonly beloofd: readonly number[];
}

/** What making a request needs; `sessie` and `bekend` follow what the service answers. */
interface Opstelling {
  readonly doel: Doel;
  readonly kans: Kans;
  readonly operaties: readonly [Aanroep, ...Aanroep[]];
  readonly paden: readonly [string, ...string[]];
  /** Headers of who is signed in at the Servicepunt. */
  sessie: Readonly<Record<string, string>>;
  /** By name of a parameter or property: values the service gave or knows, for no chance would find those. */
  readonly bekend: Readonly<Record<string, string[]>>;
}

const SERVICEPUNT = "/v1/servicepunt";
const PUT_BELEID = `PUT ${SERVICEPUNT}/beleid`;
const DELETE_SESSIE = `DELETE ${SERVICEPUNT}/sessies/huidige`;
/** Not in the document. */
const ANDERE_PADEN = ["/health/live", "/health/ready", "/.well-known/security.txt", "/", "/servicepunt", "/servicepunt/aanmelden", "/servicepunt/aanmelden/terug", "/servicepunt/afmelden", "/nergens/{iets}"];

/** Sends `aantal` requests: four of five made from the API's description and then spoiled, one of five spoiled bytes on a bare connection. */
export async function vuur(doel: Doel, aantal: number, { zaad = 1, tegelijk = 16 } = {}): Promise<Verslag> {
  const kans = new Kans(zaad);
  const agent = new Agent({ keepAlive: true, maxSockets: tegelijk });
  const operaties = await leesOperaties(doel);
  const statussen: Record<number, number> = {};
  const routes: Record<string, Record<number, number>> = Object.fromEntries(operaties.map((operatie) => [naamVan(operatie), {}]));
  const missers: string[] = [];
  const tel = ({ status, oordeel }: Uitkomst, proef: Verzoek | string): void => {
    statussen[status] = (statussen[status] ?? 0) + 1;
    const route = typeof proef === "string" ? undefined : routes[proef.route];
    if (route) route[status] = (route[status] ?? 0) + 1;
    if (oordeel !== "") missers.push(`${oordeel}: ${JSON.stringify(proef).slice(0, 500)}`);
  };
  const stuur = async (proef: Verzoek | string): Promise<Uitkomst> => {
    const uitkomst = await (typeof proef === "string" ? stuurBytes(doel, proef) : stuurVerzoek(doel, agent, proef));
    tel(uitkomst, proef);
    return uitkomst;
  };

  // Never sent with what is spoiled, so it does not end: it puts back what would refuse every state.
  const beheerder = await meldAan(doel, stuur);
  const beleid = JSON.stringify({ ...((await (await fetch(`${doel.basis}/v1/beleid`)).json()) as object), geslotenMaanden: undefined });
  const herstel: Verzoek = { route: PUT_BELEID, methode: "PUT", pad: `${SERVICEPUNT}/beleid`, koppen: { ...beheerder, "content-type": "application/json", "if-match": "*" }, lichaam: beleid };
  const o: Opstelling = {
    doel,
    kans,
    operaties,
    paden: [...new Set([...operaties.map(({ sjabloon }) => sjabloon), ...ANDERE_PADEN])] as [string, ...string[]], // there are operations
    sessie: beheerder,
    bekend: { organisatieId: [], activeringscode: [], bestuur: [], kenmerk: [], registratieId: Array.from({ length: 50 }, (_, i) => `r${i}`), "if-match": ["*"] },
  };

  // Signing in takes a slow hash; so the next session is there before this one is over.
  let volgende = meldAan(doel, stuur);
  const meldWeerAan = async (): Promise<void> => {
    const nu = volgende;
    volgende = meldAan(doel, stuur);
    o.sessie = await nu;
  };
  let aangemeld = meldWeerAan();
  let begonnen = 0;
  const schutter = async (): Promise<void> => {
    while (begonnen < aantal) {
      begonnen++;
      await aangemeld;
      const proef = kans.vaak(80) ? beschreven(o) : bytes(o);
      const { status, sessieOm, tekst } = await stuur(proef);
      if (status < 300) onthoud(o, tekst);
      if (sessieOm) aangemeld = meldWeerAan();
      if ((status === 200 || status === 0) && (typeof proef === "string" ? proef : naamVan({ ...proef, sjabloon: proef.pad })).startsWith(PUT_BELEID)) await stuur(herstel);
    }
  };
  await Promise.all(Array.from({ length: tegelijk }, schutter));
  await Promise.all([aangemeld, volgende]);
  // Raw bytes that got no answer may have done something all the same.
  await stuur(herstel);
  agent.destroy();
  return { verzoeken: begonnen, statussen, missers, dicht: operaties.flatMap((operatie) => watDichtBleef(operatie, routes[naamVan(operatie)] ?? {})) };
}

function naamVan({ methode, sjabloon }: Pick<Aanroep, "methode" | "sjabloon">): string {
  return `${methode} ${sjabloon}`;
}

function watDichtBleef(operatie: Aanroep, antwoorden: Readonly<Record<number, number>>): string[] {
  const soorten = new Set(Object.keys(antwoorden).map((status) => Math.floor(Number(status) / 100)));
  return [2, 4].filter((soort) => !soorten.has(soort) && operatie.beloofd.some((status) => Math.floor(status / 100) === soort)).map((soort) => `${naamVan(operatie)}: nooit ${soort}xx`);
}

async function leesOperaties({ basis }: Doel): Promise<[Aanroep, ...Aanroep[]]> {
  const document = (await (await fetch(`${basis}/v1/openapi.json`)).json()) as OpenAPIV3_1.Document;
  const [eerste, ...rest] = Object.entries(document.paths ?? {}).flatMap(([pad, bij]) =>
    (["get", "put", "post", "patch", "delete"] as const).flatMap((methode): Aanroep[] => {
      const operatie = bij?.[methode];
      if (!operatie) return [];
      const lichaam = operatie.requestBody && "content" in operatie.requestBody ? operatie.requestBody.content["application/json"]?.schema : undefined;
      return [
        {
          methode: methode.toUpperCase(),
          sjabloon: `/v1${pad}`,
          parameters: (operatie.parameters ?? []).flatMap((p) => ("$ref" in p ? [] : [{ naam: p.name, in: p.in, verplicht: p.required === true, waarde: schemawaarde(document, p.schema ?? {}) }])),
          lichaam: lichaam && schemawaarde(document, lichaam),
          beloofd: Object.keys(operatie.responses ?? {}).map(Number),
        },
      ];
    }),
  );
  if (!eerste) throw new Error("Het document beschrijft geen enkele aanroep");
  return [eerste, ...rest];
}

/** As the page does it: the cookie, and the token that comes with it. Another sender than the spoiled sign-ins, which are slowed down. */
async function meldAan({ account }: Doel, stuur: (proef: Verzoek) => Promise<Uitkomst>): Promise<Readonly<Record<string, string>>> {
  const { tekst, koekje } = await stuur({ route: `POST ${SERVICEPUNT}/sessies`, methode: "POST", pad: `${SERVICEPUNT}/sessies`, koppen: { "content-type": "application/json", "x-forwarded-for": "192.0.2.1" }, lichaam: JSON.stringify(account) });
  const { csrfToken } = JSON.parse(tekst) as { csrfToken: string };
  return { cookie: koekje, "x-csrf-token": csrfToken };
}

/** Names that may be asked back later; never the organisation that sends, for its access would be withdrawn. */
function onthoud({ doel, bekend }: Opstelling, tekst: string): void {
  for (const naam of ["organisatieId", "activeringscode", "bestuur", "kenmerk"]) {
    const gevonden = new RegExp(`"${naam}":("(?:[^"\\\\]|\\\\.)+")`).exec(tekst)?.[1];
    const lijst = bekend[naam];
    if (gevonden === undefined || !lijst || doel.pad.endsWith(JSON.parse(gevonden) as string)) continue;
    lijst.push(JSON.parse(gevonden) as string);
    if (lijst.length > 20) lijst.shift();
  }
}

interface Verzoek {
  /** Operation it was meant for, as in the report. */
  readonly route: string;
  readonly methode: string;
  readonly pad: string;
  readonly koppen: Readonly<Record<string, string>>;
  readonly lichaam: string;
}

function beschreven(o: Opstelling): Verzoek {
  const { doel, kans } = o;
  // The call that matters most, often enough to get past its door; with both conditions, so that states follow each other, and some are lower than the one before.
  if (kans.vaak(20)) return { route: "PUT /v1/organisaties/{organisatieId}/registraties/{registratieId}", methode: "PUT", pad: `${doel.pad}/registraties/r${kans.getal(50)}`, koppen: { ...doel.koppen, [kans.een(["if-none-match", "if-match"])]: "*" }, lichaam: bederf(kans, staat([3, kans.getal(3), 4])) };
  const aanroep = kies(o);
  const { methode, sjabloon, parameters } = aanroep;
  // Spoiled in one place, most are refused at the first look; so some are as they should be.
  const gaaf = kans.vaak(35);
  const waarde = (naam: string, soort?: fc.Arbitrary<unknown>): string => {
    if (!gaaf && kans.vaak(25)) return kans.een(RAAR);
    if (naam === "organisatieId" && !sjabloon.startsWith(SERVICEPUNT)) return doel.pad.slice("/v1/organisaties/".length);
    const [eerste, ...rest] = o.bekend[naam] ?? [];
    return eerste !== undefined && kans.vaak(80) ? kans.een([eerste, ...rest]) : String(soort ? trek(soort, kans.getal(2 ** 31)) : kans.een(RAAR));
  };
  const pad = sjabloon.replace(/\{(\w+)\}/g, (_, naam: string) => encodeURIComponent(waarde(naam, parameters.find((p) => p.naam === naam)?.waarde)));
  const vraag = parameters.filter((p) => p.in === "query" && (p.verplicht ? gaaf || kans.vaak(90) : kans.vaak(50))).map((p) => `${p.naam}=${encodeURIComponent(waarde(p.naam, p.waarde))}`);
  if (!gaaf && kans.vaak(20)) vraag.push(`${kans.een(["__proto__", "van", "aantal", "%ff"])}=${encodeURIComponent(kans.een(RAAR))}`);
  const wie = sjabloon.startsWith(SERVICEPUNT) !== kans.vaak(5) ? o.sessie : doel.koppen;
  const koppen: Record<string, string> = { ...(gaaf || kans.vaak(85) ? wie : {}), "content-type": gaaf || kans.vaak(90) ? "application/json" : "text/plain" };
  for (const p of parameters) if (p.in === "header" && kans.vaak(70)) koppen[p.naam] = waarde(p.naam, p.waarde).replace(/[^\t\x20-\x7e]/g, "?");
  // Other senders all the time, or the limit would answer everything; signing in costs a slow hash, so there it may.
  if (!pad.includes("sessies")) koppen["x-forwarded-for"] = `10.${kans.getal(256)}.${kans.getal(256)}.${kans.getal(256)}`;
  if (!gaaf) for (let i = kans.getal(3); i > 0; i--) koppen[kans.een(KOPPEN)] = kans.een(RAAR).replace(/[^\t\x20-\x7e]/g, "?");
  const goed = aanroep.lichaam ? metBekende(o, trek(aanroep.lichaam, kans.getal(2 ** 31))) : kans.een(WAARDEN);
  return { route: naamVan(aanroep), methode, pad: vraag.length === 0 ? pad : `${pad}?${vraag.join("&")}`, koppen, lichaam: gaaf ? JSON.stringify(goed) : bederf(kans, goed) };
}

function kies({ kans, operaties, paden }: Opstelling): Aanroep {
  const operatie = kans.een(operaties);
  // Signing in again costs a slow hash, so signing out happens less.
  if (kans.vaak(75) && (naamVan(operatie) !== DELETE_SESSIE || kans.vaak(25))) return operatie;
  return { methode: kans.vaak(70) ? kans.een(["GET", "PUT", "POST"]) : kans.een(METHODEN), sjabloon: kans.een(paden), parameters: [], lichaam: undefined, beloofd: [] };
}

/** With an activation code or a board that there is. */
function metBekende({ kans, bekend }: Opstelling, waarde: unknown): unknown {
  if (typeof waarde !== "object" || waarde === null) return waarde;
  const echt = Object.keys(waarde).flatMap((naam) => {
    const [eerste, ...rest] = bekend[naam] ?? [];
    return eerste !== undefined && kans.vaak(70) ? [[naam, kans.een([eerste, ...rest])]] : [];
  });
  return { ...waarde, ...Object.fromEntries(echt) as object };
}

/** A good body of which something may have been replaced, added, left out or cut off. */
function bederf(kans: Kans, goed: unknown): string {
  if (kans.vaak(20)) return JSON.stringify(goed);
  const bedorven = JSON.parse(JSON.stringify(goed, (_naam, waarde: unknown) => (kans.vaak(8) ? structuredClone(kans.een(WAARDEN)) : waarde)) ?? "null") as unknown;
  if (kans.vaak(20) && typeof bedorven === "object" && bedorven !== null) Object.assign(bedorven, { [kans.een(RAAR)]: kans.een(WAARDEN) });
  const tekst = JSON.stringify(bedorven);
  return kans.vaak(10) ? tekst.slice(0, kans.getal(tekst.length + 1)) : tekst;
}

/** A good request on the wire in which bytes were changed, left out, repeated or put in. */
function bytes(o: Opstelling): string {
  const { kans } = o;
  const { methode, pad, koppen, lichaam: inhoud } = beschreven(o);
  const regels = Object.entries(koppen).map(([naam, waarde]) => `${naam}: ${waarde}\r\n`);
  let tekst = `${methode} ${pad} HTTP/1.1\r\nHost: x\r\n${regels.join("")}Content-Length: ${Buffer.byteLength(inhoud)}\r\n\r\n${inhoud}`;
  for (let i = kans.getal(4); i >= 0; i--) {
    const [hier, lengte] = [kans.getal(tekst.length + 1), kans.getal(40)];
    const stuk = kans.een<() => string>([() => "", () => "\r\n", () => "\0", () => String.fromCharCode(kans.getal(256)).repeat(lengte), () => tekst.slice(hier, hier + lengte).repeat(3), () => "Transfer-Encoding: chunked\r\n", () => "Content-Length: 5\r\n", () => "Expect: 100-continue\r\n"])();
    tekst = tekst.slice(0, hier) + stuk + tekst.slice(hier + (kans.vaak(50) ? lengte : 0));
  }
  return tekst;
}

interface Antwoord {
  readonly status: number;
  readonly oordeel: string;
}

interface Uitkomst extends Antwoord {
  /** The session began or ended: the cookie in hand works no longer. */
  readonly sessieOm: boolean;
  readonly koekje: string;
  readonly tekst: string;
}

const NIETS = { sessieOm: false, koekje: "", tekst: "" } as const;

function stuurVerzoek({ basis }: Doel, agent: Agent, { methode, pad, koppen, lichaam: inhoud }: Verzoek): Promise<Uitkomst> {
  return new Promise((klaar) => {
    const metLichaam = methode !== "TRACE" && methode !== "GET" && methode !== "HEAD";
    const vraag = request(basis + pad, { method: methode, agent, headers: { ...koppen, ...(metLichaam ? { "content-length": Buffer.byteLength(inhoud) } : {}) }, timeout: 20_000 }, (antwoord) => {
      let tekst = "";
      // What was made or changed is short, and is what can be asked back; lists are long.
      if (methode === "GET") antwoord.resume();
      else antwoord.setEncoding("utf8").on("data", (stuk: string) => (tekst += stuk));
      const koekje = antwoord.headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
      antwoord.on("end", () => klaar({ ...beoordeel(antwoord.statusCode ?? 0, antwoord.headers["content-type"], String(antwoord.headers["api-version"] ?? "")), sessieOm: koekje.startsWith("sessie="), koekje, tekst }));
    });
    vraag.on("timeout", () => vraag.destroy(new Error("geen antwoord")));
    vraag.on("error", (fout) => klaar({ status: 0, oordeel: fout.message, ...NIETS }));
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
      klaar({ ...(oordelen.find(({ oordeel }) => oordeel !== "") ?? oordelen[0] ?? { status: 0, oordeel: "" }), ...NIETS, sessieOm: /^set-cookie: sessie=/im.test(terug) });
    });
    // Nothing more comes: what is not whole by now never will be.
    socket.end(Buffer.from(tekst, "latin1"));
  });
}

function beoordeel(status: number, soort: string | undefined, versie = ""): Antwoord {
  if (status >= 500) return { status, oordeel: `${status}` };
  if (status >= 400 && !soort?.startsWith("application/problem+json")) return { status, oordeel: `${status} is geen probleem maar ${soort}` };
  return { status, oordeel: versie === "" ? `${status} zonder API-Version` : "" };
}

/** A seed nobody chose, for a long run. */
export function nieuwZaad(): number {
  return randomBytes(4).readUInt32LE();
}
