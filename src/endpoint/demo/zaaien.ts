import { randomBytes, randomUUID } from "node:crypto";
import { inGroepen, metControleteken } from "../../meldcode/code";
import { datumVan } from "../../meldcode/datum";
import { maandnummer, type Periode, periodeVanDatum, periodeVanNummer, periodenVanTot } from "../../meldcode/periode";
import { INDICATORWAARDEN } from "../../meldcode/indicator";
import type { Maand, Registratie, Uitsplitsing, Verdeling } from "../../meldcode/registratie";
import type { Beleid } from "../../meldcode/uitwisseling/beleid";
import type { Vraagstelling } from "../../meldcode/vraagstelling";
import { accountMetNaam } from "../database/accounts";
import { alleOrganisaties } from "../database/organisaties";
import type { Gemeenteopslag } from "../database/opslag";
import { accountMetWachtwoord, bewaarAccount } from "../register/account";
import { huidigBeleid } from "../register/beleid";
import type { Handelend } from "../register/audit";
import type { Omgeving } from "../register/omgeving";
import { ontvang } from "../register/ontvangst";
import { bewaarCode, nieuweOrganisatie } from "../register/organisatie";
import { type Demo, DEMO_ACCOUNT, DEMO_CODETEKENS, DEMO_ORGANISATIES } from "./organisaties";

const MAANDEN_GESCHIEDENIS = 8;
const EINDE_DER_TIJDEN = "2099-12-31T00:00:00.000Z";

/** The demo's activation codes as people type them. */
export const DEMO_CODES = DEMO_CODETEKENS.map((tekens) => inGroepen(metControleteken(tekens)));

/** Fills an empty register with made-up organisations and what they sent over the past months. Does nothing when there is anything in it. */
export async function zaaiDemo({ opslag, nu = () => new Date() }: { opslag: Gemeenteopslag; nu?: () => Date }): Promise<void> {
  if ((await alleOrganisaties(opslag.lees)).length > 0) return;
  const omgeving: Handelend = { opslag, nu, willekeur: randomBytes, wie: { id: "beheer:demo", naam: "demo" } };
  await bewaarAccount(omgeving, DEMO_ACCOUNT.naam, DEMO_ACCOUNT.wachtwoord, "beheren");
  const { beleid } = await huidigBeleid(opslag.lees);
  for (const [i, demo] of DEMO_ORGANISATIES.entries()) {
    const tekens = DEMO_CODETEKENS[i];
    const organisatie = await opslag.schrijf(async (tx) => {
      const rij = await nieuweOrganisatie(tx, omgeving, demo);
      if (tekens !== undefined) await bewaarCode(tx, { organisatie: rij.organisatie, bestuur: null }, metControleteken(tekens), EINDE_DER_TIJDEN, true);
      return rij.organisatie;
    });
    await zaaiGeschiedenis(omgeving, organisatie, demo, beleid, i);
  }
}

/** A register that the demo filled has an account and codes that everyone knows. Throws an Error in Dutch when this is one. */
export async function weigerDemo(opslag: Gemeenteopslag): Promise<void> {
  if (!(await accountMetNaam(opslag.lees, DEMO_ACCOUNT.naam))) return;
  if ((await accountMetWachtwoord({ opslag }, DEMO_ACCOUNT.naam, DEMO_ACCOUNT.wachtwoord)) === null) return;
  throw new Error("Deze gegevens zijn die van de demo, met een account en codes die iedereen kent. Er is niets gewijzigd. Geef met MELDCODE_DATA een eigen map of met DATABASE_URL een eigen database.");
}

/** Sends month after month, as the organisation would have: each time its whole state, at a moment in the past. */
async function zaaiGeschiedenis(omgeving: Omgeving, organisatie: string, demo: Demo, beleid: Beleid, zaad: number): Promise<void> {
  if (demo.gedrag === "nooit") return;
  const deze = maandnummer(periodeVanDatum(datumVan(omgeving.nu())));
  const vanaf = periodeVanNummer(deze - MAANDEN_GESCHIEDENIS);
  const registratieId = randomUUID();
  let etag: string | undefined;
  for (let stap = 0; stap < MAANDEN_GESCHIEDENIS; stap++) {
    if (demo.gedrag === "zelden" && stap % 3 !== 0) continue;
    const periode = periodeVanNummer(deze - MAANDEN_GESCHIEDENIS + stap);
    if (stap === MAANDEN_GESCHIEDENIS - 1 && zaad % 4 === 3) continue;
    const op = moment(periode, demo.gedrag === "laat" && stap % 2 === 0 ? 22 : 3 + (zaad % 9), omgeving.nu());
    const staat = demoStaat(vanaf, periode, beleid, demo, zaad);
    const ontvangst = await ontvang({ ...omgeving, nu: () => op }, organisatie, registratieId, etag === undefined ? { soort: "nieuw" } : { soort: "etag", etags: [etag] }, staat);
    etag = ontvangst.etag;
  }
}

/** That day of the month after `periode`, but never in the future. */
function moment(periode: Periode, dag: number, nu: Date): Date {
  const nummer = maandnummer(periode) + 1;
  const gewenst = new Date(Date.UTC(Math.floor(nummer / 12), nummer % 12, dag, 9, 30));
  return gewenst < nu ? gewenst : nu;
}

/** A valid state of made-up counts: the same list seen later has the same starts, and older months are further closed. */
function demoStaat(vanaf: Periode, tot: Periode, beleid: Beleid, demo: Demo, zaad: number): Registratie {
  const perioden = periodenVanTot(vanaf, tot);
  const maanden = perioden.map((periode, i): Maand => {
    const gestart = demo.perMaand === 0 ? 0 : Math.max(0, demo.perMaand + (((i + 3) * (zaad + 5) * 7) % 4) - 1);
    const open = demo.gedrag === "corrigeert" && i === perioden.length - 1 && i % 3 === 1;
    return { periode, gestart, afgesloten: open ? Math.floor(gestart / 2) : gestart };
  });
  return { schema: "registratie/1", inzendingId: randomUUID(), vanaf, tot, minimum: beleid.minimum, maanden, uitsplitsingen: spannen(maanden, beleid), bevestigdeVerlagingen: [] };
}

/** Walks the months and closes a span as soon as it holds `minimum` cases (domain: uitsplitsingen). */
function spannen(maanden: readonly Maand[], beleid: Beleid): Uitsplitsing[] {
  const uit: Uitsplitsing[] = [];
  let begin = 0;
  let aantal = 0;
  for (const [i, maand] of maanden.entries()) {
    aantal += maand.gestart;
    const eerste = maanden[begin];
    if (aantal < beleid.minimum || !eerste) continue;
    const afgesloten = maanden.slice(begin, i + 1).reduce((som, m) => som + m.afgesloten, 0);
    uit.push({ van: eerste.periode, tot: maand.periode, aantal, afgesloten, ...demoVerdeling(aantal, afgesloten, beleid) });
    begin = i + 1;
    aantal = 0;
  }
  return uit;
}

/** As this policy asks; of extra indicators nothing is known. */
function demoVerdeling(aantal: number, afgesloten: number, { sisaLabel, extraIndicatoren }: Vraagstelling): Verdeling {
  const open = aantal - afgesloten;
  const derde = Math.floor(afgesloten / 3);
  return {
    ...(sisaLabel !== null && { sisa: { ja: afgesloten - derde, nee: 0, nvt: derde, open } }),
    consultatie: { geen: 0, intern: derde, extern: derde, internEnExtern: afgesloten - 2 * derde, open },
    stap5: { hulp: afgesloten - 2 * derde, melding: derde, hulpEnMelding: derde, geenVanBeide: 0, open },
    doorlooptijd: { d0tot7: derde, d8tot28: afgesloten - 2 * derde, d29tot91: derde, d92plus: 0 },
    ...Object.fromEntries(extraIndicatoren.map(({ indicator }) => [indicator, { ...Object.fromEntries(Object.keys(INDICATORWAARDEN[indicator]).map((waarde) => [waarde, 0])), onbekend: aantal }])),
  };
}
