import type { Opslag } from "../opslag";

const NAAM = "monitor-meldcode";

/** What we use of office-js-helpers' Storage: only these three still do what they say (docs/besluiten/0005). */
interface Bewaarplek {
  get(sleutel: string): unknown;
  set(sleutel: string, waarde: string): unknown;
  delete(sleutel: string): unknown;
}

/**
 * The browser's storage, per partition of the host; in memory when it is blocked. Never rejects. The library is loaded here
 * and nowhere else, late, so that it is no part of the pane's first screen.
 */
export async function openOpslag(): Promise<Opslag> {
  return new Browseropslag(await openBewaarplek());
}

/** Whether an earlier pane may have kept something here, asked without the library. Blocked storage holds nothing. */
export function isErIetsBewaard(): boolean {
  try {
    // The library writes "@", the name, "/" and the key.
    return Object.keys(localStorage).some((sleutel) => sleutel.startsWith(`@${bewaarnaam()}/`));
  } catch {
    return false;
  }
}

async function openBewaarplek(): Promise<Bewaarplek | null> {
  try {
    const { Storage } = await import("@microsoft/office-js-helpers");
    const plek = new Storage<string>(bewaarnaam());
    // Blocked storage shows only when it is used: on reading, on writing, or by forgetting.
    plek.set("proef", MERK);
    const werkt = plek.get("proef") === MERK;
    plek.delete("proef");
    return werkt ? plek : null;
  } catch {
    return null;
  }
}

/** In front of every text: the library makes a Date of what looks like one, and reads a number where a text was kept. */
const MERK = ":";

class Browseropslag implements Opslag {
  /** What storage did not take (blocked, full): kept here as long as the pane is open; null: taken away. Read first. */
  private readonly alleenHier = new Map<string, string | null>();

  constructor(private readonly plek: Bewaarplek | null) {}

  get duurzaam(): boolean {
    return this.plek !== null && this.alleenHier.size === 0;
  }

  /** Read anew each time: another workbook's pane may have written meanwhile. */
  async lees(sleutel: string): Promise<string | null> {
    const hier = this.alleenHier.get(sleutel);
    if (hier !== undefined) return hier;
    try {
      const waarde = this.plek?.get(sleutel);
      return typeof waarde === "string" && waarde.startsWith(MERK) ? waarde.slice(MERK.length) : null;
    } catch {
      return null;
    }
  }

  async bewaar(sleutel: string, waarde: string): Promise<void> {
    this.doe(sleutel, waarde, (plek) => plek.set(sleutel, MERK + waarde));
  }

  async verwijder(sleutel: string): Promise<void> {
    this.doe(sleutel, null, (plek) => plek.delete(sleutel));
  }

  private doe(sleutel: string, waarde: string | null, op: (plek: Bewaarplek) => unknown): void {
    this.alleenHier.set(sleutel, waarde);
    if (!this.plek) return;
    try {
      op(this.plek);
      this.alleenHier.delete(sleutel);
    } catch {
      // It stays in memory, and `duurzaam` says so.
    }
  }
}

/** The host gives each top-level site a key of its own, so that one site cannot read what was kept under another. */
function bewaarnaam(): string {
  const sleutel = typeof Office === "undefined" ? "" : (Office.context?.partitionKey ?? "");
  // The library makes a regular expression of the name.
  return `${NAAM}-${sleutel.replace(/[^A-Za-z0-9]/g, (teken) => `_${teken.charCodeAt(0).toString(16)}`)}`;
}
