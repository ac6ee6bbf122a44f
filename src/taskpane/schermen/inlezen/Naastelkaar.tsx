import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { toonDatum } from "../../../meldcode/datum";
import { dagVan, waardesleutel } from "../../../meldcode/formulieren/formulier";
import type { Lid } from "../../../meldcode/formulieren/zelfdezaak";
import { type Cel, BASISVELDEN, type Veld } from "../../../meldcode/veld";
import { inleesteksten } from "./teksten";
import { veldnaam } from "./veldnaam";

const useEigen = makeStyles({
  // Wider than the pane only with many rows side by side.
  kader: { overflowX: "auto" },
  tabel: {
    width: "100%",
    borderCollapse: "collapse",
    tableLayout: "fixed",
    hyphens: "auto",
    "& th, & td": { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXS} 0`, textAlign: "left", verticalAlign: "top", fontWeight: tokens.fontWeightRegular, borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
    "& thead th": { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
    "& tbody th": { color: tokens.colorNeutralForeground2 },
  },
  breed: { minWidth: "480px" },
  anders: { fontWeight: tokens.fontWeightSemibold },
  leeg: { color: tokens.colorNeutralForeground2 },
});

export interface Naastelkaaropties {
  readonly leden: readonly Lid[];
  /** The field that it is about; null: what differs stands out. */
  readonly veld: Veld | null;
  readonly sisaNaam: string | undefined;
}

/** Rows of one case, or that may be, beside each other. */
export function Naastelkaar({ leden, veld: gevraagd, sisaNaam }: Naastelkaaropties): ReactElement {
  const eigen = useEigen();
  const gevuld = BASISVELDEN.filter((veld) => leden.some(({ rij }) => rij.waarden[veld] !== null));
  const breed = leden.length > 3;
  return (
    // Only what can be scrolled needs the keyboard.
    <div className={eigen.kader} tabIndex={breed ? 0 : undefined}>
      <table className={mergeClasses(eigen.tabel, breed && eigen.breed)}>
        <thead>
          <tr>
            <td />
            {leden.map(({ formulier, rij }) => (
              <th key={`${formulier.sleutel} ${rij.rij}`} scope="col">
                {inleesteksten.herkomst(formulier, rij.rij)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {gevuld.map((veld) => (
            <tr key={veld}>
              <th scope="row">{veldnaam(veld, sisaNaam)}</th>
              {leden.map(({ formulier, rij }) => (
                <td key={`${formulier.sleutel} ${rij.rij}`} className={rij.waarden[veld] === null ? eigen.leeg : (gevraagd === null ? verschilt(veld, leden) : veld === gevraagd) ? eigen.anders : undefined}>
                  {toonCel(veld, rij.waarden[veld])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function verschilt(veld: Veld, leden: readonly Lid[]): boolean {
  return new Set(leden.map(({ rij }) => waardesleutel(veld, rij.waarden[veld] ?? null))).size > 1;
}

/** As a person reads it. */
export function toonCel(veld: Veld, cel: Cel | undefined): string {
  if (cel === null || cel === undefined) return inleesteksten.vraag.leeg;
  const dag = veld === "startdatum" || veld === "einddatum" ? dagVan(cel) : null;
  return dag === null ? String(cel) : toonDatum(dag);
}
