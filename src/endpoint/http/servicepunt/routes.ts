import type { Logboek } from "../logboek";
import type { Server } from "../route";
import type { Verzoeklimiet } from "../verzoeklimiet";
import { type Aanbieders, aanmeldRoutes } from "./aanmelden";
import { auditlogRoutes } from "./auditlog";
import { beleidsbeheerRoutes } from "./beleid";
import { bewaakServicepunt } from "./bewaking";
import { Koekjes } from "./koekje";
import { organisatieRoutes } from "./organisaties";
import { periodeRoutes } from "./perioden";
import { responsRoutes } from "./respons";
import { sessieRoutes } from "./sessies";

export interface Servicepuntopties {
  readonly limiet: Verzoeklimiet;
  readonly https: boolean;
  readonly aanbieders: Aanbieders;
  readonly logboek: Logboek;
}

/** Everything under /v1/servicepunt, guarded by one table (bewaking.ts), and how a browser signs in elsewhere. */
export function servicepuntRoutes(server: Server, { limiet, https, aanbieders, logboek }: Servicepuntopties): void {
  const koekjes = new Koekjes(https);
  bewaakServicepunt(server, koekjes);
  sessieRoutes(server, limiet, koekjes, aanbieders);
  aanmeldRoutes(server, limiet, koekjes, aanbieders, https, logboek);
  responsRoutes(server);
  organisatieRoutes(server);
  periodeRoutes(server);
  beleidsbeheerRoutes(server);
  auditlogRoutes(server);
}
