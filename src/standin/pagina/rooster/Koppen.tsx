import { useRef, type MouseEvent, type PointerEvent, type ReactElement } from "react";
import { kolomletters } from "../../model/adres";

export const KOP_BREEDTE = 46;
export const KOP_HOOGTE = 24;
const SMALST = 24;

interface Kolomkopeigenschappen {
  readonly kolom: number;
  readonly breedte: number;
  readonly gekozen: boolean;
  /** Distance from the left edge when the column is frozen. */
  readonly links?: number;
  readonly opKies: (e: MouseEvent) => void;
  readonly opOver: () => void;
  readonly opBreedte: (pixels: number) => void;
}

/** A column letter; its right edge can be dragged to make the column wider. */
export function Kolomkop({ kolom, breedte, gekozen, links, opKies, opOver, opBreedte }: Kolomkopeigenschappen): ReactElement | null {
  const sleep = useRef<{ readonly x: number; readonly breedte: number } | null>(null);
  if (breedte === 0) return null;
  const verplaats = (e: PointerEvent) => {
    if (sleep.current) opBreedte(Math.max(SMALST, Math.round(sleep.current.breedte + e.clientX - sleep.current.x)));
  };
  return (
    <div
      role="columnheader"
      aria-colindex={kolom + 2}
      className={`kolomkop${gekozen ? " gekozen" : ""}${links === undefined ? "" : " vast"}`}
      style={{ width: breedte, ...(links === undefined ? {} : { left: links }) }}
      onMouseDown={opKies}
      onMouseEnter={opOver}
    >
      {kolomletters(kolom)}
      <span
        className="greep"
        onMouseDown={(e) => e.stopPropagation()}
        onPointerDown={(e) => {
          sleep.current = { x: e.clientX, breedte };
          e.currentTarget.setPointerCapture(e.pointerId);
        }}
        onPointerMove={(e) => e.currentTarget.hasPointerCapture(e.pointerId) && (e.currentTarget.style.translate = `${e.clientX - (sleep.current?.x ?? 0)}px`)}
        onPointerUp={(e) => {
          e.currentTarget.style.translate = "";
          verplaats(e);
          sleep.current = null;
        }}
      />
    </div>
  );
}

interface Rijkopeigenschappen {
  readonly rij: number;
  readonly gekozen: boolean;
  readonly opKies: (e: MouseEvent) => void;
  readonly opOver: () => void;
}

export function Rijkop({ rij, gekozen, opKies, opOver }: Rijkopeigenschappen): ReactElement {
  return (
    <div role="rowheader" aria-colindex={1} className={`rijkop${gekozen ? " gekozen" : ""}`} style={{ width: KOP_BREEDTE }} onMouseDown={opKies} onMouseEnter={opOver}>
      {rij + 1}
    </div>
  );
}
