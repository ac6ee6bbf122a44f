import * as z from "zod/mini";

/** What is written down of the Servicepunt's side, whether it was done on the page or with `beheer`. */
export const DADEN = [
  "aanmelden",
  "aanmelden-mislukt",
  "afmelden",
  "organisatie-toegevoegd",
  "organisatie-gewijzigd",
  "activeringscode-uitgegeven",
  "toegang-ingetrokken",
  "periode-gesloten",
  "periode-geopend",
  "uitzondering-gegeven",
  "uitzondering-ingetrokken",
  "beleid-gewijzigd",
  "account-gezet",
  "account-ingetrokken",
  "sessies-beeindigd",
  "dossier-ingezien",
  "export",
  "reservekopie-gemaakt",
  "reservekopie-teruggezet",
  "database-overgezet",
  "bewaartermijnen-toegepast",
  /** Lines that were kept long enough went; this one holds where the chain begins since then. */
  "auditlog-ingekort",
] as const;
export type Daad = (typeof DADEN)[number];

/** One line; `hash` is the SHA-256 of the others and the municipality as canonical JSON. */
export const auditregelSchema = z.object({
  /** 1, 2, 3 … */
  volgnummer: z.int(),
  /** ISO 8601, UTC. */
  moment: z.iso.datetime(),
  /** account:NAAM, oidc:SUBJECT, beheer:GEBRUIKER, dienst (what it does by itself), or onbekend. */
  wie: z.string(),
  /** As it was shown then. */
  naam: z.string(),
  wat: z.enum(DADEN),
  /** Canonical JSON: numbers of organisations, months, names of what was set. Never a figure, never what somebody typed in a search. */
  waarover: z.string(),
  /** The hash of the line before; of the very first 64 zeros. */
  vorige: z.string(),
  hash: z.string(),
});
export type Auditregel = z.infer<typeof auditregelSchema>;

/** `GET /v1/servicepunt/auditlog?voor=VOLGNUMMER&aantal=100`: newest first; `voor` of the next page is the last number of this one. */
export const auditlogSchema = z.object({ regels: z.array(auditregelSchema) });
