import * as z from "zod/mini";
import { doorsnede, zelfdeGebied, type Gebied } from "../../model/adres";
import { magSchuiven } from "../../model/bewerking";
import type { Blad } from "../../model/blad";
import type { Validatie, Validatieregel } from "../../model/cel";
import type { Werkmap } from "../../model/werkmap";
import { logisch } from "../argument";
import { ongeldig } from "../hostfout";
import type { Hostobject, Json } from "../hostobject";

const grens = z.union([z.string(), z.number()]);
const vergelijking = z.object({
  formula1: grens,
  formula2: z.optional(grens),
  operator: z.enum(["Between", "NotBetween", "EqualTo", "NotEqualTo", "GreaterThan", "LessThan", "GreaterThanOrEqualTo", "LessThanOrEqualTo"]),
});
const regelschema = z.strictObject({
  list: z.optional(z.object({ inCellDropDown: z.boolean(), source: z.string().check(z.maxLength(8192)) })),
  custom: z.optional(z.object({ formula: z.string() })),
  date: z.optional(vergelijking),
  time: z.optional(vergelijking),
  wholeNumber: z.optional(vergelijking),
  decimal: z.optional(vergelijking),
  textLength: z.optional(vergelijking),
});
// Excel refuses a title above 32 and a text above 255 characters.
const titel = z.string().check(z.maxLength(32));
const bericht = z.string().check(z.maxLength(255));
const invoerschema = z.object({ showPrompt: z.boolean(), title: titel, message: bericht });
const foutschema = z.object({ showAlert: z.boolean(), style: z.enum(["Stop", "Warning", "Information"]), title: titel, message: bericht });

const GEEN: Omit<Validatie, "gebieden"> = {
  regel: {},
  negeerLeeg: true,
  invoer: { tonen: true, titel: "", tekst: "" },
  fout: { tonen: true, titel: "", tekst: "", stijl: "Stop" },
};

/** Excel.DataValidation */
export function validatieobject(werkmap: Werkmap, blad: Blad, g: Gebied): Hostobject {
  const huidig = (): Omit<Validatie, "gebieden"> => blad.gegevens.validaties.find((v) => v.gebieden.some((b) => doorsnede(b, g))) ?? GEEN;
  const vervang = (nieuw: Omit<Validatie, "gebieden"> | null): void => {
    magSchuiven(blad);
    const anders = blad.gegevens.validaties
      .map((v) => ({ ...v, gebieden: v.gebieden.flatMap((b) => zonder(b, g)) }))
      .filter((v) => v.gebieden.length > 0);
    werkmap.zetBlad(blad, { validaties: nieuw ? [...anders, { ...nieuw, gebieden: [g] }] : anders });
    werkmap.meld({ soort: "opmaak", blad: blad.id });
  };
  const geldig = <T>(schema: z.ZodMiniType<T>, waarde: unknown, naam: string): T => {
    const gelezen = schema.safeParse(waarde);
    if (!gelezen.success) throw ongeldig(naam);
    return gelezen.data;
  };
  return {
    soort: "DataValidation",
    eigenschappen: {
      IgnoreBlanks: { lees: () => huidig().negeerLeeg, zet: (w) => vervang({ ...huidig(), negeerLeeg: logisch(w, "ignoreBlanks") }) },
      Rule: {
        lees: () => alsJson(huidig().regel),
        zet: (w) => {
          const regel: Validatieregel = geldig(regelschema, w, "rule");
          if (Object.keys(regel).length !== 1) throw ongeldig("rule");
          vervang({ ...huidig(), regel });
        },
      },
      Prompt: {
        lees: () => ({ showPrompt: huidig().invoer.tonen, title: huidig().invoer.titel, message: huidig().invoer.tekst }),
        zet: (w) => {
          const { showPrompt, title, message } = geldig(invoerschema, w, "prompt");
          vervang({ ...huidig(), invoer: { tonen: showPrompt, titel: title, tekst: message } });
        },
      },
      ErrorAlert: {
        lees: () => ({ showAlert: huidig().fout.tonen, style: huidig().fout.stijl, title: huidig().fout.titel, message: huidig().fout.tekst }),
        zet: (w) => {
          const { showAlert, style, title, message } = geldig(foutschema, w, "errorAlert");
          vervang({ ...huidig(), fout: { tonen: showAlert, stijl: style, titel: title, tekst: message } });
        },
      },
      Type: { lees: () => soortVan(huidig().regel) },
    },
    methoden: { Clear: { roep: () => vervang(null) } },
  };
}

function soortVan(regel: Validatieregel): string {
  const [naam] = Object.keys(regel);
  return naam === undefined ? "None" : `${naam[0]?.toUpperCase() ?? ""}${naam.slice(1)}`;
}

function alsJson(regel: Validatieregel): Json {
  // The rule came in as JSON; undefined parts fall away.
  return JSON.parse(JSON.stringify(regel)) as Json;
}

/** What is left of a block when another is cut out of it. */
export function zonder(b: Gebied, weg: Gebied): Gebied[] {
  const snede = doorsnede(b, weg);
  if (!snede) return [b];
  if (zelfdeGebied(snede, b)) return [];
  const onder = snede.rij + snede.rijen;
  const rechts = snede.kolom + snede.kolommen;
  return [
    { ...b, rijen: snede.rij - b.rij },
    { ...b, rij: onder, rijen: b.rij + b.rijen - onder },
    { ...snede, kolom: b.kolom, kolommen: snede.kolom - b.kolom },
    { ...snede, kolom: rechts, kolommen: b.kolom + b.kolommen - rechts },
  ].filter((g) => g.rijen > 0 && g.kolommen > 0);
}
