import type { Datumstelsel } from "../../meldcode/datum";
import { isBlanco } from "../../meldcode/lezen/tekst";
import { type Cel, type Kolominhoud, VERPLICHTE_VELDEN, type Veld } from "../../meldcode/veld";
import type { Vraagstelling } from "../../meldcode/vraagstelling";
import type { Tabelkeuze, Veldkoppen } from "../tabelkeuze";
import type { Lezing, Lijstinhoud } from "../werkboek";
import type { Eigenlijst } from "./eigenlijstlezer";
import type { Lijstplaats } from "./lijstvraag";
import type { Stand, Verzondenstand, Werkboektabel } from "./stand";

/** What was read, and where it came from. */
export interface Uitgelezen {
  readonly lezing: Lezing;
  readonly stand: Stand;
  readonly verzonden: Verzondenstand | null;
  /** A change on another sheet says nothing about the list. */
  readonly bladIds: readonly string[];
  /** The table that was read, or that misses a column. */
  readonly tabel: Werkboektabel | null;
  /** Only of a list: where it stands, and the header of each field. */
  readonly plaats: Lijstplaats | null;
  readonly koppen: Veldkoppen;
  /** Only of an own list. */
  readonly eigen: Eigenlijst | null;
}

export function zonderLijst(keuze: Exclude<Tabelkeuze<Werkboektabel>, { soort: "lijst" }>, stand: Stand, verzonden: Verzondenstand | null): Uitgelezen {
  const rest = { stand, verzonden, bladIds: [], plaats: null, koppen: {}, eigen: null };
  switch (keuze.soort) {
    case "geen-lijst":
      return { ...rest, lezing: { soort: "geen-lijst" }, tabel: null };
    case "meer-lijsten":
      return { ...rest, lezing: { soort: "meer-lijsten", bladen: keuze.tabellen.map((tabel) => bladVan(stand, tabel).naam) }, tabel: null };
    case "kolom-ontbreekt":
      return {
        ...rest,
        lezing: { soort: "kolom-ontbreekt", blad: bladVan(stand, keuze.tabel).naam, tabel: keuze.tabel.naam, ontbreekt: keuze.ontbreekt },
        tabel: keuze.tabel,
        bladIds: [keuze.tabel.bladId],
      };
  }
}

export function alsLezing(
  tabel: Werkboektabel,
  stand: Stand,
  plaats: Lijstplaats,
  inhoud: Kolominhoud,
  losseRij: number | null,
  verzonden: Verzondenstand | null,
  datumstelsel: Datumstelsel,
): Lezing {
  const blad = bladVan(stand, tabel);
  const lijst: Lijstinhoud = {
    blad: blad.naam,
    bladen: [blad.naam],
    tabel: tabel.naam,
    datumstelsel,
    inhoud,
    plaats: (rij, veld) => ({ blad: blad.naam, rij: plaats.eersteRij + 1 + rij, kolom: (plaats.kolommen[veld] ?? plaats.kolommen.startdatum ?? 0) + 1 }),
    losseRij: losseRij === null ? null : plaats.eersteRij + 1 + losseRij,
    beveiligd: blad.beveiligd,
    gekoppeld: null,
  };
  return { soort: "lijst", lijst, verzonden: verzonden?.blad ?? null };
}

function bladVan(stand: Stand, tabel: Werkboektabel) {
  return stand.bladen.find((blad) => blad.id === tabel.bladId) ?? { naam: "", beveiligd: false };
}

/**
 * The number of rows, with those right below the table that are filled in. Kenmerk and Team alone do not make a row there:
 * that may be a note, or a total of the user's own.
 */
export function aantalRijen(inhoud: Kolominhoud, tabel: Werkboektabel, plaats: Lijstplaats): number {
  let tot = plaats.rijen;
  while (!tabel.totaalrij && isIngevuld(inhoud, tot)) tot++;
  return tot;
}

/** The first row (0-based) after the `rijen` of the list that is filled in all the same; null when there is none in what was read. */
export function eersteLosseRij(inhoud: Kolominhoud, tabel: Werkboektabel, rijen: number): number | null {
  if (tabel.totaalrij) return null;
  const gelezen = inhoud.startdatum?.length ?? 0;
  for (let rij = rijen; rij < gelezen; rij++) if (isIngevuld(inhoud, rij)) return rij;
  return null;
}

function isIngevuld(inhoud: Kolominhoud, rij: number): boolean {
  return VERPLICHTE_VELDEN.some((veld) => !isBlanco(inhoud[veld]?.[rij] ?? null));
}

/** Of every field that is asked; `maak` answers null for one without a column. */
export function perVeld({ extraIndicatoren }: Vraagstelling, maak: (veld: Veld) => readonly Cel[] | null): Kolominhoud {
  return {
    kenmerk: maak("kenmerk"),
    team: maak("team"),
    startdatum: maak("startdatum"),
    sisa: maak("sisa"),
    consultatie: maak("consultatie"),
    stap5: maak("stap5"),
    einddatum: maak("einddatum"),
    ...Object.fromEntries(extraIndicatoren.map(({ indicator }) => [indicator, maak(indicator)])),
  };
}
