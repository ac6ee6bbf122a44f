/** Sectors under the Wet verplichte meldcode, as the register of the Servicepunt keeps them. */
export const SECTOREN = [
  "kinderopvang",
  "onderwijs",
  "gezondheidszorg",
  "jeugdhulp",
  "maatschappelijke-ondersteuning",
  "justitie",
  "gemeente",
  "overig",
] as const;
export type Sector = (typeof SECTOREN)[number];

export const SECTORNAMEN = {
  kinderopvang: "Kinderopvang",
  onderwijs: "Onderwijs",
  gezondheidszorg: "Gezondheidszorg",
  jeugdhulp: "Jeugdhulp",
  "maatschappelijke-ondersteuning": "Maatschappelijke ondersteuning",
  justitie: "Justitie",
  gemeente: "Gemeente",
  overig: "Overig",
} as const satisfies Record<Sector, string>;
