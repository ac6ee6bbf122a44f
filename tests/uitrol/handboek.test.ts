import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { BEWAARTERMIJNEN } from "../../src/endpoint/register/bewaartermijnen";

/** The handbook for administrators says what the program does; nothing in it points nowhere. */
const lees = (pad: string): string => readFileSync(pad, "utf8");
const variabelen = (tekst: string): Set<string> => new Set(tekst.match(/\b(MELDCODE_[A-Z_]+|DATABASE_URL)\b/g));
const INSTELLINGEN = variabelen(lees("src/endpoint/configuratie.ts"));

test("every setting of the program is explained, but the demo's", () => {
  const uitgelegd = variabelen(lees("docs/beheer/instellingen.md"));
  expect([...INSTELLINGEN].filter((naam) => !uitgelegd.has(naam) && naam !== "MELDCODE_DEMO")).toEqual([]);
  // Used when building, not when running.
  expect([...uitgelegd].filter((naam) => !INSTELLINGEN.has(naam) && naam !== "MELDCODE_URL")).toEqual([]);
});

test("the image, the compose file, the chart and systemd's files set nothing that the program does not know", () => {
  const mappen = ["deploy/helm/monitor-meldcode/templates", "deploy/systemd"];
  const gebruikt = ["deploy/Containerfile", "deploy/compose.yaml", ...mappen.flatMap((map) => readdirSync(map).map((naam) => join(map, naam)))].flatMap((pad) => [...variabelen(lees(pad))]);
  expect(gebruikt.filter((naam) => !INSTELLINGEN.has(naam) && naam !== "MELDCODE_URL")).toEqual([]);
});

test("every kind of data that expires stands in the handbook with its term", () => {
  const tekst = lees("docs/beheer/bewaren.md");
  const termijn = (dagen: number): string => (dagen > 1000 ? `${Math.round(dagen / 365.25)} jaar` : dagen === 1 ? "1 dag" : `${dagen} dagen`);
  const regels = { sessie: "sessie", activeringscode: "activeringscode", toegang: "toegangssleutel", "vervangen stand": "vervangen stand", auditregel: "auditlog" };
  for (const [soort, { dagen }] of Object.entries(BEWAARTERMIJNEN)) {
    const regel = tekst.split("\n").find((een) => een.startsWith(`| ${regels[soort as keyof typeof regels]}`));
    expect(regel).toContain(termijn(dagen));
  }
});

test("every link between the pages leads somewhere, to the heading as well", () => {
  const bladen = ["README.md", "SECURITY.md", "deploy/README.md", ...readdirSync("docs/beheer").filter((naam) => naam.endsWith(".md")).map((naam) => join("docs/beheer", naam))];
  const dood = bladen.flatMap((blad) =>
    [...lees(blad).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)/g)]
      .map(([, doel = "", kop]) => ({ doel: doel === "" ? blad : join(dirname(blad), doel), kop }))
      .filter(({ doel, kop }) => !existsSync(doel) || (kop !== undefined && !koppen(doel).includes(kop)))
      .map(({ doel, kop }) => `${blad}: ${doel}#${kop ?? ""}`),
  );
  expect(dood).toEqual([]);
});

/** Headings as links name them: small letters, hyphens for spaces, no other signs. */
function koppen(blad: string): string[] {
  return [...lees(blad).matchAll(/^#+ (.*)$/gm)].map(([, kop = ""]) => kop.toLowerCase().replaceAll(/[^\p{L}\p{N} -]/gu, "").replaceAll(" ", "-"));
}
