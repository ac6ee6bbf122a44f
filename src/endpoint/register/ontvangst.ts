import { canoniekeJson } from "../../meldcode/canoniek";
import { maakTekens } from "../../meldcode/code";
import { datumVan } from "../../meldcode/datum";
import { gewijzigdeGeslotenMaanden } from "../../meldcode/geslotenMaanden";
import { periodeVanDatum } from "../../meldcode/periode";
import type { Registratie } from "../../meldcode/registratie";
import type { Ontvangstbewijs, Registratieregel } from "../../meldcode/uitwisseling/ontvangst";
import { verlagingen, wijzigingen } from "../../meldcode/verschil";
import type { Lezer } from "../database/opslag";
import { kenmerkBestaat, laatsteStaat, laatsteStaten, staatMetInzending, staatMetKenmerk, statenNieuwsteEerst, vervangingen, voegStaatToe } from "../database/staten";
import type { Staatrij } from "../database/tabellen";
import { huidigBeleid } from "./beleid";
import { sha256 } from "./hash";
import type { Omgeving } from "./omgeving";
import { Probleemfout } from "./probleemfout";
import { TEKSTEN } from "./teksten";
import { bepaalPlaats, vervangers } from "./vervanging";

/** What the sender believes to be there: nothing yet, or one of these versions ("*": any). undefined: it did not say. */
export type Voorwaarde = { readonly soort: "nieuw" } | { readonly soort: "etag"; readonly etags: readonly string[] } | undefined;

export interface Ontvangst {
  readonly bewijs: Ontvangstbewijs;
  readonly etag: string;
  /** This state was the first of its registratie. */
  readonly eerste: boolean;
}

/**
 * Takes in a state, in one write transaction that holds the lock from its first read. The same inzendingId with the same
 * content gives the same receipt again, whatever came after it. Throws the problems of api.md in the order written here.
 */
export function ontvang(omgeving: Omgeving, organisatie: string, registratieId: string, voorwaarde: Voorwaarde, staat: Registratie): Promise<Ontvangst> {
  const { opslag } = omgeving;
  const inhoud = canoniekeJson(staat);
  const hash = sha256(inhoud);
  return opslag.schrijf(async (tx) => {
    const eerder = await staatMetInzending(tx, organisatie, staat.inzendingId);
    if (eerder) {
      if (eerder.hash !== hash || eerder.registratie !== registratieId) throw new Probleemfout("inzending-hergebruikt", TEKSTEN.ontvangst.hergebruikt);
      return alsOntvangst(eerder);
    }
    const huidig = await laatsteStaat(tx, organisatie, registratieId);
    eisVoorwaarde(voorwaarde, huidig);

    const nu = omgeving.nu();
    const dezeMaand = periodeVanDatum(datumVan(nu));
    if (staat.tot > dezeMaand) {
      throw new Probleemfout("ongeldige-inzending", TEKSTEN.ontvangst.toekomst, { fouten: [{ pad: "tot", melding: "Ligt na de huidige maand." }] });
    }
    const { versie: beleidVersie, beleid } = await huidigBeleid(tx);
    if (staat.minimum !== beleid.minimum) throw new Probleemfout("beleid-gewijzigd", TEKSTEN.ontvangst.minimum(beleid.minimum));

    const eigen = huidig ? leesStaat(huidig) : null;
    const { was, legVast } = await bepaalPlaats(tx, organisatie, registratieId, eigen, staat.vervangt);
    const gesloten = gewijzigdeGeslotenMaanden(was, staat, beleid.geslotenMaanden);
    if (gesloten.length > 0) throw new Probleemfout("periode-gesloten", TEKSTEN.ontvangst.gesloten(gesloten), { perioden: gesloten });
    const onbevestigd = verlagingen(was, staat).filter((p) => !staat.bevestigdeVerlagingen.includes(p));
    if (onbevestigd.length > 0) throw new Probleemfout("verlaging-niet-bevestigd", TEKSTEN.ontvangst.verlaging(onbevestigd), { perioden: onbevestigd });

    const ontvangenOp = nu.toISOString();
    const rij: Staatrij = {
      organisatie,
      registratie: registratieId,
      versie: (huidig?.versie ?? 0) + 1,
      inzendingId: staat.inzendingId,
      kenmerk: await nieuwKenmerk(tx, omgeving, dezeMaand.slice(0, 4)),
      ontvangenOp,
      beleidVersie,
      hash,
      inhoud,
      verschil: JSON.stringify(wijzigingen(was, staat)),
    };
    await voegStaatToe(tx, rij);
    await legVast(ontvangenOp);
    return alsOntvangst(rij);
  });
}

/** The current state as it was received, with its ETag. Throws niet-gevonden. */
export async function huidigeStaat(omgeving: Omgeving, organisatie: string, registratieId: string): Promise<{ staat: Registratie; etag: string }> {
  const rij = await laatsteStaat(omgeving.opslag.lees, organisatie, registratieId);
  if (!rij) throw new Probleemfout("niet-gevonden", TEKSTEN.ontvangst.onbekendeRegistratie);
  return { staat: leesStaat(rij), etag: etagVan(rij) };
}

export async function registraties(omgeving: Omgeving, organisatie: string): Promise<Registratieregel[]> {
  const door = vervangers(await vervangingen(omgeving.opslag.lees, organisatie));
  return (await laatsteStaten(omgeving.opslag.lees, organisatie)).map((rij) => {
    const { vanaf, tot } = leesStaat(rij);
    return { registratieId: rij.registratie, versie: rij.versie, etag: etagVan(rij), vanaf, tot, ontvangenOp: rij.ontvangenOp, vervangenDoor: door.get(rij.registratie) ?? null };
  });
}

/** Newest first. */
export async function ontvangstbewijzen(omgeving: Omgeving, organisatie: string): Promise<Ontvangstbewijs[]> {
  return (await statenNieuwsteEerst(omgeving.opslag.lees, organisatie)).map(alsBewijs);
}

/** Throws niet-gevonden. */
export async function ontvangstbewijs(omgeving: Omgeving, organisatie: string, kenmerk: string): Promise<Ontvangstbewijs> {
  const rij = await staatMetKenmerk(omgeving.opslag.lees, organisatie, kenmerk);
  if (!rij) throw new Probleemfout("niet-gevonden", TEKSTEN.ontvangst.onbekendKenmerk);
  return alsBewijs(rij);
}

function eisVoorwaarde(voorwaarde: Voorwaarde, huidig: Staatrij | undefined): void {
  if (voorwaarde === undefined) throw new Probleemfout("voorwaarde-ontbreekt", TEKSTEN.ontvangst.voorwaarde);
  if (voorwaarde.soort === "nieuw") {
    if (huidig) throw new Probleemfout("versie-verouderd", TEKSTEN.ontvangst.bestaatAl);
    return;
  }
  const klopt = huidig !== undefined && (voorwaarde.etags.includes("*") || voorwaarde.etags.includes(etagVan(huidig)));
  if (!klopt) throw new Probleemfout("versie-verouderd", TEKSTEN.ontvangst.verouderd);
}

/** "MM-2026-7K3M-Q2X": six random characters and a check character, for people to read out. */
async function nieuwKenmerk(tx: Lezer, { willekeur }: Omgeving, jaar: string): Promise<string> {
  for (;;) {
    const tekens = maakTekens(willekeur(6));
    const kenmerk = `MM-${jaar}-${tekens.slice(0, 4)}-${tekens.slice(4)}`;
    if (!(await kenmerkBestaat(tx, kenmerk))) return kenmerk;
  }
}

/** A strong ETag, with its quotes: other content or another version is another tag. */
function etagVan(rij: Staatrij): string {
  return `"${rij.versie}-${rij.hash.slice(0, 16)}"`;
}

function alsOntvangst(rij: Staatrij): Ontvangst {
  return { bewijs: alsBewijs(rij), etag: etagVan(rij), eerste: rij.versie === 1 };
}

/** The cast is safe: only `ontvang` writes these columns, from checked values. */
export function alsBewijs(rij: Staatrij): Ontvangstbewijs {
  return {
    kenmerk: rij.kenmerk,
    organisatieId: rij.organisatie,
    registratieId: rij.registratie,
    inzendingId: rij.inzendingId,
    versie: rij.versie,
    ontvangenOp: rij.ontvangenOp,
    ...(JSON.parse(rij.verschil) as Pick<Ontvangstbewijs, "wijzigingen" | "uitsplitsingWijzigingen">),
    hash: rij.hash,
  };
}

/** The cast is safe: what is stored passed registratieSchema when it came in. */
export function leesStaat(rij: Staatrij): Registratie {
  return JSON.parse(rij.inhoud) as Registratie;
}
