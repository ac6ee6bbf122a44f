import { INDICATOREN, type Indicator } from "../../meldcode/indicator";
import { leesPeriode, type Periode, toonPeriode } from "../../meldcode/periode";
import { KOPPEN } from "../../meldcode/veld";
import { beleidteksten } from "./teksten";
import { VORMVELDEN, type Vorm, type Vormveld } from "./vorm";

/** One change in words: what it was, what it becomes, and what organisations notice of it. */
export interface Verschil {
  readonly veld: Vormveld;
  readonly naam: string;
  readonly was: string;
  readonly wordt: string;
  readonly gevolg: string;
}

/** In the order of the form. `deze`: the month of today, from which a new deadline day holds. */
export function verschillen(was: Vorm, wordt: Vorm, deze: Periode): readonly Verschil[] {
  return VORMVELDEN.flatMap((veld) => {
    // A label counts only when it is asked, and is told with it.
    if (veld === "sisaGevraagd") return [];
    const eerst = toonVeld(was, veld);
    const nu = toonVeld(wordt, veld);
    return eerst === nu ? [] : [{ veld, naam: naamVan(veld), was: eerst, wordt: nu, gevolg: gevolgVan(veld, was, wordt, deze) }];
  });
}

export function naamVan(veld: Vormveld): string {
  return isIndicator(veld) ? KOPPEN[veld] : beleidteksten.velden[veld];
}

/** A field as a person reads it. */
export function toonVeld(vorm: Vorm, veld: Vormveld): string {
  if (isIndicator(veld)) {
    const vanaf = leesPeriode(vorm[veld]);
    return vanaf === null ? beleidteksten.nietGevraagd : beleidteksten.gevraagdVanaf(toonPeriode(vanaf));
  }
  switch (veld) {
    case "sisaLabel":
    case "sisaGevraagd":
      return vorm.sisaGevraagd ? beleidteksten.sisaKolom(vorm.sisaLabel.trim()) : beleidteksten.nietGevraagd;
    case "minimum":
      return beleidteksten.minimumIs(Number(vorm.minimum));
    case "deadlineDag":
      return beleidteksten.deadlineIs(Number(vorm.deadlineDag));
    case "helpteksten":
      return vorm.helpteksten.length === 0 ? beleidteksten.geen : vorm.helpteksten.map(({ kop, tekst }) => `${kop.trim()}: ${tekst.trim()}`).join("\n");
    default:
      return vorm[veld].trim();
  }
}

function gevolgVan(veld: Vormveld, was: Vorm, wordt: Vorm, deze: Periode): string {
  const { gevolg } = beleidteksten;
  if (isIndicator(veld)) {
    const vanaf = leesPeriode(wordt[veld]);
    if (vanaf === null) return gevolg.vraagUit;
    return was[veld] === "" ? gevolg.vraagAan(toonPeriode(vanaf)) : gevolg.vraagVanaf(toonPeriode(vanaf));
  }
  if (veld === "sisaLabel") return !wordt.sisaGevraagd ? gevolg.sisaUit : was.sisaGevraagd ? gevolg.sisaNaam : gevolg.sisaAan;
  if (veld === "minimum") return Number(wordt.minimum) < Number(was.minimum) ? gevolg.minimumLager : gevolg.minimumHoger;
  return veld === "deadlineDag" ? gevolg.deadline(toonPeriode(deze)) : gevolg.tonen;
}

function isIndicator(veld: Vormveld): veld is Indicator {
  return INDICATOREN.some((indicator) => indicator === veld);
}
