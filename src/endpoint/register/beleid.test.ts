import fc from "fast-check";
import { INDICATOREN, INDICATORWAARDEN, type Indicator } from "../../meldcode/indicator";
import type { Periode } from "../../meldcode/periode";
import type { Registratie } from "../../meldcode/registratie";
import type { Ontvangstbewijs } from "../../meldcode/uitwisseling/ontvangst";
import type { Beleidsbeheer, Beleidsinstelling, Organisatiedossier } from "../../meldcode/uitwisseling/servicepunt";
import type { Vraagstelling } from "../../meldcode/vraagstelling";
import { verwachtProbleem } from "../http/probleem.testtaal";
import { afzender, type Afzender, dienst, type Dienst, medewerker, staat, uuid } from "../testtaal";
import { huidigBeleid, wijzigBeleid, zetPeriode } from "./beleid";
import { STANDAARDBELEID } from "./standaardbeleid";

const JANUARI = "2026-01" as Periode; // literal months
const APRIL = "2026-04" as Periode;
const PAD = "/v1/servicepunt/beleid";
const { geslotenMaanden, ...STANDAARD } = STANDAARDBELEID;

let d: Dienst;
beforeEach(async () => {
  d = await dienst();
});
afterEach(() => d.sluit());

/** The same state, counted as this policy asks. */
function gevraagd(inzending: Registratie, { sisaLabel, extraIndicatoren }: Pick<Vraagstelling, "sisaLabel" | "extraIndicatoren">): Registratie {
  const uitsplitsingen = inzending.uitsplitsingen.map(({ sisa, ...span }) => ({
    ...span,
    ...(sisaLabel !== null && { sisa: sisa ?? { ja: span.aantal, nee: 0, nvt: 0, open: 0 } }),
    ...Object.fromEntries(extraIndicatoren.map(({ indicator }) => [indicator, groep(indicator, span.aantal)])),
  }));
  return { ...inzending, uitsplitsingen };
}
function groep(indicator: Indicator, onbekend: number): Record<string, number> {
  return { ...Object.fromEntries(Object.keys(INDICATORWAARDEN[indicator]).map((waarde) => [waarde, 0])), onbekend };
}
const alle = (indicatoren: readonly Indicator[]) => indicatoren.map((indicator) => ({ indicator, vanaf: APRIL }));
const verzend = async (a: Afzender, lijst: string, inzending: Registratie) => {
  const huidig = await a.get(`registraties/${lijst}`);
  return a.put(lijst, inzending, huidig.statusCode === 200 ? String(huidig.headers.etag) : null);
};

describe("receiving", () => {
  test("a list counted with other questions than policy asks is refused, and the sentence names those that are asked", async () => {
    const a = await afzender(d);
    await wijzigBeleid(d.omgeving, (beleid) => ({ ...beleid, sisaLabel: "Verwijsindex", extraIndicatoren: alle(["kinderen", "bekendheid"]) }));
    const { detail } = verwachtProbleem(await verzend(a, "r", staat([3])), "beleid-gewijzigd");
    expect(detail).toContain("Verwijsindex, Consultatie, Stap 5, Doorlooptijd, Nieuw of bekend en Aantal kinderen.");
    expect((await verzend(a, "r", gevraagd(staat([3]), (await huidigBeleid(d.omgeving.opslag.lees)).beleid))).statusCode).toBe(201);
    await wijzigBeleid(d.omgeving, (beleid) => ({ ...beleid, sisaLabel: null, extraIndicatoren: [] }));
    verwachtProbleem(await verzend(a, "r", staat([3])), "beleid-gewijzigd");
    expect((await verzend(a, "r", gevraagd(staat([3]), { sisaLabel: null, extraIndicatoren: [] }))).statusCode).toBe(200);
  });

  test("what was received before is read as it was, and its sender gets its receipt again", async () => {
    const a = await afzender(d);
    const eerste = staat([3]);
    const bewijs = (await verzend(a, "r", eerste)).json<Ontvangstbewijs>();
    await wijzigBeleid(d.omgeving, (beleid) => ({ ...beleid, sisaLabel: null, minimum: 5, extraIndicatoren: alle(["geweldsvorm"]) }));
    expect((await a.get("registraties/r")).json()).toEqual(eerste);
    expect((await a.put("r", eerste)).json()).toEqual(bewijs);
  });

  test("spans of closed months keep the groups with which they were received", async () => {
    const a = await afzender(d);
    await verzend(a, "r", staat([3]));
    await zetPeriode(d.omgeving, JANUARI, true);
    await wijzigBeleid(d.omgeving, (beleid) => ({ ...beleid, extraIndicatoren: alle(["leeftijdsgroep"]) }));
    const { beleid } = await huidigBeleid(d.omgeving.opslag.lees);
    const nieuw = gevraagd(staat([3, 4]), beleid);
    const [, februari] = nieuw.uitsplitsingen;
    verwachtProbleem(await verzend(a, "r", staat([3, 4])), "beleid-gewijzigd");
    const behouden = { ...nieuw, uitsplitsingen: [...staat([3]).uitsplitsingen, ...(februari ? [februari] : [])] };
    expect((await verzend(a, "r", behouden)).statusCode).toBe(200);
  });

  test("in whatever order policy changes and lists come in, each state is judged by the policy of its moment, and says which", async () => {
    const vragen = fc.record({
      sisaLabel: fc.constantFrom(null, "SISA-signaal", "Verwijsindex"),
      extraIndicatoren: fc.subarray([...INDICATOREN]).map(alle),
      minimum: fc.constantFrom(1, 3),
    });
    const stap = fc.oneof(
      { weight: 1, arbitrary: fc.record({ zet: vragen }) },
      { weight: 3, arbitrary: fc.record({ verzend: fc.option(vragen), lijst: fc.constantFrom("een", "twee"), aantal: fc.integer({ min: 1, max: 6 }) }) },
      { weight: 1, arbitrary: fc.record({ opnieuw: fc.nat() }) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(stap, { maxLength: 14 }), async (stappen) => {
        const a = await afzender(d);
        const aangenomen: { lijst: string; inzending: Registratie; bewijs: Ontvangstbewijs; versie: number }[] = [];
        for (const wat of stappen) {
          const { beleid, versie } = await huidigBeleid(d.omgeving.opslag.lees);
          if ("zet" in wat) {
            await wijzigBeleid(d.omgeving, (eerder) => ({ ...eerder, ...wat.zet }));
          } else if ("verzend" in wat) {
            const vraag = wat.verzend ?? beleid;
            const inzending = gevraagd(staat([wat.aantal], { minimum: vraag.minimum, bevestigdeVerlagingen: [JANUARI] }), vraag);
            const antwoord = await verzend(a, wat.lijst, inzending);
            const zelfde = (groepen: typeof vraag) => groepen.extraIndicatoren.map(({ indicator }) => indicator).join() + String(groepen.sisaLabel === null);
            // Without a span there are no groups to differ.
            const past = vraag.minimum === beleid.minimum && (inzending.uitsplitsingen.length === 0 || zelfde(vraag) === zelfde(beleid));
            if (past) aangenomen.push({ lijst: wat.lijst, inzending, bewijs: antwoord.json(), versie });
            expect(antwoord.statusCode).toBe(past ? (aangenomen.filter(({ lijst }) => lijst === wat.lijst).length === 1 ? 201 : 200) : 409);
            if (!past) verwachtProbleem(antwoord, "beleid-gewijzigd");
          } else {
            const eerder = aangenomen[wat.opnieuw % Math.max(1, aangenomen.length)];
            if (eerder) expect((await a.put(eerder.lijst, eerder.inzending)).json()).toEqual(eerder.bewijs);
          }
        }
        const rijen = await d.omgeving.opslag.lees.selectFrom("staat").select(["kenmerk", "beleidVersie"]).where("organisatie", "=", a.id).execute();
        expect(new Map(rijen.map(({ kenmerk, beleidVersie }) => [kenmerk, beleidVersie]))).toEqual(new Map(aangenomen.map(({ bewijs, versie }) => [bewijs.kenmerk, versie])));
      }),
      { numRuns: 25 },
    );
  });
});

describe("over HTTP", () => {
  const beheer = async (rol: Parameters<typeof medewerker>[1] = "beheren", vraag = "") => d.vraag({ url: `${PAD}${vraag}`, headers: { cookie: (await medewerker(d, rol)).cookie } });
  const zet = async (instelling: unknown, ifMatch: string | undefined, rol: Parameters<typeof medewerker>[1] = "beheren") =>
    d.vraag({ method: "PUT", url: PAD, headers: { ...(await medewerker(d, rol)), "content-type": "application/json", ...(ifMatch !== undefined && { "if-match": ifMatch }) }, payload: JSON.stringify(instelling) });
  const anders: Beleidsinstelling = { ...STANDAARD, sisaLabel: null, extraIndicatoren: alle(["kinderen"]), helpteksten: [{ kop: "Waar vind ik hulp?", tekst: "Bel het Servicepunt." }], deadlineDag: 10 };

  test("the policy is set as a whole, holds at once, and its versions say what changed and since when", async () => {
    const eerst = await beheer("lezen");
    expect(eerst.json<Beleidsbeheer>()).toEqual({ versie: 0, beleid: STANDAARDBELEID, aantal: 0, versies: [] });
    const gezet = await zet(anders, String(eerst.headers.etag));
    expect([gezet.statusCode, gezet.headers.etag]).toEqual([200, '"1"']);
    expect((await d.vraag("/v1/beleid")).json()).toEqual({ ...anders, geslotenMaanden });
    await zetPeriode(d.omgeving, JANUARI, true);
    d.moment = new Date("2026-04-10T13:00:00Z");
    expect((await zet({ ...anders, minimum: 5 }, "*")).statusCode).toBe(200);
    const alles = (await beheer()).json<Beleidsbeheer>();
    expect(alles).toMatchObject({ versie: 3, aantal: 3, beleid: { minimum: 5, geslotenMaanden: [JANUARI] } });
    expect(alles.versies).toEqual([
      { versie: 3, vanaf: "2026-04-10T13:00:00.000Z", gewijzigd: ["minimum"] },
      { versie: 2, vanaf: "2026-04-10T12:00:00.000Z", gewijzigd: ["geslotenMaanden"] },
      { versie: 1, vanaf: "2026-04-10T12:00:00.000Z", gewijzigd: ["helpteksten", "sisaLabel", "extraIndicatoren", "deadlineDag"] },
    ]);
    expect((await beheer("lezen", "?vanaf=1&aantal=1")).json<Beleidsbeheer>().versies).toEqual(alles.versies.slice(1, 2));
    const audit = await d.omgeving.opslag.lees.selectFrom("auditregel").select(["wie", "waarover"]).where("wat", "=", "beleid-gewijzigd").execute();
    expect(audit).toEqual([
      { wie: "account:jan", waarover: '{"onderdelen":"helpteksten, sisaLabel, extraIndicatoren, deadlineDag","versie":1}' },
      { wie: "account:jan", waarover: '{"onderdelen":"minimum","versie":3}' },
    ]);
  });

  test("the same policy again is no new version", async () => {
    await zet(anders, "*");
    expect((await zet(anders, '"1"')).json<Beleidsbeheer>()).toMatchObject({ versie: 1, aantal: 1 });
  });

  test("who did not see the newest version does not overwrite it; who may not administer cannot set it", async () => {
    verwachtProbleem(await zet(anders, undefined), "voorwaarde-ontbreekt");
    verwachtProbleem(await zet(anders, '"1"'), "versie-verouderd");
    const twee = await Promise.all([zet(anders, '"0"'), zet({ ...anders, minimum: 4 }, '"0"')]);
    expect(twee.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412]);
    verwachtProbleem(await zet(anders, "*", "behandelen"), "geen-toegang");
    expect((await huidigBeleid(d.omgeving.opslag.lees)).versie).toBe(1);
  });

  test("everything that is wrong is told at once, and nothing is set", async () => {
    const fout = {
      gemeente: " ",
      contact: { naam: "Servicepunt", url: "javascript:alert(1)", email: "geen adres" },
      helpUrl: "http://hulp.example",
      helpteksten: [{ kop: "", tekst: "t" }],
      sisaLabel: "Einddatum",
      extraIndicatoren: [...alle(["kinderen"]), ...alle(["kinderen"])],
      minimum: 0,
      deadlineDag: 29,
      geslotenMaanden: [],
    };
    const { fouten = [] } = verwachtProbleem(await zet(fout, "*"), "ongeldige-inzending");
    expect(fouten.map(({ pad }) => pad).sort()).toEqual(["", "contact.email", "contact.url", "deadlineDag", "extraIndicatoren", "gemeente", "helpUrl", "helpteksten.0.kop", "minimum", "sisaLabel"]);
    for (const { melding } of fouten) expect(melding).toMatch(/^[A-Z].+\.$/);
    expect((await huidigBeleid(d.omgeving.opslag.lees)).versie).toBe(0);
  });

  test.each(["Startdatum", "start datum", "Stap 5", "aantal  kinderen", "Leeftijdsgroep"])("the SISA column cannot be called %s, for that is another column", async (sisaLabel) => {
    verwachtProbleem(await zet({ ...STANDAARD, sisaLabel }, "*"), "ongeldige-inzending");
  });

  test("the dossier shows the present breakdown of every list that counts, with the groups that were asked", async () => {
    const a = await afzender(d);
    await zet(anders, "*");
    await verzend(a, "een", gevraagd(staat([4]), anders));
    await verzend(a, "oud", gevraagd(staat([3]), anders));
    await verzend(a, "nieuw", { ...gevraagd(staat([3]), anders), vervangt: "oud", inzendingId: uuid() });
    const { registraties } = (await d.vraag({ url: `/v1/servicepunt/organisaties/${a.id}`, headers: await medewerker(d, "lezen") })).json<Organisatiedossier>();
    expect(registraties.map(({ registratieId }) => registratieId)).toEqual(["een", "nieuw"]);
    expect(registraties[0]?.uitsplitsingen).toMatchObject([{ aantal: 4, kinderen: { k0: 0, onbekend: 4 } }]);
    expect(registraties[0]?.uitsplitsingen[0]).not.toHaveProperty("sisa");
  });
});
