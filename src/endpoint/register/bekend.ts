import type { Organisatiegegevens } from "../../meldcode/uitwisseling/register";
import type { Organisatierij } from "../database/tabellen";

/** Numbers that one organisation has and no other. A KVK number, and a BRIN of four characters, may be shared by the branches of one owner. */
const EIGEN_NUMMERS = ["vestigingsnummer", "lrk", "agb"] as const satisfies readonly (keyof Organisatiegegevens)[];
const BRIN_VAN_VESTIGING = 6;
/** By these together it is known when it has no number. */
const BIJ_NAAM = ["naam", "sector", "bestuur", "wijk", "kvk", "brin"] as const satisfies readonly (keyof Organisatiegegevens)[];

/** Who stands in the register already: a list that is handed in twice adds nobody twice. */
export class BekendeOrganisaties {
  readonly #bij = new Map<string, string>();

  constructor(rijen: readonly Organisatierij[]) {
    for (const rij of rijen) this.onthoud(rij);
  }

  /** The organisatieId under which it is known, or null. */
  zoek(gegevens: Organisatiegegevens): string | null {
    for (const sleutel of sleutels(gegevens)) {
      const organisatie = this.#bij.get(sleutel);
      if (organisatie !== undefined) return organisatie;
    }
    return null;
  }

  onthoud(rij: Organisatierij): void {
    for (const sleutel of sleutels(rij)) if (!this.#bij.has(sleutel)) this.#bij.set(sleutel, rij.organisatie);
  }
}

/** With a number of its own it is known by that alone: two branches may bear one name. */
function sleutels(van: { readonly [V in (typeof EIGEN_NUMMERS)[number] | (typeof BIJ_NAAM)[number]]?: string | null | undefined }): string[] {
  const nummers = EIGEN_NUMMERS.flatMap((soort) => (van[soort] ? [`${soort} ${van[soort]}`] : []));
  if (van.brin?.length === BRIN_VAN_VESTIGING) nummers.push(`brin ${van.brin.toUpperCase()}`);
  return nummers.length > 0 ? nummers : [JSON.stringify(BIJ_NAAM.map((veld) => (van[veld] ?? "").trim().toLowerCase()))];
}
