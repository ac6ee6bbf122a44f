import { datumVan } from "../../meldcode/datum";
import { maandnummer, type Periode, periodeVanDatum, periodeVanNummer } from "../../meldcode/periode";
import type { GewijzigdeOrganisatie, Organisatiewijziging } from "../../meldcode/uitwisseling/register";
import { zoektekst } from "../../meldcode/uitwisseling/zoeken";
import { Maandboek } from "../database/maandboek";
import type { Lezer } from "../database/opslag";
import { bewaarOrganisatie } from "../database/organisaties";
import { maandenVan, telOpBijTotalen } from "../database/staten";
import type { Organisatierij } from "../database/tabellen";
import { trekToegangVanBestuurIn } from "../database/toegangen";
import { type Handelend, noteer } from "./audit";
import { alsRegisterregel, eisOrganisatie } from "./organisatie";
import { metRitme } from "./termijnen";

/** Changes what the register holds about an organisation, with all that follows from it. Throws niet-gevonden. */
export function wijzigOrganisatie(omgeving: Handelend, organisatieId: string, wijziging: Organisatiewijziging): Promise<GewijzigdeOrganisatie> {
  return omgeving.opslag.schrijf(async (tx) => {
    const nu = omgeving.nu();
    const was = await eisOrganisatie(tx, organisatieId);
    const wordt = gewijzigd(was, wijziging, periodeVanDatum(datumVan(nu)));
    const onderdelen = onderdelenVan(was, wordt);
    if (onderdelen.length === 0) return { organisatie: alsRegisterregel(was, nu), ingetrokkenSleutels: 0 };
    await bewaarOrganisatie(tx, wordt);
    await verplaatsMaanden(tx, was, wordt);
    const ingetrokkenSleutels = was.bestuur === null || was.bestuur === wordt.bestuur ? 0 : await trekToegangVanBestuurIn(tx, organisatieId, was.bestuur, nu.toISOString());
    await noteer(tx, omgeving, "organisatie-gewijzigd", { organisatie: organisatieId, onderdelen: onderdelen.join(", "), ...(ingetrokkenSleutels > 0 && { sleutels: ingetrokkenSleutels }) });
    return { organisatie: alsRegisterregel(wordt, nu), ingetrokkenSleutels };
  });
}

function gewijzigd(was: Organisatierij, { ritme, ritmeVanaf, eenpersoons, naam, sector, brin, ...rest }: Organisatiewijziging, dezeMaand: Periode): Organisatierij {
  const genoemd = Object.fromEntries(Object.entries(rest).filter(([, waarde]) => waarde !== undefined));
  const wordt: Organisatierij = { ...was, ...genoemd, naam: naam ?? was.naam, sector: sector ?? was.sector, ...(brin !== undefined && { brin: brin?.toUpperCase() ?? null }) };
  if (ritme !== undefined) Object.assign(wordt, metRitme(was, { vanaf: ritmeVanaf ?? volgendKwartaal(dezeMaand), ritme }));
  // What was counted while it was one person tells of that person, also when it grows. When it becomes one person again, all of it is out of sight.
  if (eenpersoons === false && was.eenpersoons === 1) Object.assign(wordt, { eenpersoons: 0, eenpersoonsTot: dezeMaand });
  if (eenpersoons === true) wordt.eenpersoons = 1;
  return { ...wordt, zoektekst: zoektekst(wordt.naam, wordt.organisatie) };
}

/** A rhythm that was agreed holds until the end of its quarter. */
function volgendKwartaal(periode: Periode): Periode {
  const nummer = maandnummer(periode);
  return periodeVanNummer(nummer - (nummer % 3) + 3);
}

/** The columns by the names by which they are changed. */
function onderdelenVan(was: Organisatierij, wordt: Organisatierij): string[] {
  const namen: Readonly<Record<string, string>> = { ritmewijzigingen: "ritme", eenpersoonsTot: "eenpersoons", zoektekst: "naam" };
  const kolommen = Object.keys(wordt).filter((kolom) => Reflect.get(was, kolom) !== Reflect.get(wordt, kolom));
  return [...new Set(kolommen.map((kolom) => namen[kolom] ?? kolom))];
}

/** All its months go to the totals of its new sector, or to those of one-person practices. */
async function verplaatsMaanden(tx: Lezer, was: Organisatierij, wordt: Organisatierij): Promise<void> {
  const boek = new Maandboek();
  boek.verplaats(was, wordt, await maandenVan(tx, [was.organisatie], "", "9999"));
  await telOpBijTotalen(tx, boek.totalen());
}
