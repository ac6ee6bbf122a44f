import * as z from "zod/mini";
import { kopsleutel } from "../../lezen/koppen";
import { INDICATOREN } from "../../indicator";
import { VERPLICHTE_VELDEN } from "../../veld";
import { type Kolomwijzer, type Koppeling, Koppelingfout, type Koppelingsbegin, KEUZEVELDEN, beginSchema, bereikSchema, koppelingSchema } from "../koppeling";
import { zuiverBereik } from "../plaatsen";
import { TEKSTEN } from "../teksten";

/** What a proposal cannot know. A question is answered in its own `antwoord`. */

const voorbeelden = z.array(z.object({ blad: z.string(), cel: z.string(), tekst: z.string() }));
const kolom = { kop: z.string(), kolom: z.string() };
const keuzeveld = z.enum(KEUZEVELDEN);
const woord = { woord: z.string(), aantal: z.number(), voorbeelden };

export const vraagSchema = z.discriminatedUnion("soort", [
  /** Which column; answered by its letters or header. null: the list does not have it. With `blad`: what a known column is called there; null leaves that sheet out. */
  z.object({ soort: z.literal("kolom"), veld: z.enum([...VERPLICHTE_VELDEN, ...INDICATOREN]), blad: z.optional(z.string()), zin: z.string(), keuzes: z.array(z.object({ ...kolom, zekerheid: z.number(), voorbeelden })), antwoord: z.optional(z.nullable(z.string())) }),
  /** What own words mean. */
  z.object({
    soort: z.literal("waarden"),
    veld: keuzeveld,
    ...kolom,
    zin: z.string(),
    woorden: z.array(z.object({ ...woord, voorstel: z.nullable(z.string()) })),
    mogelijk: z.array(z.string()),
    antwoord: z.optional(z.record(z.string(), z.string())),
  }),
  /** What it means when the field is empty. */
  z.object({ soort: z.literal("leeg"), veld: keuzeveld, zin: z.string(), mogelijk: z.array(z.string()), voorbeelden, antwoord: z.optional(z.string()) }),
  /** What an empty cell means beside a filled one, for a field with two columns. */
  z.object({ soort: z.literal("leeg-naast"), veld: z.enum(["consultatie", "stap5"]), zin: z.string(), mogelijk: z.array(z.string()), voorbeelden, antwoord: z.optional(z.enum(["niet", "open"])) }),
  /** Which words of a column stand in rows that are no cases. */
  z.object({ soort: z.literal("filter"), ...kolom, zin: z.string(), woorden: z.array(z.object({ ...woord, voorstel: z.enum(["tellen", "weglaten"]) })), antwoord: z.optional(z.array(z.string())) }),
  /** Whether age on the start date decides N.v.t. */
  z.object({ soort: z.literal("leeftijd"), ...kolom, wat: z.enum(["leeftijd", "geboortedatum"]), zin: z.string(), voorbeelden, antwoord: z.optional(z.boolean()) }),
  /** Whether the same reference and start date on a later sheet is the same case. */
  z.object({ soort: z.literal("zelfde-zaak"), zin: z.string(), antwoord: z.optional(z.boolean()) }),
  /** Which organisation these words name, in a list of several. */
  z.object({
    soort: z.literal("organisatie"),
    ...kolom,
    zin: z.string(),
    woorden: z.array(z.object({ ...woord, voorstel: z.nullable(z.string()) })),
    mogelijk: z.array(z.object({ organisatieId: z.string(), naam: z.string() })),
    antwoord: z.optional(z.record(z.string(), z.string())),
  }),
  /** Which of these sheets belong to the list. */
  z.object({ soort: z.literal("blad"), zin: z.string(), keuzes: z.array(z.object({ ...bereikSchema.shape, zekerheid: z.number() })), antwoord: z.optional(z.array(z.string())) }),
]);
export type Vraag = z.infer<typeof vraagSchema>;

/** A proposal as a file brings it back; what is only there to be looked at is not read. */
export const antwoordSchema = z.object({ koppeling: beginSchema, vragen: z.array(vraagSchema) });

/**
 * The mapping with the answers in it; questions without an answer stay open. @throws Koppelingfout when an answer does not fit.
 */
export function beantwoord(koppeling: Koppelingsbegin, vragen: readonly Vraag[]): Koppelingsbegin {
  return vragen.reduce((tot, vraag) => (vraag.antwoord === undefined ? tot : eis(verwerk(tot, vraag), vraag)), koppeling);
}

/** The whole mapping. @throws Koppelingfout while a question is open. */
export function rondAf(koppeling: Koppelingsbegin, vragen: readonly Vraag[]): Koppeling {
  const open = vragen.filter((vraag) => vraag.antwoord === undefined);
  if (open[0]) throw new Koppelingfout(TEKSTEN.vragenOpen(open.length, open[0].zin));
  const gelezen = koppelingSchema.safeParse(beantwoord(koppeling, vragen));
  if (!gelezen.success) throw new Koppelingfout(TEKSTEN.geenStartdatum);
  return gelezen.data;
}

/** The answers hold words that may not be meanings of that field: the schema says. */
function eis(koppeling: unknown, vraag: Vraag): Koppelingsbegin {
  const gelezen = beginSchema.safeParse(koppeling);
  if (!gelezen.success) throw new Koppelingfout(TEKSTEN.antwoordPastNiet(vraag.zin));
  return gelezen.data;
}

function verwerk(koppeling: Koppelingsbegin, vraag: Vraag): unknown {
  const { velden } = koppeling;
  const met = (veld: string, deel: unknown) => ({ ...koppeling, velden: { ...velden, [veld]: deel } });
  switch (vraag.soort) {
    case "kolom":
      if (vraag.blad !== undefined) return metKopOpBlad(koppeling, vraag, vraag.blad);
      return met(vraag.veld, { kolommen: typeof vraag.antwoord === "string" ? [gekozen(vraag.antwoord, vraag)] : [] });
    case "waarden": {
      const deel = velden[vraag.veld];
      return met(vraag.veld, { ...deel, kolommen: deel?.kolommen.map((k) => (zelfde(k, vraag) ? { ...k, waarden: { ...k.waarden, ...vraag.antwoord } } : k)) });
    }
    case "leeg":
      return met(vraag.veld, { kolommen: [], ...velden[vraag.veld], leeg: vraag.antwoord });
    case "leeg-naast": {
      const deel = velden[vraag.veld];
      return met(vraag.veld, { ...deel, kolommen: deel?.kolommen.map((k) => ({ ...k, leeg: vraag.antwoord })) });
    }
    case "filter": {
      const weglaten = vraag.antwoord ?? [];
      const tellen = vraag.woorden.flatMap(({ woord }) => (weglaten.includes(woord) ? [] : [woord]));
      return { ...koppeling, filters: [...koppeling.filters, { kop: vraag.kop, kolom: vraag.kolom, weglaten, tellen }] };
    }
    case "leeftijd":
      return { ...koppeling, leeftijd: vraag.antwoord ? { kop: vraag.kop, kolom: vraag.kolom, soort: vraag.wat } : null };
    case "zelfde-zaak":
      return { ...koppeling, zelfdeZaak: vraag.antwoord };
    case "organisatie":
      return { ...koppeling, organisatie: { kop: vraag.kop, kolom: vraag.kolom, ...koppeling.organisatie, waarden: { ...koppeling.organisatie?.waarden, ...vraag.antwoord } } };
    case "blad": {
      const gekozenBladen = vraag.keuzes.filter(({ blad }) => vraag.antwoord?.includes(blad));
      return zonderBladen({ ...koppeling, bereiken: [...koppeling.bereiken, ...gekozenBladen.map(zuiverBereik)] }, vraag.keuzes.filter((keuze) => !gekozenBladen.includes(keuze)).map(({ blad }) => blad));
    }
  }
}

function metKopOpBlad(koppeling: Koppelingsbegin, vraag: Extract<Vraag, { soort: "kolom" }>, blad: string): unknown {
  if (typeof vraag.antwoord !== "string") return zonderBladen({ ...koppeling, bereiken: koppeling.bereiken.filter((bereik) => bereik.blad !== blad) }, [blad]);
  const { kop } = gekozen(vraag.antwoord, vraag);
  const deel = koppeling.velden[vraag.veld];
  const kolommen = deel?.kolommen.map((kolom) => ({ ...kolom, andereKoppen: [...(kolom.andereKoppen ?? []), kop] }));
  return { ...koppeling, velden: { ...koppeling.velden, [vraag.veld]: { ...deel, kolommen } } };
}

/** Of these sheets it was said that they are no part of the list. */
function zonderBladen(koppeling: Koppelingsbegin, bladen: readonly string[]): Koppelingsbegin {
  const samen = [...new Set([...(koppeling.andereBladen ?? []), ...bladen])];
  return samen.length === 0 ? koppeling : { ...koppeling, andereBladen: samen };
}

function gekozen(antwoord: string, { keuzes, zin }: Extract<Vraag, { soort: "kolom" }>): Kolomwijzer {
  const keuze = keuzes.find((k) => k.kolom === antwoord.toUpperCase()) ?? keuzes.find((k) => kopsleutel(k.kop) === kopsleutel(antwoord));
  if (!keuze) throw new Koppelingfout(TEKSTEN.antwoordPastNiet(zin));
  return { kop: keuze.kop, kolom: keuze.kolom };
}

function zelfde(a: Kolomwijzer, b: Kolomwijzer): boolean {
  return a.kolom === b.kolom && kopsleutel(a.kop) === kopsleutel(b.kop);
}
