import { createContext, useCallback, useContext, useSyncExternalStore } from "react";

/**
 * What somebody typed and did not save yet. It outlasts a look at another screen and a session that ended by time, and goes with
 * whoever typed it: signing out, or signing in as somebody else, empties it. In memory only.
 */
export class Concepten {
  readonly #waarden = new Map<string, unknown>();
  readonly #luisteraars = new Set<() => void>();

  lees(sleutel: string): unknown {
    return this.#waarden.get(sleutel);
  }

  /** undefined forgets it. */
  zet(sleutel: string, waarde: unknown): void {
    if (waarde === undefined) this.#waarden.delete(sleutel);
    else this.#waarden.set(sleutel, waarde);
    this.#meld();
  }

  get leeg(): boolean {
    return this.#waarden.size === 0;
  }

  vergeet(): void {
    this.#waarden.clear();
    this.#meld();
  }

  readonly luister = (luisteraar: () => void): (() => void) => {
    this.#luisteraars.add(luisteraar);
    return () => this.#luisteraars.delete(luisteraar);
  };

  #meld(): void {
    for (const luisteraar of this.#luisteraars) luisteraar();
  }
}

export const ConceptenContext = createContext(new Concepten());

/** Like useState, but found again under `sleutel`, which one component uses, with one type. Setting it to undefined forgets it, and brings `begin` back. */
export function useConcept<T>(sleutel: string, begin: T): readonly [T, (nieuw: T | undefined) => void] {
  const concepten = useContext(ConceptenContext);
  const gevonden = useSyncExternalStore(concepten.luister, () => concepten.lees(sleutel));
  const zet = useCallback((nieuw: T | undefined) => concepten.zet(sleutel, nieuw), [concepten, sleutel]);
  // Under this key only a T was ever put, on the line above.
  return [gevonden === undefined ? begin : (gevonden as T), zet];
}
