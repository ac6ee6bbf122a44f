import { memo, type MouseEvent, type ReactElement } from "react";
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
  /** The same object for every cell, as long as the grid shows the same sheet. */
  readonly op: Celhandelingen;
}

export interface Celhandelingen {
  readonly druk: (rij: number, kolom: number, e: MouseEvent) => void;
  readonly over: (rij: number, kolom: number) => void;
  readonly dubbelklik: (rij: number, kolom: number) => void;
  readonly keuzes: () => void;
  readonly kopmenu: (tabel: string, kolom: number, knop: HTMLElement) => void;
}

/** One cell. Tests and screen readers find it by its address. Drawn again only when it looks different: a key moves two cells, not a thousand. */
export const Cel = memo(function Cel(p: Eigenschappen): ReactElement {
  const { beeld, op } = p;
  const klassen = ["cel", p.links === undefined ? "" : "vast", p.inGebied ? "in-gebied" : "", p.actief ? "actief" : "", p.blok ? "blok" : "", beeld.klasse, p.randen];
  return (
    <div
      role="gridcell"
      aria-colindex={p.kolom + 2}
      aria-selected={p.inGebied}
      data-cel={adresVan(gebied(p.rij, p.kolom))}
      className={klassen.filter(Boolean).join(" ")}
      style={{ width: p.breedte, ...(p.links === undefined ? {} : { left: p.links }) }}
      onMouseDown={(e) => op.druk(p.rij, p.kolom, e)}
      onMouseEnter={() => op.over(p.rij, p.kolom)}
      onDoubleClick={() => op.dubbelklik(p.rij, p.kolom)}
    >
      {!p.leeg && (
        <span
          className={beeld.nadruk ? "inhoud gemarkeerd" : "inhoud"}
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
          onClick={(e) => beeld.kopVan && op.kopmenu(beeld.kopVan.tabel, beeld.kopVan.kolom, e.currentTarget)}
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
          onClick={op.keuzes}
        >
          ▾
        </button>
      )}
    </div>
  );
}, zietErHetzelfdeUit);

function zietErHetzelfdeUit(oud: Eigenschappen, nieuw: Eigenschappen): boolean {
  const { beeld: a, blok: b, ...rest } = oud;
  const { beeld: c, blok: d, ...anders } = nieuw;
  return gelijk(rest, anders) && gelijk(b ?? {}, d ?? {}) && (a === c || (gelijk({ ...a, stijl: 0, kopVan: 0 }, { ...c, stijl: 0, kopVan: 0 }) && gelijk(a.stijl, c.stijl) && gelijk(a.kopVan ?? {}, c.kopVan ?? {})));
}

/** The same properties with the same values. */
function gelijk(a: object, b: object): boolean {
  const links = Object.entries(a);
  const rechts = new Map(Object.entries(b));
  return links.length === rechts.size && links.every(([naam, waarde]) => rechts.has(naam) && Object.is(waarde, rechts.get(naam)));
}
