import { ruimDagelijksOp } from "./dagelijks";
import type { Logregel } from "./http/logboek";
import { dienst, type Dienst, medewerker } from "./testtaal";

const DAG = 86_400_000;
let d: Dienst;
beforeEach(async () => {
  d = await dienst();
});
afterEach(async () => {
  jest.useRealTimers();
  await d.sluit();
});

test("the server removes what was kept long enough when it starts, and every day after", async () => {
  jest.useFakeTimers({ doNotFake: ["nextTick", "setImmediate", "setTimeout"] });
  const sessies = async () => (await d.omgeving.opslag.lees.selectFrom("sessie").select("sessiehash").execute()).length;
  const wordtLeeg = async (): Promise<void> => {
    while ((await sessies()) > 0) await new Promise((klaar) => setTimeout(klaar, 5));
  };
  const later = (): void => {
    d.moment = new Date(d.moment.getTime() + 2 * DAG);
  };
  await medewerker(d);
  later();
  const stop = ruimDagelijksOp([{ opslag: d.omgeving.opslag, nu: () => d.moment }], () => undefined);
  await wordtLeeg();
  await medewerker(d);
  later();
  jest.advanceTimersByTime(DAG);
  await wordtLeeg();
  stop();
});

test("a database that is away is logged and stops nothing: another municipality still gets its turn", async () => {
  await medewerker(d);
  d.moment = new Date(d.moment.getTime() + 2 * DAG);
  const log: Logregel[] = [];
  const { opslag } = d.omgeving;
  const weg = { ...d.omgeving, opslag: Object.assign(Object.create(opslag) as typeof opslag, { schrijf: () => Promise.reject(new TypeError("weg")) }) };
  const stop = ruimDagelijksOp([weg, { opslag, nu: () => d.moment }], (regel) => log.push(regel));
  while ((await opslag.lees.selectFrom("sessie").select("sessiehash").execute()).length > 0) await new Promise((klaar) => setTimeout(klaar, 5));
  stop();
  expect(log).toEqual([{ soort: "storing", methode: "", route: "bewaartermijnen", klasse: "TypeError", code: "" }]);
});
