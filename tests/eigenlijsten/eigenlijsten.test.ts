import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { voerUit } from "../../src/cli/controleer";
import type { Uitsplitsing } from "../../src/meldcode/registratie";

/** Own lists of different sectors, from the command line: proposed, asked, answered, counted. What is expected stands beside each list. */

const map = mkdtempSync(join(tmpdir(), "eigenlijsten-"));
afterAll(() => rmSync(map, { recursive: true }));

const verwachtingen = readdirSync(__dirname).filter((naam) => naam.endsWith(".json")).map((naam) => JSON.parse(readFileSync(join(__dirname, naam), "utf8")));

async function draai(...argumenten: string[]) {
  const uit: string[] = [];
  const fout: string[] = [];
  const code = await voerUit([...argumenten, "--json", "--peildatum", "2026-06-15"], new Date(0), { uit: (tekst) => uit.push(tekst), fout: (tekst) => fout.push(tekst) });
  return { code, fout, json: uit.length > 0 ? JSON.parse(uit.join("\n")) : null };
}

function bewaar(voorstel: unknown): string {
  const pad = join(map, "koppeling.json");
  writeFileSync(pad, JSON.stringify(voorstel));
  return pad;
}

function som(uitsplitsingen: readonly Uitsplitsing[], groep: "sisa" | "consultatie" | "stap5"): Record<string, number> {
  const samen: Record<string, number> = {};
  for (const u of uitsplitsingen) for (const [sleutel, aantal] of Object.entries(u[groep] ?? {})) samen[sleutel] = (samen[sleutel] ?? 0) + aantal;
  return samen;
}

describe.each(verwachtingen)("$bestand", ({ bestand, sector, zaken, vragen, maanden, ...groepen }) => {
  const pad = join(__dirname, bestand);
  const vraagtekens = (lijst: { soort: string; veld?: string }[]) => lijst.map(({ soort, veld }) => [soort, veld]).sort();

  it("asks at most three questions, and after the answers gives the counts beside it", async () => {
    const { json: voorstel } = await draai(pad, "--stel-koppeling-voor");
    expect(voorstel.vragen.length).toBeLessThanOrEqual(3);
    expect(vraagtekens(voorstel.vragen)).toEqual(vraagtekens(vragen));
    for (const { antwoord, soort, veld } of vragen) voorstel.vragen.find((v: typeof vragen[0]) => v.soort === soort && v.veld === veld).antwoord = antwoord;
    const { json: uitslag, code, fout } = await draai(pad, "--koppeling", bewaar(voorstel), "--minimum", "1", "--sector", sector);
    expect({ code, fout }).toEqual({ code: 0, fout: [] });
    expect(uitslag.rijen).toBe(zaken);
    const { registratie } = uitslag;
    expect(Object.fromEntries(registratie.maanden.flatMap(({ periode, gestart, afgesloten }: { periode: string; gestart: number; afgesloten: number }) => (gestart > 0 ? [[periode, { gestart, afgesloten }]] : [])))).toEqual(maanden);
    for (const groep of ["sisa", "consultatie", "stap5"] as const) expect({ [groep]: som(registratie.uitsplitsingen, groep) }).toEqual({ [groep]: groepen[groep] });
    expect(uitslag.bevindingen.filter(({ code }: { code: string }) => code === "waarde-anders-geschreven")).toEqual([]);
  });

  it("asks nothing when the same kind of list comes again", async () => {
    const { json: voorstel } = await draai(pad, "--stel-koppeling-voor");
    for (const { antwoord, soort, veld } of vragen) voorstel.vragen.find((v: typeof vragen[0]) => v.soort === soort && v.veld === veld).antwoord = antwoord;
    const { json: opnieuw } = await draai(pad, "--stel-koppeling-voor", "--koppeling", bewaar(voorstel));
    expect(opnieuw.vragen).toEqual([]);
    expect((await draai(pad, "--koppeling", bewaar(opnieuw.koppeling))).code).toBe(0);
  });

  it("is not counted while a question is open", async () => {
    const { json: voorstel } = await draai(pad, "--stel-koppeling-voor");
    const { code, fout } = await draai(pad, "--koppeling", bewaar(voorstel));
    expect(vragen.length === 0 ? code === 0 : code === 2 && fout.join().includes(voorstel.vragen[0].zin)).toBe(true);
  });
});
