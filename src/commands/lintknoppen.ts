import type { Sessie } from "../taskpane/sessie/sessie";

/** What the buttons need of Office; `Office` itself fits. */
export interface Lint {
  readonly actions: { associate(naam: string, doe: (event: { completed(): void }) => void): void };
  readonly addin: { showAsTaskpane(): Promise<void> };
}

type Opdrachten = Pick<Sessie, "controleer" | "volgendeBevinding" | "verzend">;

/** Controleren, Volgende bevinding and Verzenden on the ribbon: they show the pane and go the same guarded way as its own buttons. */
export function koppelLintknoppen(lint: Lint, sessie: Promise<Opdrachten>): void {
  const knop = (naam: string, doe: (sessie: Opdrachten) => Promise<void>) =>
    lint.actions.associate(naam, (event) => {
      // Excel keeps the button grey until it is told that the command is done: that is when the pane is there.
      void lint.addin
        .showAsTaskpane()
        .catch(() => undefined)
        .then(() => event.completed());
      void sessie.then(doe);
    });
  knop("controleren", (s) => s.controleer());
  knop("volgende", (s) => s.volgendeBevinding());
  knop("verzenden", (s) => s.verzend());
}
