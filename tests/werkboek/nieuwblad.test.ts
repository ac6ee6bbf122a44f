/** @jest-environment jsdom */
import type { Lijstinhoud } from "../../src/workbook/werkboek";
import { EIGEN_KOPPEN, EIGEN_KOPRIJ, Eigenopstelling, type Eigenrij, eigenrij, koppelingVan } from "./eigenlijst";
import { alsLijst, er } from "./werkboek";

/** A list with a sheet per month, read through its mapping; sheets that the mapping does not know may be there too. */
async function perMaand(andere: Readonly<Record<string, readonly Eigenrij[]>> = {}): Promise<Eigenopstelling> {
  const o = new Eigenopstelling();
  for (const naam of ["Februari 2026", "Maart 2026"]) o.maakEigenLijst([eigenrij({ Nr: naam.slice(0, 3) })], { naam });
  for (const [naam, rijen] of Object.entries(andere)) o.maakEigenLijst(rijen, { naam });
  await o.werkboek.bewaarKoppeling(koppelingVan(["Februari 2026", "Maart 2026"]));
  return new Eigenopstelling({ werkmap: o.werkmap });
}

const nieuw = ({ gekoppeld }: Lijstinhoud) => gekoppeld?.nieuweBladen.map(({ bereik }) => bereik.blad);
const april = [eigenrij({ Nr: "april" })];

describe("a month on a sheet of its own", () => {
  it("is told when the workbook is opened, in no more syncs, and is taken along by its mapping", async () => {
    const o = await perMaand({ "April 2026": april });
    const gelezen: Lijstinhoud[] = [];
    expect(await o.syncs(async () => gelezen.push(alsLijst(await o.werkboek.lees())))).toBe(3);
    expect(gelezen[0]?.gekoppeld?.nieuweBladen).toEqual([{ bereik: { blad: "April 2026", koprij: EIGEN_KOPRIJ }, past: true, plek: 2 }]);
    expect(await o.syncs(() => o.werkboek.lees())).toBe(1);
    const mee = alsLijst(await o.werkboek.bewaarKoppeling(koppelingVan(["Februari 2026", "Maart 2026", "April 2026"])));
    expect([mee.inhoud.kenmerk, nieuw(mee)]).toEqual([["Feb", "Maa", "april"], []]);
  });

  it("is told at once when it comes while the pane is open", async () => {
    const o = await perMaand();
    expect(nieuw(await o.open())).toEqual([]);
    o.maakEigenLijst(april, { naam: "April 2026" });
    await o.stil();
    const laatste = o.wijzigingen.at(-1);
    expect(laatste?.soort === "alles" && nieuw(alsLijst(laatste.lezing))).toEqual(["April 2026"]);
  });

  it("is told at the next reading when its events were lost, in one sync more that once", async () => {
    const o = await perMaand();
    await o.open();
    o.host.storing.gebeurtenissen = "kwijt";
    const blad = o.maakEigenLijst(april, { naam: "Blad9" });
    expect(await o.syncs(async () => expect(nieuw(alsLijst(await o.werkboek.lees()))).toEqual(["Blad9"]))).toBe(2);
    expect(await o.syncs(() => o.werkboek.lees())).toBe(1);
    o.gebruiker.hernoemBlad(blad, "April 2026");
    expect(nieuw(alsLijst(await o.werkboek.lees()))).toEqual(["April 2026"]);
  });

  it("that waits for its first case is told with that case", async () => {
    const o = await perMaand({ "April 2026": [] });
    expect(nieuw(await o.open())).toEqual([]);
    o.typEigen("April 2026", 0, "Gestart op", "6-4-2026");
    const wijziging = await o.volgende();
    expect(wijziging.soort === "alles" && nieuw(alsLijst(wijziging.lezing))).toEqual(["April 2026"]);
    // Nothing of the list is concerned by what is typed there further.
    o.host.wisVerzoeken();
    o.typEigen("April 2026", 0, "SISA", "Ja");
    await o.stil();
    expect(o.host.verzoeken).toEqual([]);
  });

  it("is known by its headers wherever its columns stand", async () => {
    const o = await perMaand();
    o.maakEigenLijst(april, { naam: "April 2026", koppen: [...EIGEN_KOPPEN].reverse() });
    expect(nieuw(alsLijst(await o.werkboek.lees()))).toEqual(["April 2026"]);
    expect(await o.syncs(() => o.werkboek.lees())).toBe(1);
  });

  it("is not asked about when it is hidden, or was said to be no part of the list", async () => {
    const o = await perMaand({ "April 2026": april, Kopie: april });
    o.gebruiker.zetZichtbaarheid(er(o.werkmap.bladMetNaam("Kopie")), "Hidden");
    expect(nieuw(alsLijst(await o.werkboek.bewaarKoppeling(koppelingVan(["Februari 2026", "Maart 2026"], { andereBladen: ["April 2026"] }))))).toEqual([]);
  });
});

it("of other sheets no cell below the headers is read, however many there are", async () => {
  const o = await perMaand(Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`Ander ${i}`, april])));
  const beantwoord = jest.spyOn(o.host, "beantwoord");
  await o.werkboek.lees();
  const gelezen = JSON.stringify(await Promise.all(beantwoord.mock.results.map(({ value }) => value)));
  expect(gelezen).toContain("Ander 59");
  expect(gelezen).not.toMatch(/KANARIE|april/);
  expect(o.host.verzoeken).toHaveLength(3);
});

it("what is typed on another sheet, away from its headers, reads nothing", async () => {
  const o = await perMaand();
  const kladblok = o.gebruiker.voegBladToe("Kladblok");
  await o.open();
  o.gebruiker.typ(kladblok, 20, 0, "notitie");
  await o.stil();
  expect(o.host.verzoeken).toEqual([]);
});
