import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { Agent } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Opslag } from "../src/endpoint/database/opslag";
import { staat } from "../src/endpoint/testtaal";
import { maandnummer, type Periode, periodeVanNummer } from "../src/meldcode/periode";
import { startCluster } from "../tests/database/cluster";
import type { Benchregel } from "./benchregel";
import { type Afzender, gestart, LIJST, maakGeschiedenis } from "./endpoint/geschiedenis";
import { type KaleInvoegingen, kaleInvoegingen } from "./endpoint/kaleInvoegingen";
import { bouwServers, mediaan, percentiel, type Serverproces, startServer, stop, stuur } from "./endpoint/lijn";

/** DEADLINEDAG=1000 tries it with fewer. */
const ORGANISATIES = Number(process.env.DEADLINEDAG ?? 10_000);
const MAANDEN = 12;
const CLIENTEN = 32;
/** Of every hundred senders: whose answer gets lost, and who holds an outdated version. */
const VERLOREN = 5;
const VEROUDERD = 2;
/** The day is sent in as many parts, each beside a measurement of what it is compared to; the first part warms up. */
const DELEN = 6;
const KAAL_MS = 1500;
const DOEL_P99 = 1000;

/**
 * The deadline day: all organisations, with a year behind them, send as fast as they are taken. Some answers get lost and are asked
 * for again, some senders hold an outdated version, hear so, fetch the current one and send again. Afterwards everything is counted:
 * throws when a state was lost or doubled. Counted are the states that were taken: requests that got lost or were refused come on top
 * of those, and the bare sides have none. Bare inserts on PostgreSQL come from as many connections as there are senders, each waiting
 * for the disk by itself; senders, servers and database share the machine.
 */
export async function benchDeadlinedag(): Promise<Benchregel[]> {
  bouwServers();
  const map = mkdtempSync(join(tmpdir(), "bench-"));
  const cluster = await startCluster({ duurzaam: true });
  const kaal = await startServer("kaal", {});
  try {
    const nu = new Date();
    const sqlite = join(map, "meldcode.sqlite");
    const opSqlite = await maakGeschiedenis(sqlite, ORGANISATIES, MAANDEN, nu);
    const regels = await dag({ naam: "SQLite", plaats: sqlite, kaalPlaats: join(map, "kaal.sqlite"), omgeving: { MELDCODE_DATA: map }, servers: 1, kaal, afzenders: opSqlite, keer: 1, nu });
    const opPostgres = await maakGeschiedenis(cluster.url, ORGANISATIES, MAANDEN, nu);
    for (const servers of [1, 2]) {
      const naam = `PostgreSQL, ${servers === 1 ? "één server" : "twee servers"}`;
      regels.push(...(await dag({ naam, plaats: cluster.url, kaalPlaats: cluster.url, omgeving: { DATABASE_URL: cluster.url }, servers, kaal, afzenders: opPostgres, keer: servers, nu })));
    }
    return regels;
  } finally {
    await stop(kaal);
    await cluster.sluit();
    rmSync(map, { recursive: true, force: true });
  }
}

interface Dag {
  readonly naam: string;
  readonly plaats: string;
  readonly kaalPlaats: string;
  readonly omgeving: Readonly<Record<string, string>>;
  readonly servers: number;
  readonly kaal: Serverproces;
  readonly afzenders: readonly Afzender[];
  /** The how manieth time they send today: each time something else. */
  readonly keer: number;
  readonly nu: Date;
}

async function dag({ naam, plaats, kaalPlaats, omgeving, servers: aantal, kaal, afzenders, keer, nu }: Dag): Promise<Benchregel[]> {
  const servers = await Promise.all(Array.from({ length: aantal }, () => startServer("endpoint", omgeving)));
  const inhoud = inzending(keer, nu);
  const invoegingen = await kaleInvoegingen(kaalPlaats, inhoud(), CLIENTEN);
  try {
    const metingen: { wij: Meting; fastify: Meting; invoegingen: number }[] = [];
    for (let deel = 0; deel < DELEN; deel++) {
      const eigen = afzenders.filter((_, i) => i % DELEN === deel);
      metingen.push(await meetDeel(eigen, servers, kaal, invoegingen, inhoud));
    }
    await telNa(plaats, afzenders.length, MAANDEN + keer);
    return regels(naam, metingen.slice(1));
  } finally {
    await Promise.all(servers.map(stop));
    await invoegingen.sluit();
  }
}

async function meetDeel(afzenders: readonly Afzender[], servers: readonly Serverproces[], kaal: Serverproces, invoegingen: KaleInvoegingen, inhoud: () => string) {
  const wij = await meet(afzenders, async (afzender, i, vraag) => {
    const soort = i % 100;
    await verzend(afzender, inhoud(), soort < VERLOREN ? "verloren" : soort < VERLOREN + VEROUDERD ? "verouderd" : "gewoon", vraag(servers[i % servers.length]?.poort ?? 0));
  });
  const veel = Array.from({ length: Math.ceil(2000 / Math.max(1, afzenders.length)) }, () => afzenders).flat();
  const fastify = await meet(veel, async ({ pad }, _i, vraag) => void (await vraag(kaal.poort)("PUT", pad, {}, inhoud())));
  return { wij, fastify, invoegingen: await invoegingen.meet(KAAL_MS) };
}

interface Meting {
  readonly perSeconde: number;
  /** Milliseconds of each answer. */
  readonly tijden: readonly number[];
}

type Verbinding = (methode: "GET" | "PUT", pad: string, koppen: Readonly<Record<string, string>>, inhoud?: string, verlies?: boolean) => Promise<{ status: number; etag: string; tekst: string } | null>;

/** CLIENTEN at the same time, each taking the next sender when it is done with one. */
async function meet(afzenders: readonly Afzender[], doe: (afzender: Afzender, i: number, vraag: (poort: number) => Verbinding) => Promise<void>): Promise<Meting> {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTEN });
  const tijden: number[] = [];
  const vraag = (poort: number): Verbinding => async (methode, pad, koppen, inhoud, verlies) => {
    const begin = performance.now();
    const antwoord = await stuur(agent, poort, { methode, pad, koppen, ...(inhoud !== undefined && { inhoud }) }, verlies);
    if (antwoord) tijden.push(performance.now() - begin);
    return antwoord;
  };
  let volgende = 0;
  const begin = performance.now();
  await Promise.all(
    Array.from({ length: CLIENTEN }, async () => {
      for (let i = volgende++; i < afzenders.length; i = volgende++) {
        const afzender = afzenders[i];
        if (afzender) await doe(afzender, i, vraag);
      }
    }),
  );
  const perSeconde = (afzenders.length / (performance.now() - begin)) * 1000;
  agent.destroy();
  return { perSeconde, tijden };
}

async function verzend(afzender: Afzender, inhoud: string, soort: "gewoon" | "verloren" | "verouderd", vraag: Verbinding): Promise<void> {
  const { pad, sleutel } = afzender;
  const toegang = { authorization: `Bearer ${sleutel}` };
  let etag = afzender.etag;
  if (soort === "verouderd") {
    const geweigerd = await vraag("PUT", pad, { ...toegang, "if-match": afzender.vorigeEtag }, inhoud);
    if (geweigerd?.status !== 412) throw new Error(`Een verouderde versie gaf ${geweigerd?.status}: ${geweigerd?.tekst}`);
    etag = (await vraag("GET", pad, toegang))?.etag ?? "";
  }
  if (soort === "verloren") await vraag("PUT", pad, { ...toegang, "if-match": etag }, inhoud, true);
  const antwoord = await vraag("PUT", pad, { ...toegang, "if-match": etag }, inhoud);
  if (antwoord?.status !== 200) throw new Error(`Een stand werd geweigerd met ${antwoord?.status}: ${antwoord?.tekst}`);
  afzender.vorigeEtag = etag;
  afzender.etag = antwoord.etag;
}

/** The year and the month that just ended; each time a case more. */
function inzending(keer: number, nu: Date): () => string {
  const laatste = maandnummer(nu.toISOString().slice(0, 7) as Periode) - 1; // the calendar's own month
  const tekst = JSON.stringify(staat([...gestart(MAANDEN), keer], { vanaf: periodeVanNummer(laatste - MAANDEN) }));
  return () => tekst.replace(/"inzendingId":"[^"]*"/, `"inzendingId":"${randomUUID()}"`);
}

/** Every organisation has so many versions of its list: no state less, none twice. */
async function telNa(plaats: string, organisaties: number, versies: number): Promise<void> {
  const opslag = await Opslag.open(plaats);
  try {
    const { db } = opslag.databank;
    const { standen } = await db.selectFrom("staat").select(({ fn }) => fn.countAll<number>().as("standen")).executeTakeFirstOrThrow();
    const { bij } = await db.selectFrom("registratie").select(({ fn }) => fn.countAll<number>().as("bij")).where("registratie", "=", LIJST).where("versie", "=", versies).executeTakeFirstOrThrow();
    if (standen !== organisaties * versies || bij !== organisaties) throw new Error(`Er staan ${standen} standen in plaats van ${organisaties * versies}, en ${bij} van de ${organisaties} organisaties zijn bij.`);
  } finally {
    await opslag.sluit();
  }
}

function regels(naam: string, metingen: readonly { wij: Meting; fastify: Meting; invoegingen: number }[]): Benchregel[] {
  const wij = mediaan(metingen.map((m) => m.wij.perSeconde));
  const fastify = mediaan(metingen.map((m) => m.fastify.perSeconde));
  const invoegingen = mediaan(metingen.map((m) => m.invoegingen));
  const nodig = ORGANISATIES / 3600;
  const tegen = (wat: string, vergelijking: number): Benchregel => {
    const verhouding = wij / vergelijking;
    const telt = vergelijking === Math.min(fastify, invoegingen);
    return { naam: `deadlinedag, ${naam}: aangenomen standen tegen ${wat}${telt ? " (de kleinste)" : ""}`, wij: Math.round(wij), vergelijking: Math.round(vergelijking), eenheid: "per seconde", verhouding, doel: telt ? "minstens 0,6" : "ter vergelijking", gehaald: !telt || verhouding >= 0.6 };
  };
  const tijden = metingen.flatMap((m) => m.wij.tijden);
  const kaleTijden = metingen.flatMap((m) => m.fastify.tijden);
  const wachten = (procent: number): Benchregel => {
    const [ons, hun] = [percentiel(tijden, procent), percentiel(kaleTijden, procent)];
    const telt = procent === 99;
    return { naam: `deadlinedag, ${naam}: antwoordtijd, p${procent} van ${tijden.length} verzoeken, naast kaal Fastify`, wij: ons, vergelijking: hun, eenheid: "ms", verhouding: ons / hun, doel: telt ? `hoogstens ${DOEL_P99} ms` : "ter vergelijking", gehaald: !telt || ons <= DOEL_P99 };
  };
  return [
    { naam: `deadlinedag, ${naam}: ${ORGANISATIES} organisaties binnen een uur, naast wat daarvoor nodig is`, wij, vergelijking: nodig, eenheid: "standen per seconde", verhouding: wij / nodig, doel: "minstens 1", gehaald: wij >= nodig },
    tegen("kaal Fastify", fastify),
    tegen("kale duurzame invoegingen", invoegingen),
    wachten(50),
    wachten(95),
    wachten(99),
  ];
}
