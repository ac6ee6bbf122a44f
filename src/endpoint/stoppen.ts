import { Server } from "node:net";
import type { FastifyInstance } from "fastify";

export interface Stoptijden {
  /** How long a connection without a request is still kept, in milliseconds: a request may be on its way. */
  readonly uitloop: number;
  /** When everything is cut, in milliseconds; longer than a request may take. Orchestrators kill after 30 s (see deploy/). */
  readonly uiterlijk: number;
}

/**
 * Prepares a server for stopping without a lost answer; call before it listens. The function it answers refuses new
 * connections at once, answers every request that was begun and says to its sender that the connection ends with it, and
 * resolves when the last one is gone.
 */
export function maakStopbaar(server: FastifyInstance, { uitloop, uiterlijk }: Stoptijden = { uitloop: 500, uiterlijk: 35_000 }): () => Promise<void> {
  let stopt = false;
  server.addHook("onSend", (_request, reply, _payload, klaar) => {
    if (stopt) void reply.header("Connection", "close");
    klaar();
  });
  return async () => {
    stopt = true;
    const { server: http } = server;
    // http's own close cuts connections that are idle now, and stops watching slow senders; net's only stops listening.
    const leeg = new Promise<void>((klaar) => Server.prototype.close.call(http, () => klaar()));
    const wekkers = [setTimeout(() => http.closeIdleConnections(), uitloop), setTimeout(() => http.closeAllConnections(), uiterlijk)];
    await leeg;
    wekkers.forEach(clearTimeout);
    await server.close();
  };
}
