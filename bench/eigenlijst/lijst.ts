/** An own list as Excel saves it: shared texts, free columns, words of its own. */
import { utils, write } from "@e965/xlsx";
import type { Koppeling } from "../../src/meldcode/koppeling/koppeling";

const KOPPEN = ["Dossiernr", "Locatie", "Datum start", "SISA", "Overleg", "Vervolg", "Afgesloten op", "Opmerking", "Leeftijd", "Wijk"];
const EERSTE_DAG = 45_658;

export function lijst(rijen: number): Uint8Array {
  const kies = (i: number, ...woorden: string[]) => woorden[i % woorden.length];
  const zaken = Array.from({ length: rijen }, (_, i) => [
    `D-${10_000 + i}`, `Locatie ${i % 7}`, EERSTE_DAG + (i % 500), kies(i, "ja", "nee", "nvt"), kies(i, "collega", "Veilig Thuis", "beide", "geen"),
    kies(i, "Wijkteam ingeschakeld", "Melding", "Geen"), EERSTE_DAG + 12 + (i % 500), `opmerking ${i % 900} bij deze zaak`, i % 100, kies(i, "Noord", "Zuid"),
  ]);
  const werkmap = utils.book_new();
  utils.book_append_sheet(werkmap, utils.aoa_to_sheet([KOPPEN, ...zaken]), "Zaken");
  return new Uint8Array(write(werkmap, { type: "array", bookType: "xlsx", bookSST: true, compression: true }));
}

export const KOPPELING: Koppeling = {
  schema: "koppeling/1",
  bereiken: [{ blad: "Zaken", koprij: 1 }],
  velden: {
    kenmerk: { kolommen: [{ kop: "Dossiernr" }] },
    startdatum: { kolommen: [{ kop: "Datum start" }] },
    sisa: { kolommen: [{ kop: "SISA", waarden: { ja: "ja", nee: "nee", nvt: "nvt" } }] },
    consultatie: { kolommen: [{ kop: "Overleg", waarden: { collega: "intern", "veilig thuis": "extern", beide: "internEnExtern", geen: "geen" } }] },
    stap5: { kolommen: [{ kop: "Vervolg", waarden: { "wijkteam ingeschakeld": "hulp", melding: "melding", geen: "geenVanBeide" } }] },
    einddatum: { kolommen: [{ kop: "Afgesloten op" }] },
  },
  filters: [],
};
