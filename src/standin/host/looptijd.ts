import { keuze } from "./argument";
import type { Hostobject } from "./hostobject";

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

/** Services around the add-in that the library finds by name, not through the workbook. undefined for a name that the stand-in does not know. */
export function dienst(naam: string, looptijd: Looptijd): Hostobject | undefined {
  switch (naam) {
    case "Microsoft.AppRuntime.AppRuntimeService":
      return {
        soort: "AppRuntimeService",
        methoden: {
          GetAppRuntimeState: { roep: () => (looptijd.zichtbaar ? "Visible" : "Background") },
          SetAppRuntimeState: {
            roep: ([toestand]) => {
              looptijd.zichtbaar = keuze(toestand, ["Visible", "Background", "Inactive"], "appRuntimeState") === "Visible";
            },
          },
        },
      };
    // Told once while the library starts; Excel answers nothing.
    case "Microsoft.InternalService.AddinInternalService":
      return { soort: "AddinInternalService", methoden: { NotifyActionHandlerReady: { roep: () => undefined } } };
    default:
      return undefined;
  }
}
