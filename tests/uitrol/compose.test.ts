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

test("every variable it asks for stands in the example", () => {
  const gevraagd = [...readFileSync(BESTAND, "utf8").matchAll(/\$\{(\w+)/g)].map(([, naam]) => naam);
  const voorbeeld = [...readFileSync("deploy/voorbeeld.env", "utf8").matchAll(/^(\w+)=/gm)].map(([, naam]) => naam);
  expect([...new Set(gevraagd)].sort()).toEqual(voorbeeld.sort());
});
