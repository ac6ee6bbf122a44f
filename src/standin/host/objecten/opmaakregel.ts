import { doorsnede, type Gebied } from "../../model/adres";
import { magSchuiven } from "../../model/bewerking";
import type { Blad } from "../../model/blad";
import type { Opmaakregel } from "../../model/cel";
import type { Werkmap } from "../../model/werkmap";
import { kleur, logisch, tekst } from "../argument";
import { nietGevonden, onbekend } from "../hostfout";
import type { Hostobject } from "../hostobject";
import { zonder } from "./validatie";

/** Excel.ConditionalFormatCollection of a range; rules by formula ("Custom") only. */
export function opmaakregels(werkmap: Werkmap, blad: Blad, g: Gebied): Hostobject {
  const hier = (): readonly Opmaakregel[] => blad.gegevens.opmaakregels.filter((o) => o.gebieden.some((b) => doorsnede(b, g)));
  const vind = (id: unknown): Hostobject | null => (blad.gegevens.opmaakregels.some((o) => o.id === id) ? regelobject(werkmap, blad, String(id)) : null);
  return {
    soort: "ConditionalFormatCollection",
    items: () => hier().map((o) => regelobject(werkmap, blad, o.id)),
    item: (id) => {
      const regel = vind(id);
      if (!regel) throw nietGevonden(String(id));
      return regel;
    },
    methoden: {
      Add: {
        roep: ([soort]) => {
          magSchuiven(blad);
          if (soort !== "Custom") throw onbekend(`conditionalFormats.add(${String(soort)})`);
          const regel: Opmaakregel = { id: werkmap.nieuwId("regel"), gebieden: [g], formule: "=FALSE", stopAlsWaar: false };
          // The newest rule comes first, as in Excel.
          zet(werkmap, blad, [regel, ...blad.gegevens.opmaakregels]);
          return regelobject(werkmap, blad, regel.id);
        },
      },
      ClearAll: {
        roep: () => {
          magSchuiven(blad);
          zet(werkmap, blad, blad.gegevens.opmaakregels.map((o) => ({ ...o, gebieden: o.gebieden.flatMap((b) => zonder(b, g)) })).filter((o) => o.gebieden.length > 0));
        },
      },
      GetCount: { roep: () => hier().length },
      GetItemAt: { roep: ([plek]) => vind(hier()[Number(plek)]?.id) ?? geen(String(plek)) },
      GetItemOrNullObject: { sinds: "1.14", roep: ([id]) => vind(id) },
    },
  };
}

function geen(wat: string): never {
  throw nietGevonden(wat);
}

function zet(werkmap: Werkmap, blad: Blad, regels: readonly Opmaakregel[]): void {
  werkmap.zetBlad(blad, { opmaakregels: regels });
  werkmap.meld({ soort: "opmaak", blad: blad.id });
}

function regelobject(werkmap: Werkmap, blad: Blad, id: string): Hostobject {
  const huidig = (): Opmaakregel => blad.gegevens.opmaakregels.find((o) => o.id === id) ?? geen(id);
  const wijzig = (deel: Partial<Opmaakregel>): void => {
    magSchuiven(blad);
    const nieuw = { ...huidig(), ...deel };
    zet(werkmap, blad, blad.gegevens.opmaakregels.map((o) => (o.id === id ? nieuw : o)));
  };
  const eigen: Hostobject = {
    soort: "CustomConditionalFormat",
    navigatie: {
      Rule: {
        geef: () => ({ soort: "ConditionalFormatRule", eigenschappen: { Formula: { lees: () => huidig().formule, zet: (w) => wijzig({ formule: tekst(w, "formula") }) } } }),
      },
      Format: {
        geef: () => ({
          soort: "ConditionalRangeFormat",
          navigatie: {
            Fill: {
              geef: () => ({ soort: "ConditionalRangeFill", eigenschappen: { Color: { lees: () => huidig().vulling ?? "", zet: (w) => wijzig({ vulling: kleur(w, "color") }) } } }),
            },
            Font: {
              geef: () => ({
                soort: "ConditionalRangeFont",
                eigenschappen: {
                  Color: { lees: () => huidig().letterkleur ?? "", zet: (w) => wijzig({ letterkleur: kleur(w, "color") }) },
                  Bold: { lees: () => huidig().vet ?? false, zet: (w) => wijzig({ vet: logisch(w, "bold") }) },
                  Italic: { lees: () => huidig().cursief ?? false, zet: (w) => wijzig({ cursief: logisch(w, "italic") }) },
                },
              }),
            },
          },
        }),
      },
    },
  };
  return {
    soort: "ConditionalFormat",
    id: () => ({ Id: id }),
    eigenschappen: {
      Id: { lees: () => id },
      Type: { lees: () => "Custom" },
      Priority: { lees: () => blad.gegevens.opmaakregels.findIndex((o) => o.id === id) },
      StopIfTrue: { lees: () => huidig().stopAlsWaar, zet: (w) => wijzig({ stopAlsWaar: logisch(w, "stopIfTrue") }) },
    },
    navigatie: { Custom: { geef: () => eigen }, CustomOrNullObject: { geef: () => eigen } },
    methoden: {
      Delete: {
        roep: () => {
          magSchuiven(blad);
          huidig();
          zet(werkmap, blad, blad.gegevens.opmaakregels.filter((o) => o.id !== id));
        },
      },
    },
  };
}
