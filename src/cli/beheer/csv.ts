/** Reads a csv: semicolons or commas (whichever the first line has more of), quotes, a byte order mark. `nummer`: the line on which the record starts, from 1. */
export function leesCsv(tekst: string): { nummer: number; cellen: string[] }[] {
  const inhoud = tekst.replace(/^\uFEFF/, "");
  const kop = inhoud.split(/\r?\n/, 1)[0] ?? "";
  const scheiding = kop.split(";").length >= kop.split(",").length ? ";" : ",";
  const regels: { nummer: number; cellen: string[] }[] = [];
  let cellen: string[] = [];
  let cel = "";
  let tussenAanhalingstekens = false;
  let nummer = 1;
  let begin = 1;
  for (let i = 0; i < inhoud.length; i++) {
    const teken = inhoud[i] ?? "";
    if (teken === "\n") nummer++;
    if (tussenAanhalingstekens) {
      if (teken !== '"') cel += teken;
      else if (inhoud[i + 1] === '"') {
        cel += '"';
        i++;
      } else tussenAanhalingstekens = false;
    } else if (teken === '"' && cel === "") tussenAanhalingstekens = true;
    else if (teken === scheiding) {
      cellen.push(cel);
      cel = "";
    } else if (teken === "\n") {
      regels.push({ nummer: begin, cellen: [...cellen, cel] });
      cellen = [];
      cel = "";
      begin = nummer;
    } else if (teken !== "\r") cel += teken;
  }
  if (cel !== "" || cellen.length > 0) regels.push({ nummer: begin, cellen: [...cellen, cel] });
  return regels;
}
