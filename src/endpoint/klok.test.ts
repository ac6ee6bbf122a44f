/** The clock of the server jumps: set right after a failure, or set wrong. */
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

const UUR = 3_600_000;
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
