import type { Sessie } from "./sessie/sessie";

let meld: (sessie: Sessie) => void;

/** The session of this pane, once it is open. The buttons of the ribbon run on the same page (shared runtime) and wait for it. */
export const lopendeSessie = new Promise<Sessie>((klaar) => {
  meld = klaar;
});

export function zetLopendeSessie(sessie: Sessie): void {
  meld(sessie);
}
