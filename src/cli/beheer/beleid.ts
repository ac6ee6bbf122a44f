import * as z from "zod/mini";
import { inHetNederlands } from "../../endpoint/http/validatie";
import { beleidsbeheer, huidigBeleid, wijzigBeleid, zetPeriode, zetUitzondering } from "../../endpoint/register/beleid";
import { INDICATOREN, type Indicator } from "../../meldcode/indicator";
import { leesPeriode, type Periode, toonPeriode } from "../../meldcode/periode";
import type { Beleid } from "../../meldcode/uitwisseling/beleid";
import { beleidsinstellingSchema } from "../../meldcode/uitwisseling/servicepunt";
import { Gebruiksfout, leesArgumenten, leesBestand, type Opdracht, Weigering } from "./opdracht";
import { BEHEERTEKSTEN } from "./teksten";

type Zetter = (beleid: Beleid) => Beleid;

/** What `beleid zetten` can set, and how its text becomes policy. */
const ZETTERS: Record<string, (tekst: string, invoer: NodeJS.ReadableStream) => Zetter | Promise<Zetter>> = {
  gemeente: (gemeente) => (beleid) => ({ ...beleid, gemeente }),
  contactNaam: (naam) => (beleid) => ({ ...beleid, contact: { ...beleid.contact, naam } }),
  contactUrl: (url) => (beleid) => ({ ...beleid, contact: { ...beleid.contact, url } }),
  contactEmail: (email) => (beleid) => ({ ...beleid, contact: { ...beleid.contact, email } }),
  helpUrl: (helpUrl) => (beleid) => ({ ...beleid, helpUrl }),
  helpteksten: async (bestand, invoer) => {
    // Checked with the rest of the policy.
    const helpteksten = (await leesJson(bestand, invoer)) as Beleid["helpteksten"];
    return (beleid) => ({ ...beleid, helpteksten });
  },
  sisaLabel: (tekst) => (beleid) => ({ ...beleid, sisaLabel: tekst === "" ? null : tekst }),
  minimum: (tekst) => (beleid) => ({ ...beleid, minimum: Number(tekst) }),
  deadlineDag: (tekst) => (beleid) => ({ ...beleid, deadlineDag: Number(tekst) }),
  ...Object.fromEntries(INDICATOREN.map((indicator) => [indicator, (tekst: string) => zetIndicator(indicator, tekst)])),
};

/** The month from which it is asked; empty: it is not. */
function zetIndicator(indicator: Indicator, tekst: string): Zetter {
  return (beleid) => {
    const anderen = beleid.extraIndicatoren.filter((gevraagd) => gevraagd.indicator !== indicator);
    // Whether it is a month is checked with the rest of the policy.
    const extraIndicatoren = tekst === "" ? anderen : [...anderen, { indicator, vanaf: tekst as Periode }];
    return { ...beleid, extraIndicatoren: extraIndicatoren.sort((a, b) => INDICATOREN.indexOf(a.indicator) - INDICATOREN.indexOf(b.indicator)) };
  };
}

async function leesJson(bestand: string, invoer: NodeJS.ReadableStream): Promise<unknown> {
  try {
    return JSON.parse((await leesBestand(bestand, invoer)).toString("utf8"));
  } catch {
    throw new Weigering(BEHEERTEKSTEN.helpteksten(bestand));
  }
}

export const beleidTonen: Opdracht = async (args, { opslag }) => {
  leesArgumenten(args, {}, 0);
  return toon((await huidigBeleid(opslag.lees)).beleid);
};

export const beleidZetten: Opdracht = async (args, omgeving, invoer) => {
  if (args.length === 0) throw new Gebruiksfout(BEHEERTEKSTEN.onbekend);
  const zetters: Zetter[] = [];
  for (const arg of args) {
    const [naam = "", ...rest] = arg.split("=");
    const lees = Object.hasOwn(ZETTERS, naam) ? ZETTERS[naam] : undefined;
    if (!lees || rest.length === 0) throw new Gebruiksfout(BEHEERTEKSTEN.beleidsnaam(naam));
    zetters.push(await lees(rest.join("="), invoer));
  }
  const beleid = await wijzigBeleid(omgeving, (eerder) => {
    const { geslotenMaanden, ...instelling } = zetters.reduce((stand, zet) => zet(stand), eerder);
    const gelezen = z.safeParse(beleidsinstellingSchema, instelling, { error: inHetNederlands });
    if (gelezen.success) return { ...gelezen.data, geslotenMaanden };
    // By the name under which it is set here.
    const naam = (pad: readonly PropertyKey[]): string =>
      (pad[0] === "extraIndicatoren" ? instelling.extraIndicatoren[Number(pad[1])]?.indicator : undefined) ?? pad.join(".").replace(/^contact\.(.)/, (_, letter: string) => `contact${letter.toUpperCase()}`);
    throw new Weigering([...gelezen.error.issues.map((fout) => BEHEERTEKSTEN.veld(naam(fout.path), fout.message)), BEHEERTEKSTEN.nietsGewijzigd].join("\n"));
  });
  return toon(beleid);
};

export const beleidVersies: Opdracht = async (args, omgeving) => {
  const aantal = Number(leesArgumenten(args, { aantal: { type: "string", default: "100" } }, 0).values.aantal);
  if (!Number.isInteger(aantal) || aantal < 1 || aantal > 1000) throw new Weigering(BEHEERTEKSTEN.aantalVersies);
  const { versies } = await beleidsbeheer(omgeving, 0, aantal);
  return { json: { versies }, tekst: BEHEERTEKSTEN.versies(versies) };
};

export const periodeSluiten: Opdracht = async (args, omgeving) => {
  const periode = eisPeriode(args);
  const { geslotenMaanden } = await zetPeriode(omgeving, periode, true);
  return { json: { geslotenMaanden }, tekst: BEHEERTEKSTEN.gesloten(toonPeriode(periode)) };
};

export const periodeOpenen: Opdracht = async (args, omgeving) => {
  const periode = eisPeriode(args);
  const { geslotenMaanden } = await zetPeriode(omgeving, periode, false);
  return { json: { geslotenMaanden }, tekst: BEHEERTEKSTEN.geopend(toonPeriode(periode)) };
};

export const periodeUitzondering: Opdracht = async (args, omgeving) => {
  const { positionals, values } = leesArgumenten(args, { intrekken: { type: "boolean" } }, 2);
  const [organisatie = "", ...maand] = positionals;
  const periode = eisPeriode(maand);
  const geldt = values.intrekken !== true;
  const uitzonderingen = await zetUitzondering(omgeving, organisatie.toUpperCase(), periode, geldt);
  return { json: { uitzonderingen }, tekst: BEHEERTEKSTEN.uitzondering(organisatie.toUpperCase(), toonPeriode(periode), geldt) };
};

export const periodeUitzonderingen: Opdracht = async (args, { opslag }) => {
  leesArgumenten(args, {}, 0);
  const { uitzonderingen } = await huidigBeleid(opslag.lees);
  return { json: { uitzonderingen }, tekst: uitzonderingen.map(({ organisatie, periode }) => `${organisatie}  ${periode}\n`).join("") };
};

function eisPeriode(args: readonly string[]): Periode {
  const periode = leesPeriode(leesArgumenten(args, {}, 1).positionals[0] ?? "");
  if (periode === null) throw new Weigering(BEHEERTEKSTEN.periode);
  return periode;
}

function toon(beleid: Beleid) {
  return { json: beleid, tekst: `${JSON.stringify(beleid, null, 2)}\n` };
}
