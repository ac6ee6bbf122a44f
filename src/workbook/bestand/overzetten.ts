import { type Datumstelsel, serieUitDatum } from "../../meldcode/datum";
import { leesDatum } from "../../meldcode/lezen/datums";
import { isBlanco } from "../../meldcode/lezen/tekst";
import type { Cel } from "../../meldcode/veld";
import { DATUMNOTATIE } from "../lijstontwerp";
import { bewaarWerkmap, type Wijziging } from "../xlsx/bewaren";
import { nieuweWerkmap, Werkmap } from "../xlsx/werkmap";
import type { Bron, Celblad } from "../../meldcode/koppeling/celblad";

/**
 * A csv or an old .xls as an .xlsx with the same cells in the same places: those files cannot hold the sheets Koppeling and Verzonden.
 * Columns of dates become dates; all else stays what it was.
 */
export function zetOver({ bladen, datumstelsel }: Bron): Uint8Array {
  const [eerste] = bladen;
  const alsDag = (cel: Cel): Cel => {
    const datum = leesDatum(cel, datumstelsel).waarde;
    return datum === null ? cel : serieUitDatum(datum, datumstelsel);
  };
  return bewaarWerkmap(leeg(eerste?.blad, datumstelsel), bladen.flatMap((blad, i): Wijziging[] => {
    const datumkolommen = vindDatumkolommen(blad, datumstelsel);
    const cellen = Array.from(blad.rijen).flatMap(([rij, inhoud]) =>
      inhoud.flatMap((cel, kolom): Wijziging[] => {
        if (cel === undefined || cel === null || cel === "") return [];
        const datum = datumkolommen.has(kolom) && isDag(cel, datumstelsel);
        return [{ soort: "cel", blad: blad.blad, rij, kolom, waarde: datum ? alsDag(cel) : cel, ...(datum && { opmaak: { getalnotatie: DATUMNOTATIE } }) }];
      }),
    );
    return [...(i === 0 ? [] : [{ soort: "blad-toevoegen", naam: blad.blad, zichtbaarheid: blad.zichtbaar ? "zichtbaar" : "verborgen" } as const]), ...cellen];
  }));
}

/** In the date system of the file it came from: not every number that is a day is known as one here. */
function leeg(blad: string | undefined, stelsel: Datumstelsel): Werkmap {
  const werkmap = nieuweWerkmap(blad);
  if (stelsel === 1900) return werkmap;
  const { werkmapdeel, pakket } = werkmap;
  return new Werkmap(pakket.met(new Map([[werkmapdeel, pakket.tekst(werkmapdeel).replace("<bookViews>", '<workbookPr date1904="1"/><bookViews>')]])), werkmapdeel);
}

/** Columns in which at least half of what stands there, headers included, are days. */
function vindDatumkolommen({ rijen }: Celblad, stelsel: Datumstelsel): ReadonlySet<number> {
  const kolommen = new Map<number, { dagen: number; gevuld: number; heetDatum: boolean }>();
  for (const cellen of rijen.values()) {
    cellen.forEach((cel, nummer) => {
      if (cel === undefined || cel === null || isBlanco(cel)) return;
      const kolom = kolommen.get(nummer) ?? { dagen: 0, gevuld: 0, heetDatum: false };
      kolom.gevuld += 1;
      if (isDag(cel, stelsel)) kolom.dagen += 1;
      else if (typeof cel === "string" && /dat(?:um|a)|geboren/i.test(cel)) kolom.heetDatum = true;
      kolommen.set(nummer, kolom);
    });
  }
  // A number may be a day or, say, the number of a client: only the header tells.
  const isDatumkolom = (nummer: number, { dagen, gevuld, heetDatum }: { dagen: number; gevuld: number; heetDatum: boolean }) =>
    dagen * 2 >= gevuld && (heetDatum || !Array.from(rijen.values()).some((cellen) => typeof cellen[nummer] === "number"));
  return new Set(Array.from(kolommen).flatMap(([nummer, kolom]) => (isDatumkolom(nummer, kolom) ? [nummer] : [])));
}

/** A date without a time: with one, a part of it would be lost. */
function isDag(cel: Cel, stelsel: Datumstelsel): boolean {
  if (typeof cel === "number" && !Number.isInteger(cel)) return false;
  return !(typeof cel === "string" && cel.includes(":")) && leesDatum(cel, stelsel).waarde !== null;
}
