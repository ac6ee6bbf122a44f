import type { Omgeving } from "../../register/omgeving";
import type { Server } from "../route";
import type { Verzoeklimiet } from "../verzoeklimiet";
import { organisatieRoutes } from "./organisaties";
import { responsRoutes } from "./respons";
import { eisSessie, sessieRoutes } from "./sessies";

/** Everything under /v1/servicepunt: signed in with a cookie, and with a CSRF token for what changes something. */
export function servicepuntRoutes(server: Server, omgeving: Omgeving, limiet: Verzoeklimiet, https: boolean): void {
  const onRequest = eisSessie(omgeving);
  sessieRoutes(server, omgeving, limiet, https);
  responsRoutes(server, omgeving, onRequest);
  organisatieRoutes(server, omgeving, onRequest);
}
