import { maakOfficeWerkboek } from "../workbook/office/officeWerkboek";
import { openOpslag } from "../workbook/office/opslag";
import { maakDienst } from "./dienst/dienst";
import { Sessie } from "./sessie/sessie";

/** The session over the open workbook and the service that this page came from. */
export async function maakSessie(): Promise<Sessie> {
  return new Sessie({
    werkboek: maakOfficeWerkboek(),
    dienst: maakDienst({ basis: `${location.origin}/v1`, fetch: (...verzoek) => fetch(...verzoek) }),
    opslag: await openOpslag(),
    klok: () => new Date(),
    uuid: () => crypto.randomUUID(),
    wekker: (milliseconden, doe) => {
      const wekker = setTimeout(doe, milliseconden);
      return () => clearTimeout(wekker);
    },
  });
}
