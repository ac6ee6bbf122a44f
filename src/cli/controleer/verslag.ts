import type { Ernst } from "../../meldcode/bevinding";
import { toonPeriode } from "../../meldcode/periode";
import type { Registratie, Uitsplitsing } from "../../meldcode/registratie";
import { INDICATOREN, INDICATORWAARDEN } from "../../meldcode/indicator";
import { KOPPEN } from "../../meldcode/veld";
import { kopVan, type Vraagstelling } from "../../meldcode/vraagstelling";
import { CONSULTATIE, SISA, STAP5 } from "../../meldcode/zaak";
import type { Celbevinding, Uitslag } from "./controle";
import { opsomming } from "./teksten";

/** The readable report: the verdict first, then what is wrong by kind with addresses, then the figures. */
export function verslag(uitslag: Uitslag, vraagstelling: Vraagstelling): string {
  const { bladen = [uitslag.blad] } = uitslag;
  const plaats = uitslag.tabel === null ? `${bladen.length === 1 ? "blad" : "bladen"} ${opsomming(bladen)}` : `blad ${uitslag.blad}, tabel ${uitslag.tabel}`;
  const blokken = [
    `${uitslag.bestand} (${plaats})\n${oordeel(uitslag)}`,
    ...(["fout", "waarschuwing", "tip"] as const).map((ernst) => bevindingen(ernst, uitslag)),
    nietGeteld(uitslag),
    doorKoppeling(uitslag),
    uitslag.registratie ? telling(uitslag.registratie, vraagstelling) : "",
  ];
  return blokken.filter((blok) => blok !== "").join("\n\n");
}

const ERNSTEN: Readonly<Record<Ernst, readonly [string, string]>> = { fout: ["fout", "fouten"], waarschuwing: ["waarschuwing", "waarschuwingen"], tip: ["tip", "tips"] };

function oordeel({ bevindingen, rijen }: Uitslag): string {
  const aantal = (ernst: Ernst) => bevindingen.filter((bevinding) => bevinding.ernst === ernst).length;
  const rest = (["waarschuwing", "tip"] as const).filter((ernst) => aantal(ernst) > 0).map((ernst) => hoeveel(aantal(ernst), ...ERNSTEN[ernst]));
  const verder = rest.length > 0 ? ` Verder ${opsomming(rest)}.` : "";
  const fouten = bevindingen.filter((bevinding) => bevinding.ernst === "fout");
  if (fouten.length === 0) return `Klaar om te verzenden: ${hoeveel(rijen, "zaak", "zaken")}, geen fouten.${verder}`;
  const rijenMetFout = new Set(fouten.map(({ blad, rij }) => `${blad} ${rij}`)).size;
  return `Nog niet klaar: ${hoeveel(fouten.length, ...ERNSTEN.fout)} in ${rijenMetFout} van de ${hoeveel(rijen, "rij", "rijen")}.${verder}`;
}

function bevindingen(ernst: Ernst, uitslag: Uitslag): string {
  const perMelding = new Map<string, Celbevinding[]>();
  for (const bevinding of uitslag.bevindingen) {
    if (bevinding.ernst !== ernst) continue;
    const sleutel = `${uitslag.kolommen[bevinding.veld] ?? KOPPEN[bevinding.veld]}: ${bevinding.melding}`;
    const groep = perMelding.get(sleutel);
    if (groep) groep.push(bevinding);
    else perMelding.set(sleutel, [bevinding]);
  }
  if (perMelding.size === 0) return "";
  const meerBladen = (uitslag.bladen?.length ?? 1) > 1;
  const regels = Array.from(perMelding, ([melding, groep]) => `- ${melding}\n  ${cellen(groep, meerBladen)}`);
  return `${hoofdletter(ERNSTEN[ernst][1])}\n${regels.join("\n")}`;
}

/** "G7, G9 t/m G12 (5 cellen)", on several sheets "Maart!G7"; the cells of a sheet come from top to bottom in one column. */
function cellen(groep: readonly Celbevinding[], metBlad: boolean): string {
  const reeksen: { van: Celbevinding; tot: Celbevinding }[] = [];
  for (const bevinding of groep) {
    const laatste = reeksen.at(-1);
    if (laatste && bevinding.rij === laatste.tot.rij + 1 && bevinding.blad === laatste.tot.blad) laatste.tot = bevinding;
    else reeksen.push({ van: bevinding, tot: bevinding });
  }
  const adressen = reeksen.map(({ van, tot }) => `${metBlad ? `${van.blad}!` : ""}${van === tot ? van.cel : `${van.cel} t/m ${tot.cel}`}`).join(", ");
  return groep.length === 1 ? adressen : `${adressen} (${groep.length} cellen)`;
}

function nietGeteld({ nietGeteld: { ervoor, erna }, registratie }: Uitslag): string {
  const deel = (aantal: number, richting: string) => (aantal === 0 ? [] : [`${hoeveel(aantal, "zaak", "zaken")} ${richting}`]);
  const delen = [...deel(ervoor, "van eerder"), ...deel(erna, "van later")];
  if (delen.length === 0) return "";
  const maanden = registratie ? ` (${toonPeriode(registratie.vanaf)} tot en met ${toonPeriode(registratie.tot)})` : "";
  return `Let op: ${opsomming(delen)} dan de getelde maanden${maanden} ${ervoor + erna === 1 ? "telt" : "tellen"} niet mee.`;
}

/** Rows of an own list that the mapping leaves out or takes together. */
function doorKoppeling({ weggelaten = 0, samengevoegd = 0 }: Uitslag): string {
  const delen = [
    ...(weggelaten > 0 ? [`${hoeveel(weggelaten, "rij", "rijen")} niet gelezen, omdat de koppeling ze weglaat`] : []),
    ...(samengevoegd > 0 ? [`${hoeveel(samengevoegd, "rij", "rijen")} samengenomen met dezelfde zaak op een ander blad`] : []),
  ];
  return delen.length === 0 ? "" : `Door de koppeling: ${opsomming(delen)}.`;
}

function telling({ maanden, uitsplitsingen, minimum, vanaf, tot }: Registratie, vraagstelling: Vraagstelling): string {
  const metZaken = maanden.filter(({ gestart }) => gestart > 0);
  const leeg = maanden.length - metZaken.length;
  const laatste = uitsplitsingen.at(-1)?.tot;
  const zonder = metZaken.filter(({ periode }) => laatste === undefined || periode > laatste).reduce((som, { gestart }) => som + gestart, 0);
  return [
    `Telling van ${toonPeriode(vanaf)} tot en met ${toonPeriode(tot)}`,
    ...metZaken.map(({ periode, gestart, afgesloten }) => `- ${toonPeriode(periode)}: ${gestart} gestart, ${afgesloten} afgesloten`),
    ...(leeg > 0 ? [`- ${hoeveel(leeg, "maand", "maanden")} zonder zaken (nulopgave)`] : []),
    ...uitsplitsingen.flatMap((u) => uitsplitsing(u, vraagstelling)),
    ...(zonder > 0 ? [`- ${hoeveel(zonder, "zaak", "zaken")} nog zonder uitsplitsing: die komt bij ${minimum} zaken`] : []),
  ].join("\n");
}

function uitsplitsing(u: Uitsplitsing, vraagstelling: Vraagstelling): string[] {
  const periode = u.van === u.tot ? toonPeriode(u.van) : `${toonPeriode(u.van)} tot en met ${toonPeriode(u.tot)}`;
  const { d0tot7, d8tot28, d29tot91, d92plus } = u.doorlooptijd;
  const duur = { "0 tot en met 7 dagen": d0tot7, "8 tot en met 28 dagen": d8tot28, "29 tot en met 91 dagen": d29tot91, "92 dagen of meer": d92plus };
  const indicatoren = INDICATOREN.flatMap((indicator) => {
    const aantallen = u[indicator];
    return aantallen ? [`    ${KOPPEN[indicator]}: ${groep(aantallen, INDICATORWAARDEN[indicator])}`] : [];
  });
  return [
    `- Uitsplitsing ${periode} (${hoeveel(u.aantal, "zaak", "zaken")}, ${u.afgesloten} afgesloten)`,
    ...(u.sisa ? [`    ${kopVan("sisa", vraagstelling)}: ${groep(u.sisa, { ...SISA, open: "nog open" })}`] : []),
    `    ${KOPPEN.consultatie}: ${groep(u.consultatie, { ...CONSULTATIE, open: "nog open" })}`,
    `    ${KOPPEN.stap5}: ${groep(u.stap5, { ...STAP5, open: "nog open" })}`,
    ...(u.afgesloten > 0 ? [`    Doorlooptijd: ${groep(duur, {})}`] : []),
    ...indicatoren,
  ];
}

function groep(aantallen: Readonly<Record<string, number>>, namen: Readonly<Record<string, string>>): string {
  return Object.entries(aantallen)
    .filter(([, aantal]) => aantal > 0)
    .map(([sleutel, aantal]) => `${namen[sleutel] ?? sleutel} ${aantal}`)
    .join(", ");
}

function hoeveel(aantal: number, een: string, meer: string): string {
  return `${aantal} ${aantal === 1 ? een : meer}`;
}

function hoofdletter(woord: string): string {
  return woord.charAt(0).toUpperCase() + woord.slice(1);
}
