import { keuze } from "./argument";
import type { Hostobject } from "./hostobject";

/** The library finds this service by its name, not through the workbook. */
export const LOOPTIJDDIENST = "Microsoft.AppRuntime.AppRuntimeService";

/** The add-in's one runtime lives on while its pane is hidden. The user shows and hides the pane, and so does the add-in (Office.addin.showAsTaskpane, hide). */
export class Looptijd {
  #zichtbaar = true;
  readonly #luisteraars = new Set<(zichtbaar: boolean) => void>();

  get zichtbaar(): boolean {
    return this.#zichtbaar;
  }
  set zichtbaar(zichtbaar: boolean) {
    if (zichtbaar === this.#zichtbaar) return;
    this.#zichtbaar = zichtbaar;
    for (const luisteraar of [...this.#luisteraars]) luisteraar(zichtbaar);
  }

  /** Answers how to stop. */
  luister(opWisseling: (zichtbaar: boolean) => void): () => void {
    this.#luisteraars.add(opWisseling);
    return () => this.#luisteraars.delete(opWisseling);
  }
}

/** OfficeCore.AppRuntimeService */
export function looptijdobject(looptijd: Looptijd): Hostobject {
  return {
    soort: "AppRuntimeService",
    methoden: {
      GetAppRuntimeState: { roep: () => (looptijd.zichtbaar ? "Visible" : "Background") },
      SetAppRuntimeState: { roep: ([toestand]) => void (looptijd.zichtbaar = keuze(toestand, ["Visible", "Background", "Inactive"], "appRuntimeState") === "Visible") },
    },
  };
}
