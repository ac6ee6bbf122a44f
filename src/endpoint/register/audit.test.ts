import fc from "fast-check";
import type { Auditregel } from "../../meldcode/uitwisseling/auditlog";
import type { Periode } from "../../meldcode/periode";
import { afzender, dienst, type Dienst, medewerker, PROEF, staat } from "../testtaal";
import { bewaarAccount } from "./account";
import { type Auditanker, auditregels, controleerAudit, DIENST, kortAuditlogIn, noteer, noteerInzage } from "./audit";
import { pasBewaartermijnenToe } from "./bewaartermijnen";
import { wijzigBeleid, zetPeriode } from "./beleid";
import { geefActiveringscodeUit, geefBestuurscodeUit, trekAlleToegangIn } from "./organisatie";

let d: Dienst;
beforeEach(async () => {
  d = await dienst();
});
afterEach(() => d.sluit());

const regels = async (): Promise<Auditregel[]> => (await d.vraag({ url: "/v1/servicepunt/auditlog?aantal=500", headers: await medewerker(d) })).json<{ regels: Auditregel[] }>().regels.slice(1).reverse();
const kort = async () => (await regels()).map(({ wie, wat, waarover }) => [wie, wat, waarover]);
const controleer = (anker?: Auditanker) => controleerAudit(d.omgeving.opslag, anker);

test("says who did what, on the page and with beheer", async () => {
  await bewaarAccount(d.omgeving, "jan", "een heel lang wachtwoord");
  const aanmelding = { method: "POST", url: "/v1/servicepunt/sessies" } as const;
  await d.vraag({ ...aanmelding, payload: { naam: "Kanarie", wachtwoord: "fout" } });
  const antwoord = await d.vraag({ ...aanmelding, payload: { naam: "jan", wachtwoord: "een heel lang wachtwoord" } });
  const koppen = { cookie: String(antwoord.headers["set-cookie"]).split(";")[0] ?? "", "x-csrf-token": antwoord.json<{ csrfToken: string }>().csrfToken };
  const nieuw = await d.vraag({ method: "POST", url: "/v1/servicepunt/organisaties", headers: koppen, payload: { naam: "De Vuurtoren", sector: "onderwijs", bestuur: "Stichting X" } });
  const { organisatieId } = nieuw.json<{ organisatieId: string }>();
  await d.vraag({ method: "POST", url: `/v1/servicepunt/organisaties/${organisatieId}/activeringscodes`, headers: koppen });
  await d.vraag({ url: `/v1/servicepunt/organisaties/${organisatieId}`, headers: koppen });
  await d.vraag({ url: "/v1/servicepunt/responsoverzicht/export?van=2026-01&tot=2026-03&zoek=Kanarie", headers: koppen });
  await d.vraag({ method: "DELETE", url: "/v1/servicepunt/sessies/huidige", headers: koppen });
  await geefBestuurscodeUit(d.omgeving, "Stichting X");
  await trekAlleToegangIn(d.omgeving, organisatieId);
  await zetPeriode(d.omgeving, "2026-01" as Periode, true); // literal months
  await zetPeriode(d.omgeving, "2026-01" as Periode, false);
  await wijzigBeleid(d.omgeving, (beleid) => ({ ...beleid, minimum: 5, deadlineDag: 10 }));

  const wie = "account:jan";
  const organisatie = `{"organisatie":"${organisatieId}"}`;
  expect(await kort()).toEqual([
    [PROEF.id, "account-gezet", '{"account":"jan","rol":"behandelen"}'],
    ["onbekend", "aanmelden-mislukt", "{}"],
    [wie, "aanmelden", '{"rol":"behandelen"}'],
    [wie, "organisatie-toegevoegd", organisatie],
    [wie, "activeringscode-uitgegeven", organisatie],
    [wie, "activeringscode-uitgegeven", organisatie],
    [wie, "dossier-ingezien", organisatie],
    [wie, "export", '{"gezocht":"ja","tot":"2026-03","van":"2026-01","wat":"responsoverzicht"}'],
    [wie, "afmelden", "{}"],
    [PROEF.id, "activeringscode-uitgegeven", '{"bestuur":"Stichting X"}'],
    [PROEF.id, "toegang-ingetrokken", `{"codes":3,"organisatie":"${organisatieId}","sleutels":0}`],
    [PROEF.id, "periode-gesloten", '{"periode":"2026-01","versie":1}'],
    [PROEF.id, "periode-geopend", '{"periode":"2026-01","versie":2}'],
    [PROEF.id, "beleid-gewijzigd", '{"onderdelen":"minimum, deadlineDag","versie":3}'],
  ]);
  expect(JSON.stringify(await regels())).not.toContain("Kanarie");
  expect(await controleer()).toMatchObject({ breuken: [] });
});

test("what was refused or undone left no line, and neither did what a sender does", async () => {
  await expect(geefActiveringscodeUit(d.omgeving, "ORG-0000-0000")).rejects.toThrow();
  await expect(d.omgeving.opslag.schrijf(async (tx) => {
    await noteer(tx, d.omgeving, "export");
    throw new Error("undone");
  })).rejects.toThrow("undone");
  expect(await kort()).toEqual([]);
  const a = await afzender(d);
  await a.put("lijst", staat([3]));
  expect((await kort()).map(([, wat]) => wat).filter((wat) => wat !== "aanmelden")).toEqual(["organisatie-toegevoegd", "activeringscode-uitgegeven"]);
});

test("comes page by page, newest first", async () => {
  for (let i = 0; i < 7; i++) await noteerInzage(d.omgeving, "export", { i });
  const headers = await medewerker(d);
  const pagina = async (vraag: string) => (await d.vraag({ url: `/v1/servicepunt/auditlog?${vraag}`, headers })).json<{ regels: Auditregel[] }>().regels.map((regel) => regel.volgnummer);
  expect(await pagina("aantal=3")).toEqual([8, 7, 6]);
  expect(await pagina("aantal=3&voor=6")).toEqual([5, 4, 3]);
  expect(await pagina("voor=3")).toEqual([2, 1]);
  expect((await d.vraag({ url: "/v1/servicepunt/auditlog?aantal=501&voor=x", headers })).json<{ fouten: unknown[] }>().fouten).toHaveLength(2);
});

test("a name that a database would change is kept so that it reads back the same", async () => {
  await noteerInzage({ ...d.omgeving, wie: { id: "oidc:a\u0000b", naam: `J\ud800an\n${"é".repeat(198)}😀` } }, "export", {});
  expect(await controleer()).toMatchObject({ regels: 1, breuken: [] });
});

describe("whoever gets at the database itself is found out", () => {
  beforeEach(async () => {
    for (let i = 1; i <= 6; i++) await noteerInzage(d.omgeving, "export", { i });
  });
  const rijen = () => d.opslag.databank.db;
  const nummer = (van: number, naar: number) => rijen().updateTable("auditregel").set({ volgnummer: naar }).where("volgnummer", "=", van).execute();

  test.each([
    ["another deed", { wat: "afmelden" }],
    ["another person", { wie: "account:piet" }],
    ["another name", { naam: "piet" }],
    ["another moment", { moment: "2026-01-01T00:00:00.000Z" }],
    ["another subject", { waarover: "{}" }],
    ["another hash", { hash: "f".repeat(64) }],
  ])("by a changed line: %s", async (_wat, waarden) => {
    await rijen().updateTable("auditregel").set(waarden).where("volgnummer", "=", 3).execute();
    expect((await controleer()).breuken).toContainEqual({ volgnummer: 3, soort: "inhoud" });
  });
  test("by a changed line whose own hash was made to fit", async () => {
    const eerder = await rijen().selectFrom("auditregel").selectAll().where("volgnummer", "=", 3).executeTakeFirstOrThrow();
    await rijen().deleteFrom("auditregel").where("volgnummer", ">=", 3).execute();
    await noteerInzage({ ...d.omgeving, wie: { id: "account:piet", naam: "piet" } }, "export", { i: 3 });
    const vals = await rijen().selectFrom("auditregel").selectAll().where("volgnummer", "=", 3).executeTakeFirstOrThrow();
    await rijen().updateTable("auditregel").set(eerder).where("volgnummer", "=", 3).execute();
    await noteerInzage(d.omgeving, "export", { i: 4 });
    await rijen().updateTable("auditregel").set(vals).where("volgnummer", "=", 3).execute();
    expect((await controleer()).breuken).toEqual([{ volgnummer: 4, soort: "volgt-niet" }]);
  });
  test("by a line taken out", async () => {
    await rijen().deleteFrom("auditregel").where("volgnummer", "=", 3).execute();
    expect((await controleer()).breuken).toEqual([{ volgnummer: 3, soort: "ontbreekt" }]);
  });
  test("by a line taken out and the rest moved up", async () => {
    await rijen().deleteFrom("auditregel").where("volgnummer", "=", 3).execute();
    for (const n of [4, 5, 6]) await nummer(n, n - 1);
    expect((await controleer()).breuken).toEqual([{ volgnummer: 3, soort: "volgt-niet" }, ...[3, 4, 5].map((volgnummer) => ({ volgnummer, soort: "inhoud" }))]);
  });
  test("by two lines that changed places", async () => {
    for (const [van, naar] of [[3, 99], [4, 3], [99, 4]] as const) await nummer(van, naar);
    expect((await controleer()).breuken.map(({ volgnummer }) => volgnummer)).toEqual(expect.arrayContaining([3, 4]));
  });
  test("by the first line taken off", async () => {
    await rijen().deleteFrom("auditregel").where("volgnummer", "=", 1).execute();
    expect((await controleer()).breuken).toEqual([{ volgnummer: 1, soort: "ontbreekt" }]);
  });
  test("by a line of another municipality", async () => {
    await rijen().updateTable("auditregel").set({ gemeente: "GM0363" }).execute();
    expect((await controleerAudit(d.opslag.gemeente("GM0363"))).breuken).toHaveLength(6);
  });
  test("by lines taken off the end, and by a chain written anew, only with a line that was kept elsewhere", async () => {
    const { laatste } = await controleer();
    if (!laatste) throw new Error("there are lines");
    await rijen().deleteFrom("auditregel").where("volgnummer", ">", 4).execute();
    expect((await controleer()).breuken).toEqual([]);
    expect((await controleer(laatste)).breuken).toEqual([{ volgnummer: 6, soort: "afgekapt" }]);
    for (const i of [5, 6, 7]) await noteerInzage(d.omgeving, "afmelden", { i });
    expect((await controleer()).breuken).toEqual([]);
    expect((await controleer(laatste)).breuken).toEqual([{ volgnummer: 6, soort: "herschreven" }]);
  });
});

describe("what was kept for five years goes, and what stays is still one chain", () => {
  const dag = (tekst: string): void => {
    d.moment = new Date(`${tekst}T12:00:00Z`);
  };
  const doe = (aantal: number) =>
    d.omgeving.opslag.schrijf(async (tx) => {
      for (let i = 0; i < aantal; i++) await noteer(tx, d.omgeving, "export", { i });
    });
  const ruimOp = async () => (await pasBewaartermijnenToe({ ...d.omgeving, wie: DIENST })).auditregel;
  beforeEach(async () => {
    dag("2021-03-31");
    await doe(12);
    dag("2021-04-01");
    await doe(3);
  });

  test("by whole months: the first that is kept follows on a line that tells the hash of the last that went", async () => {
    dag("2026-03-31");
    expect(await ruimOp()).toBe(0);
    const eerder = (await controleer()).laatste;
    dag("2026-04-10");
    expect(await ruimOp()).toBe(12);
    expect(await ruimOp()).toBe(0);
    expect(await controleer()).toMatchObject({ regels: 5, eerste: { volgnummer: 13, moment: "2021-04-01T12:00:00.000Z" }, laatste: { volgnummer: 17 }, breuken: [] });
    const [, ingekort] = await auditregels(d.omgeving, undefined, 2);
    expect(ingekort).toMatchObject({ wie: "dienst", wat: "auditlog-ingekort", waarover: expect.stringMatching(/^{"hash":"[0-9a-f]{64}","volgnummer":12,"voor":"2021-04-01T00:00:00.000Z"}$/) });
    if (!eerder) throw new Error("there were lines");
    expect((await controleer(eerder)).breuken).toEqual([]);
  });
  test("again and again, and also when all lines went", async () => {
    dag("2026-04-10");
    await ruimOp();
    dag("2026-05-10");
    expect(await ruimOp()).toBe(3);
    dag("2040-01-01");
    expect(await ruimOp()).toBe(4);
    expect(await controleer()).toMatchObject({ regels: 2, eerste: { volgnummer: 20 }, breuken: [] });
  });
  test("a line of a clock that ran ahead stays, with all that came after it; one that ran behind takes nothing newer along", async () => {
    dag("1990-01-01");
    await doe(1);
    dag("2099-01-01");
    await doe(1);
    dag("2020-01-01");
    await doe(2);
    dag("2026-05-10");
    expect(await ruimOp()).toBe(16);
    expect(await controleer()).toMatchObject({ regels: 5, eerste: { volgnummer: 17 }, breuken: [] });
  });
  test("whatever the clock said and however often it was shortened, the chain is whole and nothing went that was not old", async () => {
    const stap = fc.oneof(fc.record({ doe: fc.integer({ min: 1, max: 3 }), dag: fc.integer({ min: 0, max: 9000 }) }), fc.record({ kort: fc.integer({ min: 0, max: 9000 }) }));
    const opDag = (n: number): Date => new Date(Date.UTC(2015, 0, 1 + n));
    await fc.assert(
      fc.asyncProperty(fc.array(stap, { minLength: 4, maxLength: 10 }), async (stappen) => {
        for (const gedaan of stappen) {
          const regels = async () => (await auditregels(d.omgeving, undefined, 1000)).filter(({ wat }) => wat !== "auditlog-ingekort");
          const eerder = await regels();
          d.moment = opDag("doe" in gedaan ? gedaan.dag : gedaan.kort);
          const voor = d.moment.toISOString();
          if ("doe" in gedaan) await doe(gedaan.doe);
          else await d.omgeving.opslag.schrijf((tx) => kortAuditlogIn(tx, d.omgeving, voor));
          expect((await controleer()).breuken).toEqual([]);
          const nummers = new Set((await regels()).map(({ volgnummer }) => volgnummer));
          const weg = eerder.filter(({ volgnummer }) => !nummers.has(volgnummer));
          expect("doe" in gedaan ? weg : weg.filter(({ moment }) => moment >= voor)).toEqual([]);
        }
      }),
      { numRuns: 10 },
    );
  });
  test("and whoever shortens it otherwise is found out", async () => {
    dag("2026-04-10");
    await ruimOp();
    const { laatste } = await controleer();
    if (!laatste) throw new Error("there are lines");
    const db = d.opslag.databank.db;
    const eerste = await db.selectFrom("auditregel").selectAll().where("volgnummer", "=", 13).executeTakeFirstOrThrow();
    await db.deleteFrom("auditregel").where("volgnummer", "=", 13).execute();
    expect((await controleer()).breuken).toEqual([{ volgnummer: 13, soort: "ontbreekt" }]);
    await db.insertInto("auditregel").values({ ...eerste, vorige: "0".repeat(64) }).execute();
    expect((await controleer()).breuken).toEqual([{ volgnummer: 13, soort: "volgt-niet" }, { volgnummer: 13, soort: "inhoud" }]);
    await db.deleteFrom("auditregel").where("volgnummer", "=", 13).execute();
    await db.insertInto("auditregel").values(eerste).execute();
    expect((await controleer()).breuken).toEqual([]);
    // By the very function that does it once a month, but too soon: only a line that was kept elsewhere shows it.
    await d.omgeving.opslag.schrijf((tx) => kortAuditlogIn(tx, d.omgeving, "2030-01-01T00:00:00.000Z"));
    expect((await controleer()).breuken).toEqual([]);
    expect((await controleer({ ...laatste, volgnummer: laatste.volgnummer - 1 })).breuken).toEqual([{ volgnummer: laatste.volgnummer - 1, soort: "voor-het-begin" }]);
  });
});

test("a thousand lines and more are walked to the end", async () => {
  await d.omgeving.opslag.schrijf(async (tx) => {
    for (let i = 0; i < 1003; i++) await noteer(tx, d.omgeving, "export", { i });
  });
  expect(await controleer()).toMatchObject({ regels: 1003, laatste: { volgnummer: 1003 }, breuken: [] });
});
