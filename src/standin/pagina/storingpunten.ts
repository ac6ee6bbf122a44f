import type { Storing } from "../host/storing";
import type { Menupunt } from "./Menu";
import type { Sessie } from "./sessie";
import { teksten } from "./teksten";

const TRAAG = 2000;

interface Verbinding {
  readonly verbroken: boolean;
  readonly verbreek: (verbroken: boolean) => void;
}

/** What can go wrong between Excel, the add-in and the municipality, to be switched on by hand. */
export function storingpunten(sessie: Sessie, { verbroken, verbreek }: Verbinding, ververs: () => void): { readonly punten: readonly Menupunt[]; readonly aan: number } {
  const { storing } = sessie.host;
  const t = teksten.storing;
  const doe = (werk: () => void) => () => {
    werk();
    ververs();
  };
  const gebeurtenis = (tekst: string, soort: Storing["gebeurtenissen"]): Menupunt => ({
    tekst,
    aan: storing.gebeurtenissen === soort,
    opKies: doe(() => (storing.gebeurtenissen = storing.gebeurtenissen === soort ? "gewoon" : soort)),
  });
  const punten: readonly Menupunt[] = [
    { tekst: t.hangt, opKies: doe(() => storing.hang()) },
    { tekst: t.laatLos, opKies: doe(() => storing.laatLos()) },
    { tekst: t.geweigerd, opKies: doe(() => storing.faal("AccessDenied")) },
    { tekst: t.verdwenen, opKies: doe(() => storing.faal("ItemNotFound")) },
    "streep",
    { tekst: t.inBewerking, aan: sessie.celOpenGehouden, opKies: doe(() => sessie.houdCelOpen(!sessie.celOpenGehouden)) },
    { tekst: t.traag, aan: storing.traagheid > 0, opKies: doe(() => (storing.traagheid = storing.traagheid > 0 ? 0 : TRAAG)) },
    gebeurtenis(t.kwijt, "kwijt"),
    gebeurtenis(t.dubbel, "dubbel"),
    gebeurtenis(t.zonderDetails, "zonder details"),
    { tekst: t.geenVerbinding, aan: verbroken, opKies: () => verbreek(!verbroken) },
    "streep",
    {
      tekst: t.herstel,
      opKies: doe(() => {
        storing.herstel();
        sessie.houdCelOpen(false);
        verbreek(false);
      }),
    },
  ];
  return { punten, aan: punten.filter((punt) => punt !== "streep" && "aan" in punt && punt.aan).length };
}
