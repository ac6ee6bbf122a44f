import { createHmac } from "node:crypto";
import { isIPv6 } from "node:net";
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
  tel(wie: string, aantal: 1 | -1 = 1): void {
    this.sleutel ??= this.nieuwVenster();
    const hash = this.hash(this.sleutel, wie);
    this.tellingen.set(hash, (this.tellingen.get(hash) ?? 0) + aantal);
  }

  /** Runs an attempt under the limit. While it runs it counts as a refused one, or else many at once would pass; afterwards only when `telt` says so of what it threw. */
  async bewaak<T>(wie: string, telt: (fout: unknown) => boolean, poging: () => Promise<T>): Promise<T> {
    this.eis(wie);
    this.tel(wie);
    const { sleutel } = this;
    const telNiet = (): void => {
      // Of a minute that is over nothing is left to take back.
      if (sleutel && sleutel === this.sleutel) this.tel(wie, -1);
    };
    try {
      const goed = await poging();
      telNiet();
      return goed;
    } catch (fout) {
      if (!telt(fout)) telNiet();
      throw fout;
    }
  }

  /** Counts refusals with one of these statuses; a good attempt passes over the limit as well: for what is too long to guess, by senders who may share an address. */
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
    return createHmac("sha256", sleutel).update(afzenderVan(wie)).digest("base64");
  }
}

/** Who is behind an address: some proxies write a port with it, and of IPv6 one subscriber has a whole /64 to send from. What is no address stays as it is. */
function afzenderVan(wie: string): string {
  const zonderPoort = /^(?:\[([^\]]+)\]|(\d+\.\d+\.\d+\.\d+))(?::\d+)?$/.exec(wie);
  const adres = (zonderPoort?.[1] ?? zonderPoort?.[2] ?? wie).replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
  if (!isIPv6(adres)) return adres;
  // However it was written, URL writes it in one way: without leading zeroes, and with :: for the longest row of zeroes.
  const [voor = "", achter] = new URL(`http://[${adres}]`).hostname.slice(1, -1).split("::");
  const groepen = (tekst: string): string[] => (tekst === "" ? [] : tekst.split(":"));
  const nullen = achter === undefined ? 0 : 8 - groepen(voor).length - groepen(achter).length;
  return [...groepen(voor), ...Array<string>(nullen).fill("0"), ...groepen(achter ?? "")].slice(0, 4).join(":");
}
