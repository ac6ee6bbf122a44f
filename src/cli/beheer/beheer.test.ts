import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { accountMetWachtwoord } from "../../endpoint/register/account";
import { afzender, dienst, type Dienst, staat } from "../../endpoint/testtaal";
import { ORGANISATIE_VORM } from "../../meldcode/code";
import { beheer } from "./beheer";

let d: Dienst;
let map: string;
beforeEach(async () => {
  d = await dienst();
  map = mkdtempSync(join(tmpdir(), "beheer-"));
});
afterEach(async () => {
  await d.sluit();
  rmSync(map, { recursive: true });
});

const voer = (regel: string[], invoer = "") => beheer(regel, { ...d.omgeving, installatie: d.opslag }, Readable.from([invoer]));
const json = async (...regel: string[]) => {
  const { uitgang, uit, fout } = await voer([...regel, "--json"]);
  expect({ uitgang, fout }).toEqual({ uitgang: 0, fout: "" });
  return JSON.parse(uit);
};

test("an organisation is added and can activate with the code that is shown", async () => {
  const nieuw = await json("organisatie", "toevoegen", "--naam", "De Vuurtoren", "--sector", "onderwijs", "--eenpersoons", "--clienten", "12", "--brin", "12ab");
  expect(Object.keys(nieuw)).toEqual(["organisatieId", "activeringscode"]);
  expect(nieuw.organisatieId).toMatch(ORGANISATIE_VORM);
  const antwoord = await d.vraag({ method: "POST", url: "/v1/activeringen", payload: { activeringscode: nieuw.activeringscode } });
  expect(antwoord.json()).toMatchObject({ organisatie: { organisatieId: nieuw.organisatieId, naam: "De Vuurtoren", eenpersoons: true } });
  expect((await json("organisatie", "lijst")).organisaties).toEqual([expect.objectContaining({ clienten: 12, brin: "12AB", ritme: "maand" })]);
});

test.each([
  [["organisatie", "toevoegen", "--naam", "X", "--sector", "zorg", "--kvk", "1", "--clienten", "veel"], 1, /sector: Kies uit[\s\S]*clienten: Geen geheel getal[\s\S]*kvk: Een KVK-nummer heeft 8 cijfers/],
  [["organisatie", "toevoegen", "--sector", "overig"], 1, /naam: Ontbreekt/],
  [["organisatie", "toevoegen", "--rsin", "1"], 2, /--rsin/],
  [["organisatie", "importeren", "/bestaat/niet.csv"], 1, /niet te lezen/],
  [["activeringscode", "ORG-0000-0000"], 1, /staat niet in het register/],
  [["activeringscode"], 2, /Gebruik/],
  [["toegang", "intrekken", "ORG-0000-0000"], 1, /staat niet in het register/],
  [["periode", "sluiten", "2026-13"], 1, /jjjj-mm/],
  [["periode", "sluiten", "2026-04"], 1, /nog niet voorbij/],
  [["periode", "sluiten", "2062-03"], 1, /nog niet voorbij/],
  [["beleid", "zetten", "minimum=nul"], 1, /minimum: /],
  [["beleid", "zetten", "kleur=rood"], 2, /kleur/],
  [["beleid", "zetten", "constructor=x"], 2, /constructor/],
  [["beleid", "zetten", "kinderen=volgend jaar", "sisaLabel=Einddatum", "contactUrl=http://contact.example", "helpUrl=help"], 1, /sisaLabel: Is al de kop[\s\S]*kinderen: Geen maand[\s\S]*contactUrl: Is geen webadres dat met https[\s\S]*helpUrl: Is geen webadres/],
  [["beleid", "zetten", "helpteksten=/bestaat/niet.json"], 1, /niet te lezen als JSON/],
  [["beleid", "versies", "--aantal", "0"], 1, /--aantal/],
  [["organisatie", "wijzigen", "ORG-0000-0000", "--naam", "X"], 1, /staat niet in het register/],
  [["organisatie", "wijzigen", "ORG-0000-0000", "--naam", "", "--vanaf", "straks"], 1, /naam: [\s\S]*ritmeVanaf: Geen maand/],
  [["organisatie", "wijzigen", "ORG-0000-0000"], 2, /Noem wat er moet veranderen/],
  [["servicepunt", "account", " "], 1, /naam/],
  [["export", "--formaat", "pdf"], 2, /Gebruik/],
  [["export", "--uitsplitsing"], 2, /Gebruik/],
  [["onzin"], 2, /niet begrepen/],
  [[], 2, /Gebruik/],
])("%j is refused with %i and a clear sentence, and changes nothing", async (regel, uitgang, zin) => {
  const uitkomst = await voer(regel);
  expect(uitkomst).toMatchObject({ uitgang, uit: "" });
  expect(uitkomst.fout).toMatch(zin);
  expect((await json("organisatie", "lijst")).organisaties).toEqual([]);
});

test("a file is taken in whole, or not at all with every wrong line named", async () => {
  const bestand = join(map, "organisaties.csv");
  writeFileSync(bestand, "\uFEFFNaam;Sector;Eenpersoons;Clienten\r\n\"De; Vuurtoren\";onderwijs;nee;100\r\n\r\nAnker;zorg;;\r\nHaven;overig;;x\r\n");
  const fout = await voer(["organisatie", "importeren", bestand]);
  expect(fout.uitgang).toBe(1);
  expect(fout.fout).toMatch(/regel 4, sector[\s\S]*regel 5, clienten/);
  writeFileSync(bestand, "naam,sector\nDe Vuurtoren,onderwijs\nAnker,overig\n");
  const { organisaties } = await json("organisatie", "importeren", bestand);
  expect(organisaties.map((o: { naam: string }) => o.naam)).toEqual(["De Vuurtoren", "Anker"]);
});

test("a list that is imported twice adds nobody twice, whatever stands on it besides; branches with numbers of their own are told apart", async () => {
  const bestand = join(map, "organisaties.csv");
  writeFileSync(bestand, "naam;sector;vestigingsnummer;wijk\nDe Linde;onderwijs;000000000001;Noord\nDe Linde;onderwijs;000000000002;Noord\nAnker;overig;;\nANKER;overig;;\n");
  const eerste = await json("organisatie", "importeren", bestand);
  const [, , anker] = eerste.organisaties;
  expect([eerste.organisaties.length, eerste.alBekend]).toEqual([3, [{ regel: 5, organisatieId: anker.organisatieId, naam: "ANKER" }]]);
  writeFileSync(bestand, "naam;sector;vestigingsnummer;wijk\nDe Linde (Noord);onderwijs;000000000001;Oost\nHaven;overig;;\n");
  const tweede = await voer(["organisatie", "importeren", bestand]);
  expect(tweede.uit).toMatch(new RegExp(`^ORG-\\S+ {2}\\S+ {2}Haven\nregel 2: De Linde \\(Noord\\) staat al in het register als ${eerste.organisaties[0].organisatieId} en is niet opnieuw toegevoegd\\.\n$`));
  expect((await json("organisatie", "lijst")).organisaties).toHaveLength(4);
});

test("a file can be piped in, which is how one gets into a container", async () => {
  const { uitgang, uit } = await voer(["organisatie", "importeren", "-", "--json"], "naam;sector\nDe Vuurtoren;onderwijs\n");
  expect({ uitgang, namen: JSON.parse(uit).organisaties.map((o: { naam: string }) => o.naam) }).toEqual({ uitgang: 0, namen: ["De Vuurtoren"] });
  expect(await voer(["organisatie", "importeren", "-"])).toMatchObject({ uitgang: 1, fout: expect.stringContaining("De invoer is niet te lezen. Er is niets gewijzigd.") });
});

test("columns and choices are understood as people write them", async () => {
  const bestand = join(map, "organisaties.csv");
  writeFileSync(bestand, "NAAM;Sector;Grootte;Ritme;Cliënten\nDe Vuurtoren;Maatschappelijke ondersteuning;Klein;Kwartaal;100\nAnker;ONDERWIJS;;;\n");
  await json("organisatie", "importeren", bestand);
  await json("organisatie", "toevoegen", "--naam", "Haven", "--sector", "Jeugdhulp");
  expect((await json("organisatie", "lijst")).organisaties).toMatchObject([
    { naam: "Anker", sector: "onderwijs" },
    { naam: "De Vuurtoren", sector: "maatschappelijke-ondersteuning", grootte: "klein", ritme: "kwartaal", clienten: 100 },
    { naam: "Haven", sector: "jeugdhulp" },
  ]);
});

test("a code for a board gives each of its organisations access", async () => {
  for (const naam of ["De Linde", "Het Anker"]) await json("organisatie", "toevoegen", "--naam", naam, "--sector", "onderwijs", "--bestuur", "Stichting X");
  const code = await json("activeringscode", "--bestuur", "Stichting X");
  expect(code).toMatchObject({ bestuur: "Stichting X", organisaties: 2 });
  const antwoord = await d.vraag({ method: "POST", url: "/v1/activeringen", payload: { activeringscode: code.activeringscode } });
  expect(antwoord.json<{ toegangen: unknown[] }>().toegangen).toHaveLength(2);
});

test("withdrawn access stops at once; a new code opens it again", async () => {
  const a = await afzender(d);
  expect(await json("toegang", "intrekken", a.id)).toEqual({ organisatieId: a.id, sleutels: 1, codes: 0 });
  expect((await a.get("registraties")).statusCode).toBe(401);
  const { activeringscode } = await json("activeringscode", a.id.toLowerCase());
  expect((await d.vraag({ method: "POST", url: "/v1/activeringen", payload: { activeringscode } })).statusCode).toBe(201);
});

test("months close and open, and policy changes, while the server runs", async () => {
  await json("periode", "sluiten", "2026-01");
  await json("periode", "sluiten", "2025-12");
  await json("beleid", "zetten", "minimum=5", "contactNaam=Team=Meldcode");
  expect((await d.vraag("/v1/beleid")).json()).toMatchObject({ geslotenMaanden: ["2025-12", "2026-01"], minimum: 5, contact: { naam: "Team=Meldcode" } });
  expect((await json("periode", "openen", "2026-01")).geslotenMaanden).toEqual(["2025-12"]);
  expect(await json("beleid", "tonen")).toEqual((await d.vraag("/v1/beleid")).json());
});

test.each(["SQLITE_FULL", "53100", "ECONNREFUSED"])("a database that takes nothing (%s) is said in a sentence, not in a trace for a programmer", async (code) => {
  // As deep as it gets: where the code that is to be stored is made.
  const willekeur = () => {
    throw Object.assign(new Error("database or disk is full"), { code });
  };
  const uitkomst = await beheer(["organisatie", "toevoegen", "--naam", "X", "--sector", "onderwijs"], { ...d.omgeving, installatie: d.opslag, willekeur }, Readable.from([]));
  expect(uitkomst).toMatchObject({ uitgang: 1, uit: "" });
  expect(uitkomst.fout).toMatch(/^De database nam dit niet aan: de schijf is vol/);
});

test("the explanation is given where there is no database yet, and by nobody in particular", () => {
  const env = { PATH: process.env.PATH, NODE_ENV: "production", MELDCODE_DATA: "/dev/null/gegevens" };
  const { status, stdout } = spawnSync(process.execPath, [require.resolve("tsx/cli"), join(__dirname, "../beheer.ts"), "--help"], { encoding: "utf8", env });
  expect(stdout).toMatch(/^Gebruik: beheer OPDRACHT/);
  expect(status).toBe(0);
});

test("all of the policy that asks questions is set with one command, and its versions are listed", async () => {
  const helpteksten = [{ kop: "Waar vind ik hulp?", tekst: "Bel het Servicepunt." }];
  writeFileSync(join(map, "help.json"), JSON.stringify(helpteksten));
  await json("beleid", "zetten", "sisaLabel=", "kinderen=2027-01", "leeftijdsgroep=2026-07", `helpteksten=${join(map, "help.json")}`);
  expect((await d.vraag("/v1/beleid")).json()).toMatchObject({
    sisaLabel: null,
    extraIndicatoren: [{ indicator: "leeftijdsgroep", vanaf: "2026-07" }, { indicator: "kinderen", vanaf: "2027-01" }],
    helpteksten,
  });
  await json("beleid", "zetten", "sisaLabel=Verwijsindex", "leeftijdsgroep=");
  expect((await d.vraag("/v1/beleid")).json()).toMatchObject({ sisaLabel: "Verwijsindex", extraIndicatoren: [{ indicator: "kinderen" }], helpteksten });
  expect((await voer(["beleid", "zetten", "helpteksten=-"], JSON.stringify(helpteksten))).uitgang).toBe(0);
  expect((await json("beleid", "versies")).versies).toMatchObject([{ versie: 2, gewijzigd: ["sisaLabel", "extraIndicatoren"] }, { versie: 1, gewijzigd: ["helpteksten", "sisaLabel", "extraIndicatoren"] }]);
  expect((await voer(["beleid", "versies", "--aantal", "1"])).uit).toBe("2  2026-04-10T12:00:00.000Z  sisaLabel, extraIndicatoren\n");
});

test("what the register says of an organisation changes afterwards", async () => {
  const a = await afzender(d, { naam: "De Linde", wijk: "Noord", eenpersoons: true });
  const { organisatie } = await json("organisatie", "wijzigen", a.id.toLowerCase(), "--sector", "Jeugdhulp", "--wijk", "", "--eenpersoons", "nee", "--ritme", "kwartaal", "--vanaf", "2027-01");
  expect(organisatie).toMatchObject({ naam: "De Linde", sector: "jeugdhulp", wijk: null, eenpersoons: false, eenpersoonsTot: "2026-04", ritme: "maand", ritmes: [{ ritme: "maand" }, { vanaf: "2027-01", ritme: "kwartaal" }] });
  expect((await voer(["organisatie", "wijzigen", a.id, "--ritme", "maand", "--vanaf", "2027-07"])).uit).toBe(`De Linde (${a.id}) is bijgewerkt.\nRitme: maand, vanaf 2027-07.\n`);
});

test("one organisation gets an exception to a closed month, and loses it again", async () => {
  const a = await afzender(d);
  await json("periode", "sluiten", "2026-01");
  expect((await json("periode", "uitzondering", a.id.toLowerCase(), "2026-01")).uitzonderingen).toEqual([{ organisatie: a.id, periode: "2026-01" }]);
  expect((await json("periode", "uitzonderingen")).uitzonderingen).toHaveLength(1);
  expect((await json("periode", "uitzondering", a.id, "2026-01", "--intrekken")).uitzonderingen).toEqual([]);
  expect((await voer(["periode", "uitzondering", a.id, "2026-02"])).fout).toContain("niet gesloten");
});

test("accounts have a role, are listed and are taken away; everyone can be signed out at once", async () => {
  await voer(["servicepunt", "account", "jan", "--rol", "lezen"], "lang genoeg wachtwoord\n");
  await voer(["servicepunt", "account", "jan"], "een ander lang wachtwoord\n");
  expect((await json("servicepunt", "accounts")).accounts).toMatchObject([{ naam: "jan", rol: "lezen" }]);
  expect((await voer(["servicepunt", "account", "piet", "--rol", "baas"])).fout).toContain("Kies als rol");
  await d.vraag({ method: "POST", url: "/v1/servicepunt/sessies", payload: { naam: "jan", wachtwoord: "een ander lang wachtwoord" } });
  expect(await json("servicepunt", "afmelden")).toEqual({ sessies: 1 });
  expect(await json("servicepunt", "intrekken", "jan")).toEqual({ naam: "jan" });
  expect((await voer(["servicepunt", "intrekken", "jan"])).uitgang).toBe(1);
  expect(await accountMetWachtwoord(d.omgeving, "jan", "een ander lang wachtwoord")).toBeNull();
});

test("an account gets the password that is piped in, or one that is made", async () => {
  expect((await voer(["servicepunt", "account", "jan"], "te kort\n")).uitgang).toBe(1);
  expect((await voer(["servicepunt", "account", "jan"], "lang genoeg wachtwoord\n")).uit).not.toContain("lang genoeg");
  expect((await accountMetWachtwoord(d.omgeving, "jan", "lang genoeg wachtwoord"))?.rol).toBe("behandelen");
  const { wachtwoord } = await json("servicepunt", "account", "jan");
  expect((await accountMetWachtwoord(d.omgeving, "jan", wachtwoord))?.rol).toBe("behandelen");
  expect(await accountMetWachtwoord(d.omgeving, "jan", "lang genoeg wachtwoord")).toBeNull();
});

test("the audit log is walked: whole, or where it breaks with exit 1, and the last line of an earlier walk shows what was cut off", async () => {
  for (const maand of ["2025-10", "2025-11", "2025-12"]) await json("periode", "sluiten", maand);
  const { laatste, regels } = await json("audit", "controleer");
  const anker = `${laatste.volgnummer}:${laatste.hash}`;
  expect(regels).toBe(3);
  expect(await voer(["audit", "controleer", "--verwacht", anker])).toMatchObject({ uitgang: 0, fout: "", uit: expect.stringContaining(anker) });
  expect((await json("audit", "tonen", "--aantal", "2")).regels).toMatchObject([{ volgnummer: 3, wie: "beheer:proef" }, { volgnummer: 2, wat: "periode-gesloten" }]);
  await d.opslag.databank.db.deleteFrom("auditregel").where("volgnummer", "=", 3).execute();
  expect(await voer(["audit", "controleer", "--verwacht", anker])).toMatchObject({ uitgang: 1, uit: expect.stringContaining("regel 3, die eerder is genoteerd, is er niet meer") });
  await d.opslag.databank.db.updateTable("auditregel").set({ naam: "piet" }).where("volgnummer", "=", 2).execute();
  const gebroken = await voer(["audit", "controleer", "--json"]);
  expect(gebroken.uitgang).toBe(1);
  expect(JSON.parse(gebroken.uit)).toMatchObject({ heel: false, breuken: [{ volgnummer: 2, soort: "inhoud" }] });
  expect((await voer(["audit", "controleer", "--verwacht", "3"])).fout).toContain("Na --verwacht");
});

test("of an audit log whose oldest lines were kept long enough the check says from when it goes", async () => {
  d.moment = new Date("2020-02-03T12:00:00Z");
  await json("periode", "sluiten", "2019-12");
  d.moment = new Date("2026-04-10T12:00:00Z");
  await json("periode", "sluiten", "2025-12");
  expect((await voer(["audit", "controleer"])).uit).toContain("Het auditlog heeft 2 regels, vanaf 3-2-2020.");
  expect((await json("bewaartermijnen", "toepassen")).verwijderd).toMatchObject({ auditregel: 1 });
  expect(await voer(["audit", "controleer"])).toMatchObject({ uitgang: 0, uit: expect.stringContaining("Het auditlog heeft 3 regels, vanaf regel 2 van 10-4-2026; wat ervoor stond, is na de bewaartermijn verwijderd.") });
});

test("the export says it is confidential and leaves out a one-person practice's own figures", async () => {
  const a = await afzender(d, { naam: "A" });
  await a.put("lijst", staat([3, 1]));
  await (await afzender(d, { naam: "B", eenpersoons: true })).put("lijst", staat([7]));
  const { vertrouwelijk, organisaties } = await json("export");
  expect(vertrouwelijk).toContain("VERTROUWELIJK");
  expect(organisaties.map((o: { registraties: { staat: unknown }[] }) => o.registraties[0]?.staat === null)).toEqual([false, true]);
  expect(organisaties[0].registraties[0].staat.uitsplitsingen).toMatchObject([{ aantal: 3, sisa: { ja: 3 } }]);
  const { uit } = await voer(["export", "--formaat", "csv"]);
  expect(uit.split("\r\n").slice(2)).toEqual([`${a.id};A;onderwijs;lijst;;2026-01;3;0`, `${a.id};A;onderwijs;lijst;;2026-02;1;0`, ""]);
  // What it sent as one person stays out of sight when it has grown.
  await json("organisatie", "wijzigen", organisaties[1].organisatieId, "--eenpersoons", "nee");
  expect((await json("export")).organisaties[1].registraties[0].staat).toMatchObject({ maanden: [], uitsplitsingen: [] });
});

test("the breakdown is exported too: a column for every answer to what was asked, and nothing where it was not", async () => {
  const a = await afzender(d, { naam: "A" });
  await a.put("oud", staat([3]));
  await json("beleid", "zetten", "sisaLabel=", "bekendheid=2026-01");
  const uitsplitsingen = staat([4]).uitsplitsingen.map((span) => ({ ...span, sisa: undefined, bekendheid: { nieuw: 1, bekend: 2, onbekend: 1 } }));
  await a.put("nieuw", staat([4], { uitsplitsingen }));
  const [, koppen = "", ...regels] = (await voer(["export", "--formaat", "csv", "--uitsplitsing"])).uit.split("\r\n").map((regel) => regel.split(";"));
  const per = (lijst: string) => Object.fromEntries(regels.find((regel) => regel[3] === lijst)?.map((cel, k) => [koppen[k], cel]) ?? []);
  expect(per("oud")).toMatchObject({ naam: "A", van: "2026-01", tot: "2026-01", aantal: "3", "sisa.ja": "3", "sisa.nee": "0", "consultatie.intern": "3", "doorlooptijd.d0tot7": "0", "bekendheid.nieuw": "" });
  expect(per("nieuw")).toMatchObject({ aantal: "4", "sisa.ja": "", "bekendheid.nieuw": "1", "bekendheid.bekend": "2", "bekendheid.onbekend": "1" });
  expect(koppen).not.toContain("kinderen.k0");
});
