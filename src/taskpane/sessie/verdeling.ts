import type { Bevinding } from "../../meldcode/bevinding";
import type { Onbekend, Rijorganisaties } from "../../meldcode/koppeling/organisaties";
import { Lijst, type Lijstopties } from "../../meldcode/lijst";
import type { Organisatie } from "../../meldcode/uitwisseling/activering";
import type { Cel, Kolominhoud, Rij, Veld } from "../../meldcode/veld";
import { veldenIn } from "../../workbook/leesvelden";
import type { Lijstinhoud } from "../../workbook/werkboek";

/** What findings depend on, for all of them. */
type Opties = Pick<Lijstopties, "peildatum" | "vraagstelling">;

/** One organisation's rows as a list of its own: what is double, is double within it. */
interface Lijstdeel {
  readonly lijst: Lijst;
  /** Where its rows stand in the whole list; null: it is the whole list. */
  readonly posities: readonly number[] | null;
}

/** An organisation that the list names, and for which this pane has no key. */
export interface Zondertoegang {
  readonly organisatieId: string;
  /** How the list calls it. */
  readonly woord: string;
  readonly rijen: number;
}

/** The rows of the open list, each with the organisation whose case it is. Positions are those of the whole list. */
export class Verdeling {
  /** Rows of which the list does not say whose they are: nothing is sent before it does. */
  readonly onbekend: readonly Onbekend[];
  readonly zonderToegang: readonly Zondertoegang[];
  /** The list says of each row whose it is. */
  readonly isGedeeld: boolean;
  readonly #delen: ReadonlyMap<string, Lijstdeel>;
  /** Per position the part it is in, and its place there; null: there is one part. */
  readonly #plekken: readonly { readonly deel: Lijstdeel; readonly plek: number }[] | null;

  private constructor(isGedeeld: boolean, delen: ReadonlyMap<string, Lijstdeel>, onbekend: readonly Onbekend[], zonderToegang: readonly Zondertoegang[]) {
    this.isGedeeld = isGedeeld;
    this.#delen = delen;
    this.onbekend = onbekend;
    this.zonderToegang = zonderToegang;
    const plekken: { deel: Lijstdeel; plek: number }[] = [];
    for (const deel of delen.values()) deel.posities?.forEach((positie, plek) => (plekken[positie] = { deel, plek }));
    this.#plekken = isGedeeld ? plekken : null;
  }

  /** A list of one organisation. */
  static geheel(organisatie: Organisatie, inhoud: Lijstinhoud, opties: Opties): Verdeling {
    return new Verdeling(false, new Map([[organisatie.organisatieId, { lijst: maakLijst(inhoud.inhoud, inhoud, organisatie, opties), posities: null }]]), [], []);
  }

  /** A list of several. Whoever the mapping names takes part, also without a case. */
  static perOrganisatie(organisaties: readonly Organisatie[], { perRij, onbekend }: Rijorganisaties, inhoud: Lijstinhoud, opties: Opties): Verdeling {
    const posities = new Map<string, number[]>();
    perRij.forEach((id, positie) => {
      const eerdere = id === null ? undefined : posities.get(id);
      if (eerdere) eerdere.push(positie);
      else if (id !== null) posities.set(id, [positie]);
    });
    const genoemd = Object.entries(inhoud.gekoppeld?.koppeling.organisatie?.waarden ?? {});
    const ids = new Set(genoemd.map(([, id]) => id));
    const delen = organisaties
      .filter(({ organisatieId }) => ids.has(organisatieId))
      .map((organisatie): [string, Lijstdeel] => {
        const eigen = posities.get(organisatie.organisatieId) ?? [];
        return [organisatie.organisatieId, { lijst: maakLijst(kies(inhoud.inhoud, eigen), inhoud, organisatie, opties), posities: eigen }];
      });
    const vreemd = [...posities].filter(([id]) => !organisaties.some(({ organisatieId }) => organisatieId === id));
    const zonderToegang = vreemd.map(([organisatieId, { length }]) => ({ organisatieId, woord: genoemd.find(([, id]) => id === organisatieId)?.[0] ?? organisatieId, rijen: length }));
    return new Verdeling(true, new Map(delen), onbekend, zonderToegang);
  }

  /** null: this organisation takes no part in the list. */
  lijstVan(organisatieId: string): Lijst | null {
    return this.#delen.get(organisatieId)?.lijst ?? null;
  }

  get zaken(): number {
    const onbekend = this.onbekend.reduce((som, { posities }) => som + posities.length, 0);
    return [...this.#delen.values()].reduce((som, { lijst }) => som + lijst.zaken, onbekend);
  }

  cel(positie: number, veld: Veld): Cel {
    const plek = this.#plek(positie);
    return plek ? plek.deel.lijst.cel(plek.plek, veld) : null;
  }

  wijzig(positie: number, rij: Rij): void {
    const plek = this.#plek(positie);
    plek?.deel.lijst.wijzig(plek.plek, rij);
  }

  /** Of all organisations, in the order of the list. */
  bevindingen(): Bevinding[] {
    const alle = [...this.#delen.values()].flatMap(({ lijst, posities }) => (posities ? lijst.bevindingen().map((b) => ({ ...b, rij: posities[b.rij] ?? b.rij })) : lijst.bevindingen()));
    return this.#plekken ? alle.sort((a, b) => a.rij - b.rij) : alle;
  }

  /** Whose row it is; null when that is not known. */
  organisatieVan(positie: number): string | null {
    const deel = this.#plek(positie)?.deel;
    for (const [organisatieId, kandidaat] of this.#delen) if (kandidaat === deel) return organisatieId;
    return null;
  }

  #plek(positie: number): { readonly deel: Lijstdeel; readonly plek: number } | undefined {
    if (this.#plekken) return this.#plekken[positie];
    const [deel] = this.#delen.values();
    return deel && { deel, plek: positie };
  }
}

function maakLijst(kolommen: Kolominhoud, { datumstelsel }: Lijstinhoud, { sector }: Organisatie, opties: Opties): Lijst {
  return new Lijst(kolommen, { ...opties, datumstelsel, sector });
}

function kies(inhoud: Kolominhoud, posities: readonly number[]): Kolominhoud {
  const kolommen = veldenIn(inhoud).map((veld): [Veld, Cel[] | null] => [veld, inhoud[veld] ? posities.map((positie) => inhoud[veld]?.[positie] ?? null) : null]);
  // fromEntries forgets that these are the fields that were there.
  return Object.fromEntries(kolommen) as Kolominhoud;
}
