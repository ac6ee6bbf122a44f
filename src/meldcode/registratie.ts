import * as z from "zod/mini";
import { INDICATOREN, INDICATORWAARDEN, type Indicator } from "./indicator";
import { PERIODE_VORM, type Periode, periodenVanTot } from "./periode";

/**
 * The state of one running list, as it is sent: marginals per span of months, never a case, a date, a reference or a name.
 * One schema for both sides; every invariant of the contract is checked here and nowhere else.
 */
export const MAXIMUM_MAANDEN = 120;

/** The cast only adds the brand: what passes the pattern is a Periode. */
export const periodeSchema = z.string().check(z.regex(PERIODE_VORM, { error: "Geen maand in de vorm jjjj-mm." })) as unknown as z.ZodMiniType<Periode, string>;
/** No organisation starts the meldcode a million times a month; a bound keeps sums exact. */
const aantal = z.int({ error: "Geen geheel getal." }).check(z.minimum(0, { error: "Kleiner dan 0." }), z.maximum(1_000_000, { error: "Groter dan 1.000.000." }));

const maand = z.strictObject({ periode: periodeSchema, gestart: aantal, afgesloten: aantal }).check(
  volgens(function* (m) {
    if (m.afgesloten > m.gestart) yield { pad: ["afgesloten"], melding: "Is meer dan `gestart`." };
  }),
);
/** onbekend: no value in the cell, whether the case runs or not. */
const indicatorgroep = <W extends Readonly<Record<string, string>>>(waarden: W) =>
  // Object.fromEntries forgets that these are exactly the keys of the indicator.
  z.optional(z.strictObject(Object.fromEntries([...Object.keys(waarden), "onbekend"].map((waarde) => [waarde, aantal])) as Record<keyof W | "onbekend", typeof aantal>));

/** Which groups a span has is municipal policy: SISA may be absent, indicators may be asked. */
const uitsplitsing = z
  .strictObject({
    van: periodeSchema,
    tot: periodeSchema,
    aantal,
    afgesloten: aantal,
    sisa: z.optional(z.strictObject({ ja: aantal, nee: aantal, nvt: aantal, open: aantal })),
    consultatie: z.strictObject({ geen: aantal, intern: aantal, extern: aantal, internEnExtern: aantal, open: aantal }),
    stap5: z.strictObject({ hulp: aantal, melding: aantal, hulpEnMelding: aantal, geenVanBeide: aantal, open: aantal }),
    doorlooptijd: z.strictObject({ d0tot7: aantal, d8tot28: aantal, d29tot91: aantal, d92plus: aantal }),
    leeftijdsgroep: indicatorgroep(INDICATORWAARDEN.leeftijdsgroep),
    geweldsvorm: indicatorgroep(INDICATORWAARDEN.geweldsvorm),
    bekendheid: indicatorgroep(INDICATORWAARDEN.bekendheid),
    kinderen: indicatorgroep(INDICATORWAARDEN.kinderen),
  })
  .check(
    volgens(function* (u) {
      if (u.tot < u.van) yield { pad: ["tot"], melding: "Ligt vóór `van`." };
      for (const groep of ["sisa", "consultatie", "stap5", ...INDICATOREN] as const) {
        const verdeling = u[groep];
        if (verdeling && som(Object.values(verdeling)) !== u.aantal) yield { pad: [groep], melding: "Telt niet op tot `aantal`." };
      }
      if (som(Object.values(u.doorlooptijd)) !== u.afgesloten) yield { pad: ["doorlooptijd"], melding: "Telt niet op tot `afgesloten`." };
    }),
  );
export type Maand = z.infer<typeof maand>;
/** What is counted of one month. */
export type Stand = Readonly<Omit<Maand, "periode">>;
export type Uitsplitsing = z.infer<typeof uitsplitsing>;
/** The groups of a span of which each adds up to its number of cases (doorlooptijd: to the closed ones). */
export type Verdeling = Pick<Uitsplitsing, "sisa" | "consultatie" | "stap5" | "doorlooptijd" | Indicator>;

const vorm = z.strictObject({
  schema: z.literal("registratie/1"),
  inzendingId: z.uuid({ error: "Geen uuid." }),
  vanaf: periodeSchema,
  tot: periodeSchema,
  /** k: no breakdown for fewer cases. Municipal policy. */
  minimum: z.int().check(z.minimum(1), z.maximum(1000)),
  maanden: z.array(maand).check(z.minLength(1), z.maxLength(MAXIMUM_MAANDEN)),
  uitsplitsingen: z.array(uitsplitsing).check(z.maxLength(MAXIMUM_MAANDEN)),
  bevestigdeVerlagingen: z.array(periodeSchema).check(z.maxLength(10 * MAXIMUM_MAANDEN)),
  /** The registratie whose place this one takes (domain: more than one list). */
  vervangt: z.optional(z.string().check(z.regex(/^[A-Za-z0-9-]{1,64}$/))),
});

export const registratieSchema = vorm.check(volgens(schendingen));
export type Registratie = z.infer<typeof registratieSchema>;

/** What the months and the spans say of each other. */
function* schendingen(r: z.infer<typeof vorm>): Generator<Schending> {
  if (r.tot < r.vanaf) yield { pad: ["tot"], melding: "Ligt vóór `vanaf`." };
  const verwacht = periodenVanTot(r.vanaf, r.tot);
  if (verwacht.length !== r.maanden.length || verwacht.some((p, i) => p !== r.maanden[i]?.periode)) {
    yield { pad: ["maanden"], melding: "Moet precies elke maand van `vanaf` tot en met `tot` bevatten, op volgorde." };
  }
  let vorigeTot = "";
  for (const [i, u] of r.uitsplitsingen.entries()) {
    const pad = ["uitsplitsingen", i];
    if (u.van < r.vanaf || u.tot > r.tot) yield { pad: [...pad, "van"], melding: "Valt buiten `vanaf` tot en met `tot`." };
    if (u.van <= vorigeTot) yield { pad: [...pad, "van"], melding: "Overlapt de vorige uitsplitsing of staat niet op volgorde." };
    vorigeTot = u.tot;
    if (u.aantal < r.minimum) yield { pad: [...pad, "aantal"], melding: `Is minder dan het minimum van ${r.minimum}.` };
    const maanden = r.maanden.filter((m) => m.periode >= u.van && m.periode <= u.tot);
    if (som(maanden.map((m) => m.gestart)) !== u.aantal) yield { pad: [...pad, "aantal"], melding: "Is niet de som van `gestart` van de maanden." };
    if (som(maanden.map((m) => m.afgesloten)) !== u.afgesloten) yield { pad: [...pad, "afgesloten"], melding: "Is niet de som van `afgesloten` van de maanden." };
  }
}

interface Schending {
  readonly pad: (string | number)[];
  readonly melding: string;
}

/** Parts of a state on which no sum depends. */
const BUITEN_DE_TELLING: readonly unknown[] = ["schema", "inzendingId", "bevestigdeVerlagingen", "vervangt"] satisfies (keyof z.infer<typeof vorm>)[];

/** A rule on a part of a state. It also holds when something else of that part is wrong already: all errors are told at once (api.md). */
function volgens<T>(regels: (deel: T) => Iterable<Schending>): z.core.$ZodCheck<T> {
  return z.superRefine(
    (deel: T, ctx) => {
      for (const { pad, melding } of regels(deel)) ctx.addIssue({ code: "custom", message: melding, path: pad, input: undefined });
    },
    { when: ({ issues }) => issues.every((fout) => fout.continue === true || BUITEN_DE_TELLING.includes(fout.path?.[0])) },
  );
}

function som(getallen: readonly number[]): number {
  return getallen.reduce((a, b) => a + b, 0);
}
