import { canoniekeJson } from "../../meldcode/canoniek";
import type { Registratie } from "../../meldcode/registratie";

/**
 * Gives a counted state its inzendingId: the same content keeps the same object and id, other content gets a new id
 * (an id that comes back with other content is refused: inzending-hergebruikt). So what is shown is what leaves.
 */
export class Klaarzetter {
  readonly #uuid: () => string;
  #klaar: { readonly inhoud: string; readonly registratie: Registratie } | null = null;

  constructor(uuid: () => string) {
    this.#uuid = uuid;
  }

  zetKlaar(geteld: Registratie): Registratie {
    const inhoud = canoniekeJson({ ...geteld, inzendingId: "" });
    if (this.#klaar?.inhoud !== inhoud) this.#klaar = { inhoud, registratie: { ...geteld, inzendingId: this.#uuid() } };
    return this.#klaar.registratie;
  }

  /** It was received or refused: the id is spent. */
  isVerbruikt(): void {
    this.#klaar = null;
  }
}
