import { alleOrganisaties } from "../../endpoint/database/organisaties";
import { alsRegisterregel, geefActiveringscodeUit, geefBestuurscodeUit, trekAlleToegangIn, voegOrganisatieMetCodeToe } from "../../endpoint/register/organisatie";
import { wijzigOrganisatie } from "../../endpoint/register/organisatiewijziging";
import { datumVan, toonDatum } from "../../meldcode/datum";
import { type Fouten, leesGegevens, leesWijziging } from "./gegevens";
import { Gebruiksfout, leesArgumenten, type Opdracht, Weigering } from "./opdracht";
import { BEHEERTEKSTEN } from "./teksten";

const tekst = { type: "string" } as const;
const GEGEVENSOPTIES = { naam: tekst, sector: tekst, grootte: tekst, clienten: tekst, wijk: tekst, bestuur: tekst, ritme: tekst, vestigingsnummer: tekst, kvk: tekst, brin: tekst, lrk: tekst, agb: tekst } as const;

export const organisatieToevoegen: Opdracht = async (args, omgeving) => {
  const { values } = leesArgumenten(args, { ...GEGEVENSOPTIES, eenpersoons: { type: "boolean" } }, 0);
  const gegevens = zonderFouten(leesGegevens({ ...values, eenpersoons: values.eenpersoons ? "ja" : undefined }));
  const { organisatieId, activeringscode, geldigTot, organisatie } = await voegOrganisatieMetCodeToe(omgeving, gegevens);
  return { json: { organisatieId, activeringscode }, tekst: BEHEERTEKSTEN.toegevoegd(organisatieId, organisatie.naam, activeringscode, dag(geldigTot)) };
};

export const organisatieWijzigen: Opdracht = async (args, omgeving) => {
  const { values, positionals } = leesArgumenten(args, { ...GEGEVENSOPTIES, eenpersoons: tekst, vanaf: tekst }, 1);
  if (Object.keys(values).length === 0) throw new Gebruiksfout(BEHEERTEKSTEN.nietsGenoemd);
  const { vanaf, ...teksten } = values;
  const gewijzigd = await wijzigOrganisatie(omgeving, positionals[0]?.toUpperCase() ?? "", zonderFouten(leesWijziging(teksten, vanaf)));
  const { organisatieId, naam, ritmes } = gewijzigd.organisatie;
  return { json: gewijzigd, tekst: BEHEERTEKSTEN.gewijzigd(organisatieId, naam, values.ritme === undefined ? [] : ritmes, gewijzigd.ingetrokkenSleutels) };
};

export const organisatieLijst: Opdracht = async (args, { opslag, nu }) => {
  leesArgumenten(args, {}, 0);
  const organisaties = (await alleOrganisaties(opslag.lees)).map((rij) => alsRegisterregel(rij, nu()));
  return { json: { organisaties }, tekst: organisaties.map((o) => `${o.organisatieId}  ${o.naam} (${o.sector})\n`).join("") };
};

export const activeringscode: Opdracht = async (args, omgeving) => {
  if (args.some((arg) => arg.startsWith("--bestuur"))) return bestuurscode(args, omgeving);
  const id = organisatieId(args);
  const { activeringscode: code, geldigTot } = await geefActiveringscodeUit(omgeving, id);
  return { json: { organisatieId: id, activeringscode: code, geldigTot }, tekst: BEHEERTEKSTEN.code(id, code, dag(geldigTot)) };
};

async function bestuurscode(args: readonly string[], omgeving: Parameters<Opdracht>[1]): ReturnType<Opdracht> {
  const { values } = leesArgumenten(args, { bestuur: tekst }, 0);
  const code = await geefBestuurscodeUit(omgeving, values.bestuur ?? "");
  return { json: code, tekst: BEHEERTEKSTEN.bestuurscode(code.bestuur, code.organisaties, code.activeringscode, dag(code.geldigTot)) };
}

export const toegangIntrekken: Opdracht = async (args, omgeving) => {
  const id = organisatieId(args);
  const { sleutels, codes } = await trekAlleToegangIn(omgeving, id);
  return { json: { organisatieId: id, sleutels, codes }, tekst: BEHEERTEKSTEN.ingetrokken(id, sleutels, codes) };
};

function zonderFouten<T>(gelezen: { readonly gegevens: T } | Fouten): T {
  if (!("fouten" in gelezen)) return gelezen.gegevens;
  throw new Weigering([...gelezen.fouten.map(({ veld, melding }) => BEHEERTEKSTEN.veld(veld, melding)), BEHEERTEKSTEN.nietsGewijzigd].join("\n"));
}

function organisatieId(args: readonly string[]): string {
  return leesArgumenten(args, {}, 1).positionals[0]?.toUpperCase() ?? "";
}

function dag(moment: string): string {
  return toonDatum(datumVan(new Date(moment)));
}
