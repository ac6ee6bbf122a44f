/** Whoever takes a copy along, takes everyone's data along: every municipality's log says so, and a log that cannot be written stops no copy. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { sql } from "kysely";
import { beheer } from "../../src/cli/beheer/beheer";
import { Opslag } from "../../src/endpoint/database/opslag";
import { auditregels } from "../../src/endpoint/register/audit";
import { voegOrganisatieMetCodeToe } from "../../src/endpoint/register/organisatie";
import { dienst, type Dienst } from "../../src/endpoint/testtaal";

let map: string;
let d: Dienst;
beforeEach(async () => {
  map = mkdtempSync(path.join(tmpdir(), "reservekopielog-"));
  d = await dienst({ plaats: path.join(map, "register.sqlite") });
  for (const gemeente of ["GM0599", "GM0363"]) await voegOrganisatieMetCodeToe({ ...d.omgeving, opslag: d.opslag.gemeente(gemeente) }, { naam: "De Linde", sector: "onderwijs" });
});
afterEach(async () => {
  await d.sluit();
  rmSync(map, { recursive: true });
});

const voer = (opslag: Opslag, ...regel: string[]) => beheer(regel, { ...d.omgeving, installatie: opslag, opslag: opslag.gemeente("GM0599") }, Readable.from([""]));
const kopie = () => path.join(map, "kopie.sqlite");
const laatste = async (opslag: Opslag, gemeente: string) => (await auditregels({ ...d.omgeving, opslag: opslag.gemeente(gemeente) }, undefined, 1))[0]?.wat;

test("making and putting back stand in the log of every municipality", async () => {
  await voer(d.opslag, "reservekopie", "maken", kopie());
  const terug = await Opslag.open(path.join(map, "terug.sqlite"));
  await voer(terug, "reservekopie", "terugzetten", kopie());
  for (const gemeente of ["GM0599", "GM0363"]) expect([await laatste(d.opslag, gemeente), await laatste(terug, gemeente)]).toEqual(["reservekopie-gemaakt", "reservekopie-teruggezet"]);
  await terug.sluit();
});

test("a copy that failed is in no log", async () => {
  expect((await voer(d.opslag, "reservekopie", "maken", path.join(map, "register.sqlite"))).uitgang).toBe(1);
  expect(await laatste(d.opslag, "GM0599")).toBe("activeringscode-uitgegeven");
});

test("of a database that may only be read a copy is made all the same, and the command says that the log could not tell", async () => {
  await sql`pragma query_only = 1`.execute(d.opslag.databank.db);
  const { uitgang, uit } = await voer(d.opslag, "reservekopie", "maken", kopie());
  expect([uitgang, uit]).toEqual([0, expect.stringContaining("LET OP: de kopie is heel, maar in het auditlog kon niet worden geschreven")]);
  const terug = await Opslag.open(path.join(map, "terug.sqlite"));
  expect((await voer(terug, "reservekopie", "terugzetten", kopie())).uitgang).toBe(0);
  await terug.sluit();
});
