import { sql } from "kysely";
import { Opslag } from "./database/opslag";
import { Scheidingsfout } from "./database/gemeentescheiding";
import { proefdatabase } from "./database/proefdatabase.testtaal";
import { TABELLEN } from "./database/tabellen";
import { accounthouder, bewaarAccount } from "./register/account";
import { geefActiveringscodeUit, trekAlleToegangIn } from "./register/organisatie";
import { zetPeriode } from "./register/beleid";
import type { Periode } from "../meldcode/periode";
import type { Ontvangstbewijs } from "../meldcode/uitwisseling/ontvangst";
import type { Responsoverzicht } from "../meldcode/uitwisseling/servicepunt";
import { verwachtProbleem } from "./http/probleem.testtaal";
import { beginSessie } from "./register/sessie";
import { afzender, type Afzender, dienst, type Dienst, medewerker, staat } from "./testtaal";

/** Two municipalities on one server and one database, told apart by host name. */
const HOSTEN = new Map([
  ["meldcode.rotterdam.example", "GM0599"],
  ["meldcode.amsterdam.example", "GM0363"],
]);
const ROTTERDAM = { host: "meldcode.rotterdam.example" };
const AMSTERDAM = { host: "Meldcode.Amsterdam.example:443" };

let d: Dienst;
const opdrachten: string[] = [];
beforeEach(async () => {
  opdrachten.length = 0;
  const opslag = await Opslag.open(await proefdatabase(), (sql) => opdrachten.push(sql));
  opdrachten.length = 0;
  d = await dienst({ opslag, gemeente: HOSTEN });
});
afterEach(() => d.sluit());

/** In Rotterdam: the test language's own municipality. */
async function rotterdammer(): Promise<Afzender> {
  const vraag = d.vraag;
  d.vraag = (opties) => (typeof opties === "string" ? vraag({ url: opties, headers: ROTTERDAM }) : vraag({ ...opties, headers: { ...ROTTERDAM, ...opties.headers } }));
  return afzender(d);
}

test("a key, a code, a session, a receipt or an organisation of one municipality is nothing in another", async () => {
  const a = await rotterdammer();
  const bewijs = (await a.put("lijst", staat([3]))).json<Ontvangstbewijs>();
  await bewaarAccount(d.omgeving, "jan", "een heel lang wachtwoord");
  const sessie = await medewerker(d);
  const { activeringscode } = await geefActiveringscodeUit(d.omgeving, a.id);
  const metSleutel = { ...a.koppen, ...AMSTERDAM };
  const metSessie = { ...sessie, ...AMSTERDAM };

  for (const pad of ["registraties", "registraties/lijst", "ontvangstbewijzen", `ontvangstbewijzen/${bewijs.kenmerk}`]) {
    verwachtProbleem(await d.vraag({ url: `${a.pad}/${pad}`, headers: metSleutel }), "toegang-ongeldig");
  }
  verwachtProbleem(await d.vraag({ method: "PUT", url: `${a.pad}/registraties/lijst`, headers: { ...metSleutel, "if-none-match": "*" }, payload: staat([3]) }), "toegang-ongeldig");
  verwachtProbleem(await d.vraag({ method: "POST", url: `${a.pad}/toegangssleutels`, headers: metSleutel }), "toegang-ongeldig");
  verwachtProbleem(await d.vraag({ method: "POST", url: "/v1/activeringen", headers: AMSTERDAM, payload: { activeringscode } }), "toegang-ongeldig");
  verwachtProbleem(await d.vraag({ method: "POST", url: "/v1/servicepunt/sessies", headers: AMSTERDAM, payload: { naam: "jan", wachtwoord: "een heel lang wachtwoord" } }), "toegang-ongeldig");
  verwachtProbleem(await d.vraag({ url: "/v1/servicepunt/sessies/huidige", headers: metSessie }), "toegang-ongeldig");
  verwachtProbleem(await d.vraag({ url: `/v1/servicepunt/organisaties/${a.id}`, headers: metSessie }), "toegang-ongeldig");
  // And all of it works where it belongs.
  expect((await a.get(`ontvangstbewijzen/${bewijs.kenmerk}`)).json()).toEqual(bewijs);
  expect((await d.vraag({ method: "POST", url: "/v1/activeringen", payload: { activeringscode } })).statusCode).toBe(201);
});

test("which municipality it is, is what the proxy let in as host: nobody can name another beside it", async () => {
  const achter = await dienst({ opslag: d.opslag, gemeente: HOSTEN, proxies: 1 });
  const gemeenteVan = async (headers: Record<string, string>) => (await achter.vraag({ url: "/v1/servicepunt/sessies/huidige", headers: { cookie: `sessie=${token}`, ...headers } })).statusCode;
  const token = await beginSessie(d.omgeving, { wie: accounthouder("jan"), rol: "lezen" });
  expect(await gemeenteVan(ROTTERDAM)).toBe(200);
  expect(await gemeenteVan({ ...AMSTERDAM, "x-forwarded-host": ROTTERDAM.host })).toBe(401);
  await achter.server.close();
});

test("each has its own policy, register and overview", async () => {
  const a = await rotterdammer();
  await a.put("lijst", staat([3]));
  await zetPeriode(d.omgeving, "2026-01" as Periode, true);
  const amsterdam = { ...d.omgeving, opslag: d.opslag.gemeente("GM0363") };
  const token = await beginSessie(amsterdam, { wie: accounthouder("piet"), rol: "lezen" });
  const koppen = { ...AMSTERDAM, cookie: `sessie=${token}` };
  const gesloten = async (host: Record<string, string>) => (await d.vraag({ url: "/v1/beleid", headers: host })).json<{ geslotenMaanden: string[] }>().geslotenMaanden;
  expect([await gesloten(ROTTERDAM), await gesloten(AMSTERDAM)]).toEqual([["2026-01"], []]);
  expect((await d.vraag({ url: "/v1/servicepunt/organisaties", headers: koppen })).json()).toEqual({ aantal: 0, organisaties: [] });
  const overzicht = (await d.vraag({ url: "/v1/servicepunt/responsoverzicht?van=2026-01&tot=2026-01", headers: koppen })).json<Responsoverzicht>();
  expect([overzicht.aantal, overzicht.rijen, overzicht.totalen[0]?.gestart]).toEqual([0, [], 0]);
  verwachtProbleem(await d.vraag({ url: `/v1/servicepunt/organisaties/${a.id}`, headers: koppen }), "niet-gevonden");
  expect(await trekAlleToegangIn(amsterdam, a.id).catch((fout: { code: string }) => fout.code)).toBe("niet-gevonden");
});

test("the same organisation number, list and inzendingId can exist in both", async () => {
  const a = await rotterdammer();
  const rij = await d.opslag.gemeente("GM0599").lees.selectFrom("organisatie").selectAll().executeTakeFirstOrThrow();
  Reflect.deleteProperty(rij, "gemeente"); // the row has it, its type does not
  const amsterdam = d.opslag.gemeente("GM0363");
  await amsterdam.schrijf((tx) => tx.insertInto("organisatie").values({ ...rij, organisatie: a.id }).execute());
  const inzending = staat([3]);
  await a.put("lijst", inzending);
  const { activeringscode } = await geefActiveringscodeUit({ ...d.omgeving, opslag: amsterdam }, a.id);
  const { toegangssleutel } = (await d.vraag({ method: "POST", url: "/v1/activeringen", headers: AMSTERDAM, payload: { activeringscode } })).json<{ toegangssleutel: string }>();
  const koppen = { ...AMSTERDAM, authorization: `Bearer ${toegangssleutel}`, "if-none-match": "*" };
  expect((await d.vraag({ method: "PUT", url: `${a.pad}/registraties/lijst`, headers: koppen, payload: inzending })).statusCode).toBe(201);
  for (const gemeente of HOSTEN.values()) {
    expect(await d.opslag.gemeente(gemeente).lees.selectFrom("staat").select(["registratie", "versie"]).execute()).toEqual([{ registratie: "lijst", versie: 1 }]);
  }
});

test("at a host name that no municipality has, there is nothing; whether the service is well can be asked anywhere", async () => {
  verwachtProbleem(await d.vraag({ url: "/v1/beleid", headers: { host: "elders.example" } }), "niet-gevonden");
  expect((await d.vraag({ url: "/health/ready", headers: { host: "10.0.0.1" } })).statusCode).toBe(200);
});

test("every statement on every table carries the municipality", async () => {
  const a = await rotterdammer();
  const eerste = await a.put("een", staat([3]));
  await a.put("een", staat([4]), String(eerste.headers.etag));
  await a.put("twee", staat([5], { vervangt: "een" }));
  await a.get("registraties");
  await a.get("ontvangstbewijzen");
  await zetPeriode(d.omgeving, "2026-01" as Periode, true);
  await bewaarAccount(d.omgeving, "jan", "een heel lang wachtwoord");
  const koppen = { ...(await medewerker(d)), ...ROTTERDAM };
  for (const filter of ["", "&sector=onderwijs", "&zoek=proef"]) await d.vraag({ url: `/v1/servicepunt/responsoverzicht?van=2026-01&tot=2026-02${filter}`, headers: koppen });
  await d.vraag({ url: `/v1/servicepunt/organisaties/${a.id}`, headers: koppen });
  await d.vraag({ method: "DELETE", url: "/v1/servicepunt/sessies/huidige", headers: koppen });
  await trekAlleToegangIn(d.omgeving, a.id);

  const gezien = new Set<string>();
  for (const sql of new Set(opdrachten)) {
    const genoemd = [...sql.matchAll(/\b(?:from|join|into|update) "(\w+)"(?: as "(\w+)")?/g)];
    for (const [, tabel = "", alias] of genoemd) {
      gezien.add(tabel);
      if (sql.startsWith("insert")) expect(sql).toMatch(new RegExp(`^insert into "${tabel}" \\("gemeente", `));
      else expect(sql).toContain(`"${alias ?? tabel}"."gemeente" = `);
    }
  }
  expect([...gezien].sort()).toEqual(TABELLEN.filter((tabel) => tabel !== "migratie").toSorted());
});

test("what cannot be kept within one municipality does not run", async () => {
  const { lees } = d.opslag.gemeente("GM0599");
  await expect(sql`select * from staat`.execute(lees)).rejects.toThrow(Scheidingsfout);
  await expect(lees.selectFrom("staat").select(sql`(select count(*) from staat)`.as("n")).execute()).rejects.toThrow(Scheidingsfout);
  await expect(lees.selectFrom("staat").crossJoin("maand").select("staat.kenmerk").execute()).rejects.toThrow(Scheidingsfout);
  await expect(lees.insertInto("sessie").columns(["naam"]).expression((eb) => eb.selectFrom("sessie").select("naam")).execute()).rejects.toThrow(Scheidingsfout);
});
