import type { Periode } from "../../meldcode/periode";
import { toonPeriode } from "../../meldcode/periode";
import type { Registratie } from "../../meldcode/registratie";
import type { Ontvangstbewijs, Wijziging } from "../../meldcode/uitwisseling/ontvangst";
import type { Verzondenregel } from "../../workbook/werkboek";
import { getal } from "../teksten";

const moment = new Intl.DateTimeFormat("nl-NL", { timeZone: "Europe/Amsterdam", day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" });

/** "22 november 2026 om 08:31", in the Netherlands. */
export function toonMoment(datum: Date): string {
  return moment.format(datum);
}

/** The receipt as it stands on the sheet Verzonden: words for people, counts and ids only. */
export function maakVerzondenregel(bewijs: Ontvangstbewijs, { vanaf, tot }: Pick<Registratie, "vanaf" | "tot">, organisatie: string): Verzondenregel {
  return {
    ontvangenOp: toonMoment(new Date(bewijs.ontvangenOp)),
    kenmerk: bewijs.kenmerk,
    organisatie,
    maanden: toonBereik(vanaf, tot),
    wijzigingen: toonWijzigingen(bewijs),
    hash: bewijs.hash,
  };
}

/** "januari 2026 t/m maart 2026" */
export function toonBereik(vanaf: Periode, tot: Periode): string {
  return vanaf === tot ? toonPeriode(vanaf) : `${toonPeriode(vanaf)} t/m ${toonPeriode(tot)}`;
}

export function toonWijzigingen(bewijs: Pick<Ontvangstbewijs, "wijzigingen" | "uitsplitsingWijzigingen">): string {
  const zinnen = bewijs.wijzigingen.map(toonWijziging);
  if (zinnen.length === 0 && bewijs.uitsplitsingWijzigingen.length > 0) return "Antwoorden verbeterd; de aantallen per maand zijn gelijk gebleven.";
  return zinnen.length > 0 ? `${zinnen.join("; ")}.` : "Geen wijzigingen.";
}

function toonWijziging({ periode, was, wordt }: Wijziging): string {
  const nu = wordt.gestart === 0 ? "niets te melden" : `${getal(wordt.gestart)} gestart, ${getal(wordt.afgesloten)} afgesloten`;
  const eerst = was ? ` (was ${getal(was.gestart)} gestart, ${getal(was.afgesloten)} afgesloten)` : "";
  return `${toonPeriode(periode)}: ${nu}${eerst}`;
}
