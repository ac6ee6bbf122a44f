import { canoniekeJson } from "../../meldcode/canoniek";
import { maakTekens } from "../../meldcode/code";
import { datumVan } from "../../meldcode/datum";
import { geslotenVoor, gewijzigdeGeslotenMaanden } from "../../meldcode/geslotenMaanden";
import { afwijkendeGroepen, gevraagdeGroepen } from "../../meldcode/groepen";
import { periodeVanDatum } from "../../meldcode/periode";
import type { Registratie } from "../../meldcode/registratie";
import type { Ontvangstbewijs } from "../../meldcode/uitwisseling/ontvangst";
import { verlagingen, wijzigingen } from "../../meldcode/verschil";
import { kopVan } from "../../meldcode/vraagstelling";
import type { Uitkomst } from "../database/groepschrijver";
import { type Boekhouder, geraakteMaanden, Maandboek } from "../database/maandboek";
import type { Lezer, Samenwerk } from "../database/opslag";
import { vergrendelOrganisaties } from "../database/organisaties";
import {
  bestaandeKenmerken,
  bewaarMaanden,
  laatsteStatenVan,
  maandrijen,
  type Paar,
  statenMetInzending,
  telOpBijTotalen,
  vervangingen,
  voegStatenToe,
  voegVervangingenToe,
  type Vorigerij,
} from "../database/staten";
import type { Maandrij, Maandtotaalrij, Staatrij, Vervangingrij } from "../database/tabellen";
import { tegelijk } from "../database/tegelijk";
import { type Beleidsversie, geopendVoor, huidigBeleid } from "./beleid";
import { sha256 } from "./hash";
import type { Omgeving } from "./omgeving";
import { Probleemfout } from "./probleemfout";
import { alsBewijs, etagVan, leesStaat, leesVerschil, type Verschil } from "./staatrij";
import { TEKSTEN } from "./teksten";
import { bepaalPlaats, type Plaats } from "./vervanging";

/** What the sender believes to be there: nothing yet, or one of these versions ("*": any). undefined: it did not say. */
export type Voorwaarde = { readonly soort: "nieuw" } | { readonly soort: "etag"; readonly etags: readonly string[] } | undefined;

export interface Ontvangst {
  readonly bewijs: Ontvangstbewijs;
  readonly etag: string;
  /** This state was the first of its registratie. */
  readonly eerste: boolean;
}

interface Inzending {
  readonly omgeving: Omgeving;
  readonly organisatie: string;
  readonly registratieId: string;
  readonly voorwaarde: Voorwaarde;
  readonly staat: Registratie;
  /** The state as canonical JSON, and the SHA-256 of that. */
  readonly inhoud: string;
  readonly hash: string;
}

/**
 * Takes in a state, together with what others send at the same moment, while nobody else writes of this organisation. The same
 * inzendingId with the same content gives the same receipt again, whatever came after it. Throws the problems of api.md.
 */
export function ontvang(omgeving: Omgeving, organisatie: string, registratieId: string, voorwaarde: Voorwaarde, staat: Registratie): Promise<Ontvangst> {
  const inhoud = canoniekeJson(staat);
  return omgeving.opslag.schrijfSamen(ONTVANGEN, { omgeving, organisatie, registratieId, voorwaarde, staat, inhoud, hash: sha256(inhoud) });
}

const ONTVANGEN: Samenwerk<Inzending, Ontvangst> = {
  sleutel: ({ organisatie }) => organisatie,

  async verwerk({ tx, rijvergrendeling, zorgVoorJaar }, inzendingen) {
    const organisaties = inzendingen.map(({ organisatie }) => organisatie);
    const boekhouders = new Map((await vergrendelOrganisaties(tx, organisaties, rijvergrendeling)).map((rij) => [rij.organisatie, rij]));
    const kennis = await leesKennis(tx, inzendingen);
    const uitkomsten = inzendingen.map((inzending): Uitkomst<Ontvangst | Aanname> => {
      try {
        return { waarde: beoordeel(inzending, kennis) };
      } catch (fout) {
        return { fout };
      }
    });

    const aannames = uitkomsten.flatMap((uitkomst) => ("waarde" in uitkomst && "rij" in uitkomst.waarde ? [uitkomst.waarde] : []));
    const [{ maanden, totalen }] = await tegelijk(boekMaanden(tx, aannames, boekhouders), geefKenmerken(tx, aannames));
    for (const jaar of new Set(aannames.map(({ rij }) => rij.jaar))) await zorgVoorJaar(jaar);
    return {
      waarde: uitkomsten.map((uitkomst) => ("waarde" in uitkomst && "rij" in uitkomst.waarde ? { waarde: alsOntvangst(uitkomst.waarde.rij, uitkomst.waarde.verschil) } : (uitkomst as Uitkomst<Ontvangst>))), // what is no Aanname
      // The totals last: every group writes of them, and waits for the one before.
      schrijf: () =>
        tegelijk(
          voegStatenToe(tx, aannames.map(({ rij }) => rij)),
          voegVervangingenToe(tx, aannames.flatMap(({ vervangingen }) => vervangingen)),
          bewaarMaanden(tx, maanden),
          telOpBijTotalen(tx, totalen),
        ),
    };
  },
};

/** What is read for a whole group at once. */
interface Kennis {
  readonly beleid: Beleidsversie;
  /** By organisation and inzendingId. */
  readonly eerder: ReadonlyMap<string, Staatrij>;
  /** By organisation and registratie. */
  readonly laatste: ReadonlyMap<string, Vorigerij>;
  readonly vervangingen: ReadonlyMap<string, readonly Vervangingrij[]>;
}

/** A state that is accepted, and what follows from it. */
interface Aanname {
  readonly omgeving: Omgeving;
  /** Its kenmerk is still to be given. */
  readonly rij: Staatrij;
  readonly verschil: Verschil;
  readonly staat: Registratie;
  readonly plaats: Plaats;
  /** When the state before it was received; null: it is the first. */
  readonly vorige: string | null;
  readonly vervangingen: readonly Vervangingrij[];
}

async function leesKennis(tx: Lezer, inzendingen: readonly Inzending[]): Promise<Kennis> {
  const organisaties = inzendingen.map(({ organisatie }) => organisatie);
  const registraties = inzendingen.flatMap(({ organisatie, registratieId, staat: { vervangt } }): Paar[] => [[organisatie, registratieId], ...(vervangt === undefined ? [] : [[organisatie, vervangt] satisfies Paar])]);
  const [eerder, laatste, feiten, beleid] = await tegelijk(
    statenMetInzending(tx, inzendingen.map(({ organisatie, staat }) => [organisatie, staat.inzendingId])),
    laatsteStatenVan(tx, registraties),
    vervangingen(tx, organisaties),
    huidigBeleid(tx),
  );
  return {
    beleid,
    eerder: new Map(eerder.map((rij) => [`${rij.organisatie} ${rij.inzendingId}`, rij])),
    laatste: new Map(laatste.map((rij) => [`${rij.organisatie} ${rij.registratie}`, rij])),
    vervangingen: perOrganisatie(feiten),
  };
}

/** Pure. Throws the problems in the order written here. */
function beoordeel({ omgeving, organisatie, registratieId, voorwaarde, staat, inhoud, hash }: Inzending, kennis: Kennis): Ontvangst | Aanname {
  const eerder = kennis.eerder.get(`${organisatie} ${staat.inzendingId}`);
  if (eerder) {
    if (eerder.hash !== hash || eerder.registratie !== registratieId) throw new Probleemfout("inzending-hergebruikt", TEKSTEN.ontvangst.hergebruikt);
    return alsOntvangst(eerder, leesVerschil(eerder));
  }
  const huidig = kennis.laatste.get(`${organisatie} ${registratieId}`);
  eisVoorwaarde(voorwaarde, huidig);

  const nu = omgeving.nu();
  const dezeMaand = periodeVanDatum(datumVan(nu));
  if (staat.tot > dezeMaand) {
    throw new Probleemfout("ongeldige-inzending", TEKSTEN.ontvangst.toekomst, { fouten: [{ pad: "tot", melding: "Ligt na de huidige maand." }] });
  }
  const { versie: beleidVersie, beleid } = kennis.beleid;
  if (staat.minimum !== beleid.minimum) throw new Probleemfout("beleid-gewijzigd", TEKSTEN.ontvangst.minimum(beleid.minimum));
  const dicht = geslotenVoor(beleid.geslotenMaanden, geopendVoor(kennis.beleid, organisatie));
  if (afwijkendeGroepen(staat, beleid, dicht).length > 0) {
    throw new Probleemfout("beleid-gewijzigd", TEKSTEN.ontvangst.groepen(gevraagdeGroepen(beleid).map((groep) => (groep === "doorlooptijd" ? "Doorlooptijd" : kopVan(groep, beleid)))));
  }

  const feiten = kennis.vervangingen.get(organisatie) ?? [];
  const andere = kennis.laatste.get(`${organisatie} ${staat.vervangt}`);
  const plaats = bepaalPlaats(feiten, registratieId, huidig ? leesStaat(huidig) : null, staat.vervangt, andere ? leesStaat(andere) : null);
  const gesloten = gewijzigdeGeslotenMaanden(plaats.was, staat, dicht);
  if (gesloten.length > 0) throw new Probleemfout("periode-gesloten", TEKSTEN.ontvangst.gesloten(gesloten), { perioden: gesloten });
  const onbevestigd = verlagingen(plaats.was, staat).filter((p) => !staat.bevestigdeVerlagingen.includes(p));
  if (onbevestigd.length > 0) throw new Probleemfout("verlaging-niet-bevestigd", TEKSTEN.ontvangst.verlaging(onbevestigd), { perioden: onbevestigd });

  const ontvangenOp = nu.toISOString();
  const verschil = wijzigingen(plaats.was, staat);
  const rij: Staatrij = {
    organisatie,
    registratie: registratieId,
    versie: (huidig?.versie ?? 0) + 1,
    jaar: Number(dezeMaand.slice(0, 4)),
    inzendingId: staat.inzendingId,
    kenmerk: "",
    ontvangenOp,
    beleidVersie,
    hash,
    inhoud,
    verschil: JSON.stringify(verschil),
  };
  const nieuw = plaats.feiten.map((feit, i): Vervangingrij => ({ organisatie, ...feit, volgnummer: feiten.length + 1 + i, vastgelegdOp: ontvangenOp }));
  return { omgeving, rij, verschil, staat, plaats, vorige: huidig?.ontvangenOp ?? null, vervangingen: nieuw };
}

/** Gives each a kenmerk that nobody has. */
async function geefKenmerken(tx: Lezer, aannames: readonly Aanname[]): Promise<void> {
  let zonder = aannames;
  const gegeven = new Set<string>();
  while (zonder.length > 0) {
    for (const { rij, omgeving } of zonder) rij.kenmerk = nieuwKenmerk(omgeving, rij.jaar);
    const bezet = await bestaandeKenmerken(tx, zonder.map(({ rij }) => rij.kenmerk));
    zonder = zonder.filter(({ rij }) => {
      if (bezet.has(rij.kenmerk) || gegeven.has(rij.kenmerk)) return true;
      gegeven.add(rij.kenmerk);
      return false;
    });
  }
}

/** What the months become of which they are, and what that changes in the totals. */
async function boekMaanden(tx: Lezer, aannames: readonly Aanname[], boekhouders: ReadonlyMap<string, Boekhouder>): Promise<{ maanden: Maandrij[]; totalen: Maandtotaalrij[] }> {
  const geraakt = aannames.map(({ rij: { organisatie, ontvangenOp }, staat, plaats, vorige }) => {
    const van = boekhouders.get(organisatie);
    if (!van) throw new Probleemfout("niet-gevonden", TEKSTEN.servicepunt.onbekendeOrganisatie);
    const nieuw = { staat, ontvangenOp };
    return { van, plaats, nieuw, perioden: geraakteMaanden(plaats, nieuw, vorige) };
  });
  const bekend = perOrganisatie(await maandrijen(tx, geraakt.flatMap(({ van, perioden }) => perioden.map((periode): Paar => [van.organisatie, periode]))));
  const boek = new Maandboek();
  const maanden = geraakt.flatMap(({ van, plaats, nieuw, perioden }) => boek.boek(van, plaats, nieuw, new Map(bekend.get(van.organisatie)?.map((maand) => [maand.periode, maand])), perioden));
  return { maanden, totalen: boek.totalen() };
}

function eisVoorwaarde(voorwaarde: Voorwaarde, huidig: Vorigerij | undefined): void {
  if (voorwaarde === undefined) throw new Probleemfout("voorwaarde-ontbreekt", TEKSTEN.ontvangst.voorwaarde);
  if (voorwaarde.soort === "nieuw") {
    if (huidig) throw new Probleemfout("versie-verouderd", TEKSTEN.ontvangst.bestaatAl);
    return;
  }
  const klopt = huidig !== undefined && (voorwaarde.etags.includes("*") || voorwaarde.etags.includes(etagVan(huidig)));
  if (!klopt) throw new Probleemfout("versie-verouderd", TEKSTEN.ontvangst.verouderd);
}

/** "MM-2026-7K3M-Q2X": six random characters and a check character, for people to read out. */
function nieuwKenmerk({ willekeur }: Omgeving, jaar: number): string {
  const tekens = maakTekens(willekeur(6));
  return `MM-${jaar}-${tekens.slice(0, 4)}-${tekens.slice(4)}`;
}

function alsOntvangst(rij: Staatrij, verschil: Verschil): Ontvangst {
  return { bewijs: alsBewijs(rij, verschil), etag: etagVan(rij), eerste: rij.versie === 1 };
}

function perOrganisatie<T extends { organisatie: string }>(rijen: readonly T[]): Map<string, T[]> {
  const per = new Map<string, T[]>();
  for (const rij of rijen) {
    const eigen = per.get(rij.organisatie);
    if (eigen) eigen.push(rij);
    else per.set(rij.organisatie, [rij]);
  }
  return per;
}
