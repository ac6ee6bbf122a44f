import type { Bron } from "../../meldcode/koppeling/celblad";
import { Koppelingfout } from "../../meldcode/koppeling/koppeling";
import { type Gekoppeld, pasKoppelingToe } from "../../meldcode/koppeling/toepassen";
import { isBlanco } from "../../meldcode/lezen/tekst";
import { VELDEN, VERPLICHTE_VELDEN, type Veld } from "../../meldcode/veld";
import type { Vraagstelling } from "../../meldcode/vraagstelling";
import { TOELICHTINGBLAD } from "../kantenklaar/toelichting";
import { KOPPELING_TABEL, leesKoppelingblad } from "../koppelingblad";
import { isLijstenkop, LIJSTENBLAD } from "../lijstontwerp";
import { leesKolommen, type Lijstvondst, vindLijst } from "../lijstvinden";
import { KOPBEREIK, leesVerzonden, VERZONDEN_TABEL } from "../verzonden";
import { celadres, type Lezing, type Lijstinhoud, Werkboekfout, type Verzondenblad } from "../werkboek";
import { leesBereik } from "../xlsx/bereik";
import { roosters } from "../xlsx/rooster";
import type { Werkmap } from "../xlsx/werkmap";
import { tabelkoppen, tabelrijen, vindTabel, waarden } from "./eigenblad";
import { BESTANDSTEKSTEN } from "./teksten";

export type Gevondenlijst = Extract<Lijstvondst, { soort: "lijst" }>;

/** What was read, with where the list of ours stands (null: an own list, or none). */
export interface Uitgelezen {
  readonly lezing: Lezing;
  readonly vondst: Gevondenlijst | null;
}

/** As far below a table as the office.js adapter looks for rows that fell outside it. */
const RIJEN_ERONDER = 20;

/** An own list through the sheet Koppeling when there is one, else the list Meldcode, table or not. @throws Werkmapfout, Werkboekfout */
export function leesLijst(werkmap: Werkmap, verzonden: Verzondenblad | null, vraagstelling: Vraagstelling): Uitgelezen {
  const koppelingtabel = vindTabel(werkmap, KOPPELING_TABEL);
  if (koppelingtabel) return { lezing: leesGekoppeld(werkmap, koppelingtabel, verzonden, vraagstelling), vondst: null };
  const gevonden = vindLijst(leesbareRoosters(werkmap), werkmap.tabellen, { vraagstelling });
  switch (gevonden.soort) {
    case "lijst": {
      const vondst = metRijenEronder(werkmap, gevonden);
      return { lezing: { soort: "lijst", lijst: alsLijst(werkmap, vondst, vraagstelling), verzonden }, vondst };
    }
    case "geen-lijst":
      return { lezing: gevonden, vondst: null };
    case "meer-lijsten":
      return { lezing: { soort: "meer-lijsten", bladen: gevonden.plaatsen.map(({ blad }) => blad) }, vondst: null };
    case "kolom-ontbreekt":
    case "kolom-dubbel": {
      // Of two columns for one field none is guessed: the field counts as missing.
      const ontbreekt = gevonden.soort === "kolom-dubbel" ? [gevonden.veld] : gevonden.ontbreekt;
      return { lezing: { soort: "kolom-ontbreekt", blad: gevonden.blad, tabel: gevonden.tabel ?? "", ontbreekt }, vondst: null };
    }
  }
}

/** The sheet Verzonden; null when there is none of ours. */
export function leesVerzondenblad(werkmap: Werkmap): Verzondenblad | null {
  const tabel = vindTabel(werkmap, VERZONDEN_TABEL);
  const kop = leesBereik(KOPBEREIK);
  return tabel && leesVerzonden(kop ? waarden(werkmap, tabel.blad, kop) : [], tabelkoppen(werkmap, tabel), tabelrijen(werkmap, tabel));
}

/** Every sheet but our own. */
export function leesEigenBron(werkmap: Werkmap): Bron {
  const eigen = new Set([VERZONDEN_TABEL, KOPPELING_TABEL].flatMap((naam) => vindTabel(werkmap, naam)?.blad ?? []));
  const isVanOns = (blad: string) => {
    if (eigen.has(blad) || blad === TOELICHTINGBLAD) return true;
    return blad.startsWith(LIJSTENBLAD) && isLijstenkop(werkmap.leesBlad(blad).rijen.get(1)?.[1]?.waarde);
  };
  return { bladen: roosters(werkmap).filter(({ blad }) => !isVanOns(blad)), datumstelsel: werkmap.datumstelsel, datumsZijnTekst: false };
}

/** The list is not looked for on our own sheets. */
function leesbareRoosters(werkmap: Werkmap): ReturnType<typeof roosters> {
  const verzonden = vindTabel(werkmap, VERZONDEN_TABEL)?.blad;
  return roosters(werkmap).filter(({ blad }) => blad !== verzonden);
}

function leesGekoppeld(werkmap: Werkmap, tabel: NonNullable<ReturnType<typeof vindTabel>>, verzonden: Verzondenblad | null, vraagstelling: Vraagstelling): Lezing {
  let koppeling: ReturnType<typeof leesKoppelingblad> | null = null;
  try {
    koppeling = leesKoppelingblad(tabelrijen(werkmap, tabel), tabel.bereik.vanRij + tabel.koprijen);
    const gekoppeld = pasKoppelingToe(koppeling, { bladen: roosters(werkmap), datumstelsel: werkmap.datumstelsel, datumsZijnTekst: false }, vraagstelling);
    eisBerekend(werkmap, gekoppeld);
    const bladen = [...new Set(gekoppeld.bereiken.map(({ blad }) => blad))];
    const { weggelaten, samengevoegd, waarschuwingen, nieuweBladen, organisaties } = gekoppeld;
    const lijst: Lijstinhoud = {
      blad: bladen[0] ?? "",
      bladen,
      tabel: null,
      datumstelsel: werkmap.datumstelsel,
      inhoud: gekoppeld.inhoud,
      plaats: (rij, veld) => gekoppeld.plaats(rij, veld),
      losseRij: null,
      beveiligd: bladen.some((blad) => werkmap.leesBlad(blad).beveiligd),
      gekoppeld: { koppeling, weggelaten, samengevoegd, waarschuwingen, nieuweBladen, organisaties },
    };
    return { soort: "lijst", lijst, verzonden };
  } catch (fout) {
    if (!(fout instanceof Koppelingfout)) throw fout;
    return { soort: "koppeling-past-niet", melding: fout.message, koppeling };
  }
}

function alsLijst(werkmap: Werkmap, vondst: Gevondenlijst, vraagstelling: Vraagstelling): Lijstinhoud {
  const { blad, eersteRij, laatsteRij, kolommen } = vondst;
  for (let rij = eersteRij; rij <= laatsteRij; rij++) for (const plaats of Object.values(kolommen)) eisUitkomst(werkmap, blad, rij, plaats.kolom);
  return {
    blad,
    bladen: [blad],
    tabel: vondst.tabel,
    datumstelsel: werkmap.datumstelsel,
    inhoud: leesKolommen(rooster(werkmap, blad), vondst, vraagstelling),
    plaats: (rij, veld) => ({ blad, rij: eersteRij + rij, kolom: (kolommen[veld] ?? kolommen.startdatum)?.kolom ?? 1 }),
    losseRij: losseRij(werkmap, vondst),
    beveiligd: werkmap.leesBlad(blad).beveiligd,
    gekoppeld: null,
  };
}

/** Filled rows right below a table belong to the list: in LibreOffice a table does not grow by itself. */
function metRijenEronder(werkmap: Werkmap, vondst: Gevondenlijst): Gevondenlijst {
  let { laatsteRij } = vondst;
  while (vondst.rijenEronder > 0 && isIngevuld(werkmap, vondst, laatsteRij + 1)) laatsteRij++;
  return { ...vondst, laatsteRij };
}

function losseRij(werkmap: Werkmap, vondst: Gevondenlijst): number | null {
  const tabel = vondst.tabel === null ? null : vindTabel(werkmap, vondst.tabel);
  if (!tabel || tabel.totaalrijen > 0) return null;
  for (let rij = vondst.laatsteRij + 1; rij <= vondst.laatsteRij + RIJEN_ERONDER; rij++) if (isIngevuld(werkmap, vondst, rij)) return rij;
  return null;
}

/** Kenmerk and Team alone do not make a row below a table: that may be a note, or a total of the user's own. */
export function isIngevuld(werkmap: Werkmap, { blad, kolommen }: Gevondenlijst, rij: number, velden: readonly Veld[] = VERPLICHTE_VELDEN): boolean {
  const cellen = werkmap.leesBlad(blad).rijen.get(rij);
  return velden.some((veld) => !isBlanco(cellen?.[kolommen[veld]?.kolom ?? 0]?.waarde ?? null));
}

function eisBerekend(werkmap: Werkmap, { bereiken }: Gekoppeld): void {
  for (const plaats of bereiken) {
    const kolommen = [...VELDEN.flatMap((veld) => plaats.kolommen[veld] ?? []), ...plaats.filters, ...[plaats.leeftijd, plaats.organisatie].filter((kolom) => kolom !== null)];
    for (const rij of werkmap.leesBlad(plaats.blad).rijen.keys()) {
      if (rij >= plaats.eersteRij && rij <= plaats.laatsteRij) for (const kolom of kolommen) eisUitkomst(werkmap, plaats.blad, rij, kolom);
    }
  }
}

/** Read as empty it would count as an open case. */
function eisUitkomst(werkmap: Werkmap, blad: string, rij: number, kolom: number): void {
  const cel = werkmap.leesBlad(blad).rijen.get(rij)?.[kolom];
  if (cel && cel.formule !== null && cel.waarde === null) throw new Werkboekfout("onbekend", BESTANDSTEKSTEN.nietBerekend(celadres(kolom, rij)));
}

function rooster(werkmap: Werkmap, blad: string): ReturnType<typeof roosters>[number] {
  const gevonden = roosters(werkmap).find((een) => een.blad === blad);
  if (!gevonden) throw new RangeError(`Geen blad "${blad}"`);
  return gevonden;
}
