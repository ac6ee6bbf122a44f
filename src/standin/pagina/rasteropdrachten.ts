import { gebied } from "../model/adres";
import type { Roosteropdrachten } from "./rooster/bron";
import type { Sessie } from "./sessie";
import { teksten } from "./teksten";
import { punten } from "./werkbladbron";

type Menus = Pick<Roosteropdrachten, "openKopmenu" | "openCelmenu">;

/** Hands what is typed, pasted and pressed in the grid to the workbook; a refusal becomes a message. */
export function rasteropdrachten(sessie: Sessie, menus: Menus): Roosteropdrachten {
  const { bewerkingen, gebruiker, werkmap, toestand } = sessie;
  const blad = () => sessie.blad;
  return {
    ...menus,
    voerIn: (rij, kolom, tekst) => sessie.probeer(() => gebruiker.typ(blad(), rij, kolom, tekst), teksten.bericht.geweigerd),
    wis: (g) => void sessie.probeer(() => gebruiker.wis(blad(), g)),
    kopieer: (g) => bewerkingen.kopieer(blad(), g),
    plak: (g, tekst) => {
      let waar = g;
      sessie.probeer(() => {
        waar = bewerkingen.plak(blad(), g, tekst);
      });
      return waar;
    },
    vulOmlaag: (g) => void sessie.probeer(() => bewerkingen.vulOmlaag(blad(), g)),
    ongedaan: () => void werkmap.ongedaan(),
    opnieuw: () => void werkmap.opnieuw(),
    zetKolombreedte: (kolom, breedte) => {
      const { gebied: g } = toestand.stand;
      const heleKolommen = g.rij === 0 && g.rijen > blad().hoogte && kolom >= g.kolom && kolom < g.kolom + g.kolommen;
      const kolommen = heleKolommen ? gebied(0, g.kolom, 1, g.kolommen) : gebied(0, kolom);
      for (let k = kolommen.kolom; k < kolommen.kolom + kolommen.kolommen; k++) gebruiker.kolombreedte(blad(), k, punten(breedte));
    },
  };
}
