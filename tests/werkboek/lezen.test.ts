/** @jest-environment jsdom */
import { gebied } from "../../src/standin/model/adres";
import { GEBRUIKER, Werkmap } from "../../src/standin/model/werkmap";
import { adresVan } from "../../src/workbook/werkboek";
import { alsLijst, er, januari, KOPRIJ, Opstelling, rij } from "./werkboek";

describe("reading the list", () => {
  it("gives the columns, where they stand, and nothing of free columns, in one sync", async () => {
    const o = new Opstelling();
    o.maakLijst([rij({ kenmerk: "A1" }), rij({ kenmerk: "A2", einddatum: "" })], { koppen: ["Vrij", ...KOPRIJ, "Nog een"], op: [3, 1] });
    o.gebruiker.typ(o.eersteBlad, 4, 1, "KANARIE-vrij");
    const beantwoord = jest.spyOn(o.host, "beantwoord");
    const aantal = await o.syncs(async () => {
      const lijst = alsLijst(await o.werkboek.lees());
      expect(lijst).toMatchObject({ blad: "Blad1", tabel: "Meldcode", datumstelsel: 1900, beveiligd: false });
      expect(lijst.inhoud.kenmerk).toEqual(["A1", "A2"]);
      expect(lijst.inhoud.startdatum).toEqual([januari(5), januari(5)]);
      expect(lijst.inhoud.einddatum).toEqual([januari(20), ""]);
      expect(lijst.plaats(0, "startdatum")).toEqual({ blad: "Blad1", rij: 5, kolom: 5 });
      expect(adresVan(lijst, lijst.plaats(1, "startdatum"))).toBe("E6");
    });
    expect(aantal).toBe(1);
    const gelezen = JSON.stringify(await Promise.all(beantwoord.mock.results.map(({ value }) => value)));
    expect(gelezen).toContain("A2");
    expect(gelezen).not.toContain("KANARIE");
  });

  it("takes two syncs when table and headers have other names", async () => {
    const o = new Opstelling();
    o.maakLijst([rij()], { naam: "Tabel1" });
    o.gebruiker.hernoemTabelkolom(er(o.werkmap.tabelMetNaam("Tabel1")), 2, "Datum start");
    expect(await o.syncs(async () => expect(alsLijst(await o.werkboek.lees()).inhoud.startdatum).toEqual([januari(5)]))).toBe(2);
    expect(await o.syncs(() => o.werkboek.lees())).toBe(1);
  });

  it("opens (reads and listens) in two syncs", async () => {
    const o = new Opstelling();
    o.maakLijst();
    expect(
      await o.syncs(async () => {
        await o.werkboek.lees();
        await o.werkboek.luister(() => undefined);
      }),
    ).toBe(2);
  });

  it("says that there is no list yet, also in a workbook with other tables", async () => {
    const o = new Opstelling();
    expect(await o.werkboek.lees()).toEqual({ soort: "geen-lijst" });
    o.gebruiker.plak(o.eersteBlad, 0, 0, "Artikel\tAantal\npen\t3");
    o.gebruiker.maakTabel(o.eersteBlad, gebied(0, 0, 2, 2));
    expect(await o.werkboek.lees()).toEqual({ soort: "geen-lijst" });
  });

  it("says which column is missing, and on which sheet", async () => {
    const o = new Opstelling();
    o.maakLijst([rij()], { koppen: KOPRIJ.filter((kop) => kop !== "Einddatum") });
    expect(await o.werkboek.lees()).toEqual({ soort: "kolom-ontbreekt", blad: "Blad1", tabel: "Meldcode", ontbreekt: ["einddatum"] });
  });

  it("does not choose between two lists", async () => {
    const o = new Opstelling();
    o.maakLijst([rij()], { naam: "Vorig_jaar" });
    o.maakLijst([rij()], { naam: "Dit_jaar", blad: o.gebruiker.voegBladToe("2026") });
    expect(await o.werkboek.lees()).toEqual({ soort: "meer-lijsten", bladen: ["Blad1", "2026"] });
  });

  it("counts hidden and filtered rows, and keeps blank rows in their place", async () => {
    const o = new Opstelling();
    const tabel = o.maakLijst([rij({ kenmerk: "A" }), {}, rij({ kenmerk: "C" })]);
    o.gebruiker.filter(tabel, 0, new Set(["C"]));
    o.gebruiker.verbergRijen(o.blad, 1);
    expect(alsLijst(await o.werkboek.lees()).inhoud.kenmerk).toEqual(["A", "", "C"]);
  });

  it("gives error values as their text", async () => {
    const o = new Opstelling();
    o.maakLijst();
    o.typ(0, "sisa", "=NA()");
    expect(alsLijst(await o.werkboek.lees()).inhoud.sisa).toEqual([expect.stringMatching(/^#N\//)]);
  });

  it("tells the date system: the same day has another serial in a 1904 workbook", async () => {
    const o = new Opstelling({ werkmap: Werkmap.leeg({ datumstelsel: 1904 }) });
    o.maakLijst();
    const lijst = alsLijst(await o.werkboek.lees());
    expect(lijst.datumstelsel).toBe(1904);
    expect(lijst.inhoud.startdatum).toEqual([januari(5) - 1462]);
  });

  it("is not disturbed by merged cells beside and below the table", async () => {
    const o = new Opstelling();
    o.maakLijst([rij(), rij()]);
    o.gebruiker.plak(o.blad, 0, 9, "Groot\nkopje");
    o.gebruiker.voegSamen(o.blad, gebied(0, 9, 6, 3));
    o.gebruiker.voegSamen(o.blad, gebied(8, 0, 2, 7));
    expect(alsLijst(await o.werkboek.lees()).inhoud.stap5).toEqual(["Hulp", "Hulp"]);
  });

  it("does not take the total row for a case, nor what stands below it", async () => {
    const o = new Opstelling();
    o.werkmap.tabellenGroeien = false;
    const tabel = o.maakLijst([rij(), rij()]);
    o.typ(2, "startdatum", "2");
    o.typ(3, "startdatum", "1-1-2026");
    o.werkmap.doe(GEBRUIKER, () => o.werkmap.zetTabel({ ...tabel, totalen: true, gebied: { ...tabel.gebied, rijen: 4 } }));
    expect(alsLijst(await o.werkboek.lees()).inhoud.startdatum).toEqual([januari(5), januari(5)]);
  });

  it("reads rows that were typed right below the table when Excel does not stretch it (#3013, #3191), but no note of the user's own", async () => {
    const o = new Opstelling();
    o.werkmap.tabellenGroeien = false;
    o.maakLijst([rij()]);
    for (let r = 1; r <= 30; r++) o.typ(r, "startdatum", `${r}-1-2026`);
    o.typ(31, "kenmerk", "Totaal: 31");
    expect(o.tabel.gebied.rijen).toBe(2);
    expect(alsLijst(await o.werkboek.lees()).inhoud.startdatum).toHaveLength(31);
  });

  it("tells of rows that stand below the table after a blank row: they do not count, and that is never silent", async () => {
    const o = new Opstelling();
    o.maakLijst([rij()]);
    o.typ(2, "kenmerk", "Een notitie");
    expect(alsLijst(await o.werkboek.lees())).toMatchObject({ losseRij: null });
    o.typ(4, "startdatum", "5-1-2026");
    const lijst = alsLijst(await o.werkboek.lees());
    expect(lijst.inhoud.startdatum).toEqual([januari(5)]);
    expect(lijst.losseRij).toBe(lijst.plaats(4, "startdatum").rij);
  });

  it("reads 100,000 rows in blocks that stay below the 5 MB of Excel on the web", async () => {
    const o = new Opstelling();
    const lang = "een heel lang kenmerk dat de organisatie zelf gebruikt ".repeat(2);
    o.maakLijst(Array.from({ length: 100_000 }, (_, i) => rij({ kenmerk: `${lang}${i}`, team: "Jeugd" })));
    const aantal = await o.syncs(async () => {
      const { inhoud } = alsLijst(await o.werkboek.lees());
      expect(inhoud.kenmerk).toHaveLength(100_000);
      expect(inhoud.kenmerk?.[99_999]).toBe(`${lang}99999`);
      expect(inhoud.einddatum?.every((cel) => cel === januari(20))).toBe(true);
    });
    expect(aantal).toBeLessThanOrEqual(15);
  }, 90_000);

  it("reads again from the start when a co-author inserts a row between two blocks", async () => {
    const o = new Opstelling({ grens: 150_000 });
    o.maakLijst(Array.from({ length: 6_000 }, (_, i) => rij({ kenmerk: `K${i}` })));
    const beantwoord = o.host.beantwoord.bind(o.host);
    let blokken = 0;
    jest.spyOn(o.host, "beantwoord").mockImplementation((body, vlaggen) => {
      if (body.includes("GetCell") && ++blokken === 2) o.coauteur.voegTabelrijenIn(o.tabel, 0);
      return beantwoord(body, vlaggen);
    });
    const { inhoud } = alsLijst(await o.werkboek.lees());
    expect(inhoud.kenmerk).toEqual(["", ...Array.from({ length: 6_000 }, (_, i) => `K${i}`)]);
    expect(o.host.verzoeken.every(({ bytes }) => bytes < 150_000)).toBe(true);
  });
});
