import type { Datum } from "../../meldcode/datum";
import type { Nieuwblad } from "../../meldcode/koppeling/nieuwebladen";
import type { Lijst } from "../../meldcode/lijst";
import type { Verzondenregel } from "../../workbook/werkboek";
import type { Werkmap } from "./werkmap";

/** One organisation's part of the open workbook: its rows as a list of its own, and what the sheet Verzonden says of it. */
export class Deel {
  readonly #organisatieId: string;
  readonly #werkmap: Werkmap;
  #verbonden: string | null = null;

  constructor(organisatieId: string, werkmap: Werkmap) {
    this.#organisatieId = organisatieId;
    this.#werkmap = werkmap;
  }

  /** null: there is no list, or this organisation takes no part in it. */
  get lijst(): Lijst | null {
    return this.#werkmap.verdeling?.lijstVan(this.#organisatieId) ?? null;
  }

  /** Errors, or rows of which it is not known whose they are: those may well be of this organisation. */
  get houdtTegen(): boolean {
    return this.lijst === null || this.lijst.aantalFouten > 0 || (this.#werkmap.verdeling?.onbekend.length ?? 0) > 0;
  }

  /** Sheets that may be part of the list. */
  get nieuweBladen(): readonly Nieuwblad[] {
    return this.#werkmap.nieuweBladen;
  }

  /** @throws Werkboekfout */
  neemMee(bladen: readonly string[]): Promise<void> {
    return this.#werkmap.neemMee(bladen);
  }

  get peildatum(): Datum {
    return this.#werkmap.peildatum;
  }

  /** Which registratie it is in this workbook: as just agreed, else as the sheet says. */
  get registratieId(): string | null {
    return this.#verbonden ?? this.opBlad;
  }

  /** The registratie that the sheet Verzonden names for it: found again without storage. */
  get opBlad(): string | null {
    return this.#werkmap.registratieOpBlad(this.#organisatieId);
  }

  /** The sheet on which the last receipt was written. */
  get verzondenblad(): string {
    return this.#werkmap.verzondenblad;
  }

  heeftKenmerk(kenmerk: string): boolean {
    return this.#werkmap.heeftKenmerk(kenmerk);
  }

  verbind(registratieId: string): void {
    this.#verbonden = registratieId;
  }

  /** @throws Werkboekfout */
  noteer(regel: Verzondenregel, registratieId: string): Promise<void> {
    return this.#werkmap.noteer(regel, { organisatieId: this.#organisatieId, registratieId });
  }
}
