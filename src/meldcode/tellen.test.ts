import * as fc from "fast-check";
import { leesDatum } from "./lezen/datums";
import { INDICATORLEZERS, leesConsultatie, leesSisa, leesStap5 } from "./lezen/keuzes";
import { type Periode, leesPeriode, periodeVanDatum } from "./periode";
import { type Registratie, registratieSchema } from "./registratie";
import { aggregateRegistratie, telBereik } from "./tellen";
import { INZENDING_ID, LEGE_RIJ, OPTIES, dag, lijstMet, lijstVan, lopend, registratieVan, rij, serie } from "./testtaal";
import type { Rij } from "./veld";
import { STANDAARDVRAAGSTELLING, type Vraagstelling } from "./vraagstelling";
import { indicatorcellen, vraagstelling, zaak } from "./willekeur";

const maand = (tekst: string): Periode => leesPeriode(tekst) ?? fail(tekst);
const fail = (tekst: string): never => {
  throw new Error(tekst);
};
const TELOPTIES = { minimum: 3, peildatum: OPTIES.peildatum, inzendingId: INZENDING_ID };
const zaken = fc.array(zaak, { maxLength: 30 });
const zakenMetIndicatoren = fc.array(fc.tuple(zaak, indicatorcellen).map(([basis, indicatoren]) => ({ ...basis, ...indicatoren })), { maxLength: 30 });
const INDICATORWAARDEN = {
  leeftijdsgroep: ["j0tot3", "j4tot11", "j12tot17", "j18tot22", "j23tot64", "j65plus", "onbekend"],
  geweldsvorm: ["lichamelijk", "psychisch", "seksueel", "verwaarlozing", "financieel", "getuige", "meer", "anders", "onbekend"],
  bekendheid: ["nieuw", "bekend", "onbekend"],
  kinderen: ["k0", "k1", "k2", "k3", "k4plus", "onbekend"],
} as const;
const minimum = fc.integer({ min: 1, max: 8 });

/** The same figures the slow way: every row read and looked at for every figure. */
function telMetDeHand(rijen: readonly Rij[], van: Periode, tot: Periode, { sisaLabel, extraIndicatoren }: Vraagstelling = STANDAARDVRAAGSTELLING) {
  const gelezen = rijen.map((r) => ({
    start: leesDatum(r.startdatum, 1900).waarde ?? fail("startdatum"),
    eind: leesDatum(r.einddatum, 1900).waarde,
    sisa: leesSisa(r.sisa).waarde ?? "open",
    consultatie: leesConsultatie(r.consultatie).waarde ?? "open",
    stap5: leesStap5(r.stap5).waarde ?? "open",
    rij: r,
  }));
  const erin = gelezen.filter(({ start }) => periodeVanDatum(start) >= van && periodeVanDatum(start) <= tot);
  const dagen = erin.flatMap(({ start, eind }) => (eind === null ? [] : [eind - start]));
  const hoeveel = (veld: "sisa" | "consultatie" | "stap5", waarden: readonly string[]) => Object.fromEntries(waarden.map((waarde) => [waarde, erin.filter((z) => z[veld] === waarde).length]));
  const indicatorgroepen = extraIndicatoren.map(({ indicator }) => {
    const waarden = erin.map(({ rij: r }) => INDICATORLEZERS[indicator](r[indicator] ?? null).waarde ?? "onbekend");
    return [indicator, Object.fromEntries(INDICATORWAARDEN[indicator].map((waarde) => [waarde, waarden.filter((w) => w === waarde).length]))];
  });
  return {
    aantal: erin.length,
    afgesloten: dagen.length,
    ...(sisaLabel === null ? {} : { sisa: hoeveel("sisa", ["ja", "nee", "nvt", "open"]) }),
    ...Object.fromEntries(indicatorgroepen),
    consultatie: hoeveel("consultatie", ["geen", "intern", "extern", "internEnExtern", "open"]),
    stap5: hoeveel("stap5", ["hulp", "melding", "hulpEnMelding", "geenVanBeide", "open"]),
    doorlooptijd: {
      d0tot7: dagen.filter((d) => d <= 7).length,
      d8tot28: dagen.filter((d) => d >= 8 && d <= 28).length,
      d29tot91: dagen.filter((d) => d >= 29 && d <= 91).length,
      d92plus: dagen.filter((d) => d >= 92).length,
    },
  };
}

test("counting by rows equals counting by months, and every state passes the schema", () => {
  fc.assert(
    fc.property(zaken, minimum, (rijen, k) => {
      const registratie = registratieVan(rijen, { minimum: k });
      expect(registratieSchema.safeParse(registratie).success).toBe(true);
      expect(registratie.maanden).toEqual(
        registratie.maanden.map(({ periode }) => {
          const { aantal: gestart, afgesloten } = telMetDeHand(rijen, periode, periode);
          return { periode, gestart, afgesloten };
        }),
      );
      expect(registratie.uitsplitsingen).toEqual(registratie.uitsplitsingen.map(({ van, tot }) => ({ van, tot, ...telMetDeHand(rijen, van, tot) })));
    }),
  );
});

test("whatever the municipality asks, counting by rows equals counting by months, and every state passes the schema", () => {
  fc.assert(
    fc.property(zakenMetIndicatoren, minimum, vraagstelling, (rijen, k, vraagt) => {
      const registratie = registratieVan(rijen, { minimum: k, vraagstelling: vraagt });
      expect(registratieSchema.safeParse(registratie).error).toBeUndefined();
      expect(registratie.uitsplitsingen).toEqual(registratie.uitsplitsingen.map(({ van, tot }) => ({ van, tot, ...telMetDeHand(rijen, van, tot, vraagt) })));
    }),
  );
});

test("another question leaves all else of a state as it is", () => {
  fc.assert(
    fc.property(zakenMetIndicatoren, minimum, vraagstelling, (rijen, k, vraagt) => {
      const gewoon = registratieVan(rijen, { minimum: k });
      const anders = registratieVan(rijen, { minimum: k, vraagstelling: vraagt });
      const basis = (staat: Registratie) => ({
        ...staat,
        uitsplitsingen: staat.uitsplitsingen.map(({ van, tot, aantal, afgesloten, consultatie, stap5, doorlooptijd }) => ({ van, tot, aantal, afgesloten, consultatie, stap5, doorlooptijd })),
      });
      expect(basis(anders)).toEqual(basis(gewoon));
      if (vraagt.sisaLabel !== null) expect(anders.uitsplitsingen.map(({ sisa }) => sisa)).toEqual(gewoon.uitsplitsingen.map(({ sisa }) => sisa));
      if (vraagt.sisaLabel !== null && vraagt.extraIndicatoren.length === 0) expect(JSON.stringify(anders)).toBe(JSON.stringify(gewoon));
    }),
  );
});

test("an indicator of which the list has no column counts as unknown", () => {
  const { uitsplitsingen } = registratieVan([rij(), rij(), rij()], { vraagstelling: { sisaLabel: null, extraIndicatoren: [{ indicator: "bekendheid", vanaf: maand("2026-01") }] } });
  expect(uitsplitsingen).toMatchObject([{ aantal: 3, bekendheid: { nieuw: 0, bekend: 0, onbekend: 3 } }]);
  expect(uitsplitsingen[0]).not.toHaveProperty("sisa");
});

test("spans follow each other from the first month, each at least k and no longer than needed; less than k is left over", () => {
  fc.assert(
    fc.property(zaken, minimum, (rijen, k) => {
      const { maanden, uitsplitsingen, vanaf } = registratieVan(rijen, { minimum: k });
      const gestart = (van: string, tot: string) => maanden.filter((m) => m.periode >= van && m.periode <= tot).reduce((som, m) => som + m.gestart, 0);
      let verwacht: string | undefined = vanaf;
      for (const { van, tot, aantal } of uitsplitsingen) {
        expect(van).toBe(verwacht);
        expect(aantal).toBeGreaterThanOrEqual(k);
        expect(gestart(van, tot) - gestart(tot, tot)).toBeLessThan(k);
        verwacht = maanden.find((m) => m.periode > tot)?.periode;
      }
      if (verwacht !== undefined) expect(gestart(verwacht, "9999-12")).toBeLessThan(k);
    }),
  );
});

test("a later month never moves an earlier span", () => {
  fc.assert(
    fc.property(zaken, minimum, (rijen, k) => {
      const heel = registratieVan(rijen, { minimum: k });
      const eerder = heel.maanden.map(({ periode }) => registratieVan(rijen, { minimum: k, vanaf: heel.vanaf, tot: periode }).uitsplitsingen);
      expect(eerder).toEqual(heel.maanden.map(({ periode }) => heel.uitsplitsingen.filter((u) => u.tot <= periode)));
    }),
    { numRuns: 30 },
  );
});

test("the example of the contract", () => {
  const rijen = [
    rij({ sisa: "Ja", consultatie: "Intern", stap5: "Hulp" }),
    lopend({ startdatum: serie("20-1-2026"), sisa: "N.v.t.", consultatie: "Intern" }),
    lopend({ startdatum: serie("2-3-2026"), sisa: "Ja", consultatie: "Intern en extern" }),
  ];
  expect(registratieVan(rijen, { tot: maand("2026-03") })).toEqual({
    schema: "registratie/1",
    inzendingId: INZENDING_ID,
    vanaf: "2026-01",
    tot: "2026-03",
    minimum: 3,
    maanden: [
      { periode: "2026-01", gestart: 2, afgesloten: 1 },
      { periode: "2026-02", gestart: 0, afgesloten: 0 },
      { periode: "2026-03", gestart: 1, afgesloten: 0 },
    ],
    uitsplitsingen: [
      {
        van: "2026-01",
        tot: "2026-03",
        aantal: 3,
        afgesloten: 1,
        sisa: { ja: 2, nee: 0, nvt: 1, open: 0 },
        consultatie: { geen: 0, intern: 2, extern: 0, internEnExtern: 1, open: 0 },
        stap5: { hulp: 1, melding: 0, hulpEnMelding: 0, geenVanBeide: 0, open: 2 },
        doorlooptijd: { d0tot7: 0, d8tot28: 1, d29tot91: 0, d92plus: 0 },
      },
    ],
    bevestigdeVerlagingen: [],
  } satisfies Record<keyof Omit<Registratie, "vervangt">, unknown>);
});

test.each([
  [0, "d0tot7"], [7, "d0tot7"], [8, "d8tot28"], [28, "d8tot28"], [29, "d29tot91"], [91, "d29tot91"], [92, "d92plus"], [400, "d92plus"],
] as const)("%i days from start to end count as %s", (dagen, klasse) => {
  const start = serie("1-1-2025");
  expect(registratieVan([rij({ startdatum: start, einddatum: start + dagen })], { minimum: 1 }).uitsplitsingen[0]?.doorlooptijd[klasse]).toBe(1);
});

describe("the months that are counted", () => {
  const bereik = (rijen: Rij[], opties: Parameters<typeof telBereik>[1] = { peildatum: OPTIES.peildatum }) => telBereik(lijstVan(rijen), opties);
  const metStart = (datum: string) => rij({ startdatum: serie(datum), einddatum: serie(datum) });
  const { peildatum } = OPTIES;

  test("begin with the earliest case and end with this month", () => {
    expect(bereik([metStart("3-2-2026"), metStart("31-12-2025")])).toEqual({ vanaf: "2025-12", tot: "2026-04", ervoor: 0, erna: 0 });
  });
  test("begin in January of this year when there is no case yet: all nulopgaven", () => {
    expect(bereik([LEGE_RIJ])).toMatchObject({ vanaf: "2026-01", tot: "2026-04" });
    expect(registratieVan([]).maanden.map((m) => m.gestart)).toEqual([0, 0, 0, 0]);
  });
  test("are given: cases outside them are not counted, and told", () => {
    const rijen = [metStart("3-2-2026"), metStart("31-12-2025"), metStart("1-4-2026"), metStart("2-4-2026")];
    expect(bereik(rijen, { peildatum, vanaf: maand("2026-01"), tot: maand("2026-03") })).toEqual({ vanaf: "2026-01", tot: "2026-03", ervoor: 1, erna: 2 });
    expect(registratieVan(rijen, { vanaf: maand("2026-01"), tot: maand("2026-03") }).maanden.map((m) => m.gestart)).toEqual([0, 1, 0]);
  });
  test("are at most 120: older cases fall off, and are told", () => {
    expect(bereik([metStart("30-4-2016"), metStart("1-5-2016")])).toEqual({ vanaf: "2016-05", tot: "2026-04", ervoor: 1, erna: 0 });
    expect(bereik([], { peildatum, vanaf: maand("2000-01") })).toMatchObject({ vanaf: "2016-05" });
  });
  test("end before the earliest case when that is asked", () => {
    expect(bereik([metStart("3-2-2026")], { peildatum, tot: maand("2025-11") })).toEqual({ vanaf: "2025-11", tot: "2025-11", ervoor: 0, erna: 1 });
  });
  test("never lie after the reference day's month, nor back to front", () => {
    expect(() => bereik([], { peildatum, tot: maand("2026-05") })).toThrow(new RangeError("Tellen kan tot en met april 2026; latere maanden zijn er nog niet."));
    expect(() => bereik([], { peildatum, vanaf: maand("2026-03"), tot: maand("2026-02") })).toThrow(RangeError);
  });
});

test("a list with a fout is not counted", () => {
  const lijst = lijstMet(rij(), rij({ sisa: "?" }));
  expect(() => aggregateRegistratie(lijst, TELOPTIES)).toThrow(RangeError);
  lijst.wijzig(1, rij());
  expect(aggregateRegistratie(lijst, TELOPTIES).maanden[0]?.gestart).toBe(2);
});

test("what was confirmed and what is replaced travel along", () => {
  expect(registratieVan([], { bevestigdeVerlagingen: [maand("2025-12")], vervangt: "abc" })).toMatchObject({ bevestigdeVerlagingen: ["2025-12"], vervangt: "abc" });
  expect(registratieVan([])).not.toHaveProperty("vervangt");
});

test("nothing of a reference, a team or a date is in a state", () => {
  const tekst = JSON.stringify(registratieVan([rij({ kenmerk: "KANARIE", team: "KANARIE", startdatum: "13 januari 2026" })], { minimum: 1 }));
  expect(tekst).not.toMatch(/KANARIE|13|46035/);
  expect(dag("13-1-2026")).toBe(serie("13-1-2026") - 25569);
});
