import * as fc from "fast-check";
import { canoniekeJson, type Json } from "./canoniek";

/** The same value with the keys of every object the other way round. */
function andersom(waarde: unknown): unknown {
  if (Array.isArray(waarde)) return waarde.map(andersom);
  if (waarde === null || typeof waarde !== "object") return waarde;
  return Object.fromEntries(Object.entries(waarde).reverse().map(([naam, deel]) => [naam, andersom(deel)]));
}

test("equal content gives equal text, whatever the order of the keys", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (waarde) => {
      // jsonValue makes nothing but what JSON can hold.
      const json = waarde as Json;
      expect(canoniekeJson(andersom(json) as Json)).toBe(canoniekeJson(json));
      expect(JSON.parse(canoniekeJson(json))).toEqual(JSON.parse(JSON.stringify(json)));
    }),
  );
});

test("keys are sorted, blanks and absent properties are left out, lists keep their order", () => {
  expect(canoniekeJson({ "9": 1, "10": 2, 'a"\\': "\u0007\n\ud800" })).toBe(String.raw`{"10":2,"9":1,"a\"\\":"\u0007\n\ud800"}`);
  expect(canoniekeJson({ b: [2, 1], a: { d: "é", c: null }, e: undefined })).toBe('{"a":{"c":null,"d":"é"},"b":[2,1]}');
});
