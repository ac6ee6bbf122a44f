import type { Ontvangstbewijs } from "../../meldcode/uitwisseling/ontvangst";
import { afzender, dienst, type Dienst, medewerker, staat } from "../testtaal";
import { auditregels, DIENST } from "./audit";
import { pasBewaartermijnenToe } from "./bewaartermijnen";
import { geefActiveringscodeUit, trekAlleToegangIn } from "./organisatie";

const DAG = 86_400_000;
const NIETS = { sessie: 0, activeringscode: 0, toegang: 0, "vervangen stand": 0, auditregel: 0 };
let d: Dienst;
beforeEach(async () => {
  d = await dienst();
});
afterEach(() => d.sluit());
const na = (dagen: number): void => {
  d.moment = new Date(d.moment.getTime() + dagen * DAG);
};
const pasToe = () => pasBewaartermijnenToe({ ...d.omgeving, nu: () => d.moment });

test("what still works, stays: keys, codes, sessions and every state", async () => {
  const a = await afzender(d);
  await geefActiveringscodeUit(d.omgeving, a.id);
  await a.put("r", staat([3]));
  await medewerker(d);
  na(0.5);
  expect(await pasToe()).toEqual(NIETS);
  expect((await a.get("registraties/r")).statusCode).toBe(200);
});

test("a session goes after a day, a code and a key ninety days after they stopped working", async () => {
  const a = await afzender(d);
  await geefActiveringscodeUit(d.omgeving, a.id);
  await medewerker(d);
  na(2);
  expect(await pasToe()).toEqual({ ...NIETS, sessie: 1 });
  await trekAlleToegangIn(d.omgeving, a.id);
  na(89);
  // The code that was used two days before.
  expect(await pasToe()).toEqual({ ...NIETS, activeringscode: 1 });
  na(2);
  expect(await pasToe()).toEqual({ ...NIETS, activeringscode: 1, toegang: 1 });
});

test("a state goes seven years after receipt, but never the newest of its list", async () => {
  const a = await afzender(d);
  const eerste = await a.put("r", staat([3]));
  await a.put("r", staat([4]), String(eerste.headers.etag));
  await a.put("ander", staat([1]));
  const sleutelsTellenNiet = { activeringscode: expect.any(Number), toegang: expect.any(Number), sessie: 0, auditregel: expect.any(Number) };
  na(2556);
  expect(await pasToe()).toEqual({ ...sleutelsTellenNiet, "vervangen stand": 0 });
  na(2);
  expect(await pasToe()).toEqual({ ...sleutelsTellenNiet, "vervangen stand": 1 });
  expect(await pasToe()).toEqual(NIETS);
  const weer = await d.omgeving.opslag.lees.selectFrom("staat").select(["registratie", "versie"]).orderBy("registratie").execute();
  expect(weer).toEqual([{ registratie: "ander", versie: 1 }, { registratie: "r", versie: 2 }]);
});

test("several servers may do it at the same time: each thing goes once", async () => {
  await medewerker(d);
  na(2);
  const uitkomsten = await Promise.all(Array.from({ length: 4 }, pasToe));
  expect(uitkomsten.reduce((som, { sessie }) => som + sessie, 0)).toBe(1);
});

test("the audit log says what went: what a person asked for always, what the service did by itself when there was something", async () => {
  const zelf = () => pasBewaartermijnenToe({ ...d.omgeving, wie: DIENST });
  const regels = async () => (await auditregels(d.omgeving, undefined, 100)).filter(({ wat }) => wat === "bewaartermijnen-toegepast").map(({ wie, waarover }) => [wie, waarover]);
  await medewerker(d);
  na(2);
  expect(await zelf()).toEqual({ ...NIETS, sessie: 1 });
  expect(await regels()).toEqual([]);
  const a = await afzender(d);
  await pasToe();
  await trekAlleToegangIn(d.omgeving, a.id);
  na(91);
  await zelf();
  expect(await regels()).toEqual([
    ["dienst", '{"activeringscode":1,"auditregel":0,"sessie":0,"toegang":1,"vervangen stand":0}'],
    ["beheer:proef", '{"activeringscode":0,"auditregel":0,"sessie":0,"toegang":0,"vervangen stand":0}'],
  ]);
});

test("another municipality's data is not touched", async () => {
  const a = await afzender(d);
  const bewijs = (await a.put("r", staat([3]))).json<Ontvangstbewijs>();
  na(5000);
  const elders = d.opslag.gemeente("GM0363");
  expect(await pasBewaartermijnenToe({ ...d.omgeving, opslag: elders, nu: () => d.moment })).toEqual(NIETS);
  expect(await d.omgeving.opslag.lees.selectFrom("staat").select("kenmerk").execute()).toEqual([{ kenmerk: bewijs.kenmerk }]);
});
