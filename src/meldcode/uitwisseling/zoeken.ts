/** Case and accents do not matter when someone looks for an organisation. */
export function vereenvoudig(tekst: string): string {
  return tekst.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** What an organisation is looked for in: its name, and its number with and without hyphens. */
export function zoektekst(naam: string, organisatieId: string): string {
  const nummer = organisatieId.toLowerCase();
  return `${vereenvoudig(naam)} ${nummer} ${nummer.replaceAll("-", "")}`;
}

/** Every one of these must occur in the zoektekst. */
export function zoekwoorden(zoek: string): string[] {
  return vereenvoudig(zoek).split(/\s+/).filter(Boolean);
}
