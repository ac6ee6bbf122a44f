import { useEffect, useLayoutEffect, useRef, useState, type CSSProperties, type ReactElement, type RefObject } from "react";
import { adresVan, gebied } from "../../model/adres";
import { teksten } from "../teksten";
import { kiesUitLijst, legVast, verwerkToets, type Toetsomgeving } from "./toetsen";
import type { Stand } from "./toestand";

interface Eigenschappen {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly stand: Stand;
  readonly omgeving: Toetsomgeving;
}

/**
 * The field that has the focus while a person works in the grid: unseen over the active cell until something is typed.
 * The browser itself puts the characters in it, so dead keys (ë) and input methods work and no fast key is lost.
 */
export function Celinvoer({ scroller, stand, omgeving }: Eigenschappen): ReactElement {
  const veld = useRef<HTMLTextAreaElement>(null);
  const { toestand, opdrachten, bron } = omgeving;
  const { actief, bewerking, keuzelijst } = stand;
  const adres = adresVan(gebied(actief.rij, actief.kolom));
  const bericht = bron.invoerbericht(actief.rij, actief.kolom);
  const plaats = useCelplaats(scroller, adres, stand, bron.maten);

  useEffect(() => {
    veld.current?.focus({ preventScroll: true });
  }, [bron.naam]);
  // F2 and a double click put the cursor behind the text.
  const inTekst = bewerking?.modus === "bewerken";
  useLayoutEffect(() => {
    const el = veld.current;
    if (!inTekst || !el || document.activeElement?.classList.contains("formuleveld")) return;
    el.focus({ preventScroll: true });
    el.setSelectionRange(el.value.length, el.value.length);
  }, [inTekst]);

  const klembord = (e: React.ClipboardEvent, knippen: boolean) => {
    if (toestand.stand.bewerking) return;
    e.preventDefault();
    e.clipboardData.setData("text/plain", opdrachten.kopieer(toestand.stand.gebied));
    if (knippen) opdrachten.wis(toestand.stand.gebied);
  };

  const stijl: CSSProperties = plaats ? { left: plaats.left, top: plaats.top, minWidth: plaats.width, height: plaats.height } : { left: 0, top: 0 };
  return (
    <>
      <textarea
        ref={veld}
        className={bewerking ? "celinvoer typt" : "celinvoer"}
        style={stijl}
        rows={1}
        spellCheck={false}
        autoComplete="off"
        aria-label={teksten.invoerVoor(adres)}
        {...(bericht ? { "aria-description": `${bericht.titel} ${bericht.tekst}` } : {})}
        {...(keuzelijst ? { "aria-controls": "keuzelijst", "aria-activedescendant": `keuze-${keuzelijst.gekozen}` } : {})}
        value={bewerking?.tekst ?? ""}
        onChange={(e) => toestand.typ(e.target.value)}
        onKeyDown={(e) => {
          if (verwerkToets({ ...toetsVan(e), isComposing: e.nativeEvent.isComposing }, omgeving)) e.preventDefault();
          else if (bewerking && e.key === "Enter" && e.altKey) {
            e.preventDefault();
            toestand.typ(`${bewerking.tekst}\n`, "bewerken");
          }
        }}
        onCopy={(e) => klembord(e, false)}
        onCut={(e) => klembord(e, true)}
        onPaste={(e) => {
          if (toestand.stand.bewerking) return;
          e.preventDefault();
          const g = opdrachten.plak(toestand.stand.gebied, e.clipboardData.getData("text/plain"));
          toestand.kies(g, true);
        }}
        onBlur={(e) => {
          // The formula bar goes on with the same text; from a message about it the person comes back here.
          if ((e.relatedTarget instanceof Element && e.relatedTarget.classList.contains("formuleveld")) || document.querySelector("dialog[open]")) return;
          if (!legVast(omgeving)) toestand.stopBewerking();
          toestand.sluitKeuzes();
        }}
      />
      {keuzelijst && plaats && (
        <ul id="keuzelijst" className="keuzelijst" role="listbox" aria-label={teksten.keuzes(adres)} style={{ left: plaats.left, top: plaats.top + plaats.height, minWidth: plaats.width }}>
          {keuzelijst.opties.map((optie, i) => (
            <li
              key={optie}
              id={`keuze-${i}`}
              role="option"
              aria-selected={i === keuzelijst.gekozen}
              onMouseDown={(e) => {
                e.preventDefault();
                kiesUitLijst(i, omgeving);
              }}
              onMouseEnter={() => toestand.wijsAan(i)}
            >
              {optie}
            </li>
          ))}
        </ul>
      )}
      {bericht && plaats && !keuzelijst && (
        <div className="invoerbericht" role="note" style={{ left: plaats.left + 12, top: plaats.top + plaats.height + 6 }}>
          {bericht.titel && <strong>{bericht.titel}</strong>}
          <span>{bericht.tekst}</span>
        </div>
      )}
    </>
  );
}

function toetsVan(e: React.KeyboardEvent): { key: string; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean; altKey: boolean } {
  return { key: e.key, ctrlKey: e.ctrlKey, metaKey: e.metaKey, shiftKey: e.shiftKey, altKey: e.altKey };
}

/** Where the active cell stands in the grid's own frame; null while it is scrolled out of view. */
function useCelplaats(scroller: RefObject<HTMLDivElement | null>, adres: string, stand: Stand, maten: object): DOMRect | null {
  const [plaats, zetPlaats] = useState<DOMRect | null>(null);
  const typt = stand.bewerking !== null;
  const kiest = stand.keuzelijst !== null;
  useLayoutEffect(() => {
    const el = scroller.current;
    if (!el) return;
    const meet = () => {
      const cel = el.querySelector(`[data-cel="${adres}"]`)?.getBoundingClientRect();
      const kader = el.getBoundingClientRect();
      zetPlaats(cel ? new DOMRect(cel.x - kader.x, cel.y - kader.y, cel.width, cel.height) : null);
    };
    meet();
    el.addEventListener("scroll", meet, { passive: true });
    return () => el.removeEventListener("scroll", meet);
  }, [scroller, adres, typt, kiest, maten]);
  return plaats;
}
