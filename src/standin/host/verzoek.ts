import * as z from "zod/mini";

/** One ProcessQuery request, as the library sends it. */
const argumenten = z.optional(z.object({ Arguments: z.optional(z.array(z.unknown())), ReferencedObjectPathIds: z.optional(z.array(z.unknown())) }));

const objectpad = z.object({
  Id: z.number(),
  ObjectPathType: z.number(),
  Name: z.optional(z.string()),
  ParentObjectPathId: z.optional(z.number()),
  ArgumentInfo: argumenten,
});

const actie = z.object({
  Id: z.number(),
  ActionType: z.number(),
  Name: z.optional(z.string()),
  ObjectPathId: z.number(),
  ArgumentInfo: argumenten,
  QueryInfo: z.optional(
    z.object({ Select: z.optional(z.array(z.string())), Expand: z.optional(z.array(z.string())), Top: z.optional(z.number()), Skip: z.optional(z.number()) }),
  ),
});

export const verzoekschema = z.object({ Actions: z.array(actie), ObjectPaths: z.record(z.string(), objectpad) });

export type Verzoek = z.infer<typeof verzoekschema>;

export type Actie = z.infer<typeof actie>;
export type Argumenten = z.infer<typeof argumenten>;

/** ObjectPathType in the library. */
export const PAD = { globaal: 1, nieuw: 2, methode: 3, eigenschap: 4, index: 5, referentie: 6, nul: 7 } as const;
/** ActionType in the library. */
export const ACTIE = { maak: 1, vraag: 2, methode: 3, zet: 4, spoor: 5 } as const;
