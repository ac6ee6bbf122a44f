import { readFileSync } from "node:fs";
import { DCLinter } from "dclint";
import { parse } from "yaml";

const BESTAND = "deploy/compose.yaml";

test("the compose file passes dclint: the compose specification's schema and its rules, warnings included", () => {
  const linter = new DCLinter({ rules: {}, quiet: false, debug: false, exclude: [] });
  expect(linter.lintFiles([BESTAND], false).flatMap(({ messages }) => messages.map(({ line, rule, message }) => `${line} ${rule}: ${message}`))).toEqual([]);
});

test("the service has nothing it could write to, and the database cannot be reached from outside", () => {
  const { services, networks } = parse(readFileSync(BESTAND, "utf8")) as { services: Record<string, Record<string, unknown>>; networks: Record<string, unknown> };
  expect(services.dienst).toMatchObject({ read_only: true, cap_drop: ["ALL"], security_opt: ["no-new-privileges:true"] });
  expect(services.dienst?.volumes).toBeUndefined();
  // Only the proxy on the same machine comes in, and the metrics do not come out.
  expect(services.dienst?.ports).toEqual(["127.0.0.1:3000:3000"]);
  expect(services.database?.ports).toBeUndefined();
  expect(services.database?.networks).toEqual(["intern"]);
  expect(networks.intern).toEqual({ internal: true });
});

test("beheer sees the same data as the service, and no more of the machine than one folder", () => {
  const { services } = parse(readFileSync(BESTAND, "utf8")) as { services: Record<string, Record<string, unknown> & { environment: Record<string, string> }> };
  const { dienst, beheer } = services;
  expect(beheer).toMatchObject({ image: dienst?.image, profiles: ["beheer"], read_only: true, cap_drop: ["ALL"], volumes: ["./werk:/werk"], networks: ["intern"] });
  for (const naam of ["DATABASE_URL", "MELDCODE_GEMEENTE", "MELDCODE_GEMEENTEN"]) expect(beheer?.environment[naam]).toBe(dienst?.environment[naam]);
});

/** What a shell knows of who is at the keyboard. */
const VAN_DE_SHELL = ["USER", "SUDO_USER"];

test("every variable it asks for stands in the example", () => {
  const gevraagd = [...readFileSync(BESTAND, "utf8").matchAll(/\$\{(\w+)/g)].map(([, naam = ""]) => naam).filter((naam) => !VAN_DE_SHELL.includes(naam));
  const voorbeeld = [...readFileSync("deploy/voorbeeld.env", "utf8").matchAll(/^(\w+)=/gm)].map(([, naam]) => naam);
  expect([...new Set(gevraagd)].sort()).toEqual(voorbeeld.sort());
});
