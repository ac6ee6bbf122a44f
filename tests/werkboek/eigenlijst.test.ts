/** @jest-environment jsdom */
import { gebied } from "../../src/standin/model/adres";
import { Werkmap } from "../../src/standin/model/werkmap";
import { adresVan } from "../../src/workbook/werkboek";
import { EIGEN_KOPPEN, EIGEN_KOPRIJ, Eigenopstelling, eigenrij, koppelingVan } from "./eigenlijst";
import { alsLijst, er, januari, Opstelling, rij } from "./werkboek";

const TWEE = [eigenrij({ Nr: "A" }), eigenrij({ Nr: "B", Uitkomst: "", "Klaar op": "" })];

async function gekoppeld(rijen = TWEE): Promise<Eigenopstelling> {
  const o = new Eigenopstelling();
  o.maakEigenLijst(rijen);
  await o.werkboek.bewaarKoppeling(koppelingVan(["Blad1"]));
  return o;
}

/** The pane is closed and opened again: nothing is known any more. */
const heropend = (o: Opstelling) => new Opstelling({ werkmap: o.werkmap });

/** Everything that Excel answered while `doe` ran. */
async function antwoorden(o: Opstelling, doe: () => Promise<unknown>): Promise<string> {
  const beantwoord = jest.spyOn(o.host, "beantwoord");
  await doe();
  const gelezen = JSON.stringify(await Promise.all(beantwoord.mock.results.map(({ value }) => value)));
  beantwoord.mockRestore();
  return gelezen;
}

describe("reading an own list", () => {
  it("reads it as it stands, in our words, and says where each cell is", async () => {
    const o = await gekoppeld();
    const lijst = alsLijst(await o.werkboek.lees());
    expect(lijst).toMatchObject({ blad: "Blad1", bladen: ["Blad1"], tabel: null, datumstelsel: 1900, beveiligd: false, losseRij: null });
    expect(lijst.inhoud).toMatchObject({ kenmerk: ["A", "B"], team: null, startdatum: [januari(5), januari(5)], consultatie: ["Intern", "Intern"], stap5: ["Hulp", null] });
    expect(lijst.plaats(1, "stap5")).toEqual({ blad: "Blad1", rij: 5, kolom: 6 });
    expect(adresVan(lijst, lijst.plaats(1, "team"))).toBe("C5");
    expect(lijst.gekoppeld).toEqual({ koppeling: koppelingVan(["Blad1"]), weggelaten: 0, samengevoegd: 0, waarschuwingen: [], nieuweBladen: [], organisaties: null });
  });

  it("asks for its headers and its own columns only: a free column is never loaded, also not after columns moved", async () => {
    const o = await gekoppeld();
    const opnieuw = heropend(o);
    expect(await antwoorden(opnieuw, () => opnieuw.werkboek.lees())).not.toContain("KANARIE");
    await opnieuw.open();
    o.gebruiker.voegKolommenIn(o.eersteBlad, 2);
    o.gebruiker.plak(o.eersteBlad, EIGEN_KOPRIJ - 1, 2, "Vrij\nKANARIE\nKANARIE");
    const gelezen = await antwoorden(opnieuw, () => opnieuw.volgende());
    expect(gelezen).toContain(`${januari(5)}`);
    expect(gelezen).not.toContain("KANARIE");
    const derde = heropend(o);
    expect(await antwoorden(derde, () => derde.werkboek.lees())).not.toContain("KANARIE");
    expect(alsLijst(await derde.werkboek.lees()).plaats(0, "startdatum").kolom).toBe(4);
  });

  it("takes three syncs when it is opened, and one from then on", async () => {
    const o = heropend(await gekoppeld());
    expect(await o.syncs(() => o.werkboek.lees())).toBe(3);
    expect(await o.syncs(() => o.werkboek.lees())).toBe(1);
  });

  it("is one list over several sheets, also when one of them is hidden; addresses name their sheet", async () => {
    const o = new Eigenopstelling();
    o.maakEigenLijst([eigenrij({ Nr: "A" })], { naam: "Januari 2026" });
    const maart = o.maakEigenLijst([eigenrij({ Nr: "B" }), eigenrij({ Nr: "C", Soort: "valincident" })], { naam: "Maart 2026", koppen: [...EIGEN_KOPPEN].reverse() });
    o.maakEigenLijst([eigenrij({ Nr: "X" })], { naam: "Niet gekozen" });
    o.gebruiker.zetZichtbaarheid(maart, "Hidden");
    const lijst = alsLijst(await o.werkboek.bewaarKoppeling(koppelingVan(["Januari 2026", "maart 2026"])));
    expect(lijst.bladen).toEqual(["Januari 2026", "Maart 2026"]);
    expect(lijst.inhoud.kenmerk).toEqual(["A", "B"]);
    expect(lijst.gekoppeld?.weggelaten).toBe(1);
    expect(adresVan(lijst, lijst.plaats(1, "stap5"))).toBe("Maart 2026, C4");
    expect(await o.syncs(() => o.werkboek.lees())).toBe(1);
  });

  it("stacked on one sheet, each area ends where the mapping says", async () => {
    const o = new Eigenopstelling();
    o.maakEigenLijst([eigenrij({ Nr: "A" })]);
    o.gebruiker.plak(o.eersteBlad, 5, 0, [EIGEN_KOPPEN.join("\t"), EIGEN_KOPPEN.map((kop) => eigenrij({ Nr: "B" })[kop] ?? "").join("\t")].join("\n"));
    const lijst = alsLijst(await o.werkboek.bewaarKoppeling(koppelingVan([], { bereiken: [{ blad: "Blad1", koprij: 3, laatsteRij: 4 }, { blad: "Blad1", koprij: 6 }] })));
    expect([lijst.inhoud.kenmerk, lijst.bladen]).toEqual([["A", "B"], ["Blad1"]]);
  });

  it.each([
    ["an ordinary range", false],
    ["a table", true],
  ])("grows with %s", async (_, alsTabel) => {
    const o = await gekoppeld();
    if (alsTabel) o.gebruiker.maakTabel(o.eersteBlad, gebied(EIGEN_KOPRIJ - 1, 0, 3, EIGEN_KOPPEN.length), true, "Zaken");
    await o.open();
    o.typEigen("Blad1", 2, "Gestart op", "6-1-2026");
    const wijziging = await o.volgende();
    expect(wijziging.soort === "alles" && alsLijst(wijziging.lezing).inhoud.startdatum).toEqual([januari(5), januari(5), januari(6)]);
    expect(o.host.verzoeken).toHaveLength(1);
  });

  it("reads a renamed column where it stood, and says so", async () => {
    const o = await gekoppeld();
    o.gebruiker.typ(o.eersteBlad, EIGEN_KOPRIJ - 1, EIGEN_KOPPEN.indexOf("Uitkomst"), "Hoe afgelopen");
    const { inhoud, gekoppeld: hoe } = alsLijst(await o.werkboek.lees());
    expect([inhoud.stap5, hoe?.waarschuwingen]).toEqual([["Hulp", null], [expect.stringContaining('heet kolom F nu ‘Hoe afgelopen’')]]);
  });

  it("finds columns that were moved and inserted", async () => {
    const o = await gekoppeld();
    const tabel = o.gebruiker.maakTabel(o.eersteBlad, gebied(EIGEN_KOPRIJ - 1, 0, 3, EIGEN_KOPPEN.length), true, "Zaken");
    o.gebruiker.verplaatsTabelkolom(tabel, EIGEN_KOPPEN.indexOf("Uitkomst"), 0);
    o.gebruiker.voegKolommenIn(o.eersteBlad, 3, 2);
    const lijst = alsLijst(await o.werkboek.lees());
    expect([lijst.inhoud.stap5, lijst.plaats(0, "stap5").kolom, lijst.inhoud.kenmerk]).toEqual([["Hulp", null], 1, ["A", "B"]]);
  });

  it.each([
    ["down", 2],
    ["up", -1],
  ])("finds headers that moved %s with what stands above them, also while the pane is open", async (_, aantal) => {
    const o = await gekoppeld();
    await o.open();
    if (aantal > 0) o.gebruiker.voegRijenIn(o.eersteBlad, 0, aantal);
    else o.gebruiker.verwijderRijen(o.eersteBlad, 1, -aantal);
    const wijziging = await o.volgende();
    const lijst = alsLijst(wijziging.soort === "alles" ? wijziging.lezing : await o.werkboek.lees());
    expect([lijst.inhoud.kenmerk, lijst.plaats(0, "startdatum"), lijst.gekoppeld?.waarschuwingen]).toEqual([["A", "B"], { blad: "Blad1", rij: 4 + aantal, kolom: 3 }, []]);
    expect(await o.syncs(() => o.werkboek.lees())).toBe(1);
    expect(alsLijst(await heropend(o).werkboek.lees()).inhoud).toEqual(lijst.inhoud);
  });

  it("tells of a word that turns up new, until the mapping knows it", async () => {
    const o = await gekoppeld();
    await o.open();
    o.typEigen("Blad1", 1, "Uitkomst", "Gezinscoach");
    const wijziging = await o.volgende();
    expect(wijziging.soort === "alles" && alsLijst(wijziging.lezing).gekoppeld?.waarschuwingen).toEqual([expect.stringContaining('‘Gezinscoach’ (F5)')]);
  });

  it("reads the dates of a 1904 workbook", async () => {
    const o = new Eigenopstelling({ werkmap: Werkmap.leeg({ datumstelsel: 1904 }) });
    o.maakEigenLijst(TWEE);
    const { datumstelsel, inhoud } = alsLijst(await o.werkboek.bewaarKoppeling(koppelingVan(["Blad1"])));
    expect([datumstelsel, inhoud.startdatum?.[0]]).toEqual([1904, januari(5) - 1462]);
    const { datumstelsel: later } = alsLijst(await heropend(o).werkboek.lees());
    expect(later).toBe(1904);
  });

  it("goes before a list Meldcode in the same workbook; without the sheet Koppeling that one is the list again", async () => {
    const o = await gekoppeld();
    o.maakLijst([rij({ kenmerk: "M" })], { blad: o.gebruiker.voegBladToe("Meldcode") });
    const opnieuw = heropend(o);
    expect((await opnieuw.open()).inhoud.kenmerk).toEqual(["A", "B"]);
    o.gebruiker.verwijderBlad(er(o.werkmap.bladMetNaam("Koppeling")));
    const wijziging = await opnieuw.volgende();
    expect(wijziging.soort === "alles" && alsLijst(wijziging.lezing).inhoud.kenmerk).toEqual(["M"]);
  });

  it("says that a sheet is protected", async () => {
    const o = await gekoppeld();
    o.gebruiker.beveilig(o.eersteBlad);
    expect(alsLijst(await o.werkboek.lees()).beveiligd).toBe(true);
  });

  it("is not read as a table that looks like one of ours when the mapping does not fit", async () => {
    const o = await gekoppeld();
    o.maakLijst([rij()], { naam: "Oud", blad: o.gebruiker.voegBladToe("Oud") });
    o.gebruiker.hernoemBlad(o.eersteBlad, "2027");
    expect(await o.werkboek.lees()).toEqual({
      soort: "koppeling-past-niet",
      koppeling: koppelingVan(["Blad1"]),
      melding: 'De koppeling leest blad ‘Blad1’, maar dat is er niet; de werkmap heeft ‘2027’ en ‘Oud’. Pas in de koppeling de naam van het blad aan.',
    });
    o.gebruiker.hernoemBlad(o.eersteBlad, "Blad1");
    expect(alsLijst(await o.werkboek.lees()).inhoud.kenmerk).toEqual(["A", "B"]);
  });
});

describe("a mapping that does not fit any more", () => {
  const melding = async (o: Opstelling) => {
    const wijziging = await o.volgende();
    return wijziging.soort === "alles" && wijziging.lezing.soort === "koppeling-past-niet" ? wijziging.lezing : wijziging;
  };

  it("is told when a column is deleted, and goes on when that is undone", async () => {
    const o = await gekoppeld();
    await o.open();
    o.gebruiker.verwijderKolommen(o.eersteBlad, EIGEN_KOPPEN.indexOf("Soort"));
    expect(await melding(o)).toMatchObject({ melding: expect.stringContaining('leest de kolom ‘Soort’'), koppeling: koppelingVan(["Blad1"]) });
    o.werkmap.ongedaan();
    const wijziging = await o.volgende();
    expect(wijziging.soort === "alles" && alsLijst(wijziging.lezing).inhoud.kenmerk).toEqual(["A", "B"]);
  });

  it("is told when its sheet is deleted, and goes on when it comes back", async () => {
    const o = new Eigenopstelling();
    o.maakEigenLijst(TWEE, { naam: "2026" });
    await o.werkboek.bewaarKoppeling(koppelingVan(["2026"]));
    await o.open();
    o.coauteur.verwijderBlad(er(o.werkmap.bladMetNaam("2026")));
    expect(await melding(o)).toMatchObject({ melding: expect.stringContaining('leest blad ‘2026’') });
    o.maakEigenLijst(TWEE, { naam: "2026" });
    let wijziging = await o.volgende();
    // The sheet comes before its cells.
    if (wijziging.soort === "alles" && wijziging.lezing.soort !== "lijst") wijziging = await o.volgende();
    expect(wijziging.soort === "alles" && alsLijst(wijziging.lezing).inhoud.kenmerk).toEqual(["A", "B"]);
  });

  it("is told when its own sheet was made unreadable by hand, and read again as soon as it is mended", async () => {
    const o = await gekoppeld();
    await o.open();
    const { blad, gebied: g } = er(o.werkmap.tabelMetNaam("MeldcodeKoppeling"));
    const koppelingblad = o.werkmap.blad(blad);
    o.gebruiker.typ(koppelingblad, g.rij + 2, 0, "Kolomm");
    expect(await melding(o)).toMatchObject({ koppeling: null, melding: expect.stringMatching(/blad Koppeling staat in rij 7 bij Onderdeel "Kolomm".*niet gewijzigd/s) });
    o.gebruiker.typ(koppelingblad, g.rij + 2, 0, "Kolom");
    const wijziging = await o.volgende();
    expect(wijziging.soort === "alles" && alsLijst(wijziging.lezing).gekoppeld?.koppeling).toEqual(koppelingVan(["Blad1"]));
  });

  it("is read with the columns of the sheet Koppeling in another order, and in another place", async () => {
    const o = await gekoppeld();
    const tabel = er(o.werkmap.tabelMetNaam("MeldcodeKoppeling"));
    o.gebruiker.verplaatsTabelkolom(tabel, 5, 0);
    o.gebruiker.voegRijenIn(o.werkmap.blad(tabel.blad), 0, 2);
    o.gebruiker.voegKolommenIn(o.werkmap.blad(tabel.blad), 0);
    o.gebruiker.hernoemBlad(o.werkmap.blad(tabel.blad), "Afspraken");
    expect(alsLijst(await heropend(o).werkboek.lees()).gekoppeld?.koppeling).toEqual(koppelingVan(["Blad1"]));
  });
});
