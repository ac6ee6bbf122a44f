import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import * as z from "zod/mini";
import { type Datum, datumUitIso } from "../../meldcode/datum";
import { type Koppeling, Koppelingfout, type Koppelingsbegin, beginSchema, koppelingSchema } from "../../meldcode/koppeling/koppeling";
import { antwoordSchema, beantwoord, rondAf } from "../../meldcode/koppeling/voorstel/vragen";
import { type Periode, leesPeriode } from "../../meldcode/periode";
import { SECTOREN, type Sector } from "../../meldcode/sector";
import { beleidSchema } from "../../meldcode/uitwisseling/beleid";
import { VELDEN, type Veld } from "../../meldcode/veld";
import { STANDAARDVRAAGSTELLING, type Vraagstelling } from "../../meldcode/vraagstelling";
import { normaliseer } from "../../meldcode/lezen/tekst";
import { OPTIES } from "./teksten";

export interface Opties {
  readonly bestanden: readonly string[];
  readonly json: boolean;
  readonly help: boolean;
  readonly controle: Controleopties;
  readonly opdracht: Opdracht;
}

/** What to do with the files: an own list is read through a mapping, or one is proposed for it (from an earlier one, when there is one). */
export type Opdracht =
  | { readonly soort: "controleer" }
  | { readonly soort: "controleer-eigen-lijst"; readonly koppeling: Koppeling }
  | { readonly soort: "stel-koppeling-voor"; readonly eerder: Koppelingsbegin | null };

/** What a check depends on beside the file. */
export interface Controleopties {
  readonly blad?: string | undefined;
  readonly koppen: Readonly<Partial<Record<Veld, string>>>;
  readonly vraagstelling: Vraagstelling;
  readonly sector?: Sector | undefined;
  readonly vanaf?: Periode | undefined;
  readonly tot?: Periode | undefined;
  readonly peildatum: Datum;
  readonly minimum: number;
}

/** A wrong option; the message is one Dutch sentence. */
export class Optiefout extends Error {
  override readonly name = "Optiefout";
}

const STANDAARD_MINIMUM = 3;

const kolommenSchema = z.partialRecord(z.enum(VELDEN), z.string().check(z.minLength(1)));
const beleidsdeelSchema = z.partial(beleidSchema);

/** @throws Optiefout */
export function leesOpties(argumenten: readonly string[], vandaag: Datum): Opties {
  const { values: v, positionals } = leesArgumenten(argumenten);
  const help = v.help ?? false;
  if (positionals.length === 0 && !help) throw new Optiefout(OPTIES.geenBestand);
  if ((v.koppeling !== undefined || v["stel-koppeling-voor"]) && (v.blad !== undefined || v.kolommen !== undefined)) throw new Optiefout(OPTIES.koppelingOfKolommen);
  const beleid = v.beleid === undefined ? {} : leesJson("beleid", v.beleid, beleidsdeelSchema);
  const vanaf = maand("vanaf", v.vanaf);
  const tot = maand("tot", v.tot);
  if (vanaf !== undefined && tot !== undefined && vanaf > tot) throw new Optiefout(OPTIES.volgorde(vanaf, tot));
  return {
    bestanden: positionals,
    json: v.json ?? false,
    help,
    opdracht: leesOpdracht(v["stel-koppeling-voor"] ?? false, v.koppeling),
    controle: {
      blad: v.blad,
      koppen: v.kolommen === undefined ? {} : leesKoppen(v.kolommen),
      vraagstelling: {
        sisaLabel: beleid.sisaLabel === undefined ? STANDAARDVRAAGSTELLING.sisaLabel : beleid.sisaLabel,
        extraIndicatoren: beleid.extraIndicatoren ?? STANDAARDVRAAGSTELLING.extraIndicatoren,
      },
      sector: sector(v.sector),
      vanaf,
      tot,
      peildatum: v.peildatum === undefined ? vandaag : dag(v.peildatum),
      minimum: v.minimum === undefined ? (beleid.minimum ?? STANDAARD_MINIMUM) : minimum(v.minimum),
    },
  };
}

function leesArgumenten(argumenten: readonly string[]) {
  const tekst = { type: "string" } as const;
  const vlag = { type: "boolean" } as const;
  try {
    return parseArgs({
      args: [...argumenten],
      allowPositionals: true,
      options: { blad: tekst, kolommen: tekst, koppeling: tekst, beleid: tekst, sector: tekst, vanaf: tekst, tot: tekst, peildatum: tekst, minimum: tekst, "stel-koppeling-voor": vlag, json: vlag, help: { ...vlag, short: "h" } },
    });
  } catch (fout) {
    throw new Optiefout(inHetNederlands(fout), { cause: fout });
  }
}

/** Node says in English which option is wrong, between quotes, and why in a code. */
function inHetNederlands(fout: unknown): string {
  const message = foutveld(fout, "message");
  const optie = /(--?[\w-]+)(?![^']*, )/.exec(message)?.[1] ?? "";
  if (foutveld(fout, "code") === "ERR_PARSE_ARGS_UNKNOWN_OPTION") return OPTIES.onbekend(optie);
  return message.includes("does not take an argument") ? OPTIES.metWaarde(optie) : OPTIES.zonderWaarde(optie);
}

/** What Node says about an error of its own; empty when it does not. */
export function foutveld(fout: unknown, veld: "code" | "message" | "syscall"): string {
  return String(Reflect.get(Object(fout), veld) ?? "");
}

function maand(optie: string, waarde: string | undefined): Periode | undefined {
  if (waarde === undefined) return undefined;
  const periode = leesPeriode(waarde);
  if (periode === null) throw new Optiefout(OPTIES.geenMaand(optie, waarde));
  return periode;
}

function dag(waarde: string): Datum {
  const datum = datumUitIso(waarde);
  if (datum === null) throw new Optiefout(OPTIES.geenDatum(waarde));
  return datum;
}

function minimum(waarde: string): number {
  const getal = /^\d{1,4}$/.test(waarde) ? Number(waarde) : 0;
  if (getal < 1 || getal > 1000) throw new Optiefout(OPTIES.geenMinimum(waarde));
  return getal;
}

function sector(waarde: string | undefined): Sector | undefined {
  const gevonden = SECTOREN.find((naam) => naam === waarde);
  if (waarde !== undefined && !gevonden) throw new Optiefout(OPTIES.geenSector(waarde, SECTOREN));
  return gevonden;
}

function leesKoppen(bestand: string): Controleopties["koppen"] {
  const koppen = leesJson("kolommen", bestand, kolommenSchema);
  const gezien = new Set<string>();
  for (const kop of Object.values(koppen)) {
    if (gezien.has(normaliseer(kop))) throw new Optiefout(OPTIES.zelfdeKop(kop, bestand));
    gezien.add(normaliseer(kop));
  }
  return koppen;
}

/** The file holds a mapping, or a proposal of which the questions are answered. */
function leesOpdracht(stelVoor: boolean, bestand: string | undefined): Opdracht {
  if (bestand === undefined) return stelVoor ? { soort: "stel-koppeling-voor", eerder: null } : { soort: "controleer" };
  const inhoud = leesInhoud("koppeling", bestand);
  const voorstel = Object(inhoud) === inhoud && Reflect.has(Object(inhoud), "vragen") ? eis("koppeling", bestand, inhoud, antwoordSchema) : null;
  try {
    if (!stelVoor) return { soort: "controleer-eigen-lijst", koppeling: voorstel ? rondAf(voorstel.koppeling, voorstel.vragen) : eis("koppeling", bestand, inhoud, koppelingSchema) };
    return { soort: "stel-koppeling-voor", eerder: voorstel ? beantwoord(voorstel.koppeling, voorstel.vragen) : eis("koppeling", bestand, inhoud, beginSchema) };
  } catch (fout) {
    throw fout instanceof Koppelingfout ? new Optiefout(OPTIES.koppeling(bestand, fout.message), { cause: fout }) : fout;
  }
}

function leesJson<T>(optie: string, bestand: string, schema: z.ZodMiniType<T>): T {
  return eis(optie, bestand, leesInhoud(optie, bestand), schema);
}

function leesInhoud(optie: string, bestand: string): unknown {
  let tekst: string;
  try {
    tekst = readFileSync(bestand, "utf8");
  } catch (fout) {
    throw new Optiefout(OPTIES.bestandOnleesbaar(optie, bestand), { cause: fout });
  }
  try {
    // Windows' Notepad puts a byte order mark in front.
    return JSON.parse(tekst.replace(/^\ufeff/, ""));
  } catch (fout) {
    throw new Optiefout(OPTIES.geenJson(optie, bestand), { cause: fout });
  }
}

function eis<T>(optie: string, bestand: string, inhoud: unknown, schema: z.ZodMiniType<T>): T {
  const gelezen = schema.safeParse(inhoud);
  if (gelezen.success) return gelezen.data;
  const [eerste] = gelezen.error.issues;
  const wat = eerste?.code === "unrecognized_keys" ? eerste.keys.join(", ") : eerste?.path.join(".");
  throw new Optiefout(OPTIES.verkeerdeInhoud(optie, bestand, wat || "geen object met velden"));
}
