import * as fc from "fast-check";
import { Kenmerken } from "./kenmerken";

const sleutel = fc.constantFrom("", "a", "b", "c", "lang kenmerk");
const dubbelen = (sleutels: readonly string[]) => sleutels.map((s, i) => s !== "" && sleutels.indexOf(s) < i);

test("in any sequence of changes exactly the later rows with the same reference are double, and what changed is told", () => {
  fc.assert(
    fc.property(fc.array(sleutel, { minLength: 8, maxLength: 8 }), fc.array(fc.tuple(fc.nat(7), sleutel)), (begin, reeks) => {
      const nu = [...begin];
      const kenmerken = new Kenmerken(nu.length, (rij) => nu[rij] ?? "");
      const alle = () => nu.map((_, rij) => kenmerken.isDubbel(rij));
      expect(alle()).toEqual(dubbelen(nu));
      for (const [rij, nieuw] of reeks) {
        const eerst = alle();
        const weg = kenmerken.haalWeg(rij);
        nu[rij] = nieuw;
        const erbij = kenmerken.voegToe(rij);
        expect(alle()).toEqual(dubbelen(nu));
        // A row that both gains and loses its first place by one change is told twice, and did not change.
        const verteld = weg === erbij ? [] : [weg, erbij].filter((andere) => andere !== null);
        expect(verteld.sort()).toEqual(nu.flatMap((_, i) => (i !== rij && eerst[i] !== alle()[i] ? [i] : [])));
      }
    }),
  );
});

test("references that share a bucket are told apart", () => {
  const sleutels = Array.from({ length: 5_000 }, (_, i) => `M-${i % 4_000}`);
  const kenmerken = new Kenmerken(sleutels.length, (rij) => sleutels[rij] ?? "");
  expect(sleutels.filter((_, rij) => kenmerken.isDubbel(rij))).toHaveLength(1_000);
});
