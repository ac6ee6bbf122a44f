import * as z from "zod/mini";
import { kopsleutel, veldVoorKop } from "../lezen/koppen";
import { periodeSchema, registratieSchema } from "../registratie";
import { organisatieSchema } from "./activering";
import { beleidSchema } from "./beleid";
import { ontvangstbewijsSchema } from "./ontvangst";
import { registerregelSchema } from "./register";
import { ROLLEN } from "./rol";
import { bewaarbareTekst } from "./tekst";
import { KOPPEN, VELDEN } from "../veld";

/** `POST /v1/servicepunt/sessies`; answers 201 and sets an http-only cookie. Wrong name or password: 401 toegang-ongeldig. */
export const aanmeldingSchema = z.strictObject({ naam: z.string().check(z.maxLength(100), z.regex(/^[^\p{Cc}\p{Cs}]*$/u)), wachtwoord: z.string().check(z.maxLength(200)) });
/**
 * Who is signed in, `GET /v1/servicepunt/sessies/huidige` (401 when nobody is); `DELETE` there signs out (204).
 * Every other method than GET needs the token in the header `X-CSRF-Token`.
 */
export const sessieSchema = z.object({ naam: z.string(), rol: z.enum(ROLLEN), csrfToken: z.string() });
/** `GET /v1/servicepunt/aanmeldwijze`: oidc sends the browser to `/servicepunt/aanmelden`, which comes back to the page signed in, or with `#aanmelden=` and why not. */
export const aanmeldwijzeSchema = z.object({ wijze: z.enum(["account", "oidc"]) });

/** A link in the pane and the help: who follows it must not be sent over an open line. */
const webadres = z.url({ protocol: /^https$/, error: "Is geen webadres dat met https:// begint." });
/** The SISA column's header cannot be the header of another column of the list. */
const ANDERE_KOPPEN = new Set(VELDEN.filter((veld) => veld !== "sisa").map((veld) => kopsleutel(KOPPEN[veld])));
const sisaKop = bewaarbareTekst(80).check(z.refine((label) => [null, "sisa"].includes(veldVoorKop(label)) && !ANDERE_KOPPEN.has(kopsleutel(label)), { error: "Is al de kop van een andere kolom." }));

/**
 * `PUT /v1/servicepunt/beleid` with If-Match: all of the policy but the closed months (those are closed one by one, `PUT …/perioden/{periode}`).
 * It holds from now on; what was received before stays judged by the policy of its time. The same policy again makes no new version.
 */
export const beleidsinstellingSchema = z.strictObject({
  ...z.omit(beleidSchema, { geslotenMaanden: true }).shape,
  gemeente: bewaarbareTekst(100),
  contact: z.strictObject({ naam: bewaarbareTekst(100), url: webadres, email: z.email({ error: "Is geen e-mailadres." }) }),
  helpUrl: webadres,
  sisaLabel: z.nullable(sisaKop),
});
export type Beleidsinstelling = z.infer<typeof beleidsinstellingSchema>;

/** What can differ between two versions of the policy. */
export const BELEIDSONDERDELEN = ["gemeente", "contact", "helpUrl", "helpteksten", "sisaLabel", "extraIndicatoren", "minimum", "deadlineDag", "geslotenMaanden", "uitzonderingen"] as const;
export type Beleidsonderdeel = (typeof BELEIDSONDERDELEN)[number];
export const beleidsversieSchema = z.object({
  versie: z.int(),
  /** ISO 8601 moment since which it held. */
  vanaf: z.iso.datetime(),
  /** In what it differs from the version before it. */
  gewijzigd: z.array(z.enum(BELEIDSONDERDELEN)),
});
export type Beleidsversieregel = z.infer<typeof beleidsversieSchema>;
/** `GET /v1/servicepunt/beleid?vanaf=0&aantal=100` (and `200` of PUT): the ETag is the version's. */
export const beleidsbeheerSchema = z.object({
  /** Of the policy that holds; 0: the municipality set nothing yet. */
  versie: z.int(),
  beleid: beleidSchema,
  /** How many versions there are; `versies` is one page of them, newest first. */
  aantal: z.int(),
  versies: z.array(beleidsversieSchema),
});
export type Beleidsbeheer = z.infer<typeof beleidsbeheerSchema>;

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

/** One organisation in one month. Counts are null where nothing was received, and for a month in which it is or was a one-person practice. */
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

/**
 * `GET /v1/servicepunt/organisaties/{organisatieId}?vanaf=0&aantal=100`: receipts newest first. Nothing of the months in which it is or was
 * a one-person practice: receipts bear no changes in them, lists no spans.
 */
export const organisatiedossierSchema = z.object({
  organisatie: registerregelSchema,
  /** How many receipts there are; `ontvangstbewijzen` is one page of them. */
  aantal: z.int(),
  ontvangstbewijzen: z.array(ontvangstbewijsSchema),
  /** The lists that count now, each with its present breakdown: every group that was asked when it was received. */
  registraties: z.array(z.object({ registratieId: z.string(), ontvangenOp: z.iso.datetime(), uitsplitsingen: registratieSchema.shape.uitsplitsingen })),
});
export type Organisatiedossier = z.infer<typeof organisatiedossierSchema>;
