/** What JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [naam: string]: Json | undefined };

/** Canonical JSON (RFC 8785 for our integers and plain text): sorted keys, no blanks. Equal content gives equal text, so it can be hashed. */
export function canoniekeJson(waarde: Json): string {
  if (waarde === null || typeof waarde !== "object") return JSON.stringify(waarde);
  if (isLijst(waarde)) return `[${waarde.map(canoniekeJson).join(",")}]`;
  const delen: string[] = [];
  for (const naam of Object.keys(waarde).sort()) {
    const deel = waarde[naam];
    if (deel !== undefined) delen.push(`${JSON.stringify(naam)}:${canoniekeJson(deel)}`);
  }
  return `{${delen.join(",")}}`;
}

/** Array.isArray does not know lists that are only read. */
function isLijst(waarde: Json): waarde is readonly Json[] {
  return Array.isArray(waarde);
}
