import { ACTIVERINGSCODE_LENGTE, leesTekens } from "../../meldcode/code";
import type { Activering } from "../../meldcode/uitwisseling/activering";
import { codeMetHash, merkCodeGebruikt, toegangMetHash, trekToegangIn, voegToegangToe } from "../database/toegangen";
import { sha256 } from "./hash";
import type { Omgeving } from "./omgeving";
import { alsOrganisatie, eisOrganisatie } from "./organisatie";
import { Probleemfout } from "./probleemfout";
import { TEKSTEN } from "./teksten";

const SLEUTEL_GELDIG_DAGEN = 400;
const DAG = 86_400_000;
/** How long an activation whose answer got lost may be repeated with the same Idempotency-Key. */
const HERHALEN = 15 * 60_000;

/**
 * Trades an activation code for a key. A code works once; the same `herhaalsleutel` within a quarter of an hour repeats the
 * activation: the key of the lost answer stops working, a new one is given.
 * Throws ongeldige-inzending (mistyped) or toegang-ongeldig (unknown, used, expired, withdrawn).
 */
export async function activeer(omgeving: Omgeving, getypt: string, herhaalsleutel: string | undefined): Promise<Activering> {
  const { opslag, willekeur } = omgeving;
  const tekens = leesTekens(getypt, ACTIVERINGSCODE_LENGTE);
  if (tekens === null) {
    throw new Probleemfout("ongeldige-inzending", TEKSTEN.code.verschreven, { fouten: [{ pad: "activeringscode", melding: "Het controleteken klopt niet." }] });
  }
  const codehash = sha256(tekens);
  const herhaalhash = herhaalsleutel === undefined ? null : sha256(herhaalsleutel);
  return opslag.schrijf(async (tx) => {
    const nu = omgeving.nu();
    const code = await codeMetHash(tx, codehash);
    if (!code) throw new Probleemfout("toegang-ongeldig", TEKSTEN.code.onbekend);
    if (code.ingetrokkenOp !== null) throw new Probleemfout("toegang-ongeldig", TEKSTEN.code.ingetrokken);
    if (code.gebruiktOp !== null && code.herbruikbaar === 0) {
      const herhaling = herhaalhash !== null && herhaalhash === code.herhaalhash && nu.getTime() - Date.parse(code.gebruiktOp) <= HERHALEN;
      if (!herhaling) throw new Probleemfout("toegang-ongeldig", TEKSTEN.code.gebruikt);
      await trekToegangIn(tx, code.organisatie, nu.toISOString(), codehash);
    } else {
      if (code.geldigTot <= nu.toISOString()) throw new Probleemfout("toegang-ongeldig", TEKSTEN.code.verlopen);
      await merkCodeGebruikt(tx, codehash, nu.toISOString(), herhaalhash);
    }
    const organisatie = await eisOrganisatie(tx, code.organisatie);
    const toegangssleutel = Buffer.from(willekeur(32)).toString("base64url");
    const geldigTot = new Date(nu.getTime() + SLEUTEL_GELDIG_DAGEN * DAG).toISOString();
    await voegToegangToe(tx, {
      sleutelhash: sha256(toegangssleutel),
      organisatie: code.organisatie,
      codehash,
      uitgegevenOp: nu.toISOString(),
      geldigTot,
      ingetrokkenOp: null,
    });
    return { organisatie: alsOrganisatie(organisatie), toegangssleutel, geldigTot };
  });
}

/** The organisation a key belongs to. Throws toegang-ongeldig. */
export async function organisatieVanSleutel(omgeving: Omgeving, sleutel: string): Promise<string> {
  const toegang = await toegangMetHash(omgeving.opslag.lees, sha256(sleutel));
  if (!toegang) throw new Probleemfout("toegang-ongeldig", TEKSTEN.toegang.onbekend);
  if (toegang.ingetrokkenOp !== null) throw new Probleemfout("toegang-ongeldig", TEKSTEN.toegang.ingetrokken);
  if (toegang.geldigTot <= omgeving.nu().toISOString()) throw new Probleemfout("toegang-ongeldig", TEKSTEN.toegang.verlopen);
  return toegang.organisatie;
}
