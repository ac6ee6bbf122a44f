import * as oidc from "openid-client";
import { magMet, type Rol } from "../meldcode/uitwisseling/rol";
import type { Medewerker } from "./register/sessie";

export interface Oidcinstelling {
  /** The provider's issuer identifier; http only on this machine. */
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The claim that names the roles or groups, and which role each gives. Of several the highest counts. */
  readonly rolclaim: string;
  readonly rollen: ReadonlyMap<string, Rol>;
}

/** What only this browser knows of its own sign-in. */
export interface Aanmeldgeheim {
  readonly state: string;
  readonly nonce: string;
  /** PKCE's code verifier. */
  readonly verifier: string;
}

/** onbereikbaar: the provider gives no (good) answer; geweigerd: it or the user said no; verlopen: this sign-in was not begun here, or too long ago. */
export type Aanmeldreden = "onbereikbaar" | "geweigerd" | "geen-rol" | "verlopen" | "mislukt";

export class Aanmeldfout extends Error {
  override readonly name = "Aanmeldfout";
  constructor(
    readonly reden: Aanmeldreden,
    /** For the log: the library's own code, nothing that was sent. */
    readonly oorzaak: string,
  ) {
    super(reden);
  }
}

/** Seconds that the provider may take for an answer. */
const GEDULD = 5;
/** How long what the provider says of itself is believed: it may change keys and addresses. */
const HOUDBAAR = 60 * 60_000;
/** Without a name the log and the page would have to show the subject. */
const SCOPE = "openid profile";

/** The one file that knows openid-client: the identity provider of one municipality, in the authorization code flow with PKCE. */
export class Aanbieder {
  private bekend: { readonly configuratie: oidc.Configuration; readonly tot: number } | undefined;

  constructor(private readonly instelling: Oidcinstelling) {}

  /** Where to send the browser. Throws Aanmeldfout. */
  async begin(terugadres: string, { state, nonce, verifier }: Aanmeldgeheim): Promise<URL> {
    return oidc.buildAuthorizationUrl(await this.configuratie(), {
      redirect_uri: terugadres,
      scope: SCOPE,
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
    });
  }

  /** `adres`: where the browser came back, with everything behind the question mark. Throws Aanmeldfout. */
  async voltooi(adres: URL, { state, nonce, verifier }: Aanmeldgeheim): Promise<Medewerker> {
    const configuratie = await this.configuratie();
    const beweringen = await this.haal(configuratie, adres, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true });
    const rol = hoogsteRol(this.instelling.rollen, beweringen[this.instelling.rolclaim]);
    if (rol === undefined) throw new Aanmeldfout("geen-rol", "GEEN_ROL");
    return { wie: { id: `oidc:${beweringen.sub}`, naam: naamUit(beweringen) }, rol };
  }

  /** null: the provider has no page for it. */
  async afmeldadres(terugadres: string): Promise<URL | null> {
    const configuratie = await this.configuratie();
    if (configuratie.serverMetadata().end_session_endpoint === undefined) return null;
    return oidc.buildEndSessionUrl(configuratie, { post_logout_redirect_uri: terugadres });
  }

  private async configuratie(): Promise<oidc.Configuration> {
    if (this.bekend && this.bekend.tot > Date.now()) return this.bekend.configuratie;
    const { issuer, clientId, clientSecret } = this.instelling;
    try {
      // What the token endpoint answers must be signed as well: many municipalities have a proxy that opens the TLS of what goes out.
      const configuratie = await oidc.discovery(issuer, clientId, clientSecret, undefined, { timeout: GEDULD, [oidc.customFetch]: haal, execute: [oidc.enableNonRepudiationChecks, ...(issuer.protocol === "http:" ? [oidc.allowInsecureRequests] : [])] });
      this.bekend = { configuratie, tot: Date.now() + HOUDBAAR };
      return configuratie;
    } catch (fout) {
      throw new Aanmeldfout("onbereikbaar", codeVan(fout));
    }
  }

  /** The claims of the id token; those that many providers only give at the userinfo endpoint come from there. */
  private async haal(configuratie: oidc.Configuration, adres: URL, verwacht: oidc.AuthorizationCodeGrantChecks): Promise<oidc.IDToken> {
    try {
      const tokens = await oidc.authorizationCodeGrant(configuratie, adres, verwacht);
      const beweringen = tokens.claims();
      if (!beweringen) throw new Aanmeldfout("mislukt", "GEEN_ID_TOKEN");
      const compleet = beweringen[this.instelling.rolclaim] !== undefined && beweringen.name !== undefined;
      if (compleet || configuratie.serverMetadata().userinfo_endpoint === undefined) return beweringen;
      return { ...(await oidc.fetchUserInfo(configuratie, tokens.access_token, beweringen.sub)), ...beweringen };
    } catch (fout) {
      throw fout instanceof Aanmeldfout ? fout : new Aanmeldfout(redenVan(fout), codeVan(fout));
    }
  }
}

/** `bewering`: one value or a list of them. */
export function hoogsteRol(rollen: ReadonlyMap<string, Rol>, bewering: unknown): Rol | undefined {
  const gekregen = [bewering].flat().flatMap((waarde) => rollen.get(String(waarde)) ?? []);
  return gekregen.reduce<Rol | undefined>((hoogste, rol) => (hoogste !== undefined && magMet(hoogste, rol) ? hoogste : rol), undefined);
}

function naamUit({ name, preferred_username: gebruikersnaam, sub }: oidc.IDToken): string {
  return [name, gebruikersnaam].find((naam) => typeof naam === "string" && naam.trim() !== "")?.toString() ?? sub;
}

function redenVan(fout: unknown): Aanmeldreden {
  if (fout instanceof oidc.AuthorizationResponseError) {
    if (fout.error === "access_denied") return "geweigerd";
    return fout.error === "server_error" || fout.error === "temporarily_unavailable" ? "onbereikbaar" : "mislukt";
  }
  return uitHaal(fout)?.reden ?? (brakAf(fout) ? "onbereikbaar" : "mislukt");
}

/** An answer that began, and was not whole in time. */
function brakAf(fout: unknown): boolean {
  if (typeof fout !== "object" || fout === null) return false;
  return ("name" in fout && fout.name === "TimeoutError") || ("cause" in fout && brakAf(fout.cause));
}

/** fetch, with one error for a provider that gives no answer, none in time, or one that it cannot. */
async function haal(adres: string, opties: oidc.CustomFetchOptions): Promise<Response> {
  // The library allows bodies of shared memory, which nothing here has.
  const antwoord = await fetch(adres, opties as RequestInit).catch(() => null);
  if (!antwoord) throw new Aanmeldfout("onbereikbaar", "GEEN_ANTWOORD");
  if (antwoord.status >= 500) throw new Aanmeldfout("onbereikbaar", "STORING_BIJ_AANBIEDER");
  return antwoord;
}

/** The library wraps what it does not know. */
function uitHaal(fout: unknown): Aanmeldfout | undefined {
  const bron = fout instanceof oidc.ClientError ? fout.cause : fout;
  return bron instanceof Aanmeldfout ? bron : undefined;
}

/** Capitals and underscores, as the library writes them: never text of the provider's. */
function codeVan(fout: unknown): string {
  const code = uitHaal(fout)?.oorzaak ?? (fout instanceof Error && "code" in fout ? String(fout.code) : "");
  return /^[A-Z_]+$/.test(code) ? code : "";
}
