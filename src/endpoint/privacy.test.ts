import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DATABANK } from "./database/proefdatabase.testtaal";
import { afzender, alleRijen, dienst, medewerker, staat } from "./testtaal";

/** Planted wherever a request has room for it; may come out nowhere. */
const KANARIE = "Kanarie-PietJansen-0612345678";

test("what a sender did not mean to leave stands in no database file, no log and no error", async () => {
  const map = mkdtempSync(join(tmpdir(), "privacy-"));
  const d = await dienst(DATABANK === "sqlite" ? { plaats: join(map, "meldcode.sqlite") } : {});
  const a = await afzender(d, { naam: "De Vuurtoren" });
  const koppen = { ...a.koppen, "user-agent": KANARIE, referer: `https://${KANARIE}.example/`, "x-forwarded-for": KANARIE, "x-eigen": KANARIE, "accept-language": KANARIE };
  const basis = `${a.pad}/registraties/lijst`;
  const put = (payload: unknown, meer: Record<string, string> = {}, url = basis) =>
    d.vraag({ method: "PUT", url, headers: { ...koppen, "content-type": "application/json", "if-none-match": "*", ...meer }, payload: typeof payload === "string" ? payload : JSON.stringify(payload), remoteAddress: "198.51.100.77" });

  const antwoorden = [
    await put(staat([3])), // accepted
    await put(staat([3]), {}, `${basis}?naam=${KANARIE}`),
    await put({ ...staat([3]), [KANARIE]: 1 }),
    await put({ ...staat([3]), schema: KANARIE, vanaf: KANARIE, maanden: [{ periode: KANARIE, [KANARIE]: KANARIE }] }),
    await put(`{"${KANARIE}`),
    await put(KANARIE, { "content-type": "text/plain" }),
    await put({ vulling: KANARIE.repeat(60_000) }),
    await put(staat([3]), { "if-match": `"${KANARIE}"` }),
    await put(staat([3]), { authorization: `Bearer ${KANARIE}` }),
    await put(staat([3]), {}, `/v1/organisaties/${KANARIE}/registraties/lijst`),
    await d.vraag({ url: `/v1/${KANARIE}`, headers: koppen }),
    await d.vraag({ url: `/${KANARIE}%zz`, headers: koppen }),
    await d.vraag({ method: "POST", url: "/v1/activeringen", headers: { "user-agent": KANARIE, "idempotency-key": KANARIE }, payload: { activeringscode: KANARIE } }),
    await d.vraag({ method: "POST", url: "/v1/servicepunt/sessies", payload: { naam: KANARIE, wachtwoord: KANARIE } }),
    await d.vraag({ url: `/v1/servicepunt/responsoverzicht?van=2026-01&tot=2026-02&zoek=${KANARIE}`, headers: await medewerker(d) }),
  ];
  expect(antwoorden.filter((antwoord) => antwoord.statusCode >= 500)).toEqual([]);
  for (const antwoord of antwoorden) expect(antwoord.body + JSON.stringify(antwoord.headers)).not.toContain("Kanarie");
  expect(JSON.stringify(d.log)).not.toMatch(/Kanarie|198\.51|Vuurtoren|ORG-/);
  expect(d.log).toHaveLength(antwoorden.length); // one more for the activation, one less for the undecodable address
  for (const bestand of readdirSync(map)) {
    const bytes = readFileSync(join(map, bestand), "latin1");
    for (const verboden of ["Kanarie", "198.51.100.77", "127.0.0.1", "lightMyRequest", a.sleutel, a.activeringscode.replaceAll("-", "")]) expect(bytes).not.toContain(verboden);
  }
  // Of PostgreSQL the rows: its files hold other tests as well.
  const rijen = await alleRijen(d.opslag);
  expect(rijen).toContain("De Vuurtoren");
  for (const verboden of ["Kanarie", "198.51.100.77", "127.0.0.1", "lightMyRequest", a.sleutel, a.activeringscode.replaceAll("-", "")]) expect(rijen).not.toContain(verboden);
  await d.sluit();
  rmSync(map, { recursive: true });
});
