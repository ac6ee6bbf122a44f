import type { Opslag } from "../opslag";

/** In front of every key: the Servicepunt's page lives on the same origin. */
const VOOR = "monitor-meldcode/";

/**
 * The browser's own storage, for the page without the add-in; in memory when it is blocked or full. Never rejects. office-js-helpers has
 * no part in it: that library is for pages in Excel.
 */
export class Browseropslag implements Opslag {
  /** What storage did not take: kept as long as the page is open; null: taken away. Read first. */
  readonly #alleenHier = new Map<string, string | null>();
  #geblokkeerd = false;

  constructor(readonly plek: () => Storage) {
    // Blocked storage shows only when it is used.
    this.#doe("proef", "1", (opslag) => opslag.setItem(`${VOOR}proef`, "1"));
    this.#doe("proef", null, (opslag) => opslag.removeItem(`${VOOR}proef`));
    this.#alleenHier.clear();
  }

  get duurzaam(): boolean {
    return !this.#geblokkeerd && this.#alleenHier.size === 0;
  }

  /** Read anew each time: another tab may have written meanwhile. */
  async lees(sleutel: string): Promise<string | null> {
    const hier = this.#alleenHier.get(sleutel);
    if (hier !== undefined) return hier;
    try {
      return this.plek().getItem(VOOR + sleutel);
    } catch {
      return null;
    }
  }

  async bewaar(sleutel: string, waarde: string): Promise<void> {
    this.#doe(sleutel, waarde, (opslag) => opslag.setItem(VOOR + sleutel, waarde));
  }

  async verwijder(sleutel: string): Promise<void> {
    this.#doe(sleutel, null, (opslag) => opslag.removeItem(VOOR + sleutel));
  }

  #doe(sleutel: string, waarde: string | null, op: (opslag: Storage) => void): void {
    this.#alleenHier.set(sleutel, waarde);
    try {
      op(this.plek());
      this.#alleenHier.delete(sleutel);
    } catch {
      // It stays in memory, and `duurzaam` says so.
      this.#geblokkeerd ||= sleutel === "proef";
    }
  }
}
