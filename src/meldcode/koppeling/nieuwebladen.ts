import { kopsleutel } from "../lezen/koppen";
import { isBlanco } from "../lezen/tekst";
import { type Bron, cel, type Celblad, gelijk, kolomnummer } from "./celblad";
import { sleutels } from "./kolomzoeker";
import { type Bereik, type Koppeling, Koppelingfout } from "./koppeling";
import { koppen, type Kopvorm } from "./koprij";
import { vindPlaatsen } from "./plaatsen";

/** A visible sheet that the mapping does not know, with the headers of the list and cases below them: a new month, a copy. */
export interface Nieuwblad {
  /** Where the list stands on it. */
  readonly bereik: Bereik;
  /** It can be read as the others are; else something must be asked first. */
  readonly past: boolean;
  /** How many areas of the mapping come before it, in the order of the sheets. */
  readonly plek: number;
}

/** Headers of the list on a sheet. */
export interface Kopvondst {
  readonly bereik: Bereik;
  readonly startkolom: number;
}

/** How far down headers are looked for. */
const LAATSTE_KOPRIJ = 500;

export function nieuweBladen(koppeling: Koppeling, { bladen }: Bron): Nieuwblad[] {
  const nummer = (naam: string) => bladen.findIndex(({ blad }) => gelijk(blad, naam));
  return onbekendeBladen(koppeling, bladen).flatMap((blad) => {
    if (!isLeesbaar(blad)) return [];
    const vondst = zoekKoppen(koppeling, blad).find((koppenOp) => isGevuldOnder(blad, koppenOp));
    if (!vondst) return [];
    const plek = koppeling.bereiken.filter((bereik) => nummer(bereik.blad) < nummer(blad.blad)).length;
    return [{ bereik: vondst.bereik, past: past(koppeling, vondst.bereik, bladen), plek }];
  });
}

/** A damaged sheet stops a list only when it is part of it. */
export function onleesbareBladen(koppeling: Koppeling, { bladen }: Bron): string[] {
  return onbekendeBladen(koppeling, bladen).flatMap((blad) => (isLeesbaar(blad) ? [] : [blad.blad]));
}

/** Visible sheets of which the mapping says nothing. */
export function onbekendeBladen<B extends Pick<Celblad, "blad" | "zichtbaar">>({ bereiken, andereBladen = [] }: Koppeling, bladen: readonly B[]): B[] {
  const bekend = [...bereiken.map(({ blad }) => blad), ...andereBladen];
  return bladen.filter(({ blad, zichtbaar }) => zichtbaar && !bekend.some((naam) => gelijk(naam, blad)));
}

/** Every place on the sheet where all the headers of the list stand. */
export function zoekKoppen({ velden, bereiken }: Koppeling, blad: Celblad): Kopvondst[] {
  const kolommen = Object.values(velden).flatMap((veld) => veld.kolommen).map(sleutels).filter((namen) => namen.some((naam) => naam !== ""));
  const [start] = velden.startdatum.kolommen;
  const rijen = Array.from(blad.rijen.keys()).filter((rij) => rij <= LAATSTE_KOPRIJ);
  return vormen(bereiken).flatMap((vorm) =>
    rijen.flatMap((koprij) => {
      const opRij = new Map([...koppen(blad, koprij, vorm)].map(([nummer, kop]) => [kopsleutel(kop), nummer]));
      if (!kolommen.every((namen) => namen.some((naam) => opRij.has(naam)))) return [];
      const startkolom = sleutels(start).flatMap((naam) => opRij.get(naam) ?? [])[0] ?? (start.kolom === undefined ? undefined : kolomnummer(start.kolom));
      return startkolom === undefined ? [] : [{ bereik: { blad: blad.blad, koprij, ...vorm }, startkolom }];
    }),
  );
}

/** Headers without a start date below them are a month that has not begun. */
function isGevuldOnder(blad: Celblad, { bereik: { koprij }, startkolom }: Kopvondst): boolean {
  if (blad.gevuldTot) return (blad.gevuldTot.get(startkolom) ?? 0) > koprij;
  return Array.from(blad.rijen.keys()).some((rij) => rij > koprij && !isBlanco(cel(blad, rij, startkolom)));
}

/** Where a sheet holds more than one area, or an area ends somewhere, one cannot know how that is on the next sheet. */
function past(koppeling: Koppeling, bereik: Bereik, bladen: readonly Celblad[]): boolean {
  const { bereiken } = koppeling;
  if (bereiken.some((een, i) => een.laatsteRij !== undefined || bereiken.some((ander, j) => j > i && gelijk(een.blad, ander.blad)))) return false;
  try {
    return vindPlaatsen({ ...koppeling, bereiken: [bereik] }, bladen).every(({ hernoemd }) => hernoemd.length === 0);
  } catch (oorzaak) {
    if (oorzaak instanceof Koppelingfout) return false;
    throw oorzaak;
  }
}

/** How headers stand on the sheets that the mapping knows: mostly one way. */
function vormen(bereiken: readonly Bereik[]): Kopvorm[] {
  const alle = bereiken.map(({ koprijen, kolommen }): Kopvorm => ({ ...(koprijen === undefined ? {} : { koprijen }), ...(kolommen === undefined ? {} : { kolommen }) }));
  return [...new Map(alle.map((vorm) => [JSON.stringify(vorm), vorm])).values()];
}

/** The cells of a file's sheet are read when they are first asked for, and then turn out damaged. */
function isLeesbaar(blad: Celblad): boolean {
  try {
    return blad.rijen.size >= 0;
  } catch {
    return false;
  }
}
