import { ORGANISATIE_VORM } from "../meldcode/code";
import { isIndicator } from "../meldcode/indicator";
import { LEZERS } from "../meldcode/koppeling/keuzes";
import { type Bereik, KEUZEVELDEN, type Keuzeveld, type Kolomwijzer, type Koppeling, Koppelingfout, WAARDEN, koppelingSchema } from "../meldcode/koppeling/koppeling";
import { veldVoorKop } from "../meldcode/lezen/koppen";
import { isBlanco, normaliseer } from "../meldcode/lezen/tekst";
import { type Cel, KOPPEN, type Veld, VELDEN } from "../meldcode/veld";
import { STANDAARDVRAAGSTELLING, type Vraagstelling } from "../meldcode/vraagstelling";
import { KOPPELINGBLADFOUTEN } from "./koppelingteksten";

/**
 * The sheet Koppeling: the mapping of an own list as rows that a person can read and correct. Visible on purpose, as the sheet Verzonden
 * is: settings and custom parts get lost (office-js #6585, #6091). A row says of what it is (Onderdeel, Veld), of which column, what
 * stands in the own list, and what that means. All cells are text.
 */
export { KOPPELING_BLAD, KOPPELING_BREEDTES, KOPPELING_KOPPEN, KOPPELING_KOPRIJ, KOPPELING_TABEL, KOPPELING_UITLEG } from "./koppelingontwerp";

const ONDERDELEN = ["Blad", "Kolom", "Andere kop", "Woord", "Lege cel", "Leeg veld", "Geen kolom", "Ander blad", "Zelfde zaak"] as const;
type Onderdeel = (typeof ONDERDELEN)[number];

/** What a column can be for: a field, deciding which rows are no cases, deciding N.v.t., or saying whose case it is. */
type Rol = Veld | "filter" | "leeftijd" | "organisatie";
const ROLNAMEN: Readonly<Record<Rol, string>> = { ...KOPPEN, filter: "Rijen weglaten", leeftijd: "Leeftijd", organisatie: "Organisatie" };
const ROLLEN: readonly Rol[] = [...VELDEN, "filter", "leeftijd", "organisatie"];
const MEESTE_KOLOMMEN: Readonly<Record<Rol, number>> = { kenmerk: 1, team: 1, startdatum: 1, sisa: 1, consultatie: 2, stap5: 2, einddatum: 1, leeftijdsgroep: 1, geweldsvorm: 1, bekendheid: 1, kinderen: 1, filter: Infinity, leeftijd: 1, organisatie: 1 };

const LEEG = "(leeg)";
/** Of a column of which words are known: any other word is told. */
const NIEUWE_MELDEN = "nieuwe woorden melden";
const NAAST = "leeg, de andere kolom is ingevuld";
const NIETS = "niets ingevuld";
const GEEN_KOLOM = "staat niet in de lijst";
const TERUGKEER = "zelfde kenmerk en startdatum op een later blad";
const TERUGKEER_IS = { true: "één zaak", false: "verschillende zaken" } as const;
const TELT = { tellen: "telt mee", weglaten: "telt niet mee" } as const;
const LEEFTIJD_IS = { leeftijd: "leeftijd op de startdatum", geboortedatum: "geboortedatum" } as const;

/** What a row can say of that column, as people read it; empty when it can say nothing. */
function betekenissen(rol: Rol, onderdeel: Onderdeel = "Woord"): Readonly<Record<string, string>> {
  const open = { open: isIndicator(rol) ? "Onbekend" : "Nog open" };
  if (rol === "leeftijd") return onderdeel === "Kolom" ? LEEFTIJD_IS : {};
  if (isKeuzeveld(rol)) return { ...WAARDEN[rol], ...open, ...(MEESTE_KOLOMMEN[rol] === 1 || onderdeel === "Leeg veld" ? {} : { ja: "Ja (de andere kolom zegt wat)", niet: "Dit niet" }) };
  if (onderdeel !== "Woord") return {};
  return rol === "filter" ? TELT : rol === "einddatum" ? open : {};
}

/**
 * The rows below KOPPELING_KOPPEN. Where the SISA column has another name, the sheet says that name and what it is: the name may change.
 */
export function koppelingrijen(koppeling: Koppeling, { sisaLabel }: Vraagstelling = STANDAARDVRAAGSTELLING): readonly (readonly string[])[] {
  const rijen = rijenVan(koppeling);
  return sisaLabel === null || sisaLabel === KOPPEN.sisa ? rijen : rijen.map(([onderdeel = "", veld = "", ...rest]) => [onderdeel, veld === KOPPEN.sisa ? `${sisaLabel} (SISA)` : veld, ...rest]);
}

function rijenVan(koppeling: Koppeling): readonly (readonly string[])[] {
  const { bereiken, andereBladen = [], velden, filters, leeftijd, zelfdeZaak, organisatie } = koppeling;
  return [
    ...bereiken.map((bereik) => ["Blad", "", "", bereik.kolommen ?? "", toonTekst(bereik.blad), toonKoprij(bereik)]),
    ...andereBladen.map((blad) => ["Ander blad", "", "", "", toonTekst(blad), TELT.weglaten]),
    ...VELDEN.flatMap((veld) => veldrijen(veld, velden[veld])),
    ...filters.flatMap((filter) => [
      kolomrij("filter", filter, filter.tellen ? NIEUWE_MELDEN : ""),
      ...andereKoppen("filter", filter),
      ...(["weglaten", "tellen"] as const).flatMap((soort) => (filter[soort] ?? []).map((woord) => rij("Woord", "filter", filter, woord === "" ? LEEG : toonTekst(woord), TELT[soort]))),
    ]),
    ...(leeftijd ? [kolomrij("leeftijd", leeftijd, LEEFTIJD_IS[leeftijd.soort]), ...andereKoppen("leeftijd", leeftijd)] : geenKolom("leeftijd", leeftijd)),
    ...(organisatie
      ? [kolomrij("organisatie", organisatie, ""), ...andereKoppen("organisatie", organisatie), ...Object.entries(organisatie.waarden).map(([woord, id]) => rij("Woord", "organisatie", organisatie, toonTekst(woord), id))]
      : geenKolom("organisatie", organisatie)),
    ...(zelfdeZaak === undefined ? [] : [["Zelfde zaak", "", "", "", TERUGKEER, TERUGKEER_IS[`${zelfdeZaak}`]]]),
  ];
}

function veldrijen(veld: Veld, deel: Koppeling["velden"][Veld]): string[][] {
  if (!deel) return [];
  const namen = betekenissen(veld);
  const kolommen = deel.kolommen.flatMap((kolom: Kolomwijzer & { waarden?: Record<string, string> | undefined; leeg?: string | undefined }) => [
    kolomrij(veld, kolom, kolom.waarden && isKeuzeveld(veld) ? NIEUWE_MELDEN : ""),
    ...andereKoppen(veld, kolom),
    ...Object.entries(kolom.waarden ?? {}).map(([woord, wat]) => rij("Woord", veld, kolom, toonTekst(woord), namen[wat] ?? wat)),
    ...(kolom.leeg === undefined ? [] : [rij("Lege cel", veld, kolom, NAAST, namen[kolom.leeg] ?? kolom.leeg)]),
  ]);
  return [
    ...(kolommen.length > 0 ? kolommen : [["Geen kolom", ROLNAMEN[veld], "", "", "", GEEN_KOLOM]]),
    ...("leeg" in deel && deel.leeg !== undefined ? [["Leeg veld", ROLNAMEN[veld], "", "", NIETS, namen[deel.leeg] ?? deel.leeg]] : []),
  ];
}

function rij(onderdeel: Onderdeel, rol: Rol, { kop, kolom = "" }: Kolomwijzer, inUwLijst: string, betekent: string): string[] {
  return [onderdeel, ROLNAMEN[rol], toonTekst(kop), kolom, inUwLijst, betekent];
}

function kolomrij(rol: Rol, kolom: Kolomwijzer, betekent: string): string[] {
  return rij("Kolom", rol, kolom, "", betekent);
}

/** It was decided that no column says it; undefined: nothing was. */
function geenKolom(rol: Rol, deel: null | undefined): string[][] {
  return deel === null ? [["Geen kolom", ROLNAMEN[rol], "", "", "", GEEN_KOLOM]] : [];
}

function andereKoppen(rol: Rol, kolom: Kolomwijzer): string[][] {
  return (kolom.andereKoppen ?? []).map((kop) => rij("Andere kop", rol, kolom, toonTekst(kop), "dezelfde kolom"));
}

function toonKoprij({ koprij, koprijen = 1, laatsteRij }: Bereik): string {
  const koppen = koprijen === 1 ? `koppen in rij ${koprij}` : `koppen in rij ${koprij - koprijen + 1} tot en met ${koprij}`;
  return koppen + (laatsteRij === undefined ? "" : `, laatste rij ${laatsteRij}`);
}

/** Between quotes when it would not be read back as it is. */
function toonTekst(tekst: string): string {
  return tekst !== tekst.trim() || /^".*"$/s.test(tekst) || tekst === LEEG ? `"${tekst}"` : tekst;
}

function leesTekst(cel: string): string {
  return /^".*"$/s.test(cel) ? cel.slice(1, -1) : cel;
}

/** A column as it is read from the sheet; the schema says at the end what of it that field knows. */
interface Kolomopbouw {
  readonly kop: string;
  readonly kolom?: string;
  andereKoppen?: string[];
  waarden?: Record<string, string>;
  leeg?: string;
  weglaten?: string[];
  tellen?: string[];
  soort?: string;
}

/**
 * The mapping on the sheet. `rijen`: the cells below the header, in the order of KOPPELING_KOPPEN; `eersteRij`: the sheet's row of the first.
 * @throws Koppelingfout with one Dutch sentence that names the row.
 */
export function leesKoppelingblad(rijen: readonly (readonly Cel[])[], eersteRij = 2): Koppeling {
  return new Bladlezer(rijen.map((cellen, i) => new Bladrij(eersteRij + i, cellen))).lees();
}

class Bladrij {
  readonly onderdeel: Onderdeel | null;
  /** Header and letters as they are written. */
  readonly kop: string;
  readonly letter: string;
  readonly inUwLijst: string;
  readonly betekent: string;
  readonly #veld: string;

  constructor(
    readonly nummer: number,
    cellen: readonly Cel[],
  ) {
    const [onderdeel = "", veld = "", kop = "", letter = "", inUwLijst = "", betekent = ""] = cellen.map((cel) => (cel === null ? "" : String(cel).trim()));
    this.onderdeel = [onderdeel, veld, kop, letter, inUwLijst, betekent].every(isBlanco) ? null : this.#kies(ONDERDELEN, (o) => o, onderdeel, "onderdeel");
    [this.#veld, this.kop, this.letter, this.inUwLijst, this.betekent] = [veld, leesTekst(kop), letter.toUpperCase(), inUwLijst, betekent];
  }

  get rol(): Rol {
    if (/\(sisa\)$/i.test(this.#veld)) return "sisa";
    return veldVoorKop(this.#veld) ?? this.#kies(ROLLEN, (rol) => ROLNAMEN[rol], this.#veld, "veld");
  }

  /** What it means for that column, by how it is shown or by what a list may hold for it. */
  betekenis(rol: Rol): string {
    if (rol === "organisatie" && this.onderdeel === "Woord") return this.#organisatie();
    const gelezen = isKeuzeveld(rol) ? LEZERS[rol](this.betekent).waarde : null;
    const namen = betekenissen(rol, this.onderdeel ?? "Woord");
    if (Object.keys(namen).length === 0) throw new Koppelingfout(KOPPELINGBLADFOUTEN.pastNiet(this.nummer, this.onderdeel ?? "", ROLNAMEN[rol]));
    const getoond = Object.keys(namen).find((sleutel) => gelijk(namen[sleutel] ?? "", this.betekent));
    return getoond ?? gelezen ?? this.#kies(Object.keys(namen), (sleutel) => namen[sleutel] ?? sleutel, this.betekent, "betekenis");
  }

  #organisatie(): string {
    const organisatieId = this.betekent.toUpperCase();
    if (!ORGANISATIE_VORM.test(organisatieId)) throw new Koppelingfout(KOPPELINGBLADFOUTEN.organisatie(this.nummer, this.betekent));
    return organisatieId;
  }

  get wijzer(): { kop: string; kolom?: string } {
    if (!/^[A-Z]{0,3}$/.test(this.letter)) throw new Koppelingfout(KOPPELINGBLADFOUTEN.letter(this.nummer, this.letter));
    return { kop: this.kop, ...(this.letter === "" ? {} : { kolom: this.letter }) };
  }

  get bereik(): Bereik {
    if (!/^([A-Z]{1,3}:[A-Z]{1,3})?$/.test(this.letter)) throw new Koppelingfout(KOPPELINGBLADFOUTEN.letter(this.nummer, this.letter));
    const [, van, tot = van, laatste] = /rij(?:en)? ?(\d{1,7})(?: (?:tot en met|en|t\/m) (\d{1,7}))?(?:,? laatste rij (\d{1,7}))?$/i.exec(this.betekent) ?? [];
    const gelezen = koppelingSchema.shape.bereiken.def.element.safeParse({
      blad: leesTekst(this.inUwLijst),
      koprij: Number(tot),
      ...(van === tot ? {} : { koprijen: Number(tot) - Number(van) + 1 }),
      ...(this.letter === "" ? {} : { kolommen: this.letter }),
      ...(laatste === undefined ? {} : { laatsteRij: Number(laatste) }),
    });
    if (!gelezen.success) throw new Koppelingfout(KOPPELINGBLADFOUTEN.koprij(this.nummer, this.betekent));
    return gelezen.data;
  }

  get woord(): string {
    if (this.inUwLijst === "") throw new Koppelingfout(KOPPELINGBLADFOUTEN.woord(this.nummer));
    return gelijk(this.inUwLijst, LEEG) ? "" : leesTekst(this.inUwLijst);
  }

  #kies<T extends string>(mogelijk: readonly T[], naam: (keuze: T) => string, tekst: string, fout: "onderdeel" | "veld" | "betekenis"): T {
    const keuze = mogelijk.find((een) => gelijk(naam(een), tekst) || gelijk(een, tekst));
    if (keuze === undefined) throw new Koppelingfout(KOPPELINGBLADFOUTEN[fout](this.nummer, tekst, mogelijk.map(naam)));
    return keuze;
  }
}

class Bladlezer {
  readonly #kolommen = new Map<Rol, { readonly bij: Bladrij; readonly kolom: Kolomopbouw }[]>();
  readonly #leeg = new Map<Rol, string>();
  readonly #zonder = new Set<Rol>();

  constructor(readonly rijen: readonly Bladrij[]) {}

  lees(): Koppeling {
    const van = (...onderdelen: Onderdeel[]) => this.rijen.filter(({ onderdeel }) => onderdeel !== null && onderdelen.includes(onderdeel));
    // Columns first: a person may sort the sheet.
    van("Kolom").forEach((bladrij) => this.#leesKolom(bladrij));
    van("Andere kop", "Woord", "Lege cel").forEach((bladrij) => this.#leesBij(bladrij));
    van("Leeg veld").forEach((bladrij) => this.#leeg.set(bladrij.rol, bladrij.betekenis(bladrij.rol)));
    van("Geen kolom").forEach(({ rol }) => this.#zonder.add(rol));
    const andere = van("Ander blad");
    const [terugkeer] = van("Zelfde zaak");
    const [leeftijd] = this.#van("leeftijd");
    const [organisatie] = this.#van("organisatie");
    const velden = VELDEN.filter((veld) => this.#van(veld).length > 0 || this.#zonder.has(veld) || this.#leeg.has(veld));
    const gelezen = koppelingSchema.safeParse({
      schema: "koppeling/1",
      bereiken: van("Blad").map(({ bereik }) => bereik),
      ...(andere.length > 0 ? { andereBladen: andere.map(({ inUwLijst }) => leesTekst(inUwLijst)) } : {}),
      velden: Object.fromEntries(velden.map((veld) => [veld, { kolommen: this.#van(veld), ...(this.#leeg.has(veld) ? { leeg: this.#leeg.get(veld) } : {}) }])),
      filters: this.#van("filter"),
      ...(leeftijd ? { leeftijd } : this.#zonder.has("leeftijd") ? { leeftijd: null } : {}),
      ...(organisatie ? { organisatie } : this.#zonder.has("organisatie") ? { organisatie: null } : {}),
      ...(terugkeer ? { zelfdeZaak: gelijk(terugkeer.betekent, TERUGKEER_IS.true) } : {}),
    });
    if (!gelezen.success) throw new Koppelingfout(KOPPELINGBLADFOUTEN.onvolledig);
    return gelezen.data;
  }

  #van(rol: Rol): Kolomopbouw[] {
    return (this.#kolommen.get(rol) ?? []).map(({ kolom }) => kolom);
  }

  #leesKolom(bij: Bladrij): void {
    const { rol, betekent } = bij;
    const kolom: Kolomopbouw = bij.wijzer;
    const meldt = gelijk(betekent, NIEUWE_MELDEN);
    if (rol === "filter") kolom.weglaten = [];
    if (rol === "filter" && meldt) kolom.tellen = [];
    if ((isKeuzeveld(rol) && meldt) || rol === "organisatie") kolom.waarden = {};
    if (rol === "leeftijd") kolom.soort = bij.betekenis(rol);
    const andere = this.#kolommen.get(rol) ?? [];
    if (andere.length >= MEESTE_KOLOMMEN[rol]) throw new Koppelingfout(KOPPELINGBLADFOUTEN.teVeel(bij.nummer, ROLNAMEN[rol], MEESTE_KOLOMMEN[rol]));
    this.#kolommen.set(rol, [...andere, { bij, kolom }]);
  }

  #leesBij(bij: Bladrij): void {
    const { rol } = bij;
    const kolom = this.#kolomBij(bij, rol);
    switch (bij.onderdeel) {
      case "Andere kop":
        (kolom.andereKoppen ??= []).push(leesTekst(bij.inUwLijst));
        return;
      case "Lege cel":
        kolom.leeg = bij.betekenis(rol);
        return;
      default:
        if (rol === "filter") (bij.betekenis(rol) === "tellen" ? (kolom.tellen ??= []) : (kolom.weglaten ??= [])).push(bij.woord);
        else (kolom.waarden ??= {})[bij.woord] = bij.betekenis(rol);
    }
  }

  /** The one column of that field; of several the one with that header and those letters, the nearest above. */
  #kolomBij(bij: Bladrij, rol: Rol): Kolomopbouw {
    const alle = this.#kolommen.get(rol) ?? [];
    const zelfde = alle.filter(({ bij: { kop, letter } }) => (bij.kop === "" && bij.letter === "") || (kop === bij.kop && letter === bij.letter));
    const erboven = zelfde.filter(({ bij: { nummer } }) => nummer < bij.nummer);
    const gekozen = erboven.at(-1) ?? zelfde[0] ?? (alle.length === 1 ? alle[0] : undefined);
    if (!gekozen) throw new Koppelingfout(KOPPELINGBLADFOUTEN.kolom(bij.nummer, ROLNAMEN[rol]));
    return gekozen.kolom;
  }
}

function isKeuzeveld(rol: Rol): rol is Keuzeveld {
  return KEUZEVELDEN.some((veld) => veld === rol);
}

function gelijk(a: string, b: string): boolean {
  return normaliseer(a) === normaliseer(b);
}
