import { type Theme, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";

/** What Office tells about its own theme; on the web often nothing. */
export interface Kantoorthema {
  readonly isDarkTheme?: boolean | undefined;
  readonly bodyBackgroundColor?: string | undefined;
}

/** Office's theme where it is offered, else what the system prefers. High contrast comes by itself, through forced-colors. */
export function isDonker(kantoor: Kantoorthema | undefined, systeemIsDonker: boolean): boolean {
  if (kantoor?.isDarkTheme !== undefined) return kantoor.isDarkTheme;
  const kleur = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(kantoor?.bodyBackgroundColor ?? "");
  if (!kleur) return systeemIsDonker;
  const [rood, groen, blauw] = kleur.slice(1).map((deel) => Number.parseInt(deel, 16));
  // Relative luminance, near enough to tell dark from light.
  return 0.2126 * (rood ?? 0) + 0.7152 * (groen ?? 0) + 0.0722 * (blauw ?? 0) < 128;
}

const VOORKEUR = "(prefers-color-scheme: dark)";

export function useThema(kantoor: Kantoorthema | undefined): Theme {
  const systeemIsDonker = useSyncExternalStore(
    (opVerandering) => {
      const vraag = window.matchMedia(VOORKEUR);
      vraag.addEventListener("change", opVerandering);
      return () => vraag.removeEventListener("change", opVerandering);
    },
    () => window.matchMedia(VOORKEUR).matches,
  );
  return isDonker(kantoor, systeemIsDonker) ? webDarkTheme : webLightTheme;
}
