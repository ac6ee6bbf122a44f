import { useEffect } from "react";
import type { Sessie } from "../sessie/sessie";

/** F8 goes to the next finding, wherever in the pane one is. */
export function useVolgende(sessie: Sessie): void {
  useEffect(() => {
    const opToets = (e: KeyboardEvent): void => {
      if (e.key !== "F8") return;
      e.preventDefault();
      void sessie.volgendeBevinding();
    };
    window.addEventListener("keydown", opToets);
    return () => window.removeEventListener("keydown", opToets);
  }, [sessie]);
}
