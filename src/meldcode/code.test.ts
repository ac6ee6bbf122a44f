import * as fc from "fast-check";
import { ACTIVERINGSCODE_LENGTE, inGroepen, leesTekens, maakTekens, ORGANISATIE_LENGTE, ORGANISATIE_VORM } from "./code";

const TEKENS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const code = fc.uint8Array({ minLength: 7, maxLength: 15 }).map(maakTekens);

test("what was made is read back, however a person types it", () => {
  fc.assert(
    fc.property(code, (tekens) => {
      const getypt = ` ${inGroepen(tekens).toLowerCase().replace(/0/g, "o").replace(/1/g, "l")} `;
      expect(leesTekens(getypt, tekens.length)).toBe(tekens);
    }),
  );
});

test("one wrong character is always noticed", () => {
  fc.assert(
    fc.property(code, fc.nat(), fc.nat(30), (tekens, waar, anders) => {
      const plaats = waar % tekens.length;
      const oud = TEKENS.indexOf(tekens.charAt(plaats));
      const fout = tekens.slice(0, plaats) + TEKENS.charAt((oud + 1 + anders) % 32) + tekens.slice(plaats + 1);
      expect(leesTekens(fout, tekens.length)).toBeNull();
    }),
    { numRuns: 1000 },
  );
});

test("two neighbours that changed places are noticed, but for 0 and Z", () => {
  fc.assert(
    fc.property(code, fc.nat(), (tekens, waar) => {
      const plaats = waar % (tekens.length - 1);
      const [a, b] = [tekens.charAt(plaats), tekens.charAt(plaats + 1)];
      fc.pre(a !== b && !(a + b === "0Z" || a + b === "Z0"));
      expect(leesTekens(tekens.slice(0, plaats) + b + a + tekens.slice(plaats + 2), tekens.length)).toBeNull();
    }),
    { numRuns: 1000 },
  );
});

test.each(["", "7K3M", "7K3M-Q2X", "7K3M-Q2XAA", "7K3M-Q2X!", "7K3M-Q2XU"])("%j is no code of eight", (tekst) => expect(leesTekens(tekst, 8)).toBeNull());

test("an organisation's id has the form in which it is registered", () => {
  const tekens = maakTekens(new Uint8Array(ORGANISATIE_LENGTE - 1).fill(255));
  expect(`ORG-${inGroepen(tekens)}`).toMatch(ORGANISATIE_VORM);
  expect(inGroepen(maakTekens(new Uint8Array(ACTIVERINGSCODE_LENGTE - 1)))).toMatch(/^(0000-){3}000.$/);
});
