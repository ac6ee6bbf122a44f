import { pasBewaartermijnenToe } from "../register/bewaartermijnen";
import { geefBestuurscodeUit, trekAlleToegangIn, voegOrganisatieMetCodeToe } from "../register/organisatie";
import { afzender, type Afzender, dienst, type Dienst, staat } from "../testtaal";
import { verwachtProbleem } from "./probleem.testtaal";

interface Vernieuwd {
  readonly organisatie: { readonly organisatieId: string };
  readonly toegangssleutel: string;
  readonly geldigTot: string;
}

const DAG = 86_400_000;
const HERHAALSLEUTEL = "5b0c0000-0000-4000-8000-000000000001";
let d: Dienst;
let a: Afzender;
beforeEach(async () => {
  d = await dienst();
  a = await afzender(d);
});
afterEach(() => d.sluit());

const begin = new Date("2026-04-10T12:00:00Z");
const opDag = (dagen: number): void => {
  d.moment = new Date(begin.getTime() + dagen * DAG);
};
const vraagNieuwe = (sleutel: string, koppen: Record<string, string> = {}, pad = a.pad) => d.vraag({ method: "POST", url: `${pad}/toegangssleutels`, headers: { authorization: `Bearer ${sleutel}`, ...koppen } });
const nieuwe = async (sleutel: string, koppen?: Record<string, string>) => (await vraagNieuwe(sleutel, koppen)).json<Vernieuwd>().toegangssleutel;
const lees = (sleutel: string) => d.vraag({ url: `${a.pad}/registraties`, headers: { authorization: `Bearer ${sleutel}` } });
const status = async (sleutel: string) => (await lees(sleutel)).statusCode;
const aantal = async () => (await d.omgeving.opslag.lees.selectFrom("toegang").select("sleutelhash").execute()).length;

test("a key gives a new one for another 400 days, and who sends goes on with it", async () => {
  await a.put("lijst", staat([3]));
  opDag(350);
  const antwoord = await vraagNieuwe(a.sleutel);
  expect(antwoord.statusCode).toBe(201);
  const { organisatie, toegangssleutel, geldigTot } = antwoord.json<Vernieuwd>();
  expect(organisatie).toEqual({ organisatieId: a.id, naam: "De Proef", sector: "onderwijs", eenpersoons: false });
  expect(Buffer.from(toegangssleutel, "base64url")).toHaveLength(32);
  expect(geldigTot).toBe(new Date(d.moment.getTime() + 400 * DAG).toISOString());
  opDag(749);
  expect((await lees(toegangssleutel)).json()).toMatchObject({ registraties: [{ registratieId: "lijst" }] });
});

test("the old key works until its own end while the new one is not used, so that a lost answer locks nobody out", async () => {
  opDag(350);
  await vraagNieuwe(a.sleutel);
  opDag(399);
  expect(await status(a.sleutel)).toBe(200);
  const laat = await nieuwe(a.sleutel);
  opDag(401);
  expect([await status(a.sleutel), await status(laat)]).toEqual([401, 200]);
});

test("from the first use of the new key the old one works a week, never longer than its own end, and cannot be renewed again", async () => {
  opDag(100);
  const tweede = await nieuwe(a.sleutel);
  opDag(110);
  expect(await status(tweede)).toBe(200);
  expect(verwachtProbleem(await vraagNieuwe(a.sleutel), "toegang-ongeldig").detail).toContain("al vernieuwd");
  opDag(116);
  expect([await status(a.sleutel), await status(tweede)]).toEqual([200, 200]);
  opDag(117);
  expect([await status(a.sleutel), await status(tweede)]).toEqual([401, 200]);
  // Almost at its end there is no week left.
  opDag(499);
  const derde = await nieuwe(tweede);
  expect(await status(derde)).toBe(200);
  opDag(500);
  expect([await status(tweede), await status(derde)]).toEqual([401, 200]);
});

test("a thief cannot go on beside the holder in silence: one of the two is out within a week, and withdrawing ends the whole chain", async () => {
  const vanDief = await nieuwe(a.sleutel);
  const vanHouder = await nieuwe(a.sleutel);
  expect(await status(vanHouder)).toBe(200);
  // The holder was first: what the thief was given is nothing, and what was stolen ends.
  expect(await status(vanDief)).toBe(401);
  verwachtProbleem(await vraagNieuwe(a.sleutel), "toegang-ongeldig");
  // The thief was first: the holder notices, and the Servicepunt withdraws.
  const gestolen = await nieuwe(vanHouder);
  expect(await status(gestolen)).toBe(200);
  verwachtProbleem(await vraagNieuwe(vanHouder), "toegang-ongeldig");
  opDag(8);
  expect([await status(a.sleutel), await status(vanHouder), await status(gestolen)]).toEqual([401, 401, 200]);
  await trekAlleToegangIn(d.omgeving, a.id);
  verwachtProbleem(await vraagNieuwe(gestolen), "toegang-ongeldig");
});

test("a lost answer can be asked for again: the lost key is forgotten, however often", async () => {
  const koppen = { "idempotency-key": HERHAALSLEUTEL };
  const [verloren, herhaald] = [await nieuwe(a.sleutel, koppen), await nieuwe(a.sleutel, koppen)];
  expect(await aantal()).toBe(2);
  expect([await status(verloren), await status(herhaald)]).toEqual([401, 200]);
  // Used by now: it arrived.
  verwachtProbleem(await vraagNieuwe(a.sleutel, koppen), "toegang-ongeldig");
});

test("of two panes that ask at the same moment one gets a key that works, and the other can go on with the old one", async () => {
  const sleutels = await Promise.all([nieuwe(a.sleutel, { "idempotency-key": HERHAALSLEUTEL }), nieuwe(a.sleutel, { "idempotency-key": `${HERHAALSLEUTEL}-2` })]);
  expect((await Promise.all([...sleutels, ...sleutels].map(status))).sort()).toEqual([200, 200, 401, 401]);
  expect(await status(a.sleutel)).toBe(200);
});

test("asking without end fills nothing, and is slowed down for that key only", async () => {
  const ander = await afzender(d);
  let laatste = "";
  for (let i = 0; i < 10; i++) laatste = await nieuwe(a.sleutel);
  const antwoord = await vraagNieuwe(a.sleutel);
  verwachtProbleem(antwoord, "te-veel-verzoeken");
  expect(Number(antwoord.headers["retry-after"])).toBeGreaterThan(0);
  expect((await vraagNieuwe(ander.sleutel, {}, ander.pad)).statusCode).toBe(201);
  // Ten that nobody used, beside the key itself and the two of the other.
  const server = await dienst({ opslag: d.opslag });
  for (let i = 0; i < 5; i++) await server.vraag({ method: "POST", url: `${a.pad}/toegangssleutels`, headers: a.koppen });
  expect(await aantal()).toBe(13);
  expect(await status(laatste)).toBe(200);
  await server.server.close();
});

test("a key that does not work, or of another organisation, renews nothing", async () => {
  const ander = await afzender(d);
  verwachtProbleem(await vraagNieuwe("onbekend"), "toegang-ongeldig");
  verwachtProbleem(await vraagNieuwe(ander.sleutel), "geen-toegang");
  opDag(401);
  expect(verwachtProbleem(await vraagNieuwe(a.sleutel), "toegang-ongeldig").detail).toContain("verlopen");
  opDag(0);
  await trekAlleToegangIn(d.omgeving, a.id);
  expect(verwachtProbleem(await vraagNieuwe(a.sleutel), "toegang-ongeldig").detail).toContain("ingetrokken");
  expect(await aantal()).toBe(2);
});

test("each school of a board renews its own key", async () => {
  for (const naam of ["De Linde", "Het Anker"]) await voegOrganisatieMetCodeToe(d.omgeving, { naam, sector: "onderwijs", bestuur: "Stichting X" });
  const { activeringscode } = await geefBestuurscodeUit(d.omgeving, "Stichting X");
  const { toegangen } = (await d.vraag({ method: "POST", url: "/v1/activeringen", payload: { activeringscode } })).json<{ toegangen: Vernieuwd[] }>();
  for (const { organisatie, toegangssleutel } of toegangen) {
    const pad = `/v1/organisaties/${organisatie.organisatieId}`;
    const { toegangssleutel: nieuw } = (await vraagNieuwe(toegangssleutel, {}, pad)).json<Vernieuwd>();
    expect((await d.vraag({ url: `${pad}/registraties`, headers: { authorization: `Bearer ${nieuw}` } })).statusCode).toBe(200);
  }
});

test("of a key that was taken over nothing is kept for longer than of another that stopped working", async () => {
  const tweede = await nieuwe(a.sleutel);
  await lees(tweede);
  opDag(7 + 91);
  expect(await pasBewaartermijnenToe(d.omgeving)).toMatchObject({ toegang: 1 });
  expect([await aantal(), await status(tweede)]).toEqual([1, 200]);
});
