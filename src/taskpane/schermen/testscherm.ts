import { act, type ReactElement } from "react";
import { createRoot, type Root } from "react-dom/client";

/** The pane's page in jsdom, anew for each test of a screen. */
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
// Of a media query the screens ask this much.
window.matchMedia = () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }) as unknown as MediaQueryList;

let wortel: Root;

beforeEach(() => {
  document.documentElement.lang = "nl";
  document.title = "Monitor Meldcode";
  document.body.innerHTML = "<div id='paneel'></div>";
  wortel = createRoot(document.getElementById("paneel") ?? document.body);
});
afterEach(() => act(() => wortel.unmount()));

export function teken(scherm: ReactElement): Promise<void> {
  return act(async () => wortel.render(scherm));
}
