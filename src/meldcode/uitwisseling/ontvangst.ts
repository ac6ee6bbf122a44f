import * as z from "zod/mini";
import { periodeSchema, registratieSchema } from "../registratie";
import { organisatieSchema } from "./activering";
import { termijnenSchema } from "./termijn";

const stand = z.object({ gestart: z.int(), afgesloten: z.int() });

/** A month of which `gestart` or `afgesloten` is other than what was held before. */
export const wijzigingSchema = z.object({
  periode: periodeSchema,
  soort: z.enum(["nieuw", "gewijzigd"]),
  /** null when the month was not received before. */
  was: z.nullable(stand),
  wordt: stand,
});
export type Wijziging = z.infer<typeof wijzigingSchema>;

/** A span of which the breakdown changed (a SISA answer corrected, say), beside the months. */
export const uitsplitsingWijzigingSchema = z.object({ van: periodeSchema, tot: periodeSchema, soort: z.enum(["nieuw", "gewijzigd", "vervallen"]) });

export type UitsplitsingWijziging = z.infer<typeof uitsplitsingWijzigingSchema>;

/** The receipt. `kenmerk` is for people; `hash` (SHA-256, hex, of the canonical JSON) lets a sender prove what was sent. */
export const ontvangstbewijsSchema = z.object({
  kenmerk: z.string(),
  organisatieId: z.string(),
  registratieId: z.string(),
  inzendingId: z.string(),
  /** 1 for the first state of this registratie, then one more for each. */
  versie: z.int(),
  ontvangenOp: z.iso.datetime(),
  wijzigingen: z.array(wijzigingSchema),
  uitsplitsingWijzigingen: z.array(uitsplitsingWijzigingSchema),
  hash: z.string(),
});
export type Ontvangstbewijs = z.infer<typeof ontvangstbewijsSchema>;

/** One registratie in `GET …/registraties`. */
export const registratieregelSchema = z.object({
  registratieId: z.string(),
  versie: z.int(),
  etag: z.string(),
  vanaf: periodeSchema,
  tot: periodeSchema,
  ontvangenOp: z.iso.datetime(),
  /** Another registratie has taken the place of this one: its counts are no longer part of the total. */
  vervangenDoor: z.nullable(z.string()),
});
export type Registratieregel = z.infer<typeof registratieregelSchema>;

/** `GET …/registraties`: the list stands in an object so that it can grow. */
export const registratiesSchema = z.object({
  registraties: z.array(registratieregelSchema),
  /** Closed months that this organisation may change all the same: the open policy does not name them. Absent: none. */
  geopendeMaanden: z.optional(z.array(periodeSchema)),
  /** As it stands in the register now: its sector may be another than when the key was given. */
  organisatie: z.optional(organisatieSchema),
  /** When its months are late. */
  termijnen: z.optional(termijnenSchema),
});
export type Registratieoverzicht = z.infer<typeof registratiesSchema>;
/** `GET …/ontvangstbewijzen?vanaf=0&aantal=1000`, newest first; `aantal` in the answer: how many there are. */
export const ontvangstbewijzenSchema = z.object({ aantal: z.optional(z.int()), ontvangstbewijzen: z.array(ontvangstbewijsSchema) });
export type Ontvangstbewijzen = z.infer<typeof ontvangstbewijzenSchema>;
/** `GET …/registraties/{registratieId}`: the state as it was received; the ETag header says which version. */
export const staatSchema = registratieSchema;
