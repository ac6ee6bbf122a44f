/** Two servers on one PostgreSQL: whichever server a sender happens to reach, the outcome is as if there were one. */
import fc from "fast-check";
import { proefdatabase } from "../../src/endpoint/database/proefdatabase.testtaal";
import { Opslag } from "../../src/endpoint/database/opslag";
import { wijzigBeleid } from "../../src/endpoint/register/beleid";
import { STANDAARDBELEID } from "../../src/endpoint/register/standaardbeleid";
import { geefActiveringscodeUit } from "../../src/endpoint/register/organisatie";
import { wijzigOrganisatie } from "../../src/endpoint/register/organisatiewijziging";
import { maakServer } from "../../src/endpoint/server";
import { afzender, type Afzender, dienst, type Dienst, medewerker, staat } from "../../src/endpoint/testtaal";
import type { Periode } from "../../src/meldcode/periode";
import type { Registratie } from "../../src/meldcode/registratie";
import type { Beleid } from "../../src/meldcode/uitwisseling/beleid";
import type { Ontvangstbewijs } from "../../src/meldcode/uitwisseling/ontvangst";
import type { Responsoverzicht } from "../../src/meldcode/uitwisseling/servicepunt";

let d: Dienst;
let ander: { opslag: Opslag; server: Awaited<ReturnType<typeof maakServer>> };
/** Each request goes to the other server than the one before. */
let beurt = 0;
beforeEach(async () => {
  const plaats = await proefdatabase();
  d = await dienst({ plaats });
  const opslag = await Opslag.open(plaats);
  ander = { opslag, server: await maakServer({ ...d.omgeving, opslag, gemeente: "GM0599" }) };
  const eerste = d.vraag;
  d.vraag = (vraag) => (beurt++ % 2 === 0 ? eerste(vraag) : ander.server.inject(vraag));
});
afterEach(async () => {
  await ander.server.close();
  await ander.opslag.sluit();
  await d.sluit();
});

const bevestigd = (aantallen: readonly number[]): Registratie => ({ ...staat(aantallen), bevestigdeVerlagingen: ["2026-01", "2026-02"] as Periode[] }); // literal months

test("of many states at once, spread over two servers, one wins and the others hear 412", async () => {
  const a = await afzender(d);
  let etag: string | null = null;
  for (let ronde = 1; ronde <= 15; ronde++) {
    const antwoorden = await Promise.all(Array.from({ length: 8 }, (_, i) => a.put("lijst", bevestigd([ronde, i]), etag)));
    const gewonnen = antwoorden.filter((antwoord) => antwoord.statusCode < 300);
    expect(antwoorden.map((antwoord) => antwoord.statusCode).sort()).toEqual([ronde === 1 ? 201 : 200, ...Array(7).fill(412)]);
    expect(gewonnen[0]?.json<Ontvangstbewijs>().versie).toBe(ronde);
    etag = String(gewonnen[0]?.headers.etag);
  }
});

test("the same inzendingId on both servers at once gives one state and one receipt", async () => {
  const a = await afzender(d);
  for (let ronde = 0; ronde < 10; ronde++) {
    const inzending = staat([ronde]);
    const antwoorden = await Promise.all(Array.from({ length: 6 }, () => a.put(`lijst-${ronde}`, inzending)));
    expect(new Set(antwoorden.map((antwoord) => antwoord.body)).size).toBe(1);
    expect(antwoorden.map((antwoord) => antwoord.statusCode)).toEqual(Array(6).fill(201));
  }
  expect((await a.get("ontvangstbewijzen")).json<{ ontvangstbewijzen: unknown[] }>().ontvangstbewijzen).toHaveLength(10);
});

test("whatever is sent at the same time, the versions have no gap, nothing is lost and the months add up", async () => {
  const poging = fc.record({ zender: fc.nat(2), lijst: fc.constantFrom("een", "twee"), januari: fc.nat(5), februari: fc.nat(5), vervangt: fc.constantFrom(undefined, "een", "twee") });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(poging, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 }), async (rondes) => {
      const zenders = await Promise.all(Array.from({ length: 3 }, () => afzender(d)));
      const bewijzen: Ontvangstbewijs[] = [];
      for (const ronde of rondes) {
        const antwoorden = await Promise.all(
          ronde.map(async ({ zender, lijst, januari, februari, vervangt }) => {
            const a = zenders[zender];
            if (!a) return null;
            const nu = await a.get(`registraties/${lijst}`);
            return a.put(lijst, { ...bevestigd([januari, februari]), ...(vervangt && { vervangt }) }, nu.statusCode === 200 ? String(nu.headers.etag) : null);
          }),
        );
        for (const antwoord of antwoorden) {
          expect([200, 201, 400, 409, 412]).toContain(antwoord?.statusCode);
          if (antwoord && antwoord.statusCode < 300) bewijzen.push(antwoord.json());
        }
      }
      for (const a of zenders) await controleer(a, bewijzen.filter((bewijs) => bewijs.organisatieId === a.id));
    }),
    { numRuns: 12 },
  );
});

/** What the receipts say happened, one after another, is what is there. */
async function controleer(a: Afzender, bewijzen: readonly Ontvangstbewijs[]): Promise<void> {
  const { ontvangstbewijzen } = (await a.get("ontvangstbewijzen")).json<{ ontvangstbewijzen: Ontvangstbewijs[] }>();
  expect(ontvangstbewijzen.map((bewijs) => bewijs.kenmerk).sort()).toEqual(bewijzen.map((bewijs) => bewijs.kenmerk).sort());
  for (const lijst of ["een", "twee"]) {
    const versies = ontvangstbewijzen.filter((bewijs) => bewijs.registratieId === lijst).map((bewijs) => bewijs.versie);
    expect(versies.sort((x, y) => x - y)).toEqual(versies.map((_, i) => i + 1));
  }
  const som = (periode: string): number => ontvangstbewijzen.flatMap((bewijs) => bewijs.wijzigingen).filter((w) => w.periode === periode).reduce((tot, w) => tot + w.wordt.gestart - (w.was?.gestart ?? 0), 0);
  const { rijen } = (await d.vraag({ url: `/v1/servicepunt/responsoverzicht?van=2026-01&tot=2026-02&zoek=${a.id}`, headers: await medewerker(d) })).json<Responsoverzicht>();
  expect(rijen[0]?.maanden.map((maand) => maand.gestart ?? 0)).toEqual([som("2026-01"), som("2026-02")]);
}

test("while the policy changes on one server, each state that either takes in was counted as the version that it bears asks", async () => {
  const zenders = await Promise.all(Array.from({ length: 6 }, () => afzender(d)));
  for (let ronde = 0; ronde < 6; ronde++) {
    const [minimum, sisaLabel] = [(ronde % 3) + 1, ronde % 2 === 0 ? null : "SISA-signaal"];
    const inzendingen = zenders.flatMap((a) => [1, 2, 3].map((k) => a.put(`lijst-${ronde}-${k}`, zonderSisa(staat([4], { minimum: k }), (ronde + k) % 2 === 0))));
    const [, antwoorden] = await Promise.all([wijzigBeleid(d.omgeving, (beleid) => ({ ...beleid, minimum, sisaLabel })), Promise.all(inzendingen)]);
    for (const { statusCode } of antwoorden) expect([201, 409]).toContain(statusCode);
  }
  const { lees } = d.omgeving.opslag;
  const versies = new Map((await lees.selectFrom("beleid").selectAll().execute()).map(({ versie, inhoud }) => [versie, JSON.parse(inhoud) as Beleid]));
  const staten = await lees.selectFrom("staat").select(["beleidVersie", "inhoud"]).execute();
  expect(staten.length).toBeGreaterThan(0);
  for (const { beleidVersie, inhoud } of staten) {
    const { minimum, uitsplitsingen } = JSON.parse(inhoud) as Registratie;
    const { minimum: gevraagd, sisaLabel } = versies.get(beleidVersie) ?? STANDAARDBELEID;
    expect([minimum, uitsplitsingen[0]?.sisa === undefined]).toEqual([gevraagd, sisaLabel === null]);
  }
});

/** Counted for a municipality that does not ask for SISA. */
function zonderSisa(inzending: Registratie, zonder: boolean): Registratie {
  return zonder ? { ...inzending, uitsplitsingen: inzending.uitsplitsingen.map((span) => ({ ...span, sisa: undefined })) } : inzending;
}

test("while an organisation moves to another sector on one server and sends to both, every month stands in the totals once", async () => {
  const a = await afzender(d);
  for (let ronde = 0; ronde < 8; ronde++) {
    const sector = ronde % 2 === 0 ? "jeugdhulp" : "onderwijs";
    await Promise.all([a.put(`een-${ronde}`, staat([1])), wijzigOrganisatie(d.omgeving, a.id, { sector }), a.put(`twee-${ronde}`, staat([2]))]);
    const totalen = await d.omgeving.opslag.lees.selectFrom("maandtotaal").select(["sector", "gestart"]).where("gestart", ">", 0).execute();
    expect(totalen).toEqual([{ sector, gestart: 3 * (ronde + 1) }]);
  }
});

test("the first states of a new year, on both servers at once, make its part of the table once", async () => {
  const zenders = await Promise.all(Array.from({ length: 6 }, () => afzender(d)));
  d.moment = new Date("2027-01-01T00:00:00Z");
  const antwoorden = await Promise.all(zenders.flatMap((a) => [a.put("een", staat([3])), a.put("twee", staat([2]))]));
  expect(antwoorden.map((antwoord) => antwoord.statusCode)).toEqual(Array(12).fill(201));
});

test("a code works once, and a session holds, on either server", async () => {
  const a = await afzender(d);
  const { activeringscode } = await geefActiveringscodeUit(d.omgeving, a.id);
  const antwoorden = await Promise.all(Array.from({ length: 6 }, () => d.vraag({ method: "POST", url: "/v1/activeringen", payload: { activeringscode } })));
  expect(antwoorden.map((antwoord) => antwoord.statusCode).sort()).toEqual([201, 401, 401, 401, 401, 401]);
  const { cookie } = await medewerker(d);
  for (let i = 0; i < 4; i++) expect((await d.vraag({ url: "/v1/servicepunt/sessies/huidige", headers: { cookie } })).statusCode).toBe(200);
});
