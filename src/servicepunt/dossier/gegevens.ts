import { maandnummer, type Periode, periodeVanNummer } from "../../meldcode/periode";
import type { Sector } from "../../meldcode/sector";
import { type Organisatiewijziging, organisatiewijzigingSchema, type Registerregel } from "../../meldcode/uitwisseling/register";
import type { Ritme } from "../../meldcode/uitwisseling/ritme";
import { dossierteksten } from "./teksten";

export const NUMMERS = ["vestigingsnummer", "kvk", "brin", "lrk", "agb"] as const;
const TEKSTEN = ["grootte", "wijk", "bestuur", ...NUMMERS] as const;
/** As many as the register takes. */
const MEESTE_CLIENTEN = 10_000_000;

/** What stands in the form: text as it was typed, "" for what is not recorded. */
export interface Invulling extends Readonly<Record<(typeof TEKSTEN)[number] | "naam" | "clienten", string>> {
  readonly sector: Sector;
  readonly eenpersoons: boolean;
  readonly ritme: Ritme;
  readonly ritmeVanaf: Periode;
}
export type Invulfouten = Readonly<Partial<Record<keyof Invulling, string>>>;

export function invullingVan(organisatie: Registerregel, nu: Periode): Invulling {
  const { naam, sector, eenpersoons, grootte, wijk, bestuur, vestigingsnummer, kvk, brin, lrk, agb, clienten } = organisatie;
  return {
    naam,
    sector,
    eenpersoons,
    clienten: clienten === null ? "" : String(clienten),
    grootte: grootte ?? "",
    wijk: wijk ?? "",
    bestuur: bestuur ?? "",
    ritme: laatsteRitme(organisatie),
    ritmeVanaf: kwartalen(nu)[0],
    vestigingsnummer: vestigingsnummer ?? "",
    kvk: kvk ?? "",
    brin: brin ?? "",
    lrk: lrk ?? "",
    agb: agb ?? "",
  };
}

/** The rhythm that holds in the end, when all changes that were decided on have begun. */
export function laatsteRitme({ ritme, ritmes }: Registerregel): Ritme {
  return ritmes.at(-1)?.ritme ?? ritme;
}

/** The first months of the next four quarters: a rhythm changes at one of them. */
export function kwartalen(nu: Periode): readonly [Periode, ...Periode[]] {
  const begin = maandnummer(nu) - (maandnummer(nu) % 3);
  return [periodeVanNummer(begin + 3), periodeVanNummer(begin + 6), periodeVanNummer(begin + 9), periodeVanNummer(begin + 12)];
}

/** Only what is other than what the register has; blanks around it do not count. */
export function wijzigingVan(organisatie: Registerregel, invulling: Invulling): Organisatiewijziging {
  const wijziging: Record<string, unknown> = {};
  if (invulling.naam.trim() !== organisatie.naam) wijziging.naam = invulling.naam.trim();
  if (invulling.sector !== organisatie.sector) wijziging.sector = invulling.sector;
  if (invulling.eenpersoons !== organisatie.eenpersoons) wijziging.eenpersoons = invulling.eenpersoons;
  const clienten = invulling.clienten.trim() === "" ? null : Number(invulling.clienten);
  if (clienten !== organisatie.clienten) wijziging.clienten = clienten;
  for (const veld of TEKSTEN) {
    const waarde = invulling[veld].trim() || null;
    if (waarde !== organisatie[veld]) wijziging[veld] = waarde;
  }
  if (invulling.ritme !== laatsteRitme(organisatie)) Object.assign(wijziging, { ritme: invulling.ritme, ritmeVanaf: invulling.ritmeVanaf });
  // Built field by field of the names and types above; foutenIn says whether the values are good.
  return wijziging as Organisatiewijziging;
}

/** What the register would refuse, per field; nothing: {}. */
export function foutenIn(wijziging: Organisatiewijziging): Invulfouten {
  const { clienten } = wijziging;
  const fouten: Partial<Record<string, string>> = {};
  for (const { path, message } of organisatiewijzigingSchema.safeParse(wijziging).error?.issues ?? []) fouten[String(path[0])] ??= message;
  if (typeof clienten === "number" && !(Number.isInteger(clienten) && clienten >= 0 && clienten <= MEESTE_CLIENTEN)) fouten.clienten = dossierteksten.gegevens.clientenOngeldig;
  if (wijziging.naam === "") fouten.naam = dossierteksten.gegevens.naamVerplicht;
  return fouten;
}
