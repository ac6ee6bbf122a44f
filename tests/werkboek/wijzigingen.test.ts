/** @jest-environment jsdom */
import { gebied } from "../../src/standin/model/adres";
import { alsLijst, er, januari, KOPRIJ, Opstelling, pauze, rij } from "./werkboek";

const VIJF = ["A", "B", "C", "D", "E"].map((kenmerk, i) => rij({ kenmerk, startdatum: `${i + 1}-1-2026` }));

async function opstelling(rijen = VIJF): Promise<Opstelling> {
  const o = new Opstelling();
  o.maakLijst(rijen);
  await o.open();
  return o;
}

describe("an edit", () => {
  it("is told in one sync, with the row it is in", async () => {
    const o = await opstelling();
    o.typ(2, "einddatum", "25-1-2026");
    const wijziging = await o.volgende();
    expect(wijziging).toMatchObject({ soort: "rijen" });
    expect(wijziging.soort === "rijen" && [...wijziging.rijen]).toEqual([[2, expect.objectContaining({ kenmerk: "C", startdatum: januari(3), einddatum: januari(25) })]]);
    expect(o.host.verzoeken).toHaveLength(1);
  });

  it("is never followed by a write: undo takes back what the user did, and only that", async () => {
    const o = await opstelling();
    const stappen = o.werkmap.ongedaanStappen;
    o.typ(0, "sisa", "Nee");
    await o.volgende();
    expect(o.host.verzoeken.map((verzoek) => verzoek.schrijft)).toEqual([false]);
    expect(o.werkmap.ongedaanStappen).toBe(stappen + 1);
    o.werkmap.ongedaan();
    await o.volgende();
    expect(o.waarde(0, "sisa")).toBe("Ja");
    expect(o.werkmap.ongedaanStappen).toBe(stappen);
  });

  it("of a new row at the bottom takes one sync too", async () => {
    const o = await opstelling();
    o.typ(5, "startdatum", "30-1-2026");
    const wijziging = await o.volgende();
    expect(wijziging.soort === "alles" && alsLijst(wijziging.lezing).inhoud.startdatum).toHaveLength(6);
    expect(o.host.verzoeken).toHaveLength(1);
  });

  it("in a free column is not told", async () => {
    const o = new Opstelling();
    o.maakLijst(VIJF, { koppen: [...KOPRIJ, "Vrij"] });
    await o.open();
    o.gebruiker.typ(o.blad, 2, 7, "iets van onszelf");
    await o.stil();
    expect(o.wijzigingen).toEqual([]);
  });

  it("on another sheet costs nothing", async () => {
    const o = await opstelling();
    o.gebruiker.typ(o.gebruiker.voegBladToe("Ander"), 0, 0, "x");
    await o.stil();
    expect(o.host.verzoeken).toHaveLength(0);
  });

  it("after another within a moment is told together with it", async () => {
    const o = await opstelling();
    o.typ(0, "sisa", "Nee");
    o.typ(4, "sisa", "N.v.t.");
    const wijziging = await o.volgende();
    expect(wijziging.soort === "rijen" && [...wijziging.rijen.keys()]).toEqual([0, 4]);
    expect(o.host.verzoeken).toHaveLength(1);
  });

  it("during a read is not lost: it is read once more", async () => {
    const o = await opstelling();
    o.host.storing.erna(() => o.typ(1, "stap5", "Melding"));
    o.typ(0, "stap5", "Melding");
    await o.stil();
    expect(o.wijzigingen.map((w) => w.soort === "rijen" && [...w.rijen.keys()])).toEqual([[0], [1]]);
  });

  it("by a co-author is told like any other, and nothing is written back", async () => {
    const o = await opstelling();
    o.typ(3, "consultatie", "Extern", o.coauteur);
    const wijziging = await o.volgende();
    expect(wijziging.soort === "rijen" && wijziging.rijen.get(3)?.consultatie).toBe("Extern");
    expect(o.host.verzoeken.some((verzoek) => verzoek.schrijft)).toBe(false);
  });

  it("is told after the cell is closed when the user is still editing the next one", async () => {
    const o = await opstelling();
    o.typ(0, "sisa", "Nee");
    o.host.storing.celInBewerking = true;
    await pauze(80);
    expect(o.wijzigingen).toEqual([]);
    o.host.storing.celInBewerking = false;
    expect((await o.volgende()).soort).toBe("rijen");
  });

  it("that cannot be read is said, and the next one is told whole", async () => {
    const o = await opstelling();
    o.host.storing.faal("GeneralException", 2);
    o.typ(0, "sisa", "Nee");
    expect(await o.volgende()).toMatchObject({ soort: "fout", fout: { code: "onbekend" } });
    o.typ(1, "sisa", "Nee");
    const wijziging = await o.volgende();
    expect(wijziging.soort === "alles" && alsLijst(wijziging.lezing).inhoud.sisa?.slice(0, 2)).toEqual(["Nee", "Nee"]);
  });

  it("in a list of 6,000 rows reads only its row, but all when rows moved unheard", async () => {
    const o = await opstelling(Array.from({ length: 6_000 }, (_, i) => rij({ kenmerk: `K${i}` })));
    const beantwoord = jest.spyOn(o.host, "beantwoord");
    o.typ(4_321, "sisa", "Nee");
    const wijziging = await o.volgende();
    expect(wijziging.soort === "rijen" && [...wijziging.rijen]).toEqual([[4_321, expect.objectContaining({ kenmerk: "K4321", sisa: "Nee" })]]);
    expect(o.host.verzoeken).toHaveLength(1);
    expect(JSON.stringify(await beantwoord.mock.results[0]?.value).length).toBeLessThan(5_000);
    o.host.storing.gebeurtenissen = "kwijt";
    o.gebruiker.voegTabelrijenIn(o.tabel, 10);
    await o.stil();
    o.host.storing.gebeurtenissen = "gewoon";
    o.typ(4_322, "sisa", "Ja");
    const verschoven = await o.volgende();
    expect(verschoven.soort === "alles" && alsLijst(verschoven.lezing).inhoud.sisa?.[4_322]).toBe("Ja");
  });

  it("is no longer told after listening has stopped", async () => {
    const o = new Opstelling();
    o.maakLijst(VIJF);
    await o.werkboek.lees();
    const stop = await o.werkboek.luister((wijziging) => o.wijzigingen.push(wijziging));
    await stop();
    o.host.wisVerzoeken();
    o.typ(0, "sisa", "Nee");
    await o.stil();
    expect(o.wijzigingen).toEqual([]);
    expect(o.host.verzoeken).toHaveLength(0);
  });
});

describe("events that Excel gets wrong", () => {
  it("a paste over several cells comes without details (#5308, #5347): what changed is read", async () => {
    const o = await opstelling();
    o.host.storing.gebeurtenissen = "zonder details";
    o.gebruiker.plak(o.blad, 2, 3, "Nee\tExtern\tMelding\nN.v.t.\tGeen\tHulp");
    const wijziging = await o.volgende();
    expect(wijziging.soort === "rijen" && [...wijziging.rijen.values()]).toEqual([
      expect.objectContaining({ kenmerk: "B", sisa: "Nee", consultatie: "Extern", stap5: "Melding" }),
      expect.objectContaining({ kenmerk: "C", sisa: "N.v.t.", consultatie: "Geen", stap5: "Hulp" }),
    ]);
  });

  it("fifty pasted rows stretch the table and are all told", async () => {
    const o = await opstelling();
    o.gebruiker.plak(o.blad, 6, 0, Array.from({ length: 50 }, (_, i) => `P${i}\t\t5-1-2026\tJa\tIntern\tHulp\t20-1-2026`).join("\n"));
    const wijziging = await o.volgende();
    expect(wijziging.soort === "alles" && alsLijst(wijziging.lezing).inhoud.kenmerk?.at(-1)).toBe("P49");
  });

  it("an event that was lost (#1760, #1110, #3888) is made good by the next", async () => {
    const o = await opstelling();
    o.host.storing.gebeurtenissen = "kwijt";
    o.typ(0, "sisa", "Nee");
    await o.stil();
    o.host.storing.gebeurtenissen = "gewoon";
    o.typ(1, "sisa", "Nee");
    const wijziging = await o.volgende();
    expect(wijziging.soort === "rijen" && [...wijziging.rijen.keys()]).toEqual([0, 1]);
  });

  it("doubled events are told once", async () => {
    const o = await opstelling();
    o.host.storing.gebeurtenissen = "dubbel";
    o.typ(0, "sisa", "Nee");
    await o.stil();
    expect(o.wijzigingen).toHaveLength(1);
  });

  it("our own fix echoes (#1786) and is told as the change it is, once", async () => {
    const o = await opstelling();
    await o.werkboek.herstel([{ rij: 0, veld: "stap5", was: "Hulp", waarde: "Melding", isDatum: false }]);
    await o.stil();
    expect(o.wijzigingen.map((w) => w.soort === "rijen" && [...w.rijen.keys()])).toEqual([[0]]);
  });
});

describe("a list that moves", () => {
  const inhoud = async (o: Opstelling) => {
    const wijziging = await o.volgende();
    if (wijziging.soort !== "alles") throw new Error(`everything was expected: ${wijziging.soort}`);
    return wijziging.lezing;
  };

  it("is followed when rows are sorted", async () => {
    const o = await opstelling();
    o.gebruiker.sorteer(o.tabel, 0, false);
    await o.volgende();
    expect(alsLijst(await o.werkboek.lees()).inhoud.kenmerk).toEqual(["E", "D", "C", "B", "A"]);
    const [wijziging] = o.wijzigingen;
    expect(wijziging?.soort === "rijen" && wijziging.rijen.get(0)?.kenmerk).toBe("E");
  });

  it("is followed when rows are inserted above it, in it, and deleted", async () => {
    const o = await opstelling();
    o.gebruiker.voegRijenIn(o.blad, 0, 3);
    expect(alsLijst(await inhoud(o)).plaats(0, "kenmerk").rij).toBe(5);
    o.gebruiker.voegTabelrijenIn(o.tabel, 1);
    expect(alsLijst(await inhoud(o)).inhoud.kenmerk).toEqual(["A", "", "B", "C", "D", "E"]);
    o.gebruiker.verwijderTabelrijen(o.tabel, 0, 2);
    expect(alsLijst(await inhoud(o)).inhoud.kenmerk).toEqual(["B", "C", "D", "E"]);
  });

  it("is followed when columns are moved and added", async () => {
    const o = await opstelling();
    o.gebruiker.verplaatsTabelkolom(o.tabel, 6, 0);
    const { plaats } = alsLijst(await inhoud(o));
    expect([plaats(0, "einddatum").kolom, plaats(0, "kenmerk").kolom]).toEqual([1, 2]);
    o.gebruiker.voegTabelkolomIn(o.tabel, 0, "Vrij");
    expect(alsLijst(await inhoud(o)).plaats(0, "einddatum").kolom).toBe(2);
  });

  it("is read with a column that is ours, added later", async () => {
    const o = new Opstelling();
    o.maakLijst(VIJF, { koppen: KOPRIJ.filter((kop) => kop !== "Team") });
    expect((await o.open()).inhoud.team).toBeNull();
    o.gebruiker.voegTabelkolomIn(o.tabel, 1, "Team");
    expect(alsLijst(await inhoud(o)).inhoud.team).toEqual(["", "", "", "", ""]);
  });

  it("says which column it misses after a header was renamed, and goes on when it is back", async () => {
    const o = await opstelling();
    o.gebruiker.hernoemTabelkolom(o.tabel, 6, "Klaar");
    expect(await inhoud(o)).toMatchObject({ soort: "kolom-ontbreekt", ontbreekt: ["einddatum"] });
    o.gebruiker.hernoemTabelkolom(o.tabel, 6, "Afgesloten op");
    expect(alsLijst(await inhoud(o)).inhoud.einddatum).toHaveLength(5);
  });

  it("is still the list after the table and the sheet were renamed, also beside another list", async () => {
    const o = await opstelling();
    const { id, blad } = o.tabel;
    o.maakLijst([rij()], { naam: "Vorig_jaar", blad: o.gebruiker.voegBladToe("2025") });
    o.gebruiker.hernoemTabel(o.werkmap.tabel(id), "Dit_jaar");
    o.gebruiker.hernoemBlad(o.werkmap.blad(blad), "2026");
    await o.stil();
    expect(alsLijst(await o.werkboek.lees())).toMatchObject({ tabel: "Dit_jaar", blad: "2026" });
  });

  it("is gone when the table is deleted, and back when that is undone (#6844)", async () => {
    const o = await opstelling();
    o.gebruiker.verwijderTabel(o.tabel);
    expect(await inhoud(o)).toEqual({ soort: "geen-lijst" });
    o.werkmap.ongedaan();
    expect(alsLijst(await inhoud(o)).inhoud.kenmerk).toEqual(["A", "B", "C", "D", "E"]);
    o.typ(0, "sisa", "Nee");
    expect((await o.volgende()).soort).toBe("rijen");
  });

  it("is heard on the sheet to which it moved", async () => {
    const o = await opstelling();
    o.gebruiker.naarBereik(o.tabel);
    await inhoud(o);
    o.maakLijst([rij({ kenmerk: "Z" })], { blad: o.gebruiker.voegBladToe("Nieuw"), op: [2, 2] });
    expect(alsLijst(await inhoud(o)).plaats(0, "startdatum")).toMatchObject({ blad: "Nieuw", rij: 4 });
    o.typ(0, "sisa", "Nee");
    const wijziging = await o.volgende();
    expect(wijziging.soort === "rijen" && wijziging.rijen.get(0)?.kenmerk).toBe("Z");
  });

  it("is not followed by a co-author's own sorting on another sheet", async () => {
    const o = await opstelling();
    const ander = o.gebruiker.voegBladToe("Ander");
    o.gebruiker.plak(ander, 0, 0, "X\n2\n1");
    const tabel = o.gebruiker.maakTabel(ander, gebied(0, 0, 3, 1));
    await o.stil();
    o.host.wisVerzoeken();
    o.coauteur.sorteer(er(o.werkmap.tabellen.find((t) => t.id === tabel.id)), 0);
    await o.stil();
    expect(o.host.verzoeken).toHaveLength(0);
  });
});
