import * as z from "zod/mini";
import { periodeSchema } from "../registratie";

/** The one catalogue of problems: code, HTTP status and Dutch title (api.md). The endpoint answers them, the task pane reads them. */
export const PROBLEMEN = {
  "ongeldige-inzending": { status: 400, title: "De inzending klopt niet" },
  "toegang-ongeldig": { status: 401, title: "De toegang is niet geldig" },
  "geen-toegang": { status: 403, title: "Geen toegang" },
  "niet-gevonden": { status: 404, title: "Niet gevonden" },
  "verlaging-niet-bevestigd": { status: 409, title: "Een verlaging is niet bevestigd" },
  "periode-gesloten": { status: 409, title: "Een maand is gesloten" },
  "beleid-gewijzigd": { status: 409, title: "Het beleid van de gemeente is gewijzigd" },
  "inzending-hergebruikt": { status: 409, title: "Dit inzendingId is al gebruikt voor iets anders" },
  /** The list was replaced by another; only a state that takes its place back (`vervangt`) is taken. */
  "registratie-vervangen": { status: 409, title: "Deze lijst is vervangen door een andere lijst" },
  "versie-verouderd": { status: 412, title: "Er is al een nieuwere versie" },
  "te-groot": { status: 413, title: "De inzending is te groot" },
  mediatype: { status: 415, title: "Alleen JSON wordt aangenomen" },
  "voorwaarde-ontbreekt": { status: 428, title: "If-Match of If-None-Match ontbreekt" },
  "te-veel-verzoeken": { status: 429, title: "Te veel verzoeken" },
  storing: { status: 500, title: "Er ging iets mis bij de gemeente" },
} as const satisfies Record<string, { status: number; title: string }>;
export type Probleemcode = keyof typeof PROBLEMEN;

/** The rest of the catalogue: what is wrong with a request before anyone looks at what it asks. The task pane cannot meet these, and has no words for them. */
export const VERVOERPROBLEMEN = {
  "te-traag": { status: 408, title: "Het verzoek kwam niet op tijd binnen" },
  "adres-te-lang": { status: 414, title: "Het adres is te lang" },
  "verwachting-onbekend": { status: 417, title: "Aan deze verwachting kan niet worden voldaan" },
  "kopregels-te-groot": { status: 431, title: "De kopregels zijn te groot" },
} as const satisfies Record<string, { status: number; title: string }>;
export type Vervoerprobleemcode = keyof typeof VERVOERPROBLEMEN;

export const PROBLEEM_BASIS = "https://monitor-meldcode.nl/problemen/";

/** `application/problem+json` (RFC 9457). */
export const probleemSchema = z.object({
  type: z.string(),
  status: z.int(),
  title: z.string(),
  detail: z.string(),
  /** All schema errors at once; `pad` as in "maanden.0.gestart". */
  fouten: z.optional(z.array(z.object({ pad: z.string(), melding: z.string() }))),
  /** The months that verlaging-niet-bevestigd and periode-gesloten are about. */
  perioden: z.optional(z.array(periodeSchema)),
});
export type Probleem = z.infer<typeof probleemSchema>;

/** The catalogue code in a problem's type, or null for a type that is not ours. */
export function probleemcode(type: string): Probleemcode | null {
  const code = type.slice(type.lastIndexOf("/") + 1);
  return code in PROBLEMEN ? (code as Probleemcode) : null;
}
