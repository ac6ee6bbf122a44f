import * as z from "zod/mini";
import type { Opslag } from "../database/opslag";
import { Probleemfout } from "../register/probleemfout";
import type { Server } from "./route";
import { HTTP_TEKSTEN } from "./teksten";

const gezondSchema = z.object({ status: z.literal("ok") });

/** Outside /v1: for the machine that watches over the service. */
export function gezondheidRoutes(server: Server, opslag: Opslag): void {
  const schema = { hide: true, response: { 200: gezondSchema } };
  server.get("/health/live", { schema }, () => ({ status: "ok" as const }));
  server.get("/health/ready", { schema }, async () => {
    try {
      await opslag.kanSchrijven();
    } catch {
      throw new Probleemfout("storing", HTTP_TEKSTEN.nietGereed, { status: 503 });
    }
    return { status: "ok" as const };
  });
}
