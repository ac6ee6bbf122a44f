import { type Auditregel, type Daad, DADEN } from "../../meldcode/uitwisseling/auditlog";
import { auditregel, gelukt, mislukt } from "../proefdienst";
import { toonDaad, toonWie, zoekVerder } from "./logboek";

const ALLES = { daad: null, over: null };
const zin = (wat: Daad, waarover: Readonly<Record<string, string | number>> = {}) =>
  toonDaad(auditregel(wat, waarover))
    .map((deel) => (typeof deel === "string" ? deel : `[${deel.organisatieId}]`))
    .join("");

/** As the service gives them: newest first, `aantal` at a time. */
function metRegels(aantal: number, wat: (i: number) => Daad = () => "aanmelden") {
  const regels = Array.from({ length: aantal }, (_, i) => auditregel(wat(i), i % 2 === 0 ? { organisatie: "ORG-A" } : {})).reverse();
  const vragen: (number | null)[] = [];
  const auditlog = async (voor: number | null, hoeveel: number) => {
    vragen.push(voor);
    return gelukt(regels.filter((regel) => voor === null || regel.volgnummer < voor).slice(0, hoeveel));
  };
  return { dienst: { auditlog }, regels, vragen };
}

test.each([
  ["dossier-ingezien", { organisatie: "ORG-A" }, "heeft het dossier bekeken van [ORG-A]"],
  ["periode-gesloten", { periode: "2026-03", versie: 4 }, "heeft maart 2026 gesloten"],
  ["uitzondering-gegeven", { organisatie: "ORG-A", periode: "2026-03" }, "heeft [ORG-A] een uitzondering gegeven op maart 2026"],
  ["beleid-gewijzigd", { versie: 5, onderdelen: "minimum, deadlineDag" }, "heeft het beleid gewijzigd: het minimum en de uiterste dag (versie 5)"],
  ["organisatie-gewijzigd", { organisatie: "ORG-A", onderdelen: "bestuur", sleutels: 2 }, "heeft van [ORG-A] het bestuur gewijzigd; 2 sleutels werken niet meer"],
  ["toegang-ingetrokken", { organisatie: "ORG-A", sleutels: 1, codes: 0 }, "heeft alle toegang ingetrokken van [ORG-A] (1 sleutel, 0 codes)"],
  ["activeringscode-uitgegeven", { bestuur: "Stichting Kompas" }, "heeft een code uitgegeven voor het bestuur Stichting Kompas"],
  ["export", { wat: "responsoverzicht", van: "2026-01", tot: "2026-03", sector: "onderwijs", gezocht: "ja" }, "heeft het responsoverzicht geëxporteerd van januari 2026 tot en met maart 2026, sector Onderwijs, met een zoektekst"],
] as const)("%s is told as a sentence", (wat, waarover, verwacht) => {
  expect(zin(wat, waarover)).toBe(verwacht);
});

test("every deed has its sentence, also when what it is about is missing or unreadable", () => {
  for (const wat of DADEN) {
    expect(zin(wat)).not.toMatch(/undefined|NaN/);
    expect(toonDaad({ ...auditregel(wat), waarover: "geen JSON" }).length).toBeGreaterThan(0);
  }
});

test("who did it is told as it was shown then, and where it was not somebody at the page that is told too", () => {
  const wie = (deel: Partial<Auditregel>) => toonWie(auditregel("aanmelden", {}, deel));
  expect(wie({})).toBe("anna");
  expect(wie({ wie: "beheer:root", naam: "root" })).toBe("root (op de server)");
  expect(wie({ wie: "onbekend", naam: "" })).toBe("Iemand die niet is aangemeld");
  expect(wie({ wie: "dienst", naam: "" })).toBe("De dienst zelf");
});

describe("looking back", () => {
  test("without a filter it goes page by page, until the beginning", async () => {
    const { dienst, regels, vragen } = metRegels(150);
    const eerste = await zoekVerder(dienst, ALLES, null);
    if (!eerste.gelukt) throw new Error("no answer");
    expect(eerste.waarde).toMatchObject({ einde: false, breuk: null });
    expect(eerste.waarde.regels).toEqual(regels.slice(0, 100));
    const tweede = await zoekVerder(dienst, ALLES, eerste.waarde.laatste);
    expect(tweede).toMatchObject({ waarde: { regels: regels.slice(100), einde: true, breuk: null } });
    expect(vragen).toEqual([null, regels[99]?.volgnummer]);
  });

  test("with a filter it looks on until there is a page of what was asked for, or says until when it looked", async () => {
    const { dienst, regels } = metRegels(1200, (i) => (i < 3 ? "export" : "aanmelden"));
    const gevonden = await zoekVerder(dienst, { daad: "export", over: "ORG-A" }, null);
    expect(gevonden).toMatchObject({ waarde: { einde: true, regels: [{ volgnummer: regels.at(-3)?.volgnummer }, { volgnummer: regels.at(-1)?.volgnummer }] } });
    const veel = metRegels(6000);
    expect(await zoekVerder(veel.dienst, { daad: "export", over: null }, null)).toMatchObject({ waarde: { regels: [], einde: false, laatste: { volgnummer: veel.regels[4999]?.volgnummer } } });
  });

  test("a line that does not follow on the one before it is told, also across pages", async () => {
    const { regels } = metRegels(150);
    const dienst = (geknoeid: readonly Auditregel[]) => ({ auditlog: async (voor: number | null, aantal: number) => gelukt(geknoeid.filter((r) => voor === null || r.volgnummer < voor).slice(0, aantal)) });
    const zonderEen = dienst(regels.filter((_, i) => i !== 100));
    const eerste = await zoekVerder(zonderEen, ALLES, null);
    expect(eerste).toMatchObject({ waarde: { breuk: null } });
    expect(await zoekVerder(zonderEen, ALLES, eerste.gelukt ? eerste.waarde.laatste : null)).toMatchObject({ waarde: { breuk: regels[99]?.volgnummer } });
    const herschreven = dienst(regels.map((regel, i) => (i === 5 ? { ...regel, hash: "anders" } : regel)));
    expect(await zoekVerder(herschreven, ALLES, null)).toMatchObject({ waarde: { breuk: regels[4]?.volgnummer } });
  });

  test("no answer is no empty log", async () => {
    expect(await zoekVerder({ auditlog: async () => mislukt("onbereikbaar") }, ALLES, null)).toEqual(mislukt("onbereikbaar"));
  });
});
