import { type Auditanker, type Auditcontrole, auditregels, controleerAudit } from "../../endpoint/register/audit";
import { datumVan, toonDatum } from "../../meldcode/datum";
import { leesArgumenten, type Opdracht, Weigering } from "./opdracht";
import { BEHEERTEKSTEN } from "./teksten";

/** Breaks that are named to a person; programs get them all. */
const GENOEMD = 20;

export const auditControleren: Opdracht = async (args, { opslag }) => {
  const { verwacht } = leesArgumenten(args, { verwacht: { type: "string" } }, 0).values;
  const uitslag = await controleerAudit(opslag, verwacht === undefined ? undefined : leesAnker(verwacht));
  const { regels, eerste, laatste, breuken } = uitslag;
  const tekst = [
    BEHEERTEKSTEN.audit.gelezen(regels, eerste ? vanaf(eerste) : ""),
    ...breuken.slice(0, GENOEMD).map(({ volgnummer, soort }) => BEHEERTEKSTEN.audit[soort](volgnummer)),
    ...(breuken.length > GENOEMD ? [BEHEERTEKSTEN.audit.meer(breuken.length - GENOEMD)] : []),
    breuken.length === 0 ? BEHEERTEKSTEN.audit.heel : BEHEERTEKSTEN.audit.gebroken,
    ...(laatste ? [BEHEERTEKSTEN.audit.bewaar(`${laatste.volgnummer}:${laatste.hash}`)] : []),
  ];
  return { json: { heel: breuken.length === 0, ...uitslag }, tekst: `${tekst.join("\n")}\n`, uitgang: breuken.length === 0 ? 0 : 1 };
};

export const auditTonen: Opdracht = async (args, omgeving) => {
  const { aantal = "50" } = leesArgumenten(args, { aantal: { type: "string" } }, 0).values;
  if (!/^[1-9]\d{0,5}$/.test(aantal)) throw new Weigering(BEHEERTEKSTEN.audit.aantal);
  const regels = await auditregels(omgeving, undefined, Number(aantal));
  return { json: { regels }, tekst: regels.map(({ volgnummer, moment, wie, naam, wat, waarover }) => `${volgnummer}  ${moment}  ${wie} (${naam})  ${wat}  ${waarover}\n`).join("") };
};

function vanaf({ volgnummer, moment }: NonNullable<Auditcontrole["eerste"]>): string {
  const dag = toonDatum(datumVan(new Date(moment)));
  return volgnummer === 1 ? BEHEERTEKSTEN.audit.vanaf(dag) : BEHEERTEKSTEN.audit.ingekort(volgnummer, dag);
}

/** As an earlier walk printed it: 123:hash. */
function leesAnker(tekst: string): Auditanker {
  const [, nummer, hash] = /^(\d{1,9}):([0-9a-f]{64})$/.exec(tekst) ?? [];
  if (nummer === undefined || hash === undefined) throw new Weigering(BEHEERTEKSTEN.audit.anker);
  return { volgnummer: Number(nummer), hash };
}
