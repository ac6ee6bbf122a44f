import type { z } from "zod/mini";
import { type Periode, periodenVanTot } from "../../meldcode/periode";
import { MAXIMUM_MAANDEN } from "../../meldcode/registratie";
import type { Sector } from "../../meldcode/sector";
import type { responscelSchema, Responsoverzicht } from "../../meldcode/uitwisseling/servicepunt";
import { type Termijnen, uiterlijk } from "../../meldcode/uitwisseling/termijn";
import { zoekwoorden } from "../../meldcode/uitwisseling/zoeken";
import { isEenpersoons, telt } from "../database/maandboek";
import { aantalOrganisaties, organisatiesOpNaam, totalenVan } from "../database/organisaties";
import { maandenVan, maandtotalen } from "../database/staten";
import type { Maandrij, Maandtotaalrij, Organisatierij } from "../database/tabellen";
import type { Omgeving } from "./omgeving";
import { alsOrganisatie } from "./organisatie";
import { Probleemfout } from "./probleemfout";
import { deadlinedagen, ritmesVan } from "./termijnen";
import { TEKSTEN } from "./teksten";

type Responscel = z.infer<typeof responscelSchema>;
type Maandtotaal = Responsoverzicht["totalen"][number];

/** As many contributors as a published figure needs (publication.md). */
const MINIMUM_EENPERSOONS = 3;

export interface Responsvraag {
  readonly van: Periode;
  readonly tot: Periode;
  readonly sector?: Sector | undefined;
  /** Words, each in the name or the number; case and accents do not matter. */
  readonly zoek?: string | undefined;
  /** The first row that is wanted (0 is the first by name), and how many. */
  readonly vanaf: number;
  readonly aantal: number;
}

/**
 * Organisations × months, a page of them by name, with the totals of all that were asked for. A list that was replaced no longer
 * counts, but that it came in on time still does. Throws ongeldige-inzending for an impossible range.
 */
export async function responsoverzicht({ opslag, nu }: Omgeving, { van, tot, sector, zoek = "", vanaf, aantal }: Responsvraag): Promise<Responsoverzicht> {
  const perioden = periodenVanTot(van, tot);
  if (perioden.length === 0 || perioden.length > MAXIMUM_MAANDEN) {
    throw new Probleemfout("ongeldige-inzending", TEKSTEN.servicepunt.bereik, { fouten: [{ pad: "tot", melding: "Geeft geen bereik van 1 tot en met 120 maanden." }] });
  }
  const { lees } = opslag;
  const selectie = { sector, woorden: zoekwoorden(zoek) };
  const organisaties = await organisatiesOpNaam(lees, selectie, vanaf, aantal);
  const alle = await aantalOrganisaties(lees, selectie);
  const ontvangen = new Map((await maandenVan(lees, organisaties.map(({ organisatie }) => organisatie), van, tot)).map((maand) => [`${maand.organisatie} ${maand.periode}`, maand]));
  const totalen = selectie.woorden.length > 0 ? await totalenVan(lees, selectie, van, tot) : (await maandtotalen(lees, van, tot)).filter((totaal) => sector === undefined || totaal.sector === sector);

  // Moments as text: comparing is comparing in time, and twelve thousand cells make no dates.
  const moment = nu().toISOString();
  const termijnen = termijnenVoor(perioden, await deadlinedagen(lees));
  const rijen = organisaties.map((organisatie) => {
    const momenten = termijnen(organisatie);
    return {
      organisatie: alsOrganisatie(organisatie),
      maanden: perioden.map((periode, i) => responscel(periode, isEenpersoons(organisatie, periode), ontvangen.get(`${organisatie.organisatie} ${periode}`), momenten[i] ?? "", moment)),
    };
  });
  const alles = sector === undefined && selectie.woorden.length === 0;
  return { van, tot, aantal: alle, rijen, totalen: perioden.map((periode) => maandtotaal(periode, totalen.filter((totaal) => totaal.periode === periode), alle, alles)) };
}

/** Of a one-person practice only whether something came in, and when: that it was nothing to report is a figure too. */
function responscel(periode: Periode, eenpersoons: boolean, maand: Maandrij | undefined, termijn: string, moment: string): Responscel {
  if (!maand || !telt(maand, eenpersoons)) return { periode, status: moment > termijn ? "ontbreekt" : "verwacht", teLaat: false, gestart: null, afgesloten: null };
  const teLaat = (maand.naAfloop ?? maand.eerst) > termijn;
  const status = maand.gecorrigeerd === 1 ? "gecorrigeerd" : teLaat ? "te-laat" : maand.gestart === 0 && !eenpersoons ? "nulopgave" : "ontvangen";
  return { periode, status, teLaat, gestart: eenpersoons ? null : maand.gestart, afgesloten: eenpersoons ? null : maand.afgesloten };
}

/**
 * All other rows show their counts, so what one-person practices add to a total is the difference with the rows. Their counts take part
 * only in the totals of everything (two selections differ by one practice), and only when so many of them responded that it is nobody's own.
 */
function maandtotaal(periode: Periode, totalen: readonly Omit<Maandtotaalrij, "sector">[], organisaties: number, alles: boolean): Maandtotaal {
  const som = (welke: "gereageerd" | "gestart" | "afgesloten", van = totalen): number => van.reduce((tot, rij) => tot + rij[welke], 0);
  const praktijken = som("gereageerd", totalen.filter(({ eenpersoons }) => eenpersoons === 1));
  const zonderEenpersoons = praktijken > 0 && !(alles && praktijken >= MINIMUM_EENPERSOONS);
  const geteld = totalen.filter(({ eenpersoons }) => !(eenpersoons === 1 && zonderEenpersoons));
  return { periode, gereageerd: som("gereageerd"), organisaties, gestart: som("gestart", geteld), afgesloten: som("afgesloten", geteld), zonderEenpersoons };
}

/** The last moment of each of these months, worked out once for all that send in the same rhythm. */
function termijnenVoor(perioden: readonly Periode[], dagen: Termijnen["deadlinedagen"]): (organisatie: Organisatierij) => readonly string[] {
  const per = new Map<string, readonly string[]>();
  return (organisatie) => {
    const sleutel = `${organisatie.ritme} ${organisatie.ritmewijzigingen}`;
    const bekend = per.get(sleutel);
    if (bekend) return bekend;
    const ritmes = ritmesVan(organisatie);
    const nieuw = perioden.map((periode) => uiterlijk(periode, { ritmes, deadlinedagen: dagen }).toISOString());
    per.set(sleutel, nieuw);
    return nieuw;
  };
}
