import * as z from "zod/mini";
import type { Periode } from "../meldcode/periode";
import type { Sector } from "../meldcode/sector";
import { type Beleid, beleidSchema } from "../meldcode/uitwisseling/beleid";
import { probleemSchema } from "../meldcode/uitwisseling/probleem";
import { type Auditregel, auditlogSchema } from "../meldcode/uitwisseling/auditlog";
import {
  type Activeringscode,
  activeringscodeSchema,
  type Bestuurscode,
  bestuurscodeSchema,
  type GewijzigdeOrganisatie,
  gewijzigdeOrganisatieSchema,
  type NieuweOrganisatie,
  nieuweOrganisatieSchema,
  type Organisatiegegevens,
  type Organisatiewijziging,
  type Register,
  registerSchema,
} from "../meldcode/uitwisseling/register";
import {
  aanmeldwijzeSchema,
  type Beleidsbeheer,
  beleidsbeheerSchema,
  type Beleidsinstelling,
  ingetrokkenSchema,
  type Organisatiedossier,
  organisatiedossierSchema,
  periodenSchema,
  type Responsoverzicht,
  responsoverzichtSchema,
  sessieSchema,
} from "../meldcode/uitwisseling/servicepunt";

/** Why something could not be done, as far as it decides what the user can do about it. */
export type Fout =
  /** Nobody is signed in (any more). */
  | { readonly soort: "aanmelden" }
  /** No answer, or not in time. */
  | { readonly soort: "onbereikbaar" }
  /** `seconden`: how long to wait, when the server said so. */
  | { readonly soort: "te-druk"; readonly seconden: number | null }
  | { readonly soort: "niet-gevonden" }
  /** Somebody else changed it meanwhile. */
  | { readonly soort: "verouderd" }
  /** The server says in Dutch what is not right with what was asked. */
  | { readonly soort: "geweigerd"; readonly melding: string; /** Because of who asks, not of what. */ readonly toegang?: true }
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
/** The policy as it holds, with what a change of it has to name. */
export interface Beleidstand extends Beleidsbeheer {
  readonly etag: string;
}
export type Perioden = z.infer<typeof periodenSchema>;
export type Ingetrokken = z.infer<typeof ingetrokkenSchema>;
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
  /** `vanaf`: how many of the newest receipts are skipped. */
  dossier(organisatieId: string, vanaf: number, onderbreek?: AbortSignal): Promise<Uitkomst<Organisatiedossier>>;
  /** The organisations whose name or number has these words, by name; at most `aantal`. */
  register(zoek: string, aantal: number, onderbreek: AbortSignal): Promise<Uitkomst<Register>>;
  voegToe(organisatie: Organisatiegegevens): Promise<Uitkomst<NieuweOrganisatie>>;
  nieuweCode(organisatieId: string): Promise<Uitkomst<Activeringscode>>;
  /** A code for all organisations of a board. */
  nieuweBestuurscode(bestuur: string): Promise<Uitkomst<Bestuurscode>>;
  wijzigOrganisatie(organisatieId: string, wijziging: Organisatiewijziging): Promise<Uitkomst<GewijzigdeOrganisatie>>;
  /** Every key and unused code of the organisation stops working at once; what was received stays. */
  trekToegangIn(organisatieId: string): Promise<Uitkomst<Ingetrokken>>;
  perioden(onderbreek: AbortSignal): Promise<Uitkomst<Perioden>>;
  /** Per month how many organisations responded, of all. */
  maandtotalen(van: Periode, tot: Periode, onderbreek: AbortSignal): Promise<Uitkomst<Responsoverzicht["totalen"]>>;
  zetPeriode(periode: Periode, gesloten: boolean): Promise<Uitkomst<Perioden>>;
  /** Whether one organisation may change a closed month all the same. */
  zetUitzondering(organisatieId: string, periode: Periode, geldt: boolean): Promise<Uitkomst<null>>;
  /** `vanaf`: how many of the newest versions are skipped. */
  beleidsbeheer(vanaf: number, onderbreek?: AbortSignal): Promise<Uitkomst<Beleidstand>>;
  /** `etag`: of the policy that the change was made from. */
  zetBeleid(instelling: Beleidsinstelling, etag: string): Promise<Uitkomst<Beleidstand>>;
  /** At most `aantal` (500) lines, newest first; `voor`: only lines with a lower number. */
  auditlog(voor: number | null, aantal: number, onderbreek?: AbortSignal): Promise<Uitkomst<readonly Auditregel[]>>;
  exportadres(vraag: Overzichtvraag): string;
}

const GEDULD_MS = 20_000;
/** Organisations per request, and as many as the page holds: with more than that one searches or picks a sector. */
const PAGINA = 200;
const HOOGSTE_AANTAL = 2000;
const BASIS = "/v1/servicepunt";
const SESSIE = `${BASIS}/sessies/huidige`;

interface Verzoekopties {
  readonly inhoud?: unknown;
  readonly onderbreek?: AbortSignal | undefined;
  /** Only when it is still this version. */
  readonly etag?: string;
}

/** `haal`: the browser's fetch, or a test's. Keeps who is signed in, with the session's anti-forgery token, in memory and nothing else. */
export function maakDienst(haal: typeof fetch): Dienst {
  let sessie: Sessie | null = null;

  async function vraagMetEtag<T>(methode: string, pad: string, schema: z.ZodMiniType<T>, opties: Verzoekopties = {}): Promise<Uitkomst<{ waarde: T; etag: string }>> {
    const vorige = sessie;
    const uitkomst = await vraagEens(methode, pad, schema, opties);
    const geweigerd = !uitkomst.gelukt && uitkomst.fout.soort === "geweigerd" && uitkomst.fout.toegang === true;
    if (methode === "GET" || !geweigerd || vorige === null) return uitkomst;
    // Who signed in again in another tab has another token by now, and this tab does not know it yet.
    const nu = await vraag("GET", SESSIE, sessieSchema);
    if (!nu.gelukt || nu.waarde.naam !== vorige.naam || nu.waarde.csrfToken === vorige.csrfToken) return uitkomst;
    sessie = nu.waarde;
    return vraagEens(methode, pad, schema, opties);
  }

  async function vraagEens<T>(methode: string, pad: string, schema: z.ZodMiniType<T>, { inhoud, onderbreek, etag }: Verzoekopties): Promise<Uitkomst<{ waarde: T; etag: string }>> {
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
          ...(methode !== "GET" && { "x-csrf-token": sessie?.csrfToken ?? "" }),
          ...(etag !== undefined && { "if-match": etag }),
        },
        ...(inhoud !== undefined && { body: JSON.stringify(inhoud) }),
      });
      if (!antwoord.ok) return mislukt(await leesFout(antwoord));
      const gelezen = schema.safeParse(antwoord.status === 204 ? null : await leesJson(antwoord));
      return gelezen.success ? gelukt({ waarde: gelezen.data, etag: antwoord.headers.get("etag") ?? "" }) : mislukt({ soort: "storing" });
    } catch {
      // fetch rejects when the server cannot be reached, when the time is over, and when the answer is cut off half-way.
      return mislukt({ soort: "onbereikbaar" });
    }
  }

  async function vraag<T>(...verzoek: Parameters<typeof vraagMetEtag<T>>): Promise<Uitkomst<T>> {
    return van(await vraagMetEtag(...verzoek), ({ waarde }) => waarde);
  }

  function onthoud(uitkomst: Uitkomst<Sessie>): Uitkomst<Sessie> {
    sessie = uitkomst.gelukt ? uitkomst.waarde : null;
    return uitkomst;
  }

  return {
    beleid: (onderbreek) => vraag("GET", "/v1/beleid", beleidSchema, { onderbreek }),
    huidigeSessie: async (onderbreek) => onthoud(await vraag("GET", SESSIE, sessieSchema, { onderbreek })),
    aanmeldwijze: async (onderbreek) => van(await vraag("GET", `${BASIS}/aanmeldwijze`, aanmeldwijzeSchema, { onderbreek }), ({ wijze }) => wijze),
    meldAan: async (naam, wachtwoord) => onthoud(await vraag("POST", `${BASIS}/sessies`, sessieSchema, { inhoud: { naam, wachtwoord } })),
    meldAf: async () => {
      const uitkomst = await vraag("DELETE", SESSIE, z.null());
      sessie = null;
      return uitkomst;
    },
    async overzicht(v, onderbreek) {
      const pagina = (vanaf: number) => vraag("GET", `${BASIS}/responsoverzicht?${query(v)}&vanaf=${vanaf}&aantal=${PAGINA}`, responsoverzichtSchema, { onderbreek });
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
      return gelukt({ ...waarde, rijen });
    },
    dossier: (id, vanaf, onderbreek) => vraag("GET", `${organisatiepad(id)}?vanaf=${vanaf}`, organisatiedossierSchema, { onderbreek }),
    register: (zoek, aantal, onderbreek) => vraag("GET", `${BASIS}/organisaties?${new URLSearchParams({ zoek, aantal: String(aantal) })}`, registerSchema, { onderbreek }),
    voegToe: (organisatie) => vraag("POST", `${BASIS}/organisaties`, nieuweOrganisatieSchema, { inhoud: organisatie }),
    nieuweCode: (id) => vraag("POST", `${organisatiepad(id)}/activeringscodes`, activeringscodeSchema),
    nieuweBestuurscode: (bestuur) => vraag("POST", `${BASIS}/bestuurscodes`, bestuurscodeSchema, { inhoud: { bestuur } }),
    wijzigOrganisatie: (id, inhoud) => vraag("PATCH", organisatiepad(id), gewijzigdeOrganisatieSchema, { inhoud }),
    trekToegangIn: (id) => vraag("DELETE", `${organisatiepad(id)}/toegang`, ingetrokkenSchema),
    perioden: (onderbreek) => vraag("GET", `${BASIS}/perioden`, periodenSchema, { onderbreek }),
    maandtotalen: async (eerste, laatste, onderbreek) =>
      van(await vraag("GET", `${BASIS}/responsoverzicht?van=${eerste}&tot=${laatste}&aantal=1`, responsoverzichtSchema, { onderbreek }), ({ totalen }) => totalen),
    zetPeriode: (periode, gesloten) => vraag("PUT", `${BASIS}/perioden/${periode}`, periodenSchema, { inhoud: { gesloten } }),
    zetUitzondering: (id, periode, geldt) => vraag(geldt ? "PUT" : "DELETE", `${organisatiepad(id)}/uitzonderingen/${periode}`, z.null()),
    beleidsbeheer: async (vanaf, onderbreek) => van(await vraagMetEtag("GET", `${BASIS}/beleid?vanaf=${vanaf}`, beleidsbeheerSchema, { onderbreek }), alsBeleidstand),
    zetBeleid: async (inhoud, etag) => van(await vraagMetEtag("PUT", `${BASIS}/beleid`, beleidsbeheerSchema, { inhoud, etag }), alsBeleidstand),
    auditlog: async (voor, aantal, onderbreek) =>
      van(await vraag("GET", `${BASIS}/auditlog?aantal=${aantal}${voor === null ? "" : `&voor=${voor}`}`, auditlogSchema, { onderbreek }), ({ regels }) => regels),
    exportadres: (v) => `${BASIS}/responsoverzicht/export?${query(v)}`,
  };
}

function alsBeleidstand({ waarde, etag }: { readonly waarde: Beleidsbeheer; readonly etag: string }): Beleidstand {
  return { ...waarde, etag };
}

function organisatiepad(id: string): string {
  return `${BASIS}/organisaties/${encodeURIComponent(id)}`;
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
  if (antwoord.status === 412) return { soort: "verouderd" };
  if (antwoord.status === 429) {
    const seconden = Number(antwoord.headers.get("retry-after") ?? "");
    return { soort: "te-druk", seconden: Number.isInteger(seconden) && seconden > 0 ? seconden : null };
  }
  const probleem = probleemSchema.safeParse(await leesJson(antwoord));
  if (antwoord.status >= 500 || !probleem.success) return { soort: "storing" };
  return { soort: "geweigerd", ...(antwoord.status === 403 && { toegang: true }), melding: [probleem.data.detail, ...(probleem.data.fouten ?? []).map((f) => f.melding)].join(" ") };
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

function gelukt<T>(waarde: T): Uitkomst<T> {
  return { gelukt: true, waarde };
}

/** What is wanted of an answer. */
function van<T, U>(uitkomst: Uitkomst<T>, neem: (waarde: T) => U): Uitkomst<U> {
  return uitkomst.gelukt ? gelukt(neem(uitkomst.waarde)) : uitkomst;
}

function mislukt(fout: Fout): { readonly gelukt: false; readonly fout: Fout } {
  return { gelukt: false, fout };
}
