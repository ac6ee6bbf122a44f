import fc from "fast-check";
import { deadline } from "../../meldcode/deadline";
import { maandnummer, type Periode, periodenVanTot, periodeVanNummer } from "../../meldcode/periode";
import { uiterlijk } from "../../meldcode/uitwisseling/termijn";
import type { Registratieoverzicht } from "../../meldcode/uitwisseling/ontvangst";
import { afzender, dienst, type Dienst, staat } from "../testtaal";
import { wijzigBeleid } from "./beleid";
import { wijzigOrganisatie } from "./organisatiewijziging";
import { responsoverzicht } from "./responsoverzicht";
import { metRitme, ritmesVan } from "./termijnen";

const [JANUARI, FEBRUARI, MAART] = ["2026-01", "2026-02", "2026-03"] as Periode[]; // literal months
let d: Dienst;
beforeEach(async () => {
  d = await dienst();
});
afterEach(() => d.sluit());

const zetDag = (deadlineDag: number) => wijzigBeleid(d.omgeving, (beleid) => ({ ...beleid, deadlineDag }));
const overzicht = async (van: Periode | undefined, tot: Periode | undefined) => {
  if (!van || !tot) throw new Error("no month");
  return (await responsoverzicht(d.omgeving, { van, tot, vanaf: 0, aantal: 10 })).rijen.map(({ maanden }) => maanden.map(({ status, teLaat }) => [status, teLaat]));
};

test("an earlier deadline day makes no month late that had already ended", async () => {
  const a = await afzender(d);
  d.moment = new Date("2026-02-12T12:00:00Z");
  await a.put("r", staat([2]));
  await zetDag(10);
  expect(await overzicht(JANUARI, JANUARI)).toEqual([[["ontvangen", false]]]);
  // February ended while the tenth held.
  d.moment = new Date("2026-03-11T12:00:00Z");
  expect(await overzicht(FEBRUARI, FEBRUARI)).toEqual([[["ontbreekt", false]]]);
  await a.put("r", staat([2, 1]), String((await a.get("registraties/r")).headers.etag));
  await zetDag(28);
  expect(await overzicht(JANUARI, MAART)).toEqual([[["ontvangen", false], ["te-laat", true], ["verwacht", false]]]);
});

test("who sends by quarter from a month on was on time before by month, and after by quarter", async () => {
  const a = await afzender(d);
  d.moment = new Date("2026-01-20T12:00:00Z");
  await wijzigOrganisatie(d.omgeving, a.id, { ritme: "kwartaal" });
  d.moment = new Date("2026-06-10T12:00:00Z");
  const status = async (van: string, tot: string) => (await overzicht(van as Periode, tot as Periode))[0]?.map(([s]) => s); // literal months
  expect(await status("2026-01", "2026-06")).toEqual(["ontbreekt", "ontbreekt", "ontbreekt", "verwacht", "verwacht", "verwacht"]);
  d.moment = new Date("2026-07-15T22:00:00Z");
  expect(await status("2026-04", "2026-06")).toEqual(["ontbreekt", "ontbreekt", "ontbreekt"]);
});

test("the organisation reads with its key when its months are late", async () => {
  const a = await afzender(d, { ritme: "kwartaal" });
  await zetDag(10);
  await wijzigOrganisatie(d.omgeving, a.id, { ritme: "maand", ritmeVanaf: "2026-10" as Periode }); // a literal month
  const { termijnen } = (await a.get("registraties")).json<Registratieoverzicht>();
  expect(termijnen).toEqual({
    ritmes: [{ vanaf: "1990-01", ritme: "kwartaal" }, { vanaf: "2026-10", ritme: "maand" }],
    deadlinedagen: [{ vanaf: "1990-01", dag: 15 }, { vanaf: "2026-04", dag: 10 }],
  });
  if (!termijnen) throw new Error("they are told");
  const dagen = (["2026-02", "2026-04", "2026-09", "2026-10"] as Periode[]).map((periode) => uiterlijk(periode, termijnen).toISOString().slice(0, 10)); // literal months
  expect(dagen).toEqual(["2026-04-15", "2026-07-10", "2026-10-10", "2026-11-10"]);
});

test("after any changes, each month is late by the day that held when it ended and by the rhythm of that month", async () => {
  const stap = fc.record({ dagen: fc.nat(40), dag: fc.option(fc.integer({ min: 1, max: 28 })), ritme: fc.option(fc.record({ ritme: fc.constantFrom("maand" as const, "kwartaal" as const), overMaanden: fc.integer({ min: -3, max: 5 }) })) });
  await fc.assert(
    fc.asyncProperty(fc.array(stap, { maxLength: 8 }), async (stappen) => {
      await d.omgeving.opslag.schrijf((tx) => tx.deleteFrom("beleid").execute());
      d.moment = new Date("2026-01-01T12:00:00Z");
      const a = await afzender(d);
      const gezet: { op: Date; dag: number }[] = [];
      // Month by month, as the definition says it.
      const ritmes = new Map(periodenVanTot("2025-01" as Periode, "2027-12" as Periode).map((periode) => [periode, "maand"])); // literal months
      for (const { dagen, dag, ritme } of stappen) {
        d.moment = new Date(d.moment.getTime() + dagen * 86_400_000);
        if (dag !== null) {
          await zetDag(dag);
          gezet.push({ op: d.moment, dag });
        }
        if (ritme) {
          const ritmeVanaf = periodeVanNummer(maandnummer("2026-01" as Periode) + d.moment.getUTCMonth() + 12 * (d.moment.getUTCFullYear() - 2026) + ritme.overMaanden); // a literal month
          await wijzigOrganisatie(d.omgeving, a.id, { ritme: ritme.ritme, ritmeVanaf });
          for (const periode of ritmes.keys()) if (periode >= ritmeVanaf) ritmes.set(periode, ritme.ritme);
        }
      }
      const { termijnen } = (await a.get("registraties")).json<Registratieoverzicht>();
      for (const [periode, ritme] of ritmes) {
        const nummer = maandnummer(periode);
        const maand = ritme === "kwartaal" ? periodeVanNummer(nummer - (nummer % 3) + 2) : periode;
        // Day 0 of the next month: the last moment of the month itself.
        const dag = gezet.findLast(({ op }) => op <= deadline(maand, 0))?.dag ?? 15;
        expect([periode, termijnen && uiterlijk(periode, termijnen)]).toEqual([periode, deadline(maand, dag)]);
      }
    }),
    { numRuns: 40 },
  );
});

test("a rhythm that is taken back before it began leaves no trace", () => {
  const begin = { ritme: "maand", ritmewijzigingen: "[]" };
  const straks = metRitme(begin, { vanaf: MAART ?? ("" as Periode), ritme: "kwartaal" });
  expect(ritmesVan(straks)).toHaveLength(2);
  expect(metRitme(straks, { vanaf: FEBRUARI ?? ("" as Periode), ritme: "maand" })).toEqual(begin);
});
