import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import { staat } from "../../src/endpoint/testtaal";
import type { Ontvangstbewijs } from "../../src/meldcode/uitwisseling/ontvangst";
import type { Proces, Proeforganisatie } from "../uitrol/proces";

/** Milliseconds within which every request is answered or closed: longer than the database may take, shorter than a proxy waits. */
export const LIMIET = 30_000;

export interface Antwoord {
  readonly status: number;
  readonly soort: string;
  readonly etag: string;
  readonly tekst: string;
}

/** null: the connection was refused or cut. Rejects when it takes longer than LIMIET. */
export function vraag(url: string, { methode = "GET", koppen = {}, inhoud }: { methode?: string; koppen?: Record<string, string>; inhoud?: string } = {}, agent?: Agent): Promise<Antwoord | null> {
  return new Promise((klaar, mislukt) => {
    const verzoek = request(url, { method: methode, headers: koppen, timeout: LIMIET, ...(agent && { agent }) }, (antwoord) => {
      let tekst = "";
      antwoord.on("data", (stuk: Buffer) => (tekst += stuk.toString()));
      antwoord.on("end", () => klaar({ status: antwoord.statusCode ?? 0, soort: String(antwoord.headers["content-type"]), etag: String(antwoord.headers.etag), tekst }));
      antwoord.on("error", () => klaar(null));
    });
    verzoek.on("timeout", () => {
      mislukt(new Error(`Geen antwoord binnen ${LIMIET} ms: ${methode} ${url}`));
      verzoek.destroy();
    });
    verzoek.on("error", () => klaar(null));
    verzoek.end(inhoud);
  });
}

/** Senders of one organisation, each with a list of its own, that send again with the same inzendingId until they have their receipt. */
export class Zenders {
  readonly bewijzen: Ontvangstbewijs[] = [];
  /** Answers that said: not now. */
  geweigerd = 0;
  /** Requests without an answer. */
  afgebroken = 0;
  private door = true;
  private weg = false;
  private readonly agent = new Agent({ keepAlive: true });
  private readonly lopend: Promise<unknown>;

  /** `basis` answers where a server is, asked for every request. */
  constructor(
    private readonly organisatie: Proeforganisatie,
    private readonly basis: (zender: number) => string,
    aantal = 4,
  ) {
    this.lopend = Promise.all(Array.from({ length: aantal }, (_, zender) => this.zend(zender)));
    // Who waits for it hears of it; until then it is no unhandled rejection.
    this.lopend.catch(() => undefined);
  }

  /** Resolves when so many more receipts came in. Rejects when a sender stopped, or when it takes longer than LIMIET. */
  nog(aantal: number): Promise<void> {
    const doel = this.bewijzen.length + aantal;
    return this.tot(() => this.bewijzen.length >= doel);
  }

  /** The same for refusals. */
  nogGeweigerd(aantal: number): Promise<void> {
    const doel = this.geweigerd + aantal;
    return this.tot(() => this.geweigerd >= doel);
  }

  private async tot(gehaald: () => boolean): Promise<void> {
    for (const begin = performance.now(); !gehaald(); ) {
      if (performance.now() - begin > LIMIET) throw new Error(`Na ${LIMIET} ms: ${this.bewijzen.length} ontvangen, ${this.geweigerd} geweigerd, ${this.afgebroken} afgebroken.`);
      await Promise.race([wacht(10), this.lopend]);
    }
  }

  /** For afterEach: a failed test leaves nobody sending. */
  stop(): void {
    this.door = false;
    this.weg = true;
    this.agent.destroy();
  }

  /** Lets everyone finish what was begun. */
  async klaar(): Promise<void> {
    this.door = false;
    await this.lopend;
    this.agent.destroy();
  }

  /** What the register holds is what was answered: nothing lost, nothing twice, no version skipped. */
  async vergelijk({ basis }: Pick<Proces, "basis">): Promise<void> {
    const antwoord = await vraag(`${basis}${this.organisatie.pad}/ontvangstbewijzen`, { koppen: this.organisatie.koppen });
    const { ontvangstbewijzen } = JSON.parse(antwoord?.tekst ?? "") as { ontvangstbewijzen: Ontvangstbewijs[] };
    const opVolgorde = (van: readonly Ontvangstbewijs[]) => van.toSorted((a, b) => a.registratieId.localeCompare(b.registratieId) || a.versie - b.versie);
    expect(opVolgorde(ontvangstbewijzen)).toEqual(opVolgorde(this.bewijzen));
    for (const lijst of new Set(ontvangstbewijzen.map(({ registratieId }) => registratieId))) {
      const versies = opVolgorde(ontvangstbewijzen).flatMap(({ registratieId, versie }) => (registratieId === lijst ? [versie] : []));
      expect(versies).toEqual(versies.map((_, i) => i + 1));
    }
    expect(new Set(ontvangstbewijzen.map(({ kenmerk }) => kenmerk)).size).toBe(ontvangstbewijzen.length);
  }

  private async zend(zender: number): Promise<void> {
    const { pad, koppen } = this.organisatie;
    let voorwaarde: Record<string, string> = { "if-none-match": "*" };
    for (let aantal = 1; this.door; aantal++) {
      const inhoud = JSON.stringify({ ...staat([aantal]), inzendingId: randomUUID() });
      while (!this.weg) {
        const antwoord = await vraag(`${this.basis(zender)}${pad}/registraties/lijst-${zender}`, { methode: "PUT", koppen: { ...koppen, ...voorwaarde }, inhoud }, this.agent);
        if (antwoord && antwoord.status <= 201) {
          this.bewijzen.push(JSON.parse(antwoord.tekst) as Ontvangstbewijs);
          voorwaarde = { "if-match": antwoord.etag };
          break;
        }
        if (antwoord) {
          expect([antwoord.status, antwoord.soort, antwoord.tekst]).toEqual([503, expect.stringContaining("application/problem+json"), expect.stringContaining("is bewaard")]);
          this.geweigerd++;
        } else this.afgebroken++;
        await wacht(20);
      }
    }
  }
}

/** What the machine that watches over the service hears: [live, ready]. */
export async function gezondheid({ basis }: Pick<Proces, "basis">): Promise<readonly (number | undefined)[]> {
  return [(await vraag(`${basis}/health/live`))?.status, (await vraag(`${basis}/health/ready`))?.status];
}

/** Resolves when /health/ready answers this. Rejects when that takes longer than LIMIET. */
export async function gereedWordt(server: Proces, status: number): Promise<void> {
  const begin = performance.now();
  for (let gezien = await gezondheid(server); gezien[1] !== status; gezien = await gezondheid(server)) {
    if (performance.now() - begin > LIMIET) throw new Error(`/health/ready blijft ${gezien[1]}`);
    await wacht(20);
  }
  expect((await gezondheid(server))[0]).toBe(200);
}

export async function stopNetjes(...servers: readonly Proces[]): Promise<void> {
  for (const { kind, uitgang } of servers) {
    kind.kill("SIGTERM");
    expect(await uitgang).toBe(0);
  }
}

export function wacht(milliseconden: number): Promise<void> {
  return new Promise((klaar) => setTimeout(klaar, milliseconden));
}
