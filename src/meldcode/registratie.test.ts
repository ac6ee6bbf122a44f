import * as z from "zod/mini";
import { registratieSchema } from "./registratie";
import { lopend, registratieVan, serie } from "./testtaal";

const begin = { startdatum: serie("5-1-2026") };
const goed = registratieVan([lopend(begin), lopend(begin), lopend(begin)]);
const [uitsplitsing] = goed.uitsplitsingen;
if (!uitsplitsing) throw new Error("Drie zaken vormen een uitsplitsing");
const scheef = { ...uitsplitsing, sisa: { ...uitsplitsing.sisa, ja: 9 } };

function paden(staat: unknown): string[] {
  return (z.safeParse(registratieSchema, staat).error?.issues ?? []).map(({ path }) => path.join(".")).sort();
}

test("a state that adds up passes", () => {
  expect(paden(goed)).toEqual([]);
});

describe("all that is wrong is told at once: a sum that is wrong", () => {
  test("beside a property too many", () => {
    expect(paden({ ...goed, naam: "x", uitsplitsingen: [{ ...scheef, aantal: 4, extra: 1 }] })).toEqual(["", ...["", ".aantal", ".consultatie", ".sisa", ".stap5"].map((deel) => `uitsplitsingen.0${deel}`)]);
  });
  test("beside another kind of state, and an id that is none", () => {
    expect(paden({ ...goed, schema: "registratie/2", inzendingId: 1, uitsplitsingen: [{ ...scheef, aantal: 4 }] })).toEqual(["inzendingId", "schema", "uitsplitsingen.0.aantal", "uitsplitsingen.0.consultatie", "uitsplitsingen.0.sisa", "uitsplitsingen.0.stap5"]);
  });
  test("in a span, beside a minimum or another span that cannot be read", () => {
    expect(paden({ ...goed, minimum: "3", uitsplitsingen: [scheef, { ...uitsplitsing, aantal: "3" }] })).toEqual(["minimum", "uitsplitsingen.0.sisa", "uitsplitsingen.1.aantal"]);
  });
  test("in a month, beside a month that cannot be read", () => {
    expect(paden({ ...goed, uitsplitsingen: [], maanden: [{ periode: "2026-01", gestart: 3, afgesloten: 4 }, null] })).toEqual(["maanden.0.afgesloten", "maanden.1"]);
  });
});

describe("the groups that policy decides on", () => {
  const bekendheid = { nieuw: 1, bekend: 1, onbekend: 1 };
  const met = (anders: object) => paden({ ...goed, uitsplitsingen: [{ ...uitsplitsing, ...anders }] });

  test("may be there or not", () => {
    expect(met({ bekendheid })).toEqual([]);
    expect(met({ sisa: undefined })).toEqual([]);
  });
  test("add up when they are there, with every value and no other", () => {
    expect(met({ bekendheid: { ...bekendheid, nieuw: 2 } })).toEqual(["uitsplitsingen.0.bekendheid"]);
    expect(met({ bekendheid: { nieuw: 2, bekend: 1 } })).toEqual(["uitsplitsingen.0.bekendheid.onbekend"]);
    expect(met({ bekendheid: { ...bekendheid, anders: 0 } })).toEqual(["uitsplitsingen.0.bekendheid"]);
  });
  test("are no others than these", () => expect(met({ schoenmaat: { groot: 3 } })).toEqual(["uitsplitsingen.0"]));
});
