import type { Cel, Rij, Veld } from "../veld";
import { BASISVELDEN } from "../veld";
import { dagVan, type Formulier, waardesleutel } from "./formulier";
import { type Lid, type Zaak, type Zelfdevraag, deelIn } from "./zelfdezaak";

/** A value, and the rows that hold it. */
export interface Waardekeuze {
  readonly sleutel: string;
  readonly waarde: Cel;
  readonly leden: readonly Lid[];
}

/** Rows of one case say different things: which is right? Answered by the key of the value. */
export interface Verschilvraag {
  readonly soort: "verschil";
  readonly id: string;
  readonly veld: Veld;
  readonly leden: readonly Lid[];
  readonly keuzes: readonly Waardekeuze[];
  readonly antwoord: string | null;
}

export type Vraag = Zelfdevraag | Verschilvraag;

/** A case that is in the registratie already, where the forms say something else: told, and left as it is. */
export interface Afwijking {
  /** Row of the registratie. */
  readonly rij: number;
  readonly veld: Veld;
  readonly registratie: Rij;
  readonly keuzes: readonly Waardekeuze[];
}

export interface Samenvoeging {
  /** Forms that were read, each content once. */
  readonly formulieren: readonly Formulier[];
  /** Cases in the forms. */
  readonly zaken: number;
  /** Of those: cases that stand in more than one form. */
  readonly vaker: number;
  /** Of those: cases that the registratie holds already. */
  readonly alAanwezig: number;
  /** The cases that come into the registratie, by start date. As long as a question is open, as if rows were different cases and the latest form were right. */
  readonly rijen: readonly Rij[];
  /** Also those that are answered. */
  readonly vragen: readonly Vraag[];
  readonly afwijkingen: readonly Afwijking[];
}

/**
 * Old forms together as rows for the registratie. The order in which files were chosen, and a file chosen twice, make no difference.
 * `registratie`: what is there already. `antwoorden`: by the question's id.
 */
export function voegFormulierenSamen(gekozen: readonly Formulier[], registratie: Formulier | null, antwoorden: ReadonlyMap<string, string>): Samenvoeging {
  const formulieren = opVolgorde(gekozen);
  const { zaken, vragen } = deelIn(formulieren, registratie, antwoorden);
  const uitFormulieren = zaken.filter(({ leden }) => leden.some(({ formulier }) => formulier !== registratie));
  const [aanwezig, nieuw] = [uitFormulieren.filter(({ bekend }) => bekend), uitFormulieren.filter(({ bekend }) => !bekend)];
  const gelezen = nieuw.map((zaak) => leesZaak(zaak, antwoorden));
  return {
    formulieren,
    zaken: uitFormulieren.length,
    vaker: uitFormulieren.filter(({ leden }) => leden.filter(({ formulier }) => formulier !== registratie).length > 1).length,
    alAanwezig: aanwezig.length,
    rijen: gelezen.map(({ rij }) => rij).toSorted(opStartdatum),
    vragen: [...vragen, ...gelezen.flatMap((zaak) => zaak.vragen)],
    afwijkingen: aanwezig.flatMap(afwijkingenVan),
  };
}

/** From old to new, each content once; what decides is what stands in the forms. */
function opVolgorde(gekozen: readonly Formulier[]): Formulier[] {
  const plaats = ({ maand, sleutel }: Formulier) => `${maand ?? ""} ${sleutel}`;
  return gekozen
    .toSorted((a, b) => (plaats(a) < plaats(b) ? -1 : plaats(a) > plaats(b) ? 1 : 0))
    .filter((formulier, i, alle) => alle.findIndex(({ sleutel }) => sleutel === formulier.sleutel) === i);
}

/** Rows without a start date come last; equal ones stay in the order of the forms. */
function opStartdatum(a: Rij, b: Rij): number {
  return (dagVan(a.startdatum) ?? ONGEDATEERD) - (dagVan(b.startdatum) ?? ONGEDATEERD);
}

const ONGEDATEERD = 1_000_000;

function leesZaak({ id, leden }: Zaak, antwoorden: ReadonlyMap<string, string>): { rij: Rij; vragen: Verschilvraag[] } {
  const vragen: Verschilvraag[] = [];
  const cellen = BASISVELDEN.map((veld): [Veld, Cel] => {
    const keuzes = keuzesVan(veld, leden);
    const laatste = keuzes.at(-1)?.waarde ?? null;
    if (keuzes.length < 2) return [veld, laatste];
    if (veld === "einddatum" && looptOp(leden)) return [veld, keuzes.reduce((tot, { waarde }) => ((dagVan(waarde) ?? 0) > (dagVan(tot) ?? 0) ? waarde : tot), laatste)];
    const vraagId = `${veld} ${id}`;
    const gekozen = keuzes.find(({ sleutel }) => sleutel === antwoorden.get(vraagId));
    vragen.push({ soort: "verschil", id: vraagId, veld, leden, keuzes, antwoord: gekozen?.sleutel ?? null });
    return [veld, gekozen ? gekozen.waarde : laatste];
  });
  // fromEntries forgets that every field is there.
  return { rij: Object.fromEntries(cellen) as Record<Veld, Cel>, vragen };
}

/** The different values of a field; empty cells say nothing. Each as it is written in the latest form. */
function keuzesVan(veld: Veld, leden: readonly Lid[]): Waardekeuze[] {
  const keuzes = new Map<string, { sleutel: string; waarde: Cel; leden: Lid[] }>();
  for (const lid of leden) {
    const waarde = lid.rij.waarden[veld] ?? null;
    const sleutel = waardesleutel(veld, waarde);
    if (sleutel === "") continue;
    keuzes.set(sleutel, { sleutel, waarde, leden: [...(keuzes.get(sleutel)?.leden ?? []), lid] });
  }
  return [...keuzes.values()];
}

/** An end date that a later month's form puts later is the latest one; put earlier, or by a form of the same month, it is a question. */
function looptOp(leden: readonly Lid[]): boolean {
  const einden = leden.flatMap(({ formulier: { maand }, rij }) => (rij.waarden.einddatum === null ? [] : [{ maand, dag: dagVan(rij.waarden.einddatum) }]));
  return einden.every((a) => einden.every((b) => a.dag !== null && b.dag !== null && (a.dag >= b.dag || (a.maand !== null && b.maand !== null && a.maand < b.maand))));
}

function afwijkingenVan({ leden, bekend }: Zaak): Afwijking[] {
  if (!bekend) return [];
  const uitFormulieren = leden.filter((lid) => lid !== bekend);
  return BASISVELDEN.flatMap((veld) => {
    const staat = waardesleutel(veld, bekend.rij.waarden[veld]);
    const keuzes = keuzesVan(veld, uitFormulieren).filter(({ sleutel }) => sleutel !== staat);
    return keuzes.length > 0 ? [{ rij: bekend.rij.rij, veld, registratie: bekend.rij.waarden, keuzes }] : [];
  });
}
