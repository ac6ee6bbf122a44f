import type { Organisatietoegang } from "../../meldcode/uitwisseling/activering";
import type { Toegangrij } from "../database/tabellen";
import { merkInGebruik, merkOpgevolgd, ongebruikteOpvolgers, toegangMetHash, verwijderToegang } from "../database/toegangen";
import { sha256 } from "./hash";
import type { Omgeving } from "./omgeving";
import { eisOrganisatie } from "./organisatie";
import { Probleemfout } from "./probleemfout";
import { eisToegang, geefSleutel } from "./sleutel";
import { TEKSTEN } from "./teksten";

/** How long a key still works once the one after it was used: another pane on the same computer may still have it in hand. */
const OVERLAP_DAGEN = 7;
/** Answers to one key that may be lost, or be on their way; the oldest make room. */
const MEESTE_ONGEBRUIKT = 10;
const DAG = 86_400_000;

/**
 * Gives a new key for one that still works. That one goes on until its own end, so that an answer that got lost locks nobody out. From
 * the first use of a new one it works at most a week, and gives no other: a stolen key cannot live on in silence beside its holder's.
 * The same `herhaalsleutel` repeats the request: the key of the lost answer is forgotten. Throws toegang-ongeldig.
 */
export async function vernieuwSleutel(omgeving: Omgeving, sleutel: string, herhaalsleutel: string | undefined): Promise<Organisatietoegang> {
  const herhaalhash = herhaalsleutel === undefined ? null : sha256(herhaalsleutel);
  return omgeving.opslag.schrijf(async (tx) => {
    const eerder = await eisToegang(tx, omgeving, sleutel);
    if (eerder.opgevolgdOp !== null) throw new Probleemfout("toegang-ongeldig", TEKSTEN.toegang.opgevolgd);
    const ongebruikt = await ongebruikteOpvolgers(tx, eerder);
    const blijvend = ongebruikt.filter((opvolger) => herhaalhash === null || opvolger.herhaalhash !== herhaalhash).slice(1 - MEESTE_ONGEBRUIKT);
    await verwijderToegang(tx, ongebruikt.filter((opvolger) => !blijvend.includes(opvolger)).map(({ sleutelhash }) => sleutelhash));
    return geefSleutel(tx, omgeving, await eisOrganisatie(tx, eerder.organisatie), { codehash: eerder.codehash, eerder, herhaalhash });
  });
}

/** The first request with a new key shows that it arrived: the one before it ends within a week, and others given in its place are forgotten. Throws toegang-ongeldig when this is one of those. */
export async function neemInGebruik({ opslag, nu }: Omgeving, { organisatie, sleutelhash, vorige }: Toegangrij): Promise<void> {
  if (vorige === null) return;
  const op = nu();
  await opslag.schrijf(async (tx) => {
    const ongebruikt = (await ongebruikteOpvolgers(tx, { organisatie, sleutelhash: vorige })).map((opvolger) => opvolger.sleutelhash);
    if (!ongebruikt.includes(sleutelhash)) {
      // Another request was just first: with this key, or with one of the others.
      if (!(await toegangMetHash(tx, sleutelhash))) throw new Probleemfout("toegang-ongeldig", TEKSTEN.toegang.onbekend);
      return;
    }
    await verwijderToegang(tx, ongebruikt.filter((hash) => hash !== sleutelhash));
    await merkInGebruik(tx, sleutelhash);
    await merkOpgevolgd(tx, vorige, op.toISOString(), new Date(op.getTime() + OVERLAP_DAGEN * DAG).toISOString());
  });
}
