import { kopsleutel } from "../../lezen/koppen";
import { isBlanco } from "../../lezen/tekst";
import { kopVan, type Vraagstelling } from "../../vraagstelling";
import type { Bron } from "../celblad";
import { type Koppeling, WAARDEN } from "../koppeling";
import { VRAGEN } from "../teksten";
import { type Gekoppeld, pasKoppelingToe } from "../toepassen";
import { type Kolom, voorbeelden } from "./kolommen";
import type { Vraag } from "./vragen";

/** A few forgotten cells are findings; from here on it looks like a habit. */
const MINSTE_LEGE = 3;
const AANDEEL_LEGE = 0.2;

/** Of these an empty cell may say something; of an indicator it is not known. */
export const LEEGVELDEN = ["sisa", "consultatie", "stap5"] as const;
export type Leegveld = (typeof LEEGVELDEN)[number];

/** What only shows when the rows are read through the mapping as it stands. `vrij`: columns that are for nothing yet; `zeker`: fields whose columns are not asked for. */
export function vragenOverRijen(koppeling: Koppeling, bron: Bron, vrij: readonly Kolom[], zeker: readonly Leegveld[], vraagstelling: Vraagstelling): Vraag[] {
  const lees = (anders: Partial<Koppeling> = {}) => pasKoppelingToe({ ...koppeling, ...anders }, bron, vraagstelling);
  const { leeftijd, vragen } = koppeling.leeftijd === undefined ? vraagLeeftijd(lees, bron, vrij, kopVan("sisa", vraagstelling)) : { leeftijd: koppeling.leeftijd, vragen: [] };
  const gelezen = lees({ leeftijd });
  vragen.push(...zeker.flatMap((veld) => vraagLeeg(veld, kopVan(veld, vraagstelling), koppeling, gelezen, bron)));
  if (koppeling.zelfdeZaak === undefined && koppeling.bereiken.length > 1) {
    const { samengevoegd } = lees({ zelfdeZaak: true });
    if (samengevoegd > 0) vragen.push({ soort: "zelfde-zaak", zin: VRAGEN.zelfdeZaak(samengevoegd) });
  }
  return vragen;
}

/** Asked when it would decide something. */
function vraagLeeftijd(lees: (anders: Partial<Koppeling>) => Gekoppeld, bron: Bron, vrij: readonly Kolom[], sisaNaam: string): { leeftijd: Koppeling["leeftijd"]; vragen: Vraag[] } {
  const niets = { leeftijd: null, vragen: [] };
  const kolom = vrij.find(({ kop }) => /\bleeftijd|^lft$|geboorte ?datum|\bgeb(oren)? ?(datum|dat|op)?$/.test(kopsleutel(kop)));
  if (!kolom) return niets;
  const { kop, kolom: letters, cellen } = kolom;
  const soort = /leeftijd|^lft$/.test(kopsleutel(kop)) ? ("leeftijd" as const) : ("geboortedatum" as const);
  const leeftijd = { kop, kolom: letters, soort };
  const nvt = (anders: Partial<Koppeling>) => lees(anders).inhoud.sisa?.filter((waarde) => waarde === "N.v.t.").length ?? 0;
  const beslist = nvt({ leeftijd }) - nvt({ leeftijd: null });
  if (beslist === 0) return niets;
  return { leeftijd, vragen: [{ soort: "leeftijd", kop, kolom: letters, wat: soort, zin: VRAGEN.leeftijd(kop, beslist, sisaNaam), voorbeelden: voorbeelden(cellen, bron) }] };
}

/** A field that is empty in many closed cases is not forgotten: it says something. */
function vraagLeeg(veld: Leegveld, naam: string, { velden }: Koppeling, { inhoud, plaats }: Gekoppeld, bron: Bron): Vraag[] {
  const deel = velden[veld];
  if (!deel || deel.leeg !== undefined || deel.kolommen.length === 0) return [];
  const gesloten = (inhoud.einddatum ?? []).flatMap((einde, positie) => (isBlanco(einde) ? [] : [positie]));
  const leeg = gesloten.filter((positie) => isBlanco(inhoud[veld]?.[positie] ?? null));
  if (leeg.length < MINSTE_LEGE || leeg.length < AANDEEL_LEGE * gesloten.length) return [];
  const plekken = leeg.slice(0, 3).flatMap((positie) => voorbeelden([{ ...plaats(positie, veld), waarde: "" }], bron));
  const [een, twee] = deel.kolommen;
  if (een && twee && veld !== "sisa" && een.leeg === undefined && [een, twee].every(({ waarden }) => Object.values(waarden ?? {}).includes("niet") || !Object.values(waarden ?? {}).includes("ja"))) {
    return [{ soort: "leeg-naast", veld, zin: VRAGEN.leegNaast(een.kop, twee.kop), mogelijk: ["niet", "open"], voorbeelden: plekken }];
  }
  return [{ soort: "leeg", veld, zin: VRAGEN.leeg(naam, leeg.length), mogelijk: [...Object.keys(WAARDEN[veld]), "open"], voorbeelden: plekken }];
}
