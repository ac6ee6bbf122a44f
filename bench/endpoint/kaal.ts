import fastify from "fastify";

/** Bare Fastify: takes the same JSON and answers something of the size of a receipt. No schema, no database, no headers. */
const server = fastify({ logger: false });
const antwoord = { kenmerk: "MM-2026-7K3M-Q2X", hash: "0".repeat(64), wijzigingen: Array.from({ length: 12 }, () => ({ periode: "2026-01", soort: "nieuw", was: null, wordt: { gestart: 1, afgesloten: 0 } })) };
server.put("/v1/organisaties/:organisatieId/registraties/:registratieId", async (_request, reply) => reply.code(201).send(antwoord));
void server.listen({ port: 0, host: "127.0.0.1" }).then((adres) => process.stdout.write(`${adres.replace("127.0.0.1", "localhost")}\n`));
