import type { Methode } from "../hostobject";
import type { Sessie } from "../sessie";

/** The hidden methods behind onChanged.add and the like; each event by its name in the library, number and requirement set. */
export function gebeurtenismethoden(
  sessie: Sessie,
  doel: string,
  gebeurtenissen: Readonly<Record<string, { readonly type: number; readonly sinds?: string }>>,
): Record<string, Methode> {
  const methoden: Record<string, Methode> = {};
  for (const [naam, { type, sinds }] of Object.entries(gebeurtenissen)) {
    methoden[`_Register${naam}`] = { sinds, roep: () => sessie.registraties.voegToe(type, doel) };
    methoden[`_Unregister${naam}`] = { sinds, roep: () => sessie.registraties.neemWeg(type, doel) };
  }
  return methoden;
}
