import { type Rol, ROLLEN } from "../meldcode/uitwisseling/rol";
import type { Oidcinstelling } from "./aanbieder";
import type { Gemeentekeuze } from "./http/gemeente";

const NAMEN = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_ROLLEN"] as const;
const ROLCLAIM = "OIDC_ROLCLAIM";
const DEZE_MACHINE = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Where the employees of each municipality sign in; without settings with accounts of this service. With several municipalities
 * every name ends in the municipality's code (OIDC_ISSUER_GM0363): else who works for one could sign in at another.
 * `namen`: every variable that was looked at.
 */
export function leesOidc(variabelen: Readonly<Record<string, string | undefined>>, gemeente: Gemeentekeuze): { readonly oidc: ReadonlyMap<string, Oidcinstelling>; readonly regels: readonly string[]; readonly namen: readonly string[] } {
  const regels: string[] = [];
  const oidc = new Map<string, Oidcinstelling>();
  const meer = typeof gemeente !== "string";
  const namen: string[] = [...NAMEN, ROLCLAIM];
  if (meer) for (const naam of [...NAMEN, ROLCLAIM]) if (variabelen[naam]) regels.push(`${naam} moet per gemeente, zoals ${naam}_${[...gemeente.values()][0]}`);
  for (const eigen of typeof gemeente === "string" ? [gemeente] : new Set(gemeente.values())) {
    const achter = meer ? `_${eigen}` : "";
    namen.push(...[...NAMEN, ROLCLAIM].map((naam) => naam + achter));
    const [issuer, clientId, clientSecret, rollen] = NAMEN.map((naam) => variabelen[naam + achter] || undefined);
    if ([issuer, clientId, clientSecret, rollen].every((waarde) => waarde === undefined)) continue;
    const adres = leesIssuer(issuer ?? "", variabelen.NODE_ENV === "production");
    const perWaarde = leesRollen(rollen ?? "");
    if (!adres) regels.push(`OIDC_ISSUER${achter} moet het https-adres van de aanbieder zijn, zoals https://login.gemeente.nl/realms/medewerkers`);
    if (clientId === undefined) regels.push(`OIDC_CLIENT_ID${achter} ontbreekt`);
    if (clientSecret === undefined) regels.push(`OIDC_CLIENT_SECRET${achter} ontbreekt`);
    if (!perWaarde) regels.push(`OIDC_ROLLEN${achter} moet per waarde een rol noemen (${ROLLEN.join(", ")}), zoals meldcode-lezers=lezen,meldcode-team=behandelen`);
    if (adres && clientId && clientSecret && perWaarde) oidc.set(eigen, { issuer: adres, clientId, clientSecret, rolclaim: variabelen[ROLCLAIM + achter] || "roles", rollen: perWaarde });
  }
  return { oidc, regels, namen };
}

/** http only for a provider on this machine, to try it. */
function leesIssuer(tekst: string, productie: boolean): URL | undefined {
  if (!URL.canParse(tekst)) return undefined;
  const adres = new URL(tekst);
  return adres.protocol === "https:" || (adres.protocol === "http:" && !productie && DEZE_MACHINE.has(adres.hostname)) ? adres : undefined;
}

/** "waarde=rol,waarde=rol"; a value may hold an = of its own. */
function leesRollen(tekst: string): ReadonlyMap<string, Rol> | undefined {
  const rollen = new Map<string, Rol>();
  for (const paar of tekst.split(",")) {
    const grens = paar.lastIndexOf("=");
    const rol = ROLLEN.find((een) => een === paar.slice(grens + 1).trim());
    const waarde = paar.slice(0, Math.max(grens, 0)).trim();
    if (rol === undefined || waarde === "") return undefined;
    rollen.set(waarde, rol);
  }
  return rollen;
}
