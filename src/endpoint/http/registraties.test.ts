import { createHash } from "node:crypto";
import { canoniekeJson } from "../../meldcode/canoniek";
import { leesTekens } from "../../meldcode/code";
import type { Periode } from "../../meldcode/periode";
import type { Ontvangstbewijs, Registratieregel } from "../../meldcode/uitwisseling/ontvangst";
import { wijzigBeleid, zetPeriode } from "../register/beleid";
import { afzender, type Afzender, dienst, type Dienst, staat } from "../testtaal";
import { verwachtProbleem } from "./probleem.testtaal";

let d: Dienst;
let a: Afzender;
beforeEach(async () => {
  d = await dienst();
  a = await afzender(d);
});
afterEach(() => d.sluit());

const etagVan = async (id: string): Promise<string> => String((await a.get(`registraties/${id}`)).headers.etag);
const registraties = async (): Promise<Registratieregel[]> => (await a.get("registraties")).json<{ registraties: Registratieregel[] }>().registraties;

test("a first state gives 201 with a receipt that proves what was sent", async () => {
  const eerste = staat([2, 0, 1]);
  const antwoord = await a.put("lijst-1", eerste);
  expect(antwoord.statusCode).toBe(201);
  const bewijs = antwoord.json<Ontvangstbewijs>();
  expect(bewijs).toMatchObject({ organisatieId: a.id, registratieId: "lijst-1", inzendingId: eerste.inzendingId, versie: 1, ontvangenOp: "2026-04-10T12:00:00.000Z" });
  expect(bewijs.hash).toBe(createHash("sha256").update(canoniekeJson(eerste)).digest("hex"));
  expect(bewijs.wijzigingen).toHaveLength(3);
  expect(bewijs.wijzigingen[1]).toEqual({ periode: "2026-02", soort: "nieuw", was: null, wordt: { gestart: 0, afgesloten: 0 } });
  expect(bewijs.kenmerk).toMatch(/^MM-2026-[0-9A-Z]{4}-[0-9A-Z]{3}$/);
  expect(leesTekens(bewijs.kenmerk.slice(8), 7)).not.toBeNull();
});

test("what was sent can be read back, listed, and its receipt fetched again", async () => {
  const eerste = staat();
  const put = await a.put("lijst-1", eerste);
  const get = await a.get("registraties/lijst-1");
  expect(get.json()).toEqual(eerste);
  expect(get.headers.etag).toBe(put.headers.etag);
  expect(await registraties()).toEqual([{ registratieId: "lijst-1", versie: 1, etag: put.headers.etag, vanaf: "2026-01", tot: "2026-03", ontvangenOp: "2026-04-10T12:00:00.000Z", vervangenDoor: null }]);
  const { kenmerk } = put.json<Ontvangstbewijs>();
  expect((await a.get(`ontvangstbewijzen/${kenmerk}`)).json()).toEqual(put.json());
  d.moment = new Date("2026-04-11T12:00:00Z");
  await a.put("lijst-1", staat([2, 0, 2]), await etagVan("lijst-1"));
  const { ontvangstbewijzen } = (await a.get("ontvangstbewijzen")).json<{ ontvangstbewijzen: Ontvangstbewijs[] }>();
  expect(ontvangstbewijzen.map((b) => b.versie)).toEqual([2, 1]);
});

test("a correction gives 200, the next version, and only what changed", async () => {
  const eerste = await a.put("lijst-1", staat([2, 0, 1]));
  const tweede = await a.put("lijst-1", staat([2, 0, 2]), String(eerste.headers.etag));
  expect(tweede.statusCode).toBe(200);
  const bewijs = tweede.json<Ontvangstbewijs>();
  expect(bewijs.versie).toBe(2);
  expect(bewijs.wijzigingen).toEqual([{ periode: "2026-03", soort: "gewijzigd", was: { gestart: 1, afgesloten: 0 }, wordt: { gestart: 2, afgesloten: 0 } }]);
  expect(bewijs.uitsplitsingWijzigingen).toEqual([{ van: "2026-01", tot: "2026-03", soort: "gewijzigd" }]);
});

test("not the key, not the organisation, not there", async () => {
  const ander = await afzender(d, { naam: "Een ander" });
  verwachtProbleem(await d.vraag(`${a.pad}/registraties`), "toegang-ongeldig");
  verwachtProbleem(await d.vraag({ url: `${a.pad}/registraties`, headers: ander.koppen }), "geen-toegang");
  verwachtProbleem(await a.get("registraties/onbekend"), "niet-gevonden");
  verwachtProbleem(await a.get("ontvangstbewijzen/MM-2026-0000-000"), "niet-gevonden");
  verwachtProbleem(await a.put("geen_goed.id", staat()), "ongeldige-inzending");
});

describe("the condition under which a state is taken", () => {
  test("is asked for", async () => {
    const antwoord = await d.vraag({ method: "PUT", url: `${a.pad}/registraties/r`, headers: a.koppen, payload: staat() });
    verwachtProbleem(antwoord, "voorwaarde-ontbreekt");
  });
  test("the first time: it is not there yet", async () => {
    await a.put("r", staat());
    verwachtProbleem(await a.put("r", staat()), "versie-verouderd");
  });
  test("then: nothing newer is there", async () => {
    const eerste = String((await a.put("r", staat([1]))).headers.etag);
    verwachtProbleem(await a.put("r", staat([2]), '"iets-anders"'), "versie-verouderd");
    verwachtProbleem(await a.put("r", staat([2]), `W/${eerste}`), "versie-verouderd");
    expect((await a.put("r", staat([2]), `"oud", ${eerste}`)).statusCode).toBe(200);
    verwachtProbleem(await a.put("r", staat([3]), eerste), "versie-verouderd");
    verwachtProbleem(await a.put("nieuw", staat([3]), "*"), "versie-verouderd");
  });
  test("of two at once one wins and the other is told", async () => {
    const etag = String((await a.put("r", staat([1]))).headers.etag);
    const uitkomsten = await Promise.all([a.put("r", staat([2]), etag), a.put("r", staat([3]), etag), a.put("r", staat([4]), etag)]);
    expect(uitkomsten.map((u) => u.statusCode).sort()).toEqual([200, 412, 412]);
  });
});

describe("an inzendingId", () => {
  test("sent again gives the same receipt, ETag and status, whatever came after it", async () => {
    const eerste = staat([1]);
    const antwoord = await a.put("r", eerste);
    await a.put("r", staat([2]), String(antwoord.headers.etag));
    await wijzigBeleid(d.omgeving, (beleid) => ({ ...beleid, minimum: 5 }));
    for (const voorwaarde of [null, '"wat-dan-ook"']) {
      const herhaald = await a.put("r", eerste, voorwaarde);
      expect(herhaald.statusCode).toBe(201);
      expect(herhaald.headers.etag).toBe(antwoord.headers.etag);
      expect(herhaald.json()).toEqual(antwoord.json());
    }
  });
  test("cannot stand for something else", async () => {
    const eerste = staat([1]);
    await a.put("r", eerste);
    verwachtProbleem(await a.put("r", { ...staat([2]), inzendingId: eerste.inzendingId }), "inzending-hergebruikt");
    verwachtProbleem(await a.put("ander", eerste), "inzending-hergebruikt");
  });
  test("of another organisation does not matter", async () => {
    const eerste = staat([1]);
    await a.put("r", eerste);
    expect((await (await afzender(d)).put("r", eerste)).statusCode).toBe(201);
  });
});

describe("what the register refuses", () => {
  test("a month after this one, in Amsterdam", async () => {
    d.moment = new Date("2026-03-31T21:59:00Z");
    verwachtProbleem(await a.put("r", staat([1, 0, 0, 0])), "ongeldige-inzending");
    d.moment = new Date("2026-03-31T22:00:00Z");
    expect((await a.put("r", staat([1, 0, 0, 0]))).statusCode).toBe(201);
  });
  test("counts with another minimum than policy asks", async () => {
    expect(verwachtProbleem(await a.put("r", staat([5], { minimum: 2 })), "beleid-gewijzigd").detail).toContain("3 zaken");
  });
  test("a change in a closed month, by name; the rest can go", async () => {
    const etag = String((await a.put("r", staat([3, 0, 1]))).headers.etag);
    await zetPeriode(d.omgeving, "2026-01" as Periode, true);
    expect(verwachtProbleem(await a.put("r", staat([4, 0, 1]), etag), "periode-gesloten").perioden).toEqual(["2026-01"]);
    expect((await a.put("r", staat([3, 0, 2]), etag)).statusCode).toBe(200);
    await zetPeriode(d.omgeving, "2026-01" as Periode, false);
    expect((await a.put("r", staat([4, 0, 2]), await etagVan("r"))).statusCode).toBe(200);
  });
  test("a lowering that nobody confirmed, also of months no longer covered", async () => {
    const etag = String((await a.put("r", staat([3, 2, 1]))).headers.etag);
    const lager = staat([1], { vanaf: "2026-03" as Periode });
    expect(verwachtProbleem(await a.put("r", lager, etag), "verlaging-niet-bevestigd").perioden).toEqual(["2026-01", "2026-02"]);
    const bevestigd = await a.put("r", { ...lager, bevestigdeVerlagingen: ["2026-01", "2026-02"] }, etag);
    expect(bevestigd.statusCode).toBe(200);
    expect(bevestigd.json<Ontvangstbewijs>().wijzigingen.map((w) => w.periode)).toEqual(["2026-01", "2026-02"]);
  });
});

describe("a list in the place of another", () => {
  const vervangers = async () => Object.fromEntries((await registraties()).map((r) => [r.registratieId, r.vervangenDoor]));

  test("takes over its months: fewer is a lowering, and both are shown", async () => {
    await a.put("oud", staat([3, 2]));
    expect(verwachtProbleem(await a.put("nieuw", staat([3, 1], { vervangt: "oud" })), "verlaging-niet-bevestigd").perioden).toEqual(["2026-02"]);
    const antwoord = await a.put("nieuw", staat([3, 3], { vervangt: "oud" }));
    expect(antwoord.json<Ontvangstbewijs>().wijzigingen).toEqual([{ periode: "2026-02", soort: "gewijzigd", was: { gestart: 2, afgesloten: 0 }, wordt: { gestart: 3, afgesloten: 0 } }]);
    expect(await vervangers()).toEqual({ oud: "nieuw", nieuw: null });
    expect((await a.put("nieuw", staat([3, 4], { vervangt: "oud" }), await etagVan("nieuw"))).statusCode).toBe(200);
  });
  test("that was first sent beside it: the sum is what was held", async () => {
    await a.put("oud", staat([3, 2]));
    const etag = String((await a.put("nieuw", staat([0, 1]))).headers.etag);
    expect(verwachtProbleem(await a.put("nieuw", staat([3, 2], { vervangt: "oud" }), etag), "verlaging-niet-bevestigd").perioden).toEqual(["2026-02"]);
    expect((await a.put("nieuw", staat([3, 3], { vervangt: "oud" }), etag)).statusCode).toBe(200);
  });
  test("closes the old one, until that takes its place back", async () => {
    await a.put("oud", staat([3]));
    await a.put("nieuw", staat([3], { vervangt: "oud" }));
    verwachtProbleem(await a.put("oud", staat([4]), await etagVan("oud")), "registratie-vervangen");
    expect((await a.put("oud", staat([4], { vervangt: "nieuw" }), await etagVan("oud"))).statusCode).toBe(200);
    expect(await vervangers()).toEqual({ oud: null, nieuw: "oud" });
  });
  test.each(["onbekend", "zelf", "oud"])("cannot be: %s", async (vervangt) => {
    await a.put("oud", staat([3]));
    await a.put("tussen", staat([3], { vervangt: "oud" }));
    expect(verwachtProbleem(await a.put("zelf", staat([3], { vervangt })), "ongeldige-inzending").fouten?.[0]?.pad).toBe("vervangt");
  });
});

test("a refused state leaves nothing behind", async () => {
  await a.put("oud", staat([3]));
  await a.put("nieuw", staat([1], { vervangt: "oud" }));
  await a.put("oud", staat([2]), await etagVan("oud"));
  expect((await registraties()).map((r) => [r.registratieId, r.versie, r.vervangenDoor])).toEqual([["oud", 1, null]]);
});
