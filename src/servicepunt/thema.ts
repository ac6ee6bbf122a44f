import { type BrandVariants, createDarkTheme, createLightTheme, type Theme } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";

/** Petrol: calm, and no colour that already means something in the overview (green, blue, amber, red). */
const petrol: BrandVariants = {
  10: "#021114", 20: "#082429", 30: "#0b343b", 40: "#0d424b", 50: "#0f505b", 60: "#125e6b", 70: "#176c7b", 80: "#1f7a8a",
  90: "#2f8898", 100: "#4396a6", 110: "#59a4b3", 120: "#70b2c0", 130: "#88c1cd", 140: "#a2d0da", 150: "#bddfe6", 160: "#d9eef2",
};

const licht: Theme = { ...createLightTheme(petrol), colorBrandForeground1: petrol[70], colorCompoundBrandForeground1: petrol[70] };
const donker: Theme = { ...createDarkTheme(petrol), colorBrandForeground1: petrol[120], colorBrandForeground2: petrol[130] };

/** The user's own choice of light or dark. In high contrast (forced colours) the browser replaces the colours of either. */
export function useThema(): Theme {
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
