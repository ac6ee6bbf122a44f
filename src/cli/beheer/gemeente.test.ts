import { kiesGemeente, leesGemeente } from "./gemeente";

const TWEE = new Map([
  ["a.example", "GM0599"],
  ["b.example", "GM0363"],
]);

test("--gemeente is understood wherever it stands", () => {
  for (const regel of [["--gemeente", "GM0363", "organisatie", "lijst"], ["organisatie", "lijst", "--gemeente", "GM0363"]]) expect(leesGemeente(regel)).toEqual({ gemeente: "GM0363", regel: ["organisatie", "lijst"] });
  expect(leesGemeente(["export"])).toEqual({ gemeente: undefined, regel: ["export"] });
});

test("with one municipality it need not be named; with more it must be, and it must be one of them", () => {
  expect(kiesGemeente("GM0599", undefined, ["export"])).toBe("GM0599");
  expect(kiesGemeente(TWEE, "GM0363", ["export"])).toBe("GM0363");
  expect(() => kiesGemeente(TWEE, undefined, ["export"])).toThrow(/GM0599, GM0363[\s\S]*--gemeente/);
  expect(() => kiesGemeente(TWEE, "GM0001", ["export"])).toThrow(/hoort niet bij deze installatie/);
  expect(() => kiesGemeente("GM0599", "", ["export"])).toThrow(/hoort niet bij deze installatie/);
});

test("what is about the whole installation asks for none", () => {
  expect(() => kiesGemeente(TWEE, undefined, ["reservekopie", "maken"])).not.toThrow();
});
