import * as z from "zod/mini";
import { periodeSchema } from "../registratie";
import { SECTOREN } from "../sector";
import { organisatieSchema } from "./activering";
import { ritmeSchema, ritmesSchema } from "./ritme";
import { bewaarbareTekst } from "./tekst";

const tekst = bewaarbareTekst(200);
const vorm = (patroon: RegExp, error: string) => z.optional(z.string().check(z.regex(patroon, { error })));

/**
 * What the Servicepunt records about an organisation: `POST /v1/servicepunt/organisaties`, and `beheer organisatie toevoegen`.
 * Never an RSIN or BSN: a sole proprietor's is a person's number.
 */
export const organisatiegegevensSchema = z.strictObject({
  naam: tekst,
  sector: z.enum(SECTOREN, { error: `Kies uit: ${SECTOREN.join(", ")}.` }),
  /** klein: fewer than 50 employees; middel: 50 to 250; groot: more. */
  grootte: z.optional(z.enum(["klein", "middel", "groot"], { error: "Kies uit: klein, middel, groot." })),
  /** Number of clients, for rates. */
  clienten: z.optional(z.int({ error: "Geen geheel getal." }).check(z.minimum(0), z.maximum(10_000_000))),
  wijk: z.optional(tekst),
  /** The board or holding it belongs to. */
  bestuur: z.optional(tekst),
  ritme: z.optional(ritmeSchema),
  eenpersoons: z.optional(z.boolean()),
  vestigingsnummer: vorm(/^\d{12}$/, "Een vestigingsnummer heeft 12 cijfers."),
  kvk: vorm(/^\d{8}$/, "Een KVK-nummer heeft 8 cijfers."),
  brin: vorm(/^\d{2}[A-Za-z]{2}(\d{2})?$/, "Een BRIN heeft 2 cijfers en 2 letters, soms met nog 2 cijfers."),
  lrk: vorm(/^\d{9}$/, "Een LRK-nummer heeft 9 cijfers."),
  agb: vorm(/^\d{8}$/, "Een AGB-code heeft 8 cijfers."),
});
export type Organisatiegegevens = z.infer<typeof organisatiegegevensSchema>;

/** An organisation in the register, with everything that was recorded; what was not, is null. */
export const registerregelSchema = z.extend(organisatieSchema, {
  grootte: z.nullable(z.string()),
  clienten: z.nullable(z.int()),
  wijk: z.nullable(z.string()),
  bestuur: z.nullable(z.string()),
  /** What holds this month. */
  ritme: ritmeSchema,
  /** What held, holds and will hold. */
  ritmes: ritmesSchema,
  /**
   * The last month of which its figures are those of a one-person practice, though it is none any longer: they stay out of sight.
   * null: there is none, or it is one now (and then all its figures are).
   */
  eenpersoonsTot: z.nullable(periodeSchema),
  vestigingsnummer: z.nullable(z.string()),
  kvk: z.nullable(z.string()),
  brin: z.nullable(z.string()),
  lrk: z.nullable(z.string()),
  agb: z.nullable(z.string()),
});
export type Registerregel = z.infer<typeof registerregelSchema>;

/** `GET /v1/servicepunt/organisaties?sector=…&zoek=…&vanaf=0&aantal=1000` (1000 at most), by name. */
export const registerSchema = z.object({
  /** How many organisations were asked for; `organisaties` is one page of them. */
  aantal: z.int(),
  organisaties: z.array(registerregelSchema),
});
export type Register = z.infer<typeof registerSchema>;

const velden = organisatiegegevensSchema.shape;
/**
 * `PATCH /v1/servicepunt/organisaties/{organisatieId}`: only what changes; null: no longer recorded. What was received stays as it was
 * received. Another `sector` moves all its months to the totals of that sector.
 */
export const organisatiewijzigingSchema = z
  .strictObject({
    naam: z.optional(velden.naam),
    sector: z.optional(velden.sector),
    grootte: z.nullable(velden.grootte),
    clienten: z.nullable(velden.clienten),
    wijk: z.nullable(velden.wijk),
    /** Another board, or none: keys that a code of the former board gave stop working. */
    bestuur: z.nullable(velden.bestuur),
    ritme: velden.ritme,
    /** The first month of the new rhythm; absent: the first of the next quarter. A change that was to begin in this month or later is no longer made. */
    ritmeVanaf: z.optional(periodeSchema),
    eenpersoons: velden.eenpersoons,
    vestigingsnummer: z.nullable(velden.vestigingsnummer),
    kvk: z.nullable(velden.kvk),
    brin: z.nullable(velden.brin),
    lrk: z.nullable(velden.lrk),
    agb: z.nullable(velden.agb),
  })
  .check(
    z.superRefine(
      ({ ritme, ritmeVanaf }, ctx) => {
        if (ritmeVanaf !== undefined && ritme === undefined) ctx.addIssue({ code: "custom", path: ["ritmeVanaf"], message: "Hoort bij `ritme`, en dat ontbreekt.", input: undefined });
      },
      // Also when something else is wrong: all errors are told at once.
      { when: ({ value }) => typeof value === "object" && value !== null },
    ),
  );
export type Organisatiewijziging = z.infer<typeof organisatiewijzigingSchema>;
/** `200` of that. */
export const gewijzigdeOrganisatieSchema = z.object({
  organisatie: registerregelSchema,
  /** Keys of the former board that stopped working. */
  ingetrokkenSleutels: z.int(),
});
export type GewijzigdeOrganisatie = z.infer<typeof gewijzigdeOrganisatieSchema>;

/** `POST /v1/servicepunt/organisaties/{organisatieId}/activeringscodes`: shown this once. */
export const activeringscodeSchema = z.object({
  organisatieId: z.string(),
  activeringscode: z.string(),
  /** ISO 8601 moment until which it can be used. */
  geldigTot: z.iso.datetime(),
});
export type Activeringscode = z.infer<typeof activeringscodeSchema>;

/** `POST /v1/servicepunt/bestuurscodes`: the name as it stands in the register (in the body, for only an organisatieId stands in an address). */
export const bestuurscodeverzoekSchema = z.strictObject({ bestuur: tekst });
/** `201` of that: a code that gives every organisation of a board a key of its own; shown this once. */
export const bestuurscodeSchema = z.extend(z.omit(activeringscodeSchema, { organisatieId: true }), {
  bestuur: z.string(),
  /** How many it has now. */
  organisaties: z.int(),
});
export type Bestuurscode = z.infer<typeof bestuurscodeSchema>;

/** `POST /v1/servicepunt/organisaties`: the organisation and its first activation code. */
export const nieuweOrganisatieSchema = z.extend(activeringscodeSchema, { organisatie: registerregelSchema });
export type NieuweOrganisatie = z.infer<typeof nieuweOrganisatieSchema>;
