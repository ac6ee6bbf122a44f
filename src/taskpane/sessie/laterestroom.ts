/** What its screen shows. `stroom` null: it is being loaded, or (`nietGeladen`) it could not be. */
interface Stroombeeld<S> {
  readonly stroom: S | null;
  readonly nietGeladen: boolean;
}

/** A flow of its own that is loaded when it is asked for, and that can be left at any moment. */
export class Laterestroom<S> {
  /** null: it is not under way. */
  beeld: Stroombeeld<S> | null = null;
  readonly #opVerandering: () => void;

  constructor(opVerandering: () => void) {
    this.#opVerandering = opVerandering;
  }

  /** `begin` is done once it is in view. Whatever goes wrong that the flow itself does not tell, counts as not loaded. */
  async open(laad: () => Promise<S>, begin?: (stroom: S) => Promise<void>): Promise<void> {
    let eigen: Stroombeeld<S> = { stroom: null, nietGeladen: false };
    this.#zet(eigen);
    try {
      const stroom = await laad();
      // Left meanwhile, or asked for anew.
      if (this.beeld !== eigen) return;
      this.#zet((eigen = { stroom, nietGeladen: false }));
      await begin?.(stroom);
    } catch {
      if (this.beeld === eigen) this.#zet({ stroom: null, nietGeladen: true });
    }
  }

  sluit(): void {
    this.#zet(null);
  }

  #zet(beeld: Stroombeeld<S> | null): void {
    this.beeld = beeld;
    this.#opVerandering();
  }
}
