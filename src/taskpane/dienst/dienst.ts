import type * as z from "zod/mini";
import type { Registratie } from "../../meldcode/registratie";
import { type Activering, activeringSchema, HERHAALSLEUTEL_KOP, type Organisatietoegang, toegangSchema } from "../../meldcode/uitwisseling/activering";
import { type Beleid, beleidSchema } from "../../meldcode/uitwisseling/beleid";
import {
  type Ontvangstbewijs,
  ontvangstbewijsSchema,
  ontvangstbewijzenSchema,
  registratiesSchema,
  type Registratieoverzicht,
  staatSchema,
} from "../../meldcode/uitwisseling/ontvangst";
import { type Probleemcode, probleemcode, probleemSchema } from "../../meldcode/uitwisseling/probleem";
import type { Storing, Uitkomst } from "./uitkomst";

/** The municipal service as the task pane knows it (api.md). No call throws. */
export interface Dienst {
  beleid(): Promise<Uitkomst<Beleid>>;
  /** `code`: sixteen characters in groups of four. A code works once; with the same `herhaalsleutel` (a uuid) a lost answer can be asked for again. */
  activeer(code: string, herhaalsleutel: string): Promise<Uitkomst<Activering>>;
  /** A new key for one that still works; with the same `herhaalsleutel` (a uuid) a lost answer can be asked for again. Once it is used, the old one works a week more. */
  vernieuwSleutel(toegang: Toegang, herhaalsleutel: string): Promise<Uitkomst<Organisatietoegang>>;
  registraties(toegang: Toegang): Promise<Uitkomst<Registratieoverzicht>>;
  staat(toegang: Toegang, registratieId: string): Promise<Uitkomst<Staat>>;
  /** Newest first. */
  ontvangstbewijzen(toegang: Toegang): Promise<Uitkomst<readonly Ontvangstbewijs[]>>;
  verzend(toegang: Toegang, verzoek: Verzoek): Promise<Uitkomst<Ontvangst>>;
}

export interface Toegang {
  readonly organisatieId: string;
  readonly toegangssleutel: string;
}

/** A state as the municipality holds it. */
export interface Staat {
  readonly registratie: Registratie;
  readonly etag: string;
}

export interface Verzoek {
  readonly registratieId: string;
  /** The exact text that is sent: a resend is the same to the letter. */
  readonly body: string;
  /** The version this state follows on; null for the first. */
  readonly etag: string | null;
}

export interface Ontvangst {
  readonly bewijs: Ontvangstbewijs;
  /** The version it became; null when a proxy took the header off. */
  readonly etag: string | null;
}

export interface Dienstopties {
  /** Where the service is, without a slash at the end: "https://meldcode.voorbeeld.nl/v1". */
  readonly basis: string;
  readonly fetch: typeof fetch;
  /** Milliseconds until a call counts as unanswered. */
  readonly tijdslimiet?: number;
}

/** Long enough for a slow mobile line, short enough that nobody thinks the pane has hung. */
const TIJDSLIMIET = 20_000;

export function maakDienst({ basis, fetch, tijdslimiet = TIJDSLIMIET }: Dienstopties): Dienst {
  async function roep<T>(pad: string, vorm: z.ZodMiniType<T>, verzoek: RequestInit = {}): Promise<Uitkomst<Antwoord<T>>> {
    const afbreker = new AbortController();
    let wekker: ReturnType<typeof setTimeout> | undefined;
    const teTraag = new Promise<Uitkomst<never>>((klaar) => {
      wekker = setTimeout(() => {
        klaar({ gelukt: false, storing: { soort: "te-traag" } });
        afbreker.abort();
      }, tijdslimiet);
    });
    const antwoord = haal(pad, vorm, { ...verzoek, signal: afbreker.signal }).catch(
      // fetch rejects for every kind of broken line, text() when the answer is cut off; its own words are not for people.
      (): Uitkomst<never> => ({ gelukt: false, storing: { soort: "geen-verbinding" } }),
    );
    try {
      return await Promise.race([antwoord, teTraag]);
    } finally {
      clearTimeout(wekker);
    }
  }

  async function haal<T>(pad: string, vorm: z.ZodMiniType<T>, verzoek: RequestInit): Promise<Uitkomst<Antwoord<T>>> {
    const response = await fetch(basis + pad, { ...verzoek, cache: "no-store", credentials: "omit", redirect: "error" });
    const inhoud = leesJson(await response.text());
    if (!response.ok) return { gelukt: false, storing: leesStoring(response, inhoud) };
    const gelezen = vorm.safeParse(inhoud);
    if (!gelezen.success) return { gelukt: false, storing: { soort: "onleesbaar", status: response.status } };
    return { gelukt: true, waarde: { inhoud: gelezen.data, etag: response.headers.get("etag") } };
  }

  return {
    async beleid() {
      return alleenInhoud(await roep("/beleid", beleidSchema));
    },
    async activeer(code, herhaalsleutel) {
      const headers = { "content-type": "application/json", [HERHAALSLEUTEL_KOP]: herhaalsleutel };
      const verzoek = { method: "POST", headers, body: JSON.stringify({ activeringscode: code }) };
      return alleenInhoud(await roep("/activeringen", activeringSchema, verzoek));
    },
    async vernieuwSleutel(toegang, herhaalsleutel) {
      const headers = { ...sleutel(toegang), [HERHAALSLEUTEL_KOP]: herhaalsleutel };
      return alleenInhoud(await roep(pad(toegang, "toegangssleutels"), toegangSchema, { method: "POST", headers }));
    },
    async registraties(toegang) {
      return alleenInhoud(await roep(pad(toegang, "registraties"), registratiesSchema, { headers: sleutel(toegang) }));
    },
    async staat(toegang, registratieId) {
      const uitkomst = await roep(pad(toegang, "registraties", registratieId), staatSchema, { headers: sleutel(toegang) });
      if (!uitkomst.gelukt) return uitkomst;
      const { inhoud, etag } = uitkomst.waarde;
      // Without its version a state cannot be followed up safely, so it counts as not understood.
      if (etag === null) return { gelukt: false, storing: { soort: "onleesbaar", status: 200 } };
      return { gelukt: true, waarde: { registratie: inhoud, etag } };
    },
    async ontvangstbewijzen(toegang) {
      const uitkomst = await roep(pad(toegang, "ontvangstbewijzen"), ontvangstbewijzenSchema, { headers: sleutel(toegang) });
      return uitkomst.gelukt ? { gelukt: true, waarde: uitkomst.waarde.inhoud.ontvangstbewijzen } : uitkomst;
    },
    async verzend(toegang, { registratieId, body, etag }) {
      const voorwaarde: Record<string, string> = etag === null ? { "if-none-match": "*" } : { "if-match": etag };
      const headers = { ...sleutel(toegang), ...voorwaarde, "content-type": "application/json" };
      const uitkomst = await roep(pad(toegang, "registraties", registratieId), ontvangstbewijsSchema, { method: "PUT", headers, body });
      return uitkomst.gelukt ? { gelukt: true, waarde: { bewijs: uitkomst.waarde.inhoud, etag: uitkomst.waarde.etag } } : uitkomst;
    },
  };
}

interface Antwoord<T> {
  readonly inhoud: T;
  readonly etag: string | null;
}

function alleenInhoud<T>(uitkomst: Uitkomst<Antwoord<T>>): Uitkomst<T> {
  return uitkomst.gelukt ? { gelukt: true, waarde: uitkomst.waarde.inhoud } : uitkomst;
}

function pad(toegang: Toegang, ...delen: string[]): string {
  return `/organisaties/${[toegang.organisatieId, ...delen].map(encodeURIComponent).join("/")}`;
}

function sleutel(toegang: Toegang): Record<string, string> {
  return { authorization: `Bearer ${toegang.toegangssleutel}` };
}

/** undefined for what is no JSON: no schema takes that. */
function leesJson(tekst: string): unknown {
  try {
    return JSON.parse(tekst);
  } catch {
    return undefined;
  }
}

/** What a proxy in between may answer with a page of its own; the others only count with a body from the catalogue. */
const STATUS_ZONDER_BODY: Readonly<Record<number, Probleemcode>> = { 413: "te-groot", 429: "te-veel-verzoeken", 500: "storing", 502: "storing", 503: "storing", 504: "storing" };

function leesStoring(response: Response, inhoud: unknown): Storing {
  const probleem = probleemSchema.safeParse(inhoud);
  const code = (probleem.success ? probleemcode(probleem.data.type) : null) ?? STATUS_ZONDER_BODY[response.status];
  if (!code) return { soort: "onleesbaar", status: response.status };
  return {
    soort: "probleem",
    code,
    detail: probleem.data?.detail ?? "",
    perioden: probleem.data?.perioden ?? [],
    wachtSeconden: leesRetryAfter(response.headers.get("retry-after")),
  };
}

/** Seconds; the date form of the header is not used by our service. */
function leesRetryAfter(waarde: string | null): number | null {
  return waarde !== null && /^\d{1,6}$/.test(waarde) ? Number(waarde) : null;
}
