/** Two servers on one PostgreSQL write one audit log: one chain, without a gap or a fork, whoever was first. */
import { Opslag } from "../../src/endpoint/database/opslag";
import { proefdatabase } from "../../src/endpoint/database/proefdatabase.testtaal";
import { controleerAudit, DIENST, noteerInzage } from "../../src/endpoint/register/audit";
import { pasBewaartermijnenToe } from "../../src/endpoint/register/bewaartermijnen";
import { dienst } from "../../src/endpoint/testtaal";

test("deeds at the same moment on two servers stand in one chain, each once; municipalities each have their own", async () => {
  const plaats = await proefdatabase();
  const d = await dienst({ plaats });
  const ander = await Opslag.open(plaats);
  const servers = [d.opslag, ander];
  await Promise.all(
    Array.from({ length: 120 }, (_, i) => {
      const opslag = servers[i % 2]?.gemeente(i % 3 === 0 ? "GM0363" : "GM0599");
      return noteerInzage({ ...d.omgeving, ...(opslag && { opslag }) }, "export", { i });
    }),
  );
  for (const [gemeente, regels] of [["GM0363", 40], ["GM0599", 80]] as const) {
    expect(await controleerAudit(d.opslag.gemeente(gemeente))).toMatchObject({ regels, laatste: { volgnummer: regels }, breuken: [] });
    const over = await ander.gemeente(gemeente).lees.selectFrom("auditregel").select("waarover").execute();
    expect(new Set(over.map(({ waarover }) => waarover)).size).toBe(regels);
  }
  await ander.sluit();
  await d.sluit();
});

test("two servers that shorten the log at the same moment, while others write, leave one chain and one line about it", async () => {
  const plaats = await proefdatabase();
  const d = await dienst({ plaats });
  const ander = await Opslag.open(plaats);
  d.moment = new Date("2020-06-01T12:00:00Z");
  for (let i = 0; i < 20; i++) await noteerInzage(d.omgeving, "export", { i });
  d.moment = new Date("2026-04-10T12:00:00Z");
  const omgevingen = [d.opslag, ander].map((opslag) => ({ ...d.omgeving, opslag: opslag.gemeente("GM0599") }));
  const verwijderd = await Promise.all(omgevingen.flatMap((omgeving, i) => [pasBewaartermijnenToe({ ...omgeving, wie: DIENST }), noteerInzage(omgeving, "export", { na: i }).then(() => ({ auditregel: 0 }))]));
  expect(verwijderd.map(({ auditregel }) => auditregel).sort()).toEqual([0, 0, 0, 20]);
  expect(await controleerAudit(d.omgeving.opslag)).toMatchObject({ regels: 4, eerste: { volgnummer: 21 }, laatste: { volgnummer: 24 }, breuken: [] });
  await ander.sluit();
  await d.sluit();
});
