/** @jest-environment jsdom */
import { gebied } from "../model/adres";
import type { Blad } from "../model/blad";
import { Gebruiker } from "../model/gebruiker";
import { COAUTEUR, Werkmap } from "../model/werkmap";
import { startOffice, type Kantoor } from "./brug";
import type { Hostopties } from "./host";

interface Opzet extends Kantoor {
  readonly werkmap: Werkmap;
  readonly gebruiker: Gebruiker;
  readonly blad: Blad;
}

function opzet(opties: Hostopties & { datumstelsel?: 1900 | 1904 } = {}): Opzet {
  const werkmap = Werkmap.leeg({ datumstelsel: opties.datumstelsel ?? 1900 });
  const [blad] = werkmap.bladen;
  if (!blad) throw new Error("no sheet");
  return { werkmap, blad, gebruiker: new Gebruiker(werkmap), ...startOffice(werkmap, opties) };
}

/** With a table Meldcode of three rows. */
function metTabel(opties: Hostopties = {}): Opzet {
  const o = opzet(opties);
  o.gebruiker.plak(o.blad, 0, 0, "Kenmerk\tStart\na\t3-1-2026\nb\t1-1-2026\nc\t2-1-2026");
  o.gebruiker.maakTabel(o.blad, gebied(0, 0, 4, 2), true, "Meldcode");
  o.werkmap.vergeetGeschiedenis();
  return o;
}

const code = (verwacht: string) => expect.objectContaining({ code: verwacht });
const even = () => new Promise((ga) => setTimeout(ga, 20));

describe("what mocks let pass and Excel does not", () => {
  test("reading before load and sync throws PropertyNotLoaded", async () => {
    const { Excel } = opzet();
    await expect(
      Excel.run(async (context) => {
        const bereik = context.workbook.worksheets.getItem("Blad1").getRange("A1");
        await context.sync();
        return bereik.values;
      }),
    ).rejects.toEqual(code("PropertyNotLoaded"));
  });

  test("a list whose items were loaded by name only does not know their ids", async () => {
    const { Excel } = metTabel();
    await Excel.run(async (context) => {
      const tabellen = context.workbook.tables.load("items/name");
      await context.sync();
      expect(tabellen.items.map((t) => t.name)).toEqual(["Meldcode"]);
      expect(() => tabellen.items[0]?.id).toThrow(code("PropertyNotLoaded"));
      expect(() => tabellen.items[0]?.showTotals).toThrow(code("PropertyNotLoaded"));
    });
  });

  test("values of another shape are refused, and nothing is written", async () => {
    const { Excel, blad } = opzet();
    for (const values of [[["x"]], [["x", "y"]], [["x"], ["y", "z"]], [["x", "y", "z"]]]) {
      await expect(
        Excel.run(async (context) => {
          context.workbook.worksheets.getItem("Blad1").getRange("A1:B2").values = values;
          await context.sync();
        }),
      ).rejects.toEqual(code("InvalidArgument"));
    }
    expect(blad.gebruikt()).toBeNull();
  });

  test("an API above the declared set is refused, and so is one that the stand-in does not have", async () => {
    const { Excel } = metTabel({ eisen: { ExcelApi: "1.12" } });
    await expect(Excel.run(async (context) => void context.workbook.tables.getItem("Meldcode").resize("A1:B2"))).rejects.toEqual(code("ApiNotFound"));
    await expect(Excel.run(async (context) => void context.workbook.comments.load("items/id"))).rejects.toEqual(code("ApiNotFound"));
  });

  test("the error tells where it went wrong", async () => {
    const { Excel } = opzet();
    await expect(
      Excel.run(async (context) => {
        context.workbook.tables.getItem("weg").getRange().load("address");
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: "ItemNotFound", debugInfo: { errorLocation: "TableCollection.getItem" } });
  });
});

describe("values", () => {
  test("numbers, texts, logicals, errors and blanks come back as they were written", async () => {
    const { Excel } = opzet();
    const values = [[1.5, "tekst", true], ["#N/A", "", "'12"], [46023, "=1+1", "b c"]];
    await Excel.run(async (context) => {
      const bereik = context.workbook.worksheets.getItem("Blad1").getRange("B2:D4");
      bereik.values = values;
      bereik.load("values,formulas,text,valueTypes,address,rowIndex,columnIndex,rowCount,columnCount");
      await context.sync();
      expect(bereik.values).toEqual([[1.5, "tekst", true], ["#N/A", "", "12"], [46023, 2, "b c"]]);
      expect(bereik.formulas[2]?.[1]).toBe("=1+1");
      expect(bereik.text[0]).toEqual(["1,5", "tekst", "WAAR"]);
      expect(bereik.text[1]?.[0]).toBe("#N/B");
      expect(bereik.valueTypes[1]).toEqual(["Error", "Empty", "String"]);
      expect([bereik.address, bereik.rowIndex, bereik.columnIndex, bereik.rowCount, bereik.columnCount]).toEqual(["Blad1!B2:D4", 1, 1, 3, 3]);
    });
  });

  test("a date written as text is read as an American date (office-js #1559, #3775)", async () => {
    const { Excel } = opzet();
    await Excel.run(async (context) => {
      const bereik = context.workbook.worksheets.getItem("Blad1").getRange("A1:A2");
      bereik.values = [["3-4-2026"], ["31-12-2026"]];
      bereik.load("values,text");
      await context.sync();
      expect(bereik.values).toEqual([[46085], ["31-12-2026"]]);
      expect(bereik.text).toEqual([["4-3-2026"], ["31-12-2026"]]);
    });
  });

  test("one value or format fills the whole range; null leaves a cell alone", async () => {
    const { Excel, blad } = opzet();
    await Excel.run(async (context) => {
      const bereik = context.workbook.worksheets.getItem("Blad1").getRange("A1:B1");
      // The types only know arrays, Excel also takes one value for all.
      bereik.values = 46023 as unknown as number[][];
      bereik.numberFormat = "dd-mm-yyyy" as unknown as string[][];
      await context.sync();
      bereik.values = [[null, 5]];
      await context.sync();
    });
    expect([blad.cel(0, 0), blad.cel(0, 1)]).toEqual([{ waarde: 46023, notatie: "dd-mm-yyyy" }, { waarde: 5, notatie: "dd-mm-yyyy" }]);
  });

  test("a big block, which the library sends in pieces, arrives whole and is one step back", async () => {
    const { Excel, blad, werkmap, host } = opzet();
    const values = Array.from({ length: 2000 }, (_, r) => [r, `rij ${r}`]);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Blad1").getRange("A1:B2000").values = values;
      await context.sync();
    });
    expect([blad.cel(0, 0)?.waarde, blad.cel(1999, 1)?.waarde]).toEqual([0, "rij 1999"]);
    expect(werkmap.ongedaanStappen).toBe(1);
    expect(host.vastgehouden).toBe(0);
    werkmap.ongedaan();
    expect(blad.gebruikt()).toBeNull();
  });

  test("a table takes in what is written right below it, but not the blank rows at the end (office-js #3013, #3191)", async () => {
    const { Excel, werkmap } = metTabel();
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Blad1").getRange("A5:B7").values = [["d", 46030], ["e", ""], ["", ""]];
      await context.sync();
    });
    expect(werkmap.tabellen[0]?.gebied.rijen).toBe(6);
    await Excel.run(async (context) => {
      context.workbook.tables.getItem("Meldcode").resize("A1:B7");
      await context.sync();
    });
    expect(werkmap.tabellen[0]?.gebied.rijen).toBe(7);
  });

  test("the date system shows in DATE", async () => {
    for (const [datumstelsel, verwacht] of [[1900, 1463], [1904, 1]] as const) {
      const { Excel } = opzet({ datumstelsel });
      await Excel.run(async (context) => {
        const dag = context.workbook.functions.date(1904, 1, 2).load("value");
        await context.sync();
        expect(dag.value).toBe(verwacht);
      });
    }
  });
});

describe("tables and sheets", () => {
  test("one load string reads tables with their sheets and columns", async () => {
    const { Excel, blad } = metTabel();
    await Excel.run(async (context) => {
      const tabellen = context.workbook.tables;
      tabellen.load("items/id, items/name, items/showTotals, items/worksheet/id, items/columns/items/name");
      const bladen = context.workbook.worksheets.load("items/id, items/name, items/visibility, items/protection/protected");
      await context.sync();
      const [tabel] = tabellen.items;
      expect(tabel?.worksheet.id).toBe(blad.id);
      expect(tabel?.columns.items.map((k) => k.name)).toEqual(["Kenmerk", "Start"]);
      expect(bladen.items.map((b) => [b.name, b.visibility, b.protection.protected])).toEqual([["Blad1", "Visible", false]]);
      const kolom = tabel?.columns.items[1]?.getDataBodyRange().load("values");
      await context.sync();
      expect(kolom?.values).toEqual([[46025], [46023], [46024]]);
    });
  });

  test("a null object passes on: what is asked of it is null, what is set on it does nothing", async () => {
    const { Excel, werkmap } = opzet();
    await Excel.run(async (context) => {
      const tabel = context.workbook.tables.getItemOrNullObject("Meldcode");
      const bereik = tabel.getDataBodyRange();
      bereik.load("values");
      bereik.values = [["x"]];
      await context.sync();
      expect([tabel.isNullObject, bereik.isNullObject]).toEqual([true, true]);
    });
    expect(werkmap.kanOngedaan).toBe(false);
  });

  test("adds a sheet and a table, names and resizes it; all of it is one step back", async () => {
    const { Excel, werkmap } = opzet();
    await Excel.run(async (context) => {
      const blad = context.workbook.worksheets.add("Registratie 2026");
      blad.getRange("A1:B1").values = [["Kenmerk", "Start"]];
      const tabel = context.workbook.tables.add("'Registratie 2026'!A1:B1", true);
      tabel.name = "Meldcode";
      tabel.resize(blad.getRange("A1:B5"));
      tabel.load("id,name");
      const bereik = tabel.getRange().load("address");
      blad.freezePanes.freezeRows(1);
      await context.sync();
      expect(tabel.name).toBe("Meldcode");
      expect(bereik.address).toBe("'Registratie 2026'!A1:B5");
      tabel.columns.getItemOrNullObject("start").load("name");
      await context.sync();
    });
    expect(werkmap.bladMetNaam("registratie 2026")?.gegevens.bevroren.rijen).toBe(1);
    expect(werkmap.ongedaanStappen).toBe(1);
    werkmap.ongedaan();
    expect([werkmap.bladen.length, werkmap.tabellen.length]).toEqual([1, 0]);
  });

  test("a sheet or table name that is taken is refused; what stood before it in the batch stays done", async () => {
    const { Excel, blad } = metTabel();
    await expect(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem("Blad1").getRange("F1").values = [["gedaan"]];
        context.workbook.worksheets.add("blad1");
        context.workbook.worksheets.getItem("Blad1").getRange("F2").values = [["niet"]];
        await context.sync();
      }),
    ).rejects.toEqual(code("ItemAlreadyExists"));
    expect([blad.cel(0, 5)?.waarde, blad.cel(1, 5)]).toEqual(["gedaan", undefined]);
  });

  test("a protected sheet refuses writing with AccessDenied", async () => {
    const { Excel, gebruiker, blad } = metTabel();
    gebruiker.beveilig(blad);
    await expect(Excel.run(async (context) => void (context.workbook.tables.getItem("Meldcode").getDataBodyRange().getCell(0, 0).values = [["x"]]))).rejects.toEqual(code("AccessDenied"));
  });

  test("validation and conditional formatting reach the model, and the colour shows where the formula holds", async () => {
    const { Excel, blad, werkmap } = metTabel();
    await Excel.run(async (context) => {
      const bereik = context.workbook.tables.getItem("Meldcode").getDataBodyRange();
      const regel = bereik.conditionalFormats.add("Custom");
      regel.custom.rule.formula = '=$A2="b"';
      regel.custom.format.fill.color = "#FFC7CE";
      regel.custom.format.font.color = "#9C0006";
      regel.stopIfTrue = true;
      bereik.dataValidation.rule = { list: { inCellDropDown: true, source: "='Blad1'!$A$2:$A$4" } };
      bereik.dataValidation.prompt = { showPrompt: true, title: "Titel", message: "Waarom" };
      bereik.dataValidation.errorAlert = { showAlert: true, style: "Information", title: "Titel", message: "Let op" };
      await context.sync();
    });
    const { markering } = await import("../model/rekenen");
    expect([1, 2, 3].map((rij) => markering(werkmap, blad, rij, 1)?.vulling ?? null)).toEqual([null, "#FFC7CE", null]);
    expect(blad.gegevens.validaties).toEqual([
      {
        gebieden: [gebied(1, 0, 3, 2)],
        regel: { list: { inCellDropDown: true, source: "='Blad1'!$A$2:$A$4" } },
        negeerLeeg: true,
        invoer: { tonen: true, titel: "Titel", tekst: "Waarom" },
        fout: { tonen: true, titel: "Titel", tekst: "Let op", stijl: "Information" },
      },
    ]);
    await expect(
      Excel.run(async (context) => void (context.workbook.worksheets.getItem("Blad1").getRange("A1").dataValidation.prompt = { showPrompt: true, title: "x".repeat(33), message: "" })),
    ).rejects.toEqual(code("InvalidArgument"));
  });

  test("a tracked range follows rows that are inserted above it; an untracked one is not kept", async () => {
    const { Excel, gebruiker, blad, host } = metTabel();
    await Excel.run(async (context) => {
      const bereik = context.workbook.worksheets.getItem("Blad1").getRange("A3").load("values");
      await context.sync();
      expect(host.vastgehouden).toBe(1);
      gebruiker.voegRijenIn(blad, 1);
      bereik.load("address,values");
      await context.sync();
      expect([bereik.address, bereik.values]).toEqual(["Blad1!A4", [["b"]]]);
    });
    await even();
    expect(host.vastgehouden).toBe(0);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Blad1").getRange("A3").load("values").untrack();
      await context.sync();
      expect(host.vastgehouden).toBe(0);
    });
  });
});

describe("events", () => {
  async function luister(o: Opzet) {
    const gehoord: Record<string, unknown>[] = [];
    const hoor = async (e: object) => void gehoord.push({ ...e });
    const handvat = await o.Excel.run(async (context) => {
      const h = context.workbook.worksheets.onChanged.add(hoor);
      context.workbook.worksheets.onRowSorted.add(hoor);
      context.workbook.tables.onAdded.add(hoor);
      context.workbook.tables.onDeleted.add(hoor);
      await context.sync();
      return h;
    });
    return { gehoord, handvat };
  }

  test("typing, pasting, sorting and deleting the table are told, with details for one cell only", async () => {
    const o = metTabel();
    const { gehoord } = await luister(o);
    o.gebruiker.typ(o.blad, 1, 0, "q");
    o.gebruiker.plak(o.blad, 4, 0, "x\t1-2-2026\ny\t1-3-2026");
    const [tabel] = o.werkmap.tabellen;
    if (!tabel) throw new Error("no table");
    o.gebruiker.sorteer(tabel, 1);
    o.gebruiker.naarBereik(tabel);
    await even();
    expect(gehoord).toMatchObject([
      { type: "WorksheetChanged", changeType: "RangeEdited", address: "A2", source: "Local", triggerSource: "Unknown", details: { valueBefore: "a", valueAfter: "q", valueTypeAfter: "String" } },
      { type: "WorksheetChanged", changeType: "RangeEdited", address: "A5:B6", details: undefined },
      { type: "WorksheetRowSorted", address: "A2:B6", source: "Local" },
      { type: "TableDeleted", tableName: "Meldcode" },
    ]);
  });

  test("own writes echo as ThisLocalAddin, a co-author's as Remote; after remove nothing comes", async () => {
    const o = metTabel();
    const { gehoord, handvat } = await luister(o);
    await o.Excel.run(async (context) => void (context.workbook.worksheets.getItem("Blad1").getRange("A2").values = [["zelf"]]));
    new Gebruiker(o.werkmap, { herkomst: COAUTEUR }).typ(o.blad, 2, 0, "ander");
    await even();
    expect(gehoord).toMatchObject([{ address: "A2", triggerSource: "ThisLocalAddin", source: "Local" }, { address: "A3", source: "Remote" }]);
    await o.Excel.run(handvat.context, async (context) => {
      handvat.remove();
      await context.sync();
    });
    o.gebruiker.typ(o.blad, 1, 0, "na");
    await even();
    expect(gehoord.length).toBe(2);
  });

  test.each([
    ["kwijt", []],
    ["dubbel", ["q", "q"]],
    ["zonder details", [undefined]],
  ] as const)("events can be %s", async (storing, verwacht) => {
    const o = metTabel();
    const { gehoord } = await luister(o);
    o.host.storing.gebeurtenissen = storing;
    o.gebruiker.typ(o.blad, 1, 0, "q");
    await even();
    expect(gehoord.map((e) => (e as { details?: { valueAfter: unknown } }).details?.valueAfter)).toEqual(verwacht);
  });

  test("an event can be made to look like a co-author's", async () => {
    const o = metTabel();
    const { gehoord } = await luister(o);
    o.host.storing.gebeurtenissen = "als van een ander";
    o.gebruiker.typ(o.blad, 1, 0, "q");
    await even();
    expect(gehoord).toMatchObject([{ source: "Remote" }]);
  });

  test("undo is told too", async () => {
    const o = metTabel();
    o.gebruiker.typ(o.blad, 1, 0, "q");
    const { gehoord } = await luister(o);
    o.werkmap.ongedaan();
    await even();
    expect(gehoord).toMatchObject([{ address: "A2", details: { valueBefore: "q", valueAfter: "a" } }]);
  });
});

describe("faults", () => {
  const leesA1 = (o: Opzet, delayForCellEdit = false) =>
    o.Excel.run({ delayForCellEdit }, async (context) => {
      const bereik = context.workbook.worksheets.getItem("Blad1").getRange("A1").load("values");
      await context.sync();
      return bereik.values;
    });

  test("a sync hangs until it is let go, and only that one", async () => {
    const o = metTabel();
    o.host.storing.hang();
    const hangt = leesA1(o);
    expect(await Promise.race([hangt, even().then(() => "hangt")])).toBe("hangt");
    expect(await leesA1(o)).toEqual([["Kenmerk"]]);
    o.host.storing.laatLos();
    expect(await hangt).toEqual([["Kenmerk"]]);
  });

  test.each(["AccessDenied", "ItemNotFound", "GeneralException", "InvalidOperationInCellEditMode"] as const)("the next sync fails with %s, the one after it does not", async (foutcode) => {
    const o = metTabel();
    o.host.storing.faal(foutcode);
    await expect(leesA1(o)).rejects.toEqual(code(foutcode));
    expect(await leesA1(o)).toEqual([["Kenmerk"]]);
  });

  test("while a cell is being edited a request fails, or waits when it was asked to", async () => {
    const o = metTabel();
    o.host.storing.celInBewerking = true;
    await expect(leesA1(o)).rejects.toEqual(code("InvalidOperationInCellEditMode"));
    const wacht = leesA1(o, true);
    expect(await Promise.race([wacht, even().then(() => "wacht")])).toBe("wacht");
    o.host.storing.celInBewerking = false;
    expect(await wacht).toEqual([["Kenmerk"]]);
  });

  test("a co-author deletes the table between the sync that found it and the next", async () => {
    const o = metTabel();
    await expect(
      o.Excel.run(async (context) => {
        const tabel = context.workbook.tables.getItem("Meldcode").load("id");
        await context.sync();
        o.host.storing.ervoor(() => {
          const [t] = o.werkmap.tabellen;
          if (t) new Gebruiker(o.werkmap, { herkomst: COAUTEUR }).naarBereik(t);
        });
        tabel.getDataBodyRange().load("values");
        await context.sync();
      }),
    ).rejects.toEqual(code("ItemNotFound"));
  });

  test("a request or an answer above the limit is refused", async () => {
    const { Excel } = metTabel({ grens: 2000 });
    await expect(Excel.run(async (context) => void (context.workbook.worksheets.getItem("Blad1").getRange("H1").values = [["x".repeat(3000)]]))).rejects.toEqual(code("RequestPayloadSizeLimitExceeded"));
    await expect(Excel.run(async (context) => void context.workbook.worksheets.getItem("Blad1").getRange("A1:Z100").load("values"))).rejects.toEqual(code("ResponsePayloadSizeLimitExceeded"));
  });

  test("requests are counted: one per sync that asks something", async () => {
    const o = metTabel();
    o.host.wisVerzoeken();
    await leesA1(o);
    await even();
    // the second one releases the range that was tracked
    expect(o.host.verzoeken.map((v) => v.schrijft)).toEqual([true, true]);
    o.host.wisVerzoeken();
    await o.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Blad1").getRange("A1").load("values").untrack();
      await context.sync();
    });
    expect(o.host.verzoeken.length).toBe(1);
  });
});
