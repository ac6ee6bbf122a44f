import { kopsleutel, veldVoorKop } from "../lezen/koppen";
import { isBlanco } from "../lezen/tekst";
import { type Celblad, kolomnummer } from "./celblad";
import type { Bereik } from "./koppeling";

/** What of an area says where its headers stand. */
export type Kopvorm = Pick<Bereik, "koprijen" | "kolommen">;

/** The headers of an area by column number; blank ones are left out. Over several rows they read as one: "Consultatie" above "intern" is "Consultatie intern". */
export function koppen(blad: Celblad, koprij: number, { koprijen = 1, kolommen }: Kopvorm = {}): Map<number, string> {
  const laatste = kopteksten(blad, koprij, kolommen);
  if (koprijen === 1) return laatste;
  const rijen = Array.from({ length: koprijen - 1 }, (_, i) => {
    const rij = koprij - koprijen + 1 + i;
    return metGroepen(blad, rij, kopteksten(blad, rij, kolommen), kopteksten(blad, rij + 1, kolommen));
  });
  const nummers = [...new Set([...rijen, laatste].flatMap((teksten) => [...teksten.keys()]))].sort((a, b) => a - b);
  return new Map(nummers.map((nummer) => [nummer, stapel([...rijen, laatste].map((teksten) => teksten.get(nummer)))]));
}

/** Whether the row above holds headers of groups: one of them stands above several columns that have headers of their own. */
export function heeftGroepskoppen(blad: Celblad, koprij: number, kolommen?: string): boolean {
  const onder = kopteksten(blad, koprij, kolommen);
  const boven = kopteksten(blad, koprij - 1, kolommen);
  const gespreid = metGroepen(blad, koprij - 1, boven, onder);
  return [...gespreid.keys()].some((kolom) => !boven.has(kolom) && onder.has(kolom));
}

export function kopteksten({ rijen }: Celblad, rij: number, kolommen?: string): Map<number, string> {
  const [van, tot] = kolomgrenzen(kolommen);
  const gevonden = new Map<number, string>();
  (rijen.get(rij) ?? []).forEach((waarde, kolom) => {
    if (kolom >= van && kolom <= tot && waarde !== undefined && waarde !== null && !isBlanco(waarde)) gevonden.set(kolom, String(waarde));
  });
  return gevonden;
}

/** First and last column of "B:H"; of nothing, all columns. */
export function kolomgrenzen(kolommen: string | undefined): readonly [number, number] {
  const [van = "A", tot = "XFD"] = kolommen?.split(":") ?? [];
  return [kolomnummer(van), kolomnummer(tot)];
}

/**
 * A group's header also stands above the other columns of its group: as far as its cell is merged, or, where nobody merged it, above
 * headers that mean nothing on their own.
 */
function metGroepen({ samengevoegd = [] }: Celblad, rij: number, boven: ReadonlyMap<number, string>, onder: ReadonlyMap<number, string>): Map<number, string> {
  const gespreid = new Map(boven);
  for (const [kolom, tekst] of boven) {
    const blok = samengevoegd.find((b) => b.vanRij <= rij && rij <= b.totRij && b.vanKolom === kolom);
    if (blok) for (let k = kolom + 1; k <= blok.totKolom; k++) gespreid.set(k, tekst);
    else if (onder.has(kolom)) for (let k = kolom + 1; !boven.has(k) && staatOpZich(onder.get(k)) === false; k++) gespreid.set(k, tekst);
  }
  return gespreid;
}

/** null: there is no header. */
function staatOpZich(kop: string | undefined): boolean | null {
  return kop === undefined ? null : veldVoorKop(kop) !== null;
}

function stapel(teksten: readonly (string | undefined)[]): string {
  const delen = teksten.flatMap((tekst) => tekst ?? []);
  return delen.filter((deel, i) => kopsleutel(deel) !== kopsleutel(delen[i - 1] ?? "")).join(" ");
}
