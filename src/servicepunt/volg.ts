import type { MouseEvent } from "react";

/** For a link within the page: a plain click goes on here, with its filters; with Ctrl, Shift and the like the browser does as with any link. */
export function volg(gebeurtenis: MouseEvent, verder: () => void): void {
  if (gebeurtenis.ctrlKey || gebeurtenis.metaKey || gebeurtenis.shiftKey || gebeurtenis.altKey) return;
  gebeurtenis.preventDefault();
  verder();
}
