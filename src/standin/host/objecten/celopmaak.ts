import { MAX_KOLOMMEN, MAX_RIJEN, type Gebied } from "../../model/adres";
import { binnenGebruik, magSchuiven, maakOp } from "../../model/bewerking";
import { STANDAARD_BREEDTE, STANDAARD_HOOGTE, type Blad } from "../../model/blad";
import type { Stijl } from "../../model/cel";
import type { Werkmap } from "../../model/werkmap";
import { kleur, logisch, tekst } from "../argument";
import { ongeldig } from "../hostfout";
import type { Eigenschap, Hostobject, Json } from "../hostobject";

/** Excel.RangeFormat, with its fill and font. A property that differs between cells reads null, as in Excel. */
export function celopmaak(werkmap: Werkmap, blad: Blad, g: Gebied): Hostobject {
  const zetStijl = (stijl: Stijl): void => {
    const vak = g.rijen === MAX_RIJEN || g.kolommen === MAX_KOLOMMEN ? binnenGebruik(blad, g) : g;
    if (vak) maakOp(werkmap, blad, vak, { stijl });
  };
  const gelijk = (van: (rij: number, kolom: number) => Json): Json => {
    const eerste = van(g.rij, g.kolom);
    for (let r = g.rij; r < Math.min(g.rij + g.rijen, blad.hoogte); r++) for (let k = g.kolom; k < g.kolom + Math.min(g.kolommen, 256); k++) if (van(r, k) !== eerste) return null;
    return eerste;
  };
  const stijlen = <K extends keyof Stijl>(naam: K, anders: Json, lees: (waarde: unknown) => NonNullable<Stijl[K]>): Eigenschap => ({
    lees: () => gelijk((r, k) => blad.cel(r, k)?.stijl?.[naam] ?? anders),
    zet: (waarde) => zetStijl({ [naam]: lees(waarde) }),
  });
  const maat = (as: "kolom" | "rij"): Eigenschap => ({
    lees: () => {
      const [van, aantal, kaart, anders] = as === "kolom" ? [g.kolom, g.kolommen, blad.gegevens.kolombreedtes, STANDAARD_BREEDTE] as const : [g.rij, g.rijen, blad.gegevens.rijhoogtes, STANDAARD_HOOGTE] as const;
      const maten = new Set(Array.from({ length: Math.min(aantal, 10_000) }, (_, i) => kaart.get(van + i) ?? anders));
      return maten.size === 1 ? ([...maten][0] ?? null) : null;
    },
    zet: (waarde) => {
      if (typeof waarde !== "number" || waarde < 0) throw ongeldig(as === "kolom" ? "columnWidth" : "rowHeight");
      magSchuiven(blad);
      const kaart = new Map(as === "kolom" ? blad.gegevens.kolombreedtes : blad.gegevens.rijhoogtes);
      const [van, aantal] = as === "kolom" ? [g.kolom, g.kolommen] : [g.rij, g.rijen];
      for (let i = van; i < van + aantal; i++) kaart.set(i, waarde);
      werkmap.zetBlad(blad, as === "kolom" ? { kolombreedtes: kaart } : { rijhoogtes: kaart });
      werkmap.meld({ soort: "opmaak", blad: blad.id });
    },
  });
  return {
    soort: "RangeFormat",
    eigenschappen: {
      ColumnWidth: { sinds: "1.2", ...maat("kolom") },
      RowHeight: { sinds: "1.2", ...maat("rij") },
      HorizontalAlignment: stijlen("horizontaal", "General", (w) => tekst(w, "horizontalAlignment")),
      VerticalAlignment: stijlen("verticaal", "Bottom", (w) => tekst(w, "verticalAlignment")),
      WrapText: stijlen("terugloop", false, (w) => logisch(w, "wrapText")),
    },
    navigatie: {
      Fill: {
        geef: () => ({
          soort: "RangeFill",
          eigenschappen: { Color: stijlen("vulling", "#FFFFFF", (w) => kleur(w, "color")) },
          methoden: { Clear: { roep: () => zetStijl({ vulling: undefined }) } },
        }),
      },
      Font: {
        geef: () => ({
          soort: "RangeFont",
          eigenschappen: {
            Bold: stijlen("vet", false, (w) => logisch(w, "bold")),
            Italic: stijlen("cursief", false, (w) => logisch(w, "italic")),
            Color: stijlen("letterkleur", "#000000", (w) => kleur(w, "color")),
          },
        }),
      },
      Protection: {
        sinds: "1.2",
        geef: () => ({ soort: "FormatProtection", eigenschappen: { Locked: stijlen("vergrendeld", true, (w) => logisch(w, "locked")) } }),
      },
    },
  };
}
