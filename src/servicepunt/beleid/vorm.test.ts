import fc from "fast-check";
import { beleidsinstellingSchema } from "../../meldcode/uitwisseling/servicepunt";
import { BELEID, INSTELLING, maand } from "../proefdienst";
import { verschillen } from "./verschillen";
import { foutenIn, instellingVan, VORMVELDEN, type Vorm, voegSamen, vormVan } from "./vorm";

const basis = vormVan(BELEID);

test("a policy that is opened and left alone is the same policy, and a good one", () => {
  const vol = { ...INSTELLING, sisaLabel: null, extraIndicatoren: [{ indicator: "kinderen" as const, vanaf: maand("2026-05") }], helpteksten: [{ kop: "Bel", tekst: "ons" }] };
  for (const een of [INSTELLING, vol]) {
    expect(instellingVan(vormVan(een))).toEqual(een);
    expect(beleidsinstellingSchema.safeParse(een).success).toBe(true);
    expect(foutenIn(een)).toEqual({});
  }
});

test.each([
  [{ minimum: "drie" }, "minimum"],
  [{ minimum: "0" }, "minimum"],
  [{ deadlineDag: "31" }, "deadlineDag"],
  [{ contactEmail: "geen adres" }, "contactEmail"],
  [{ contactUrl: "www.example.nl" }, "contactUrl"],
  [{ helpUrl: "" }, "helpUrl"],
  [{ sisaLabel: "Startdatum" }, "sisaLabel"],
  [{ helpteksten: [{ kop: "", tekst: "x" }] }, "helpteksten.0.kop"],
] satisfies [Partial<Vorm>, string][])("%j is told at its own field, in Dutch", (deel: Partial<Vorm>, veld) => {
  const fouten = foutenIn(instellingVan({ ...basis, ...deel }));
  expect(Object.keys(fouten)).toEqual([veld]);
  expect(fouten[veld]).not.toMatch(/invalid/i);
});

describe("what changes is told before it is saved", () => {
  const anders = (deel: Partial<Vorm>) => verschillen(basis, { ...basis, ...deel }, maand("2026-04"));

  test("what it was, what it becomes, and what organisations notice", () => {
    expect(anders({ deadlineDag: "20" })).toEqual([
      { veld: "deadlineDag", naam: "Uiterste dag", was: "de 15e van de volgende maand, tot middernacht", wordt: "de 20e van de volgende maand, tot middernacht", gevolg: expect.stringContaining("Geldt vanaf april 2026") },
    ]);
    expect(anders({ leeftijdsgroep: maand("2026-06") })[0]).toMatchObject({ was: "wordt niet gevraagd", gevolg: expect.stringContaining("een kolom bij") });
  });

  test("a lower minimum warns that figures can be traced back to a case", () => {
    expect(anders({ minimum: "2" })[0]?.gevolg).toContain("privacyfunctionaris");
    expect(anders({ minimum: "5" })[0]?.gevolg).not.toContain("privacyfunctionaris");
  });

  test("not asking SISA any longer is one change; another label that is not asked is none", () => {
    expect(anders({ sisaGevraagd: false }).map(({ wordt }) => wordt)).toEqual(["wordt niet gevraagd"]);
    expect(verschillen({ ...basis, sisaGevraagd: false }, { ...basis, sisaGevraagd: false, sisaLabel: "Anders" }, maand("2026-04"))).toEqual([]);
  });
});

describe("when a colleague saved first", () => {
  test("both changes stand together, and the colleague's is told", () => {
    const samen = voegSamen(basis, { ...basis, minimum: "5" }, { ...basis, deadlineDag: "20" });
    expect(samen.vorm).toEqual({ ...basis, minimum: "5", deadlineDag: "20" });
    expect(samen).toMatchObject({ vanCollega: ["deadlineDag"], botsingen: [] });
  });

  test("where both changed the same, mine stands and it is told", () => {
    const samen = voegSamen(basis, { ...basis, minimum: "5", sisaGevraagd: false }, { ...basis, minimum: "4", sisaLabel: "Matchpoint" });
    expect(samen.vorm.minimum).toBe("5");
    expect(samen).toMatchObject({ vanCollega: ["sisaLabel", "minimum"], botsingen: ["minimum"] });
  });

  test("nothing is ever lost: of every field it is mine where I changed it, theirs where I did not", () => {
    const tekst = fc.constantFrom("1", "2", "3");
    const vorm = fc.record({ gemeente: tekst, minimum: tekst, deadlineDag: tekst, helpUrl: tekst }).map((deel): Vorm => ({ ...basis, ...deel }));
    fc.assert(
      fc.property(vorm, vorm, vorm, (toen, mijn, hun) => {
        const samen = voegSamen(toen, mijn, hun);
        for (const veld of VORMVELDEN) expect(samen.vorm[veld]).toEqual(mijn[veld] === toen[veld] ? hun[veld] : mijn[veld]);
      }),
      { numRuns: 50 },
    );
  });
});
