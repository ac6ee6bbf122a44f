import { kopsleutel } from "../lezen/koppen";
import { isBlanco } from "../lezen/tekst";
import { sleutels } from "./kolomzoeker";
import type { Koppeling } from "./koppeling";
import { koppen } from "./koprij";
import { type Celblad, cel, gelijk } from "./plaatsen";
import type { Bron } from "./toepassen";

/** How far down headers are looked for. */
const LAATSTE_KOPRIJ = 500;

/** Visible sheets that the mapping does not know, with the headers of the list and something below them: a new month, a copy. */
export function nieuweBladen(koppeling: Koppeling, { bladen }: Bron): string[] {
  const bekend = [...koppeling.bereiken.map(({ blad }) => blad), ...(koppeling.andereBladen ?? [])];
  return bladen.filter((blad) => blad.zichtbaar && !bekend.some((naam) => gelijk(naam, blad.blad)) && heeftLijst(blad, koppeling)).map(({ blad }) => blad);
}

function heeftLijst(blad: Celblad, { velden, bereiken: [eerste] }: Koppeling): boolean {
  const kolommen = Object.values(velden).flatMap((veld) => veld.kolommen).map(sleutels).filter((namen) => namen.some((naam) => naam !== ""));
  const start = sleutels(velden.startdatum.kolommen[0]);
  for (const rij of blad.rijen.keys()) {
    if (rij > LAATSTE_KOPRIJ) return false;
    const opRij = new Map([...koppen(blad, rij, { koprijen: eerste?.koprijen })].map(([nummer, kop]) => [kopsleutel(kop), nummer]));
    if (!kolommen.every((namen) => namen.some((naam) => opRij.has(naam)))) continue;
    const kolom = start.flatMap((naam) => opRij.get(naam) ?? [])[0] ?? 0;
    if (Array.from(blad.rijen.keys()).some((onder) => onder > rij && !isBlanco(cel(blad, onder, kolom)))) return true;
  }
  return false;
}
