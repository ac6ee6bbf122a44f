import { gebeurdeIets, verwijderOudeCodes, verwijderOudeSessies, verwijderOudeStaten, verwijderOudeToegang } from "../database/bewaren";
import type { Lezer } from "../database/opslag";
import { DIENST, kortAuditlogIn, type Noteeromgeving, noteer } from "./audit";

/**
 * How long each kind of data is kept, and from when; docs/beheer/bewaren.md says the same in words, with the reasons. What is not
 * here goes only when somebody decides so: the register, the policy, the newest state of each list, and accounts.
 */
export const BEWAARTERMIJNEN = {
  /** After the beginning; a session has been over for hours by then (sessie.ts). */
  sessie: { dagen: 1, verwijder: verwijderOudeSessies },
  /** After it stopped working: long enough to explain to its holder why. */
  activeringscode: { dagen: 90, verwijder: verwijderOudeCodes },
  toegang: { dagen: 90, verwijder: verwijderOudeToegang },
  /** After receipt, when a newer state took its place: so long a sender can prove what was sent then. Seven years, leap days included. */
  "vervangen stand": { dagen: 2557, verwijder: verwijderOudeStaten },
  /** Of the deed: so long somebody can claim for what was done (five years, article 3:310 BW). By whole months, so that the log tells of it once a month. */
  auditregel: { dagen: 1827, verwijder: (db, voor, omgeving) => kortAuditlogIn(db, omgeving, `${voor.slice(0, 7)}-01T00:00:00.000Z`) },
} as const satisfies Record<string, { dagen: number; verwijder: (db: Lezer, voor: string, omgeving: Noteeromgeving) => Promise<number> }>;
export type Bewaarsoort = keyof typeof BEWAARTERMIJNEN;

const DAG = 86_400_000;
/** Without a sign of life for so many days the service does not trust its clock enough to throw something away for good. */
const LEVENSTEKEN_DAGEN = 62;

/** By this clock there is much to throw away, and nothing that happened lately: it may be years ahead. */
export class Klokfout extends Error {
  override readonly name = "Klokfout";
}

/** What is older than this moment (ISO 8601, UTC) goes. */
export function grens(soort: Bewaarsoort, nu: Date): string {
  return dagenNa(nu, -BEWAARTERMIJNEN[soort].dagen);
}

function dagenNa(moment: Date, dagen: number): string {
  return new Date(moment.getTime() + dagen * DAG).toISOString();
}

/** Removes what was kept long enough, of one municipality. Doing it twice, or on several servers at once, does nothing more. Answers how many of each kind went. */
export function pasBewaartermijnenToe(omgeving: Noteeromgeving): Promise<Record<Bewaarsoort, number>> {
  return pasToe(omgeving, () => Promise.resolve(true));
}

/** The same by the service itself: nobody has looked at the clock. Throws Klokfout, and removes nothing, when that may be years ahead. */
export function pasBewaartermijnenVanzelfToe({ opslag, nu }: Omit<Noteeromgeving, "wie">): Promise<Record<Bewaarsoort, number>> {
  return pasToe({ opslag, nu, wie: DIENST }, (tx, moment) => gebeurdeIets(tx, dagenNa(moment, -LEVENSTEKEN_DAGEN), dagenNa(moment, 1)));
}

function pasToe(omgeving: Noteeromgeving, vertrouwKlok: (tx: Lezer, moment: Date) => Promise<boolean>): Promise<Record<Bewaarsoort, number>> {
  const moment = omgeving.nu();
  return omgeving.opslag.schrijf(async (tx) => {
    const isVertrouwd = await vertrouwKlok(tx, moment);
    const verwijder = (soort: Bewaarsoort): Promise<number> => BEWAARTERMIJNEN[soort].verwijder(tx, grens(soort, moment), omgeving);
    const verwijderd = {
      sessie: await verwijder("sessie"),
      activeringscode: await verwijder("activeringscode"),
      toegang: await verwijder("toegang"),
      "vervangen stand": await verwijder("vervangen stand"),
      auditregel: await verwijder("auditregel"),
    };
    if (!isVertrouwd && Object.values(verwijderd).some((aantal) => aantal > 0)) throw new Klokfout("Er is veel te verwijderen, en lang niets gebeurd.");
    // That sessions are over says nothing; what the service finds every day should not fill the log.
    if (omgeving.wie !== DIENST || Object.entries(verwijderd).some(([soort, aantal]) => soort !== "sessie" && aantal > 0)) await noteer(tx, omgeving, "bewaartermijnen-toegepast", verwijderd);
    return verwijderd;
  });
}
