import { alleOrganisaties } from "../../endpoint/database/organisaties";
import { laatsteStaten, vervangingen } from "../../endpoint/database/staten";
import { noteerInzage } from "../../endpoint/register/audit";
import { zonderEenpersoons } from "../../endpoint/register/eenpersoons";
import { alsRegisterregel } from "../../endpoint/register/organisatie";
import { csvCel } from "../../endpoint/register/responscsv";
import { leesStaat } from "../../endpoint/register/staatrij";
import { vervangers } from "../../endpoint/register/vervanging";
import { type Groep, GROEPEN } from "../../meldcode/groepen";
import type { Uitsplitsing } from "../../meldcode/registratie";
import { Gebruiksfout, leesArgumenten, type Opdracht } from "./opdracht";
import { BEHEERTEKSTEN } from "./teksten";

const LIJSTKOPPEN = ["organisatieId", "naam", "sector", "registratieId", "vervangenDoor"];
const MAANDKOPPEN = ["maand", "gestart", "afgesloten"];

/** Every current state, as JSON, or as csv with a line per month or per span of the breakdown. A one-person practice's own figures are left out: it is the reporter. */
export const exporteer: Opdracht = async (args, omgeving) => {
  const { opslag, nu } = omgeving;
  const { formaat, uitsplitsing } = leesArgumenten(args, { formaat: { type: "string", default: "json" }, uitsplitsing: { type: "boolean", default: false } }, 0).values;
  if ((formaat !== "json" && formaat !== "csv") || (uitsplitsing && formaat === "json")) throw new Gebruiksfout(BEHEERTEKSTEN.onbekend);
  await noteerInzage(omgeving, "export", { wat: "alle standen", formaat });
  const organisaties = [];
  for (const rij of await alleOrganisaties(opslag.lees)) {
    const door = vervangers(await vervangingen(opslag.lees, [rij.organisatie]));
    const registraties = (await laatsteStaten(opslag.lees, rij.organisatie)).map((staat) => ({
      registratieId: staat.registratie,
      versie: staat.versie,
      kenmerk: staat.kenmerk,
      ontvangenOp: staat.ontvangenOp,
      vervangenDoor: door.get(staat.registratie) ?? null,
      staat: rij.eenpersoons === 1 ? null : zonderEenpersoons(rij, leesStaat(staat)),
    }));
    organisaties.push({ ...alsRegisterregel(rij, nu()), registraties });
  }
  const json = { vertrouwelijk: BEHEERTEKSTEN.vertrouwelijk, organisaties };
  if (formaat === "json") return { json, tekst: `${JSON.stringify(json, null, 2)}\n` };
  const standen = organisaties.flatMap((o) => o.registraties.map(({ registratieId, vervangenDoor, staat }) => ({ lijst: [o.organisatieId, o.naam, o.sector, registratieId, vervangenDoor ?? ""], staat })));
  const [koppen, ...regels] = uitsplitsing
    ? spannen(standen.flatMap(({ lijst, staat }) => (staat?.uitsplitsingen ?? []).map((span) => ({ lijst, span }))))
    : [[...LIJSTKOPPEN, ...MAANDKOPPEN], ...standen.flatMap(({ lijst, staat }) => (staat?.maanden ?? []).map((m) => [...lijst, m.periode, String(m.gestart), String(m.afgesloten)]))];
  return { json, tekst: `\uFEFF${[[BEHEERTEKSTEN.vertrouwelijk], koppen ?? [], ...regels].map((regel) => regel.map(csvCel).join(";")).join("\r\n")}\r\n` };
};

/** The header and a line per span. Only groups that some span has get columns; where a span was not asked one, its cells are empty: that is not 0. */
function spannen(regels: readonly { readonly lijst: readonly string[]; readonly span: Uitsplitsing }[]): string[][] {
  const tellingen = (span: Uitsplitsing, groep: Groep): Readonly<Record<string, number>> => span[groep] ?? {};
  const antwoorden = GROEPEN.flatMap((groep) => {
    const eerste = regels.find(({ span }) => span[groep] !== undefined);
    return eerste ? Object.keys(tellingen(eerste.span, groep)).map((antwoord) => ({ groep, antwoord })) : [];
  });
  return [
    [...LIJSTKOPPEN, "van", "tot", "aantal", "afgesloten", ...antwoorden.map(({ groep, antwoord }) => `${groep}.${antwoord}`)],
    ...regels.map(({ lijst, span }) => [...lijst, span.van, span.tot, String(span.aantal), String(span.afgesloten), ...antwoorden.map(({ groep, antwoord }) => String(tellingen(span, groep)[antwoord] ?? ""))]),
  ];
}
