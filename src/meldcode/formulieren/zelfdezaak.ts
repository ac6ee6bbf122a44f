import { kenmerksleutel } from "../controle/kenmerk";
import { zaaksleutel } from "../koppeling/zelfdezaak";
import { BASISVELDEN } from "../veld";
import { type Formulier, type Formulierrij, STELSEL, waardesleutel } from "./formulier";

/** A row of a form, as part of a case. */
export interface Lid {
  readonly formulier: Formulier;
  readonly rij: Formulierrij;
}

export interface Zaak {
  readonly id: string;
  /** From old to new; at most one of each form. */
  readonly leden: readonly Lid[];
  /** Its row in the registratie, when it is there already. */
  readonly bekend: Lid | null;
}

/** Is this row the same case as one of these? Answered by the id of that case, or ANDERE_ZAAK. */
export interface Zelfdevraag {
  readonly soort: "zelfde-zaak";
  readonly id: string;
  readonly lid: Lid;
  readonly kandidaten: readonly Kandidaat[];
  readonly antwoord: string | null;
}

export interface Kandidaat {
  readonly zaak: string;
  /** The row of it to compare with: of the latest form. */
  readonly lid: Lid;
  /** Nothing differs. */
  readonly gelijk: boolean;
}

export const ANDERE_ZAAK = "andere";

/**
 * Which rows of different forms are one case. The same reference and start date say so. Without a reference nothing does: the same day
 * and the same answers may be two children, so that is asked. Two rows of one form are two cases, also when they are equal.
 * `formulieren`: from old to new.
 */
export function deelIn(formulieren: readonly Formulier[], registratie: Formulier | null, antwoorden: ReadonlyMap<string, string>): { zaken: Zaak[]; vragen: Zelfdevraag[] } {
  const indeling = new Indeling(registratie, antwoorden);
  if (registratie) indeling.neem(registratie);
  for (const formulier of formulieren) indeling.neem(formulier);
  return { zaken: indeling.zaken, vragen: indeling.vragen };
}

interface Zaakopbouw {
  readonly id: string;
  readonly leden: Lid[];
  readonly bekend: Lid | null;
}

class Indeling {
  readonly zaken: Zaakopbouw[] = [];
  readonly vragen: Zelfdevraag[] = [];
  readonly #perDag = new Map<string, Zaakopbouw[]>();

  constructor(
    readonly registratie: Formulier | null,
    readonly antwoorden: ReadonlyMap<string, string>,
  ) {}

  neem(formulier: Formulier): void {
    const leden = formulier.rijen.map((rij): Lid => ({ formulier, rij }));
    const gelijkGenoemd = new Map<string | null, number>();
    for (const lid of leden) gelijkGenoemd.set(sleutelVan(lid), (gelijkGenoemd.get(sleutelVan(lid)) ?? 0) + 1);
    // What is certain goes first: then it is no choice for the rows that are not.
    const open = leden.filter((lid) => {
      const [zaak, ...meer] = this.#opDezeDag(lid).filter((kandidaat) => isZelfde(lid, kandidaat));
      if (!zaak || meer.length > 0 || gelijkGenoemd.get(sleutelVan(lid)) !== 1) return true;
      zaak.leden.push(lid);
      return false;
    });
    for (const lid of open) this.#plaats(lid);
  }

  #opDezeDag(lid: Lid): readonly Zaakopbouw[] {
    return this.#perDag.get(dagsleutel(lid)) ?? [];
  }

  #plaats(lid: Lid): void {
    const id = `${lid.formulier.sleutel} ${lid.rij.rij}`;
    const vrij = this.#opDezeDag(lid).filter(({ leden }) => leden.every(({ formulier }) => formulier !== lid.formulier));
    const gelijkGenoemd = vrij.filter((zaak) => isZelfde(lid, zaak));
    const mogelijk = gelijkGenoemd.length > 0 ? gelijkGenoemd : vrij.filter((zaak) => !spreektTegen(lid, zaak));
    if (mogelijk.length === 0) return this.#begin(id, lid);

    const gekozen = mogelijk.find((zaak) => zaak.id === this.antwoorden.get(id));
    const antwoord = gekozen?.id ?? (this.antwoorden.get(id) === ANDERE_ZAAK ? ANDERE_ZAAK : null);
    const kandidaten = mogelijk.flatMap(({ id: zaak, leden }) => leden.slice(-1).map((laatste) => ({ zaak, lid: laatste, gelijk: zijnGelijk(lid, laatste) })));
    this.vragen.push({ soort: "zelfde-zaak", id, lid, kandidaten, antwoord });
    if (gekozen) gekozen.leden.push(lid);
    else this.#begin(id, lid);
  }

  #begin(id: string, lid: Lid): void {
    const zaak: Zaakopbouw = { id, leden: [lid], bekend: lid.formulier === this.registratie ? lid : null };
    this.zaken.push(zaak);
    this.#perDag.set(dagsleutel(lid), [...this.#opDezeDag(lid), zaak]);
  }
}

/** Without a start date that can be read, what stands there; a row with another start is another case. */
function dagsleutel({ rij: { waarden } }: Lid): string {
  return waardesleutel("startdatum", waarden.startdatum);
}

function kenmerkVan({ rij }: Lid): string {
  return kenmerksleutel(rij.waarden.kenmerk);
}

function sleutelVan({ rij }: Lid): string | null {
  return zaaksleutel(rij.waarden, STELSEL);
}

function isZelfde(lid: Lid, { leden }: Zaakopbouw): boolean {
  const sleutel = sleutelVan(lid);
  return sleutel !== null && leden.some((ander) => sleutelVan(ander) === sleutel);
}

/** Both have a reference, and not the same one. */
function spreektTegen(lid: Lid, { leden }: Zaakopbouw): boolean {
  return kenmerkVan(lid) !== "" && leden.some((ander) => kenmerkVan(ander) !== "" && kenmerkVan(ander) !== kenmerkVan(lid));
}

function zijnGelijk(a: Lid, b: Lid): boolean {
  return BASISVELDEN.every((veld) => waardesleutel(veld, a.rij.waarden[veld]) === waardesleutel(veld, b.rij.waarden[veld]));
}
