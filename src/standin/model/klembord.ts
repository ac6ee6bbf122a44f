/** Text from the clipboard as rows of cells: tabs and line ends part them, but not inside a cell that begins with a quote. */
export function leesBlok(tekst: string): string[][] {
  const rijen: string[][] = [[]];
  const regels = tekst.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  let begin = 0;
  while (begin <= regels.length) {
    const einde = celeinde(regels, begin);
    const cel = regels.slice(begin, einde);
    rijen.at(-1)?.push(cel.startsWith('"') && cel.endsWith('"') && cel.length > 1 ? cel.slice(1, -1).replaceAll('""', '"') : cel);
    if (regels[einde] === "\n") rijen.push([]);
    begin = einde + 1;
  }
  return rijen;
}

function celeinde(tekst: string, begin: number): number {
  let positie = begin;
  if (tekst[positie] === '"') {
    const slot = /"(?=[\t\n]|$)/g;
    slot.lastIndex = positie + 1;
    const dicht = slot.exec(tekst);
    if (dicht) return dicht.index + 1;
  }
  while (positie < tekst.length && tekst[positie] !== "\t" && tekst[positie] !== "\n") positie++;
  return positie;
}

/** The other way around, for copying: what a cell shows, with quotes where a tab, line end or quote would part it. */
export function maakBlok(rijen: readonly (readonly string[])[]): string {
  return rijen.map((rij) => rij.map((cel) => (/[\t\n"]/.test(cel) ? `"${cel.replaceAll('"', '""')}"` : cel)).join("\t")).join("\n");
}
