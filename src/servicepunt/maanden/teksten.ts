import { maandnummer, type Periode, toonPeriode } from "../../meldcode/periode";
import { aantal, organisaties, toonGetal } from "../teksten";

/** "maart 2026 en mei 2026 tot en met december 2026"; `perioden` in order. */
function maanden(perioden: readonly Periode[]): string {
  const reeksen: [eerste: Periode, laatste: Periode][] = [];
  for (const periode of perioden) {
    const reeks = reeksen.at(-1);
    if (reeks && maandnummer(periode) === maandnummer(reeks[1]) + 1) reeks[1] = periode;
    else reeksen.push([periode, periode]);
  }
  const namen = reeksen.map(([eerste, laatste]) => (eerste === laatste ? toonPeriode(eerste) : `${toonPeriode(eerste)} ${maandnummer(laatste) === maandnummer(eerste) + 1 ? "en" : "tot en met"} ${toonPeriode(laatste)}`));
  return namen.length > 1 ? `${namen.slice(0, -1).join(", ")} en ${namen.at(-1)}` : (namen[0] ?? "");
}
/** In a heading: a few by name, more by how many there are. */
const welke = (perioden: readonly Periode[]): string => (perioden.length > 2 ? aantalMaanden(perioden.length) : hoofdletter(maanden(perioden)));
const zijn = (n: number): string => (n === 1 ? "is" : "zijn");
const deze = (n: number): string => (n === 1 ? "deze maand" : "deze maanden");
const aantalMaanden = (n: number): string => aantal(n, "maand", "maanden");

/** Every Dutch sentence of the screen Maanden. */
export const maandteksten = {
  titel: "Maanden",
  uitleg: "Een gesloten maand kan geen organisatie meer wijzigen; wat is ontvangen, blijft staan. Sluit een maand als haar cijfers vaststaan, bijvoorbeeld omdat het jaarverslag klaar is.",
  laden: "De maanden worden opgehaald…",
  titelFout: "De maanden kunnen nu niet worden opgehaald",
  gesloten: "gesloten",
  open: "open",
  looptNog: "loopt nog",
  gereageerd: (n: number, van: number) => `${toonGetal(n)} van ${toonGetal(van)} gereageerd`,
  geslotenIn: (n: number, jaar: string) => (n === 0 ? `Niets van ${jaar} is gesloten` : `${aantalMaanden(n)} van ${jaar} ${zijn(n)} gesloten`),
  heelJaar: (jaar: string) => `Alle maanden van ${jaar} kiezen`,
  eerder: (jaar: string) => `Ook ${jaar} tonen`,
  gekozen: (n: number) => `${aantalMaanden(n)} gekozen`,
  welke: (perioden: readonly Periode[]) => `Het gaat om ${maanden(perioden)}.`,
  wisKeuze: "Keuze wissen",
  sluitKnop: (n: number) => `${n === 1 ? "Maand" : aantalMaanden(n)} sluiten…`,
  openKnop: (n: number) => `${n === 1 ? "Maand" : aantalMaanden(n)} openen…`,
  kies: "Kies een of meer maanden om ze te sluiten of te openen.",

  sluit: {
    vraag: (perioden: readonly Periode[]) => `${welke(perioden)} sluiten?`,
    knop: (n: number) => (n === 1 ? "Maand sluiten" : "Maanden sluiten"),
    gevolg: (n: number) => `Organisaties kunnen ${deze(n)} daarna niet meer wijzigen, en ook niet alsnog insturen. Wat is ontvangen, blijft staan. Verbeteren ze in hun eigen lijst toch iets in ${deze(n)}, dan verzendt de rest gewoon.`,
    ontbreekt: "Nog niet van iedereen ontvangen:",
    ontbreektIn: (periode: Periode, n: number, van: number) => `${toonPeriode(periode)}: van ${toonGetal(n)} van de ${organisaties(van)} niets`,
    ontbreektMeer: (n: number) => `en ${n === 1 ? "nog een maand" : `nog ${aantalMaanden(n)}`}`,
    terug: "U kunt een maand later weer openen, of één organisatie een uitzondering geven.",
    mislukt: "Niet alles is gesloten",
  },
  opening: {
    vraag: (perioden: readonly Periode[]) => `${welke(perioden)} openen?`,
    knop: (n: number) => (n === 1 ? "Maand openen" : "Maanden openen"),
    gevolg: (n: number) => `Alle organisaties kunnen ${deze(n)} dan weer wijzigen. Cijfers die u al gebruikte, bijvoorbeeld in een jaarverslag, kunnen daardoor veranderen. Gaat het om één organisatie? Geef haar dan een uitzondering, in haar dossier bij Toegang.`,
    uitzonderingen: (n: number) => `${aantal(n, "uitzondering op deze maand", "uitzonderingen hierop")} ${n === 1 ? "vervalt" : "vervallen"}: nodig ${n === 1 ? "is zij" : "zijn ze"} dan niet meer.`,
    mislukt: "Niet alles is geopend",
  },

  uitzonderingen: {
    titel: "Uitzonderingen",
    geen: "Er zijn geen uitzonderingen. Moet één organisatie een gesloten maand toch wijzigen, geef haar dan een uitzondering in haar dossier, bij Toegang.",
    uitleg: "Deze organisaties mogen een gesloten maand toch wijzigen. Neem de uitzondering terug als het herstel binnen is.",
    neemTerug: "Terugnemen",
    neemTerugVan: (naam: string, periode: Periode) => `Uitzondering van ${naam} op ${toonPeriode(periode)} terugnemen`,
    vraag: (periode: Periode) => `De uitzondering op ${toonPeriode(periode)} terugnemen?`,
    gevolg: (naam: string, periode: Periode) => `${naam} kan ${toonPeriode(periode)} dan niet meer wijzigen. Wat intussen is ontvangen, blijft staan.`,
  },
} as const;

function hoofdletter(tekst: string): string {
  return tekst.slice(0, 1).toUpperCase() + tekst.slice(1);
}
