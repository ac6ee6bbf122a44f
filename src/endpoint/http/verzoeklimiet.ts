import { createHmac } from "node:crypto";
import { Probleemfout } from "../register/probleemfout";
import { HTTP_TEKSTEN } from "./teksten";

const VENSTER = 60_000;

/**
 * Counts refused attempts per sender, without knowing who that is: only a hash with a key of this minute is held, in memory,
 * and key and hashes are thrown away together within a minute of the first.
 */
export class Verzoeklimiet {
  private sleutel: Uint8Array | undefined;
  private readonly tellingen = new Map<string, number>();
  private einde = 0;
  private wekker: NodeJS.Timeout | undefined;

  constructor(
    /** Refused attempts per minute before everything of that sender is refused. */
    private readonly maximum: number,
    private readonly willekeur: (aantal: number) => Uint8Array,
  ) {}

  /** Throws te-veel-verzoeken when this sender is over the limit. */
  eis(wie: string): void {
    if (!this.sleutel || (this.tellingen.get(this.hash(this.sleutel, wie)) ?? 0) < this.maximum) return;
    const seconden = Math.max(1, Math.ceil((this.einde - performance.now()) / 1000));
    throw new Probleemfout("te-veel-verzoeken", HTTP_TEKSTEN.teVeel(seconden), { probeerNa: seconden });
  }

  /** Notes a refused attempt. */
  tel(wie: string): void {
    this.sleutel ??= this.nieuwVenster();
    const hash = this.hash(this.sleutel, wie);
    this.tellingen.set(hash, (this.tellingen.get(hash) ?? 0) + 1);
  }

  /** Runs an attempt under the limit: a refusal with one of these statuses counts. */
  bewaak<T>(wie: string, tellend: readonly number[], poging: () => Promise<T>): Promise<T> {
    this.eis(wie);
    return this.rem(wie, tellend, poging);
  }

  /** The same, but a good attempt passes over the limit as well: for what is too long to guess, by senders who may share an address. */
  async rem<T>(wie: string, tellend: readonly number[], poging: () => Promise<T>): Promise<T> {
    try {
      return await poging();
    } catch (fout) {
      if (fout instanceof Probleemfout && tellend.includes(fout.status)) {
        this.eis(wie);
        this.tel(wie);
      }
      throw fout;
    }
  }

  vergeet(): void {
    clearTimeout(this.wekker);
    this.sleutel = undefined;
    this.tellingen.clear();
  }

  private nieuwVenster(): Uint8Array {
    this.einde = performance.now() + VENSTER;
    this.wekker = setTimeout(() => this.vergeet(), VENSTER).unref();
    return this.willekeur(32);
  }

  private hash(sleutel: Uint8Array, wie: string): string {
    return createHmac("sha256", sleutel).update(wie).digest("base64");
  }
}
