import type { Koppelen, Voorstelbeeld } from "../../sessie/koppelen/koppelen";

/** What the parts of the proposal's screen need. */
export interface Voorstelopties {
  readonly beeld: Voorstelbeeld;
  readonly stroom: Koppelen;
  readonly sisaNaam: string | undefined;
}
