import { createServer, type Server } from "node:http";
import { collectDefaultMetrics, Counter, Histogram, Registry } from "prom-client";
import type { Logregel } from "./http/logboek";
import { TIJDEN } from "./http/vervoer";

/**
 * What Prometheus may know: counted from the log's lines, so that nothing can stand here that may not stand there. Every label
 * is from a fixed list: methods, patterns of routes, status codes. No organisation, no municipality.
 */
export class Metingen {
  private readonly register = new Registry();
  private readonly duur = new Histogram({
    name: "meldcode_verzoek_seconden",
    help: "Duur van een verzoek, per route en status",
    labelNames: ["methode", "route", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [this.register],
  });
  private readonly afgewezen = new Counter({ name: "meldcode_afgewezen_totaal", help: "Verzoeken die al voor een route zijn geweigerd, per status", labelNames: ["status"], registers: [this.register] });
  private readonly storingen = new Counter({ name: "meldcode_storingen_totaal", help: "Fouten aan onze kant", registers: [this.register] });

  tel(regel: Logregel): void {
    if (regel.soort === "verzoek") this.duur.observe({ methode: regel.methode, route: regel.route, status: regel.status }, regel.milliseconden / 1000);
    else if (regel.soort === "afgewezen") this.afgewezen.inc({ status: regel.status });
    else this.storingen.inc();
  }

  /** Processor, memory and event loop of this process too. Once a process. */
  telProces(): void {
    collectDefaultMetrics({ register: this.register });
  }

  tekst(): Promise<string> {
    return this.register.metrics();
  }

  /** `/metrics`, and nothing else; on a port of its own that the outside world does not reach. */
  luister(poort: number, host: string): Promise<Server> {
    const server = createServer({ headersTimeout: TIJDEN.kopregels, requestTimeout: TIJDEN.verzoek, connectionsCheckingInterval: TIJDEN.controle }, (verzoek, antwoord) => {
      if (verzoek.url !== "/metrics") return void antwoord.writeHead(404).end();
      void this.tekst().then((tekst) => antwoord.writeHead(200, { "Content-Type": this.register.contentType }).end(tekst));
    });
    server.setTimeout(TIJDEN.stil);
    return new Promise((klaar, mislukt) => {
      server.once("error", mislukt);
      server.listen(poort, host, () => klaar(server.unref()));
    });
  }
}
