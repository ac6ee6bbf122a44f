import { createHash } from "node:crypto";

/** SHA-256, hex. */
export function sha256(tekst: string): string {
  return createHash("sha256").update(tekst, "utf8").digest("hex");
}
