import { koppelingSchema } from "../../src/meldcode/koppeling/koppeling";
import { rij } from "../../src/meldcode/testtaal";
import { vulkeuzes } from "../../src/taskpane/sessie/vullen";
import { Taakvenster } from "./taakvenster";

const ONTBREEKT = rij({ consultatie: "" });

describe("filling empty cells with one answer", () => {
  test("writes it in all cells of the finding, and in no other", async () => {
    const venster = await Taakvenster.met([ONTBREEKT, rij({ consultatie: "Extern" }), ONTBREEKT]);
    const groep = venster.lijst.groepen.find(({ code }) => code === "consultatie-ontbreekt");
    await venster.sessie.vul(groep?.bevindingen ?? [], "Intern");
    expect(venster.werkboek.rijen.map(({ consultatie }) => consultatie)).toEqual(["Intern", "Extern", "Intern"]);
    expect(venster.lijst).toMatchObject({ oordeel: { soort: "klaar" }, melding: { soort: "hersteld" } });
  });

  test("leaves a cell alone that was filled in the meantime", async () => {
    const venster = await Taakvenster.met([ONTBREEKT, ONTBREEKT]);
    const bevindingen = venster.lijst.groepen[0]?.bevindingen ?? [];
    venster.werkboek.rijen[0] = rij({ consultatie: "Geen" });
    await venster.sessie.vul(bevindingen, "Intern");
    expect(venster.werkboek.rijen.map(({ consultatie }) => consultatie)).toEqual(["Geen", "Intern"]);
    expect(venster.lijst.melding).toMatchObject({ soort: "niet-hersteld" });
  });

  test("offers the values of the field, and nothing for what differs from case to case", async () => {
    const { inhoud } = (await Taakvenster.met([ONTBREEKT])).lijst;
    expect(vulkeuzes("consultatie-ontbreekt", inhoud)).toEqual(["Geen", "Intern", "Extern", "Intern en extern"]);
    expect(vulkeuzes("einddatum-ontbreekt", inhoud)).toEqual([]);
    expect(vulkeuzes("startdatum-ontbreekt", inhoud)).toEqual([]);
  });

  test.each([
    ["in its own words", [{ kop: "Vervolg", waarden: { "wijkteam ingeschakeld": "hulp", melding: "melding", loopt: "open" } }], ["wijkteam ingeschakeld", "Melding"]],
    ["nothing where it takes two columns to say it", [{ kop: "Hulp" }, { kop: "Melding" }], []],
    ["nothing where it has no column", [], []],
  ])("offers of an own list %s", async (_wat, kolommen, verwacht) => {
    const koppeling = koppelingSchema.parse({ schema: "koppeling/1", bereiken: [{ blad: "A", koprij: 1 }], velden: { startdatum: { kolommen: [{ kop: "Datum" }] }, stap5: { kolommen } }, filters: [] });
    const { inhoud } = (await Taakvenster.met([ONTBREEKT])).lijst;
    expect(vulkeuzes("stap5-ontbreekt", { ...inhoud, gekoppeld: { koppeling, weggelaten: 0, samengevoegd: 0, waarschuwingen: [], nieuweBladen: [], organisaties: null } })).toEqual(verwacht);
  });
});

describe("Volgende bevinding", () => {
  test("goes to the cell and says what is the matter there, one after the other", async () => {
    const venster = await Taakvenster.met([rij({ sisa: "?" }), rij(), rij({ stap5: "?" })]);
    await venster.sessie.volgendeBevinding();
    expect(venster.werkboek.sprongen.at(-1)).toMatchObject({ rij: 0, veld: "sisa" });
    expect(venster.lijst.melding?.tekst).toMatch(/^D2 \(1 van 2\): /);
    await venster.sessie.volgendeBevinding();
    expect(venster.lijst.melding?.tekst).toMatch(/^F4 \(2 van 2\): /);
  });

  test("says where it is also when Excel cannot go there", async () => {
    const venster = await Taakvenster.met([rij({ sisa: "?" })]);
    venster.werkboek.springt = false;
    await venster.sessie.volgendeBevinding();
    expect(venster.lijst.melding?.tekst).toContain("D2");
  });

  test("says so when nothing is left", async () => {
    const venster = await Taakvenster.met([rij()]);
    await venster.sessie.volgendeBevinding();
    expect(venster.lijst.melding?.tekst).toContain("niets meer");
  });
});
