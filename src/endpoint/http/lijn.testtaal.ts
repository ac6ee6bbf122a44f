import { connect, type AddressInfo, type Socket } from "node:net";
import { PROBLEEM_BASIS, type Probleem } from "../../meldcode/uitwisseling/probleem";
import { CATALOGUS } from "../register/probleemfout";
import type { Dienst } from "../testtaal";
import { API_VERSIE } from "./kopregels";

/** A bare connection to a listening service: for what no HTTP client would send. */
export interface Lijn {
  readonly socket: Socket;
  stuur(bytes: string | Uint8Array): void;
  /** All that came back until the service closed the connection. */
  readonly alles: Promise<string>;
}

export async function luister(d: Dienst): Promise<number> {
  await d.server.listen({ port: 0, host: "127.0.0.1" });
  return (d.server.server.address() as AddressInfo).port; // listens on TCP
}

/** `halfOpen`: our side stays open when the service closes its own. */
export function lijn(poort: number, { halfOpen = false } = {}): Lijn {
  const socket = connect({ port: poort, host: "127.0.0.1", allowHalfOpen: halfOpen });
  const stukken: Buffer[] = [];
  socket.on("data", (stuk) => stukken.push(stuk));
  // Being cut off is one of the outcomes.
  socket.on("error", () => undefined);
  const alles = new Promise<string>((klaar) => socket.on("close", () => klaar(Buffer.concat(stukken).toString("latin1"))));
  return { socket, stuur: (bytes) => void socket.write(bytes), alles };
}

/** Sends it all at once, and answers what came back until the service closed. */
export function vraagRauw(poort: number, bytes: string | Uint8Array): Promise<string> {
  const deze = lijn(poort);
  deze.stuur(bytes);
  return deze.alles;
}

export interface RauwAntwoord {
  readonly status: number;
  readonly koppen: Readonly<Record<string, string>>;
  readonly lichaam: string;
}

/** Every answer on a connection, in order. Throws when it is no HTTP/1.1 with Content-Length. */
export function leesAntwoorden(tekst: string): RauwAntwoord[] {
  const antwoorden: RauwAntwoord[] = [];
  for (let rest = tekst; rest !== ""; ) {
    const einde = rest.indexOf("\r\n\r\n");
    const [regel = "", ...regels] = rest.slice(0, einde).split("\r\n");
    const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(regel)?.[1]);
    if (einde < 0 || Number.isNaN(status)) throw new Error(`Geen HTTP-antwoord: ${JSON.stringify(rest.slice(0, 200))}`);
    const koppen = Object.fromEntries(regels.map((kop) => [kop.slice(0, kop.indexOf(":")).toLowerCase(), kop.slice(kop.indexOf(":") + 1).trim()]));
    const lengte = Number(koppen["content-length"] ?? 0);
    antwoorden.push({ status, koppen, lichaam: rest.slice(einde + 4, einde + 4 + lengte) });
    rest = rest.slice(einde + 4 + lengte);
  }
  return antwoorden;
}

/** Checks that an answer is that problem, with the headers that every answer has. */
export function verwachtRauwProbleem(antwoord: RauwAntwoord | undefined, code: keyof typeof CATALOGUS): void {
  const { status, title } = CATALOGUS[code];
  expect(antwoord).toMatchObject({
    status,
    koppen: { "api-version": API_VERSIE, "x-content-type-options": "nosniff", "x-frame-options": "DENY", "cache-control": "no-store", "content-security-policy": "default-src 'none'; frame-ancestors 'none'" },
  });
  expect(antwoord?.koppen["content-type"]).toMatch(/^application\/problem\+json/);
  const probleem = JSON.parse(Buffer.from(antwoord?.lichaam ?? "", "latin1").toString()) as Probleem;
  expect(probleem).toMatchObject({ type: PROBLEEM_BASIS + code, status, title });
  expect(probleem.detail).toMatch(/niets verloren/);
}
