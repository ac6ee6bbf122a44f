import { useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useSyncExternalStore, type ReactElement } from "react";
import { adresVan, bevat, gebied, omhullende, type Gebied } from "../../model/adres";
import { teksten } from "../teksten";
import type { Roosterbron, Roosteropdrachten } from "./bron";
import { Cel, type Celhandelingen } from "./Cel";
import { Celinvoer } from "./Celinvoer";
import { KOP_BREEDTE, KOP_HOOGTE, Kolomkop, Rijkop } from "./Koppen";
import { legVast, openKeuzelijst, type Toetsomgeving } from "./toetsen";
import type { Roostertoestand } from "./toestand";

interface Eigenschappen {
  readonly bron: Roosterbron;
  readonly toestand: Roostertoestand;
  readonly opdrachten: Roosteropdrachten;
}

/** The sheet: virtualised both ways, with frozen rows and columns that stick while the rest scrolls. */
export function Rooster({ bron, toestand, opdrachten }: Eigenschappen): ReactElement {
  const scroller = useRef<HTMLDivElement>(null);
  const stand = useSyncExternalStore(toestand.luister, toestand.lees);
  const { vasteRijen, vasteKolommen } = bron;

  // eslint-disable-next-line react-hooks/incompatible-library -- matters to the React compiler only, which is not used here
  const rijen = useVirtualizer({
    count: Math.max(0, bron.rijen - vasteRijen),
    getScrollElement: () => scroller.current,
    estimateSize: (i) => bron.rijhoogte(i + vasteRijen),
    overscan: 6,
  });
  const kolommen = useVirtualizer({
    horizontal: true,
    count: Math.max(0, bron.kolommen - vasteKolommen),
    getScrollElement: () => scroller.current,
    estimateSize: (i) => bron.kolombreedte(i + vasteKolommen),
    overscan: 3,
  });
  // Heights change with filters and widths with the mouse: a key tells when to measure again.
  useLayoutEffect(() => {
    rijen.measure();
    kolommen.measure();
  }, [bron.maten, rijen, kolommen]);

  const vasteHoogte = som(vasteRijen, bron.rijhoogte);
  const vasteBreedte = som(vasteKolommen, bron.kolombreedte);
  const breedte = KOP_BREEDTE + vasteBreedte + kolommen.getTotalSize();
  const schermrijen = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 400) - KOP_HOOGTE - vasteHoogte) / 24) - 1);
  const omgeving: Toetsomgeving = { toestand, bron, opdrachten, schermrijen };

  useScrollNaarActief(scroller, stand.hoek, bron, vasteHoogte, vasteBreedte);

  const naarInvoer = useCallback(() => scroller.current?.parentElement?.querySelector<HTMLElement>(".celinvoer")?.focus({ preventScroll: true }), []);
  const sleept = useRef<"cel" | "rij" | "kolom" | null>(null);
  useEffect(() => {
    const los = () => {
      sleept.current = null;
    };
    window.addEventListener("pointerup", los);
    return () => window.removeEventListener("pointerup", los);
  }, []);

  const nu = useRef(omgeving);
  useLayoutEffect(() => {
    nu.current = omgeving;
  });
  const overCel = useCallback(
    (rij: number, kolom: number) => {
      const { actief } = toestand.stand;
      const { bron: blad } = nu.current;
      if (sleept.current === "cel") toestand.strek({ rij, kolom });
      if (sleept.current === "rij") toestand.kies(omhullende(gebied(actief.rij, 0, 1, blad.kolommen), gebied(rij, 0, 1, blad.kolommen)), true);
      if (sleept.current === "kolom") toestand.kies(omhullende(gebied(0, actief.kolom, blad.rijen, 1), gebied(0, kolom, blad.rijen, 1)), true);
    },
    [toestand],
  );
  const celhandelingen = useMemo<Celhandelingen>(
    () => ({
      druk: (rij, kolom, e) => {
        if (e.button !== 0) {
          if (!bevat(toestand.stand.gebied, rij, kolom)) toestand.ga({ rij, kolom });
          return;
        }
        e.preventDefault();
        naarInvoer();
        if (!legVast(nu.current)) return;
        sleept.current = "cel";
        if (e.shiftKey) toestand.strek({ rij, kolom });
        else toestand.ga({ rij, kolom });
      },
      over: overCel,
      dubbelklik: (rij, kolom) => toestand.typ(nu.current.bron.invoertekst(rij, kolom), "bewerken"),
      keuzes: () => {
        if (toestand.stand.keuzelijst) toestand.sluitKeuzes();
        else openKeuzelijst(nu.current);
      },
      kopmenu: (tabel, kolom, knop) => nu.current.opdrachten.openKopmenu(tabel, kolom, knop),
    }),
    [toestand, naarInvoer, overCel],
  );

  const virtueleKolommen = kolommen.getVirtualItems();
  const zichtbareKolommen = virtueleKolommen.map((k) => k.index + vasteKolommen);
  const inspringing = virtueleKolommen[0]?.start ?? 0;
  const vast = Array.from({ length: vasteKolommen }, (_, k) => k);

  const koppen = (kolom: number, links?: number) => (
    <Kolomkop
      key={kolom}
      kolom={kolom}
      breedte={bron.kolombreedte(kolom)}
      gekozen={kolom >= stand.gebied.kolom && kolom < stand.gebied.kolom + stand.gebied.kolommen}
      {...(links === undefined ? {} : { links })}
      opKies={(e) => {
        if (!legVast(omgeving)) return;
        if (e.button === 0) sleept.current = "kolom";
        if (e.button === 0 || !bevat(stand.gebied, 0, kolom)) toestand.kies(gebied(0, kolom, bron.rijen, 1));
      }}
      opOver={() => overCel(0, kolom)}
      opBreedte={(px) => opdrachten.zetKolombreedte(kolom, px)}
    />
  );

  const cel = (rij: number, kolom: number, links?: number) => {
    const breedteHier = bron.kolombreedte(kolom);
    if (breedteHier === 0) return null;
    const blok = bron.samengevoegd(rij, kolom);
    const isActief = blok ? bevat(blok, stand.actief.rij, stand.actief.kolom) && bevat(blok, rij, kolom) : stand.actief.rij === rij && stand.actief.kolom === kolom;
    const begin = !blok || (blok.rij === rij && blok.kolom === kolom);
    return (
      <Cel
        key={kolom}
        rij={rij}
        kolom={kolom}
        breedte={breedteHier}
        {...(links === undefined ? {} : { links })}
        {...(blok && begin ? { blok: { breedte: som(blok.kolommen, (i) => bron.kolombreedte(blok.kolom + i)), hoogte: som(blok.rijen, (i) => bron.rijhoogte(blok.rij + i)) } } : {})}
        leeg={!begin}
        beeld={bron.beeld(rij, kolom)}
        actief={isActief && begin}
        inGebied={bevat(stand.gebied, rij, kolom)}
        randen={randen(stand.gebied, rij, kolom)}
        heeftKeuzes={isActief && begin && (bron.keuzes(rij, kolom)?.length ?? 0) > 0}
        op={celhandelingen}
      />
    );
  };

  const regel = (rij: number, top: number, vastgezet: boolean) => {
    const hoogte = bron.rijhoogte(rij);
    if (hoogte === 0) return null;
    let links = KOP_BREEDTE;
    return (
      <div
        key={rij}
        role="row"
        aria-rowindex={rij + 2}
        className={vastgezet ? "rij rij-vast" : "rij"}
        style={{ height: hoogte, width: breedte, ...(vastgezet ? { top } : { transform: `translateY(${top}px)` }) }}
      >
        <Rijkop
          rij={rij}
          gekozen={rij >= stand.gebied.rij && rij < stand.gebied.rij + stand.gebied.rijen}
          opKies={(e) => {
            if (!legVast(omgeving)) return;
            if (e.button === 0) sleept.current = "rij";
            if (e.button === 0 || !bevat(stand.gebied, rij, 0)) toestand.kies(gebied(rij, 0, 1, bron.kolommen));
          }}
          opOver={() => overCel(rij, 0)}
        />
        {vast.map((kolom) => {
          const hier = links;
          links += bron.kolombreedte(kolom);
          return cel(rij, kolom, hier);
        })}
        <div role="presentation" className="inspringing" style={{ width: inspringing }} />
        {zichtbareKolommen.map((kolom) => cel(rij, kolom))}
      </div>
    );
  };

  let vasteTop = KOP_HOOGTE;
  let vasteLinks = KOP_BREEDTE;
  return (
    <div
      className="rooster"
      onContextMenu={(e) => {
        e.preventDefault();
        opdrachten.openCelmenu(e.clientX, e.clientY);
      }}
    >
      <div
        ref={scroller}
        className="rooster-scroll"
        role="grid"
        aria-label={teksten.rooster(bron.naam)}
        aria-rowcount={bron.rijen + 1}
        aria-colcount={bron.kolommen + 1}
        aria-multiselectable="true"
        tabIndex={-1}
        onFocus={naarInvoer}
      >
        <div className="doek" role="presentation" style={{ width: breedte }}>
          <div role="row" aria-rowindex={1} className="kolomkoppen" style={{ width: breedte, height: KOP_HOOGTE }}>
            <div
              role="columnheader"
              aria-colindex={1}
              className="hoek"
              style={{ width: KOP_BREEDTE }}
              onMouseDown={() => toestand.kies(gebied(0, 0, bron.rijen, bron.kolommen), true)}
            >
              <span className="alleen-voorlezen">{teksten.allesSelecteren}</span>
            </div>
            {vast.map((kolom) => {
              const hier = vasteLinks;
              vasteLinks += bron.kolombreedte(kolom);
              return koppen(kolom, hier);
            })}
            <div role="presentation" className="inspringing" style={{ width: inspringing }} />
            {zichtbareKolommen.map((kolom) => koppen(kolom))}
          </div>
          {Array.from({ length: vasteRijen }, (_, rij) => {
            const top = vasteTop;
            vasteTop += bron.rijhoogte(rij);
            return regel(rij, top, true);
          })}
          <div role="presentation" className="lijf" style={{ height: rijen.getTotalSize() }}>
            {rijen.getVirtualItems().map((r) => regel(r.index + vasteRijen, r.start, false))}
          </div>
        </div>
      </div>
      <Celinvoer scroller={scroller} stand={stand} omgeving={omgeving} />
      <div className="alleen-voorlezen" aria-live="polite">
        {stand.bewerking ? "" : voorgelezen(bron, stand.actief, stand.gebied)}
      </div>
    </div>
  );
}

/** What a screen reader hears when another cell becomes the active one. */
function voorgelezen(bron: Roosterbron, actief: { rij: number; kolom: number }, g: Gebied): string {
  const inhoud = bron.beeld(actief.rij, actief.kolom).tekst || teksten.leeg;
  return `${adresVan(g)} ${inhoud}`;
}

/** Brings the cell that moved into view, beside the frozen part. */
function useScrollNaarActief(
  scroller: React.RefObject<HTMLDivElement | null>,
  cel: { rij: number; kolom: number },
  bron: Roosterbron,
  vasteHoogte: number,
  vasteBreedte: number,
): void {
  const laatste = useRef({ cel, bron: bron.naam });
  useLayoutEffect(() => {
    const vorige = laatste.current;
    laatste.current = { cel, bron: bron.naam };
    const el = scroller.current;
    if (!el || (vorige.cel === cel && vorige.bron === bron.naam)) return;
    if (cel.rij >= bron.vasteRijen && cel.rij < bron.rijen - 1) {
      const boven = bron.rijpositie(cel.rij) - vasteHoogte;
      const zicht = el.clientHeight - KOP_HOOGTE - vasteHoogte;
      if (boven < el.scrollTop) el.scrollTo({ top: boven });
      else if (boven + bron.rijhoogte(cel.rij) > el.scrollTop + zicht) el.scrollTo({ top: boven + bron.rijhoogte(cel.rij) - zicht });
    }
    if (cel.kolom >= bron.vasteKolommen && cel.kolom < bron.kolommen - 1) {
      const links = som(cel.kolom, bron.kolombreedte) - vasteBreedte;
      const zicht = el.clientWidth - KOP_BREEDTE - vasteBreedte;
      if (links < el.scrollLeft) el.scrollTo({ left: links });
      else if (links + bron.kolombreedte(cel.kolom) > el.scrollLeft + zicht) el.scrollTo({ left: links + bron.kolombreedte(cel.kolom) - zicht });
    }
  });
}

function som(aantal: number, maat: (i: number) => number): number {
  let totaal = 0;
  for (let i = 0; i < aantal; i++) totaal += maat(i);
  return totaal;
}

/** Which sides of this cell are the edge of the selected block. */
function randen(g: Gebied, rij: number, kolom: number): string {
  if (!bevat(g, rij, kolom)) return "";
  return [
    rij === g.rij ? "rb" : "",
    rij === g.rij + g.rijen - 1 ? "ro" : "",
    kolom === g.kolom ? "rl" : "",
    kolom === g.kolom + g.kolommen - 1 ? "rr" : "",
  ].join(" ");
}
