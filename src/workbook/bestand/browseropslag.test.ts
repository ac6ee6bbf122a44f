/**
 * @jest-environment jsdom
 */
import { Browseropslag } from "./browseropslag";

const open = (): Browseropslag => new Browseropslag(() => window.localStorage);

beforeEach(() => window.localStorage.clear());
afterEach(() => jest.restoreAllMocks());

it("keeps what waits for the next visit, and sees what another tab wrote", async () => {
  const [een, ander] = [open(), open()];
  await een.bewaar("a", "1");
  expect(await open().lees("a")).toBe("1");
  await ander.bewaar("a", "2");
  expect(await een.lees("a")).toBe("2");
  await een.verwijder("a");
  expect(await open().lees("a")).toBeNull();
  expect(een.duurzaam).toBe(true);
});

it("works on in memory, and says that it does not last, when storage is blocked", async () => {
  const opslag = new Browseropslag(() => {
    throw new DOMException("blocked", "SecurityError");
  });
  await opslag.bewaar("a", "1");
  expect(await opslag.lees("a")).toBe("1");
  await opslag.verwijder("a");
  expect(await opslag.lees("a")).toBeNull();
  expect(opslag.duurzaam).toBe(false);
});

it("works on in memory when storage is full, and what was kept before stays readable", async () => {
  const opslag = open();
  await opslag.bewaar("toegang", "sleutel");
  jest.spyOn(Object.getPrototypeOf(window.localStorage), "setItem").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  await opslag.bewaar("onderweg", "stand");
  expect(opslag.duurzaam).toBe(false);
  expect(await opslag.lees("onderweg")).toBe("stand");
  expect(await opslag.lees("toegang")).toBe("sleutel");
});
