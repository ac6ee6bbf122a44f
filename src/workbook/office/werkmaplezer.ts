import type { Datumstelsel } from "../../meldcode/datum";
import { STANDAARDVRAAGSTELLING, type Vraagstelling } from "../../meldcode/vraagstelling";
import { FOUTMELDINGEN } from "../teksten";
import { Werkboekfout } from "../werkboek";
import type { Eigenlijst, Eigenlijstlezer } from "./eigenlijstlezer";
import type { Rijenreeks } from "./bladvraag";
import type { Uitgelezen } from "./lezing";
import { Lijstlezer } from "./lijstlezer";
import type { Stuur } from "./sessie";

/** The sheet Koppeling may come and go while it is read. */
const MEESTE_POGINGEN = 4;

/** Reads the list of the workbook: an own list through the sheet Koppeling when there is one, else the list Meldcode. */
export class Werkmaplezer {
  readonly lijst: Lijstlezer;
  private eigen: Eigenlijstlezer | null = null;
  private vraagstelling = STANDAARDVRAAGSTELLING;

  constructor(private readonly stuur: Stuur) {
    this.lijst = new Lijstlezer(stuur);
  }

  vraag(vraagstelling: Vraagstelling): void {
    this.vraagstelling = vraagstelling;
    this.lijst.vraag(vraagstelling);
    this.eigen?.vernieuw();
  }

  get datumstelsel(): Datumstelsel {
    return this.lijst.datumstelsel ?? 1900;
  }

  async lees(wachtOpCel: boolean): Promise<Uitgelezen> {
    for (let poging = 0; poging < MEESTE_POGINGEN; poging++) {
      const eigen = this.eigen?.isBekend ? await this.eigen.lees(wachtOpCel) : null;
      if (eigen) return eigen;
      const gelezen = await this.lijst.lees(wachtOpCel);
      if ("lezing" in gelezen) return gelezen;
      this.eigen ??= await this.openEigenlijstlezer();
      const onleesbaar = this.eigen.neem(gelezen);
      if (onleesbaar) return onleesbaar;
    }
    throw new Werkboekfout("onbekend", FOUTMELDINGEN.onbekend);
  }

  /** The columns of an own list may have moved. */
  vergeetKolommen(): void {
    this.eigen?.vergeetKolommen();
  }

  async leesEigenRijen(was: Uitgelezen & { readonly eigen: Eigenlijst }, rijen: ReadonlyMap<string, Rijenreeks>): Promise<Uitgelezen | null> {
    return this.eigen ? this.eigen.leesRijen(was, rijen) : null;
  }

  /** Loaded when there is an own list: most workbooks have a list of ours. */
  private async openEigenlijstlezer(): Promise<Eigenlijstlezer> {
    const { Eigenlijstlezer } = await import("./eigenlijstlezer");
    return new Eigenlijstlezer(this.stuur, () => this.datumstelsel, () => this.vraagstelling);
  }
}
