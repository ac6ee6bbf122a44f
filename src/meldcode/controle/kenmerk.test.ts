import * as fc from "fast-check";
import { kenmerksleutel, persoonsgegevenInKenmerk } from "./kenmerk";

/** The contract in plain words, without the cheap look that comes first. */
function zonderOmweg(tekst: string): boolean {
  const isBsn = (negen: string) => [...negen].reduce((som, cijfer, i) => som + Number(cijfer) * (i === 8 ? -1 : 9 - i), 0) % 11 === 0;
  return (
    /[^\s@]+@[^\s@]+\.[^\s@]+/.test(tekst) ||
    (tekst.match(/\d+/g) ?? []).some((cijfers) => cijfers.length === 9 && isBsn(cijfers)) ||
    /(^|\D)0([\s-]*\d){9}(\D|$)/.test(tekst) ||
    /\+31([\s-]*\d){9}(\D|$)/.test(tekst)
  );
}

test("the cheap look lets nothing slip", () => {
  const brok = fc.constantFrom("0", "06", "+31", "31", "111222333", "12345678", "1", "23", " ", "-", "a", "@", "b.nl", "+", "x@y.z", "\u00a0");
  fc.assert(
    fc.property(fc.array(brok, { maxLength: 10 }), (brokken) => {
      const tekst = brokken.join("");
      expect(persoonsgegevenInKenmerk.geldt(tekst)).toBe(zonderOmweg(tekst));
    }),
    { numRuns: 3000 },
  );
});

test.each([
  [" Zaak 1\u00a0", "zaak 1"],
  [12, "12"],
  [true, "true"],
  [null, ""],
  ["\u00a0", ""],
  ["#N/B", ""],
  ["#12", "#12"],
])("the reference %j is compared as %j", (cel, sleutel) => expect(kenmerksleutel(cel)).toBe(sleutel));
