import * as z from "zod/mini";
import { SECTOREN } from "../sector";
import { organisatieSchema } from "./activering";

const tekst = z.string().check(z.trim(), z.minLength(1, { error: "Is leeg." }), z.maxLength(200, { error: "Is langer dan 200 tekens." }));
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
  ritme: z.optional(z.enum(["maand", "kwartaal"], { error: "Kies uit: maand, kwartaal." })),
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
  ritme: z.enum(["maand", "kwartaal"]),
  vestigingsnummer: z.nullable(z.string()),
  kvk: z.nullable(z.string()),
  brin: z.nullable(z.string()),
  lrk: z.nullable(z.string()),
  agb: z.nullable(z.string()),
});
export type Registerregel = z.infer<typeof registerregelSchema>;

/** `GET /v1/servicepunt/organisaties` */
export const registerSchema = z.object({ organisaties: z.array(registerregelSchema) });

/** `POST /v1/servicepunt/organisaties/{organisatieId}/activeringscodes`: shown this once. */
export const activeringscodeSchema = z.object({
  organisatieId: z.string(),
  activeringscode: z.string(),
  /** ISO 8601 moment until which it can be used. */
  geldigTot: z.iso.datetime(),
});
export type Activeringscode = z.infer<typeof activeringscodeSchema>;

/** A code that gives every organisation of a board a key of its own: shown this once. */
export const bestuurscodeSchema = z.extend(z.omit(activeringscodeSchema, { organisatieId: true }), {
  bestuur: z.string(),
  /** How many it has now. */
  organisaties: z.int(),
});
export type Bestuurscode = z.infer<typeof bestuurscodeSchema>;

/** `POST /v1/servicepunt/organisaties`: the organisation and its first activation code. */
export const nieuweOrganisatieSchema = z.extend(activeringscodeSchema, { organisatie: registerregelSchema });
export type NieuweOrganisatie = z.infer<typeof nieuweOrganisatieSchema>;
