import { ACTIVERINGSCODE_LENGTE, inGroepen, leesTekens } from "../../meldcode/code";
import type { Activering } from "../../meldcode/uitwisseling/activering";
import type { Dienst } from "../dienst/dienst";
import type { Activeringsbeeld } from "./staat";

interface Codestand extends Pick<Activeringsbeeld, "reden" | "bezig" | "fout"> {
  /** The screen is up although there is someone who can send. */
  readonly gevraagd: boolean;
}

const BEGIN: Codestand = { reden: "eerste-keer", gevraagd: false, bezig: false, fout: null };

/** Filling in a code: what stands on that screen, and what comes of it. */
export class Codeinvoer {
  readonly #dienst: Dienst;
  readonly #uuid: () => string;
  readonly #opVerandering: () => void;
  #stand = BEGIN;
  #poging: { readonly tekens: string; readonly herhaalsleutel: string } | null = null;

  constructor(dienst: Dienst, uuid: () => string, opVerandering: () => void) {
    this.#dienst = dienst;
    this.#uuid = uuid;
    this.#opVerandering = opVerandering;
  }

  get stand(): Codestand {
    return this.#stand;
  }

  vraag(reden: Codestand["reden"]): void {
    this.#zet({ ...BEGIN, reden, gevraagd: true });
  }

  sluit(): void {
    this.#zet(BEGIN);
  }

  /** `tekst` as typed or pasted, with or without hyphens. null: it did not work, and the screen says why. */
  async probeer(tekst: string): Promise<Activering | null> {
    if (this.#stand.bezig) return null;
    const tekens = leesTekens(tekst, ACTIVERINGSCODE_LENGTE);
    if (tekens === null) return this.#mislukt({ soort: tekst.trim() === "" ? "leeg" : "verkeerd-getypt" });
    this.#zet({ ...this.#stand, bezig: true, fout: null });
    // The same code keeps the same key, so that a lost answer does not use it up.
    if (this.#poging?.tekens !== tekens) this.#poging = { tekens, herhaalsleutel: this.#uuid() };
    const uitkomst = await this.#dienst.activeer(inGroepen(tekens), this.#poging.herhaalsleutel);
    if (!uitkomst.gelukt) return this.#mislukt({ soort: "storing", storing: uitkomst.storing });
    this.#stand = BEGIN;
    return uitkomst.waarde;
  }

  #mislukt(fout: NonNullable<Codestand["fout"]>): null {
    this.#zet({ ...this.#stand, bezig: false, fout });
    return null;
  }

  #zet(stand: Codestand): void {
    this.#stand = stand;
    this.#opVerandering();
  }
}
