import type { Leesveld, Lijstopties } from "./controle/regel";
import { toetsCel } from "./controle/toets";
import type { Datum } from "./datum";
import { type Celbeeld, Inhouden } from "./inhouden";
import { leesDatum } from "./lezen/datums";
import { leesConsultatie, leesSisa, leesStap5 } from "./lezen/keuzes";
import { TELWAARDEN } from "./maandstanden";
import { maandnummerVanDatum } from "./periode";
import { type Basisveld, type Cel, type Kolominhoud, type Rij, BASISVELDEN, VERPLICHTE_VELDEN } from "./veld";
import type { Consultatie, Sisa, Stap5 } from "./zaak";

/** A row as it reads. */
export interface Rijbeeld {
  startdatum: Celbeeld<Datum>;
  sisa: Celbeeld<Sisa>;
  consultatie: Celbeeld<Consultatie>;
  stap5: Celbeeld<Stap5>;
  einddatum: Celbeeld<Datum>;
}

type InhoudenPerVeld = { readonly [V in Leesveld]: Inhouden<NonNullable<Rijbeeld[V]["waarde"]>> };

/** What the rows of a list hold. Positions are 0-based, blank rows included. */
export class Rijen {
  readonly lengte: number;
  /** SISA is not asked: its column is a free one, and every cell of it reads as empty. */
  readonly #zonderSisa: boolean;
  readonly #kenmerk: Cel[];
  readonly #team: Cel[];
  readonly #inhouden: InhoudenPerVeld;
  /** Per row the numbers of its five contents, side by side so that a row is found in one place of memory. */
  readonly #nummers: Uint32Array;
  /** Serves every row in turn: 100,000 short-lived objects take longer than checking them. */
  readonly #beeld: Rijbeeld;

  /** The columns are all of the same length; a field without a column is null, and every cell of it is empty. */
  constructor(inhoud: Kolominhoud, opties: Lijstopties) {
    this.lengte = Math.max(...BASISVELDEN.map((veld) => inhoud[veld]?.length ?? 0));
    this.#kenmerk = inhoud.kenmerk?.slice() ?? Array<Cel>(this.lengte).fill(null);
    this.#team = inhoud.team?.slice() ?? Array<Cel>(this.lengte).fill(null);
    this.#zonderSisa = opties.vraagstelling?.sisaLabel === null;
    this.#inhouden = inhoudenPerVeld(opties);
    this.#nummers = new Uint32Array(this.lengte * VERPLICHTE_VELDEN.length);
    VERPLICHTE_VELDEN.forEach((veld, plaats) => this.#zetKolom(plaats, this.#inhouden[veld], this.#isVrij(veld) ? null : inhoud[veld]));
    const { startdatum, sisa, consultatie, stap5, einddatum } = this.#inhouden;
    this.#beeld = { startdatum: startdatum.beeld(0), sisa: sisa.beeld(0), consultatie: consultatie.beeld(0), stap5: stap5.beeld(0), einddatum: einddatum.beeld(0) };
  }

  cel(positie: number, veld: Basisveld): Cel {
    if (veld === "kenmerk") return this.#kenmerk[positie] ?? null;
    if (veld === "team") return this.#team[positie] ?? null;
    return this.#inhouden[veld].beeld(this.#nummer(positie, VERPLICHTE_VELDEN.indexOf(veld))).cel;
  }

  /** Only to be looked at until the next row is read. */
  lees(positie: number): Rijbeeld {
    const { startdatum, sisa, consultatie, stap5, einddatum } = this.#inhouden;
    const beeld = this.#beeld;
    beeld.startdatum = startdatum.beeld(this.#nummer(positie, 0));
    beeld.sisa = sisa.beeld(this.#nummer(positie, 1));
    beeld.consultatie = consultatie.beeld(this.#nummer(positie, 2));
    beeld.stap5 = stap5.beeld(this.#nummer(positie, 3));
    beeld.einddatum = einddatum.beeld(this.#nummer(positie, 4));
    return beeld;
  }

  zet(positie: number, rij: Rij): void {
    this.#kenmerk[positie] = rij.kenmerk;
    this.#team[positie] = rij.team;
    VERPLICHTE_VELDEN.forEach((veld, plaats) => {
      this.#nummers[positie * VERPLICHTE_VELDEN.length + plaats] = this.#inhouden[veld].nummer(this.#isVrij(veld) ? null : rij[veld]);
    });
  }

  #isVrij(veld: Basisveld): boolean {
    return veld === "sisa" && this.#zonderSisa;
  }

  #nummer(positie: number, plaats: number): number {
    return this.#nummers[positie * VERPLICHTE_VELDEN.length + plaats] ?? 0;
  }

  #zetKolom(plaats: number, inhouden: Pick<Inhouden<unknown>, "nummer">, kolom: readonly Cel[] | null): void {
    if (!kolom) return;
    for (let positie = 0; positie < kolom.length; positie++) this.#nummers[positie * VERPLICHTE_VELDEN.length + plaats] = inhouden.nummer(kolom[positie] ?? null);
  }
}

function inhoudenPerVeld(opties: Lijstopties): InhoudenPerVeld {
  const datums = (veld: "startdatum" | "einddatum") =>
    new Inhouden<Datum>({
      lees: (cel) => leesDatum(cel, opties.datumstelsel),
      toets: (gelezen) => toetsCel(veld, gelezen, opties),
      telplaats: (datum) => (datum === null ? 0 : maandnummerVanDatum(datum)),
    });
  return {
    startdatum: datums("startdatum"),
    sisa: new Inhouden({ lees: leesSisa, toets: (gelezen) => toetsCel("sisa", gelezen, opties), telplaats: (waarde) => TELWAARDEN.sisa.indexOf(waarde ?? "open") }),
    consultatie: new Inhouden({ lees: leesConsultatie, toets: (gelezen) => toetsCel("consultatie", gelezen, opties), telplaats: (waarde) => TELWAARDEN.consultatie.indexOf(waarde ?? "open") }),
    stap5: new Inhouden({ lees: leesStap5, toets: (gelezen) => toetsCel("stap5", gelezen, opties), telplaats: (waarde) => TELWAARDEN.stap5.indexOf(waarde ?? "open") }),
    einddatum: datums("einddatum"),
  };
}
