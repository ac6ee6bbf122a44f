import { serieUitDatum, toonDatum } from "../datum";
import type { Herstel } from "../bevinding";
import { CONSULTATIE, SISA, STAP5 } from "../zaak";
import type { Gelezenrij, Rijregel } from "./regel";

export const ANDERS_GESCHREVEN = "Dit is begrepen en telt mee, maar in de keuzelijst heet het anders.";
export const startdatumAlsTekst = datumAlsTekst("startdatum");
export const einddatumAlsTekst = datumAlsTekst("einddatum");
export const sisaAndersGeschreven = andersGeschreven("sisa", ({ sisa }) => sisa.waarde && SISA[sisa.waarde]);
export const consultatieAndersGeschreven = andersGeschreven("consultatie", ({ consultatie }) => consultatie.waarde && CONSULTATIE[consultatie.waarde]);
export const stap5AndersGeschreven = andersGeschreven("stap5", ({ stap5 }) => stap5.waarde && STAP5[stap5.waarde]);

function datumAlsTekst(veld: "startdatum" | "einddatum"): Rijregel {
  return {
    ziet: "cel",
    code: "datum-als-tekst",
    veld,
    melding: "Deze datum staat er als tekst. Hij is begrepen en telt mee; als echte datum kan Excel er ook mee sorteren en filteren.",
    geldt: (rij) => rij[veld].anders,
    herstel(rij, { datumstelsel }) {
      const { waarde } = rij[veld];
      return waarde === null ? undefined : { waarde: serieUitDatum(waarde, datumstelsel), isDatum: true, label: `Maak er de datum ${toonDatum(waarde)} van` };
    },
  };
}

/** `toon`: the value itself, as the drop-down list has it. */
function andersGeschreven(veld: "sisa" | "consultatie" | "stap5", toon: (rij: Gelezenrij) => string | null): Rijregel {
  return {
    ziet: "cel",
    code: "waarde-anders-geschreven",
    veld,
    melding: ANDERS_GESCHREVEN,
    geldt: (rij) => rij[veld].anders,
    herstel: (rij) => maakErVan(toon(rij) ?? undefined),
  };
}

/** Writes the value itself. */
export function maakErVan(waarde: string | undefined): Herstel | undefined {
  return waarde === undefined ? undefined : { waarde, isDatum: false, label: `Maak er ‘${waarde}’ van` };
}
