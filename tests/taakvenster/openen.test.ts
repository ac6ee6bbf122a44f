import { geefActiveringscodeUit } from "../../src/endpoint/register/organisatie";
import { lopend, rij, serie } from "../../src/meldcode/testtaal";
import { Werkboekfout } from "../../src/workbook/werkboek";
import { antwoordHtml, antwoordKwijt, eersteKeren, lijnWeg } from "./gemeente";
import { Taakvenster } from "./taakvenster";

const FOUT = { fase: "activeren", bezig: false };

describe("activating", () => {
  test("a mistyped code is found without asking the municipality", async () => {
    const venster = await Taakvenster.nieuw([]);
    await venster.sessie.open();
    const voor = venster.gemeente.verzoeken.length;
    await venster.sessie.activeer(venster.activeringscode.replace(/.$/, (t) => (t === "A" ? "B" : "A")));
    expect(venster.sessie.getSnapshot()).toMatchObject({ ...FOUT, fout: { soort: "verkeerd-getypt" } });
    await venster.sessie.activeer("  ");
    expect(venster.sessie.getSnapshot()).toMatchObject({ ...FOUT, fout: { soort: "leeg" } });
    expect(venster.gemeente.verzoeken).toHaveLength(voor);
  });

  test.each([
    ["as printed", (code: string) => code],
    ["without hyphens, in small letters", (code: string) => code.replaceAll("-", "").toLowerCase()],
    ["with hyphens and blanks anyhow", (code: string) => ` ${code.replaceAll("-", "").match(/.{1,3}/g)?.join(" - ")} `],
  ])("a code is taken %s", async (_hoe, getypt) => {
    const venster = await Taakvenster.nieuw([rij()]);
    await venster.sessie.open();
    await venster.sessie.activeer(getypt(venster.activeringscode));
    expect(venster.lijst.organisatie.naam).toBe("Basisschool De Klimop");
  });

  test("a used code and an unknown one each say so", async () => {
    const een = await Taakvenster.met([rij()]);
    const twee = await Taakvenster.nieuw([], { gemeente: een.gemeente });
    await twee.sessie.open();
    await twee.sessie.activeer(een.activeringscode);
    expect(twee.sessie.getSnapshot()).toMatchObject({ ...FOUT, fout: { soort: "storing", storing: { detail: expect.stringContaining("al gebruikt") } } });
    await twee.sessie.activeer("0000-0000-0000-0000");
    expect(twee.sessie.getSnapshot()).toMatchObject({ ...FOUT, fout: { soort: "storing", storing: { detail: expect.stringContaining("niet bekend") } } });
  });

  test("an answer that got lost does not use the code up", async () => {
    const venster = await Taakvenster.nieuw([rij()]);
    await venster.sessie.open();
    venster.gemeente.storing = eersteKeren("POST", 1, antwoordKwijt);
    await venster.sessie.activeer(venster.activeringscode);
    expect(venster.sessie.getSnapshot()).toMatchObject({ ...FOUT, fout: { soort: "storing", storing: { soort: "geen-verbinding" } } });
    await venster.sessie.activeer(venster.activeringscode);
    expect(venster.lijst.oordeel).toEqual({ soort: "klaar" });
  });

  test("the next time the pane opens at once", async () => {
    const venster = await Taakvenster.met([rij()]);
    expect((await venster.heropen()).lijst.oordeel).toEqual({ soort: "klaar" });
  });
});

describe("opening a workbook", () => {
  test("without a list a registratie can be started", async () => {
    const venster = await Taakvenster.nieuw([]);
    venster.werkboek.inPlaatsVanLijst = { soort: "geen-lijst" };
    await venster.sessie.open();
    await venster.sessie.activeer(venster.activeringscode);
    expect(venster.sessie.getSnapshot()).toMatchObject({ fase: "werkmap", probleem: { soort: "geen-lijst" } });
    await venster.sessie.startRegistratie();
    expect(venster.lijst.maanden.map((m) => m.stand)).toEqual(["niets-te-melden", "niets-te-melden", "niets-te-melden", "niets-te-melden"]);
    await venster.sessie.verzend();
    expect(venster.verzending.soort).toBe("ontvangen");
  });

  test("a list that was there and is gone is not taken for a workbook without one", async () => {
    const venster = await Taakvenster.nieuw([rij()]);
    await venster.sessie.open();
    await venster.sessie.activeer(venster.activeringscode);
    venster.werkboek.inPlaatsVanLijst = { soort: "kolom-ontbreekt", blad: "Meldcode", tabel: "Meldcode", ontbreekt: ["sisa"] };
    await venster.sessie.controleer();
    venster.werkboek.inPlaatsVanLijst = { soort: "geen-lijst" };
    await venster.sessie.leesOpnieuw();
    await venster.sessie.leesOpnieuw();
    expect(venster.sessie.getSnapshot()).toMatchObject({ fase: "werkmap", probleem: { soort: "lijst-weg" } });
    venster.werkboek.inPlaatsVanLijst = null;
    await venster.sessie.leesOpnieuw();
    expect(venster.lijst.zaken).toBe(1);
  });

  test("a sync that hangs says so, and reading again goes on", async () => {
    const venster = await Taakvenster.nieuw([rij()]);
    venster.werkboek.faalt.lees = new Werkboekfout("antwoordt-niet", "Excel antwoordt niet.");
    await venster.sessie.open();
    await venster.sessie.activeer(venster.activeringscode);
    expect(venster.sessie.getSnapshot()).toMatchObject({ fase: "werkmap", probleem: { soort: "fout" } });
    await venster.sessie.leesOpnieuw();
    expect(venster.lijst.zaken).toBe(1);
  });

  test("a workbook of another organisation sends nothing until the user chose", async () => {
    const venster = await Taakvenster.nieuw([rij()]);
    venster.werkboek.verzonden.verbindingen = [{ organisatieId: "ORG-0000-0000", registratieId: "ander" }];
    await venster.sessie.open();
    await venster.sessie.activeer(venster.activeringscode);
    expect(venster.sessie.getSnapshot()).toMatchObject({ fase: "werkmap", probleem: { soort: "andere-organisatie" } });
    await venster.sessie.verzend();
    expect(await venster.gemeente.staten()).toHaveLength(0);
    await venster.sessie.gebruikVoorDezeOrganisatie();
    await venster.sessie.verzend();
    expect(venster.verzending.soort).toBe("ontvangen");
    expect(venster.werkboek.verzonden.verbindingen.at(-1)?.organisatieId).toBe(venster.organisatieId);
  });

  test("without a connection the list is checked all the same, and what was sent is not guessed", async () => {
    const venster = await Taakvenster.met([rij()]);
    await venster.sessie.verzend();
    venster.gemeente.storing = () => lijnWeg();
    const opnieuw = await venster.heropen();
    expect(opnieuw.lijst.oordeel).toEqual({ soort: "niet-vergeleken" });
    expect(opnieuw.lijst.storing).toEqual({ soort: "geen-verbinding" });
    venster.gemeente.storing = null;
    await opnieuw.sessie.probeerOpnieuw();
    expect(opnieuw.lijst.oordeel).toEqual({ soort: "alles-verzonden" });
  });

  test("a page of the network in place of the municipality does not take the access away", async () => {
    const venster = await Taakvenster.met([rij()]);
    venster.gemeente.storing = () => antwoordHtml(401)();
    const opnieuw = await venster.heropen();
    expect(opnieuw.lijst.oordeel.soort).toBe("klaar");
    expect(opnieuw.lijst.storing).toEqual({ soort: "onleesbaar", status: 401 });
  });
});

describe("working in the list", () => {
  test("the verdict follows what is typed", async () => {
    const venster = await Taakvenster.met([rij(), rij()]);
    venster.werkboek.typ(0, { sisa: "weet niet", einddatum: "31-2-2026" });
    venster.werkboek.typ(1, { sisa: "?" });
    expect(venster.lijst.oordeel).toEqual({ soort: "fouten", fouten: 3, rijen: 2 });
    expect(venster.lijst.groepen.map((g) => [g.code, g.bevindingen.length])).toEqual([
      ["einddatum-ongeldig", 1],
      ["sisa-ongeldig", 2],
    ]);
  });

  test("a quick fix repairs one cell, or all of a kind in one step", async () => {
    const venster = await Taakvenster.met([rij({ startdatum: "3-1-2026" }), rij({ startdatum: "4-1-2026" })]);
    const groep = venster.lijst.groepen.find((g) => g.code === "datum-als-tekst");
    await venster.sessie.herstel(groep?.bevindingen ?? []);
    expect(venster.werkboek.rijen.map((r) => r.startdatum)).toEqual([serie("3-1-2026"), serie("4-1-2026")]);
    expect(venster.lijst.groepen).toEqual([]);
    expect(venster.lijst.melding).toMatchObject({ soort: "hersteld" });
  });

  test("where Excel cannot jump, the address is told", async () => {
    const venster = await Taakvenster.met([rij({ sisa: "?" })]);
    venster.werkboek.springt = false;
    await venster.sessie.springNaar({ rij: 0, veld: "sisa" }, "D2");
    expect(venster.lijst.melding?.tekst).toContain("D2");
  });

  test("a key that expires while the pane is open asks for a new code; the list is there again with it", async () => {
    const venster = await Taakvenster.met([rij()]);
    await venster.verzet(401 * 86_400);
    await venster.sessie.verzend();
    expect(venster.sessie.getSnapshot()).toMatchObject({ fase: "activeren", reden: "toegang-vervallen", kanTerug: false });
    const { activeringscode } = await geefActiveringscodeUit(venster.gemeente.omgeving, venster.organisatieId);
    await venster.sessie.activeer(activeringscode);
    await venster.sessie.verzend();
    expect(venster.verzending.soort).toBe("ontvangen");
  });

  test("at midnight tomorrow's date is in the future no more", async () => {
    const venster = await Taakvenster.met([lopend({ startdatum: serie("16-4-2026") })]);
    expect(venster.lijst.oordeel.soort).toBe("fouten");
    await venster.verzet(14 * 3600);
    expect(venster.lijst.oordeel).toEqual({ soort: "klaar" });
  });

  test("once something was sent, a month past its deadline is late, and one that runs is not", async () => {
    const venster = await Taakvenster.met([rij({ startdatum: serie("3-2-2026"), einddatum: serie("20-2-2026") })]);
    const laat = () => venster.lijst.maanden.filter((m) => m.teLaat).map((m) => m.periode);
    expect(laat()).toEqual([]);
    await venster.sessie.verzend();
    await venster.verzet(66 * 24 * 3600);
    expect(laat()).toEqual(["2026-05"]);
    expect(venster.lijst.maanden[0]).toMatchObject({ periode: "2026-06", teLaat: false, loopt: true });
  });

  test("cases before the first month are named, and can be counted after all in place of the old registratie", async () => {
    const venster = await Taakvenster.met([rij({ startdatum: serie("3-2-2026"), einddatum: serie("20-2-2026") })]);
    await venster.sessie.verzend();
    await venster.werkboek.zetRijen([...venster.werkboek.rijen, rij()]);
    expect(venster.lijst).toMatchObject({ ervoor: 1, kanEerderBeginnen: true });
    await venster.sessie.beginEerder();
    expect(venster.verzending.soort).toBe("ontvangen");
    expect(venster.lijst).toMatchObject({ ervoor: 0, oordeel: { soort: "alles-verzonden" } });
    expect((await venster.gemeente.staten()).map((s) => s.versie)).toEqual([1, 1]);
  });
});
