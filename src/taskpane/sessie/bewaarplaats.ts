import * as z from "zod/mini";
import { type Activering, activeringSchema } from "../../meldcode/uitwisseling/activering";
import { type Beleid, beleidSchema } from "../../meldcode/uitwisseling/beleid";
import { ontvangstbewijsSchema } from "../../meldcode/uitwisseling/ontvangst";
import type { Opslag } from "../../workbook/opslag";

/**
 * What outlives the pane: the access keys, the last known policy, and the outbox. Other workbooks on this computer share
 * it, so what waits is kept per registratie. Nothing in it comes from a cell: counts, ids and the keys only.
 */
const onderwegSchema = z.object({
  organisatieId: z.string(),
  registratieId: z.string(),
  /** The registratie that the workbook's sheet named when this was laid down; null: none. Tells workbooks on one computer apart. */
  opBlad: z.nullable(z.string()),
  /** Kept before the first attempt, until an answer is sure: the exact text, inzendingId included, and its If-Match (null: the first state). */
  uitgaand: z.nullable(z.object({ body: z.string(), etag: z.nullable(z.string()) })),
  /** Received, but not yet on the sheet Verzonden; oldest first. */
  teNoteren: z.array(z.object({ body: z.string(), bewijs: ontvangstbewijsSchema })),
});
/** What is on its way for one registratie. */
export type Onderweg = z.infer<typeof onderwegSchema>;

const TOEGANG = "meldcode/toegang";
const BELEID = "meldcode/beleid";
/** Registraties that no sheet Verzonden names yet: their first state, or its receipt, is on its way. */
const NAAMLOOS = "meldcode/naamloos";
const onderwegVan = (registratieId: string) => `meldcode/onderweg/${registratieId}`;

export class Bewaarplaats {
  readonly #opslag: Opslag;
  #vorige: Promise<unknown> = Promise.resolve();

  constructor(opslag: Opslag) {
    this.#opslag = opslag;
  }

  get duurzaam(): boolean {
    return this.#opslag.duurzaam;
  }

  /** As the municipality gave it: of one organisation, or of a board. */
  toegang(): Promise<Activering | null> {
    return this.#lees(TOEGANG, activeringSchema);
  }

  bewaarToegang(toegang: Activering): Promise<void> {
    return this.#opslag.bewaar(TOEGANG, JSON.stringify(toegang));
  }

  vergeetToegang(): Promise<void> {
    return this.#opslag.verwijder(TOEGANG);
  }

  beleid(): Promise<Beleid | null> {
    return this.#lees(BELEID, beleidSchema);
  }

  bewaarBeleid(beleid: Beleid): Promise<void> {
    return this.#opslag.bewaar(BELEID, JSON.stringify(beleid));
  }

  onderweg(registratieId: string): Promise<Onderweg | null> {
    return this.#lees(onderwegVan(registratieId), onderwegSchema);
  }

  /** What is on its way from workbooks that do not know their registratie yet. */
  async naamloos(): Promise<Onderweg[]> {
    const gevonden = await Promise.all((await this.#naamlozen()).map((id) => this.onderweg(id)));
    return gevonden.filter((onderweg) => onderweg !== null);
  }

  /** With nothing left on its way, it is forgotten. `naamloos`: the workbook does not say yet which registratie it is. */
  async bewaarOnderweg(onderweg: Onderweg, naamloos: boolean): Promise<void> {
    const { registratieId, uitgaand, teNoteren } = onderweg;
    const leeg = !uitgaand && teNoteren.length === 0;
    if (leeg) await this.#opslag.verwijder(onderwegVan(registratieId));
    else await this.#opslag.bewaar(onderwegVan(registratieId), JSON.stringify(onderweg));
    await this.#beurt(async () => {
      const ids = await this.#naamlozen();
      const zonder = ids.filter((id) => id !== registratieId);
      const nieuw = naamloos && !leeg ? [...zonder, registratieId] : zonder;
      if (nieuw.length !== ids.length) await this.#opslag.bewaar(NAAMLOOS, JSON.stringify(nieuw));
    });
  }

  /** The schools of a board send side by side, and share the list of what has no name yet: one at a time. */
  #beurt(doe: () => Promise<void>): Promise<void> {
    const mijn = this.#vorige.then(doe, doe);
    this.#vorige = mijn.catch(() => undefined);
    return mijn;
  }

  async #naamlozen(): Promise<string[]> {
    return (await this.#lees(NAAMLOOS, z.array(z.string()))) ?? [];
  }

  /** null for what is missing, and for what an older or broken version left behind. */
  async #lees<T>(sleutel: string, vorm: z.ZodMiniType<T>): Promise<T | null> {
    const tekst = await this.#opslag.lees(sleutel);
    if (tekst === null) return null;
    try {
      return vorm.safeParse(JSON.parse(tekst)).data ?? null;
    } catch {
      return null;
    }
  }
}
