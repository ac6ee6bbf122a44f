/**
 * What a municipality may ask of a case beside what all ask: off until its policy switches it on (issue 4). The keys are counted, the
 * values are what a cell shows. No value can be taken for a date by Excel ("4-11" would become 4 November).
 */
export const INDICATORWAARDEN = {
  /** Of the youngest who is involved, on the start date. */
  leeftijdsgroep: {
    j0tot3: "0 t/m 3 jaar",
    j4tot11: "4 t/m 11 jaar",
    j12tot17: "12 t/m 17 jaar",
    j18tot22: "18 t/m 22 jaar",
    j23tot64: "23 t/m 64 jaar",
    j65plus: "65 jaar of ouder",
  },
  geweldsvorm: {
    lichamelijk: "Lichamelijk",
    psychisch: "Psychisch",
    seksueel: "Seksueel",
    verwaarlozing: "Verwaarlozing",
    financieel: "Financieel",
    getuige: "Getuige van geweld",
    meer: "Meer dan één vorm",
    anders: "Anders",
  },
  /** Whether violence in this family was known to the organisation before. */
  bekendheid: { nieuw: "Nieuw", bekend: "Al bekend" },
  /** Children involved. A number in the cell; counted in classes. */
  kinderen: { k0: "Geen", k1: "1", k2: "2", k3: "3", k4plus: "4 of meer" },
} as const;

export type Indicator = keyof typeof INDICATORWAARDEN;
export const INDICATOREN = ["leeftijdsgroep", "geweldsvorm", "bekendheid", "kinderen"] as const satisfies readonly Indicator[];

export function isIndicator(naam: string): naam is Indicator {
  return INDICATOREN.some((indicator) => indicator === naam);
}
