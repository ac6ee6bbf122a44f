import type { Koppeling } from "../../meldcode/koppeling/koppeling";
import type { Nieuwblad } from "../../meldcode/koppeling/nieuwebladen";
import type { Antwoorden, Vraag } from "./besluit";

/** The mapping with these sheets in it, each in its place among the others. */
export function metBladen(koppeling: Koppeling, nieuw: readonly Nieuwblad[]): Koppeling {
  const opPlek = (plek: number) => nieuw.filter((blad) => blad.plek === plek).map(({ bereik }) => bereik);
  return { ...koppeling, bereiken: [...koppeling.bereiken.flatMap((bereik, i) => [...opPlek(i), bereik]), ...opPlek(koppeling.bereiken.length)] };
}

/** The mapping that knows that this sheet is no part of the list. */
export function zonderBlad(koppeling: Koppeling, { bereik }: Nieuwblad): Koppeling {
  return { ...koppeling, andereBladen: [...(koppeling.andereBladen ?? []), bereik.blad] };
}

/** What is to be asked before sending; null: of every sheet it is known. */
export function bladvraag(nieuw: readonly Nieuwblad[], { zonderBladen = [] }: Antwoorden): Extract<Vraag, { soort: "nieuw-blad" }> | null {
  const open = nieuw.filter(({ bereik }) => !zonderBladen.includes(bereik.blad));
  return open.length === 0 ? null : { soort: "nieuw-blad", bladen: open.map(({ bereik }) => bereik.blad), past: open.every(({ past }) => past) };
}
