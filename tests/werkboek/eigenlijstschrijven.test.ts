/** @jest-environment jsdom */
import { gebied } from "../../src/standin/model/adres";
import type { Tabel } from "../../src/standin/model/cel";
import { Werkmap } from "../../src/standin/model/werkmap";
import type { Herstelling } from "../../src/workbook/werkboek";
import { EIGEN_KOPPEN, EIGEN_KOPRIJ, Eigenopstelling, eigenrij, koppelingVan } from "./eigenlijst";
import { alsLijst, er, januari, Opstelling } from "./werkboek";

const herstelling = (anders: Partial<Herstelling>): Herstelling => ({ rij: 0, veld: "sisa", was: "j", waarde: "Ja", isDatum: false, ...anders });

async function gekoppeld(rijen = [eigenrij({ Nr: "A" }), eigenrij({ Nr: "B" })]): Promise<Eigenopstelling> {
  const o = new Eigenopstelling();
  o.maakEigenLijst(rijen);
  await o.werkboek.bewaarKoppeling(koppelingVan(["Blad1"]));
  return o;
}

function koppelingtabel(o: Opstelling): Tabel {
  return er(o.werkmap.tabelMetNaam("MeldcodeKoppeling"));
}

function cellen(o: Opstelling, { blad, gebied: g }: Tabel) {
  return Array.from({ length: g.rijen }, (_, r) => Array.from({ length: g.kolommen }, (_cel, k) => o.werkmap.waarde(o.werkmap.blad(blad), g.rij + r, g.kolom + k)));
}

describe("the sheet Koppeling", () => {
  it("is made in one step of undo: visible, explained, with texts in roomy columns; the user stays where they are", async () => {
    const o = new Eigenopstelling();
    o.maakEigenLijst([eigenrij({ Nr: "A" })]);
    await o.werkboek.lees();
    const [stappen, { actiefBlad }] = [o.werkmap.ongedaanStappen, o.werkmap];
    expect(alsLijst(await o.werkboek.bewaarKoppeling(koppelingVan(["Blad1"]))).inhoud.kenmerk).toEqual(["A"]);
    const blad = er(o.werkmap.bladMetNaam("Koppeling"));
    expect(blad.gegevens.zichtbaarheid).toBe("Visible");
    expect(o.werkmap.waarde(blad, 1, 0)).toContain("In de lijst zelf verandert niets");
    expect(koppelingtabel(o).kolommen.map(({ naam }) => naam)).toEqual(["Onderdeel", "Veld", "Kolom", "Letter", "In uw lijst", "Betekent"]);
    expect(cellen(o, koppelingtabel(o))).toContainEqual(["Woord", "Consultatie", "Wie geraadpleegd", "E", "Veilig Thuis", "Extern"]);
    expect([...blad.cellen()].filter(([r]) => r >= koppelingtabel(o).gebied.rij).every(([, , cel]) => cel.notatie === "@")).toBe(true);
    expect(er(blad.gegevens.kolombreedtes.get(4))).toBeGreaterThan(150);
    expect([o.werkmap.ongedaanStappen, o.werkmap.actiefBlad]).toEqual([stappen + 1, actiefBlad]);
    o.werkmap.ongedaan();
    expect([o.werkmap.bladMetNaam("Koppeling"), (await o.werkboek.lees()).soort]).toEqual([undefined, "geen-lijst"]);
  });

  it("keeps every mapping exactly, also words that Excel would take for something else", async () => {
    const o = new Eigenopstelling();
    o.maakEigenLijst([eigenrij({ Nr: "A" })]);
    const waarden = { "1": "intern", "01": "extern", "3-4": "geen", "=A1": "internEnExtern", "'t Huis": "extern", true: "intern", " x ": "geen", '"q"': "extern", "+31": "geen", "#N/B": "intern" } as const;
    const koppeling = koppelingVan(["Blad1"], { velden: { ...koppelingVan(["Blad1"]).velden, consultatie: { kolommen: [{ kop: "Wie geraadpleegd", kolom: "E", waarden }] } }, filters: [{ kop: "Soort", weglaten: ["", "totaal"], tellen: ["meldcode"] }], leeftijd: null, zelfdeZaak: true });
    await o.werkboek.bewaarKoppeling(koppeling);
    expect(alsLijst(await new Opstelling({ werkmap: o.werkmap }).werkboek.lees()).gekoppeld?.koppeling).toEqual(koppeling);
  });

  it("never takes the place of a sheet of the user's own with that name", async () => {
    const o = new Eigenopstelling();
    o.maakEigenLijst([eigenrij({ Nr: "A" })]);
    const eigen = o.gebruiker.voegBladToe("koppeling");
    o.gebruiker.typ(eigen, 0, 0, "mijn trekhaak");
    await o.werkboek.bewaarKoppeling(koppelingVan(["Blad1"]));
    expect([...eigen.cellen()].map(([, , { waarde }]) => waarde)).toEqual(["mijn trekhaak"]);
    expect(o.werkmap.blad(koppelingtabel(o).blad).naam).toBe("Koppeling 2");
  });

  it.each([
    ["a longer mapping", { filters: Array.from({ length: 3 }, () => ({ kop: "Soort", kolom: "H", weglaten: ["a", "b", "c"] })) }],
    ["a shorter one", { filters: [], velden: { startdatum: { kolommen: [{ kop: "Gestart op" }] as [{ kop: string }] } } }],
  ])("is replaced by %s in one step of undo; notes below it and the sheet's own name stay", async (_, anders) => {
    const o = await gekoppeld();
    const voor = cellen(o, koppelingtabel(o));
    const blad = o.werkmap.blad(koppelingtabel(o).blad);
    o.gebruiker.hernoemBlad(blad, "Afspraken");
    o.werkmap.tabellenGroeien = false;
    o.gebruiker.typ(blad, koppelingtabel(o).gebied.rij + koppelingtabel(o).gebied.rijen + 1, 0, "eigen aantekening");
    o.werkmap.tabellenGroeien = true;
    const stappen = o.werkmap.ongedaanStappen;
    const koppeling = koppelingVan(["Blad1"], anders);
    expect(alsLijst(await o.werkboek.bewaarKoppeling(koppeling)).gekoppeld?.koppeling).toEqual(koppeling);
    expect(o.werkmap.ongedaanStappen).toBe(stappen + 1);
    const g = koppelingtabel(o).gebied;
    const erbuiten = [...blad.cellen()].filter(([r, , { waarde }]) => r >= g.rij + g.rijen && waarde !== "");
    expect(erbuiten.map(([, , { waarde }]) => waarde)).toEqual(["eigen aantekening"]);
    o.werkmap.ongedaan();
    expect(cellen(o, koppelingtabel(o))).toEqual(voor);
    expect(alsLijst(await o.werkboek.lees()).gekoppeld?.koppeling).toEqual(koppelingVan(["Blad1"]));
  });

  it("is made once by two panes that map at once, and the last one stands", async () => {
    const o = new Eigenopstelling();
    o.maakEigenLijst([eigenrij({ Nr: "A" })]);
    const ander = new Opstelling({ werkmap: o.werkmap }).werkboek;
    await Promise.all([o.werkboek.bewaarKoppeling(koppelingVan(["Blad1"])), ander.bewaarKoppeling(koppelingVan(["Blad1"], { zelfdeZaak: true }))]);
    expect(o.werkmap.bladen.map(({ naam }) => naam)).toEqual(["Blad1", "Koppeling"]);
    expect(alsLijst(await ander.lees()).gekoppeld?.koppeling.zelfdeZaak).toBe(true);
  });

  it("says so when it is protected; the mapping that stands stays", async () => {
    const o = await gekoppeld();
    o.gebruiker.beveilig(o.werkmap.blad(koppelingtabel(o).blad));
    await expect(o.werkboek.bewaarKoppeling(koppelingVan(["Blad1"], { zelfdeZaak: true }))).rejects.toMatchObject({ code: "beveiligd" });
    expect(alsLijst(await o.werkboek.lees()).gekoppeld?.koppeling).toEqual(koppelingVan(["Blad1"]));
  });
});

describe("a quick fix in an own list", () => {
  it("is written in the own cell, over several sheets, in one step of undo", async () => {
    const o = new Eigenopstelling();
    o.maakEigenLijst([eigenrij({ SISA: "j" }), eigenrij({ SISA: "j" })], { naam: "jan" });
    o.maakEigenLijst([eigenrij({ "Gestart op": "'3-1-2026" })], { naam: "feb", koppen: [...EIGEN_KOPPEN].reverse() });
    o.gebruiker.typ(er(o.werkmap.bladMetNaam("feb")), EIGEN_KOPRIJ, 5, "'3-1-2026");
    await o.werkboek.bewaarKoppeling(koppelingVan(["jan", "feb"]));
    const stappen = o.werkmap.ongedaanStappen;
    const datum = herstelling({ rij: 2, veld: "startdatum", was: "3-1-2026", waarde: januari(3), isDatum: true });
    expect(await o.syncs(async () => expect(await o.werkboek.herstel([herstelling({}), herstelling({ rij: 1 }), datum])).toBe(3))).toBe(2);
    expect([o.eigenwaarde("jan", 0, "SISA"), o.eigenwaarde("jan", 1, "SISA")]).toEqual(["Ja", "Ja"]);
    const feb = er(o.werkmap.bladMetNaam("feb"));
    expect([o.werkmap.waarde(feb, EIGEN_KOPRIJ, 5), feb.cel(EIGEN_KOPRIJ, 5)?.notatie]).toEqual([januari(3), "dd-mm-yyyy"]);
    expect(o.werkmap.ongedaanStappen).toBe(stappen + 1);
    o.werkmap.ongedaan();
    expect([o.eigenwaarde("jan", 1, "SISA"), o.werkmap.waarde(feb, EIGEN_KOPRIJ, 5)]).toEqual(["j", "3-1-2026"]);
  });

  it("leaves own words alone, and a cell that holds something else by now", async () => {
    const o = await gekoppeld([eigenrij({ SISA: "j" }), eigenrij({ SISA: "j" })]);
    await o.werkboek.lees();
    o.typEigen("Blad1", 0, "SISA", "n");
    // "collega" reads as Intern; it is the user's word, and it stays.
    const opWoord = herstelling({ veld: "consultatie", was: "Intern", waarde: "Extern" });
    expect(await o.werkboek.herstel([herstelling({}), herstelling({ rij: 1 }), opWoord])).toBe(1);
    expect([o.eigenwaarde("Blad1", 0, "SISA"), o.eigenwaarde("Blad1", 1, "SISA"), o.eigenwaarde("Blad1", 0, "Wie geraadpleegd")]).toEqual(["n", "Ja", "collega"]);
  });

  it("is written where the cell is by now", async () => {
    const o = await gekoppeld([eigenrij(), eigenrij({ SISA: "j" })]);
    await o.werkboek.lees();
    o.gebruiker.voegKolommenIn(o.eersteBlad, 1);
    o.gebruiker.verwijderRijen(o.eersteBlad, EIGEN_KOPRIJ + 5);
    expect(await o.werkboek.herstel([herstelling({ rij: 1 })])).toBe(1);
    expect(o.werkmap.waarde(o.eersteBlad, EIGEN_KOPRIJ + 1, EIGEN_KOPPEN.indexOf("SISA") + 1)).toBe("Ja");
  });

  it("on a protected sheet says so and writes nothing", async () => {
    const o = await gekoppeld([eigenrij({ SISA: "j" })]);
    o.gebruiker.beveilig(o.eersteBlad);
    o.host.wisVerzoeken();
    await expect(o.werkboek.herstel([herstelling({})])).rejects.toMatchObject({ code: "beveiligd" });
    expect(o.host.verzoeken.some(({ schrijft }) => schrijft)).toBe(false);
  });

  it("of the sheet that was protected half-way says so too, and leaves no half work", async () => {
    const o = new Eigenopstelling();
    o.maakEigenLijst([eigenrij({ SISA: "j" })], { naam: "jan" });
    o.maakEigenLijst([eigenrij({ SISA: "j" })], { naam: "feb" });
    await o.werkboek.bewaarKoppeling(koppelingVan(["jan", "feb"]));
    o.host.storing.erna(() => o.coauteur.beveilig(er(o.werkmap.bladMetNaam("jan"))));
    await expect(o.werkboek.herstel([herstelling({}), herstelling({ rij: 1 })])).rejects.toMatchObject({ code: "beveiligd" });
    expect([o.eigenwaarde("jan", 0, "SISA")]).toEqual(["j"]);
  });
});

describe("jumping in an own list", () => {
  it("opens the right sheet and selects the cell", async () => {
    const o = new Eigenopstelling();
    o.maakEigenLijst([eigenrij()], { naam: "jan" });
    o.maakEigenLijst([eigenrij(), eigenrij()], { naam: "feb" });
    await o.werkboek.bewaarKoppeling(koppelingVan(["jan", "feb"]));
    expect(await o.werkboek.springNaar({ rij: 2, veld: "einddatum" })).toBe(true);
    const feb = er(o.werkmap.bladMetNaam("feb"));
    expect([o.werkmap.actiefBlad, feb.selectie]).toEqual([feb.id, gebied(EIGEN_KOPRIJ + 1, EIGEN_KOPPEN.indexOf("Klaar op"))]);
    expect(await o.werkboek.springNaar({ rij: 0, veld: "team" })).toBe(true);
    expect(er(o.werkmap.bladMetNaam("jan")).selectie).toEqual(gebied(EIGEN_KOPRIJ, EIGEN_KOPPEN.indexOf("Gestart op")));
  });

  it("answers false for a hidden sheet, one that is gone, and a row that is not there", async () => {
    const o = new Eigenopstelling();
    o.maakEigenLijst([eigenrij()], { naam: "jan" });
    await o.werkboek.bewaarKoppeling(koppelingVan(["jan"]));
    const jan = er(o.werkmap.bladMetNaam("jan"));
    expect(await o.werkboek.springNaar({ rij: 7, veld: "sisa" })).toBe(false);
    o.gebruiker.zetZichtbaarheid(jan, "Hidden");
    expect(await o.werkboek.springNaar({ rij: 0, veld: "sisa" })).toBe(false);
    o.coauteur.verwijderBlad(jan);
    expect(await o.werkboek.springNaar({ rij: 0, veld: "sisa" })).toBe(false);
  });
});

describe("sending an own list", () => {
  const regel = { ontvangenOp: "1-2-2026 10:00", kenmerk: "ONT-1", maanden: "jan 2026", wijzigingen: "januari: 3 zaken gestart", hash: "sha256-1", organisatie: "De Linde" };
  const verbinding = { organisatieId: "ORG-7K3M-Q2XA", registratieId: "b2f6" };

  it("takes two syncs; the receipt stands on the sheet Verzonden, which is no part of the list", async () => {
    const o = await gekoppeld();
    await o.werkboek.lees();
    const aantal = await o.syncs(async () => {
      await o.werkboek.lees();
      expect(await o.werkboek.noteerOntvangst(regel, verbinding)).toBe("Verzonden");
    });
    expect(aantal).toBe(2);
    expect(await o.werkboek.lees()).toMatchObject({ soort: "lijst", lijst: { bladen: ["Blad1"] }, verzonden: { verbindingen: [verbinding], kenmerken: ["ONT-1"] } });
  });

  it("changes nothing in the list itself", async () => {
    const o = await gekoppeld();
    const voor = JSON.stringify([...o.eersteBlad.cellen()]);
    await o.werkboek.lees();
    await o.werkboek.noteerOntvangst(regel, verbinding);
    expect(JSON.stringify([...o.eersteBlad.cellen()])).toBe(voor);
  });
});

it("writes serials of the 1904 system in a 1904 workbook", async () => {
  const o = new Eigenopstelling({ werkmap: Werkmap.leeg({ datumstelsel: 1904 }) });
  o.maakEigenLijst([eigenrij()]);
  o.typEigen("Blad1", 0, "Gestart op", "'3-1-2026");
  await o.werkboek.bewaarKoppeling(koppelingVan(["Blad1"]));
  expect(await o.werkboek.herstel([herstelling({ veld: "startdatum", was: "3-1-2026", waarde: januari(3) - 1462, isDatum: true })])).toBe(1);
  expect(alsLijst(await o.werkboek.lees()).inhoud.startdatum).toEqual([januari(3) - 1462]);
});
