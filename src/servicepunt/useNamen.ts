import type { Dienst } from "./dienst";
import { useVraag } from "./useVraag";

/** As many organisations as the register gives at once; of more than that, the others are called by their number. */
const MEESTE = 1000;

/** What organisations are called; a number whose name is not known stays a number. */
export function useNamen(dienst: Pick<Dienst, "register">, nu: () => Date): (organisatieId: string) => string {
  const { waarde } = useVraag("namen", nu, (onderbreek) => dienst.register("", MEESTE, onderbreek));
  const namen = new Map(waarde?.organisaties.map(({ organisatieId, naam }) => [organisatieId, naam]));
  return (organisatieId) => namen.get(organisatieId) ?? organisatieId;
}
