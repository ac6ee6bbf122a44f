/** @jest-environment jsdom */
import { isErIetsBewaard, openOpslag } from "./opslag";

function metPartitie(partitionKey: string | undefined): void {
  Object.assign(globalThis, { Office: { context: { partitionKey } } });
}

beforeEach(() => {
  window.localStorage.clear();
  metPartitie(undefined);
});

afterEach(() => jest.restoreAllMocks());

describe("what the pane keeps", () => {
  it("is there again when the pane opens later", async () => {
    await (await openOpslag()).bewaar("toegang", '{"sleutel":"abc"}');
    const later = await openOpslag();
    expect(await later.lees("toegang")).toBe('{"sleutel":"abc"}');
    expect(later.duurzaam).toBe(true);
  });

  it("is known to be there without opening it, under the site that kept it and no other", async () => {
    expect(isErIetsBewaard()).toBe(false);
    metPartitie("een.example");
    await (await openOpslag()).bewaar("toegang", "x");
    expect(isErIetsBewaard()).toBe(true);
    metPartitie("ander.example");
    expect(isErIetsBewaard()).toBe(false);
  });

  it.each(["2026-01-02T03:04:05Z", "12", "true", "null", "", "ja"])("comes back as the same text: %p", async (tekst) => {
    const opslag = await openOpslag();
    await opslag.bewaar("tekst", tekst);
    expect(await opslag.lees("tekst")).toBe(tekst);
  });

  it("is gone after it is taken away, and taking away what is not there is no failure", async () => {
    const opslag = await openOpslag();
    await opslag.bewaar("a", "1");
    await opslag.verwijder("a");
    await opslag.verwijder("nooit bewaard");
    expect(await opslag.lees("a")).toBeNull();
  });

  it("sees what the pane of another workbook wrote meanwhile", async () => {
    const [een, ander] = [await openOpslag(), await openOpslag()];
    await een.bewaar("a", "1");
    await ander.bewaar("a", "2");
    expect(await een.lees("a")).toBe("2");
  });

  it("stays within the partition of the host", async () => {
    metPartitie("(site[1]*");
    await (await openOpslag()).bewaar("a", "van site 1");
    metPartitie("(site[2]*");
    expect(await (await openOpslag()).lees("a")).toBeNull();
  });

  it("is kept in memory, and said not to last, when storage is blocked", async () => {
    jest.spyOn(window, "localStorage", "get").mockImplementation(() => {
      throw new DOMException("blocked", "SecurityError");
    });
    const opslag = await openOpslag();
    await opslag.bewaar("a", "1");
    expect(await opslag.lees("a")).toBe("1");
    expect(opslag.duurzaam).toBe(false);
  });

  it("is kept in memory when storage is full, and what was kept before stays readable", async () => {
    const opslag = await openOpslag();
    await opslag.bewaar("toegang", "sleutel");
    jest.spyOn(Object.getPrototypeOf(window.localStorage), "setItem").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    await opslag.bewaar("onderweg", "stand");
    expect(opslag.duurzaam).toBe(false);
    expect(await opslag.lees("onderweg")).toBe("stand");
    expect(await opslag.lees("toegang")).toBe("sleutel");
  });
});
