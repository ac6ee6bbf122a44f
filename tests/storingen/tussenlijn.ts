import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import type { Cluster } from "../database/cluster";

/** A line to PostgreSQL that can go dead without either side hearing of it, as when a cable or a firewall between them fails. */
export interface Tussenlijn {
  /** postgres://… through it. */
  readonly url: string;
  /** From now on nothing comes through, in either direction; who connects is let in and hears nothing. */
  zwijg(): void;
  /** New connections work again. Those that went dead stay dead. */
  spreek(): void;
  /** Connections that are open on the side of the service. */
  open(): number;
  sluit(): void;
}

export async function legTussenlijn({ url }: Cluster): Promise<Tussenlijn> {
  const daar = new URL(url);
  const map = daar.searchParams.get("host");
  const verbind = () => (map === null ? connect(Number(daar.port), daar.hostname) : connect(`${map}/.s.PGSQL.${daar.port || "5432"}`));
  const verbindingen = new Set<Socket>();
  let dood = false;

  const server = createServer((hier) => {
    verbindingen.add(hier);
    hier.on("error", () => undefined).on("close", () => verbindingen.delete(hier));
    if (dood) return void hier.resume();
    const ginds = verbind();
    ginds.on("error", () => undefined).on("close", () => hier.destroy());
    hier.on("close", () => ginds.destroy());
    hier.pipe(ginds).pipe(hier);
  });
  await new Promise<void>((klaar) => server.listen(0, "127.0.0.1", klaar));

  return {
    url: `postgres://${daar.username}@127.0.0.1:${(server.address() as AddressInfo).port}${daar.pathname}`, // listens on TCP
    zwijg() {
      dood = true;
      for (const verbinding of verbindingen) verbinding.unpipe().resume();
    },
    spreek() {
      dood = false;
    },
    open: () => verbindingen.size,
    sluit() {
      server.close();
      for (const verbinding of verbindingen) verbinding.destroy();
    },
  };
}
