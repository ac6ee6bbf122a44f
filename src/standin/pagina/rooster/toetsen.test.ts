import { gebied, type Gebied } from "../../model/adres";
import type { Roosterbron, Roosteropdrachten } from "./bron";
import { verwerkToets, type Toets, type Toetsomgeving } from "./toetsen";
import { Roostertoestand } from "./toestand";

/** A grid over a plain map of texts, with a note of what was asked of it. */
function rooster(cellen: Record<string, string> = {}, deel: Partial<Roosterbron> = {}) {
  const inhoud = new Map(Object.entries(cellen));
  const gedaan: string[] = [];
  const toestand = new Roostertoestand();
  const bron: Roosterbron = {
    naam: "Blad1",
    rijen: 100,
    kolommen: 26,
    laatste: { rij: 9, kolom: 4 },
    vasteRijen: 0,
    vasteKolommen: 0,
    kolombreedte: () => 64,
    rijhoogte: () => 20,
    rijpositie: (rij) => rij * 20,
    maten: {},
    beeld: (rij, kolom) => ({ tekst: inhoud.get(`${rij},${kolom}`) ?? "", uitlijning: "left", stijl: {}, klasse: "", kopVan: null, nadruk: "" }),
    invoertekst: (rij, kolom) => inhoud.get(`${rij},${kolom}`) ?? "",
    keuzes: () => null,
    invoerbericht: () => null,
    samengevoegd: () => null,
    ...deel,
  };
  const opdrachten: Roosteropdrachten = {
    voerIn: (rij, kolom, tekst) => {
      if (tekst === "fout") return false;
      inhoud.set(`${rij},${kolom}`, tekst);
      return true;
    },
    wis: (g) => gedaan.push(`wis ${tekst(g)}`),
    kopieer: () => "",
    plak: (g) => g,
    vulOmlaag: (g) => gedaan.push(`omlaag ${tekst(g)}`),
    ongedaan: () => gedaan.push("ongedaan"),
    opnieuw: () => gedaan.push("opnieuw"),
    zetKolombreedte: () => {},
    openKopmenu: () => {},
    openCelmenu: () => gedaan.push("menu"),
  };
  const omgeving: Toetsomgeving = { toestand, bron, opdrachten, schermrijen: 10 };
  const druk = (key: string, met: Partial<Toets> = {}) => verwerkToets({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...met }, omgeving);
  return { toestand, druk, inhoud, gedaan, actief: () => [toestand.stand.actief.rij, toestand.stand.actief.kolom], gekozen: () => toestand.stand.gebied };
}

function tekst(g: Gebied): string {
  return `${g.rij},${g.kolom} ${g.rijen}x${g.kolommen}`;
}

describe("keys in the grid", () => {
  it("fills a row with Tab, and Enter goes to the first column of the next row", () => {
    const { toestand, druk, inhoud, actief } = rooster();
    toestand.ga({ rij: 1, kolom: 1 });
    for (const stuk of ["a", "b", "c"]) {
      toestand.typ(stuk);
      druk("Tab");
    }
    druk("Enter");
    expect(actief()).toEqual([2, 1]);
    expect([...inhoud]).toEqual([["1,1", "a"], ["1,2", "b"], ["1,3", "c"]]);
  });

  it("stays in the cell when the value is refused, so that nothing typed is lost", () => {
    const { toestand, druk, actief } = rooster();
    toestand.typ("fout");
    druk("Enter");
    expect(actief()).toEqual([0, 0]);
    expect(toestand.stand.bewerking?.tekst).toBe("fout");
  });

  it("gives the old content back on Escape", () => {
    const { toestand, druk, inhoud } = rooster({ "0,0": "oud" });
    toestand.typ("nieuw");
    druk("Escape");
    expect(toestand.stand.bewerking).toBeNull();
    expect(inhoud.get("0,0")).toBe("oud");
  });

  it("leaves the cell with an arrow while typing, but not after F2", () => {
    const { toestand, druk, actief } = rooster({ "0,0": "oud" });
    toestand.typ("x");
    expect(druk("ArrowRight")).toBe(true);
    expect(actief()).toEqual([0, 1]);
    toestand.ga({ rij: 0, kolom: 0 });
    druk("F2");
    expect(toestand.stand.bewerking).toMatchObject({ tekst: "x", modus: "bewerken" });
    expect(druk("ArrowLeft")).toBe(false);
  });

  it("extends the selection with Shift and clears or fills it", () => {
    const { druk, gekozen, gedaan } = rooster();
    druk("ArrowDown", { shiftKey: true });
    druk("ArrowRight", { shiftKey: true });
    expect(gekozen()).toEqual(gebied(0, 0, 2, 2));
    druk("Delete");
    druk("d", { ctrlKey: true });
    expect(gedaan).toEqual(["wis 0,0 2x2", "omlaag 0,0 2x2"]);
  });

  it("undoes and redoes", () => {
    const { druk, gedaan } = rooster();
    druk("z", { ctrlKey: true });
    druk("y", { ctrlKey: true });
    druk("Z", { ctrlKey: true, shiftKey: true });
    expect(gedaan).toEqual(["ongedaan", "opnieuw", "opnieuw"]);
  });

  it("jumps with Ctrl to the end of a filled run, then to the next one, then to the edge", () => {
    const { druk, actief } = rooster({ "0,0": "a", "1,0": "b", "2,0": "c", "6,0": "d" });
    const sprongen = [1, 2, 3].map(() => {
      druk("ArrowDown", { ctrlKey: true });
      return actief()[0];
    });
    expect(sprongen).toEqual([2, 6, 99]);
  });

  it("steps over rows that a filter hides", () => {
    const { druk, actief } = rooster({}, { rijhoogte: (rij) => (rij === 1 || rij === 2 ? 0 : 20) });
    druk("ArrowDown");
    expect(actief()).toEqual([3, 0]);
    druk("ArrowUp");
    expect(actief()).toEqual([0, 0]);
  });

  it("goes past a merged block in one step", () => {
    const blok = gebied(0, 0, 2, 3);
    const { druk, actief } = rooster({}, { samengevoegd: (rij, kolom) => (rij < 2 && kolom < 3 ? blok : null) });
    druk("ArrowRight");
    expect(actief()).toEqual([0, 3]);
  });

  it("never leaves the sheet", () => {
    const { druk, actief } = rooster();
    druk("ArrowUp");
    druk("ArrowLeft");
    druk("PageUp");
    expect(actief()).toEqual([0, 0]);
  });

  it("opens the list with Alt and arrow down, and Enter takes what is pointed at", () => {
    const { toestand, druk, inhoud } = rooster({ "0,0": "Nee" }, { keuzes: () => ["Ja", "Nee", "N.v.t."] });
    druk("ArrowDown", { altKey: true });
    expect(toestand.stand.keuzelijst?.gekozen).toBe(1);
    druk("ArrowDown");
    druk("Enter");
    expect(inhoud.get("0,0")).toBe("N.v.t.");
    expect(toestand.stand.keuzelijst).toBeNull();
  });

  it("leaves AltGr characters and what an input method is composing to the browser", () => {
    const { druk, gedaan } = rooster();
    expect(druk("€", { ctrlKey: true, altKey: true })).toBe(false);
    expect(druk("Enter", { isComposing: true })).toBe(false);
    expect(gedaan).toEqual([]);
  });
});
