import { resolve } from "node:path";
import * as z from "zod/mini";
import type { Gemeentekeuze } from "./http/gemeente";

const vlag = z.optional(z.enum(["0", "1"], { error: "moet 0 of 1 zijn" }));
const omgevingSchema = z.object({
  PORT: z._default(z.string().check(z.regex(/^\d{1,5}$/, { error: "moet een poortnummer zijn, zoals 3000" })), "3000"),
  MELDCODE_HOST: z._default(z.string(), "localhost"),
  MELDCODE_DATA: z._default(z.string().check(z.minLength(1)), "./data"),
  MELDCODE_GEMEENTE: z._default(z.string().check(z.regex(/^GM\d{4}$/, { error: "moet een gemeentecode zijn, zoals GM0599" })), "GM0599"),
  MELDCODE_GEMEENTEN: z.optional(z.string().check(z.regex(/^GM\d{4}=[A-Za-z0-9.-]+(,GM\d{4}=[A-Za-z0-9.-]+)*$/, { error: "moet per gemeente een hostnaam noemen, zoals GM0599=meldcode.rotterdam.nl,GM0363=meldcode.amsterdam.nl" }))),
  DATABASE_URL: z.optional(z.string().check(z.regex(/^postgres(ql)?:\/\//, { error: "moet met postgres:// beginnen; laat weg voor de ingebouwde database" }))),
  MELDCODE_STATISCH: z.optional(z.string()),
  MELDCODE_HERKOMSTEN: z._default(z.string().check(z.regex(/^(https?:\/\/[^\s/,]+(,https?:\/\/[^\s/,]+)*)?$/, { error: "moet herkomsten noemen, zoals https://invoegtoepassing.gemeente.nl, gescheiden door komma's" })), ""),
  MELDCODE_HTTPS: vlag,
  MELDCODE_PROXIES: z._default(z.string().check(z.regex(/^\d$/, { error: "moet het aantal proxy's zijn, 0 tot en met 9" })), "0"),
  MELDCODE_DEMO: vlag,
  NODE_ENV: z.optional(z.string()),
});

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
}

/** The municipality and the place of the data, for the server and for `beheer` alike. Throws an Error whose message says in Dutch which variable is wrong. */
export function leesConfiguratie(variabelen: NodeJS.ProcessEnv): Configuratie {
  const gelezen = z.safeParse(omgevingSchema, variabelen);
  if (!gelezen.success) {
    const regels = gelezen.error.issues.map((fout) => `- ${fout.path.join(".")} ${fout.message}`);
    throw new Error(`De instellingen kloppen niet:\n${regels.join("\n")}`);
  }
  const o = gelezen.data;
  const demo = o.MELDCODE_DEMO === "1";
  if (demo && o.NODE_ENV === "production") throw new Error("MELDCODE_DEMO=1 kan niet samen met NODE_ENV=production: de demo heeft een account en codes die iedereen kent.");
  if (Number(o.PORT) > 65_535) throw new Error("De instellingen kloppen niet:\n- PORT moet hoogstens 65535 zijn");
  return {
    poort: Number(o.PORT),
    host: o.MELDCODE_HOST,
    database: o.DATABASE_URL ?? resolve(o.MELDCODE_DATA, "meldcode.sqlite"),
    gemeente: o.MELDCODE_GEMEENTEN === undefined ? o.MELDCODE_GEMEENTE : perHost(o.MELDCODE_GEMEENTEN),
    statisch: o.MELDCODE_STATISCH === undefined ? undefined : resolve(o.MELDCODE_STATISCH),
    herkomsten: o.MELDCODE_HERKOMSTEN === "" ? [] : o.MELDCODE_HERKOMSTEN.split(","),
    https: o.MELDCODE_HTTPS === "1",
    proxies: Number(o.MELDCODE_PROXIES),
    demo,
  };
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
