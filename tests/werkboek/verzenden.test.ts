/** @jest-environment jsdom */
import { randomUUID } from "node:crypto";
import { gebied } from "../../src/standin/model/adres";
import { verwijderTabel } from "../../src/standin/model/tabelbewerking";
import { COAUTEUR, type Werkmap } from "../../src/standin/model/werkmap";
import { Sessie } from "../../src/taskpane/sessie/sessie";
import { Testklok, Testopslag } from "../../src/taskpane/sessie/testwerkboek";
import { EIGEN_KOPPEN, EIGEN_KOPRIJ, Eigenopstelling, eigenrij, koppelingVan } from "./eigenlijst";
import { Geheugendienst } from "./geheugendienst";
import { er, KOPRIJ, pauze, rij } from "./werkboek";

type Soort = "a list of ours" | "an own list";

/** The pane over a workbook in Excel: everything is real but the municipality. */
class Venster {
  readonly sessie: Sessie;

  constructor(
    readonly soort: Soort,
    readonly o: Eigenopstelling,
    readonly dienst = new Geheugendienst(),
    readonly opslag = new Testopslag(),
    readonly klok = new Testklok(new Date("2026-04-15T10:00:00Z")),
  ) {
    this.sessie = new Sessie({ werkboek: o.werkboek, dienst, opslag, klok: klok.klok, uuid: randomUUID, wekker: klok.wekker });
  }

  static async open(soort: Soort): Promise<Venster> {
    const o = new Eigenopstelling({ tijdslimiet: 700 });
    const drie = ["A", "B", "C"];
    if (soort === "a list of ours") o.maakLijst(drie.map((kenmerk) => rij({ kenmerk })));
    else {
      o.maakEigenLijst(drie.map((Nr) => eigenrij({ Nr })));
      o.gebruiker.maakTabel(o.eersteBlad, gebied(EIGEN_KOPRIJ - 1, 0, drie.length + 1, EIGEN_KOPPEN.length), true, "Zaken");
      await o.werkboek.bewaarKoppeling(koppelingVan(["Blad1"]));
    }
    const venster = new Venster(soort, o);
    await venster.sessie.open();
    await venster.sessie.activeer("0000-0000-0000-0000");
    return venster;
  }

  /** The pane is closed, whatever it was doing, and opened again. */
  async heropen(): Promise<Venster> {
    this.o.host.sluit();
    await this.sessie.stop().catch(() => undefined);
    const venster = new Venster(this.soort, new Eigenopstelling({ werkmap: this.o.werkmap }), this.dienst, this.opslag, this.klok);
    await venster.sessie.open();
    return venster;
  }

  get werkmap(): Werkmap {
    return this.o.werkmap;
  }

  get tabel() {
    return er(this.werkmap.tabelMetNaam(this.soort === "a list of ours" ? "Meldcode" : "Zaken"));
  }

  /** Someone types the outcome of a case. */
  typUitkomst(r: number, tekst: string, gebruiker = this.o.gebruiker): void {
    const kolom = this.soort === "a list of ours" ? KOPRIJ.indexOf("SISA-signaal") : EIGEN_KOPPEN.indexOf("SISA");
    gebruiker.typ(this.o.eersteBlad, this.tabel.gebied.rij + 1 + r, kolom, tekst);
  }

  get beeld() {
    return this.sessie.getSnapshot();
  }

  /** What the pane says of the list and of the sending. */
  get zegt(): string {
    const { beeld } = this;
    if (beeld.fase !== "lijst") return beeld.fase === "werkmap" ? beeld.probleem.soort : beeld.fase;
    return `${beeld.oordeel.soort}, ${beeld.verzending.soort}`;
  }

  /** The receipts on the sheet Verzonden. */
  get kenmerken(): unknown[] {
    const tabel = this.werkmap.tabelMetNaam("MeldcodeVerzonden");
    if (!tabel) return [];
    return Array.from({ length: tabel.gebied.rijen - 1 }, (_, r) => this.werkmap.waarde(this.werkmap.blad(tabel.blad), tabel.gebied.rij + 1 + r, tabel.gebied.kolom + 1));
  }
}

describe.each<Soort>(["a list of ours", "an own list"])("sending %s from Excel", (soort) => {
  it("ends with a receipt on the sheet, and everything sent", async () => {
    const v = await Venster.open(soort);
    await v.sessie.verzend();
    expect([v.dienst.staten.length, v.kenmerken, v.zegt]).toEqual([1, ["MM-1"], "alles-verzonden, ontvangen"]);
    expect(v.dienst.staten[0]?.maanden.find(({ periode }) => periode === "2026-01")).toEqual({ periode: "2026-01", gestart: 3, afgesloten: 3 });
  });

  it("names the sheet on which the receipt really stands", async () => {
    const v = await Venster.open(soort);
    v.o.gebruiker.voegBladToe("Verzonden");
    await v.sessie.leesOpnieuw();
    await v.sessie.verzend();
    const { beeld } = v;
    expect(beeld.fase === "lijst" && beeld.verzending).toMatchObject({ soort: "ontvangen", blad: "Verzonden 2" });
  });

  it("while a colleague corrects a case: what was counted is what is sent, and the correction is seen", async () => {
    const v = await Venster.open(soort);
    v.dienst.onderweg = () => v.typUitkomst(1, "Nee", v.o.coauteur);
    await v.sessie.verzend();
    await v.o.stil();
    expect([v.kenmerken, v.zegt]).toEqual([["MM-1"], "klaar, ontvangen"]);
    expect(v.dienst.staten[0]?.uitsplitsingen[0]?.sisa).toEqual({ ja: 3, nee: 0, nvt: 0, open: 0 });
  });

  it("while a colleague sorts and another inserts rows above it: nothing differs", async () => {
    const v = await Venster.open(soort);
    v.dienst.onderweg = () => {
      v.o.coauteur.sorteer(v.tabel, 0, false);
      v.o.coauteur.voegRijenIn(v.o.eersteBlad, 0, 2);
    };
    await v.sessie.verzend();
    await v.o.stil();
    expect([v.kenmerken, v.zegt]).toEqual([["MM-1"], "alles-verzonden, ontvangen"]);
    await v.sessie.verzend();
    expect([v.dienst.staten.length, v.kenmerken]).toEqual([1, ["MM-1"]]);
  });

  it("while a colleague deletes the table: the receipt is noted all the same, and the list is said to be gone until it is back", async () => {
    const v = await Venster.open(soort);
    v.dienst.onderweg = () => v.werkmap.doe(COAUTEUR, () => verwijderTabel(v.werkmap, v.tabel));
    await v.sessie.verzend();
    await v.o.stil();
    expect(v.kenmerken).toEqual(["MM-1"]);
    expect(v.zegt).toBe(soort === "a list of ours" ? "lijst-weg" : "koppeling-past-niet");
  });

  it("while the sheet becomes protected: the receipt has a sheet of its own", async () => {
    const v = await Venster.open(soort);
    v.dienst.onderweg = () => v.o.coauteur.beveilig(v.o.eersteBlad);
    await v.sessie.verzend();
    expect([v.kenmerken, v.zegt]).toEqual([["MM-1"], "alles-verzonden, ontvangen"]);
  });

  it("when the sheet Verzonden is protected half-way: it is noted later, once", async () => {
    const v = await Venster.open(soort);
    await v.sessie.verzend();
    const blad = er(v.werkmap.bladMetNaam("Verzonden"));
    v.typUitkomst(0, "Nee");
    await v.o.stil();
    v.dienst.onderweg = () => v.o.coauteur.beveilig(blad);
    await v.sessie.verzend();
    const { beeld } = v;
    const vraag = beeld.fase === "lijst" && beeld.verzending.soort === "vraag" ? beeld.verzending.vraag : null;
    if (vraag?.soort === "correctie") await v.sessie.verzend({ gezien: vraag.inhoud });
    expect([v.dienst.staten.length, v.kenmerken]).toEqual([2, ["MM-1"]]);
    v.o.gebruiker.beveilig(blad, false);
    await v.sessie.noteerAlsnog();
    await v.sessie.noteerAlsnog();
    expect(v.kenmerken).toEqual(["MM-1", "MM-2"]);
  });

  it("when Excel hangs on the receipt: it stands there once, whether it arrived or not", async () => {
    const v = await Venster.open(soort);
    v.dienst.onderweg = () => v.o.host.storing.hang();
    await v.sessie.verzend();
    expect([v.kenmerken, v.zegt]).toEqual([[], "alles-verzonden, ontvangen"]);
    v.o.host.storing.laatLos();
    await v.o.stil();
    await v.sessie.noteerAlsnog();
    expect(v.kenmerken).toEqual(["MM-1"]);
  });

  it.each(["before the answer", "before the receipt is noted", "while Excel hangs"])("closed %s and opened again: sent once, noted once", async (wanneer) => {
    const v = await Venster.open(soort);
    let opnieuw: Venster | null = null;
    v.dienst.onderweg = async () => {
      v.dienst.onderweg = () => undefined;
      if (wanneer === "while Excel hangs") v.o.host.storing.hang(20);
      else if (wanneer === "before the receipt is noted") v.o.host.storing.faal("AccessDenied", 20);
      else opnieuw = await v.heropen();
    };
    await v.sessie.verzend();
    const straks = opnieuw ?? (await v.heropen());
    await straks.o.stil();
    if (straks.zegt.startsWith("klaar")) await straks.sessie.verzend();
    expect([straks.dienst.staten.length, new Set(straks.kenmerken).size, straks.kenmerken]).toEqual([1, 1, ["MM-1"]]);
    expect(straks.zegt).toContain("alles-verzonden");
  });

  it("with events lost, doubled and bare: the next sending counts what is really there", async () => {
    const v = await Venster.open(soort);
    for (const eventen of ["kwijt", "dubbel", "zonder details"] as const) {
      v.o.host.storing.gebeurtenissen = eventen;
      v.typUitkomst(0, eventen === "dubbel" ? "N.v.t." : "Nee");
    }
    v.o.host.storing.gebeurtenissen = "kwijt";
    v.typUitkomst(2, "Nee");
    await v.sessie.verzend();
    expect(v.dienst.staten[0]?.uitsplitsingen[0]?.sisa).toEqual({ ja: 1, nee: 2, nvt: 0, open: 0 });
  });

  it("and taking it back: every step of ours is one step of undo, and the list is as it was", async () => {
    const v = await Venster.open(soort);
    const voor = JSON.stringify([...v.o.eersteBlad.cellen()]);
    v.typUitkomst(0, "j");
    await v.o.stil();
    const { beeld } = v;
    const tips = beeld.fase === "lijst" ? beeld.groepen.flatMap(({ bevindingen }) => bevindingen) : [];
    const stappen = v.werkmap.ongedaanStappen;
    await v.sessie.herstel(tips.filter(({ herstel }) => herstel));
    await v.sessie.verzend();
    expect(v.werkmap.ongedaanStappen).toBe(stappen + 2);
    for (let i = 0; i < 3; i++) v.werkmap.ongedaan();
    expect([JSON.stringify([...v.o.eersteBlad.cellen()]), v.kenmerken]).toEqual([voor, []]);
    await pauze(20);
  });
});
