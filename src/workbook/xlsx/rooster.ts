import type { Cel } from "../../meldcode/veld";
import type { Rooster } from "../lijstvinden";
import type { Werkmap } from "./werkmap";
import type { Celblad } from "../../meldcode/koppeling/celblad";

/** The sheets of a workbook file as grids. A sheet is read when its cells are asked for; that may throw Werkmapfout. */
export function roosters(werkmap: Werkmap): (Rooster & Pick<Celblad, "samengevoegd">)[] {
  return werkmap.bladen.map(({ naam, zichtbaarheid }) => {
    let gelezen: Rooster["rijen"] | null = null;
    return {
      blad: naam,
      zichtbaar: zichtbaarheid === "zichtbaar",
      get rijen() {
        return (gelezen ??= waarden(werkmap, naam));
      },
      get samengevoegd() {
        return werkmap.leesBlad(naam).samengevoegd;
      },
    };
  });
}

function waarden(werkmap: Werkmap, blad: string): Rooster["rijen"] {
  const rijen = new Map<number, (Cel | undefined)[]>();
  for (const [rij, cellen] of werkmap.leesBlad(blad).rijen) rijen.set(rij, cellen.map((cel) => cel?.waarde));
  return rijen;
}
