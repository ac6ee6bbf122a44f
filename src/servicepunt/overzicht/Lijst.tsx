import { makeStyles, mergeClasses, tokens, typographyStyles, useRestoreFocusTarget } from "@fluentui/react-components";
import { memo } from "react";
import { toonPeriode } from "../../meldcode/periode";
import { SECTORNAMEN } from "../../meldcode/sector";
import { teksten } from "../teksten";
import { toonCel, toonMaandKort } from "./celtekst";
import type { Zoekrij } from "./selectie";
import { statustokens } from "../thema";
import { Statusvorm, useStatuskleuren } from "./Status";

const useStijl = makeStyles({
  lijst: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  kaart: {
    contentVisibility: "auto",
    containIntrinsicSize: "auto 9.5rem",
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  naam: {
    padding: `${tokens.spacingVerticalXXS} 0`,
    border: "none",
    background: "none",
    color: tokens.colorBrandForeground1,
    cursor: "pointer",
    textAlign: "left",
    overflowWrap: "anywhere",
    borderRadius: tokens.borderRadiusSmall,
    ...typographyStyles.body1Strong,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  onder: { margin: `0 0 ${tokens.spacingVerticalS}`, color: tokens.colorNeutralForeground3, ...typographyStyles.caption1 },
  mist: { color: statustokens.statusOntbreektTekst, fontWeight: tokens.fontWeightSemibold },
  maanden: { listStyleType: "none", margin: 0, padding: 0, display: "grid", gridTemplateColumns: "repeat(auto-fill, minmax(2.75rem, 1fr))", gap: "4px" },
  maand: { textAlign: "center", color: tokens.colorNeutralForeground3, ...typographyStyles.caption2 },
  vlak: { display: "flex", alignItems: "center", justifyContent: "center", gap: "2px", height: "1.5rem", fontVariantNumeric: "tabular-nums", ...typographyStyles.caption1 },
});

interface Props {
  readonly rijen: readonly Zoekrij[];
  readonly opKies: (organisatieId: string) => void;
}

/** The matrix for a narrow screen: a card per organisation, its months below each other's names. */
export function Lijst({ rijen, opKies }: Props) {
  const stijl = useStijl();
  return (
    <ul className={stijl.lijst} aria-label={teksten.overzicht.tabel}>
      {rijen.map((rij) => (
        <Kaart key={rij.rij.organisatie.organisatieId} rij={rij} opKies={opKies} />
      ))}
    </ul>
  );
}

const Kaart = memo(function Kaart({ rij, opKies }: { readonly rij: Zoekrij; readonly opKies: (organisatieId: string) => void }) {
  const stijl = useStijl();
  const kleuren = useStatuskleuren();
  const { organisatie, maanden } = rij.rij;
  // When the organisation's panel closes, the focus comes back here.
  const terugplek = useRestoreFocusTarget();
  return (
    <li className={stijl.kaart}>
      <button {...terugplek} type="button" className={stijl.naam} onClick={() => opKies(organisatie.organisatieId)}>
        {organisatie.naam}
      </button>
      <p className={stijl.onder}>
        {SECTORNAMEN[organisatie.sector]} · <span className={rij.ontbreekt > 0 ? stijl.mist : undefined}>{teksten.overzicht.maandenOntbreken(rij.ontbreekt)}</span>
        {organisatie.eenpersoons && ` · ${teksten.overzicht.eenpersoonsKort}`}
      </p>
      <ul className={stijl.maanden}>
        {maanden.map((cel) => (
          <li key={cel.periode} className={stijl.maand}>
            <span aria-hidden="true">{toonMaandKort(cel.periode)}</span>
            <span role="img" aria-label={`${toonPeriode(cel.periode)}: ${toonCel(cel)}`} className={mergeClasses(stijl.vlak, kleuren[cel.status])}>
              <Statusvorm status={cel.status} klein />
              {cel.status !== "nulopgave" && cel.gestart}
            </span>
          </li>
        ))}
      </ul>
    </li>
  );
});
