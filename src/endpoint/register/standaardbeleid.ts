import type { Beleid } from "../../meldcode/uitwisseling/beleid";
import { STANDAARDVRAAGSTELLING } from "../../meldcode/vraagstelling";

/** Until the municipality sets its own. The addresses are plainly made up. */
export const STANDAARDBELEID: Beleid = {
  gemeente: "Rotterdam",
  contact: { naam: "Servicepunt Meldcode", url: "https://servicepunt-meldcode.example/", email: "servicepunt@servicepunt-meldcode.example" },
  helpUrl: "https://servicepunt-meldcode.example/hulp",
  helpteksten: [],
  ...STANDAARDVRAAGSTELLING,
  minimum: 3,
  deadlineDag: 15,
  geslotenMaanden: [],
};
