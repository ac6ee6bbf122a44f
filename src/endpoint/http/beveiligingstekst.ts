import { huidigBeleid } from "../register/beleid";
import type { Server } from "./route";

export interface Beveiligingsmelding {
  /** URI of whom to tell of a weakness; undefined: the Servicepunt's e-mail address in the policy. */
  readonly contact?: string | undefined;
  /** Until when that holds; undefined: half a year from when it is asked, because the policy's address holds while the service runs. */
  readonly tot?: Date | undefined;
}

const HALF_JAAR = 180 * 86_400_000;

/** security.txt (RFC 9116): whom to tell of a weakness. */
export function beveiligingsRoute(server: Server, { contact, tot }: Beveiligingsmelding): void {
  server.get("/.well-known/security.txt", { config: { openbaar: true }, schema: { hide: true } }, async ({ omgeving }, reply) => {
    const wie = contact ?? `mailto:${(await huidigBeleid(omgeving.opslag.lees)).beleid.contact.email}`;
    const einde = tot ?? new Date(omgeving.nu().getTime() + HALF_JAAR);
    const regels = [`Contact: ${wie}`, `Expires: ${einde.toISOString()}`, "Preferred-Languages: nl, en"];
    return reply.headers({ "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "public, max-age=3600" }).send(`${regels.join("\n")}\n`);
  });
}
