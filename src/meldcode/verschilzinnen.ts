/** The words for what changes in a state, for the person who is about to send it. */
import { gedeeldeGroepen, type Groep } from "./groepen";
import { type Periode, toonPeriode } from "./periode";
import type { Stand, Uitsplitsing, Verdeling } from "./registratie";

const WOORDEN = {
  sisa: { naam: "SISA-signaal", waarden: { ja: "ja", nee: "nee", nvt: "n.v.t.", open: "nog open" } },
  consultatie: { naam: "consultatie", waarden: { geen: "geen", intern: "intern", extern: "extern", internEnExtern: "intern en extern", open: "nog open" } },
  stap5: { naam: "stap 5", waarden: { hulp: "hulp", melding: "melding", hulpEnMelding: "hulp en melding", geenVanBeide: "geen van beide", open: "nog open" } },
  doorlooptijd: { naam: "doorlooptijd", waarden: { d0tot7: "0 t/m 7 dagen", d8tot28: "8 t/m 28 dagen", d29tot91: "29 t/m 91 dagen", d92plus: "92 dagen of meer" } },
  leeftijdsgroep: {
    naam: "leeftijdsgroep",
    waarden: { j0tot3: "0 t/m 3 jaar", j4tot11: "4 t/m 11 jaar", j12tot17: "12 t/m 17 jaar", j18tot22: "18 t/m 22 jaar", j23tot64: "23 t/m 64 jaar", j65plus: "65 jaar of ouder", onbekend: "onbekend" },
  },
  geweldsvorm: {
    naam: "vorm van geweld",
    waarden: { lichamelijk: "lichamelijk", psychisch: "psychisch", seksueel: "seksueel", verwaarlozing: "verwaarlozing", financieel: "financieel", getuige: "getuige van geweld", meer: "meer dan één vorm", anders: "anders", onbekend: "onbekend" },
  },
  bekendheid: { naam: "nieuw of bekend", waarden: { nieuw: "nieuw", bekend: "al bekend", onbekend: "onbekend" } },
  kinderen: { naam: "aantal kinderen", waarden: { k0: "geen", k1: "één", k2: "twee", k3: "drie", k4plus: "vier of meer", onbekend: "onbekend" } },
} as const satisfies { [G in Groep]: { naam: string; waarden: Record<keyof NonNullable<Verdeling[G]>, string> } };

export interface GewijzigdeMaand {
  readonly periode: Periode;
  readonly was: Stand;
  readonly wordt: Stand;
  /** The changed breakdown that is told with this month; `eenMaand`: no other month in it changed. */
  readonly span: { readonly was: Uitsplitsing; readonly wordt: Uitsplitsing; readonly eenMaand: boolean } | null;
}

/** `jaar`: "jjjj", the year that needs no saying. */
export function nieuwezin(periode: Periode, { gestart, afgesloten }: Stand, jaar: string): string {
  if (gestart === 0) return `${maandnaam(periode, jaar)}: geen zaken gestart (nulopgave)`;
  const verder = afgesloten === 0 ? ", nog niet afgesloten" : afgesloten === gestart ? " en afgesloten" : `, waarvan ${afgesloten} afgesloten`;
  return `${maandnaam(periode, jaar)}: ${zaken(gestart)} gestart${verder}`;
}

export function vervallenzin(periode: Periode, { gestart }: Stand, jaar: string): string {
  return `${maandnaam(periode, jaar)}: staat niet meer in deze lijst; eerder ontvangen: ${zaken(gestart)}`;
}

export function gewijzigdzinnen({ periode, was, wordt, span }: GewijzigdeMaand, jaar: string): string[] {
  const naam = maandnaam(periode, jaar);
  const erbij = wordt.gestart - was.gestart;
  const gesloten = wordt.afgesloten - was.afgesloten;
  const uitkomst = span?.eenMaand && gesloten > 0 ? uitkomstVan(span, gesloten) : null;
  const zinnen: string[] = [];
  if (erbij !== 0) zinnen.push(`${naam}: ${zaken(Math.abs(erbij))} ${erbij > 0 ? "erbij" : "minder"}`);
  if (gesloten > 0) zinnen.push(`${naam}: ${zaken(gesloten)} afgesloten${uitkomst === null ? "" : `, ${uitkomst}`}`);
  if (gesloten < 0) zinnen.push(`${naam}: ${zaken(-gesloten)} minder afgesloten`);
  if (!span) return zinnen;

  const spannaam = naamVanSpan(span.wordt, jaar);
  const verteld = { aantal: span.wordt.aantal - span.was.aantal, afgesloten: span.wordt.afgesloten - span.was.afgesloten };
  for (const groep of gedeeldeGroepen(span.was, span.wordt)) {
    if (groep === "stap5" && uitkomst !== null) continue;
    const woorden = verschuiving(verschillen(groep, span), groep === "doorlooptijd" ? verteld.afgesloten : verteld.aantal);
    if (woorden) zinnen.push(`${spannaam}: ${WOORDEN[groep].naam} ${woorden}`);
  }
  return zinnen;
}

/** How the cases that were closed ended, when step 5 tells exactly that. */
function uitkomstVan(span: Spanparen, gesloten: number): string | null {
  const uitkomsten = verschillen("stap5", span).filter(({ waarde }) => waarde !== "open");
  if (uitkomsten.some(({ verschil }) => verschil < 0) || som(uitkomsten) !== gesloten) return null;
  return gesloten === 1 ? (uitkomsten[0]?.woord ?? null) : opsomming(uitkomsten.map(({ woord, verschil }) => `${verschil} × ${woord}`));
}

type Spanparen = NonNullable<GewijzigdeMaand["span"]>;

interface Groepsverschil {
  readonly waarde: string;
  readonly woord: string;
  readonly verschil: number;
}

/** The values of a group that occur more or less often than before. */
function verschillen(groep: Groep, { was, wordt }: Pick<Spanparen, "was" | "wordt">): Groepsverschil[] {
  const oud: Readonly<Record<string, number>> = was[groep] ?? {};
  const nieuw: Readonly<Record<string, number>> = wordt[groep] ?? {};
  return Object.entries<string>(WOORDEN[groep].waarden)
    .map(([waarde, woord]) => ({ waarde, woord, verschil: (nieuw[waarde] ?? 0) - (oud[waarde] ?? 0) }))
    .filter(({ verschil }) => verschil !== 0);
}

/** null when it follows from the number of cases that came or went (`verteld`), which has been told already. */
function verschuiving(verschillen: readonly Groepsverschil[], verteld: number): string | null {
  const meer = verschillen.filter(({ verschil }) => verschil > 0);
  const minder = verschillen.filter(({ verschil }) => verschil < 0);
  if ((verteld > 0 && minder.length === 0) || (verteld < 0 && meer.length === 0)) return null;
  const [naar, ...overigeMeer] = meer;
  const [van, ...overigeMinder] = minder;
  if (!naar && !van) return null;
  if (naar && van && overigeMeer.length === 0 && overigeMinder.length === 0 && naar.verschil === -van.verschil) {
    return `bij ${zaken(naar.verschil)} van ${van.woord} naar ${naar.woord}`;
  }
  return opsomming([...meer.map(({ woord, verschil }) => `${verschil} × ${woord} erbij`), ...minder.map(({ woord, verschil }) => `${-verschil} × ${woord} minder`)]);
}

function naamVanSpan({ van, tot }: Uitsplitsing, jaar: string): string {
  if (van === tot) return maandnaam(tot, jaar);
  return `${maandnaam(van, tot.slice(0, 4))} t/m ${van.slice(0, 4) === tot.slice(0, 4) ? maandnaam(tot, jaar) : toonPeriode(tot)}`;
}

function maandnaam(periode: Periode, jaar: string): string {
  const naam = toonPeriode(periode);
  return periode.startsWith(jaar) ? naam.slice(0, -5) : naam;
}

function zaken(aantal: number): string {
  return aantal === 1 ? "1 zaak" : `${aantal} zaken`;
}

function opsomming(delen: readonly string[]): string {
  return delen.length < 2 ? delen.join("") : `${delen.slice(0, -1).join(", ")} en ${delen.at(-1)}`;
}

function som(verschillen: readonly Groepsverschil[]): number {
  return verschillen.reduce((totaal, { verschil }) => totaal + verschil, 0);
}
