import { randomUUID } from "node:crypto";
import { Client } from "pg";

/** Which database this run of the tests is about (jest.config.mjs). */
export const DATABANK: "sqlite" | "postgres" = "DATABANK" in globalThis ? "postgres" : "sqlite";

/** The place of an empty database: in memory, or a schema of its own in the PostgreSQL that jest started. */
export async function proefdatabase(): Promise<string> {
  if (DATABANK === "sqlite") return ":memory:";
  const url = process.env.TESTDATABASE_URL;
  if (url === undefined) throw new Error("No PostgreSQL was started: tests/database/opzetten.ts did not run.");
  const naam = `t${randomUUID().replaceAll("-", "")}`;
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`create schema ${naam}`);
  await client.end();
  return `${url}${url.includes("?") ? "&" : "?"}options=${encodeURIComponent(`-c search_path=${naam}`)}`;
}
