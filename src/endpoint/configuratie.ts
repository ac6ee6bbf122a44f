import { resolve } from "node:path";
import * as z from "zod/mini";
import type { Oidcinstelling } from "./aanbieder";
import type { Gemeentekeuze } from "./http/gemeente";
import { leesOidc } from "./oidcinstelling";

const poort = z.string().check(z.refine((tekst) => /^\d{1,5}$/.test(tekst) && Number(tekst) <= 65_535, { error: "moet een poortnummer zijn, van 0 tot en met 65535, zoals 3000" }));
const vlag = z.optional(z.enum(["0", "1"], { error: "moet 0 of 1 zijn" }));
/** As it comes into the audit log, where no e-mail addresses stand. */
export const BEHEERDERNAAM = /^(?=.*\S)[^\p{Cc}@]{1,100}$/u;
const omgevingSchema = z.object({
  PORT: z._default(poort, "3000"),
  MELDCODE_HOST: z._default(z.string(), "localhost"),
  MELDCODE_DATA: z._default(z.string().check(z.minLength(1)), "./data"),
  MELDCODE_GEMEENTE: z._default(z.string().check(z.regex(/^GM\d{4}$/, { error: "moet een gemeentecode zijn, zoals GM0599" })), "GM0599"),
  MELDCODE_GEMEENTEN: z.optional(z.string().check(z.regex(/^GM\d{4}=[A-Za-z0-9.-]+(,GM\d{4}=[A-Za-z0-9.-]+)*$/, { error: "moet per gemeente een hostnaam noemen, zoals GM0599=meldcode.rotterdam.nl,GM0363=meldcode.amsterdam.nl" }))),
  DATABASE_URL: z.optional(
    z.string().check(
      z.regex(/^postgres(ql)?:\/\//, { error: "moet met postgres:// beginnen; laat weg voor de ingebouwde database", abort: true }),
      z.refine(isLeesbaarAdres, { error: "is niet te lezen: het moet eruitzien als postgres://gebruiker:wachtwoord@host:5432/database. Schrijf in het wachtwoord andere tekens dan letters en cijfers als %40 (@), %2F (/), %23 (#), %25 (%)" }),
    ),
  ),
  MELDCODE_STATISCH: z.optional(z.string()),
  MELDCODE_HERKOMSTEN: z._default(z.string().check(z.regex(/^(https?:\/\/[^\s/,]+(,https?:\/\/[^\s/,]+)*)?$/, { error: "moet herkomsten noemen, zoals https://invoegtoepassing.gemeente.nl, gescheiden door komma's" })), ""),
  MELDCODE_HTTPS: vlag,
  MELDCODE_PROXIES: z._default(z.string().check(z.regex(/^\d$/, { error: "moet het aantal proxy's zijn, 0 tot en met 9" })), "0"),
  MELDCODE_METINGEN_POORT: z.optional(poort),
  MELDCODE_BEVEILIGING_CONTACT: z.optional(z.string().check(z.regex(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+|tel:\+[\d-]+)$/, { error: "moet met mailto:, https:// of tel: beginnen, zoals mailto:beveiliging@gemeente.nl" }))),
  MELDCODE_BEVEILIGING_TOT: z.optional(z.iso.date({ error: "moet een dag zijn, zoals 2027-06-30" })),
  MELDCODE_BEHEERDER: z.optional(z.string().check(z.regex(BEHEERDERNAAM, { error: "moet een naam zijn van 1 tot en met 100 tekens, zonder apenstaartje" }))),
  MELDCODE_DEMO: vlag,
  NODE_ENV: z.optional(z.enum(["production", "development", "test"], { error: "moet production zijn, of leeg" })),
});
/** Of the build; a machine that builds and runs may have it still. */
const BOUWADRES = "MELDCODE_URL";

export interface Configuratie {
  readonly poort: number;
  readonly host: string;
  /** postgres://…, or the path of the SQLite file. */
  readonly database: string;
  readonly gemeente: Gemeentekeuze;
  readonly statisch: string | undefined;
  readonly herkomsten: readonly string[];
  readonly https: boolean;
  readonly proxies: number;
  readonly demo: boolean;
  /** NODE_ENV=production. */
  readonly productie: boolean;
  /** Who runs `beheer`. */
  readonly beheerder: string | undefined;
  /** Per municipality where the Servicepunt signs in. */
  readonly oidc: ReadonlyMap<string, Oidcinstelling>;
  /** Port of the Prometheus metrics; none: they are not offered. */
  readonly metingenPoort: number | undefined;
  /** For security.txt: URI of whom to tell of a weakness, and until when that holds. */
  readonly beveiliging: { readonly contact: string | undefined; readonly tot: Date | undefined };
}

/**
 * For the server and for `beheer` alike. An empty variable is one that is not there: that is how a compose file passes what was
 * left out. Throws an Error whose message says in Dutch which variables are wrong, all at once.
 */
export function leesConfiguratie(variabelen: NodeJS.ProcessEnv): Configuratie {
  const gelezen = z.safeParse(omgevingSchema, Object.fromEntries(Object.entries(variabelen).filter(([, waarde]) => waarde !== "")));
  const regels = gelezen.error?.issues.map((fout) => `${fout.path.join(".")} ${fout.message}`) ?? [];
  if (variabelen.MELDCODE_DEMO === "1" && variabelen.NODE_ENV === "production") regels.push("MELDCODE_DEMO=1 kan niet samen met NODE_ENV=production: de demo heeft een account en codes die iedereen kent");
  regels.push(...(gelezen.success ? onverenigbaar(gelezen.data) : []));
  const gemeente = gelezen.success ? gemeentekeuze(gelezen.data) : "";
  const { oidc, regels: oidcregels, namen: oidcnamen } = leesOidc(variabelen, gemeente);
  regels.push(...oidcregels);
  const bekend = new Set([...Object.keys(omgevingSchema.shape), BOUWADRES, ...oidcnamen]);
  // A mistake in a name would otherwise leave the service running with what nobody chose. Which names of OIDC there are depends on the municipalities.
  const eigen = gelezen.success ? /^(MELDCODE|OIDC)_/ : /^MELDCODE_/;
  // The demo needs no settings, and runs on machines that have others' in their environment.
  const demo = variabelen.MELDCODE_DEMO === "1";
  if (!demo) for (const [naam, waarde] of Object.entries(variabelen)) if (waarde !== "" && eigen.test(naam) && !bekend.has(naam)) regels.push(`${naam} is geen instelling van deze dienst; zie docs/beheer/instellingen.md`);
  if (!gelezen.success || regels.length > 0) throw new Error(`De instellingen kloppen niet:\n${regels.map((regel) => `- ${regel}`).join("\n")}`);
  const o = gelezen.data;
  return {
    poort: Number(o.PORT),
    host: o.MELDCODE_HOST,
    database: o.DATABASE_URL ?? resolve(o.MELDCODE_DATA, "meldcode.sqlite"),
    gemeente,
    statisch: o.MELDCODE_STATISCH === undefined ? undefined : resolve(o.MELDCODE_STATISCH),
    herkomsten: o.MELDCODE_HERKOMSTEN === "" ? [] : o.MELDCODE_HERKOMSTEN.split(","),
    https: o.MELDCODE_HTTPS === "1",
    proxies: Number(o.MELDCODE_PROXIES),
    demo: o.MELDCODE_DEMO === "1",
    productie: o.NODE_ENV === "production",
    beheerder: o.MELDCODE_BEHEERDER,
    oidc,
    metingenPoort: o.MELDCODE_METINGEN_POORT === undefined ? undefined : Number(o.MELDCODE_METINGEN_POORT),
    beveiliging: { contact: o.MELDCODE_BEVEILIGING_CONTACT, tot: o.MELDCODE_BEVEILIGING_TOT === undefined ? undefined : new Date(`${o.MELDCODE_BEVEILIGING_TOT}T23:59:59Z`) },
  };
}

/** As the driver reads it; with host= behind the ? there may be none before it. */
function isLeesbaarAdres(tekst: string): boolean {
  if (!URL.canParse(tekst)) return false;
  const { hostname, username, password, pathname, hash, searchParams } = new URL(tekst);
  try {
    [username, password, pathname].forEach(decodeURIComponent);
  } catch {
    return false;
  }
  return hash === "" && (hostname !== "" || searchParams.has("host"));
}

function onverenigbaar({ PORT: poort, MELDCODE_METINGEN_POORT: metingen, MELDCODE_GEMEENTEN: meer }: z.infer<typeof omgevingSchema>): string[] {
  const hosts = meer?.split(",").map((paar) => paar.slice(paar.indexOf("=") + 1).toLowerCase()) ?? [];
  return [
    ...(Number(poort) === Number(metingen) && Number(poort) !== 0 ? ["MELDCODE_METINGEN_POORT moet een andere poort zijn dan PORT"] : []),
    ...[...new Set(hosts.filter((host, i) => hosts.indexOf(host) !== i))].map((host) => `MELDCODE_GEMEENTEN noemt ${host} meer dan eens: elke gemeente heeft een eigen hostnaam`),
  ];
}

function gemeentekeuze({ MELDCODE_GEMEENTE: enige, MELDCODE_GEMEENTEN: meer }: z.infer<typeof omgevingSchema>): Gemeentekeuze {
  return meer === undefined ? enige : perHost(meer);
}

/** "GM0599=a.nl,GM0363=b.nl" → a.nl: GM0599, b.nl: GM0363. */
function perHost(tekst: string): Gemeentekeuze {
  return new Map(
    tekst.split(",").map((paar): [string, string] => {
      const [gemeente = "", host = ""] = paar.split("=");
      return [host, gemeente];
    }),
  );
}
