import type { Server } from "../route";
import type { Verzoeklimiet } from "../verzoeklimiet";
import { auditlogRoutes } from "./auditlog";
import { organisatieRoutes } from "./organisaties";
import { responsRoutes } from "./respons";
import { eisSessie, sessieRoutes } from "./sessies";

/** Everything under /v1/servicepunt: signed in with a cookie, and with a CSRF token for what changes something. */
export function servicepuntRoutes(server: Server, limiet: Verzoeklimiet, https: boolean): void {
  sessieRoutes(server, limiet, https);
  responsRoutes(server, eisSessie);
  organisatieRoutes(server, eisSessie);
  auditlogRoutes(server, eisSessie);
}
