/** @jest-environment jsdom */
import { readFileSync } from "node:fs";
import path from "node:path";
import { TextDecoder, TextEncoder } from "node:util";
import { stelKoppelingVoor } from "../../src/meldcode/koppeling/voorstel/voorstel";
import { openBestand } from "../../src/standin/bestand/bestand";
import { Werkmap } from "../../src/standin/model/werkmap";
import { leesBron } from "../../src/workbook/bron";
import { EIGEN_KOPRIJ, Eigenopstelling, eigenrij, koppelingVan } from "./eigenlijst";
import { er, januari, Opstelling } from "./werkboek";

// jsdom has none; every browser does.
Object.assign(globalThis, { TextDecoder, TextEncoder });

const EIGENLIJSTEN = path.join(__dirname, "../eigenlijsten");
const regel = { ontvangenOp: "1-2-2026 10:00", kenmerk: "ONT-1", maanden: "jan 2026", wijzigingen: "", organisatie: "De Linde", hash: "sha256-1" };

describe("everything in the workbook, to propose a mapping from", () => {
  it("is every cell of every sheet, hidden ones too, in two syncs", async () => {
    const o = new Eigenopstelling();
    o.maakEigenLijst([eigenrij({ Nr: "A" })]);
    o.maakEigenLijst([eigenrij({ Nr: "B" })], { naam: "verborgen" });
    o.gebruiker.zetZichtbaarheid(er(o.werkmap.bladMetNaam("verborgen")), "Hidden");
    o.gebruiker.voegBladToe("leeg");
    expect(
      await o.syncs(async () => {
        const { bladen, datumstelsel, datumsZijnTekst } = await o.werkboek.leesBron();
        expect([datumstelsel, datumsZijnTekst]).toEqual([1900, false]);
        expect(bladen.map(({ blad, zichtbaar, rijen }) => [blad, zichtbaar, rijen.size])).toEqual([["Blad1", true, 3], ["verborgen", false, 3], ["leeg", true, 0]]);
        expect(bladen[1]?.rijen.get(EIGEN_KOPRIJ + 1)).toEqual([undefined, "B", "KANARIE", januari(5), "Ja", "collega", "Wijkteam", januari(20), "meldcode"]);
      }),
    ).toBe(2);
  });

  it("leaves out our own sheets, and keeps those of the user that bear their names", async () => {
    const o = new Eigenopstelling();
    await o.werkboek.start();
    await o.werkboek.noteerOntvangst(regel, { organisatieId: "ORG-7K3M-Q2XA", registratieId: "b2f6" });
    await o.werkboek.bewaarKoppeling(koppelingVan(["Blad1"]));
    expect((await o.werkboek.leesBron()).bladen.map(({ blad }) => blad)).toEqual(["Blad1", "Meldcode"]);
    const eigen = new Eigenopstelling();
    for (const naam of ["Verzonden", "Koppeling", "Lijsten"]) eigen.maakEigenLijst([eigenrij()], { naam });
    expect((await eigen.werkboek.leesBron()).bladen.map(({ blad }) => blad)).toEqual(["Blad1", "Verzonden", "Koppeling", "Lijsten"]);
  });

  it("tells the date system", async () => {
    const o = new Eigenopstelling({ werkmap: Werkmap.leeg({ datumstelsel: 1904 }) });
    o.maakEigenLijst([eigenrij()]);
    expect((await o.werkboek.leesBron()).datumstelsel).toBe(1904);
  });

  it("comes in blocks when it is too large for one answer", async () => {
    const o = new Eigenopstelling({ grens: 60_000 });
    o.maakEigenLijst(Array.from({ length: 1_500 }, (_, i) => eigenrij({ Nr: `A${i}` })), { naam: "een" });
    o.maakEigenLijst(Array.from({ length: 10 }, (_, i) => eigenrij({ Nr: `B${i}` })), { naam: "twee" });
    const { bladen } = await o.werkboek.leesBron();
    const kenmerken = bladen.map(({ rijen }) => Array.from(rijen.values(), (cellen) => cellen[1]).slice(2));
    expect(kenmerken).toEqual([[], Array.from({ length: 1_500 }, (_, i) => `A${i}`), Array.from({ length: 10 }, (_, i) => `B${i}`)]);
  });

  it("says so when Excel does not answer, and works the next time", async () => {
    const o = new Eigenopstelling({ tijdslimiet: 700 });
    o.maakEigenLijst([eigenrij()]);
    o.host.storing.hang();
    await expect(o.werkboek.leesBron()).rejects.toMatchObject({ code: "antwoordt-niet" });
    o.host.storing.laatLos();
    expect((await o.werkboek.leesBron()).bladen).toHaveLength(1);
  });

  it("does without a sheet that a colleague deletes meanwhile", async () => {
    const o = new Eigenopstelling();
    o.maakEigenLijst([eigenrij()]);
    const weg = o.maakEigenLijst([eigenrij()], { naam: "weg" });
    o.host.storing.erna(() => o.coauteur.verwijderBlad(weg));
    expect((await o.werkboek.leesBron()).bladen.map(({ blad, rijen }) => [blad, rijen.size])).toEqual([["Blad1", 2 + 1], ["weg", 0]]);
  });
});

it.each(["basisschool", "kinderopvang", "ouderenzorg", "welzijn"])("Excel hands over %s.xlsx as the file itself does: the same proposal, and the same list through it", async (naam) => {
  const bytes = new Uint8Array(readFileSync(path.join(EIGENLIJSTEN, `${naam}.xlsx`)));
  const o = new Opstelling({ werkmap: openBestand(bytes, `${naam}.xlsx`).werkmap });
  const [uitExcel, uitBestand] = [stelKoppelingVoor(await o.werkboek.leesBron(), {}), stelKoppelingVoor(await leesBron(`${naam}.xlsx`, bytes), {})];
  expect(uitExcel).toEqual(uitBestand);
});
