import type { Logboek } from "./http/logboek";
import type { Noteeromgeving } from "./register/audit";
import { pasBewaartermijnenVanzelfToe } from "./register/bewaartermijnen";

const DAG = 86_400_000;

/**
 * Removes what was kept long enough: now, and every day after. Every server does it; the database lets one at a time, and the
 * next finds nothing more. A failure is logged, and the next day tries again. The function it answers stops it.
 */
export function ruimDagelijksOp(gemeenten: readonly Omit<Noteeromgeving, "wie">[], logboek: Logboek): () => void {
  const ruimOp = async (): Promise<void> => {
    for (const gemeente of gemeenten) {
      try {
        await pasBewaartermijnenVanzelfToe(gemeente);
      } catch (fout) {
        logboek({ soort: "storing", methode: "", route: "bewaartermijnen", klasse: fout instanceof Error ? fout.name : "", code: "" });
      }
    }
  };
  void ruimOp();
  const wekker = setInterval(() => void ruimOp(), DAG).unref();
  return () => clearInterval(wekker);
}
