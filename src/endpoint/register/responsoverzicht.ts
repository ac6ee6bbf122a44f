import type { z } from "zod/mini";
import { datumVan } from "../../meldcode/datum";
import { deadline } from "../../meldcode/deadline";
import { maandnummer, type Periode, periodenVanTot, periodeVanDatum, periodeVanNummer } from "../../meldcode/periode";
import { MAXIMUM_MAANDEN, type Registratie } from "../../meldcode/registratie";
import type { Sector } from "../../meldcode/sector";
import type { responscelSchema, Responsoverzicht } from "../../meldcode/uitwisseling/servicepunt";
import { alleOrganisaties } from "../database/organisaties";
import { alleStaten, alleVervangingen } from "../database/staten";
import type { Organisatierij, Staatrij } from "../database/tabellen";
import { huidigBeleid } from "./beleid";
import type { Omgeving } from "./omgeving";
import { alsBewijs, leesStaat } from "./ontvangst";
import { alsOrganisatie } from "./organisatie";
import { Probleemfout } from "./probleemfout";
import { TEKSTEN } from "./teksten";
import { vervangers } from "./vervanging";

type Responscel = z.infer<typeof responscelSchema>;
type Maandtotaal = Responsoverzicht["totalen"][number];

/** As many contributors as a published figure needs (publication.md). */
const MINIMUM_EENPERSOONS = 3;

export interface Responsvraag {
  readonly van: Periode;
  readonly tot: Periode;
  readonly sector?: Sector | undefined;
  /** Part of the name or the id; case does not matter. */
  readonly zoek?: string | undefined;
}

/** Organisations × months. A list that was replaced no longer counts, but that it came in on time still does. Throws ongeldige-inzending for an impossible range. */
export async function responsoverzicht({ opslag, nu }: Omgeving, { van, tot, sector, zoek = "" }: Responsvraag): Promise<Responsoverzicht> {
  const perioden = periodenVanTot(van, tot);
  if (perioden.length === 0 || perioden.length > MAXIMUM_MAANDEN) {
    throw new Probleemfout("ongeldige-inzending", TEKSTEN.servicepunt.bereik, { fouten: [{ pad: "tot", melding: "Geeft geen bereik van 1 tot en met 120 maanden." }] });
  }
  const { beleid } = await huidigBeleid(opslag.lees);
  const staten = perOrganisatie(await alleStaten(opslag.lees));
  const vervangen = perOrganisatie(await alleVervangingen(opslag.lees));
  const gezocht = zoek.trim().toLocaleLowerCase("nl");
  const organisaties = (await alleOrganisaties(opslag.lees)).filter(
    (o) => (sector === undefined || o.sector === sector) && (o.naam.toLocaleLowerCase("nl").includes(gezocht) || o.organisatie.toLocaleLowerCase("nl").includes(gezocht)),
  );

  const moment = nu();
  const ontvangers = organisaties.map((organisatie): Ontvanger => ({
    organisatie,
    ontvangen: ontvangenMaanden(staten.get(organisatie.organisatie) ?? [], new Set(vervangers(vervangen.get(organisatie.organisatie) ?? []).keys()), organisatie.eenpersoons === 1),
  }));
  const rijen = ontvangers.map(({ organisatie, ontvangen }) => ({
    organisatie: alsOrganisatie(organisatie),
    maanden: perioden.map((periode) => responscel(periode, organisatie.eenpersoons === 1, ontvangen.get(periode), deadline(deadlinemaand(organisatie, periode), beleid.deadlineDag), moment)),
  }));
  const alles = sector === undefined && gezocht === "";
  return { van, tot, rijen, totalen: perioden.map((periode) => maandtotaal(periode, ontvangers, alles)) };
}

interface Ontvanger {
  readonly organisatie: Organisatierij;
  readonly ontvangen: ReadonlyMap<Periode, Maandstand>;
}

/** Of a one-person practice only whether something came in, and when: that it was nothing to report is a figure too. */
function responscel(periode: Periode, eenpersoons: boolean, maand: Maandstand | undefined, uiterlijk: Date, moment: Date): Responscel {
  if (!maand) return { periode, status: moment > uiterlijk ? "ontbreekt" : "verwacht", teLaat: false, gestart: null, afgesloten: null };
  const teLaat = new Date(maand.eerst) > uiterlijk;
  const status = maand.gecorrigeerd ? "gecorrigeerd" : teLaat ? "te-laat" : maand.gestart === 0 && !eenpersoons ? "nulopgave" : "ontvangen";
  return { periode, status, teLaat, gestart: eenpersoons ? null : maand.gestart, afgesloten: eenpersoons ? null : maand.afgesloten };
}

/**
 * All other rows show their counts, so what one-person practices add to a total is the difference with the rows. Their counts take part
 * only in the totals of everything (two selections differ by one practice), and only when so many of them responded that it is nobody's own.
 */
function maandtotaal(periode: Periode, ontvangers: readonly Ontvanger[], alles: boolean): Maandtotaal {
  const gereageerd = ontvangers.flatMap(({ organisatie, ontvangen }) => {
    const maand = ontvangen.get(periode);
    return maand ? [{ ...maand, eenpersoons: organisatie.eenpersoons === 1 }] : [];
  });
  const praktijken = gereageerd.filter(({ eenpersoons }) => eenpersoons).length;
  const zonderEenpersoons = praktijken > 0 && !(alles && praktijken >= MINIMUM_EENPERSOONS);
  const geteld = gereageerd.filter(({ eenpersoons }) => !(eenpersoons && zonderEenpersoons));
  return {
    periode,
    gereageerd: gereageerd.length,
    organisaties: ontvangers.length,
    gestart: geteld.reduce((som, { gestart }) => som + gestart, 0),
    afgesloten: geteld.reduce((som, { afgesloten }) => som + afgesloten, 0),
    zonderEenpersoons,
  };
}

interface Maandstand {
  /** When the month was first received after it had ended; failing that, when it was first received. */
  readonly eerst: string;
  readonly gecorrigeerd: boolean;
  readonly gestart: number;
  readonly afgesloten: number;
}

/**
 * What an organisation's lists add up to per month. `staten`: by registratie, oldest version first. A month that still ran when
 * it was received can only grow: that growth is no correction, and nothing in it yet is no nulopgave, so then it is left out
 * (but not of a one-person practice, for that would tell its figure).
 */
function ontvangenMaanden(staten: readonly Staatrij[], vervangen: ReadonlySet<string>, eenpersoons: boolean): Map<Periode, Maandstand> {
  const eerst = new Map<Periode, string>();
  const eerstNaAfloop = new Map<Periode, string>();
  const gecorrigeerd = new Set<Periode>();
  const laatste = new Map<string, Registratie>();
  for (const staat of staten) {
    const ontvangstmaand = periodeVanDatum(datumVan(new Date(staat.ontvangenOp)));
    for (const { periode, soort } of alsBewijs(staat).wijzigingen) {
      if (soort === "gewijzigd" && eerstNaAfloop.has(periode)) gecorrigeerd.add(periode);
    }
    const inhoud = leesStaat(staat);
    for (const { periode } of inhoud.maanden) {
      onthoudVroegste(eerst, periode, staat.ontvangenOp);
      if (ontvangstmaand > periode) onthoudVroegste(eerstNaAfloop, periode, staat.ontvangenOp);
    }
    laatste.set(staat.registratie, inhoud);
  }
  const maanden = new Map<Periode, Maandstand>();
  for (const [registratie, inhoud] of laatste) {
    if (vervangen.has(registratie)) continue;
    for (const { periode, gestart, afgesloten } of inhoud.maanden) {
      if (gestart === 0 && !eerstNaAfloop.has(periode) && !eenpersoons) continue;
      const tot = maanden.get(periode);
      maanden.set(periode, {
        eerst: eerstNaAfloop.get(periode) ?? eerst.get(periode) ?? "",
        gecorrigeerd: gecorrigeerd.has(periode),
        gestart: gestart + (tot?.gestart ?? 0),
        afgesloten: afgesloten + (tot?.afgesloten ?? 0),
      });
    }
  }
  return maanden;
}

/** Moments are ISO 8601 in UTC: comparing as text is comparing in time. */
function onthoudVroegste(per: Map<Periode, string>, periode: Periode, moment: string): void {
  const eerder = per.get(periode);
  if (eerder === undefined || moment < eerder) per.set(periode, moment);
}

/** Who sends by quarter has until the deadline of the quarter's last month. */
function deadlinemaand({ ritme }: Organisatierij, periode: Periode): Periode {
  if (ritme !== "kwartaal") return periode;
  const nummer = maandnummer(periode);
  return periodeVanNummer(nummer - (nummer % 3) + 2);
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
