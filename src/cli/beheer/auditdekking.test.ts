/** Whatever an administrator does with a command is in the audit log; a command that leaves no line says here why not. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { Opslag } from "../../endpoint/database/opslag";
import { auditregels } from "../../endpoint/register/audit";
import { afzender, type Afzender, dienst, type Dienst, PROEF } from "../../endpoint/testtaal";
import type { Daad } from "../../meldcode/uitwisseling/auditlog";
import { beheer, OPDRACHTEN } from "./beheer";

interface Proef {
  readonly args?: (a: Afzender, map: string) => readonly string[];
  /** Commands that come first. */
  readonly eerst?: (a: Afzender, map: string) => readonly (readonly string[])[];
  /** In an empty database, after `eerst` ran in the other. */
  readonly leeg?: true;
  /** The deeds it leaves, oldest first. */
  readonly wat: readonly Daad[];
}

const bestand = (_a: Afzender, map: string): string[] => [join(map, "kopie.sqlite")];
const SCHRIJFT: Readonly<Record<string, Proef>> = {
  "organisatie toevoegen": { args: () => ["--naam", "De Vuurtoren", "--sector", "onderwijs"], wat: ["organisatie-toegevoegd", "activeringscode-uitgegeven"] },
  "organisatie wijzigen": { args: (a) => [a.id, "--naam", "De Vuurtoren"], wat: ["organisatie-gewijzigd"] },
  "organisatie importeren": { args: (_a, map) => [join(map, "lijst.csv")], wat: ["organisatie-toegevoegd", "activeringscode-uitgegeven", "organisatie-toegevoegd", "activeringscode-uitgegeven"] },
  activeringscode: { args: (a) => [a.id], wat: ["activeringscode-uitgegeven"] },
  "toegang intrekken": { args: (a) => [a.id], wat: ["toegang-ingetrokken"] },
  "periode sluiten": { args: () => ["2026-01"], wat: ["periode-gesloten"] },
  "periode openen": { eerst: () => [["periode", "sluiten", "2026-01"]], args: () => ["2026-01"], wat: ["periode-geopend"] },
  "periode uitzondering": { eerst: () => [["periode", "sluiten", "2026-01"]], args: (a) => [a.id, "2026-01"], wat: ["uitzondering-gegeven"] },
  "beleid zetten": { args: () => ["minimum=5"], wat: ["beleid-gewijzigd"] },
  "servicepunt account": { args: () => ["jan"], wat: ["account-gezet"] },
  "servicepunt intrekken": { eerst: () => [["servicepunt", "account", "jan"]], args: () => ["jan"], wat: ["account-ingetrokken"] },
  "servicepunt afmelden": { wat: ["sessies-beeindigd"] },
  export: { wat: ["export"] },
  "reservekopie maken": { args: bestand, wat: ["reservekopie-gemaakt"] },
  "reservekopie terugzetten": { eerst: (a, map) => [["reservekopie", "maken", ...bestand(a, map)]], leeg: true, args: bestand, wat: ["reservekopie-teruggezet"] },
  "database overzetten": { eerst: (a, map) => [["reservekopie", "maken", ...bestand(a, map)]], leeg: true, args: bestand, wat: ["database-overgezet"] },
  "bewaartermijnen toepassen": { wat: ["bewaartermijnen-toegepast"] },
};

/** Read-only, and why looking is no deed. */
const LEEST: Readonly<Record<string, string>> = {
  "organisatie lijst": "names of organisations, no figures",
  "periode uitzonderingen": "no figures; giving and taking an exception are deeds",
  "beleid tonen": "the policy is open to everyone",
  "beleid versies": "what it was is open to everyone too; setting it is a deed",
  "servicepunt accounts": "names and roles, no passwords; setting and taking away are deeds",
  "audit controleer": "looks whether the log is whole; a line of its own would shift the last line that it prints",
  "audit tonen": "the log itself: whoever can run this can read the database anyway",
};

let d: Dienst;
let a: Afzender;
let map: string;
beforeEach(async () => {
  d = await dienst();
  a = await afzender(d);
  map = mkdtempSync(join(tmpdir(), "auditdekking-"));
  writeFileSync(join(map, "lijst.csv"), "naam;sector\nDe Linde;onderwijs\nHet Anker;onderwijs\n");
});
afterEach(async () => {
  await d.sluit();
  rmSync(map, { recursive: true });
});

const omgeving = (opslag: Opslag) => ({ ...d.omgeving, installatie: opslag, opslag: opslag.gemeente("GM0599") });
async function voer(opslag: Opslag, regel: readonly string[]): Promise<void> {
  expect(await beheer(regel, omgeving(opslag), Readable.from([""]))).toMatchObject({ uitgang: 0, fout: "" });
}
const regels = async (opslag: Opslag) => (await auditregels(omgeving(opslag), undefined, 100)).reverse();

test("every command is here: it leaves a line, or only looks", () => {
  expect(OPDRACHTEN.map(([woorden]) => woorden.join(" ")).sort()).toEqual([...Object.keys(SCHRIJFT), ...Object.keys(LEEST)].sort());
});

test.each(Object.entries(SCHRIJFT))("%s is written down, with who did it", async (woorden, { eerst, leeg, args, wat }) => {
  for (const regel of eerst?.(a, map) ?? []) await voer(d.opslag, regel);
  const opslag = leeg ? await Opslag.open(join(map, "leeg.sqlite")) : d.opslag;
  // Where it is put back, the log of the copy comes first.
  const eerder = (await regels(d.opslag)).length - (leeg ? 1 : 0);
  await voer(opslag, [...woorden.split(" "), ...(args?.(a, map) ?? [])]);
  expect((await regels(opslag)).slice(eerder).map((regel) => [regel.wat, regel.wie])).toEqual(wat.map((daad) => [daad, PROEF.id]));
  if (leeg) await opslag.sluit();
});

test.each(Object.keys(LEEST))("%s only looks, and leaves no line", async (woorden) => {
  const eerder = await regels(d.opslag);
  await voer(d.opslag, woorden.split(" "));
  expect(await regels(d.opslag)).toEqual(eerder);
});
