import { type Theme, themeToTokensObject, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";

/** What a status looks like: dark on a light tint of the same colour, or the reverse; each pair reaches 4.5:1 and more. */
const statuskleuren = {
  licht: {
    statusOntvangenTekst: "#1b6b34", statusOntvangenVlak: "#e4f4e8",
    statusNulopgaveTekst: "#4a5157", statusNulopgaveVlak: "#eceff0",
    statusGecorrigeerdTekst: "#124f86", statusGecorrigeerdVlak: "#dbeaf8",
    statusTeLaatTekst: "#6b4a00", statusTeLaatVlak: "#fdecbf",
    statusOntbreektTekst: "#9f2329", statusOntbreektVlak: "#fae1e0",
  },
  donker: {
    statusOntvangenTekst: "#92d8a3", statusOntvangenVlak: "#1c3a24",
    statusNulopgaveTekst: "#c0c5c9", statusNulopgaveVlak: "#3a3e41",
    statusGecorrigeerdTekst: "#a3cef3", statusGecorrigeerdVlak: "#1a3a57",
    statusTeLaatTekst: "#f4d383", statusTeLaatVlak: "#4a3a08",
    statusOntbreektTekst: "#f7b1b0", statusOntbreektVlak: "#592523",
  },
} as const;
export type Thema = Theme & Readonly<Record<keyof (typeof statuskleuren)["licht"], string>>;
/** The statuses' colours as CSS variables, as Fluent's own `tokens` are. */
export const statustokens = themeToTokensObject({ ...webLightTheme, ...statuskleuren.licht });

const licht: Thema = { ...webLightTheme, ...statuskleuren.licht };
const donker: Thema = { ...webDarkTheme, ...statuskleuren.donker };

/** The user's own choice of light or dark. In high contrast (forced colours) the browser replaces the colours of either. */
export function useThema(): Thema {
  return useMediaquery("(prefers-color-scheme: dark)") ? donker : licht;
}

/** Whether the page is too narrow for a table: a phone, or a window at 400% zoom. */
export function useSmal(): boolean {
  return useMediaquery("(max-width: 35.99em)");
}

function useMediaquery(query: string): boolean {
  return useSyncExternalStore(
    (gewijzigd) => {
      const lijst = window.matchMedia(query);
      lijst.addEventListener("change", gewijzigd);
      return () => lijst.removeEventListener("change", gewijzigd);
    },
    () => window.matchMedia(query).matches,
  );
}
