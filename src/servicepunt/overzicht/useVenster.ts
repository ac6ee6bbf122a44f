import { type RefObject, useEffect, useState } from "react";

/** Rows before and after what is in sight, so that a turn of the wheel shows no empty rows. */
const SPELING = 10;
/** The window moves in steps, so that not every pixel of scrolling renders. */
const STAP = 5;

/**
 * Which rows of a long list are in sight: from `eerste` up to, not including, `einde`.
 * `venster` scrolls; its rows are `rijhoogte` rem high.
 */
export function useVenster(venster: RefObject<HTMLElement | null>, aantal: number, rijhoogte: number): readonly [eerste: number, einde: number] {
  const [stand, zetStand] = useState({ eerste: 0, zichtbaar: 0 });

  useEffect(() => {
    const element = venster.current;
    if (!element) return;
    const meet = () => {
      const pixels = rijhoogte * parseFloat(getComputedStyle(document.documentElement).fontSize || "16");
      const eerste = Math.floor(element.scrollTop / pixels / STAP) * STAP;
      const zichtbaar = Math.ceil(element.clientHeight / pixels) + STAP;
      zetStand((vorige) => (vorige.eerste === eerste && vorige.zichtbaar === zichtbaar ? vorige : { eerste, zichtbaar }));
    };
    meet();
    const maat = new ResizeObserver(meet);
    maat.observe(element);
    element.addEventListener("scroll", meet, { passive: true });
    return () => {
      maat.disconnect();
      element.removeEventListener("scroll", meet);
    };
  }, [venster, rijhoogte]);

  const eerste = Math.min(Math.max(0, stand.eerste - SPELING), Math.max(0, aantal - 1));
  return [eerste, Math.min(aantal, stand.eerste + stand.zichtbaar + SPELING)];
}
