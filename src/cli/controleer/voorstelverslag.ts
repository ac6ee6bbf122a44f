import type { Voorstel } from "../../meldcode/koppeling/voorstel/voorstel";
import { kopVan, type Vraagstelling } from "../../meldcode/vraagstelling";
import { VOORSTEL } from "./teksten";

/** The proposal for people: what is certain, then what must be asked. */
export function voorstelverslag({ bestand, bereiken, nietGelezen, kolommen, waarden, filters, vragen }: Voorstel & { readonly bestand: string }, vraagstelling: Vraagstelling): string {
  const voorbeelden = (van: readonly { readonly tekst: string }[]) => (van.length === 0 ? "" : ` (${van.map(({ tekst }) => tekst).join("; ")})`);
  const regels = [
    ...bereiken.map(VOORSTEL.bereik),
    ...nietGelezen.map(VOORSTEL.nietGelezen),
    ...kolommen.map((gok) => `${VOORSTEL.kolom(kopVan(gok.veld, vraagstelling), gok.kop, gok.kolom, gok.zekerheid)}${voorbeelden(gok.voorbeelden)}`),
    ...waarden.flatMap(({ veld, woord, betekenis, zekerheid }) => (betekenis === null ? [] : [VOORSTEL.waarde(kopVan(veld, vraagstelling), woord, betekenis, zekerheid)])),
    ...filters.map(({ kop, weglaten }) => VOORSTEL.filter(kop, weglaten)),
  ];
  const gevraagd = vragen.map((vraag, i) => `${i + 1}. ${vraag.zin}`);
  return [`${bestand}\n${VOORSTEL.oordeel(vragen.length)}`, regels.map((regel) => `- ${regel}`).join("\n"), gevraagd.join("\n")].filter((blok) => blok !== "").join("\n\n");
}
