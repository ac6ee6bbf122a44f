import type { Bron } from "../meldcode/koppeling/celblad";
import type { Koppeling } from "../meldcode/koppeling/koppeling";
import { pasKoppelingToe } from "../meldcode/koppeling/toepassen";
import type { Vraagstelling } from "../meldcode/vraagstelling";
import type { Lijstinhoud } from "./werkboek";

/** An own list as the port tells it. @throws Koppelingfout when a sheet or column of the mapping is not there. */
export function leesGekoppeldeLijst(koppeling: Koppeling, bron: Bron, vraagstelling: Vraagstelling, isBeveiligd: (blad: string) => boolean): Lijstinhoud {
  const { inhoud, bereiken, plaats, weggelaten, samengevoegd, waarschuwingen, nieuweBladen, organisaties } = pasKoppelingToe(koppeling, bron, vraagstelling);
  const bladen = [...new Set(bereiken.map(({ blad }) => blad))];
  return {
    blad: bladen[0] ?? "",
    bladen,
    tabel: null,
    datumstelsel: bron.datumstelsel,
    inhoud,
    plaats,
    losseRij: null,
    beveiligd: bladen.some(isBeveiligd),
    gekoppeld: { koppeling, weggelaten, samengevoegd, waarschuwingen, nieuweBladen, organisaties },
  };
}
