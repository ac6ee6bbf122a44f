import { Probleemfout } from "./probleemfout";
import { TEKSTEN } from "./teksten";

/** Seconds in which those who wait have had their turn. */
const PROBEER_NA = 5;

/** Lets a few run at once and a few more wait, first come first served. Who comes after them gets te-veel-verzoeken. */
export class Beurten {
  private bezig = 0;
  private readonly rij: (() => void)[] = [];

  constructor(
    private readonly tegelijk: number,
    private readonly wachtend: number,
  ) {}

  async neem<T>(werk: () => Promise<T>): Promise<T> {
    if (this.bezig < this.tegelijk) this.bezig++;
    else if (this.rij.length < this.wachtend) await new Promise<void>((klaar) => this.rij.push(klaar));
    else throw new Probleemfout("te-veel-verzoeken", TEKSTEN.servicepunt.teDruk(PROBEER_NA), { probeerNa: PROBEER_NA });
    try {
      return await werk();
    } finally {
      // The turn passes to the next without being free in between.
      const volgende = this.rij.shift();
      if (volgende) volgende();
      else this.bezig--;
    }
  }
}
