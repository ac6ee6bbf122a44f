/** The keys of a pane that is used on are renewed before they expire, and nobody notices. */
import fc from "fast-check";
import { rij } from "../../src/meldcode/testtaal";
import { type Activering, type Organisatietoegang, toegangenVan } from "../../src/meldcode/uitwisseling/activering";
import type { Testopslag } from "../../src/taskpane/sessie/testwerkboek";
import { Bestuursvenster } from "./bestuur";
import { antwoordHtml, antwoordKwijt, lijnWeg, type Storingsbron } from "./gemeente";
import { Taakvenster } from "./taakvenster";

const DAG = 86_400;
const vernieuwen = (doe: (door: () => Promise<Response>) => Promise<Response>): Storingsbron => ({ pad }, door) => (pad.endsWith("/toegangssleutels") ? doe(door) : null);
const vernieuwd = (venster: { gemeente: Taakvenster["gemeente"] }) => venster.gemeente.verzoeken.filter(({ pad }) => pad.endsWith("/toegangssleutels")).length;
function toegangen(opslag: Testopslag): readonly Organisatietoegang[] {
  // The pane wrote it in this shape.
  const activering = JSON.parse(opslag.inhoud.get("meldcode/toegang") ?? "null") as Activering | null;
  return activering ? toegangenVan(activering) : [];
}
const sleutels = (opslag: Testopslag): string[] => toegangen(opslag).map(({ toegangssleutel }) => toegangssleutel);
async function verzendEenZaakMeer(venster: Taakvenster): Promise<string> {
  await venster.werkboek.zetRijen([...venster.werkboek.rijen, rij()]);
  await venster.sessie.verzend();
  return venster.verzending.soort;
}

test("opened once in the last two months of its key, a pane goes on for years with one code", async () => {
  let venster = await Taakvenster.met([rij()]);
  const [eerste] = sleutels(venster.opslag);
  await venster.verzet(339 * DAG);
  venster = await venster.heropen();
  expect(vernieuwd(venster)).toBe(0);
  for (let i = 1; i <= 4; i++) {
    await venster.sessie.stop();
    venster.klok.verzet(i === 1 ? 20 * DAG : 390 * DAG);
    venster = await venster.heropen();
    expect([vernieuwd(venster), venster.lijst.melding]).toEqual([i, null]);
  }
  expect(sleutels(venster.opslag)).not.toEqual([eerste]);
  expect(await verzendEenZaakMeer(venster)).toBe("ontvangen");
});

test("a pane that stays open renews too", async () => {
  const venster = await Taakvenster.met([rij()]);
  for (let dag = 0; dag < 420; dag += 30) await venster.verzet(30 * DAG);
  expect(vernieuwd(venster)).toBe(1);
  expect(await verzendEenZaakMeer(venster)).toBe("ontvangen");
});

test("a lost answer is asked for again with the same request, until it works; meanwhile nothing is to be seen", async () => {
  const venster = await Taakvenster.met([rij()]);
  const [eerste] = sleutels(venster.opslag);
  venster.gemeente.storing = vernieuwen(antwoordKwijt);
  await venster.verzet(350 * DAG);
  await venster.verzet(DAG);
  expect([vernieuwd(venster), sleutels(venster.opslag), venster.lijst.storing]).toEqual([2, [eerste], null]);
  expect(await verzendEenZaakMeer(venster)).toBe("ontvangen");
  venster.gemeente.storing = null;
  await venster.verzet(DAG);
  expect(sleutels(venster.opslag)).not.toEqual([eerste]);
  // The key itself and one that is used: what got lost left nothing behind.
  expect(await venster.gemeente.omgeving.opslag.lees.selectFrom("toegang").select(["vorige"]).execute()).toEqual([{ vorige: null }, { vorige: null }]);
});

test("when it never works, a code is asked for on the day the key expires, not before", async () => {
  const venster = await Taakvenster.met([rij()]);
  venster.gemeente.storing = vernieuwen(lijnWeg);
  await venster.verzet(399 * DAG);
  expect(venster.lijst.organisatie.naam).toBe("Basisschool De Klimop");
  await venster.verzet(2 * DAG);
  await venster.sessie.verzend();
  expect(venster.sessie.getSnapshot()).toMatchObject({ fase: "activeren", reden: "toegang-vervallen" });
});

test("of two panes on one computer one renews; the other sends on, takes the new key over, and never throws it away", async () => {
  const een = await Taakvenster.met([rij()]);
  const ander = await een.heropen({ sluit: false });
  een.klok.verzet(350 * DAG);
  await een.rust();
  const [nieuw] = sleutels(een.opslag);
  expect(vernieuwd(een)).toBeGreaterThan(0);
  for (const venster of [een, ander]) {
    await venster.sessie.verzend();
    expect(["ontvangen", "niets-te-verzenden"]).toContain(venster.verzending.soort);
  }
  // Asleep for so long that its old key is over before it looked again.
  const slaper = await een.heropen({ opslag: een.opslag, sluit: false });
  expect(sleutels(slaper.opslag)).toEqual([nieuw]);
  await een.verzet(DAG);
  for (const venster of [een, ander, slaper]) {
    await venster.sessie.controleer();
    expect(venster.lijst.storing).toBeNull();
  }
  expect(sleutels(een.opslag)).toEqual([nieuw]);
});

test("a pane whose key is refused looks first whether another pane on this computer has a newer one", async () => {
  const een = await Taakvenster.met([rij()]);
  const ander = await een.heropen({ sluit: false });
  await ander.sessie.stop();
  await een.verzet(350 * DAG);
  const [nieuw] = sleutels(een.opslag);
  await een.verzet(8 * DAG);
  // Its alarms stood still; its key no longer works.
  await ander.sessie.controleer();
  expect(ander.sessie.getSnapshot()).toMatchObject({ fase: "lijst" });
  expect(sleutels(ander.opslag)).toEqual([nieuw]);
  await ander.sessie.controleer();
  expect(ander.lijst.storing).toBeNull();
});

test("a board's keys are renewed one by one, of schools outside the list too; a school whose access was withdrawn does not hold up the others", async () => {
  const venster = await Bestuursvenster.met(["De Linde", "Het Anker", "De Vuurtoren"], [["De Linde", rij()], ["Het Anker", rij()]]);
  const eerst = sleutels(venster.opslag);
  await venster.gemeente.trekIn(venster.ids.get("De Linde") ?? "");
  await venster.verzet(350 * DAG);
  const later = sleutels(venster.opslag);
  expect(later.map((sleutel, i) => sleutel === eerst[i])).toEqual([true, false, false]);
  venster.klok.verzet(60 * DAG);
  const opnieuw = await venster.heropen();
  await opnieuw.bediening("Het Anker").verzend();
  expect(opnieuw.school("Het Anker").verzending.soort).toBe("ontvangen");
  await opnieuw.sluit();
});

type Lot = "goed" | "niet-gekomen" | "antwoord-kwijt" | "pagina-van-het-netwerk";
const LOTEN: Readonly<Record<Lot, Storingsbron>> = {
  goed: () => null,
  "niet-gekomen": () => lijnWeg(),
  "antwoord-kwijt": (_verzoek, door) => antwoordKwijt(door),
  "pagina-van-het-netwerk": () => antwoordHtml(200)(),
};
const lot = fc.constantFrom<Lot>("goed", "goed", "niet-gekomen", "antwoord-kwijt", "pagina-van-het-netwerk");
/** Each request to such an address meets its own lot, until they are used up. */
function lotVan(loten: readonly Lot[], hoortErbij: (pad: string) => boolean): Storingsbron {
  const over = [...loten];
  return (verzoek, door) => (hoortErbij(verzoek.pad) ? LOTEN[over.shift() ?? "goed"](verzoek, door) : null);
}
/** What is kept works, or is over by its own date. */
async function werkt(venster: Taakvenster): Promise<boolean> {
  const [toegang] = toegangen(venster.opslag);
  if (!toegang || new Date(toegang.geldigTot) <= venster.klok.klok()) return true;
  const antwoord = await venster.gemeente.server.inject({ url: `/v1/organisaties/${venster.organisatieId}/registraties`, headers: { authorization: `Bearer ${toegang.toegangssleutel}` } });
  return antwoord.statusCode === 200;
}
const stap = fc.record({ dagen: fc.integer({ min: 1, max: 60 }), heropen: fc.boolean(), loten: fc.array(lot, { maxLength: 4 }) });

test("whatever gets lost on the way, the key that is kept is one that works", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(stap, { minLength: 6, maxLength: 10 }), async (stappen) => {
      let venster = await Taakvenster.met([rij()]);
      await venster.verzet(300 * DAG);
      for (const { dagen, heropen, loten } of stappen) {
        venster.gemeente.storing = lotVan(loten, (pad) => /\/(toegangssleutels|registraties)$/.test(pad));
        await venster.verzet(dagen * DAG);
        if (heropen) venster = await venster.heropen();
        expect(await werkt(venster)).toBe(true);
      }
      await venster.sessie.stop();
      await venster.gemeente.sluit();
    }),
    { numRuns: 8 },
  );
});

test("nor does it matter that two panes renew at once, whichever answer comes first", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(stap, { minLength: 3, maxLength: 6 }), fc.scheduler(), async (stappen, planner) => {
      const een = await Taakvenster.met([rij()]);
      let ander = await een.heropen({ sluit: false });
      await een.verzet(300 * DAG);
      for (const { dagen, heropen, loten } of stappen) {
        const verliest = lotVan(loten, (pad) => pad.endsWith("/toegangssleutels"));
        een.gemeente.storing = (verzoek, door) => planner.schedule(Promise.resolve()).then(() => verliest(verzoek, door) ?? door());
        const bezig = planner.waitIdle();
        await een.verzet(dagen * DAG);
        await bezig;
        await een.rust();
        een.gemeente.storing = null;
        if (heropen) ander = await ander.heropen();
        expect(await werkt(een)).toBe(true);
      }
      await Promise.all([een, ander].map(({ sessie }) => sessie.stop()));
      await een.gemeente.sluit();
    }),
    { numRuns: 8 },
  );
});
