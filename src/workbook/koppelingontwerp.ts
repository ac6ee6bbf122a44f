/** What the sheet Koppeling looks like: apart from reading it, so that the pane can look for it before it needs to know how. */
export const KOPPELING_BLAD = "Koppeling";
export const KOPPELING_TABEL = "MeldcodeKoppeling";
export const KOPPELING_KOPPEN = ["Onderdeel", "Veld", "Kolom", "Letter", "In uw lijst", "Betekent"] as const;
/** In characters, as lijstontwerp counts. */
export const KOPPELING_BREEDTES = [18, 18, 30, 14, 36, 40] as const;

/** What stands above the table, from A1 down; the first line is its title. */
export const KOPPELING_UITLEG = [
  "Koppeling van uw eigen lijst",
  "Zo leest Monitor Meldcode uw lijst: welk blad, welke kolommen, en wat uw eigen woorden betekenen. In de lijst zelf verandert niets.",
  "U mag deze regels verbeteren; het taakvenster leest ze dan opnieuw. Verwijder dit blad om de koppeling op te heffen.",
] as const;
/** Sheet row of the table's header. */
export const KOPPELING_KOPRIJ = 5;
