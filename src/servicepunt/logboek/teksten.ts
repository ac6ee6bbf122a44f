import { leesPeriode, toonPeriode } from "../../meldcode/periode";
import { SECTOREN, SECTORNAMEN } from "../../meldcode/sector";
import type { Daad } from "../../meldcode/uitwisseling/auditlog";
import { aantal, toonGetal } from "../teksten";

/** What a line is about, as it was written down. */
export type Waarover = Readonly<Record<string, string | number>>;
/** A sentence in pieces: an organisation in it is shown with its name. */
export type Zin = readonly (string | { readonly organisatieId: string })[];

const organisatie = (w: Waarover) => ({ organisatieId: String(w.organisatie ?? "") });
const maand = (w: Waarover, veld = "periode"): string => {
  const gelezen = leesPeriode(String(w[veld] ?? ""));
  return gelezen ? toonPeriode(gelezen) : String(w[veld] ?? "");
};
const getal = (w: Waarover, veld: string): number => Number(w[veld] ?? 0);

const ONDERDELEN: Readonly<Record<string, string>> = {
  gemeente: "de naam van de gemeente",
  contact: "het contact",
  helpUrl: "de hulppagina",
  helpteksten: "de helpteksten",
  sisaLabel: "de SISA-vraag",
  extraIndicatoren: "de extra vragen",
  minimum: "het minimum",
  deadlineDag: "de uiterste dag",
  geslotenMaanden: "de gesloten maanden",
  uitzonderingen: "de uitzonderingen",
  naam: "de naam",
  sector: "de sector",
  grootte: "de grootte",
  clienten: "het aantal cliënten",
  wijk: "de wijk",
  bestuur: "het bestuur",
  ritme: "het ritme",
  eenpersoons: "of zij een eenpersoonspraktijk is",
  vestigingsnummer: "het vestigingsnummer",
  kvk: "het KVK-nummer",
  brin: "het BRIN",
  lrk: "het LRK-nummer",
  agb: "de AGB-code",
};
function onderdelen(w: Waarover): string {
  const namen = String(w.onderdelen ?? "").split(", ").filter(Boolean).map((naam) => ONDERDELEN[naam] ?? naam);
  return namen.length > 1 ? `${namen.slice(0, -1).join(", ")} en ${namen.at(-1)}` : (namen[0] ?? "niets");
}

function exportzin(w: Waarover): string {
  if (w.wat !== "responsoverzicht") return "heeft alle cijfers geëxporteerd";
  const sector = SECTOREN.find((s) => s === w.sector);
  return `heeft het responsoverzicht geëxporteerd van ${maand(w, "van")} tot en met ${maand(w, "tot")}${sector ? `, sector ${SECTORNAMEN[sector]}` : ""}${w.gezocht ? ", met een zoektekst" : ""}`;
}

/** What somebody did, after the name. */
export const DAADZINNEN: Readonly<Record<Daad, (w: Waarover) => Zin>> = {
  aanmelden: (w) => [`heeft zich aangemeld (rol ${w.rol ?? "onbekend"})`],
  "aanmelden-mislukt": () => ["probeerde zich aan te melden; dat lukte niet"],
  afmelden: () => ["heeft zich afgemeld"],
  "organisatie-toegevoegd": (w) => ["heeft ", organisatie(w), " in het register opgenomen"],
  "organisatie-gewijzigd": (w) => ["heeft van ", organisatie(w), ` ${onderdelen(w)} gewijzigd${w.sleutels ? `; ${aantal(getal(w, "sleutels"), "sleutel werkt", "sleutels werken")} niet meer` : ""}`],
  "activeringscode-uitgegeven": (w) => (w.organisatie ? ["heeft een activeringscode uitgegeven voor ", organisatie(w)] : [`heeft een code uitgegeven voor het bestuur ${w.bestuur ?? ""}`]),
  "toegang-ingetrokken": (w) => ["heeft alle toegang ingetrokken van ", organisatie(w), ` (${aantal(getal(w, "sleutels"), "sleutel", "sleutels")}, ${aantal(getal(w, "codes"), "code", "codes")})`],
  "periode-gesloten": (w) => [`heeft ${maand(w)} gesloten`],
  "periode-geopend": (w) => [`heeft ${maand(w)} geopend`],
  "uitzondering-gegeven": (w) => ["heeft ", organisatie(w), ` een uitzondering gegeven op ${maand(w)}`],
  "uitzondering-ingetrokken": (w) => ["heeft de uitzondering teruggenomen van ", organisatie(w), ` op ${maand(w)}`],
  "beleid-gewijzigd": (w) => [`heeft het beleid gewijzigd: ${onderdelen(w)} (versie ${w.versie ?? "onbekend"})`],
  "account-gezet": (w) => [`heeft het account ${w.account ?? ""} gemaakt of gewijzigd (rol ${w.rol ?? "onbekend"})`],
  "account-ingetrokken": (w) => [`heeft het account ${w.account ?? ""} ingetrokken`],
  "sessies-beeindigd": (w) => [`heeft iedereen afgemeld (${aantal(getal(w, "aantal"), "sessie", "sessies")})`],
  "dossier-ingezien": (w) => ["heeft het dossier bekeken van ", organisatie(w)],
  export: (w) => [exportzin(w)],
  "reservekopie-gemaakt": () => ["heeft een reservekopie gemaakt"],
  "reservekopie-teruggezet": () => ["heeft een reservekopie teruggezet"],
  "database-overgezet": () => ["heeft de gegevens naar een andere database overgezet"],
  "bewaartermijnen-toegepast": () => ["heeft verwijderd wat niet langer bewaard mag worden"],
  "auditlog-ingekort": (w) => [`heeft de regels van vóór ${maand({ voor: String(w.voor).slice(0, 7) }, "voor")} uit dit logboek verwijderd, omdat de bewaartermijn voorbij is`],
};

/** The kinds to choose from. */
export const DAADNAMEN: Readonly<Record<Daad, string>> = {
  aanmelden: "Aangemeld",
  "aanmelden-mislukt": "Aanmelden mislukt",
  afmelden: "Afgemeld",
  "organisatie-toegevoegd": "Organisatie toegevoegd",
  "organisatie-gewijzigd": "Organisatie gewijzigd",
  "activeringscode-uitgegeven": "Activeringscode uitgegeven",
  "toegang-ingetrokken": "Toegang ingetrokken",
  "periode-gesloten": "Maand gesloten",
  "periode-geopend": "Maand geopend",
  "uitzondering-gegeven": "Uitzondering gegeven",
  "uitzondering-ingetrokken": "Uitzondering teruggenomen",
  "beleid-gewijzigd": "Beleid gewijzigd",
  "account-gezet": "Account gemaakt of gewijzigd",
  "account-ingetrokken": "Account ingetrokken",
  "sessies-beeindigd": "Iedereen afgemeld",
  "dossier-ingezien": "Dossier bekeken",
  export: "Geëxporteerd",
  "reservekopie-gemaakt": "Reservekopie gemaakt",
  "reservekopie-teruggezet": "Reservekopie teruggezet",
  "database-overgezet": "Database overgezet",
  "bewaartermijnen-toegepast": "Bewaartermijnen toegepast",
  "auditlog-ingekort": "Logboek ingekort",
};

/** Every other Dutch sentence of the screen Logboek. */
export const logteksten = {
  titel: "Logboek",
  uitleg: "Wie wat deed bij het Servicepunt, de nieuwste regel eerst. Er staan geen cijfers in en niets wat iemand als zoektekst typte.",
  rolNodig: "Om het logboek te lezen is de rol beheren nodig; vraag die aan uw beheerder.",
  laden: "Het logboek wordt opgehaald…",
  titelFout: "Het logboek kan nu niet worden opgehaald",
  soort: "Wat",
  alleSoorten: "Alles",
  organisatie: "Organisatie",
  organisatieVoorbeeld: "Naam of ORG-code",
  organisatieKeuze: (naam: string, id: string) => `${naam} (${id})`,
  organisatieUitleg: "Typ een deel van de naam en kies uit de lijst.",
  alleen: (naam: string) => `Alleen over ${naam}`,
  toonAlles: "Alles tonen",
  leeg: "Hier staat nog niets.",
  nietsGevonden: (tot: string | null) => (tot === null ? "In het hele logboek staat geen regel die hierbij past." : `Tot en met ${tot} terug staat er geen regel die hierbij past.`),
  doorzocht: (tot: string) => `Doorzocht terug tot en met ${tot}.`,
  verder: "Verder terug",
  einde: "Dit is het begin van het logboek.",
  iemand: "Iemand die niet is aangemeld",
  dienst: "De dienst zelf",
  opDeServer: (naam: string) => `${naam} (op de server)`,
  sluitAan: "De getoonde regels sluiten op elkaar aan: er is niets tussenuit gehaald of verschoven. Of ook de inhoud nog is zoals zij werd geschreven, loopt uw beheerder na met ‘beheer audit controleer’.",
  sluitNietAan: (nummer: number) => `Let op: bij regel ${toonGetal(nummer)} sluit het logboek niet aan op de regel ervoor. Er kan iets zijn verwijderd of gewijzigd. Meld dit bij uw beheerder; die kan het nalopen met ‘beheer audit controleer’.`,
} as const;
