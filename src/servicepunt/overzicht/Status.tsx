import { makeStyles, tokens } from "@fluentui/react-components";
import { RESPONS_STATUSSEN, type Responsstatus } from "../../meldcode/uitwisseling/servicepunt";
import { statustokens } from "../thema";

/** A shape of its own per status, on a 16 × 16 grid in the colour of the text: colour alone never tells. */
const VORMEN = {
  ontvangen: <path d="M3 8.5 6.5 12 13 4.5" />,
  nulopgave: <ellipse cx="8" cy="8" rx="3.4" ry="4.8" />,
  gecorrigeerd: <path d="M3 13l.7-2.9L10.9 3l2.1 2.1L5.9 12.3zM9.2 4.7l2.1 2.1" />,
  "te-laat": <path d="M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 1 0 8 2.2M8 5v3.2l2.2 1.6" />,
  ontbreekt: <path d="M4 4l8 8M12 4l-8 8" />,
  verwacht: <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" strokeWidth="2.4" />,
} as const satisfies Record<Responsstatus, React.ReactNode>;

/** Once on the page: the cells refer to these, so that 700 × 12 of them stay light. */
export function Statusvormen() {
  return (
    <svg width="0" height="0" aria-hidden="true" focusable="false" style={{ position: "absolute" }}>
      {RESPONS_STATUSSEN.map((status) => (
        <symbol key={status} id={`status-${status}`} viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round">
          {VORMEN[status]}
        </symbol>
      ))}
    </svg>
  );
}

/** Decoration: whoever shows it says the status in text as well. */
export function Statusvorm({ status, klein = false }: { readonly status: Responsstatus; readonly klein?: boolean }) {
  const maat = klein ? 10 : 14;
  return (
    <svg width={maat} height={maat} aria-hidden="true" focusable="false" style={{ flexShrink: 0 }}>
      <use href={`#status-${status}`} />
    </svg>
  );
}

/** In high contrast the tints are gone: what is missing is shown reversed, the rest bare. */
const CONTRAST = "@media (forced-colors: active)";
const VLAK = { borderRadius: tokens.borderRadiusMedium, border: "1px solid transparent", [CONTRAST]: { border: "1px solid Canvas" } } as const;

/** One class per status, for a cell or a button. */
export const useStatuskleuren = makeStyles<Responsstatus>({
  ontvangen: { ...VLAK, color: statustokens.statusOntvangenTekst, backgroundColor: statustokens.statusOntvangenVlak },
  nulopgave: { ...VLAK, color: statustokens.statusNulopgaveTekst, backgroundColor: statustokens.statusNulopgaveVlak },
  gecorrigeerd: { ...VLAK, color: statustokens.statusGecorrigeerdTekst, backgroundColor: statustokens.statusGecorrigeerdVlak },
  "te-laat": { ...VLAK, color: statustokens.statusTeLaatTekst, backgroundColor: statustokens.statusTeLaatVlak },
  ontbreekt: {
    ...VLAK,
    color: statustokens.statusOntbreektTekst,
    backgroundColor: statustokens.statusOntbreektVlak,
    [CONTRAST]: { border: "1px solid CanvasText", backgroundColor: "CanvasText", color: "Canvas", forcedColorAdjust: "none" },
  },
  verwacht: { ...VLAK, color: tokens.colorNeutralForeground3, border: `1px dashed ${tokens.colorNeutralStroke2}`, [CONTRAST]: { border: "1px dashed CanvasText" } },
});
