/** What JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [naam: string]: Json | undefined };

/** Canonical JSON (RFC 8785 for our integers and plain text): sorted keys, no blanks. Equal content gives equal text, so it can be hashed. */
export function canoniekeJson(waarde: Json): string {
  if (waarde === null || typeof waarde !== "object") return typeof waarde === "string" ? citeer(waarde) : String(waarde);
  let tekst = "";
  if (isLijst(waarde)) {
    for (const deel of waarde) tekst += `${tekst === "" ? "" : ","}${canoniekeJson(deel)}`;
    return `[${tekst}]`;
  }
  for (const naam of opVolgorde(Object.keys(waarde))) {
    const deel = waarde[naam];
    if (deel !== undefined) tekst += `${tekst === "" ? "" : ","}${citeer(naam)}:${canoniekeJson(deel)}`;
  }
  return `{${tekst}}`;
}

/** Nothing in it that JSON escapes. */
const GEWOON = /^[ !#-[\]-~]*$/;

function citeer(tekst: string): string {
  return GEWOON.test(tekst) ? `"${tekst}"` : JSON.stringify(tekst);
}

/** In place, by insertion: what takes in states writes this of each of them, and for lists this short nothing is faster. */
function opVolgorde(namen: string[]): string[] {
  for (let i = 1; i < namen.length; i++) {
    const naam = namen[i] ?? "";
    let plaats = i;
    for (; plaats > 0 && (namen[plaats - 1] ?? "") > naam; plaats--) namen[plaats] = namen[plaats - 1] ?? "";
    namen[plaats] = naam;
  }
  return namen;
}

/** Array.isArray does not know lists that are only read. */
function isLijst(waarde: Json): waarde is readonly Json[] {
  return Array.isArray(waarde);
}
