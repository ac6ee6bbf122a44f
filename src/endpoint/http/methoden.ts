import type { FastifyInstance } from "fastify";

/**
 * OPTIONS at every address says which methods there are (RFC 9110 §9.3.7). Call before the routes are added; the function it
 * answers adds the OPTIONS routes, when all the others are there.
 */
export function verzamelMethoden(server: FastifyInstance): () => void {
  const methoden = new Map<string, Set<string>>();
  server.addHook("onRoute", ({ url, method }) => {
    const hier = methoden.get(url) ?? new Set();
    for (const een of [method].flat()) hier.add(een);
    methoden.set(url, hier);
  });
  return () => {
    for (const [url, hier] of methoden) {
      // "/*" is whatever file there may be: no address of its own.
      if (url.endsWith("*")) continue;
      const toegestaan = [...hier, "OPTIONS"].sort().join(", ");
      server.options(url, { schema: { hide: true } }, (_request, reply) => reply.code(204).header("Allow", toegestaan).send());
    }
  };
}
