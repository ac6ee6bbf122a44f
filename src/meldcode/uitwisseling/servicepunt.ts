import * as z from "zod/mini";
import { periodeSchema } from "../registratie";
import { organisatieSchema } from "./activering";
import { ontvangstbewijsSchema } from "./ontvangst";
import { ROLLEN } from "./rol";

/** `POST /v1/servicepunt/sessies`; answers 201 and sets an http-only cookie. Wrong name or password: 401 toegang-ongeldig. */
export const aanmeldingSchema = z.strictObject({ naam: z.string().check(z.maxLength(100)), wachtwoord: z.string().check(z.maxLength(200)) });
/**
 * Who is signed in, `GET /v1/servicepunt/sessies/huidige` (401 when nobody is); `DELETE` there signs out (204).
 * Every other method than GET needs the token in the header `X-CSRF-Token`.
 */
export const sessieSchema = z.object({ naam: z.string(), rol: z.enum(ROLLEN), csrfToken: z.string() });
/** `GET /v1/servicepunt/aanmeldwijze`: oidc sends the browser to `/servicepunt/aanmelden`, which comes back to the page signed in, or with `#aanmelden=` and why not. */
export const aanmeldwijzeSchema = z.object({ wijze: z.enum(["account", "oidc"]) });

/** `GET /v1/servicepunt/perioden`: months that are closed, and the organisations for which one of them is open all the same. */
export const periodenSchema = z.object({ geslotenMaanden: z.array(periodeSchema), uitzonderingen: z.array(z.object({ organisatieId: z.string(), periode: periodeSchema })) });
/** `PUT /v1/servicepunt/perioden/{periode}` */
export const periodestandSchema = z.strictObject({ gesloten: z.boolean() });
/** `DELETE /v1/servicepunt/organisaties/{organisatieId}/toegang`: how many keys and unused codes stopped working. */
export const ingetrokkenSchema = z.object({ sleutels: z.int(), codes: z.int() });

/**
 * ontvangen: a state covers the month and cases were started; nulopgave: it covers the month with 0
 * (of a one-person practice that too is ontvangen: it is a figure);
 * gecorrigeerd: as ontvangen or nulopgave, but changed after it was first received; te-laat: received after the deadline;
 * ontbreekt: deadline passed and nothing received; verwacht: not received, but the deadline has not passed.
 */
export const RESPONS_STATUSSEN = ["ontvangen", "nulopgave", "gecorrigeerd", "te-laat", "ontbreekt", "verwacht"] as const;
export type Responsstatus = (typeof RESPONS_STATUSSEN)[number];

/** One organisation in one month. Counts are null where nothing was received, and for a one-person practice. */
export const responscelSchema = z.object({
  periode: periodeSchema,
  status: z.enum(RESPONS_STATUSSEN),
  /** Received after the deadline, whatever came later. */
  teLaat: z.boolean(),
  gestart: z.nullable(z.int()),
  afgesloten: z.nullable(z.int()),
});

/** `GET /v1/servicepunt/responsoverzicht?van=jjjj-mm&tot=jjjj-mm&sector=…&zoek=…&vanaf=0&aantal=200`, by name; also `.csv` (`GET /v1/servicepunt/responsoverzicht/export`). */
export const responsoverzichtSchema = z.object({
  van: periodeSchema,
  tot: periodeSchema,
  /** How many organisations were asked for; `rijen` is one page of them. */
  aantal: z.int(),
  rijen: z.array(z.object({ organisatie: organisatieSchema, maanden: z.array(responscelSchema) })),
  /**
   * Sums over all organisations that were asked for, whatever the page, per month: how many responded and what it adds up to. zonderEenpersoons: a one-person practice
   * responded, but its counts are left out, because they could be had by subtracting the rows from the total.
   */
  totalen: z.array(z.object({ periode: periodeSchema, gereageerd: z.int(), organisaties: z.int(), gestart: z.int(), afgesloten: z.int(), zonderEenpersoons: z.boolean() })),
});
export type Responsoverzicht = z.infer<typeof responsoverzichtSchema>;

/** `GET /v1/servicepunt/organisaties/{organisatieId}`: receipts newest first; a one-person practice's receipts bear no changes. */
export const organisatiedossierSchema = z.object({
  organisatie: organisatieSchema,
  ontvangstbewijzen: z.array(ontvangstbewijsSchema),
});
export type Organisatiedossier = z.infer<typeof organisatiedossierSchema>;
