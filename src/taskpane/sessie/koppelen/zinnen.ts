/** What the flow itself asks and tells, beside the engine; the sentences of the screens stand with the screens. */
export const koppelzinnen = {
  hernoemd: (kop: string, wordt: string) => `De kolom ‘${kop}’ heet nu ‘${wordt}’. Is dat dezelfde kolom?`,
  nieuwSoort: (kop: string) => `In de kolom ‘${kop}’, waarop rijen worden weggelaten, staat iets nieuws. Welke rijen zijn geen zaken van de meldcode?`,
  geenBlad: "In die werkmap staat geen blad Koppeling. Er is niets veranderd. Kies de werkmap waarin u deze lijst eerder koppelde, of ga hieronder verder zonder.",
  bestandOnleesbaar: "Dat bestand kon niet worden gelezen. Er is niets veranderd. Kies de werkmap waarin u deze lijst eerder koppelde, of ga verder zonder.",
} as const;
