import { resolve } from "node:path";
import { leesConfiguratie } from "./configuratie";

test("without any setting the service runs on this machine only, with its data beside it", () => {
  expect(leesConfiguratie({})).toEqual({ poort: 3000, host: "localhost", database: resolve("data/meldcode.sqlite"), gemeente: "GM0599", statisch: undefined, herkomsten: [], https: false, proxies: 0, demo: false, productie: false, beheerder: undefined, oidc: new Map(), metingenPoort: undefined, beveiliging: { contact: undefined, tot: undefined } });
});

test("every wrong setting is named at once, in Dutch", () => {
  expect(() => leesConfiguratie({ PORT: "drie", MELDCODE_GEMEENTE: "Rotterdam", MELDCODE_HERKOMSTEN: "x y" })).toThrow(/PORT moet een poortnummer[\s\S]*MELDCODE_GEMEENTE[\s\S]*MELDCODE_HERKOMSTEN/);
  expect(() => leesConfiguratie({ PORT: "70000" })).toThrow(/PORT/);
  const alles = { PORT: "-1", MELDCODE_METINGEN_POORT: "x", MELDCODE_HTTPS: "ja", MELDCODE_PROXIES: "veel", MELDCODE_BEVEILIGING_CONTACT: "jan", MELDCODE_BEVEILIGING_TOT: "ooit", DATABASE_URL: "mysql://x", MELDCODE_BEHEERDER: "jan@gemeente.nl", MELDCODE_DEMO: "1", NODE_ENV: "production" };
  const melding = (() => {
    try {
      return String(leesConfiguratie(alles));
    } catch (fout) {
      return String(fout);
    }
  })();
  for (const naam of Object.keys(alles)) expect(melding).toContain(naam);
  expect(melding.split("\n- ")).toHaveLength(10);
  expect(melding).not.toMatch(/Invalid|expected/i);
});

test("the demo starts whatever else the machine has in its environment", () => {
  expect(leesConfiguratie({ MELDCODE_DEMO: "1", MELDCODE_VAN_IETS_ANDERS: "x", OIDC_TOKEN: "x" }).demo).toBe(true);
});

const ONLEESBAAR = "- DATABASE_URL is niet te lezen: het moet eruitzien als postgres://gebruiker:wachtwoord@host:5432/database. Schrijf in het wachtwoord andere tekens dan letters en cijfers als %40 (@), %2F (/), %23 (#), %25 (%)";
test.each<[Record<string, string>, string]>([
  [{ MELDCODE_GEMEENT: "GM0363" }, "- MELDCODE_GEMEENT is geen instelling van deze dienst; zie docs/beheer/instellingen.md"],
  [{ OIDC_ISUER: "https://login.example.nl" }, "- OIDC_ISUER is geen instelling van deze dienst; zie docs/beheer/instellingen.md"],
  // With one municipality the names have no code behind them.
  [{ OIDC_ISSUER_GM0599: "https://login.example.nl" }, "- OIDC_ISSUER_GM0599 is geen instelling van deze dienst; zie docs/beheer/instellingen.md"],
  [{ NODE_ENV: "Production" }, "- NODE_ENV moet production zijn, of leeg"],
  [{ PORT: "9090", MELDCODE_METINGEN_POORT: "9090" }, "- MELDCODE_METINGEN_POORT moet een andere poort zijn dan PORT"],
  [{ MELDCODE_GEMEENTEN: "GM0599=a.example,GM0363=A.example" }, "- MELDCODE_GEMEENTEN noemt a.example meer dan eens: elke gemeente heeft een eigen hostnaam"],
  ...["postgres://", "postgres://u:geh/eim@h/x", "postgres://u:geheim#@h/x", "postgres://u:100%@h/x", "postgres://u:geheim@h:99999/x"].map((DATABASE_URL): [Record<string, string>, string] => [{ DATABASE_URL }, ONLEESBAAR]),
])("a mistake that would do something else than was meant is told: %j", (variabelen, regel) => {
  expect(() => leesConfiguratie(variabelen)).toThrow(new Error(`De instellingen kloppen niet:\n${regel}`));
});

test("what belongs to the build, and a socket instead of a host, is no mistake", () => {
  expect(leesConfiguratie({ MELDCODE_URL: "https://meldcode.example.nl", MELDCODE_ONBEKEND: "" })).toEqual(leesConfiguratie({}));
  expect(leesConfiguratie({ DATABASE_URL: "postgres:///meldcode?host=/var/run/postgresql" }).database).toContain("/var/run");
});

test("an empty variable is one that was left out", () => {
  expect(leesConfiguratie({ PORT: "", MELDCODE_GEMEENTE: "", DATABASE_URL: "", MELDCODE_HTTPS: "" })).toEqual(leesConfiguratie({}));
});

test("the demo, with an account that everyone knows, is impossible in production", () => {
  expect(leesConfiguratie({ MELDCODE_DEMO: "1" }).demo).toBe(true);
  expect(() => leesConfiguratie({ MELDCODE_DEMO: "1", NODE_ENV: "production" })).toThrow(/NODE_ENV=production/);
});

test("another database, or more municipalities, is a matter of one setting", () => {
  expect(leesConfiguratie({ DATABASE_URL: "postgres://meldcode@db/meldcode" }).database).toBe("postgres://meldcode@db/meldcode");
  expect(leesConfiguratie({ MELDCODE_GEMEENTEN: "GM0599=a.example,GM0363=b.example" }).gemeente).toEqual(new Map([["a.example", "GM0599"], ["b.example", "GM0363"]]));
  expect(() => leesConfiguratie({ DATABASE_URL: "mysql://db", MELDCODE_GEMEENTEN: "Rotterdam" })).toThrow(/MELDCODE_GEMEENTEN moet per gemeente een hostnaam[\s\S]*DATABASE_URL moet met postgres/);
});

describe("signing in with work accounts", () => {
  const OIDC = { OIDC_ISSUER: "https://login.example.nl/realms/x", OIDC_CLIENT_ID: "monitor", OIDC_CLIENT_SECRET: "geheim", OIDC_ROLLEN: "lezers=lezen, CN=Team,beheer=beheren" };
  const fouten = (variabelen: Record<string, string>) => {
    try {
      leesConfiguratie(variabelen);
      return "";
    } catch (fout) {
      return String(fout);
    }
  };

  test("is off without settings, and asks for all of them as soon as there is one", () => {
    expect(leesConfiguratie({ OIDC_ISSUER: "", OIDC_ROLLEN: "" }).oidc.size).toBe(0);
    const melding = fouten({ OIDC_CLIENT_ID: "monitor" });
    for (const naam of ["OIDC_ISSUER", "OIDC_CLIENT_SECRET", "OIDC_ROLLEN"]) expect(melding).toContain(naam);
    expect(melding).not.toContain("geheim");
  });
  test("knows which value gives which role, also when the value has an = in it", () => {
    const rollen = { ...OIDC, OIDC_ROLLEN: "lezers=lezen,CN=Team=behandelen" };
    expect(leesConfiguratie(rollen).oidc.get("GM0599")).toEqual({ issuer: new URL(OIDC.OIDC_ISSUER), clientId: "monitor", clientSecret: "geheim", rolclaim: "roles", rollen: new Map([["lezers", "lezen"], ["CN=Team", "behandelen"]]) });
    expect(leesConfiguratie({ ...rollen, OIDC_ROLCLAIM: "groepen" }).oidc.get("GM0599")?.rolclaim).toBe("groepen");
    for (const fout of ["lezers", "lezers=baas", "=lezen", "a=lezen,,b=beheren"]) expect(fouten({ ...OIDC, OIDC_ROLLEN: fout })).toContain("OIDC_ROLLEN");
  });
  test("goes over https, but for a provider on this machine outside production", () => {
    const goed = { ...OIDC, OIDC_ROLLEN: "lezers=lezen" };
    expect(fouten({ ...goed, OIDC_ISSUER: "http://login.example.nl" })).toContain("OIDC_ISSUER");
    expect(fouten({ ...goed, OIDC_ISSUER: "http://localhost:8080" })).toBe("");
    expect(fouten({ ...goed, OIDC_ISSUER: "http://localhost:8080", NODE_ENV: "production" })).toContain("OIDC_ISSUER");
  });
  test("is set per municipality where there are several: nobody signs in at another's", () => {
    const meer = { MELDCODE_GEMEENTEN: "GM0599=a.example,GM0363=b.example" };
    expect(fouten({ ...meer, ...OIDC })).toContain("OIDC_ISSUER_GM0599");
    const eigen = Object.fromEntries(Object.entries({ ...OIDC, OIDC_ROLLEN: "lezers=lezen" }).map(([naam, waarde]) => [`${naam}_GM0363`, waarde]));
    expect([...leesConfiguratie({ ...meer, ...eigen }).oidc.keys()]).toEqual(["GM0363"]);
  });
});
