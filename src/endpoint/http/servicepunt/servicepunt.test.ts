import type { Organisatiedossier, Responsoverzicht } from "../../../meldcode/uitwisseling/servicepunt";
import type { Activeringscode, NieuweOrganisatie } from "../../../meldcode/uitwisseling/register";
import { bewaarAccount, trekAccountIn } from "../../register/account";
import { meldAan } from "../../register/sessie";
import { afzender, dienst, type Dienst, medewerker, staat } from "../../testtaal";
import { verwachtProbleem } from "../probleem.testtaal";

let d: Dienst;
let koppen: { cookie: string; "x-csrf-token": string };
beforeEach(async () => {
  d = await dienst();
  koppen = await medewerker(d);
});
afterEach(() => d.sluit());

const BASIS = "/v1/servicepunt";
const get = (pad: string) => d.vraag({ url: BASIS + pad, headers: { cookie: koppen.cookie } });
const overzicht = async (vraag: string) => (await get(`/responsoverzicht?${vraag}`)).json<Responsoverzicht>();

describe("signing in", () => {
  test("gives a cookie no script and no other site can use", async () => {
    await bewaarAccount(d.omgeving, "jan", "een heel lang wachtwoord");
    const antwoord = await d.vraag({ method: "POST", url: `${BASIS}/sessies`, payload: { naam: "jan", wachtwoord: "een heel lang wachtwoord" } });
    const { csrfToken } = antwoord.json<{ csrfToken: string }>();
    koppen = { cookie: String(antwoord.headers["set-cookie"]).split(";")[0] ?? "", "x-csrf-token": csrfToken };
    expect(antwoord.statusCode).toBe(201);
    expect(antwoord.headers["set-cookie"]).toMatch(/^sessie=[\w-]{43}; Path=\/v1\/servicepunt; HttpOnly; SameSite=Strict$/);
    expect((await get("/sessies/huidige")).json()).toEqual({ naam: "jan", rol: "behandelen", csrfToken });
  });
  test("does not say whether the name or the password is wrong", async () => {
    await bewaarAccount(d.omgeving, "jan", "een heel lang wachtwoord");
    const probeer = async (naam: string) => verwachtProbleem(await d.vraag({ method: "POST", url: `${BASIS}/sessies`, payload: { naam, wachtwoord: "fout" } }), "toegang-ongeldig");
    expect(await probeer("jan")).toEqual(await probeer("niemand"));
  });
  test("does not outlive the account: it was taken away while the password was being looked at", async () => {
    await bewaarAccount(d.omgeving, "jan", "een heel lang wachtwoord");
    const { opslag } = d.omgeving;
    let weg: Promise<unknown> | undefined;
    // Nothing of a sign-in is written before its password was found right.
    const traag: typeof opslag = Object.create(opslag, { schrijf: { value: (werk: Parameters<typeof opslag.schrijf>[0]) => (weg ??= trekAccountIn(d.omgeving, "jan")).then(() => opslag.schrijf(werk)) } });
    await expect(meldAan({ ...d.omgeving, opslag: traag }, "jan", "een heel lang wachtwoord", "")).rejects.toMatchObject({ code: "toegang-ongeldig" });
    koppen = await medewerker(d); // the session before was of that account as well
    expect((await get("/auditlog?aantal=3")).json()).toMatchObject({ regels: [{ wat: "aanmelden" }, { wat: "aanmelden-mislukt" }, { wat: "account-ingetrokken" }] });
  });
  test("ends after half an hour of nothing, after a day, at signing out and at a new password", async () => {
    const begin = d.moment.getTime();
    for (let minuten = 0; minuten <= 600; minuten += 25) {
      d.moment = new Date(begin + minuten * 60_000);
      expect((await get("/sessies/huidige")).statusCode).toBe(200);
    }
    d.moment = new Date(begin + 601 * 60_000);
    verwachtProbleem(await get("/sessies/huidige"), "toegang-ongeldig");
    koppen = await medewerker(d);
    d.moment = new Date(d.moment.getTime() + 31 * 60_000);
    verwachtProbleem(await get("/sessies/huidige"), "toegang-ongeldig");
    koppen = await medewerker(d);
    const uit = await d.vraag({ method: "DELETE", url: `${BASIS}/sessies/huidige`, headers: koppen });
    expect([uit.statusCode, uit.headers["set-cookie"]]).toEqual([204, expect.stringContaining("Max-Age=0")]);
    verwachtProbleem(await get("/sessies/huidige"), "toegang-ongeldig");
    koppen = await medewerker(d);
    await bewaarAccount(d.omgeving, "jan", "een ander lang wachtwoord");
    verwachtProbleem(await get("/sessies/huidige"), "toegang-ongeldig");
  });
  test("is needed for everything, and a change needs the page's token as well", async () => {
    for (const pad of ["/sessies/huidige", "/responsoverzicht?van=2026-01&tot=2026-02", "/responsoverzicht/export?van=2026-01&tot=2026-02", "/organisaties", "/organisaties/ORG-1"]) {
      verwachtProbleem(await d.vraag(BASIS + pad), "toegang-ongeldig");
    }
    const nieuw = { method: "POST", url: `${BASIS}/organisaties`, payload: { naam: "X", sector: "overig" } } as const;
    verwachtProbleem(await d.vraag({ ...nieuw, headers: { cookie: koppen.cookie } }), "geen-toegang");
    verwachtProbleem(await d.vraag({ ...nieuw, headers: { cookie: koppen.cookie, "x-csrf-token": "0".repeat(64) } }), "geen-toegang");
  });
});

test("an organisation gets into the register with a code that works, and can get another", async () => {
  const antwoord = await d.vraag({ method: "POST", url: `${BASIS}/organisaties`, headers: koppen, payload: { naam: "De Vuurtoren", sector: "onderwijs", brin: "12ab", grootte: "klein" } });
  expect(antwoord.statusCode).toBe(201);
  const nieuw = antwoord.json<NieuweOrganisatie>();
  expect(nieuw.organisatie).toMatchObject({ naam: "De Vuurtoren", brin: "12AB", ritme: "maand", eenpersoons: false, kvk: null });
  const tweede = (await d.vraag({ method: "POST", url: `${BASIS}/organisaties/${nieuw.organisatieId}/activeringscodes`, headers: koppen })).json<Activeringscode>();
  for (const { activeringscode } of [nieuw, tweede]) expect((await d.vraag({ method: "POST", url: "/v1/activeringen", payload: { activeringscode } })).statusCode).toBe(201);
  expect((await get("/organisaties")).json<{ organisaties: unknown[] }>().organisaties).toHaveLength(1);
  verwachtProbleem(await get("/organisaties/ORG-0000-0000"), "niet-gevonden");
  verwachtProbleem(await d.vraag({ method: "POST", url: `${BASIS}/organisaties/ORG-0000-0000/activeringscodes`, headers: koppen }), "niet-gevonden");
  const fout = verwachtProbleem(await d.vraag({ method: "POST", url: `${BASIS}/organisaties`, headers: koppen, payload: { naam: "", sector: "x", kvk: "1", rsin: "1" } }), "ongeldige-inzending");
  expect(fout.fouten).toHaveLength(4);
});

describe("the response overview", () => {
  test("tells received, nothing to report, corrected, late, missing and not yet due apart", async () => {
    const a = await afzender(d, { naam: "A" });
    await afzender(d, { naam: "B" });
    d.moment = new Date("2026-02-16T00:00:00Z"); // 15-2 was the deadline of January
    const { etag } = (await a.put("r", staat([2, 0]))).headers;
    d.moment = new Date("2026-03-10T12:00:00Z");
    await a.put("r", staat([2, 0, 1]), String(etag));
    d.moment = new Date("2026-04-10T12:00:00Z");
    await a.put("r", staat([3, 0, 1]), String((await a.get("registraties/r")).headers.etag));
    d.moment = new Date("2026-04-15T21:59:59Z"); // still 15-4 in Amsterdam
    koppen = await medewerker(d);
    const { rijen, totalen } = await overzicht("van=2025-12&tot=2026-04");
    expect(rijen.map((r) => r.maanden.map((m) => m.status))).toEqual([
      ["ontbreekt", "gecorrigeerd", "nulopgave", "ontvangen", "verwacht"],
      ["ontbreekt", "ontbreekt", "ontbreekt", "verwacht", "verwacht"],
    ]);
    expect(rijen[0]?.maanden[1]).toEqual({ periode: "2026-01", status: "gecorrigeerd", teLaat: true, gestart: 3, afgesloten: 0 });
    expect(totalen[1]).toEqual({ periode: "2026-01", gereageerd: 1, organisaties: 2, gestart: 3, afgesloten: 0, zonderEenpersoons: false });
    d.moment = new Date("2026-04-15T22:00:00Z");
    expect((await overzicht("van=2026-03&tot=2026-03")).rijen[1]?.maanden[0]?.status).toBe("ontbreekt");
  });
  test("late is late, also with nothing to report; a quarter waits for its last month", async () => {
    const maand = await afzender(d, { naam: "A" });
    const kwartaal = await afzender(d, { naam: "B", ritme: "kwartaal" });
    for (const o of [maand, kwartaal]) await o.put("r", staat([0]));
    expect((await overzicht("van=2026-01&tot=2026-01")).rijen.map((r) => r.maanden[0]?.status)).toEqual(["te-laat", "nulopgave"]);
  });
  test("a month that still runs is no nulopgave yet, and cases that came in while it ran make no correction", async () => {
    const a = await afzender(d, { naam: "A" });
    const verzend = async (gestart: number[]) => {
      const huidig = await a.get("registraties/r");
      await a.put("r", staat(gestart), huidig.statusCode === 200 ? String(huidig.headers.etag) : null);
    };
    const maanden = async () => (await overzicht("van=2026-01&tot=2026-02")).rijen[0]?.maanden.map(({ status, gestart }) => [status, gestart]);
    const op = async (dag: string, gestart: number[]) => {
      d.moment = new Date(`${dag}T12:00:00Z`);
      koppen = await medewerker(d);
      await verzend(gestart);
      return maanden();
    };
    expect(await op("2026-02-05", [1, 0])).toEqual([["ontvangen", 1], ["verwacht", null]]);
    expect(await op("2026-02-20", [1, 2])).toEqual([["ontvangen", 1], ["ontvangen", 2]]);
    expect(await op("2026-03-02", [1, 3])).toEqual([["ontvangen", 1], ["ontvangen", 3]]);
    expect(await op("2026-03-03", [1, 4])).toEqual([["ontvangen", 1], ["gecorrigeerd", 4]]);
  });
  test("adds up the lists of an organisation, and leaves out one that was replaced", async () => {
    const a = await afzender(d);
    await a.put("een", staat([3]));
    await a.put("twee", staat([4]));
    expect((await overzicht("van=2026-01&tot=2026-01")).totalen[0]?.gestart).toBe(7);
    await a.put("drie", staat([5], { vervangt: "een" }));
    expect((await overzicht("van=2026-01&tot=2026-01")).totalen[0]?.gestart).toBe(9);
  });
  test("is filtered by sector and searched by name or number", async () => {
    const a = await afzender(d, { naam: "De Vuurtoren" });
    await afzender(d, { naam: "Het Anker", sector: "jeugdhulp" });
    const namen = async (filter: string) => (await overzicht(`van=2026-01&tot=2026-01&${filter}`)).rijen.map((r) => r.organisatie.naam);
    expect(await namen("")).toEqual(["De Vuurtoren", "Het Anker"]);
    expect(await namen("sector=jeugdhulp")).toEqual(["Het Anker"]);
    expect(await namen("zoek=VUUR")).toEqual(["De Vuurtoren"]);
    expect(await namen(`zoek=${a.id.toLowerCase()}`)).toEqual(["De Vuurtoren"]);
    expect(await namen("zoek=%25")).toEqual([]);
  });
  test.each(["van=2026-02&tot=2026-01", "van=2000-01&tot=2026-01", "van=2026-1&tot=2026-02", "tot=2026-02", "van=2026-01&tot=2026-02&sector=zorg"])("refuses %s", async (vraag) => {
    verwachtProbleem(await get(`/responsoverzicht?${vraag}`), "ongeldige-inzending");
  });
});

describe("a one-person practice's own figures are never shown on their own, only in totals", () => {
  const praktijk = async (naam: string, ...gestart: number[]) => {
    const a = await afzender(d, { naam, eenpersoons: true, sector: "gezondheidszorg" });
    await a.put("r", staat(gestart));
    return a;
  };
  const eersteTotaal = async (filter = "") => (await overzicht(`van=2026-01&tot=2026-01${filter}`)).totalen[0];

  test("not in its row, its dossier or the export, and not as nothing to report", async () => {
    const a = await praktijk("Praktijk", 7, 0, 0);
    const { rijen } = await overzicht("van=2026-01&tot=2026-03");
    expect(rijen[0]?.maanden.map(({ status, gestart, afgesloten }) => [status, gestart, afgesloten])).toEqual([["te-laat", null, null], ["te-laat", null, null], ["ontvangen", null, null]]);
    const dossier = (await get(`/organisaties/${a.id}`)).json<Organisatiedossier>();
    expect(dossier.ontvangstbewijzen[0]).toMatchObject({ versie: 1, wijzigingen: [], uitsplitsingWijzigingen: [] });
    expect((await get("/responsoverzicht/export?van=2026-01&tot=2026-01")).body).toContain("2026-01;te laat;ja;;");
  });
  test("not as the difference between the totals and the rows: fewer than three stay out of the counts, and the answer says so", async () => {
    await (await afzender(d, { naam: "School" })).put("r", staat([4]));
    for (const naam of ["Een", "Twee"]) await praktijk(naam, 7);
    expect(await eersteTotaal()).toEqual({ periode: "2026-01", gereageerd: 3, organisaties: 3, gestart: 4, afgesloten: 0, zonderEenpersoons: true });
    await praktijk("Drie", 7);
    expect(await eersteTotaal()).toEqual({ periode: "2026-01", gereageerd: 4, organisaties: 4, gestart: 25, afgesloten: 0, zonderEenpersoons: false });
  });
  test("not by narrowing a selection down to it", async () => {
    await (await afzender(d, { naam: "School" })).put("r", staat([4]));
    for (const naam of ["Een", "Twee", "Drie"]) await praktijk(naam, 7);
    expect(await eersteTotaal("&zoek=Een")).toMatchObject({ gereageerd: 1, organisaties: 1, gestart: 0, zonderEenpersoons: true });
    expect(await eersteTotaal("&sector=gezondheidszorg")).toMatchObject({ gereageerd: 3, gestart: 0, zonderEenpersoons: true });
    expect(await eersteTotaal("&sector=onderwijs")).toMatchObject({ gereageerd: 1, gestart: 4, zonderEenpersoons: false });
    expect(await eersteTotaal("&zoek=%20")).toMatchObject({ gereageerd: 4, gestart: 25, zonderEenpersoons: false });
  });
});

test("an organisation's dossier shows its receipts, newest first", async () => {
  const a = await afzender(d);
  const eerste = await a.put("r", staat([1]));
  d.moment = new Date("2026-04-11T12:00:00Z");
  const tweede = await a.put("r", staat([2]), String(eerste.headers.etag));
  koppen = await medewerker(d);
  expect((await get(`/organisaties/${a.id}`)).json<Organisatiedossier>().ontvangstbewijzen).toEqual([tweede.json(), eerste.json()]);
});

test("the export says it is confidential and cannot run a formula", async () => {
  await afzender(d, { naam: '=HYPERLINK("x";"y")' });
  await afzender(d, { naam: "Gewoon; met puntkomma" });
  const antwoord = await get("/responsoverzicht/export?van=2026-04&tot=2026-04");
  expect(antwoord.headers["content-type"]).toBe("text/csv; charset=utf-8");
  expect(antwoord.headers["content-disposition"]).toContain("vertrouwelijk");
  expect(antwoord.body.startsWith('\uFEFF"VERTROUWELIJK')).toBe(true);
  expect(antwoord.body).toContain(';"\'=HYPERLINK(""x"";""y"")";onderwijs;');
  expect(antwoord.body).toContain('"Gewoon; met puntkomma"');
});
