import fc from "fast-check";
import type { Periode } from "../../meldcode/periode";
import type { Registratie } from "../../meldcode/registratie";
import { afzender, dienst, type Dienst, staat } from "../testtaal";
import { wijzigOrganisatie } from "../register/organisatiewijziging";
import { geraakteMaanden, isEenpersoons, Maandboek, type Ontvangen, telt } from "./maandboek";
import type { Maandrij } from "./tabellen";

/** The months and totals are kept state by state; here they are counted anew from the states themselves. */
let d: Dienst;
beforeEach(async () => {
  d = await dienst();
});
afterEach(() => d.sluit());

const DAG = 86_400_000;

test("after any sending, correcting and replacing, and any change of sector or size, months and totals are what the states say", async () => {
  const zending = fc.record({
    zender: fc.nat(3),
    lijst: fc.constantFrom("een", "twee", "drie"),
    aantallen: fc.array(fc.nat(4), { minLength: 1, maxLength: 4 }),
    begin: fc.constantFrom("2025-12" as Periode, "2026-01" as Periode), // literal months
    vervangt: fc.constantFrom(undefined, undefined, "een", "twee"),
    dagen: fc.nat(20),
    wordt: fc.option(fc.record({ sector: fc.constantFrom("onderwijs" as const, "jeugdhulp" as const), eenpersoons: fc.boolean() }), { freq: 2 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(zending, { maxLength: 14 }), async (zendingen) => {
      d.moment = new Date("2026-03-20T12:00:00Z");
      const zenders = [];
      for (let i = 0; i < 4; i++) zenders.push(await afzender(d, { sector: i % 2 === 0 ? "onderwijs" : "jeugdhulp", eenpersoons: i === 3 }));
      for (const { zender, lijst, aantallen, begin, vervangt, dagen, wordt } of zendingen) {
        d.moment = new Date(d.moment.getTime() + dagen * DAG);
        const a = zenders[zender];
        const huidig = await a?.get(`registraties/${lijst}`);
        const bevestigdeVerlagingen = ["2025-12", "2026-01", "2026-02", "2026-03", "2026-04"] as Periode[]; // literal months
        await a?.put(lijst, { ...staat(aantallen, { vanaf: begin }), bevestigdeVerlagingen, ...(vervangt && { vervangt }) }, huidig?.statusCode === 200 ? String(huidig.headers.etag) : null);
        if (a && wordt) await wijzigOrganisatie(d.omgeving, a.id, wordt);
      }
      await controleer();
    }),
    { numRuns: 20 },
  );
});

test("the months that are not read would have stayed as they are", () => {
  const van = { organisatie: "ORG-1", sector: "onderwijs", eenpersoons: 0, eenpersoonsTot: null };
  const zending = fc.record({ aantallen: fc.array(fc.nat(2), { minLength: 1, maxLength: 4 }), begin: fc.constantFrom("2025-12" as Periode, "2026-01" as Periode), dagen: fc.nat(40) }); // literal months
  fc.assert(
    fc.property(fc.array(zending, { maxLength: 8 }), (zendingen) => {
      const maanden = new Map<string, Maandrij>();
      let moment = Date.parse("2025-12-20T12:00:00Z");
      let eerder: Ontvangen | null = null;
      for (const { aantallen, begin, dagen } of zendingen) {
        moment += dagen * DAG;
        const nieuw: Ontvangen = { staat: staat(aantallen, { vanaf: begin }), ontvangenOp: new Date(moment).toISOString() };
        const telde = { eigen: eerder?.staat ?? null, andere: null };
        const perioden = geraakteMaanden(telde, nieuw, eerder?.ontvangenOp ?? null);
        const gelezen = new Map([...maanden].filter(([periode]) => perioden.some((p) => p === periode)));
        const alles = new Maandboek().boek(van, telde, nieuw, maanden);
        expect(new Maandboek().boek(van, telde, nieuw, gelezen, perioden)).toEqual(alles);
        for (const rij of alles) maanden.set(rij.periode, rij);
        eerder = nieuw;
      }
    }),
  );
});

async function controleer(): Promise<void> {
  const { lees } = d.omgeving.opslag;
  const organisaties = new Map((await lees.selectFrom("organisatie").selectAll().execute()).map((rij) => [rij.organisatie, rij]));
  const door = new Map<string, string | null>();
  for (const feit of await lees.selectFrom("vervanging").selectAll().orderBy("organisatie").orderBy("volgnummer").execute()) door.set(`${feit.organisatie} ${feit.registratie}`, feit.door);
  const laatste = new Map<string, { organisatie: string; staat: Registratie }>();
  for (const rij of await lees.selectFrom("staat").selectAll().orderBy("versie").execute()) {
    laatste.set(`${rij.organisatie} ${rij.registratie}`, { organisatie: rij.organisatie, staat: JSON.parse(rij.inhoud) as Registratie });
  }

  const verwacht = new Map<string, number[]>();
  for (const [lijst, { organisatie, staat: inhoud }] of laatste) {
    if (door.get(lijst) != null) continue;
    for (const { periode, gestart, afgesloten } of inhoud.maanden) {
      const [lijsten = 0, g = 0, a = 0] = verwacht.get(`${organisatie} ${periode}`) ?? [];
      verwacht.set(`${organisatie} ${periode}`, [lijsten + 1, g + gestart, a + afgesloten]);
    }
  }
  const maanden = await lees.selectFrom("maand").selectAll().execute();
  expect(new Map(maanden.filter((m) => m.lijsten > 0).map((m) => [`${m.organisatie} ${m.periode}`, [m.lijsten, m.gestart, m.afgesloten]]))).toEqual(verwacht);
  for (const maand of maanden) if (maand.lijsten === 0) expect([maand.gestart, maand.afgesloten]).toEqual([0, 0]);

  const totalen = new Map<string, number[]>();
  for (const maand of maanden) {
    const organisatie = organisaties.get(maand.organisatie);
    if (!organisatie) continue;
    const eenpersoons = isEenpersoons(organisatie, maand.periode);
    if (!telt(maand, eenpersoons)) continue;
    const sleutel = `${maand.periode} ${organisatie.sector} ${Number(eenpersoons)}`;
    const [n = 0, g = 0, a = 0] = totalen.get(sleutel) ?? [];
    totalen.set(sleutel, [n + 1, g + maand.gestart, a + maand.afgesloten]);
  }
  const bijgehouden = (await lees.selectFrom("maandtotaal").selectAll().execute()).filter((t) => t.gereageerd > 0 || t.gestart > 0 || t.afgesloten > 0);
  expect(new Map(bijgehouden.map((t) => [`${t.periode} ${t.sector} ${t.eenpersoons}`, [t.gereageerd, t.gestart, t.afgesloten]]))).toEqual(totalen);
}
