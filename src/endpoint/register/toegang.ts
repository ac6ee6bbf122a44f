import { ACTIVERINGSCODE_LENGTE, leesTekens } from "../../meldcode/code";
import type { Activering, Organisatietoegang } from "../../meldcode/uitwisseling/activering";
import { organisatiesVanBestuur } from "../database/organisaties";
import type { Organisatierij } from "../database/tabellen";
import { codeMetHash, merkCodeGebruikt, toegangOpgezocht, trekToegangVanCodeIn } from "../database/toegangen";
import { sha256 } from "./hash";
import type { Omgeving } from "./omgeving";
import { eisOrganisatie } from "./organisatie";
import { Probleemfout } from "./probleemfout";
import { eisToegang, geefSleutel } from "./sleutel";
import { neemInGebruik } from "./sleutelvernieuwing";
import { TEKSTEN } from "./teksten";

/** How long an activation whose answer got lost may be repeated with the same Idempotency-Key; also by a clock that was set back meanwhile. */
const HERHALEN = 15 * 60_000;

/**
 * Trades an activation code for a key; a board's code for a key for each of its organisations. A code works once; the same
 * `herhaalsleutel` within a quarter of an hour repeats the activation: the keys of the lost answer stop working, new ones are given.
 * Throws ongeldige-inzending (mistyped) or toegang-ongeldig (unknown, used, expired, withdrawn).
 */
export async function activeer(omgeving: Omgeving, getypt: string, herhaalsleutel: string | undefined): Promise<Activering> {
  const { opslag } = omgeving;
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
      const herhaling = herhaalhash !== null && herhaalhash === code.herhaalhash && Math.abs(nu.getTime() - Date.parse(code.gebruiktOp)) <= HERHALEN;
      if (!herhaling) throw new Probleemfout("toegang-ongeldig", TEKSTEN.code.gebruikt);
      await trekToegangVanCodeIn(tx, codehash, nu.toISOString());
    } else {
      if (code.geldigTot <= nu.toISOString()) throw new Probleemfout("toegang-ongeldig", TEKSTEN.code.verlopen);
      await merkCodeGebruikt(tx, codehash, nu.toISOString(), herhaalhash);
    }
    const geef = (organisatie: Organisatierij) => geefSleutel(tx, omgeving, organisatie, { codehash });
    if (code.bestuur === null) return geef(await eisOrganisatie(tx, code.organisatie));
    const organisaties = await organisatiesVanBestuur(tx, code.bestuur);
    if (organisaties.length === 0) throw new Probleemfout("toegang-ongeldig", TEKSTEN.code.leegBestuur);
    const toegangen: Organisatietoegang[] = [];
    for (const organisatie of organisaties) toegangen.push(await geef(organisatie));
    return { bestuur: { naam: code.bestuur }, toegangen };
  });
}

/** The organisation a key belongs to. Throws toegang-ongeldig. */
export async function organisatieVanSleutel(omgeving: Omgeving, sleutel: string): Promise<string> {
  const toegang = await eisToegang(omgeving.opslag.lees, omgeving, sleutel, toegangOpgezocht);
  await neemInGebruik(omgeving, toegang);
  return toegang.organisatie;
}
