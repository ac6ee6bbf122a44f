/** @jest-environment jsdom */
import { maakOfficeWerkboek } from "../../src/workbook/office/officeWerkboek";
import { FOUTMELDINGEN } from "../../src/workbook/teksten";
import { alsLijst, Opstelling, pauze, rij } from "./werkboek";

describe("when Excel does not do as asked", () => {
  it("a sync that hangs (#4805, #6150, #6678) ends with a clear message, and the next try works", async () => {
    const o = new Opstelling({ tijdslimiet: 700 });
    o.maakLijst();
    o.host.storing.hang();
    await expect(o.werkboek.lees()).rejects.toMatchObject({ code: "antwoordt-niet", message: FOUTMELDINGEN["antwoordt-niet"] });
    expect(alsLijst(await o.werkboek.lees()).inhoud.sisa).toEqual(["Ja"]);
    o.host.storing.laatLos();
  });

  it("listens after all when the first try to listen failed", async () => {
    const o = new Opstelling({ tijdslimiet: 700 });
    o.maakLijst();
    await o.werkboek.lees();
    o.host.storing.hang();
    const hoor = () => o.werkboek.luister((wijziging) => o.wijzigingen.push(wijziging));
    await expect(hoor()).rejects.toMatchObject({ code: "antwoordt-niet" });
    o.host.storing.laatLos();
    await hoor();
    o.host.wisVerzoeken();
    o.typ(0, "sisa", "Nee");
    await o.stil();
    expect(o.wijzigingen).toHaveLength(1);
    expect(o.host.verzoeken).toHaveLength(1);
  });

  it("waits for a cell that is being edited when the user asks for something", async () => {
    const o = new Opstelling();
    o.maakLijst();
    o.host.storing.celInBewerking = true;
    const lezing = o.werkboek.lees();
    await pauze(30);
    o.host.storing.celInBewerking = false;
    expect((await lezing).soort).toBe("lijst");
  });

  it.each([
    ["InvalidOperationInCellEditMode", "cel-in-bewerking"],
    ["AccessDenied", "beveiligd"],
    ["GeneralException", "onbekend"],
    ["ResponsePayloadSizeLimitExceeded", "te-groot"],
  ] as const)("says in Dutch what %s means", async (excelcode, code) => {
    const o = new Opstelling();
    o.maakLijst();
    o.host.storing.faal(excelcode, 50);
    await expect(o.werkboek.lees()).rejects.toMatchObject({ code, message: expect.stringMatching(/verloren|niet gewijzigd/) });
  });

  it("reads in smaller pieces when an answer is too large", async () => {
    const o = new Opstelling();
    o.maakLijst([rij({ kenmerk: "A" }), rij({ kenmerk: "B" })]);
    await o.werkboek.lees();
    o.host.storing.faal("ResponsePayloadSizeLimitExceeded", 3);
    expect(alsLijst(await o.werkboek.lees()).inhoud.kenmerk).toEqual(["A", "B"]);
  });

  it("reads a list that a co-author moved while it was being read", async () => {
    const o = new Opstelling();
    o.maakLijst([rij({ kenmerk: "A" })], { naam: "Tabel1" });
    o.host.storing.erna(() => o.coauteur.voegRijenIn(o.eersteBlad, 0, 4));
    const { inhoud, plaats } = alsLijst(await o.werkboek.lees());
    expect([inhoud.kenmerk, plaats(0, "kenmerk").rij]).toEqual([["A"], 6]);
    o.host.storing.ervoor(() => o.coauteur.verwijderTabel(o.werkmap.tabellen[0] ?? fout()));
    expect(await o.werkboek.lees()).toEqual({ soort: "geen-lijst" });
  });

  it("says that this is no Excel in an ordinary browser", async () => {
    const bewaard = globalThis.Excel;
    Reflect.deleteProperty(globalThis, "Excel");
    await expect(maakOfficeWerkboek().lees()).rejects.toMatchObject({ code: "geen-excel" });
    globalThis.Excel = bewaard;
  });

  it("never quotes what is in the workbook in an error", async () => {
    const o = new Opstelling();
    o.gebruiker.hernoemBlad(o.eersteBlad, "KANARIE-blad");
    o.maakLijst([rij({ kenmerk: "KANARIE-kenmerk" })]);
    for (const code of ["GeneralException", "ItemNotFound", "InvalidOperation"] as const) {
      o.host.storing.faal(code, 50);
      const fout: unknown = await o.werkboek.lees().catch((oorzaak: unknown) => oorzaak);
      expect(`${fout instanceof Error ? fout.message + String(fout.cause) : "no error"}`).not.toContain("KANARIE");
      o.host.storing.herstel();
    }
  });
});

function fout(): never {
  throw new Error("it is not there");
}
