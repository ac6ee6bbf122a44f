import { type Registratie, registratieSchema } from "../../meldcode/registratie";
import type { Organisatie } from "../../meldcode/uitwisseling/activering";
import type { Ontvangstbewijs } from "../../meldcode/uitwisseling/ontvangst";
import type { Werkboekfout } from "../../workbook/werkboek";
import type { Dienst, Toegang } from "../dienst/dienst";
import { isTijdelijk, isToegang, type Storing } from "../dienst/uitkomst";
import { inhoudVan } from "./besluit";
import type { Bewaarplaats, Onderweg } from "./bewaarplaats";
import type { Gemeente } from "./gemeente";
import type { Deel } from "./deel";
import { maakVerzondenregel } from "./verzondenregel";
import { alsWerkboekfout } from "./werkmap";

export type Aanbod =
  | { readonly soort: "ontvangen"; readonly bewijs: Ontvangstbewijs }
  /** It may or may not have arrived: it is kept as it is, and offered again. */
  | { readonly soort: "blijft-wachten"; readonly storing: Storing }
  /** It is certain that it was not taken: it is kept no longer. */
  | { readonly soort: "geweigerd"; readonly storing: Storing };

/**
 * The outbox of one organisation. A state is kept from before its first attempt until an answer is sure, and its receipt until it stands on
 * the sheet: whatever breaks off in between, the same text goes again and the same receipt comes back.
 */
export class Postvak {
  readonly #organisatie: Organisatie;
  readonly #dienst: Dienst;
  readonly #bewaarplaats: Bewaarplaats;
  readonly #gemeente: Gemeente;
  readonly #deel: Deel;

  constructor(organisatie: Organisatie, dienst: Dienst, bewaarplaats: Bewaarplaats, gemeente: Gemeente, deel: Deel) {
    this.#organisatie = organisatie;
    this.#dienst = dienst;
    this.#bewaarplaats = bewaarplaats;
    this.#gemeente = gemeente;
    this.#deel = deel;
  }

  /** Keeps a state, to be offered with `bied`. */
  async leg(registratieId: string, registratie: Registratie, etag: string | null): Promise<Onderweg> {
    const teNoteren = (await this.#bewaarplaats.onderweg(registratieId))?.teNoteren ?? [];
    const uitgaand = { body: JSON.stringify(registratie), etag };
    const onderweg = { ...this.#leeg(registratieId), uitgaand, teNoteren };
    await this.#bewaar(onderweg);
    return onderweg;
  }

  /** Offers what is kept, to the letter. */
  async bied(toegang: Toegang, onderweg: Onderweg & { uitgaand: NonNullable<Onderweg["uitgaand"]> }): Promise<Aanbod> {
    const { registratieId, uitgaand, teNoteren } = onderweg;
    const uitkomst = await this.#dienst.verzend(toegang, { registratieId, ...uitgaand });
    if (!uitkomst.gelukt) {
      const { storing } = uitkomst;
      // A key that is no longer accepted says nothing about the state itself.
      if (isTijdelijk(storing) || isToegang(storing)) return { soort: "blijft-wachten", storing };
      await this.#bewaar({ ...onderweg, uitgaand: null });
      return { soort: "geweigerd", storing };
    }
    const { bewijs, etag } = uitkomst.waarde;
    this.#deel.verbind(registratieId);
    await this.#bewaar({ ...onderweg, uitgaand: null, teNoteren: [...teNoteren, { body: uitgaand.body, bewijs }] });
    const registratie = leesBody(uitgaand.body);
    this.#gemeente.onthoud(registratieId, etag === null || !registratie ? null : { registratie, etag });
    return { soort: "ontvangen", bewijs };
  }

  /** A receipt that came another way than as the answer to `bied`. */
  async ontvang(bewijs: Ontvangstbewijs, registratie: Registratie): Promise<void> {
    const { registratieId } = bewijs;
    const onderweg = (await this.#bewaarplaats.onderweg(registratieId)) ?? this.#leeg(registratieId);
    if (onderweg.teNoteren.some((t) => t.bewijs.kenmerk === bewijs.kenmerk)) return;
    await this.#bewaar({ ...onderweg, teNoteren: [...onderweg.teNoteren, { body: JSON.stringify(registratie), bewijs }] });
  }

  /** Writes every receipt on the sheet Verzonden that is not there yet. Answers what came between, or null. */
  async noteer(registratieId: string): Promise<Werkboekfout | null> {
    for (;;) {
      const onderweg = await this.#bewaarplaats.onderweg(registratieId);
      const eerste = onderweg?.teNoteren[0];
      if (!onderweg || !eerste) return null;
      const registratie = leesBody(eerste.body);
      if (registratie && !this.#deel.heeftKenmerk(eerste.bewijs.kenmerk)) {
        try {
          await this.#deel.noteer(maakVerzondenregel(eerste.bewijs, registratie, this.#organisatie.naam), registratieId);
        } catch (oorzaak) {
          return alsWerkboekfout(oorzaak);
        }
      }
      await this.#bewaar({ ...onderweg, teNoteren: onderweg.teNoteren.slice(1) });
    }
  }

  onderweg(registratieId: string): Promise<Onderweg | null> {
    return this.#bewaarplaats.onderweg(registratieId);
  }

  /** First states on this computer that may be of this workbook: laid down when its sheet said what it says now. */
  async naamloos(): Promise<Onderweg[]> {
    return (await this.#bewaarplaats.naamloos()).filter((o) => o.organisatieId === this.#organisatie.organisatieId && o.opBlad === this.#deel.opBlad);
  }

  #leeg(registratieId: string): Onderweg {
    return { organisatieId: this.#organisatie.organisatieId, registratieId, opBlad: this.#deel.opBlad, uitgaand: null, teNoteren: [] };
  }

  #bewaar(onderweg: Onderweg): Promise<void> {
    return this.#bewaarplaats.bewaarOnderweg(onderweg, this.#deel.opBlad !== onderweg.registratieId);
  }
}

/** The state on its way, whether its receipt is there or not. */
export function laatsteStaat(onderweg: Onderweg): Registratie | null {
  const body = onderweg.uitgaand?.body ?? onderweg.teNoteren.at(-1)?.body;
  return body === undefined ? null : leesBody(body);
}

export function zegtHetzelfde(a: Registratie, b: Registratie): boolean {
  return inhoudVan(a) === inhoudVan(b);
}

/** We wrote it ourselves; null only when storage was tampered with. */
function leesBody(body: string): Registratie | null {
  try {
    return registratieSchema.safeParse(JSON.parse(body)).data ?? null;
  } catch {
    return null;
  }
}
