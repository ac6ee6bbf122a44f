import type { Organisatietoegang } from "../../meldcode/uitwisseling/activering";
import type { Lezer } from "../database/opslag";
import type { Organisatierij, Toegangrij } from "../database/tabellen";
import { toegangMetHash, voegToegangToe } from "../database/toegangen";
import { sha256 } from "./hash";
import type { Omgeving } from "./omgeving";
import { alsOrganisatie } from "./organisatie";
import { Probleemfout } from "./probleemfout";
import { TEKSTEN } from "./teksten";

const GELDIG_DAGEN = 400;
const DAG = 86_400_000;

/** A fresh key of 256 random bits; only its hash is kept. Valid for 400 days, and never shorter than the key it takes the place of, whatever the clock says. */
export async function geefSleutel(tx: Lezer, omgeving: Omgeving, rij: Organisatierij, van: Pick<Toegangrij, "codehash"> & { readonly eerder?: Toegangrij; readonly herhaalhash?: string | null }): Promise<Organisatietoegang> {
  const toegangssleutel = Buffer.from(omgeving.willekeur(32)).toString("base64url");
  const nu = omgeving.nu();
  const vanafNu = new Date(nu.getTime() + GELDIG_DAGEN * DAG).toISOString();
  const geldigTot = van.eerder && van.eerder.geldigTot > vanafNu ? van.eerder.geldigTot : vanafNu;
  await voegToegangToe(tx, {
    sleutelhash: sha256(toegangssleutel),
    organisatie: rij.organisatie,
    codehash: van.codehash,
    uitgegevenOp: nu.toISOString(),
    geldigTot,
    ingetrokkenOp: null,
    vorige: van.eerder?.sleutelhash ?? null,
    herhaalhash: van.herhaalhash ?? null,
    opgevolgdOp: null,
  });
  return { organisatie: alsOrganisatie(rij), toegangssleutel, geldigTot };
}

/** What is known of a key that works now. Throws toegang-ongeldig. */
export async function eisToegang(db: Lezer, { nu }: Pick<Omgeving, "nu">, sleutel: string, zoek = toegangMetHash): Promise<Toegangrij> {
  const toegang = await zoek(db, sha256(sleutel));
  if (!toegang) throw new Probleemfout("toegang-ongeldig", TEKSTEN.toegang.onbekend);
  if (toegang.ingetrokkenOp !== null) throw new Probleemfout("toegang-ongeldig", TEKSTEN.toegang.ingetrokken);
  if (toegang.geldigTot <= nu().toISOString()) throw new Probleemfout("toegang-ongeldig", TEKSTEN.toegang.verlopen);
  return toegang;
}
