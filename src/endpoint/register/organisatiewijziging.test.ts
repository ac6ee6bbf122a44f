import type { Registerregel, GewijzigdeOrganisatie, Register } from "../../meldcode/uitwisseling/register";
import type { Organisatiedossier, Responsoverzicht } from "../../meldcode/uitwisseling/servicepunt";
import { verwachtProbleem } from "../http/probleem.testtaal";
import { afzender, type Afzender, dienst, type Dienst, medewerker, staat } from "../testtaal";
import { pasBewaartermijnenToe } from "./bewaartermijnen";
import { geefBestuurscodeUit } from "./organisatie";

const BASIS = "/v1/servicepunt";
let d: Dienst;
beforeEach(async () => {
  d = await dienst();
});
afterEach(() => d.sluit());

const get = async <T>(pad: string): Promise<T> => (await d.vraag({ url: BASIS + pad, headers: await medewerker(d, "lezen") })).json<T>();
const wijzig = async (id: string, wijziging: object, rol: Parameters<typeof medewerker>[1] = "behandelen") =>
  d.vraag({ method: "PATCH", url: `${BASIS}/organisaties/${id}`, headers: await medewerker(d, rol), payload: wijziging });
const gewijzigd = async (a: Afzender, wijziging: object) => (await wijzig(a.id, wijziging)).json<GewijzigdeOrganisatie>();
const totaal = async (filter = "", maand = "2026-01") => (await get<Responsoverzicht>(`/responsoverzicht?van=${maand}&tot=${maand}${filter}`)).totalen[0];
const verzend = async (a: Afzender, gestart: number[]) => {
  const huidig = await a.get("registraties/r");
  const antwoord = await a.put("r", staat(gestart), huidig.statusCode === 200 ? String(huidig.headers.etag) : null);
  expect(antwoord.statusCode).toBeLessThan(300);
};

test("only what is named changes, null clears it, and the search finds the new name", async () => {
  const a = await afzender(d, { naam: "De Zeemeeuw", wijk: "Noord", kvk: "12345678", bestuur: "Stichting Kust" });
  const { organisatie } = await gewijzigd(a, { naam: "De Pelikaan", wijk: null, brin: "12ab", grootte: "groot" });
  const verwacht: Partial<Registerregel> = { naam: "De Pelikaan", wijk: null, kvk: "12345678", brin: "12AB", grootte: "groot", bestuur: "Stichting Kust", sector: "onderwijs" };
  expect(organisatie).toMatchObject(verwacht);
  const gevonden = async (zoek: string) => (await get<Register>(`/organisaties?zoek=${zoek}`)).organisaties.map(({ naam }) => naam);
  expect([await gevonden("pelikaan"), await gevonden("zeemeeuw")]).toEqual([["De Pelikaan"], []]);
  const audit = await d.omgeving.opslag.lees.selectFrom("auditregel").select("waarover").where("wat", "=", "organisatie-gewijzigd").execute();
  expect(audit).toEqual([{ waarover: `{"onderdelen":"naam, grootte, wijk, brin","organisatie":"${a.id}"}` }]);
});

test("the same again changes nothing and is not written down; what is wrong is told at once", async () => {
  const a = await afzender(d);
  await gewijzigd(a, { naam: "De Proef", sector: "onderwijs", ritme: "maand", eenpersoons: false });
  expect(await d.omgeving.opslag.lees.selectFrom("auditregel").selectAll().where("wat", "=", "organisatie-gewijzigd").execute()).toEqual([]);
  const { fouten = [] } = verwachtProbleem(await wijzig(a.id, { naam: null, kvk: "1", ritmeVanaf: "2026-07", rsin: "1" }), "ongeldige-inzending");
  expect(fouten.map(({ pad }) => pad).sort()).toEqual(["", "kvk", "naam", "ritmeVanaf"]);
  verwachtProbleem(await wijzig(a.id, { naam: "X" }, "lezen"), "geen-toegang");
  verwachtProbleem(await wijzig("ORG-0000-0000", { naam: "X" }), "niet-gevonden");
});

test("another rhythm holds from the next quarter, or from the month that is named", async () => {
  const a = await afzender(d);
  expect((await gewijzigd(a, { ritme: "kwartaal" })).organisatie).toMatchObject({ ritme: "maand", ritmes: [{ vanaf: "1990-01", ritme: "maand" }, { vanaf: "2026-07", ritme: "kwartaal" }] });
  expect((await gewijzigd(a, { ritme: "kwartaal", ritmeVanaf: "2026-04" })).organisatie).toMatchObject({ ritme: "kwartaal", ritmes: [{ ritme: "maand" }, { vanaf: "2026-04", ritme: "kwartaal" }] });
});

test("another sector takes all its months along in the totals", async () => {
  const [a, b] = [await afzender(d), await afzender(d)];
  await verzend(a, [4]);
  await verzend(b, [3]);
  await gewijzigd(a, { sector: "jeugdhulp" });
  expect([(await totaal("&sector=onderwijs"))?.gestart, (await totaal("&sector=jeugdhulp"))?.gestart, (await totaal())?.gestart]).toEqual([3, 4, 7]);
  await verzend(a, [5]);
  expect((await totaal("&sector=jeugdhulp"))?.gestart).toBe(5);
});

test("keys that a code of its board gave stop working when it leaves that board; its own go on", async () => {
  const a = await afzender(d, { bestuur: "Stichting Kust" });
  const { activeringscode } = await geefBestuurscodeUit(d.omgeving, "Stichting Kust");
  const activering = await d.vraag({ method: "POST", url: "/v1/activeringen", payload: { activeringscode } });
  const [toegang] = activering.json<{ toegangen: { toegangssleutel: string }[] }>().toegangen;
  const lees = (sleutel: string | undefined) => d.vraag({ url: `${a.pad}/registraties`, headers: { authorization: `Bearer ${sleutel}` } });
  expect((await lees(toegang?.toegangssleutel)).statusCode).toBe(200);
  // Long after the code itself was forgotten.
  d.moment = new Date("2026-12-01T12:00:00Z");
  await pasBewaartermijnenToe(d.omgeving);
  expect((await gewijzigd(a, { bestuur: "Stichting Duin" })).ingetrokkenSleutels).toBe(1);
  verwachtProbleem(await lees(toegang?.toegangssleutel), "toegang-ongeldig");
  expect((await lees(a.sleutel)).statusCode).toBe(200);
});

describe("a one-person practice that grows", () => {
  let a: Afzender;
  beforeEach(async () => {
    a = await afzender(d, { eenpersoons: true });
    await verzend(a, [3, 0, 4]);
    await gewijzigd(a, { eenpersoons: false });
    d.moment = new Date("2026-06-10T12:00:00Z");
    await verzend(a, [4, 0, 4, 5, 6]);
  });

  test("keeps the months until then out of sight, in the overview, the dossier and the totals", async () => {
    const [rij] = (await get<Responsoverzicht>("/responsoverzicht?van=2026-01&tot=2026-05")).rijen;
    expect(rij?.organisatie.eenpersoons).toBe(false);
    expect(rij?.maanden.map(({ status, gestart }) => [status, gestart])).toEqual([["gecorrigeerd", null], ["te-laat", null], ["ontvangen", null], ["te-laat", null], ["ontvangen", 6]]);
    const dossier = await get<Organisatiedossier>(`/organisaties/${a.id}`);
    expect(dossier.organisatie).toMatchObject({ eenpersoons: false, eenpersoonsTot: "2026-04" });
    expect(dossier.ontvangstbewijzen.map(({ wijzigingen, uitsplitsingWijzigingen }) => [wijzigingen.map(({ periode }) => periode), uitsplitsingWijzigingen.map(({ van }) => van)])).toEqual([[["2026-05"], ["2026-05"]], [[], []]]);
    expect(dossier.registraties[0]?.uitsplitsingen.map(({ van }) => van)).toEqual(["2026-05"]);
    expect(await totaal()).toMatchObject({ gereageerd: 1, gestart: 0, zonderEenpersoons: true });
    for (const filter of ["", "&zoek=proef"]) {
      expect(await totaal(filter, "2026-04")).toMatchObject({ gereageerd: 1, gestart: 0, zonderEenpersoons: true });
      expect(await totaal(filter, "2026-05")).toMatchObject({ gereageerd: 1, gestart: 6, zonderEenpersoons: false });
    }
  });

  test("and that becomes one again shows nothing at all", async () => {
    await gewijzigd(a, { eenpersoons: true });
    const [rij] = (await get<Responsoverzicht>("/responsoverzicht?van=2026-01&tot=2026-05")).rijen;
    expect(rij?.maanden.every(({ gestart }) => gestart === null)).toBe(true);
    expect((await get<Organisatiedossier>(`/organisaties/${a.id}`)).registraties[0]?.uitsplitsingen).toEqual([]);
  });
});

test("the register and the receipts come by page, and say how many there are", async () => {
  const zenders = [await afzender(d, { naam: "A" }), await afzender(d, { naam: "B", sector: "jeugdhulp" }), await afzender(d, { naam: "C" })];
  const bladzijde = await get<Register>("/organisaties?vanaf=1&aantal=1");
  expect([bladzijde.aantal, bladzijde.organisaties.map(({ naam }) => naam)]).toEqual([3, ["B"]]);
  expect((await get<Register>("/organisaties?sector=onderwijs")).aantal).toBe(2);
  const [a] = zenders;
  if (!a) throw new Error("there are three");
  for (const gestart of [1, 2, 3]) {
    d.moment = new Date(d.moment.getTime() + 60_000);
    await verzend(a, [gestart]);
  }
  const dossier = await get<Organisatiedossier>(`/organisaties/${a.id}?vanaf=1&aantal=1`);
  expect([dossier.aantal, dossier.ontvangstbewijzen.map(({ versie }) => versie)]).toEqual([3, [2]]);
  expect((await a.get("ontvangstbewijzen?vanaf=2&aantal=5")).json()).toMatchObject({ aantal: 3, ontvangstbewijzen: [{ versie: 1 }] });
});

test("a code for a board comes once and is written down; a board nobody has gets none", async () => {
  const a = await afzender(d, { bestuur: "Stichting Kust" });
  const vraag = async (bestuur: string) => d.vraag({ method: "POST", url: `${BASIS}/bestuurscodes`, headers: await medewerker(d, "behandelen"), payload: { bestuur } });
  const code = (await vraag("Stichting Kust")).json<{ activeringscode: string; organisaties: number }>();
  expect(code.organisaties).toBe(1);
  const { toegangen } = (await d.vraag({ method: "POST", url: "/v1/activeringen", payload: { activeringscode: code.activeringscode } })).json<{ toegangen: { organisatie: { organisatieId: string } }[] }>();
  expect(toegangen.map(({ organisatie }) => organisatie.organisatieId)).toEqual([a.id]);
  verwachtProbleem(await vraag("Stichting Nergens"), "niet-gevonden");
  const audit = await d.omgeving.opslag.lees.selectFrom("auditregel").select("waarover").where("wat", "=", "activeringscode-uitgegeven").execute();
  expect(audit.map(({ waarover }) => waarover)).toContain('{"bestuur":"Stichting Kust"}');
});
