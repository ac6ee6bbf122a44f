import { ACTIVERINGSCODE_LENGTE, inGroepen, maakTekens, ORGANISATIE_LENGTE } from "../../meldcode/code";
import { datumVan } from "../../meldcode/datum";
import { leesPeriode, periodeVanDatum } from "../../meldcode/periode";
import { type Sector, SECTOREN } from "../../meldcode/sector";
import type { Organisatie } from "../../meldcode/uitwisseling/activering";
import type { Activeringscode, Bestuurscode, NieuweOrganisatie, Organisatiegegevens, Register, Registerregel } from "../../meldcode/uitwisseling/register";
import { vanToen } from "../../meldcode/uitwisseling/termijn";
import { zoektekst, zoekwoorden } from "../../meldcode/uitwisseling/zoeken";
import type { Lezer } from "../database/opslag";
import { aantalOrganisaties, organisatieMetId, organisatiesOpNaam, organisatiesVanBestuur, voegOrganisatieToe } from "../database/organisaties";
import type { Activeringscoderij, Organisatierij } from "../database/tabellen";
import { trekCodesIn, trekToegangIn, voegCodeToe } from "../database/toegangen";
import { type Handelend, noteer } from "./audit";
import { sha256 } from "./hash";
import type { Omgeving } from "./omgeving";
import { Probleemfout } from "./probleemfout";
import { ritmesVan } from "./termijnen";
import { TEKSTEN } from "./teksten";

/** For one organisation, or (with an empty `organisatie`) for a board. */
type Codebezitter = Pick<Activeringscoderij, "organisatie" | "bestuur">;

const CODE_GELDIG_DAGEN = 90;
const DAG = 86_400_000;

/** Takes an organisation into the register and issues its first activation code, in one go. */
export function voegOrganisatieMetCodeToe(omgeving: Handelend, gegevens: Organisatiegegevens): Promise<NieuweOrganisatie> {
  return omgeving.opslag.schrijf(async (tx) => {
    const rij = await nieuweOrganisatie(tx, omgeving, gegevens);
    return { ...(await geefCodeUit(tx, omgeving, rij.organisatie)), organisatie: alsRegisterregel(rij, omgeving.nu()) };
  });
}

/** A new activation code; earlier codes keep working. Throws niet-gevonden. */
export function geefActiveringscodeUit(omgeving: Handelend, organisatieId: string): Promise<Activeringscode> {
  return omgeving.opslag.schrijf(async (tx) => {
    await eisOrganisatie(tx, organisatieId);
    return geefCodeUit(tx, omgeving, organisatieId);
  });
}

/** A code that gives every organisation of the board a key, those that joined before it is used too. Throws niet-gevonden. */
export function geefBestuurscodeUit(omgeving: Handelend, bestuur: string): Promise<Bestuurscode> {
  return omgeving.opslag.schrijf(async (tx) => {
    const organisaties = await organisatiesVanBestuur(tx, bestuur);
    if (organisaties.length === 0) throw new Probleemfout("niet-gevonden", TEKSTEN.servicepunt.onbekendBestuur);
    return { bestuur, organisaties: organisaties.length, ...(await maakCode(tx, omgeving, { organisatie: "", bestuur })) };
  });
}

/** Every key of the organisation stops working at once, and so does every code not used yet, of its board too. What was received stays. Throws niet-gevonden. */
export function trekAlleToegangIn(omgeving: Handelend, organisatieId: string): Promise<{ sleutels: number; codes: number }> {
  const { opslag, nu } = omgeving;
  return opslag.schrijf(async (tx) => {
    const organisatie = await eisOrganisatie(tx, organisatieId);
    const op = nu().toISOString();
    const ingetrokken = { sleutels: await trekToegangIn(tx, organisatieId, op), codes: await trekCodesIn(tx, organisatie, op) };
    await noteer(tx, omgeving, "toegang-ingetrokken", { organisatie: organisatieId, ...ingetrokken });
    return ingetrokken;
  });
}

export interface Registervraag {
  readonly sector?: Sector | undefined;
  /** Words, each in the name or the number; case and accents do not matter. */
  readonly zoek?: string | undefined;
  /** The first that is wanted (0 is the first by name), and how many. */
  readonly vanaf: number;
  readonly aantal: number;
}

/** A page of the register, by name. */
export async function register({ opslag: { lees }, nu }: Omgeving, { sector, zoek = "", vanaf, aantal }: Registervraag): Promise<Register> {
  const selectie = { sector, woorden: zoekwoorden(zoek) };
  const organisaties = await organisatiesOpNaam(lees, selectie, vanaf, aantal);
  return { aantal: await aantalOrganisaties(lees, selectie), organisaties: organisaties.map((rij) => alsRegisterregel(rij, nu())) };
}

/** Throws niet-gevonden when the register does not know it. */
export async function eisOrganisatie(db: Lezer, organisatieId: string): Promise<Organisatierij> {
  const rij = await organisatieMetId(db, organisatieId);
  if (!rij) throw new Probleemfout("niet-gevonden", TEKSTEN.servicepunt.onbekendeOrganisatie);
  return rij;
}

/** Adds the row; `gegevens` were checked by their schema. */
export async function nieuweOrganisatie(db: Lezer, omgeving: Handelend, gegevens: Organisatiegegevens): Promise<Organisatierij> {
  const { nu, willekeur } = omgeving;
  let organisatie: string;
  do {
    organisatie = `ORG-${inGroepen(maakTekens(willekeur(ORGANISATIE_LENGTE - 1)))}`;
  } while (await organisatieMetId(db, organisatie));
  const rij: Organisatierij = {
    organisatie,
    naam: gegevens.naam,
    sector: gegevens.sector,
    grootte: gegevens.grootte ?? null,
    clienten: gegevens.clienten ?? null,
    wijk: gegevens.wijk ?? null,
    bestuur: gegevens.bestuur ?? null,
    ritme: gegevens.ritme ?? "maand",
    ritmewijzigingen: "[]",
    eenpersoons: gegevens.eenpersoons ? 1 : 0,
    eenpersoonsTot: null,
    vestigingsnummer: gegevens.vestigingsnummer ?? null,
    kvk: gegevens.kvk ?? null,
    brin: gegevens.brin?.toUpperCase() ?? null,
    lrk: gegevens.lrk ?? null,
    agb: gegevens.agb ?? null,
    toegevoegdOp: nu().toISOString(),
    zoektekst: zoektekst(gegevens.naam, organisatie),
  };
  await voegOrganisatieToe(db, rij);
  await noteer(db, omgeving, "organisatie-toegevoegd", { organisatie });
  return rij;
}

/** Stores only the hash of the code. */
export async function geefCodeUit(db: Lezer, omgeving: Handelend, organisatieId: string): Promise<Activeringscode> {
  return { organisatieId, ...(await maakCode(db, omgeving, { organisatie: organisatieId, bestuur: null })) };
}

async function maakCode(db: Lezer, omgeving: Handelend, van: Codebezitter): Promise<Pick<Activeringscode, "activeringscode" | "geldigTot">> {
  const tekens = maakTekens(omgeving.willekeur(ACTIVERINGSCODE_LENGTE - 1));
  const geldigTot = new Date(omgeving.nu().getTime() + CODE_GELDIG_DAGEN * DAG).toISOString();
  await bewaarCode(db, van, tekens, geldigTot, false);
  await noteer(db, omgeving, "activeringscode-uitgegeven", van.bestuur === null ? { organisatie: van.organisatie } : { bestuur: van.bestuur });
  return { activeringscode: inGroepen(tekens), geldigTot };
}

/** `tekens`: without hyphens, check character included. */
export async function bewaarCode(db: Lezer, van: Codebezitter, tekens: string, geldigTot: string, herbruikbaar: boolean): Promise<void> {
  await voegCodeToe(db, { codehash: sha256(tekens), ...van, geldigTot, herbruikbaar: herbruikbaar ? 1 : 0, gebruiktOp: null, herhaalhash: null, ingetrokkenOp: null });
}

export function alsOrganisatie(rij: Organisatierij): Organisatie {
  return { organisatieId: rij.organisatie, naam: rij.naam, sector: SECTOREN.find((s) => s === rij.sector) ?? "overig", eenpersoons: rij.eenpersoons === 1 };
}

/** `nu`: says which rhythm holds. */
export function alsRegisterregel(rij: Organisatierij, nu: Date): Registerregel {
  const { grootte, clienten, wijk, bestuur, vestigingsnummer, kvk, brin, lrk, agb } = rij;
  const ritmes = ritmesVan(rij);
  const ritme = vanToen(ritmes, periodeVanDatum(datumVan(nu)))?.ritme ?? "maand";
  const eenpersoonsTot = rij.eenpersoons === 1 ? null : leesPeriode(rij.eenpersoonsTot ?? "");
  return { ...alsOrganisatie(rij), grootte, clienten, wijk, bestuur, ritme, ritmes: [...ritmes], eenpersoonsTot, vestigingsnummer, kvk, brin, lrk, agb };
}
