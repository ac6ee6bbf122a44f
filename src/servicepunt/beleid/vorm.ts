import { INDICATOREN, type Indicator } from "../../meldcode/indicator";
import { leesPeriode, type Periode } from "../../meldcode/periode";
import type { Beleid } from "../../meldcode/uitwisseling/beleid";
import { type Beleidsinstelling, beleidsinstellingSchema } from "../../meldcode/uitwisseling/servicepunt";
import { KOPPEN } from "../../meldcode/veld";
import { beleidteksten } from "./teksten";

/** The policy as it stands in the form: numbers as they were typed, and of an extra question from which month it is asked ("": it is not). */
export interface Vorm extends Readonly<Record<Indicator, Periode | "">> {
  readonly gemeente: string;
  readonly contactNaam: string;
  readonly contactUrl: string;
  readonly contactEmail: string;
  readonly helpUrl: string;
  readonly helpteksten: Beleid["helpteksten"];
  readonly sisaGevraagd: boolean;
  readonly sisaLabel: string;
  readonly minimum: string;
  readonly deadlineDag: string;
}
export type Vormveld = keyof Vorm;
/** What organisations notice most comes first. */
export const VORMVELDEN = ["sisaGevraagd", "sisaLabel", ...INDICATOREN, "minimum", "deadlineDag", "gemeente", "contactNaam", "contactEmail", "contactUrl", "helpUrl", "helpteksten"] as const satisfies readonly Vormveld[];

export function vormVan(beleid: Omit<Beleid, "geslotenMaanden">): Vorm {
  const vanaf = (indicator: Indicator) => beleid.extraIndicatoren.find((gevraagd) => gevraagd.indicator === indicator)?.vanaf ?? "";
  return {
    gemeente: beleid.gemeente,
    contactNaam: beleid.contact.naam,
    contactUrl: beleid.contact.url,
    contactEmail: beleid.contact.email,
    helpUrl: beleid.helpUrl,
    helpteksten: beleid.helpteksten,
    sisaGevraagd: beleid.sisaLabel !== null,
    sisaLabel: beleid.sisaLabel ?? KOPPEN.sisa,
    minimum: String(beleid.minimum),
    deadlineDag: String(beleid.deadlineDag),
    leeftijdsgroep: vanaf("leeftijdsgroep"),
    geweldsvorm: vanaf("geweldsvorm"),
    bekendheid: vanaf("bekendheid"),
    kinderen: vanaf("kinderen"),
  };
}

/** What is sent; whether it is good, foutenIn says. */
export function instellingVan(vorm: Vorm): Beleidsinstelling {
  return {
    gemeente: vorm.gemeente.trim(),
    contact: { naam: vorm.contactNaam.trim(), url: vorm.contactUrl.trim(), email: vorm.contactEmail.trim() },
    helpUrl: vorm.helpUrl.trim(),
    helpteksten: vorm.helpteksten.map(({ kop, tekst }) => ({ kop: kop.trim(), tekst: tekst.trim() })),
    sisaLabel: vorm.sisaGevraagd ? vorm.sisaLabel.trim() : null,
    minimum: heelGetal(vorm.minimum),
    deadlineDag: heelGetal(vorm.deadlineDag),
    extraIndicatoren: INDICATOREN.flatMap((indicator) => {
      const vanaf = leesPeriode(vorm[indicator]);
      return vanaf === null ? [] : [{ indicator, vanaf }];
    }),
  };
}

function heelGetal(getypt: string): number {
  return /^\s*\d{1,9}\s*$/.test(getypt) ? Number(getypt) : Number.NaN;
}

/** Per field of the form (a help text as "helpteksten.0.kop") what the service would refuse; nothing: {}. */
export function foutenIn(instelling: Beleidsinstelling): Readonly<Record<string, string>> {
  const fouten: Record<string, string> = {};
  for (const { path, message } of beleidsinstellingSchema.safeParse(instelling).error?.issues ?? []) {
    const pad = path.join(".");
    const veld = { "contact.naam": "contactNaam", "contact.url": "contactUrl", "contact.email": "contactEmail" }[pad] ?? pad;
    fouten[veld] ??= eigenMelding(veld) ?? message;
  }
  return fouten;
}

/** For the rules that bring no sentence of their own. */
function eigenMelding(veld: string): string | null {
  if (veld === "minimum" || veld === "deadlineDag") return beleidteksten.fout[veld];
  if (veld.endsWith(".kop")) return beleidteksten.fout.helpkop;
  return veld.endsWith(".tekst") ? beleidteksten.fout.helptekst : null;
}

export interface Samenvoeging {
  readonly vorm: Vorm;
  /** What the colleague changed. */
  readonly vanCollega: readonly Vormveld[];
  /** What both changed, each to something else: mine stands in the form. */
  readonly botsingen: readonly Vormveld[];
}

/** Mine and a colleague's changes of the same policy (`basis`), put together field by field. Where both changed one, mine stands. */
export function voegSamen(basis: Vorm, mijn: Vorm, hun: Vorm): Samenvoeging {
  const anders = (a: Vorm, b: Vorm, veld: Vormveld) => JSON.stringify(a[veld]) !== JSON.stringify(b[veld]);
  const vanCollega = VORMVELDEN.filter((veld) => anders(basis, hun, veld));
  const vanMij = VORMVELDEN.filter((veld) => anders(basis, mijn, veld));
  const vorm = { ...hun, ...Object.fromEntries(vanMij.map((veld) => [veld, mijn[veld]])) };
  const botsingen = vanMij.filter((veld) => vanCollega.includes(veld) && anders(mijn, hun, veld));
  return { vorm, vanCollega: zonderDubbele(vanCollega), botsingen: zonderDubbele(botsingen) };
}

/** Whether SISA is asked and what it is called are told as one. */
function zonderDubbele(velden: readonly Vormveld[]): readonly Vormveld[] {
  return [...new Set(velden.map((veld) => (veld === "sisaGevraagd" ? "sisaLabel" : veld)))];
}
