import { FluentProvider, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import { useCallback, useEffect, useMemo, useReducer, useRef, useState, useSyncExternalStore, type ReactElement } from "react";
import { adresVan, gebied } from "../model/adres";
import { Bericht } from "./Bericht";
import { Bladtabs } from "./Bladtabs";
import { Formulebalk } from "./Formulebalk";
import { Lint } from "./Lint";
import { Plekmenu, type Menupunt } from "./Menu";
import { bewerkpunten, koppunten } from "./menupunten";
import { Paneel } from "./paneel";
import { rasteropdrachten } from "./rasteropdrachten";
import { Rooster } from "./rooster/Rooster";
import type { Sessie } from "./sessie";
import { Startstrook } from "./Startstrook";
import { Statusregel } from "./Statusregel";
import { storingpunten } from "./storingpunten";
import { Taakvenster } from "./Taakvenster";
import { teksten } from "./teksten";
import { Titelbalk } from "./Titelbalk";
import { merkenVan, werkbladbron } from "./werkbladbron";

/** The page: the workbook with the ribbon above and the task pane beside it. */
export function Standin({ sessie }: { readonly sessie: Sessie }): ReactElement {
  const versie = useSyncExternalStore(sessie.luister, sessie.versie);
  const [strook, zetStrook] = useState(true);
  const [vensterOpen, zetVensterOpen] = useState(true);
  const [menu, zetMenu] = useState<{ readonly plek: DOMRect; readonly punten: readonly Menupunt[] } | null>(null);
  const pagina = useRef<HTMLDivElement>(null);

  const { werkmap, blad, bericht } = sessie;
  // The rules are calculated anew when typing pauses; until then the marks stay as they were, as in Excel on the web.
  const merkversie = useNagekomen(versie);
  // eslint-disable-next-line react-hooks/exhaustive-deps -- a new version of the same sheet looks different
  const merken = useMemo(() => merkenVan(werkmap, blad), [werkmap, blad, merkversie]);
  // eslint-disable-next-line react-hooks/exhaustive-deps -- as above
  const bron = useMemo(() => werkbladbron(werkmap, blad, merken), [werkmap, blad, merken, versie]);

  const naarRooster = useCallback(() => pagina.current?.querySelector<HTMLElement>(".celinvoer")?.focus({ preventScroll: true }), []);
  const opdrachten = useMemo(
    () =>
      rasteropdrachten(sessie, {
        openKopmenu: (tabel, kolom, knop) => zetMenu({ plek: knop.getBoundingClientRect(), punten: koppunten(sessie, tabel, kolom) }),
        openCelmenu: (x, y) => {
          const { rij, kolom } = sessie.toestand.stand.actief;
          const cel = document.querySelector(`[data-cel="${adresVan(gebied(rij, kolom))}"]`)?.getBoundingClientRect();
          zetMenu({ plek: Number.isNaN(x) ? (cel ?? new DOMRect()) : new DOMRect(x, y, 0, 0), punten: bewerkpunten(sessie) });
        },
      }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- another workbook has its own user
    [sessie, werkmap],
  );

  const [paneel] = useState(() => new Paneel());
  const verbind = useCallback((frame: HTMLIFrameElement) => paneel.verbind(frame, sessie.host), [paneel, sessie]);
  const [, ververs] = useReducer((keren: number) => keren + 1, 0);
  const opdracht = (naam: string) => {
    zetVensterOpen(true);
    paneel.voerUit(naam).catch(() => sessie.meld({ titel: teksten.bericht.nietGelukt, tekst: teksten.bericht.geenAntwoord }));
  };
  const lijn = {
    verbroken: paneel.verbroken,
    verbreek: (verbroken: boolean) => {
      paneel.verbreek(verbroken);
      ververs();
    },
  };
  const storingen = storingpunten(sessie, lijn, ververs);

  return (
    <FluentProvider theme={useDonker() ? webDarkTheme : webLightTheme} style={{ height: "100%" }}>
      <div className="standin" ref={pagina} onKeyDown={(e) => e.key === "F6" && !e.defaultPrevented && (e.preventDefault(), naarVolgendDeel(pagina.current, e.shiftKey))}>
      {strook && <Startstrook opSluit={() => zetStrook(false)} />}
      <Titelbalk sessie={sessie} bewerken={bewerkpunten(sessie)} storingen={storingen.punten} storingenAan={storingen.aan} naarRooster={naarRooster} />
      <Lint vensterOpen={vensterOpen} opVenster={() => zetVensterOpen(!vensterOpen)} opControleren={() => opdracht("controleren")} opVolgende={() => opdracht("volgende")} opVerzenden={() => opdracht("verzenden")} />
      <Formulebalk sessie={sessie} bron={bron} opdrachten={opdrachten} naarRooster={naarRooster} />
      <main className="midden">
        <div className="werkblad">
          <Rooster key={`${sessie.nummer} ${blad.id}`} bron={bron} toestand={sessie.toestand} opdrachten={opdrachten} />
        </div>
        <Taakvenster open={vensterOpen} opSluit={() => zetVensterOpen(false)} nummer={sessie.nummer} verbind={verbind} />
      </main>
      <footer className="voet">
        <Bladtabs sessie={sessie} />
        <Statusregel sessie={sessie} />
      </footer>
      </div>
      {menu && (
        <Plekmenu
          plek={menu.plek}
          punten={menu.punten}
          opSluit={() => {
            zetMenu(null);
            naarRooster();
          }}
        />
      )}
      {bericht && (
        <Bericht bericht={bericht} opSluit={() => sessie.meld(null)} />
      )}
    </FluentProvider>
  );
}

/** The value once it has not changed for a moment. */
function useNagekomen(versie: number): number {
  const [nagekomen, zetNagekomen] = useState(versie);
  useEffect(() => {
    const wekker = setTimeout(() => zetNagekomen(versie), 150);
    return () => clearTimeout(wekker);
  }, [versie]);
  return nagekomen;
}

/** F6 goes round the parts of the window, as in Excel; in the grid Tab only goes to the next cell. */
function naarVolgendDeel(pagina: HTMLElement | null, terug: boolean): void {
  const delen = [...(pagina?.querySelectorAll<HTMLElement>(".werkbalk, .lint, .rooster, .taakvenster:not([hidden]), .bladtabs") ?? [])];
  const hier = delen.findIndex((deel) => deel.contains(document.activeElement));
  const volgende = delen.at((hier + (terug ? -1 : 1)) % delen.length);
  // In this order, whichever comes first on the page: chosen cells are "selected" as tabs are, and the pane has a button above it.
  const doel = [".celinvoer", "iframe", "[aria-selected=true]", "button"].map((wat) => volgende?.querySelector<HTMLElement>(wat)).find((el) => el);
  doel?.focus();
  // As Excel does: office.js keeps Tab to itself as long as nothing in the pane has the focus.
  if (doel instanceof HTMLIFrameElement) doel.contentDocument?.querySelector<HTMLElement>("button, input, a[href]")?.focus();
}

const DONKER = "(prefers-color-scheme: dark)";
function useDonker(): boolean {
  return useSyncExternalStore(
    (gewijzigd) => {
      const lijst = window.matchMedia(DONKER);
      lijst.addEventListener("change", gewijzigd);
      return () => lijst.removeEventListener("change", gewijzigd);
    },
    () => window.matchMedia(DONKER).matches,
  );
}
