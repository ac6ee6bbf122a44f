import { type Koppeling, koppelingSchema } from "../../src/meldcode/koppeling/koppeling";
import type { Blad } from "../../src/standin/model/blad";
import { er, Opstelling } from "./werkboek";

/** A list as an organisation keeps it: a title above it, its own words, columns of its own between ours. Headers stand in row 3. */
export const EIGEN_KOPPEN = ["Nr", "Naam", "Gestart op", "SISA", "Wie geraadpleegd", "Uitkomst", "Klaar op", "Soort"] as const;
type Eigenkop = (typeof EIGEN_KOPPEN)[number];
export type Eigenrij = Readonly<Partial<Record<Eigenkop, string>>>;
export const eigenrij = (anders: Eigenrij = {}): Eigenrij => ({ Naam: "KANARIE", "Gestart op": "5-1-2026", SISA: "Ja", "Wie geraadpleegd": "collega", Uitkomst: "Wijkteam", "Klaar op": "20-1-2026", Soort: "meldcode", ...anders });

export const EIGEN_KOPRIJ = 3;

/** Reads the sheets of an own list. */
export function koppelingVan(bladen: readonly string[], anders: Partial<Koppeling> = {}): Koppeling {
  return koppelingSchema.parse({
    schema: "koppeling/1",
    bereiken: bladen.map((blad) => ({ blad, koprij: EIGEN_KOPRIJ })),
    velden: {
      kenmerk: { kolommen: [{ kop: "Nr", kolom: "A" }] },
      startdatum: { kolommen: [{ kop: "Gestart op", kolom: "C" }] },
      sisa: { kolommen: [{ kop: "SISA", kolom: "D" }] },
      consultatie: { kolommen: [{ kop: "Wie geraadpleegd", kolom: "E", waarden: { collega: "intern", "Veilig Thuis": "extern" } }] },
      stap5: { kolommen: [{ kop: "Uitkomst", kolom: "F", waarden: { wijkteam: "hulp" } }] },
      einddatum: { kolommen: [{ kop: "Klaar op", kolom: "G" }] },
    },
    filters: [{ kop: "Soort", kolom: "H", weglaten: ["valincident"] }],
    ...anders,
  });
}

/** A workbook with an own list on one sheet or more. */
export class Eigenopstelling extends Opstelling {
  /** Types the list on a sheet that is there, or on a new one. */
  maakEigenLijst(rijen: readonly Eigenrij[], { naam = "Blad1", koppen = EIGEN_KOPPEN as readonly string[] } = {}): Blad {
    const blad = this.werkmap.bladMetNaam(naam) ?? this.gebruiker.voegBladToe(naam);
    const regels = [koppen, ...rijen.map((rij) => koppen.map((kop) => rij[EIGEN_KOPPEN.find((een) => een === kop) ?? "Nr"] ?? ""))];
    this.gebruiker.typ(blad, 0, 0, "Lijst meldcode");
    this.gebruiker.plak(blad, EIGEN_KOPRIJ - 1, 0, regels.map((cellen) => cellen.join("\t")).join("\n"));
    return blad;
  }

  /** Types in a row (0 is the first below the header) of the column with that header. */
  typEigen(naam: string, r: number, kop: Eigenkop, tekst: string, gebruiker = this.gebruiker): void {
    gebruiker.typ(er(this.werkmap.bladMetNaam(naam)), EIGEN_KOPRIJ + r, EIGEN_KOPPEN.indexOf(kop), tekst);
  }

  eigenwaarde(naam: string, r: number, kop: Eigenkop) {
    return this.werkmap.waarde(er(this.werkmap.bladMetNaam(naam)), EIGEN_KOPRIJ + r, EIGEN_KOPPEN.indexOf(kop));
  }
}
