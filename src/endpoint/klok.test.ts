/** The clock of the server jumps: set right after a failure, or set wrong. */
import { Klokfout, pasBewaartermijnenVanzelfToe } from "./register/bewaartermijnen";
import { geefActiveringscodeUit, trekAlleToegangIn } from "./register/organisatie";
import { afzender, type Afzender, dienst, type Dienst, medewerker, staat } from "./testtaal";
import type { Periode } from "../meldcode/periode";
import type { Ontvangstbewijs } from "../meldcode/uitwisseling/ontvangst";
import type { Responsoverzicht } from "../meldcode/uitwisseling/servicepunt";

let d: Dienst;
let a: Afzender;
beforeEach(async () => {
  d = await dienst();
  a = await afzender(d);
});
afterEach(() => d.sluit());

const MINUUT = 60_000;
const UUR = 60 * MINUUT;
const DAG = 24 * UUR;
const begin = new Date("2026-04-10T12:00:00Z");
const verzet = (milliseconden: number): void => {
  d.moment = new Date(begin.getTime() + milliseconden);
};

test("over jumps back and forward versions count on, a kenmerk is given once, and sending again gives the same receipt", async () => {
  const bewijzen: Ontvangstbewijs[] = [];
  let etag: string | null = null;
  // The last but one lies in another year, and so in another part of the table.
  for (const [i, sprong] of [0, -UUR, DAG, -DAG, 300 * DAG, 0].entries()) {
    verzet(sprong);
    const inhoud = staat([1 + i]);
    const antwoord = await a.put("lijst", inhoud, etag);
    expect(antwoord.statusCode).toBe(i === 0 ? 201 : 200);
    verzet(-sprong);
    const opnieuw = await a.put("lijst", inhoud, etag);
    expect(opnieuw.json()).toEqual(antwoord.json());
    verzet(sprong);
    expect((await a.put("lijst", staat([50]), etag)).statusCode).toBe(412);
    bewijzen.push(antwoord.json());
    etag = String(antwoord.headers.etag);
  }
  expect(bewijzen.map(({ versie }) => versie)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(new Set(bewijzen.map(({ kenmerk }) => kenmerk)).size).toBe(6);
  const { ontvangstbewijzen } = (await a.get("ontvangstbewijzen")).json<{ ontvangstbewijzen: Ontvangstbewijs[] }>();
  expect(ontvangstbewijzen.toSorted((x, y) => x.versie - y.versie)).toEqual(bewijzen);
  expect((await a.get("registraties/lijst")).headers.etag).toBe(etag);
});

test("a month that has not begun by a clock that runs behind is refused, and taken once the clock is right", async () => {
  d.moment = new Date("2026-03-31T21:30:00Z"); // half past eleven in the evening in Amsterdam
  const april = staat([1], { vanaf: "2026-04" as Periode }); // a literal month
  const geweigerd = await a.put("lijst", april);
  expect([geweigerd.statusCode, geweigerd.headers["content-type"]]).toEqual([400, expect.stringContaining("application/problem+json")]);
  d.moment = new Date("2026-03-31T22:30:00Z");
  expect((await a.put("lijst", april)).statusCode).toBe(201);
});

test("a key, a code and a session last as long as they should, and a jump that is set right takes nothing away for good", async () => {
  const koppen = await medewerker(d);
  const overzicht = () => d.vraag({ url: "/v1/servicepunt/responsoverzicht?van=2026-03&tot=2026-03", headers: koppen });
  const sleutel = () => a.get("registraties");
  const statussen = async (sprong: number) => {
    verzet(sprong);
    return [(await overzicht()).statusCode, (await sleutel()).statusCode];
  };
  expect(await statussen(0)).toEqual([200, 200]);
  expect(await statussen(-UUR)).toEqual([200, 200]);
  expect(await statussen(DAG)).toEqual([401, 200]);
  expect(await statussen(401 * DAG)).toEqual([401, 401]);
  expect(await statussen(0)).toEqual([200, 200]);
  // A session does not live longer because the clock was behind for a while.
  expect(await statussen(11 * UUR)).toEqual([401, 200]);
});

test("a session that began by a clock far ahead is over when the clock is set right", async () => {
  verzet(300 * DAG);
  const koppen = await medewerker(d);
  const status = async () => (await d.vraag({ url: "/v1/servicepunt/sessies/huidige", headers: koppen })).statusCode;
  expect(await status()).toBe(200);
  verzet(0);
  expect(await status()).toBe(401);
});

test("a code is taken once, however the clock jumps, and repeated only within a quarter of an hour of its use", async () => {
  const { activeringscode } = await geefActiveringscodeUit(d.omgeving, a.id);
  const activeer = async (sleutel?: string) => {
    const antwoord = await d.vraag({ method: "POST", url: "/v1/activeringen", headers: sleutel === undefined ? {} : { "idempotency-key": sleutel }, payload: { activeringscode } });
    return antwoord.statusCode === 201 ? antwoord.json<{ toegangssleutel: string }>().toegangssleutel : antwoord.statusCode;
  };
  const werkt = async (sleutel: string | number) => (await d.vraag({ url: `${a.pad}/registraties`, headers: { authorization: `Bearer ${sleutel}` } })).statusCode;
  const eigen = "de-herhaalsleutel-van-dit-taakvenster";
  let sleutel = await activeer(eigen);
  for (const sprong of [-400 * DAG, -16 * MINUUT, 16 * MINUUT]) {
    verzet(sprong);
    expect([await activeer(), await activeer(eigen)]).toEqual([401, 401]);
  }
  for (const sprong of [-14 * MINUUT, 14 * MINUUT]) {
    verzet(sprong);
    const weer = await activeer(eigen);
    expect([await activeer(), await werkt(sleutel), await werkt(weer)]).toEqual([401, 401, 200]);
    sleutel = weer;
  }
  verzet(0);
  expect(await werkt(sleutel)).toBe(200);
});

test("a code that was withdrawn stays so by any clock", async () => {
  const { activeringscode } = await geefActiveringscodeUit(d.omgeving, a.id);
  verzet(DAG);
  await trekAlleToegangIn(d.omgeving, a.id);
  for (const sprong of [0, -DAG, 400 * DAG]) {
    verzet(sprong);
    expect((await d.vraag({ method: "POST", url: "/v1/activeringen", payload: { activeringscode } })).statusCode).toBe(401);
  }
});

test("who tried too often waits a minute of real time, whatever the clock says", async () => {
  const probeer = () => d.vraag({ method: "POST", url: "/v1/activeringen", payload: { activeringscode: "verzonnen" } });
  while ((await probeer()).statusCode !== 429);
  for (const sprong of [400 * DAG, -400 * DAG]) {
    verzet(sprong);
    const antwoord = await probeer();
    expect(antwoord.statusCode).toBe(429);
    expect(Number(antwoord.headers["retry-after"])).toBeLessThanOrEqual(60);
  }
});

test("a clock that is years ahead makes the service throw nothing away by itself", async () => {
  const eerste = await a.put("lijst", staat([1]));
  await a.put("lijst", staat([2]), String(eerste.headers.etag));
  verzet(3_000 * DAG);
  const zelf = { ...d.omgeving, nu: () => d.moment };
  await expect(pasBewaartermijnenVanzelfToe(zelf)).rejects.toThrow(Klokfout);
  verzet(0);
  expect(await pasBewaartermijnenVanzelfToe(zelf)).toMatchObject({ toegang: 0, "vervangen stand": 0 });
  expect((await a.get("ontvangstbewijzen")).json<{ ontvangstbewijzen: Ontvangstbewijs[] }>().ontvangstbewijzen).toHaveLength(2);
});

test("a key that is renewed while the clock is wrong lasts at least as long as the one before it", async () => {
  const vernieuw = async () => (await d.vraag({ method: "POST", url: `${a.pad}/toegangssleutels`, headers: a.koppen })).json<{ toegangssleutel: string }>().toegangssleutel;
  const status = async (sleutel: string) => (await d.vraag({ url: `${a.pad}/registraties`, headers: { authorization: `Bearer ${sleutel}` } })).statusCode;
  verzet(-20_000 * DAG);
  const nieuw = await vernieuw();
  expect(await status(nieuw)).toBe(200);
  verzet(399 * DAG);
  // By the clock of then the week of the old one is long over.
  expect([await status(nieuw), await status(a.sleutel)]).toEqual([200, 401]);
});

test("the overview judges by the clock of now, and what came in on time stays on time", async () => {
  const cel = async (sprong: number) => {
    verzet(sprong);
    const { rijen } = (await d.vraag({ url: "/v1/servicepunt/responsoverzicht?van=2026-03&tot=2026-03", headers: await medewerker(d) })).json<Responsoverzicht>();
    return rijen[0]?.maanden[0]?.status;
  };
  expect(await cel(0)).toBe("verwacht");
  expect(await cel(10 * DAG)).toBe("ontbreekt");
  expect(await cel(-UUR)).toBe("verwacht");
  await a.put("lijst", staat([1, 0, 2]));
  expect(await cel(10 * DAG)).toBe("ontvangen");
});
