import { alleOrganisaties } from "../../endpoint/database/organisaties";
import { laatsteStaten, vervangingen } from "../../endpoint/database/staten";
import { noteerInzage } from "../../endpoint/register/audit";
import { zonderEenpersoons } from "../../endpoint/register/eenpersoons";
import { alsRegisterregel } from "../../endpoint/register/organisatie";
import { csvCel } from "../../endpoint/register/responscsv";
import { leesStaat } from "../../endpoint/register/staatrij";
import { vervangers } from "../../endpoint/register/vervanging";
import { Gebruiksfout, leesArgumenten, type Opdracht } from "./opdracht";
import { BEHEERTEKSTEN } from "./teksten";

const KOPPEN = ["organisatieId", "naam", "sector", "registratieId", "vervangenDoor", "maand", "gestart", "afgesloten"];

/** Every current state, as JSON (with the breakdown) or one csv line per month. A one-person practice's own figures are left out: it is the reporter. */
export const exporteer: Opdracht = async (args, omgeving) => {
  const { opslag, nu } = omgeving;
  const { formaat } = leesArgumenten(args, { formaat: { type: "string", default: "json" } }, 0).values;
  if (formaat !== "json" && formaat !== "csv") throw new Gebruiksfout(BEHEERTEKSTEN.onbekend);
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
  const regels = organisaties.flatMap((o) =>
    o.registraties.flatMap((r) => (r.staat?.maanden ?? []).map((m) => [o.organisatieId, o.naam, o.sector, r.registratieId, r.vervangenDoor ?? "", m.periode, String(m.gestart), String(m.afgesloten)])),
  );
  return { json, tekst: `\uFEFF${[[BEHEERTEKSTEN.vertrouwelijk], KOPPEN, ...regels].map((regel) => regel.map(csvCel).join(";")).join("\r\n")}\r\n` };
};
