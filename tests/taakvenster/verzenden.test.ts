import { lopend, rij, serie } from "../../src/meldcode/testtaal";
import { geefActiveringscodeUit } from "../../src/endpoint/register/organisatie";
import { Testwerkboek } from "../../src/taskpane/sessie/testwerkboek";
import { Werkboekfout } from "../../src/workbook/werkboek";
import { antwoordHalf, antwoordHtml, antwoordKwijt, eersteKeren, lijnWeg, type Storingsbron } from "./gemeente";
import { Taakvenster } from "./taakvenster";

const januari = rij();
const februari = rij({ startdatum: serie("3-2-2026"), einddatum: serie("20-2-2026") });
const maart = rij({ startdatum: serie("4-3-2026"), einddatum: serie("30-3-2026") });

describe("sending a month", () => {
  test("one click sends a first state, months without cases included, and the receipt stands on the sheet", async () => {
    const venster = await Taakvenster.met([januari, maart]);
    expect(venster.lijst.oordeel).toEqual({ soort: "klaar" });
    expect(venster.lijst.maanden.map((m) => m.stand)).toEqual(["niets-te-melden", "te-verzenden", "niets-te-melden", "te-verzenden"]);
    await venster.sessie.verzend();
    expect(venster.verzending).toMatchObject({ soort: "ontvangen", nietGenoteerd: null });
    expect(venster.lijst.oordeel).toEqual({ soort: "alles-verzonden" });
    expect(venster.kenmerken).toHaveLength(1);
    expect(venster.werkboek.verzonden.verbindingen.at(-1)?.organisatieId).toBe(venster.organisatieId);
    expect(await venster.gemeente.staten()).toHaveLength(1);
    expect([...venster.opslag.inhoud.keys()].filter((k) => k.includes("onderweg"))).toEqual([]);
  });

  test("what was shown before is to the letter what left", async () => {
    const venster = await Taakvenster.met([januari, februari, maart]);
    const getoond = JSON.stringify(venster.lijst.voorbeeld);
    await venster.sessie.verzend();
    expect(venster.gemeente.verzoeken.filter((v) => v.methode === "PUT").map((v) => v.body)).toEqual([getoond]);
  });

  test("an error never leaves, also when its event was missed", async () => {
    const venster = await Taakvenster.met([januari]);
    venster.werkboek.rijen = [rij({ sisa: "misschien" })];
    await venster.sessie.verzend();
    expect(venster.verzending).toEqual({ soort: "fouten" });
    expect(venster.lijst.oordeel).toEqual({ soort: "fouten", fouten: 1, rijen: 1 });
    expect(venster.gemeente.verzoeken.some((v) => v.methode === "PUT")).toBe(false);
  });

  test("a correction is shown on the first click and sent on the second", async () => {
    const venster = await Taakvenster.met([rij({ einddatum: "", stap5: "" }), maart]);
    await venster.sessie.verzend();
    venster.werkboek.typ(0, { einddatum: serie("20-1-2026"), stap5: "Hulp" });
    expect(venster.lijst.maanden.find((m) => m.periode === "2026-01")?.stand).toBe("gewijzigd");
    await venster.sessie.verzend();
    const { verzending } = venster;
    if (verzending.soort !== "vraag" || verzending.vraag.soort !== "correctie") throw new Error(verzending.soort);
    expect(verzending.vraag.verschillen.map((v) => v.periode)).toEqual(["2026-01"]);
    await venster.sessie.verzend({ gezien: verzending.vraag.inhoud });
    expect(venster.verzending.soort).toBe("ontvangen");
    expect(venster.kenmerken).toHaveLength(2);
    expect(await venster.gemeente.staten()).toHaveLength(2);
  });

  test("what changed after the differences were shown is shown again before it goes", async () => {
    const venster = await Taakvenster.met([rij({ einddatum: "", stap5: "" }), maart]);
    await venster.sessie.verzend();
    venster.werkboek.typ(0, { einddatum: serie("20-1-2026"), stap5: "Hulp" });
    await venster.sessie.verzend();
    const { verzending } = venster;
    if (verzending.soort !== "vraag" || verzending.vraag.soort !== "correctie") throw new Error(verzending.soort);
    venster.werkboek.typ(1, { einddatum: "", stap5: "" });
    await venster.sessie.verzend({ gezien: verzending.vraag.inhoud });
    expect(venster.verzending).toMatchObject({ soort: "vraag", vraag: { soort: "correctie" } });
  });

  test("a new month after a sent one needs no second click", async () => {
    const venster = await Taakvenster.met([januari]);
    await venster.sessie.verzend();
    await venster.verzet(20 * 86_400);
    await venster.werkboek.zetRijen([januari, lopend({ startdatum: serie("4-5-2026") })]);
    await venster.sessie.verzend();
    expect(venster.verzending.soort).toBe("ontvangen");
  });

  test("nothing new is said so, and nothing is sent", async () => {
    const venster = await Taakvenster.met([januari]);
    await venster.sessie.verzend();
    await venster.sessie.verzend();
    expect(venster.verzending).toEqual({ soort: "niets-te-verzenden" });
    expect(await venster.gemeente.staten()).toHaveLength(1);
  });
});

describe("what is asked first", () => {
  test("a lowering is sent only after it was confirmed", async () => {
    const venster = await Taakvenster.met([januari, januari, maart]);
    await venster.sessie.verzend();
    await venster.werkboek.zetRijen([januari, maart]);
    await venster.sessie.verzend();
    const { verzending } = venster;
    if (verzending.soort !== "vraag" || verzending.vraag.soort !== "verlaging") throw new Error(verzending.soort);
    expect(verzending.vraag.perioden).toEqual(["2026-01"]);
    await venster.sessie.verzend({ verlagingen: verzending.vraag.perioden, gezien: verzending.vraag.inhoud });
    expect(venster.verzending.soort).toBe("ontvangen");
  });

  test("a fresh file for a new year becomes a registratie of its own; what was received stays", async () => {
    const venster = await Taakvenster.met([januari, januari]);
    await venster.sessie.verzend();
    await venster.werkboek.zetRijen([maart]);
    await venster.sessie.verzend();
    expect(venster.verzending).toMatchObject({ soort: "vraag", vraag: { soort: "verlaging" } });
    await venster.sessie.verzend({ nieuweRegistratie: true });
    expect(venster.verzending).toMatchObject({ soort: "vraag", vraag: { soort: "andere-registratie" } });
    await venster.sessie.verzend({ naast: "ernaast" });
    expect(venster.verzending.soort).toBe("ontvangen");
    expect(new Set((await venster.gemeente.staten()).map((s) => s.registratie)).size).toBe(2);
    await venster.sessie.verzend();
    expect(venster.verzending).toEqual({ soort: "niets-te-verzenden" });
  });

  test("a second list of the organisation can take the place of the first, which then counts no more", async () => {
    const eerste = await Taakvenster.met([januari]);
    await eerste.sessie.verzend();
    const ander = await eerste.elders(new Testwerkboek([januari, januari]));
    await ander.sessie.verzend();
    const { verzending } = ander;
    if (verzending.soort !== "vraag" || verzending.vraag.soort !== "andere-registratie") throw new Error(verzending.soort);
    const vervangt = verzending.vraag.regels[0]?.registratieId ?? "";
    await ander.sessie.verzend({ naast: { vervangt } });
    expect(ander.verzending.soort).toBe("ontvangen");
    // The first list hears so when it is sent again, and may take its place back.
    await eerste.werkboek.zetRijen([januari, maart]);
    await beaam(eerste);
    expect(eerste.verzending).toMatchObject({ soort: "vraag", vraag: { soort: "andere-registratie" } });
  });

  test("a newer state from elsewhere is shown as a difference before ours goes over it", async () => {
    const hier = await Taakvenster.met([januari]);
    await hier.sessie.verzend();
    const daar = await hier.elders(kopie(hier));
    await daar.werkboek.zetRijen([januari, maart]);
    await beaam(daar);
    expect(daar.verzending.soort).toBe("ontvangen");

    await hier.werkboek.zetRijen([januari, februari]);
    await hier.sessie.verzend();
    const { verzending: correctie } = hier;
    if (correctie.soort !== "vraag" || correctie.vraag.soort !== "correctie") throw new Error(correctie.soort);
    await hier.sessie.verzend({ gezien: correctie.vraag.inhoud });
    const { verzending } = hier;
    if (verzending.soort !== "vraag" || verzending.vraag.soort !== "nieuwere-stand") throw new Error(verzending.soort);
    expect(verzending.vraag.perioden).toEqual(["2026-03"]);
    await hier.sessie.verzend({ gezien: verzending.vraag.inhoud, verlagingen: verzending.vraag.perioden });
    expect(hier.verzending.soort).toBe("ontvangen");
    expect(await hier.gemeente.staten()).toHaveLength(3);
  });

  test("two panes send the same at once: one state, and both show its receipt", async () => {
    const een = await Taakvenster.met([januari]);
    await een.sessie.verzend();
    const twee = await een.elders();
    await een.werkboek.zetRijen([januari, maart]);
    await Promise.all([een.sessie.verzend(), twee.sessie.verzend()]);
    const vraag = een.verzending;
    if (vraag.soort !== "vraag" || vraag.vraag.soort !== "correctie") throw new Error(vraag.soort);
    const { inhoud } = vraag.vraag;
    await Promise.all([een.sessie.verzend({ gezien: inhoud }), twee.sessie.verzend({ gezien: inhoud })]);
    expect([een.verzending.soort, twee.verzending.soort].sort()).toEqual(expect.arrayContaining(["ontvangen"]));
    expect(await een.gemeente.staten()).toHaveLength(2);
    expect(new Set(een.kenmerken).size).toBe(2);
  });

  test("two panes begin with the same list at once: who is last is asked, and nothing counts twice unasked", async () => {
    const een = await Taakvenster.met([januari]);
    const twee = await een.elders(new Testwerkboek([januari]));
    await Promise.all([een.sessie.verzend(), twee.sessie.verzend()]);
    const laatste = [een, twee].find(({ verzending }) => verzending.soort === "vraag");
    if (laatste?.verzending.soort !== "vraag" || laatste.verzending.vraag.soort !== "andere-registratie") throw new Error("Nothing was asked.");
    expect(laatste.kenmerken).toHaveLength(1);
    const vervangt = laatste.verzending.vraag.regels[0]?.registratieId ?? "";
    await laatste.sessie.verzend({ naast: { vervangt } });
    const { verzending } = laatste;
    if (verzending.soort !== "vraag" || verzending.vraag.soort !== "verlaging") throw new Error(verzending.soort);
    await laatste.sessie.verzend({ verlagingen: verzending.vraag.perioden });
    expect(laatste.verzending.soort).toBe("ontvangen");
    await laatste.sessie.verzend();
    expect(laatste.verzending).toEqual({ soort: "niets-te-verzenden" });
    // The other list no longer counts, and hears so.
    const ander = laatste === een ? twee : een;
    await ander.sessie.controleer();
    await ander.sessie.verzend();
    expect(ander.verzending).toMatchObject({ soort: "vraag", vraag: { soort: "andere-registratie" } });
  });

  test("a correction that was agreed to goes, also when the municipality now splits from another number", async () => {
    const venster = await Taakvenster.met([januari, januari, januari]);
    await venster.sessie.verzend();
    await venster.werkboek.zetRijen([januari, januari, januari, maart]);
    await venster.gemeente.zetBeleid({ minimum: 5 });
    await beaam(venster);
    expect(venster.verzending.soort).toBe("ontvangen");
  });

  test("closed months stay as received and the rest goes", async () => {
    const venster = await Taakvenster.met([rij({ einddatum: "", stap5: "" }), maart]);
    await venster.sessie.verzend();
    await venster.gemeente.sluitMaand("2026-01");
    await venster.werkboek.zetRijen([januari, maart, maart]);
    await beaam(venster);
    expect(venster.verzending).toMatchObject({ soort: "vraag", vraag: { soort: "gesloten-maanden", perioden: ["2026-01"], beginBij: null } });
    const { verzending } = venster;
    if (verzending.soort !== "vraag" || verzending.vraag.soort !== "gesloten-maanden") throw new Error(verzending.soort);
    await venster.sessie.verzend({ behoud: verzending.vraag.perioden });
    await beaam(venster, false);
    expect(venster.verzending.soort).toBe("ontvangen");
    expect(venster.lijst.oordeel).toEqual({ soort: "alles-verzonden" });
  });

  test("a closed month that is open for this organisation alone is not called closed, and goes like any other", async () => {
    const eerst = await Taakvenster.met([rij({ einddatum: "", stap5: "" }), maart]);
    await eerst.sessie.verzend();
    await eerst.gemeente.sluitMaand("2026-01");
    const gesloten = (venster: Taakvenster) => venster.lijst.maanden.filter((maand) => maand.gesloten).map((maand) => maand.periode);
    const dicht = await eerst.heropen();
    expect(gesloten(dicht)).toEqual(["2026-01"]);
    await eerst.gemeente.maakUitzondering(eerst.organisatieId, "2026-01");
    const venster = await dicht.heropen();
    expect(gesloten(venster)).toEqual([]);
    await venster.werkboek.zetRijen([januari, maart, maart]);
    await beaam(venster);
    expect(venster.lijst.oordeel).toEqual({ soort: "alles-verzonden" });
  });

  test("a first state over closed months can begin after them, and says what is left out", async () => {
    const venster = await Taakvenster.met([januari, maart]);
    await venster.gemeente.sluitMaand("2026-01");
    await venster.sessie.verzend();
    const { verzending } = venster;
    if (verzending.soort !== "vraag" || verzending.vraag.soort !== "gesloten-maanden") throw new Error(verzending.soort);
    await venster.sessie.verzend({ vanaf: verzending.vraag.beginBij ?? undefined });
    expect(venster.verzending.soort).toBe("ontvangen");
    expect(venster.lijst.ervoor).toBe(1);
  });

  test("policy that changed is fetched and counted again by itself", async () => {
    const venster = await Taakvenster.met([januari, maart]);
    await venster.gemeente.zetBeleid({ minimum: 1 });
    await venster.sessie.verzend();
    expect(venster.verzending.soort).toBe("ontvangen");
    expect(venster.lijst.voorbeeld?.minimum).toBe(1);
  });
});

describe("when the line or the municipality fails", () => {
  const gevallen: [string, Storingsbron][] = [
    ["no connection", eersteKeren("PUT", 1, lijnWeg)],
    ["an answer lost after storing", eersteKeren("PUT", 1, antwoordKwijt)],
    ["an answer cut off after storing", eersteKeren("PUT", 1, antwoordHalf)],
    ["a page of the network", eersteKeren("PUT", 1, antwoordHtml(200))],
    ["a 500", eersteKeren("PUT", 1, antwoordHtml(500))],
    ["a 502 with a page", eersteKeren("PUT", 1, antwoordHtml(502))],
  ];
  test.each(gevallen)("%s: it waits visibly, and goes later as it was", async (_naam, storing) => {
    const venster = await Taakvenster.met([januari]);
    venster.gemeente.storing = storing;
    await venster.sessie.verzend();
    expect(venster.verzending).toMatchObject({ soort: "wacht", klaargezet: true, opnieuwOm: new Date("2026-04-15T10:00:05Z") });
    await venster.verzet(6);
    expect(venster.verzending.soort).toBe("ontvangen");
    const puts = venster.gemeente.verzoeken.filter((v) => v.methode === "PUT");
    expect(new Set(puts.map((p) => p.body)).size).toBe(1);
    expect(await venster.gemeente.staten()).toHaveLength(1);
    expect(venster.kenmerken).toHaveLength(1);
  });

  test("an answer that never comes counts as no answer after a while", async () => {
    const venster = await Taakvenster.met([januari], { tijdslimiet: 500 });
    venster.gemeente.storing = eersteKeren("PUT", 1, () => new Promise(() => undefined));
    await venster.sessie.verzend();
    expect(venster.verzending).toMatchObject({ soort: "wacht", klaargezet: true, oorzaak: { soort: "te-traag" } });
    await venster.verzet(6);
    expect(venster.verzending.soort).toBe("ontvangen");
  });

  test("attempts come further apart, and a button or the line coming back makes one at once", async () => {
    const venster = await Taakvenster.met([januari]);
    venster.gemeente.storing = (v) => (v.methode === "PUT" ? lijnWeg() : null);
    await venster.sessie.verzend();
    await venster.verzet(6);
    expect(venster.verzending).toMatchObject({ soort: "wacht", opnieuwOm: new Date("2026-04-15T10:00:21Z") });
    venster.gemeente.storing = null;
    await venster.sessie.probeerOpnieuw();
    expect(venster.verzending.soort).toBe("ontvangen");
  });

  test("429 waits as long as is asked", async () => {
    const venster = await Taakvenster.met([januari]);
    venster.gemeente.storing = eersteKeren("PUT", 1, async () => new Response("druk", { status: 429, headers: { "retry-after": "42" } }));
    await venster.sessie.verzend();
    expect(venster.verzending).toMatchObject({ soort: "wacht", opnieuwOm: new Date("2026-04-15T10:00:42Z") });
    await venster.verzet(30);
    expect(venster.verzending.soort).toBe("wacht");
    await venster.verzet(13);
    expect(venster.verzending.soort).toBe("ontvangen");
  });

  test("413 is told, and nothing waits in vain", async () => {
    const venster = await Taakvenster.met([januari]);
    venster.gemeente.storing = eersteKeren("PUT", 1, antwoordHtml(413));
    await venster.sessie.verzend();
    expect(venster.verzending).toMatchObject({ soort: "geweigerd", storing: { code: "te-groot" } });
  });

  test("a revoked key asks for activation; what waited goes afterwards", async () => {
    const venster = await Taakvenster.met([januari]);
    venster.gemeente.storing = eersteKeren("PUT", 1, lijnWeg);
    await venster.sessie.verzend();
    await venster.gemeente.trekIn(venster.organisatieId);
    await venster.sessie.probeerOpnieuw();
    expect(venster.sessie.getSnapshot()).toMatchObject({ fase: "activeren", reden: "toegang-vervallen" });
    const { activeringscode } = await geefActiveringscodeUit(venster.gemeente.omgeving, venster.organisatieId);
    await venster.sessie.activeer(activeringscode);
    expect(venster.verzending.soort).toBe("ontvangen");
    expect(await venster.gemeente.staten()).toHaveLength(1);
  });

  test("without any connection nothing is sent unasked: the press waits, and goes when what was counted is still the same", async () => {
    const venster = await Taakvenster.met([januari]);
    venster.gemeente.storing = () => lijnWeg();
    await venster.sessie.verzend();
    expect(venster.verzending).toMatchObject({ soort: "wacht", klaargezet: false });
    venster.gemeente.storing = null;
    await venster.verzet(6);
    expect(venster.verzending.soort).toBe("ontvangen");
  });

  test("the list changed while there was no connection: it is not sent by itself", async () => {
    const venster = await Taakvenster.met([januari]);
    venster.gemeente.storing = () => lijnWeg();
    await venster.sessie.verzend();
    await venster.werkboek.zetRijen([januari, maart]);
    venster.gemeente.storing = null;
    await venster.verzet(6);
    expect(venster.verzending).toEqual({ soort: "rust" });
    expect(await venster.gemeente.staten()).toHaveLength(0);
  });

  test("closed in the middle and opened again: what waited goes, with one receipt on the sheet", async () => {
    const venster = await Taakvenster.met([januari]);
    venster.gemeente.storing = eersteKeren("PUT", 1, antwoordKwijt);
    await venster.sessie.verzend();
    const opnieuw = await venster.heropen();
    expect(opnieuw.verzending.soort).toBe("ontvangen");
    expect(opnieuw.kenmerken).toHaveLength(1);
    expect(await venster.gemeente.staten()).toHaveLength(1);
  });

  test("opened again with other rows: it asks whether what waits is of this workbook", async () => {
    const venster = await Taakvenster.met([januari]);
    venster.gemeente.storing = eersteKeren("PUT", 1, antwoordKwijt);
    await venster.sessie.verzend();
    venster.werkboek.rijen = [januari, maart];
    const opnieuw = await venster.heropen();
    const { verzending } = opnieuw;
    if (verzending.soort !== "van-deze-werkmap") throw new Error(verzending.soort);
    await opnieuw.sessie.wachtendeIsVanHier(verzending.registratieId, true);
    expect(opnieuw.verzending.soort).toBe("ontvangen");
    await beaam(opnieuw);
    expect(new Set((await venster.gemeente.staten()).map((s) => s.registratie)).size).toBe(1);
  });

  test("a newer state goes only after the one whose answer was lost", async () => {
    const venster = await Taakvenster.met([januari]);
    venster.gemeente.storing = eersteKeren("PUT", 1, antwoordKwijt);
    await venster.sessie.verzend();
    await venster.werkboek.zetRijen([januari, maart]);
    await beaam(venster);
    expect(venster.verzending.soort).toBe("ontvangen");
    expect((await venster.gemeente.staten()).map((s) => s.versie)).toEqual([1, 2]);
    expect(venster.kenmerken).toHaveLength(2);
  });

  test("stored, not noted, and opened again without storage: it asks instead of counting twice", async () => {
    const venster = await Taakvenster.met([januari]);
    venster.gemeente.storing = eersteKeren("PUT", 1, antwoordKwijt);
    await venster.sessie.verzend();
    const opnieuw = await venster.elders();
    await opnieuw.sessie.verzend();
    expect(opnieuw.verzending).toMatchObject({ soort: "vraag", vraag: { soort: "andere-registratie" } });
  });

  test("a receipt that cannot be noted stays in view and is noted later, once", async () => {
    const venster = await Taakvenster.met([januari]);
    venster.werkboek.faalt.noteer = new Werkboekfout("beveiligd", "Het blad Verzonden is beveiligd.");
    await venster.sessie.verzend();
    expect(venster.verzending).toMatchObject({ soort: "ontvangen", nietGenoteerd: { code: "beveiligd" } });
    expect(venster.kenmerken).toHaveLength(0);
    await venster.verzet(21);
    expect(venster.verzending).toMatchObject({ soort: "ontvangen", nietGenoteerd: null });
    expect(venster.kenmerken).toHaveLength(1);
  });

  test.each([
    ["the button", (v: Taakvenster) => v.sessie.noteerAlsnog()],
    ["the line coming back", (v: Taakvenster) => v.sessie.probeerOpnieuw()],
    ["the alarm", (v: Taakvenster) => v.verzet(21)],
    ["opening again", async (v: Taakvenster) => void (await v.heropen())],
  ])("a receipt of which the writing hung, but arrived, is not written twice by %s", async (_hoe, doe) => {
    const venster = await Taakvenster.met([januari]);
    venster.werkboek.faalt.noteerNaSchrijven = new Werkboekfout("antwoordt-niet", "Excel antwoordt niet.");
    await venster.sessie.verzend();
    expect(venster.verzending).toMatchObject({ soort: "ontvangen", nietGenoteerd: { code: "antwoordt-niet" } });
    await doe(venster);
    expect(venster.kenmerken).toHaveLength(1);
  });

  test("a receipt not noted before closing is noted on opening", async () => {
    const venster = await Taakvenster.met([januari]);
    venster.werkboek.faalt.noteer = new Werkboekfout("cel-in-bewerking", "U bewerkt een cel.");
    await venster.sessie.verzend();
    const opnieuw = await venster.heropen();
    expect(opnieuw.kenmerken).toHaveLength(1);
    expect(opnieuw.lijst.oordeel).toEqual({ soort: "alles-verzonden" });
  });
});

function kopie({ werkboek }: Taakvenster): Testwerkboek {
  const ander = new Testwerkboek(werkboek.rijen);
  ander.verzonden = structuredClone(werkboek.verzonden);
  return ander;
}

/** Presses Verzenden and agrees to the differences, as a user in two clicks. */
async function beaam(venster: Taakvenster, druk = true): Promise<void> {
  if (druk) await venster.sessie.verzend();
  const { verzending } = venster;
  if (verzending.soort === "vraag" && verzending.vraag.soort === "correctie") await venster.sessie.verzend({ gezien: verzending.vraag.inhoud });
}
