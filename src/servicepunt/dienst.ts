import * as z from "zod/mini";
import type { Periode } from "../meldcode/periode";
import type { Sector } from "../meldcode/sector";
import { type Beleid, beleidSchema } from "../meldcode/uitwisseling/beleid";
import { probleemSchema } from "../meldcode/uitwisseling/probleem";
import { type Activeringscode, activeringscodeSchema, type NieuweOrganisatie, nieuweOrganisatieSchema, type Organisatiegegevens } from "../meldcode/uitwisseling/register";
import { type Organisatiedossier, organisatiedossierSchema, type Responsoverzicht, aanmeldwijzeSchema, responsoverzichtSchema, sessieSchema } from "../meldcode/uitwisseling/servicepunt";

/** Why something could not be done, as far as it decides what the user can do about it. */
export type Fout =
  /** Nobody is signed in (any more). */
  | { readonly soort: "aanmelden" }
  /** No answer, or not in time. */
  | { readonly soort: "onbereikbaar" }
  /** `seconden`: how long to wait, when the server said so. */
  | { readonly soort: "te-druk"; readonly seconden: number | null }
  | { readonly soort: "niet-gevonden" }
  /** The server says in Dutch what is not right with what was asked. */
  | { readonly soort: "geweigerd"; readonly melding: string }
  /** The server failed, or gave an answer that is not understood. */
  | { readonly soort: "storing" };
export type Uitkomst<T> = { readonly gelukt: true; readonly waarde: T } | { readonly gelukt: false; readonly fout: Fout };

export interface Overzichtvraag {
  readonly van: Periode;
  readonly tot: Periode;
  readonly sector: Sector | null;
  readonly zoek: string;
}
export type Sessie = z.infer<typeof sessieSchema>;
export type Aanmeldwijze = z.infer<typeof aanmeldwijzeSchema>["wijze"];

/** What the page asks of the municipal service. No method throws; `onderbreek` stops waiting for an answer that is no longer needed. */
export interface Dienst {
  beleid(onderbreek: AbortSignal): Promise<Uitkomst<Beleid>>;
  huidigeSessie(onderbreek: AbortSignal): Promise<Uitkomst<Sessie>>;
  /** With an account of this service, or (oidc) with the work account, at another address. */
  aanmeldwijze(onderbreek: AbortSignal): Promise<Uitkomst<Aanmeldwijze>>;
  meldAan(naam: string, wachtwoord: string): Promise<Uitkomst<Sessie>>;
  meldAf(): Promise<Uitkomst<null>>;
  overzicht(vraag: Overzichtvraag, onderbreek: AbortSignal): Promise<Uitkomst<Responsoverzicht>>;
  dossier(organisatieId: string, onderbreek: AbortSignal): Promise<Uitkomst<Organisatiedossier>>;
  voegToe(organisatie: Organisatiegegevens): Promise<Uitkomst<NieuweOrganisatie>>;
  nieuweCode(organisatieId: string): Promise<Uitkomst<Activeringscode>>;
  exportadres(vraag: Overzichtvraag): string;
}

const GEDULD_MS = 20_000;
/** Organisations per request, and as many as the page holds: with more than that one searches or picks a sector. */
const PAGINA = 200;
const HOOGSTE_AANTAL = 2000;
const BASIS = "/v1/servicepunt";
const SESSIE = `${BASIS}/sessies/huidige`;

/** `haal`: the browser's fetch, or a test's. Keeps the session's anti-forgery token in memory and nothing else. */
export function maakDienst(haal: typeof fetch): Dienst {
  let csrfToken = "";

  async function vraag<T>(methode: string, pad: string, schema: z.ZodMiniType<T>, inhoud?: unknown, onderbreek?: AbortSignal): Promise<Uitkomst<T>> {
    const tijd = AbortSignal.timeout(GEDULD_MS);
    try {
      const antwoord = await haal(pad, {
        method: methode,
        credentials: "same-origin",
        cache: "no-store",
        signal: onderbreek ? AbortSignal.any([onderbreek, tijd]) : tijd,
        headers: {
          accept: "application/json",
          ...(inhoud !== undefined && { "content-type": "application/json" }),
          ...(methode !== "GET" && { "x-csrf-token": csrfToken }),
        },
        ...(inhoud !== undefined && { body: JSON.stringify(inhoud) }),
      });
      if (!antwoord.ok) return mislukt(await leesFout(antwoord));
      const gelezen = schema.safeParse(antwoord.status === 204 ? null : await leesJson(antwoord));
      return gelezen.success ? { gelukt: true, waarde: gelezen.data } : mislukt({ soort: "storing" });
    } catch {
      // fetch rejects when the server cannot be reached, when the time is over, and when the answer is cut off half-way.
      return mislukt({ soort: "onbereikbaar" });
    }
  }

  function onthoud(uitkomst: Uitkomst<Sessie>): Uitkomst<Sessie> {
    csrfToken = uitkomst.gelukt ? uitkomst.waarde.csrfToken : "";
    return uitkomst;
  }

  return {
    beleid: (onderbreek) => vraag("GET", "/v1/beleid", beleidSchema, undefined, onderbreek),
    huidigeSessie: async (onderbreek) => onthoud(await vraag("GET", SESSIE, sessieSchema, undefined, onderbreek)),
    async aanmeldwijze(onderbreek) {
      const uitkomst = await vraag("GET", `${BASIS}/aanmeldwijze`, aanmeldwijzeSchema, undefined, onderbreek);
      return uitkomst.gelukt ? { gelukt: true, waarde: uitkomst.waarde.wijze } : uitkomst;
    },
    meldAan: async (naam, wachtwoord) => onthoud(await vraag("POST", `${BASIS}/sessies`, sessieSchema, { naam, wachtwoord })),
    meldAf: async () => {
      const uitkomst = await vraag("DELETE", SESSIE, z.null());
      csrfToken = "";
      return uitkomst;
    },
    async overzicht(v, onderbreek) {
      const pagina = (vanaf: number) => vraag("GET", `${BASIS}/responsoverzicht?${query(v)}&vanaf=${vanaf}&aantal=${PAGINA}`, responsoverzichtSchema, undefined, onderbreek);
      const eerste = await pagina(0);
      if (!eerste.gelukt) return eerste;
      const { waarde } = eerste;
      const rijen = [...waarde.rijen];
      while (rijen.length < Math.min(waarde.aantal, HOOGSTE_AANTAL)) {
        const volgende = await pagina(rijen.length);
        if (!volgende.gelukt) return volgende;
        if (volgende.waarde.rijen.length === 0) break;
        rijen.push(...volgende.waarde.rijen);
      }
      return { gelukt: true, waarde: { ...waarde, rijen } };
    },
    dossier: (id, onderbreek) => vraag("GET", `${BASIS}/organisaties/${encodeURIComponent(id)}`, organisatiedossierSchema, undefined, onderbreek),
    voegToe: (organisatie) => vraag("POST", `${BASIS}/organisaties`, nieuweOrganisatieSchema, organisatie),
    nieuweCode: (id) => vraag("POST", `${BASIS}/organisaties/${encodeURIComponent(id)}/activeringscodes`, activeringscodeSchema),
    exportadres: (v) => `${BASIS}/responsoverzicht/export?${query(v)}`,
  };
}

function query(vraag: Overzichtvraag): string {
  const p = new URLSearchParams({ van: vraag.van, tot: vraag.tot });
  if (vraag.sector) p.set("sector", vraag.sector);
  if (vraag.zoek) p.set("zoek", vraag.zoek);
  return p.toString();
}

async function leesFout(antwoord: Response): Promise<Fout> {
  if (antwoord.status === 401) return { soort: "aanmelden" };
  if (antwoord.status === 404) return { soort: "niet-gevonden" };
  if (antwoord.status === 429) {
    const seconden = Number(antwoord.headers.get("retry-after") ?? "");
    return { soort: "te-druk", seconden: Number.isInteger(seconden) && seconden > 0 ? seconden : null };
  }
  const probleem = probleemSchema.safeParse(await leesJson(antwoord));
  if (antwoord.status >= 500 || !probleem.success) return { soort: "storing" };
  return { soort: "geweigerd", melding: [probleem.data.detail, ...(probleem.data.fouten ?? []).map((f) => f.melding)].join(" ") };
}

/** undefined, which no schema takes, when the body is no JSON (a proxy's page, say). A body that breaks off rejects. */
async function leesJson(antwoord: Response): Promise<unknown> {
  const tekst = await antwoord.text();
  try {
    return JSON.parse(tekst);
  } catch {
    return undefined;
  }
}

function mislukt(fout: Fout): { readonly gelukt: false; readonly fout: Fout } {
  return { gelukt: false, fout };
}
