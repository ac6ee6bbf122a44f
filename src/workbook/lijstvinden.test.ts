import { periodeSchema } from "../meldcode/registratie";
import * as fc from "fast-check";
import { type Cel, KOPPEN, BASISVELDEN, VERPLICHTE_VELDEN, type Veld } from "../meldcode/veld";
import { type Rooster, type Tabelplaats, leesKolommen, vindLijst } from "./lijstvinden";

const KOP = VERPLICHTE_VELDEN.map((veld) => KOPPEN[veld]);

/** A sheet whose first row stands at `rij`, and first column at `kolom`. */
function rooster(cellen: readonly (readonly Cel[])[], { blad = "Blad1", zichtbaar = true, rij = 1, kolom = 1 } = {}): Rooster {
  const metPlaats = cellen.map((inhoud, i) => [rij + i, [...Array.from({ length: kolom }, () => undefined), ...inhoud]] as const);
  return { blad, zichtbaar, rijen: new Map(metPlaats) };
}

function tabel(naam: string, koppen: readonly string[], rijen: number, { blad = "Blad1", rij = 1, kolom = 1, totaalrijen = 0, koprijen = 1 } = {}): Tabelplaats {
  const bereik = { vanRij: rij, vanKolom: kolom, totRij: rij + koprijen + rijen + totaalrijen - 1, totKolom: kolom + koppen.length - 1 };
  return { naam, blad, bereik, koprijen, totaalrijen, kolommen: koppen };
}

const zaak: Cel[] = [46028, "Ja", "Intern", "Hulp", 46040];

describe("the list is found", () => {
  it("wherever its header row stands, in any order of columns and with other columns between", () => {
    const willekeurig = fc.record({
      volgorde: fc.shuffledSubarray([...BASISVELDEN], { minLength: BASISVELDEN.length }),
      vrij: fc.array(fc.nat(BASISVELDEN.length), { maxLength: 4 }),
      rij: fc.integer({ min: 1, max: 60 }),
      kolom: fc.integer({ min: 1, max: 30 }),
      zaken: fc.integer({ min: 0, max: 4 }),
    });
    fc.assert(
      fc.property(willekeurig, ({ volgorde, vrij, rij, kolom, zaken }) => {
        const kolommen: (Veld | null)[] = [...volgorde];
        for (const plek of vrij) kolommen.splice(plek, 0, null);
        const kop = kolommen.map((veld) => (veld === null ? "Eigen notitie" : KOPPEN[veld]));
        const rijen = Array.from({ length: zaken }, (_, i) => kolommen.map((veld) => `${veld ?? "notitie"} ${i}`));
        const blad = rooster([kop, ...rijen], { rij, kolom });
        const vondst = vindLijst([rooster([["Dit is uitleg"]], { blad: "Uitleg" }), blad], []);
        if (vondst.soort !== "lijst") throw new Error(vondst.soort);
        expect([vondst.eersteRij, vondst.laatsteRij]).toEqual([rij + 1, rij + zaken]);
        const inhoud = leesKolommen(blad, vondst);
        for (const veld of BASISVELDEN) {
          expect(vondst.kolommen[veld]).toEqual({ kolom: kolom + kolommen.indexOf(veld), kop: KOPPEN[veld] });
          expect(inhoud[veld]).toEqual(Array.from({ length: zaken }, (_, i) => `${veld} ${i}`));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("through headers that are written otherwise, and through blank rows up to the last filled one", () => {
    const blad = rooster([["datum  gestart", "SISA", "stap 2", "Stap-5:", "AFGESLOTEN OP"], zaak, [], zaak, ["", " ", null, "", ""]]);
    expect(vindLijst([blad], [])).toMatchObject({ soort: "lijst", koprij: 1, eersteRij: 2, laatsteRij: 4, kolommen: { startdatum: { kolom: 1, kop: "datum  gestart" } } });
  });

  it("in the table Meldcode, whatever its case, also when another sheet has a list or it is hidden", () => {
    const bladen = [rooster([KOP, zaak]), rooster([KOP, zaak, zaak], { blad: "Registratie", zichtbaar: false, rij: 3 })];
    const vondst = vindLijst(bladen, [tabel("MELDCODE", KOP, 1, { blad: "registratie", rij: 3 })]);
    expect(vondst).toMatchObject({ soort: "lijst", blad: "Registratie", tabel: "MELDCODE", eersteRij: 4, laatsteRij: 4 });
  });

  it("without reading other sheets when there is a table Meldcode", () => {
    const ander: Rooster = { blad: "Ander", zichtbaar: true, get rijen(): never { throw new Error("gelezen"); } };
    expect(vindLijst([ander, rooster([KOP, zaak])], [tabel("Meldcode", KOP, 1)]).soort).toBe("lijst");
  });

  it("without the table's totals row, and tells of rows right below the table", () => {
    const metTotaal = vindLijst([rooster([KOP, zaak, ["Totaal"], zaak])], [tabel("Meldcode", KOP, 1, { totaalrijen: 1 })]);
    expect(metTotaal).toMatchObject({ eersteRij: 2, laatsteRij: 2, rijenEronder: 0 });
    const zonder = vindLijst([rooster([KOP, zaak, zaak, zaak, [], zaak])], [tabel("Meldcode", KOP, 1)]);
    expect(zonder).toMatchObject({ eersteRij: 2, laatsteRij: 2, rijenEronder: 2 });
  });

  it("in a table that shows no header row", () => {
    expect(vindLijst([rooster([zaak])], [tabel("Meldcode", KOP, 1, { koprijen: 0 })])).toMatchObject({ eersteRij: 1, laatsteRij: 1 });
  });

  it("in the one table of another name that has all columns, in its own rows", () => {
    const koppen = [...KOP, "Vrij"];
    expect(vindLijst([rooster([koppen, [...zaak, 1], [null, null, null, null, null, "opmerking"]])], [tabel("Tabel1", koppen, 1)])).toMatchObject({ soort: "lijst", tabel: "Tabel1", laatsteRij: 2 });
  });

  it("on the sheet that was asked for, also when that is hidden", () => {
    const bladen = [rooster([KOP, zaak]), rooster([KOP], { blad: "Oud", zichtbaar: false })];
    expect(vindLijst(bladen, [], { blad: "oud" })).toMatchObject({ soort: "lijst", blad: "Oud" });
  });
});

describe("where it is not clear", () => {
  it("nothing is a list without headers, or on hidden sheets", () => {
    expect(vindLijst([rooster([["Naam", "Startdatum"], zaak])], [])).toEqual({ soort: "geen-lijst" });
    expect(vindLijst([rooster([KOP, zaak], { zichtbaar: false })], [])).toEqual({ soort: "geen-lijst" });
  });

  it("two lists are both named", () => {
    const bladen = [rooster([KOP, zaak, [], KOP, zaak]), rooster([KOP], { blad: "Noord" })];
    const plaatsen = [[ "Blad1", 1], ["Blad1", 4], ["Noord", 1]].map(([blad, koprij]) => ({ blad, tabel: null, koprij }));
    expect(vindLijst(bladen, [])).toEqual({ soort: "meer-lijsten", plaatsen });
  });

  it("a missing column is named", () => {
    const zonder = KOP.filter((kop) => kop !== "Stap 5" && kop !== "Consultatie");
    expect(vindLijst([rooster([zonder])], [])).toEqual({ soort: "kolom-ontbreekt", blad: "Blad1", tabel: null, koprij: 1, ontbreekt: ["consultatie", "stap5"] });
    expect(vindLijst([rooster([["a"]])], [tabel("Meldcode", ["a"], 1)])).toMatchObject({ soort: "kolom-ontbreekt", tabel: "Meldcode", ontbreekt: [...VERPLICHTE_VELDEN] });
  });

  it("a column that is there twice is named", () => {
    expect(vindLijst([rooster([[...KOP, "Vrij", "startdatum "]])], [])).toMatchObject({ soort: "kolom-dubbel", veld: "startdatum", kolommen: [1, 7] });
  });

  it("our own header goes before a synonym, which is then a free column", () => {
    expect(vindLijst([rooster([["Begindatum", ...KOP]])], [])).toMatchObject({ soort: "lijst", kolommen: { startdatum: { kolom: 2 } } });
  });

  it("headers that were told decide, and nothing else stands for those fields", () => {
    const koppen = ["Eerste gesprek", ...KOP.slice(1), "Startdatum"];
    expect(vindLijst([rooster([koppen])], [], { koppen: { startdatum: "eerste gesprek" } })).toMatchObject({ soort: "lijst", kolommen: { startdatum: { kolom: 1, kop: "Eerste gesprek" } } });
    expect(vindLijst([rooster([koppen])], [], { koppen: { startdatum: "Intake" } })).toMatchObject({ soort: "kolom-ontbreekt", ontbreekt: ["startdatum"] });
  });

  it("the municipality's name for the SISA column counts", () => {
    const koppen = KOP.map((kop) => (kop === "SISA-signaal" ? "VIR-melding" : kop));
    expect(vindLijst([rooster([koppen])], [], { vraagstelling: { sisaLabel: "VIR-melding", extraIndicatoren: [] } })).toMatchObject({ soort: "lijst", kolommen: { sisa: { kop: "VIR-melding" } } });
    expect(vindLijst([rooster([koppen])], [])).toMatchObject({ ontbreekt: ["sisa"] });
    expect(vindLijst([rooster([koppen])], [], { vraagstelling: { sisaLabel: null, extraIndicatoren: [] } })).toMatchObject({ soort: "lijst", kolommen: expect.not.objectContaining({ sisa: expect.anything() }) });
  });

  it("an indicator is read where the municipality asks it and one column says it, and never stops the list", () => {
    const vraagstelling = { sisaLabel: "SISA-signaal", extraIndicatoren: [{ indicator: "leeftijdsgroep" as const, vanaf: periodeSchema.parse("2026-01") }] };
    const met = [...KOP, "Leeftijdsgroep"];
    const zonder: unknown = expect.not.objectContaining({ leeftijdsgroep: expect.anything() });
    const vind = (koppen: readonly string[], gevraagd = vraagstelling) => vindLijst([rooster([[...koppen]])], [], { vraagstelling: gevraagd });
    expect(vind(met)).toMatchObject({ soort: "lijst", kolommen: { leeftijdsgroep: { kop: "Leeftijdsgroep" } } });
    expect(vind(KOP)).toMatchObject({ soort: "lijst", kolommen: zonder });
    expect(vind([...met, "Leeftijdsgroep"])).toMatchObject({ soort: "lijst", kolommen: zonder });
    expect(vind(met, { ...vraagstelling, extraIndicatoren: [] })).toMatchObject({ soort: "lijst", kolommen: zonder });
  });
});
