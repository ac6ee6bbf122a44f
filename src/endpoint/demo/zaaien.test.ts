import type { Periode } from "../../meldcode/periode";
import { wijzigBeleid } from "../register/beleid";
import { dienst, type Dienst, medewerker } from "../testtaal";
import type { Responsoverzicht } from "../../meldcode/uitwisseling/servicepunt";
import { DEMO_ACCOUNT, DEMO_ORGANISATIES } from "./organisaties";
import { DEMO_CODES, zaaiDemo } from "./zaaien";

const APRIL = "2026-04" as Periode; // a literal month
let d: Dienst;
beforeEach(async () => {
  d = await dienst();
  await zaaiDemo(d.omgeving);
});
afterEach(() => d.sluit());

test("the demo has codes that keep working, an account, and organisations that behave differently", async () => {
  for (const activeringscode of [...DEMO_CODES, ...DEMO_CODES]) expect((await d.vraag({ method: "POST", url: "/v1/activeringen", payload: { activeringscode } })).statusCode).toBe(201);
  expect((await d.vraag({ method: "POST", url: "/v1/servicepunt/sessies", payload: DEMO_ACCOUNT })).statusCode).toBe(201);
  const { rijen } = (await d.vraag({ url: "/v1/servicepunt/responsoverzicht?van=2025-08&tot=2026-04", headers: await medewerker(d) })).json<Responsoverzicht>();
  expect(rijen).toHaveLength(DEMO_ORGANISATIES.length);
  expect(new Set(rijen.flatMap((r) => r.maanden.map((m) => m.status)))).toEqual(new Set(["ontvangen", "nulopgave", "gecorrigeerd", "te-laat", "ontbreekt", "verwacht"]));
});

test("it is sown only once", async () => {
  await zaaiDemo(d.omgeving);
  expect((await d.vraag({ url: "/v1/servicepunt/organisaties", headers: await medewerker(d) })).json<{ organisaties: unknown[] }>().organisaties).toHaveLength(DEMO_ORGANISATIES.length);
});

test("it is sown in whatever policy asks", async () => {
  const ander = await dienst();
  await wijzigBeleid(ander.omgeving, (beleid) => ({ ...beleid, sisaLabel: null, minimum: 5, extraIndicatoren: [{ indicator: "kinderen", vanaf: APRIL }] }));
  await zaaiDemo(ander.omgeving);
  const [staat] = await ander.omgeving.opslag.lees.selectFrom("staat").select("inhoud").where("inhoud", "like", "%uitsplitsingen%kinderen%").limit(1).execute();
  expect(staat?.inhoud).not.toContain("sisa");
  await ander.sluit();
});
