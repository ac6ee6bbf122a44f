import type { Sector } from "../../meldcode/sector";

/** Made-up organisations. `perMaand`: about how many times a month the meldcode is started; `gedrag`: how they send. */
export interface Demo {
  readonly naam: string;
  readonly sector: Sector;
  readonly perMaand: number;
  readonly gedrag: "trouw" | "laat" | "zelden" | "nooit" | "corrigeert";
  readonly eenpersoons?: boolean;
  readonly grootte?: "klein" | "middel" | "groot";
  readonly bestuur?: string;
}

export const DEMO_ORGANISATIES: readonly Demo[] = [
  { naam: "Kinderopvang De Regenboog (demo)", sector: "kinderopvang", perMaand: 1, gedrag: "nooit", grootte: "middel" },
  { naam: "Basisschool De Vuurtoren (demo)", sector: "onderwijs", perMaand: 2, gedrag: "corrigeert", grootte: "middel", bestuur: "Stichting Havenscholen (demo)" },
  { naam: "Basisschool Het Anker (demo)", sector: "onderwijs", perMaand: 1, gedrag: "trouw", grootte: "klein", bestuur: "Stichting Havenscholen (demo)" },
  { naam: "Huisartsenpraktijk Maaszicht (demo)", sector: "gezondheidszorg", perMaand: 2, gedrag: "laat", grootte: "klein" },
  { naam: "Jeugdhulp De Kade (demo)", sector: "jeugdhulp", perMaand: 5, gedrag: "trouw", grootte: "groot" },
  { naam: "Wijkteam Noorderhof (demo)", sector: "maatschappelijke-ondersteuning", perMaand: 4, gedrag: "corrigeert", grootte: "middel" },
  { naam: "Praktijk voor kindertherapie Wilgen (demo)", sector: "gezondheidszorg", perMaand: 1, gedrag: "trouw", grootte: "klein", eenpersoons: true },
  { naam: "Peuterspeelzaal Dribbel (demo)", sector: "kinderopvang", perMaand: 0, gedrag: "trouw", grootte: "klein" },
  { naam: "Thuiszorg Rijnstroom (demo)", sector: "gezondheidszorg", perMaand: 3, gedrag: "zelden", grootte: "groot" },
  { naam: "Reclassering Zuiderpoort (demo)", sector: "justitie", perMaand: 2, gedrag: "trouw", grootte: "middel" },
  { naam: "Consultatiebureau Het Spoor (demo)", sector: "gezondheidszorg", perMaand: 3, gedrag: "laat", grootte: "middel" },
  { naam: "Vrouwenopvang De Haven (demo)", sector: "maatschappelijke-ondersteuning", perMaand: 6, gedrag: "trouw", grootte: "middel" },
];

/** Activation codes of the demo, one for each of the first organisations; they work again and again. */
export const DEMO_CODETEKENS = ["DEM0000000000A1", "DEM0000000000B2", "DEM0000000000C3"] as const;

export const DEMO_ACCOUNT = { naam: "servicepunt", wachtwoord: "demo-servicepunt" };
