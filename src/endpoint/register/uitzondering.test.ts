import type { Periode } from "../../meldcode/periode";
import type { Beleid } from "../../meldcode/uitwisseling/beleid";
import type { Registratieoverzicht } from "../../meldcode/uitwisseling/ontvangst";
import { verwachtProbleem } from "../http/probleem.testtaal";
import { afzender, type Afzender, dienst, type Dienst, staat } from "../testtaal";
import { huidigBeleid, wijzigBeleid, zetPeriode, zetUitzondering } from "./beleid";

const JANUARI = "2026-01" as Periode; // a literal month
let d: Dienst;
let een: Afzender;
let ander: Afzender;
beforeEach(async () => {
  d = await dienst();
  [een, ander] = [await afzender(d, { naam: "Een" }), await afzender(d, { naam: "Ander" })];
  for (const a of [een, ander]) await a.put("r", staat([3, 1]));
  await zetPeriode(d.omgeving, JANUARI, true);
});
afterEach(() => d.sluit());

const wijzig = async (a: Afzender, gestart: number) => a.put("r", staat([gestart, 1]), String((await a.get("registraties/r")).headers.etag));
const geopend = async (a: Afzender) => (await a.get("registraties")).json<Registratieoverzicht>().geopendeMaanden;

test("one organisation can change a closed month, and reads so with its key; the others cannot, and read nothing of it", async () => {
  verwachtProbleem(await wijzig(een, 4), "periode-gesloten");
  await zetUitzondering(d.omgeving, een.id, JANUARI, true);
  expect((await wijzig(een, 4)).statusCode).toBe(200);
  verwachtProbleem(await wijzig(ander, 4), "periode-gesloten");
  expect([await geopend(een), await geopend(ander)]).toEqual([[JANUARI], undefined]);
  const open = await d.vraag("/v1/beleid");
  expect(open.json<Beleid>().geslotenMaanden).toEqual([JANUARI]);
  expect(open.body).not.toContain(een.id);
});

test("it ends when it is taken back, and when the month opens for everyone", async () => {
  await zetUitzondering(d.omgeving, een.id, JANUARI, true);
  await zetUitzondering(d.omgeving, een.id, JANUARI, false);
  verwachtProbleem(await wijzig(een, 4), "periode-gesloten");
  await zetUitzondering(d.omgeving, een.id, JANUARI, true);
  await zetPeriode(d.omgeving, JANUARI, false);
  await zetPeriode(d.omgeving, JANUARI, true);
  verwachtProbleem(await wijzig(een, 4), "periode-gesloten");
});

test("what is so already makes no new version and no line in the audit log", async () => {
  const versies = async () => [(await huidigBeleid(d.omgeving.opslag.lees)).versie, (await d.omgeving.opslag.lees.selectFrom("auditregel").selectAll().execute()).length];
  await zetUitzondering(d.omgeving, een.id, JANUARI, true);
  const voor = await versies();
  await zetUitzondering(d.omgeving, een.id, JANUARI, true);
  await zetUitzondering(d.omgeving, ander.id, JANUARI, false);
  await zetPeriode(d.omgeving, JANUARI, true);
  expect(await versies()).toEqual(voor);
});

test("it outlasts a change of other policy, and each received state keeps the version by which it was judged", async () => {
  await zetUitzondering(d.omgeving, een.id, JANUARI, true);
  await zetUitzondering(d.omgeving, een.id, JANUARI, true);
  await wijzigBeleid(d.omgeving, (beleid) => ({ ...beleid, deadlineDag: 10 }));
  const { versie, uitzonderingen } = await huidigBeleid(d.omgeving.opslag.lees);
  expect(uitzonderingen).toEqual([{ organisatie: een.id, periode: JANUARI }]);
  expect((await wijzig(een, 4)).statusCode).toBe(200);
  const rijen = await d.omgeving.opslag.lees.selectFrom("staat").select(["versie", "beleidVersie"]).where("organisatie", "=", een.id).orderBy("versie").execute();
  expect(rijen).toEqual([{ versie: 1, beleidVersie: 0 }, { versie: 2, beleidVersie: versie }]);
});

test("a month that is open and an organisation that is not there are refused, and leave the policy as it was", async () => {
  await expect(zetUitzondering(d.omgeving, een.id, "2026-02" as Periode, true)).rejects.toMatchObject({ code: "ongeldige-inzending" }); // a literal month
  await expect(zetUitzondering(d.omgeving, "ORG-0000-0000", JANUARI, true)).rejects.toMatchObject({ code: "niet-gevonden" });
  expect(await huidigBeleid(d.omgeving.opslag.lees)).toMatchObject({ versie: 1, uitzonderingen: [] });
});
