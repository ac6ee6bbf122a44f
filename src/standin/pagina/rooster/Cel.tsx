import { type MouseEvent, type ReactElement } from "react";
import { adresVan, gebied } from "../../model/adres";
import { teksten } from "../teksten";
import type { Celbeeld } from "./bron";

interface Eigenschappen {
  readonly rij: number;
  readonly kolom: number;
  readonly breedte: number;
  /** Distance from the left edge when the column is frozen. */
  readonly links?: number;
  /** Size of the merged block that begins here. */
  readonly blok?: { readonly breedte: number; readonly hoogte: number };
  /** Hidden under a merged block. */
  readonly leeg: boolean;
  readonly beeld: Celbeeld;
  readonly actief: boolean;
  readonly inGebied: boolean;
  readonly randen: string;
  readonly heeftKeuzes: boolean;
  readonly opIn: (rij: number, kolom: number, e: MouseEvent) => void;
  readonly opOver: (rij: number, kolom: number) => void;
  readonly opDubbel: () => void;
  readonly opKeuzes: () => void;
  readonly opKopmenu: (tabel: string, kolom: number, knop: HTMLElement) => void;
}

/** One cell. Tests and screen readers find it by its address. */
export function Cel(p: Eigenschappen): ReactElement {
  const { beeld } = p;
  const klassen = ["cel", p.links === undefined ? "" : "vast", p.inGebied ? "in-gebied" : "", p.actief ? "actief" : "", p.blok ? "blok" : "", beeld.klasse, p.randen];
  return (
    <div
      role="gridcell"
      aria-colindex={p.kolom + 2}
      aria-selected={p.inGebied}
      data-cel={adresVan(gebied(p.rij, p.kolom))}
      className={klassen.filter(Boolean).join(" ")}
      style={{ width: p.breedte, ...(p.links === undefined ? {} : { left: p.links }) }}
      onMouseDown={(e) => p.opIn(p.rij, p.kolom, e)}
      onMouseEnter={() => p.opOver(p.rij, p.kolom)}
      onDoubleClick={p.opDubbel}
    >
      {!p.leeg && (
        <span
          className="inhoud"
          style={{ textAlign: beeld.uitlijning, ...beeld.stijl, ...(p.blok ? { width: p.blok.breedte, height: p.blok.hoogte } : {}) }}
          {...(beeld.nadruk ? { title: beeld.nadruk } : {})}
        >
          {beeld.tekst}
        </span>
      )}
      {beeld.kopVan && (
        <button
          type="button"
          tabIndex={-1}
          className={`celknop${beeld.kopVan.gefilterd ? " gefilterd" : ""}`}
          aria-label={teksten.kolommenu(beeld.tekst)}
          aria-haspopup="menu"
          onMouseDown={(e) => {
            e.stopPropagation();
            e.preventDefault();
          }}
          onClick={(e) => beeld.kopVan && p.opKopmenu(beeld.kopVan.tabel, beeld.kopVan.kolom, e.currentTarget)}
        >
          ▾
        </button>
      )}
      {p.heeftKeuzes && (
        <button
          type="button"
          tabIndex={-1}
          className="celknop keuzeknop"
          aria-label={teksten.keuzesTonen}
          onMouseDown={(e) => {
            e.stopPropagation();
            e.preventDefault();
          }}
          onClick={p.opKeuzes}
        >
          ▾
        </button>
      )}
    </div>
  );
}
