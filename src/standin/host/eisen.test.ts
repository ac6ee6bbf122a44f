import { readFileSync } from "node:fs";
import { Werkmap } from "../model/werkmap";
import { heeft, ondersteunt } from "./eisen";
import type { Hostobject } from "./hostobject";
import { Looptijd } from "./looptijd";
import { werkmapobject } from "./objecten/werkmap";
import { Registraties } from "./registraties";
import { Sessie } from "./sessie";

test("versions compare by number, not by text", () => {
  expect(ondersteunt({ ExcelApi: "1.14" }, "ExcelApi", "1.9")).toBe(true);
  expect(ondersteunt({ ExcelApi: "1.9" }, "ExcelApi", "1.14")).toBe(false);
  expect(heeft({ ExcelApi: "1.14" }, "ExcelApiOnline 1.1")).toBe(false);
});

/** "Range.getResizedRange" → "1.3", as the library itself says. */
function volgensDeBibliotheek(): ReadonlyMap<string, string> {
  const bron = readFileSync("node_modules/@microsoft/office-js/dist/excel-web-16.00.debug.js", "utf8");
  const gevonden = bron.matchAll(/_throwIfApiNotSupported\("(\w+\.\w+)", (_defaultApiSetName|"(\w+)"), "([\d.]+)"/g);
  return new Map([...gevonden].map((m) => [m[1] ?? "", m[3] === undefined ? (m[4] ?? "") : `${m[3]} ${m[4] ?? ""}`]));
}

/** Every object the stand-in has, by walking through its properties and the methods that give one. */
function alleObjecten(): Map<string, Hostobject> {
  const werkmap = Werkmap.leeg();
  const sessie = new Sessie(werkmap, new Registraties(), new Looptijd());
  const gezien = new Map<string, Hostobject>();
  const loop = (object: Hostobject): void => {
    if (gezien.has(object.soort)) return;
    gezien.set(object.soort, object);
    for (const { geef } of Object.values(object.navigatie ?? {})) loop(geef());
    for (const item of object.items?.() ?? []) loop(item);
  };
  werkmap.doe({ bron: "Local", trigger: "Unknown" }, () => {
    const root = werkmapobject(sessie);
    const bladen = root.navigatie?.Worksheets?.geef();
    const blad = bladen?.item?.("Blad1");
    const bereik = blad?.methoden?.GetRange?.roep(["A1:B2"]) as Hostobject;
    root.navigatie?.Tables?.geef().methoden?.Add?.roep([bereik, true]);
    bereik.navigatie?.ConditionalFormats?.geef().methoden?.Add?.roep(["Custom"]);
    loop(root);
    loop(bereik);
    loop(root.navigatie?.Functions?.geef().methoden?.Date?.roep([2026, 1, 1]) as Hostobject);
  });
  return gezien;
}

test("every member says the requirement set that the library says", () => {
  const bibliotheek = volgensDeBibliotheek();
  expect(bibliotheek.get("Range.getResizedRange")).toBe("1.3");
  const anders: string[] = [];
  for (const [soort, object] of alleObjecten()) {
    const leden = { ...object.eigenschappen, ...object.navigatie, ...object.methoden };
    for (const [naam, { sinds }] of Object.entries(leden)) {
      const klein = naam.startsWith("_") ? naam : `${naam.slice(0, 1).toLowerCase()}${naam.slice(1)}`;
      const verwacht = bibliotheek.get(`${soort}.${klein}`);
      if (verwacht !== sinds) anders.push(`${soort}.${klein}: library ${verwacht}, stand-in ${sinds}`);
    }
  }
  expect(anders).toEqual([]);
});
