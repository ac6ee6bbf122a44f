import fc from "fast-check";
import { lopend, rij, serie } from "../../src/meldcode/testtaal";
import { Werkboekfout } from "../../src/workbook/werkboek";
import { Bestuursvenster, type Schoolrij } from "./bestuur";
import { antwoordHalf, antwoordHtml, antwoordKwijt, lijnWeg, type Storingsbron } from "./gemeente";

const NAMEN = Array.from({ length: 40 }, (_, i) => `Basisschool ${String(i + 1).padStart(2, "0")}`);
const [EEN = "", TWEE = "", DRIE = "", VIER = ""] = NAMEN;
const maart = rij({ startdatum: serie("4-3-2026"), einddatum: serie("30-3-2026") });
/** Two cases for every school, in turn: the rows of one school lie apart. */
const veertig = (): Schoolrij[] => [...NAMEN.map((naam): Schoolrij => [naam, rij()]), ...NAMEN.map((naam): Schoolrij => [naam.toUpperCase(), maart])];
const elk = <W>(namen: readonly string[], waarde: W): Record<string, W> => Object.fromEntries(namen.map((naam) => [naam, waarde]));

let venster: Bestuursvenster;
afterEach(() => venster.sluit());

describe("forty schools in one list", () => {
  test("one press sends each with its own key, and each has one state and one receipt", async () => {
    venster = await Bestuursvenster.met(NAMEN, veertig());
    expect(venster.beeld).toMatchObject({ fase: "bestuur", naam: "Stichting Veertig Scholen", zaken: 80, oordeel: { soort: "klaar", scholen: 40 } });
    await venster.sessie.verzend();
    expect(venster.standen).toEqual(elk(NAMEN, "ontvangen"));
    expect(await venster.staten()).toEqual(elk(NAMEN, 1));
    expect(venster.ontvangsten).toEqual(NAMEN);
    expect(venster.beeld.oordeel).toEqual({ soort: "alles-verzonden" });
    expect([...venster.opslag.inhoud.keys()].filter((sleutel) => /onderweg|naamloos/.test(sleutel) && venster.opslag.inhoud.get(sleutel) !== "[]")).toEqual([]);
    // Each request bore the key of the school whose list it was.
    expect(venster.gemeente.verzoeken.filter(({ methode }) => methode === "PUT")).toHaveLength(40);
  });

  test("a school without a case takes part too: what it sends says that nothing was started", async () => {
    venster = await Bestuursvenster.met([EEN, TWEE], [[EEN, rij()]]);
    await venster.sessie.verzend();
    expect(await venster.staten()).toEqual({ [EEN]: 1, [TWEE]: 1 });
    expect(venster.school(TWEE).maanden.map(({ gestart }) => gestart)).toEqual([0, 0, 0, 0]);
  });

  test("errors, a question and a withdrawn key each stop their own school only", async () => {
    venster = await Bestuursvenster.met(NAMEN, veertig());
    await venster.sessie.verzend();
    // One gets an error, one fewer cases than was received, one a new case while its key is withdrawn; the others a new case.
    venster.zetRijen([...veertig().filter(([naam], i) => !(naam === TWEE && i < 40)).map((r): Schoolrij => (r[0] === EEN ? [EEN, rij({ sisa: "misschien" })] : r)), ...NAMEN.slice(2).map((naam): Schoolrij => [naam, lopend({ startdatum: serie("2-4-2026") })])]);
    await venster.gemeente.trekIn(venster.ids.get(DRIE) ?? "");
    await venster.sessie.controleer();
    expect(venster.beeld.oordeel).toEqual({ soort: "fouten", fouten: 1, rijen: 1, scholen: 1, onbekend: false });
    await venster.sessie.verzend();
    expect(venster.school(EEN)).toMatchObject({ oordeel: { soort: "fouten" }, verzending: { soort: "fouten" } });
    expect(venster.school(TWEE).verzending).toMatchObject({ soort: "vraag", vraag: { soort: "verlaging", perioden: ["2026-01"] } });
    expect(venster.school(DRIE).toegangVervallen).toBe(true);
    // The other 37 ask the same: seen together, one press sends them.
    expect(venster.school(VIER).verzending).toMatchObject({ soort: "vraag", vraag: { soort: "correctie" } });
    await venster.sessie.bevestigCorrecties();
    expect(await venster.staten()).toEqual({ ...elk(NAMEN, 2), [EEN]: 1, [TWEE]: 1, [DRIE]: 1 });
    const { verzending } = venster.school(TWEE);
    if (verzending.soort !== "vraag" || verzending.vraag.soort !== "verlaging") throw new Error(verzending.soort);
    await venster.bediening(TWEE).verzend({ verlagingen: verzending.vraag.perioden, gezien: verzending.vraag.inhoud });
    expect((await venster.staten())[TWEE]).toBe(2);
    // A new code for the board gives the school its key back; nothing happened to the others.
    venster.sessie.vraagCode();
    await venster.sessie.activeer(await venster.code());
    await venster.sessie.verzend();
    await venster.sessie.bevestigCorrecties();
    expect(await venster.staten()).toEqual({ ...elk(NAMEN, 2), [EEN]: 1 });
    expect(new Set(venster.werkboek.verzonden.regels.map(({ kenmerk }) => kenmerk)).size).toBe(venster.ontvangsten.length);
  });

  test("a correction of one school sends only that school", async () => {
    venster = await Bestuursvenster.met(NAMEN, veertig());
    await venster.sessie.verzend();
    const eerder = venster.gemeente.verzoeken.length;
    await venster.typ(3, "einddatum", null);
    await venster.typ(3, "stap5", null);
    expect(venster.beeld.oordeel).toEqual({ soort: "klaar", scholen: 1 });
    await venster.sessie.verzend();
    const { verzending } = venster.school(VIER);
    if (verzending.soort !== "vraag" || verzending.vraag.soort !== "correctie") throw new Error(verzending.soort);
    await venster.bediening(VIER).verzend({ gezien: verzending.vraag.inhoud });
    expect(await venster.staten()).toEqual({ ...elk(NAMEN, 1), [VIER]: 2 });
    expect(venster.gemeente.verzoeken.slice(eerder).every(({ pad }) => pad.includes(venster.ids.get(VIER) ?? "?") || pad === "/v1/beleid")).toBe(true);
  });

  test("the list is read once for a press, whatever the number of schools", async () => {
    venster = await Bestuursvenster.met(NAMEN, veertig());
    const lees = jest.spyOn(venster.werkboek, "lees");
    await venster.sessie.verzend();
    expect(lees).toHaveBeenCalledTimes(1);
  });
});

describe("whose a row is", () => {
  test("a word that names no school, or an empty cell, stops everything until it is answered; then it is known for good", async () => {
    venster = await Bestuursvenster.met([EEN, TWEE], [[EEN, rij()], ["De nieuwe school", rij()], [TWEE, rij()], ["", maart]]);
    expect(venster.beeld).toMatchObject({ zaken: 4, oordeel: { soort: "fouten", fouten: 2, rijen: 2, scholen: 0, onbekend: true }, onbekend: [{ woord: "De nieuwe school", posities: [1] }, { woord: "", posities: [3] }] });
    await venster.sessie.verzend();
    await venster.bediening(EEN).verzend();
    expect(await venster.staten()).toEqual({ [EEN]: 0, [TWEE]: 0 });
    await venster.sessie.noemOrganisatie("De nieuwe school", venster.ids.get(TWEE) ?? "");
    await venster.typ(3, "school", EEN);
    expect(venster.beeld.onbekend).toEqual([]);
    await venster.sessie.verzend();
    expect(venster.ontvangsten).toEqual([EEN, TWEE]);
    expect(venster.beeld.scholen.map(({ zaken }) => zaken)).toEqual([2, 2]);
    venster = await venster.heropen();
    expect(venster.beeld.oordeel).toEqual({ soort: "alles-verzonden" });
  });

  test("the same reference is double within a school, and not between schools", async () => {
    venster = await Bestuursvenster.met([EEN, TWEE], [[EEN, rij({ kenmerk: "2026-1" })], [TWEE, rij({ kenmerk: "2026-1" })], [TWEE, rij({ kenmerk: "2026-1 " })]]);
    const dubbel = venster.beeld.groepen.find(({ code }) => code === "kenmerk-dubbel");
    expect(dubbel?.bevindingen.map(({ rij: positie }) => positie)).toEqual([2]);
    expect(venster.beeld.schoolVan(2)).toBe(TWEE);
  });

  test("a finding, a jump and a quick fix are about the row of the whole list", async () => {
    venster = await Bestuursvenster.met([EEN, TWEE], [[EEN, rij()], [TWEE, rij({ sisa: "j" })], [EEN, rij({ consultatie: "beide" })]]);
    const alle = venster.beeld.groepen.flatMap(({ bevindingen }) => bevindingen);
    expect(alle.map(({ rij: positie, veld }) => `${positie} ${veld}`)).toEqual(["1 sisa", "2 consultatie"]);
    await venster.sessie.herstel(alle);
    expect(venster.beeld.groepen).toEqual([]);
    expect(venster.werkboek.bron.bladen[0]?.rijen.get(4)?.[6]).toBe("Intern en extern");
  });

  test("a school that joins the board comes with a new code, and takes part once the list may name it", async () => {
    venster = await Bestuursvenster.met([EEN, TWEE], [[EEN, rij()], [TWEE, rij()]]);
    await venster.sessie.verzend();
    await venster.voegSchoolToe(DRIE);
    venster.sessie.vraagCode();
    expect(venster.sessie.getSnapshot()).toMatchObject({ fase: "activeren", kanTerug: true });
    await venster.sessie.activeer(await venster.code());
    expect(venster.beeld.buitenLijst.map(({ naam }) => naam)).toEqual([DRIE]);
    await venster.sessie.noemOrganisatie(DRIE, venster.ids.get(DRIE) ?? "");
    expect(venster.beeld.buitenLijst).toEqual([]);
    await venster.sessie.verzend();
    expect(await venster.staten()).toEqual({ [EEN]: 1, [TWEE]: 1, [DRIE]: 1 });
  });

  test("cases of a school for which there is no key here are named, and never sent as another's", async () => {
    venster = await Bestuursvenster.nieuw([EEN, TWEE], [[EEN, rij()], [TWEE, rij()], [TWEE, maart]]);
    venster.werkboek.koppeling = venster.koppeling([...venster.ids, ["Vreemde school", "ORG-9D4F-T6WB"]]);
    await venster.typ(2, "school", "Vreemde school");
    await venster.sessie.open();
    await venster.sessie.activeer(await venster.code());
    expect(venster.beeld.zonderToegang).toEqual([{ organisatieId: "ORG-9D4F-T6WB", woord: "Vreemde school", rijen: 1 }]);
    await venster.sessie.verzend();
    expect(venster.ontvangsten).toEqual([EEN, TWEE]);
    expect(venster.school(TWEE).zaken).toBe(1);
  });

  test("a list of other schools only is never called sent", async () => {
    venster = await Bestuursvenster.nieuw([EEN, TWEE], [["Vreemde school", rij()]]);
    venster.werkboek.koppeling = venster.koppeling([["Vreemde school", "ORG-9D4F-T6WB"]]);
    await venster.sessie.open();
    await venster.sessie.activeer(await venster.code());
    expect(venster.beeld).toMatchObject({ oordeel: { soort: "niemand" }, scholen: [], buitenLijst: [{ naam: EEN }, { naam: TWEE }], zonderToegang: [{ rijen: 1 }] });
    await venster.sessie.verzend();
    expect(await venster.staten()).toEqual({ [EEN]: 0, [TWEE]: 0 });
  });

  test("a list of which nothing says whose it is asks: the column, or the one school whose list it is", async () => {
    venster = await Bestuursvenster.nieuw([EEN, TWEE], []);
    venster.werkboek.rijen = [rij()];
    await venster.sessie.open();
    await venster.sessie.activeer(await venster.code());
    expect(venster.sessie.getSnapshot()).toMatchObject({ fase: "welke-organisatie", organisaties: [{ naam: EEN }, { naam: TWEE }] });
    await venster.sessie.verzend();
    expect(await venster.staten()).toEqual({ [EEN]: 0, [TWEE]: 0 });
    await venster.sessie.kiesOrganisatie(venster.ids.get(TWEE) ?? "");
    expect(venster.sessie.getSnapshot()).toMatchObject({ fase: "lijst", organisatie: { naam: TWEE } });
    await venster.sessie.verzend();
    expect(await venster.staten()).toEqual({ [EEN]: 0, [TWEE]: 1 });
    // From now on the sheet Verzonden says it.
    venster = await venster.heropen();
    expect(venster.sessie.getSnapshot()).toMatchObject({ fase: "lijst", organisatie: { naam: TWEE }, oordeel: { soort: "alles-verzonden" } });
  });
});

describe("whatever is lost on the way", () => {
  test("lost answers and a pane closed in the middle: every school ends with one state and one receipt", async () => {
    venster = await Bestuursvenster.met(NAMEN, veertig());
    let puts = 0;
    const ronde: { klaar: Promise<void> | null } = { klaar: null };
    // Of every third school the answer is lost; halfway the line breaks for good.
    venster.gemeente.storing = ({ methode }, door) => {
      if (methode !== "PUT") return null;
      puts += 1;
      return puts > 20 ? lijnWeg() : puts % 3 === 0 ? antwoordKwijt(door) : null;
    };
    ronde.klaar = venster.sessie.verzend();
    await venster.rust();
    await ronde.klaar;
    expect(new Set(Object.values(venster.standen))).toEqual(new Set(["ontvangen", "wacht"]));
    venster.gemeente.storing = null;
    venster = await venster.heropen();
    await venster.rust();
    await venster.sessie.verzend();
    expect(await venster.staten()).toEqual(elk(NAMEN, 1));
    expect(venster.ontvangsten).toEqual(NAMEN);
    expect(venster.beeld.oordeel).toEqual({ soort: "alles-verzonden" });
  });

  test("without a connection every school's press waits, and goes by itself when the line is back", async () => {
    venster = await Bestuursvenster.met([EEN, TWEE, DRIE], [[EEN, rij()], [TWEE, rij()], [DRIE, rij()]]);
    venster.gemeente.storing = () => lijnWeg();
    await venster.sessie.verzend();
    expect(venster.standen).toEqual(elk([EEN, TWEE, DRIE], "wacht"));
    venster.gemeente.storing = null;
    await venster.verzet(6);
    expect(await venster.staten()).toEqual(elk([EEN, TWEE, DRIE], 1));
    expect(venster.ontvangsten).toEqual([EEN, TWEE, DRIE]);
  });

  const DRIETAL = [EEN, TWEE, DRIE];
  const STORINGEN: Record<string, (door: () => Promise<Response>) => Promise<Response>> = { "lijn-weg": lijnWeg, "antwoord-kwijt": antwoordKwijt, "antwoord-half": antwoordHalf, html: antwoordHtml(200), "500": antwoordHtml(500) };
  const LOT = fc.oneof(
    fc.record({ wat: fc.constantFrom(...Object.keys(STORINGEN)), bij: fc.nat({ max: 3 }) }),
    fc.record({ wat: fc.constantFrom("heropen", "wek", "druk", "druk-dubbel", "school", "niet-te-noteren", "noteren-hangt"), bij: fc.nat({ max: 2 }) }),
  );

  test("any order of lost answers, reopened panes and presses leaves every school one state and one receipt", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(LOT, { maxLength: 8 }), fc.shuffledSubarray(DRIETAL, { minLength: 3 }), async (lot, volgorde) => {
        venster = await Bestuursvenster.met(DRIETAL, volgorde.flatMap((naam): Schoolrij[] => [[naam, rij()], [naam, maart]]));
        for (const { wat, bij } of lot) {
          const storing = STORINGEN[wat];
          if (storing) venster.gemeente.storing = bijDe(bij, storing);
          else if (wat === "heropen") venster = await venster.heropen();
          else if (wat === "wek") await venster.verzet(301);
          else if (wat === "school") await venster.bediening(DRIETAL[bij] ?? EEN).verzend();
          else if (wat === "noteren-hangt") venster.werkboek.faalt.noteerNaSchrijven = new Werkboekfout("antwoordt-niet", "Excel antwoordt niet.");
          else if (wat === "niet-te-noteren") venster.werkboek.faalt.noteer = new Werkboekfout("cel-in-bewerking", "U bewerkt een cel.");
          else await Promise.all(Array.from({ length: wat === "druk-dubbel" ? 2 : 1 }, () => venster.sessie.verzend()));
        }
        venster.gemeente.storing = null;
        delete venster.werkboek.faalt.noteer;
        delete venster.werkboek.faalt.noteerNaSchrijven;
        await venster.sessie.verzend();
        venster = await venster.heropen();
        await venster.verzet(301);
        expect(await venster.staten()).toEqual(elk(DRIETAL, 1));
        expect(venster.ontvangsten).toEqual(DRIETAL);
        expect(venster.beeld.oordeel).toEqual({ soort: "alles-verzonden" });
        expect([...venster.opslag.inhoud.keys()].some((sleutel) => sleutel.includes("onderweg/"))).toBe(false);
        await venster.sluit();
      }),
      { numRuns: 20 },
    );
  });
});

/** The n-th PUT from now fails so. */
function bijDe(nummer: number, doe: (door: () => Promise<Response>) => Promise<Response>): Storingsbron {
  let over = nummer;
  return ({ methode }, door) => (methode === "PUT" && over-- === 0 ? doe(door) : null);
}
