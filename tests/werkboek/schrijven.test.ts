/** @jest-environment jsdom */
import { gebied } from "../../src/standin/model/adres";
import { Werkmap } from "../../src/standin/model/werkmap";
import type { Herstelling, Verbinding, Verzondenregel } from "../../src/workbook/werkboek";
import { er, januari, Opstelling, rij } from "./werkboek";

const verbinding: Verbinding = { organisatieId: "ORG-7K3M-Q2XA", registratieId: "b2f6" };
const regel = (n: number): Verzondenregel => ({ ontvangenOp: `${n}-2-2026 10:00`, kenmerk: `ONT-${n}`, organisatie: "De Linde", maanden: "jan 2026", wijzigingen: "januari: 3 zaken gestart", hash: `sha256-${n}` });
const herstelling = (anders: Partial<Herstelling>): Herstelling => ({ rij: 0, veld: "stap5", was: "vt", waarde: "Melding", isDatum: false, ...anders });

describe("a quick fix", () => {
  it("makes real dates of text and writes values, in one step of undo", async () => {
    const o = new Opstelling();
    o.maakLijst([rij({ stap5: "vt" }), rij(), rij()]);
    for (const r of [0, 1, 2]) o.typ(r, "startdatum", `'${r + 3}-1-2026`);
    await o.werkboek.lees();
    const stappen = o.werkmap.ongedaanStappen;
    const datums = [0, 1, 2].map((r) => herstelling({ rij: r, veld: "startdatum", was: `${r + 3}-1-2026`, waarde: januari(r + 3), isDatum: true }));
    expect(await o.werkboek.herstel([herstelling({}), ...datums])).toBe(4);
    expect([0, 1, 2].map((r) => o.waarde(r, "startdatum"))).toEqual([januari(3), januari(4), januari(5)]);
    expect(o.waarde(0, "stap5")).toBe("Melding");
    expect(o.blad.cel(2, 2)?.notatie).toBe("dd-mm-yyyy");
    expect(o.werkmap.ongedaanStappen).toBe(stappen + 1);
    o.werkmap.ongedaan();
    expect([o.waarde(0, "startdatum"), o.waarde(0, "stap5")]).toEqual(["3-1-2026", "vt"]);
  });

  it("leaves a cell alone that holds something else by now, and says how many were written", async () => {
    const o = new Opstelling();
    o.maakLijst([rij({ stap5: "vt" }), rij({ stap5: "vt" })]);
    await o.werkboek.lees();
    o.typ(0, "stap5", "Geen van beide");
    expect(await o.werkboek.herstel([herstelling({}), herstelling({ rij: 1 })])).toBe(1);
    expect([o.waarde(0, "stap5"), o.waarde(1, "stap5")]).toEqual(["Geen van beide", "Melding"]);
  });

  it("writes in the right row and column after rows and columns moved, and takes at most two syncs", async () => {
    const o = new Opstelling();
    o.maakLijst([rij(), rij({ stap5: "vt" })]);
    await o.werkboek.lees();
    o.gebruiker.verplaatsTabelkolom(o.tabel, 5, 0);
    o.gebruiker.voegRijenIn(o.blad, 0, 2);
    expect(await o.syncs(() => o.werkboek.herstel([herstelling({ rij: 1 })]))).toBe(2);
    expect([o.waarde(0, "stap5"), o.waarde(1, "stap5")]).toEqual(["Hulp", "Melding"]);
  });

  it("writes the serial of the workbook's own date system", async () => {
    const o = new Opstelling({ werkmap: Werkmap.leeg({ datumstelsel: 1904 }) });
    o.maakLijst([rij()]);
    o.typ(0, "startdatum", "'3-1-2026");
    await o.werkboek.herstel([herstelling({ veld: "startdatum", was: "3-1-2026", waarde: januari(3) - 1462, isDatum: true })]);
    expect(o.waarde(0, "startdatum")).toBe(januari(3) - 1462);
  });

  it("on a protected sheet says so; reading works", async () => {
    const o = new Opstelling();
    o.maakLijst([rij({ stap5: "vt" })]);
    o.gebruiker.beveilig(o.blad);
    expect(await o.werkboek.lees()).toMatchObject({ soort: "lijst", lijst: { beveiligd: true } });
    o.host.wisVerzoeken();
    await expect(o.werkboek.herstel([herstelling({})])).rejects.toMatchObject({ code: "beveiligd", message: expect.stringContaining("beveiliging") });
    expect(o.host.verzoeken.some((verzoek) => verzoek.schrijft)).toBe(false);
    expect(o.waarde(0, "stap5")).toBe("vt");
  });

  it("says so when the list is gone", async () => {
    const o = new Opstelling();
    o.maakLijst();
    await o.werkboek.lees();
    o.gebruiker.verwijderTabel(o.tabel);
    await expect(o.werkboek.herstel([herstelling({})])).rejects.toMatchObject({ code: "lijst-verdwenen" });
  });
});

describe("jumping to a cell", () => {
  it("selects it on its sheet, where it is now", async () => {
    const o = new Opstelling();
    o.maakLijst([rij(), rij(), rij()]);
    await o.werkboek.lees();
    o.gebruiker.kies(o.gebruiker.voegBladToe("Ander"));
    o.gebruiker.voegRijenIn(o.blad, 0, 2);
    expect(await o.werkboek.springNaar({ rij: 1, veld: "einddatum" })).toBe(true);
    expect(o.werkmap.actiefBlad).toBe(o.blad.id);
    expect(o.blad.selectie).toEqual(gebied(4, 6));
  });

  it("answers false when Excel does not select: hidden sheet, another workbook in front, the list gone", async () => {
    const o = new Opstelling();
    o.maakLijst();
    await o.werkboek.lees();
    o.gebruiker.voegBladToe("Ander");
    o.gebruiker.zetZichtbaarheid(o.blad, "Hidden");
    expect(await o.werkboek.springNaar({ rij: 0, veld: "sisa" })).toBe(false);
    o.gebruiker.zetZichtbaarheid(o.blad, "Visible");
    o.host.storing.faal("InvalidOperation");
    expect(await o.werkboek.springNaar({ rij: 0, veld: "sisa" })).toBe(false);
    o.gebruiker.verwijderTabel(o.tabel);
    expect(await o.werkboek.springNaar({ rij: 0, veld: "sisa" })).toBe(false);
  });
});

describe("the sheet Verzonden", () => {
  const opstelling = async () => {
    const o = new Opstelling();
    o.maakLijst();
    await o.werkboek.lees();
    return o;
  };
  const verzonden = async (o: Opstelling) => {
    const lezing = await o.werkboek.lees();
    return lezing.soort === "lijst" ? lezing.verzonden : undefined;
  };
  const rijen = (o: Opstelling) => {
    const { blad, gebied: g } = er(o.werkmap.tabelMetNaam("MeldcodeVerzonden"));
    return Array.from({ length: g.rijen - 1 }, (_, r) => Array.from({ length: g.kolommen }, (_, k) => o.werkmap.waarde(o.werkmap.blad(blad), g.rij + 1 + r, g.kolom + k)));
  };

  it("is made at the first receipt and gets a row for each, newest last; it says which registratie this workbook is", async () => {
    const o = await opstelling();
    expect(await verzonden(o)).toBeNull();
    await o.werkboek.noteerOntvangst(regel(1), verbinding);
    expect(o.werkmap.bladMetNaam("Verzonden")?.gegevens.zichtbaarheid).toBe("Visible");
    await o.werkboek.noteerOntvangst(regel(2), verbinding);
    await o.werkboek.noteerOntvangst(regel(3), verbinding);
    expect(await verzonden(o)).toEqual({ verbindingen: [verbinding, verbinding, verbinding], kenmerken: ["ONT-1", "ONT-2", "ONT-3"] });
    expect(rijen(o)[1]).toEqual([...Object.values(regel(2)), verbinding.organisatieId, verbinding.registratieId]);
    expect(await new Opstelling({ werkmap: o.werkmap }).werkboek.lees()).toMatchObject({ verzonden: { verbindingen: [verbinding, verbinding, verbinding] } });
  });

  it("costs one sync after the reading before sending: a send takes two", async () => {
    const o = await opstelling();
    for (const n of [1, 2]) {
      const aantal = await o.syncs(async () => {
        await o.werkboek.lees();
        await o.werkboek.noteerOntvangst(regel(n), verbinding);
      });
      expect(aantal).toBe(2);
    }
  });

  it("does not take the user from the list", async () => {
    const o = await opstelling();
    const { actiefBlad } = o.werkmap;
    await o.werkboek.noteerOntvangst(regel(1), verbinding);
    expect(o.werkmap.actiefBlad).toBe(actiefBlad);
  });

  it("follows when the user renames it, adds rows above it or notes below it", async () => {
    const o = await opstelling();
    await o.werkboek.noteerOntvangst(regel(1), verbinding);
    const blad = er(o.werkmap.bladMetNaam("Verzonden"));
    o.gebruiker.hernoemBlad(blad, "Archief");
    o.gebruiker.voegRijenIn(blad, 0, 2);
    o.werkmap.tabellenGroeien = false;
    o.gebruiker.typ(blad, 9, 0, "eigen aantekening");
    await o.werkboek.lees();
    await o.werkboek.noteerOntvangst(regel(2), { ...verbinding, registratieId: "c3" });
    expect(await verzonden(o)).toEqual({ verbindingen: [verbinding, { ...verbinding, registratieId: "c3" }], kenmerken: ["ONT-1", "ONT-2"] });
    expect([...blad.cellen()].some(([, , cel]) => cel.waarde === "eigen aantekening")).toBe(true);
    expect(o.werkmap.bladMetNaam("Verzonden")).toBeUndefined();
  });

  it("keeps the registraties of a board's schools apart", async () => {
    const o = await opstelling();
    const ander = { organisatieId: "ORG-9D4F-T6WB", registratieId: "d4" };
    await o.werkboek.noteerOntvangst(regel(1), verbinding);
    await o.werkboek.noteerOntvangst({ ...regel(2), organisatie: "Het Anker" }, ander);
    expect(await verzonden(o)).toEqual({ verbindingen: [verbinding, ander], kenmerken: ["ONT-1", "ONT-2"] });
    expect(rijen(o).map((cellen) => cellen[2])).toEqual(["De Linde", "Het Anker"]);
  });

  it("loses nothing when the user takes its heading away, moves its columns or adds one", async () => {
    const o = await opstelling();
    await o.werkboek.noteerOntvangst(regel(1), verbinding);
    const blad = er(o.werkmap.bladMetNaam("Verzonden"));
    o.gebruiker.wis(blad, gebied(0, 0, 2, 2));
    o.gebruiker.voegKolommenIn(blad, 1, 1);
    await o.werkboek.lees();
    await o.werkboek.noteerOntvangst(regel(2), verbinding);
    expect(await verzonden(o)).toEqual({ verbindingen: [verbinding, verbinding], kenmerken: ["ONT-1", "ONT-2"] });
  });

  it("of before there were boards is read, and gets the columns it misses; what stands beside it stays", async () => {
    const o = await opstelling();
    const blad = o.gebruiker.voegBladToe("Verzonden");
    const koppen = ["Ontvangen op", "Ontvangstkenmerk", "Maanden", "Wijzigingen", "Controlegetal"];
    [["Verzonden door Monitor Meldcode"], ["Organisatie", verbinding.organisatieId], ["Registratie", verbinding.registratieId], [], [], koppen, ["1-1-2026", "ONT-0", "jan 2026", "", "0"]].forEach((cellen, r) => cellen.forEach((waarde, k) => o.gebruiker.typ(blad, r, k, waarde)));
    o.gebruiker.maakTabel(blad, gebied(5, 0, 2, 5), true, "MeldcodeVerzonden");
    o.gebruiker.typ(blad, 6, 6, "eigen aantekening");
    expect(await verzonden(o)).toEqual({ verbindingen: [verbinding], kenmerken: ["ONT-0"] });
    const ander = { organisatieId: "ORG-9D4F-T6WB", registratieId: "d4" };
    await o.werkboek.noteerOntvangst(regel(1), ander);
    expect(await verzonden(o)).toEqual({ verbindingen: [verbinding, ander], kenmerken: ["ONT-0", "ONT-1"] });
    expect([...blad.cellen()].some(([, , cel]) => cel.waarde === "eigen aantekening")).toBe(true);
  });

  it("is made again after the user deleted it, also when that happens while sending", async () => {
    const o = await opstelling();
    await o.werkboek.noteerOntvangst(regel(1), verbinding);
    await o.werkboek.lees();
    o.coauteur.verwijderBlad(er(o.werkmap.bladMetNaam("Verzonden")));
    await o.werkboek.noteerOntvangst(regel(2), verbinding);
    expect(await verzonden(o)).toEqual({ verbindingen: [verbinding], kenmerken: ["ONT-2"] });
  });

  it("never takes the place of a sheet of the user's own with that name", async () => {
    const o = await opstelling();
    const eigen = o.gebruiker.voegBladToe("verzonden");
    o.gebruiker.typ(eigen, 0, 0, "mijn post");
    expect(await verzonden(o)).toBeNull();
    for (const n of [1, 2, 2]) expect(await o.werkboek.noteerOntvangst(regel(n), verbinding)).toBe("Verzonden 2");
    expect([...eigen.cellen()]).toHaveLength(1);
    expect(await verzonden(o)).toMatchObject({ kenmerken: ["ONT-1", "ONT-2"] });
    expect(o.werkmap.bladMetNaam("Verzonden 2")).toBeDefined();
  });

  it("has one row for a receipt, also when Excel answered too late the first time", async () => {
    const o = new Opstelling({ tijdslimiet: 700 });
    o.maakLijst();
    await o.werkboek.lees();
    await o.werkboek.noteerOntvangst(regel(1), verbinding);
    await o.werkboek.lees();
    o.host.storing.hang();
    await expect(o.werkboek.noteerOntvangst(regel(2), verbinding)).rejects.toMatchObject({ code: "antwoordt-niet" });
    o.host.storing.laatLos();
    await o.stil();
    await o.werkboek.noteerOntvangst(regel(2), verbinding);
    expect(rijen(o).map((cellen) => cellen[1])).toEqual(["ONT-1", "ONT-2"]);
  });

  it("keeps the receipts of two panes that send at once in rows of their own", async () => {
    const o = await opstelling();
    await o.werkboek.noteerOntvangst(regel(1), verbinding);
    const ander = new Opstelling({ werkmap: o.werkmap }).werkboek;
    await Promise.all([o.werkboek.lees(), ander.lees()]);
    await Promise.all([o.werkboek.noteerOntvangst(regel(2), verbinding), ander.noteerOntvangst(regel(3), verbinding)]);
    expect(rijen(o).map((cellen) => cellen[1]).sort()).toEqual(["ONT-1", "ONT-2", "ONT-3"]);
  });

  it("is made once by two panes that send their first at once", async () => {
    const o = await opstelling();
    const ander = new Opstelling({ werkmap: o.werkmap }).werkboek;
    await ander.lees();
    await Promise.all([o.werkboek.noteerOntvangst(regel(1), verbinding), ander.noteerOntvangst(regel(2), verbinding)]);
    expect(rijen(o).map((cellen) => cellen[1]).sort()).toEqual(["ONT-1", "ONT-2"]);
    expect(o.werkmap.bladen).toHaveLength(2);
  });
});
