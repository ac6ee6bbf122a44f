import * as z from "zod/mini";
import { inHetNederlands } from "../../endpoint/http/validatie";
import { huidigBeleid, wijzigBeleid, zetPeriode, zetUitzondering } from "../../endpoint/register/beleid";
import { leesPeriode, type Periode, toonPeriode } from "../../meldcode/periode";
import { type Beleid, beleidSchema } from "../../meldcode/uitwisseling/beleid";
import { Gebruiksfout, leesArgumenten, type Opdracht, Weigering } from "./opdracht";
import { BEHEERTEKSTEN } from "./teksten";

/** What `beleid zetten` can set, and how its text becomes policy. */
const ZETTERS: Record<string, (beleid: Beleid, tekst: string) => Beleid> = {
  gemeente: (beleid, gemeente) => ({ ...beleid, gemeente }),
  contactNaam: (beleid, naam) => ({ ...beleid, contact: { ...beleid.contact, naam } }),
  contactUrl: (beleid, url) => ({ ...beleid, contact: { ...beleid.contact, url } }),
  contactEmail: (beleid, email) => ({ ...beleid, contact: { ...beleid.contact, email } }),
  helpUrl: (beleid, helpUrl) => ({ ...beleid, helpUrl }),
  sisaLabel: (beleid, sisaLabel) => ({ ...beleid, sisaLabel }),
  minimum: (beleid, tekst) => ({ ...beleid, minimum: Number(tekst) }),
  deadlineDag: (beleid, tekst) => ({ ...beleid, deadlineDag: Number(tekst) }),
};

export const beleidTonen: Opdracht = async (args, { opslag }) => {
  leesArgumenten(args, {}, 0);
  return toon((await huidigBeleid(opslag.lees)).beleid);
};

export const beleidZetten: Opdracht = async (args, omgeving) => {
  if (args.length === 0) throw new Gebruiksfout(BEHEERTEKSTEN.onbekend);
  const wijzigingen = args.map((arg) => {
    const [naam = "", ...rest] = arg.split("=");
    const zetter = ZETTERS[naam];
    if (!zetter || rest.length === 0) throw new Gebruiksfout(BEHEERTEKSTEN.beleidsnaam(naam));
    return (beleid: Beleid) => zetter(beleid, rest.join("="));
  });
  const beleid = await wijzigBeleid(omgeving, (eerder) => {
    const gelezen = z.safeParse(beleidSchema, wijzigingen.reduce((stand, wijzig) => wijzig(stand), eerder), { error: inHetNederlands });
    if (gelezen.success) return gelezen.data;
    throw new Weigering([...gelezen.error.issues.map((fout) => BEHEERTEKSTEN.veld(fout.path.join("."), fout.message)), BEHEERTEKSTEN.nietsGewijzigd].join("\n"));
  });
  return toon(beleid);
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
