import { makeStyles, mergeClasses, tokens, typographyStyles, useRestoreFocusTarget } from "@fluentui/react-components";
import { type KeyboardEvent, memo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { type Periode, toonPeriode } from "../../meldcode/periode";
import type { Volgorde } from "../adres";
import { teksten, toonGetal } from "../teksten";
import { toonCel, toonMaandKort } from "./celtekst";
import type { Maandtotaal, Zoekrij } from "./selectie";
import { statustokens } from "../thema";
import { useVenster } from "./useVenster";
import { Statusvorm, useStatuskleuren } from "./Status";

/** In rem, so that it grows with the reader's letter size. */
const RIJHOOGTE = 2.25;
const KOLOM = { naam: "clamp(11rem, 24vw, 19rem)", mist: 3.25, maand: 3.75 };

const useStijl = makeStyles({
  venster: {
    overflow: "auto",
    flexGrow: 1,
    flexBasis: 0,
    minHeight: "26rem",
    scrollPaddingTop: "3.5rem",
    scrollPaddingBottom: "8.5rem",
    scrollPaddingLeft: KOLOM.naam,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  tabel: { display: "flex", flexDirection: "column", minHeight: "100%" },
  rij: {
    display: "grid",
    alignItems: "stretch",
    boxSizing: "border-box",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  romp: { position: "relative", flexShrink: 0 },
  gegevens: {
    position: "absolute",
    left: 0,
    right: 0,
    height: `${RIJHOOGTE}rem`,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  gekozen: { backgroundColor: tokens.colorNeutralBackground1Selected },
  kop: {
    position: "sticky",
    top: 0,
    zIndex: 2,
    minHeight: "2.75rem",
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground2,
    ...typographyStyles.caption1Strong,
  },
  voet: { position: "sticky", bottom: 0, zIndex: 2, marginTop: "auto", borderTop: `1px solid ${tokens.colorNeutralStroke1}`, boxShadow: `0 -2px 6px ${tokens.colorNeutralShadowAmbient}` },
  voetrij: { minHeight: "2rem", backgroundColor: tokens.colorNeutralBackground2 },
  vast: {
    position: "sticky",
    left: 0,
    zIndex: 1,
    backgroundColor: "inherit",
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    paddingLeft: tokens.spacingHorizontalM,
    paddingRight: tokens.spacingHorizontalS,
    minWidth: 0,
  },
  naam: {
    flexGrow: 1,
    minWidth: 0,
    padding: `${tokens.spacingVerticalXS} 0`,
    border: "none",
    background: "none",
    color: "inherit",
    cursor: "pointer",
    textAlign: "left",
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    borderRadius: tokens.borderRadiusSmall,
    ...typographyStyles.body1,
    ":hover": { textDecorationLine: "underline", color: tokens.colorBrandForeground1 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  merkje: {
    flexShrink: 0,
    color: tokens.colorNeutralForeground3,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusSmall,
    padding: "0 4px",
    ...typographyStyles.caption2,
  },
  midden: { display: "flex", alignItems: "center", justifyContent: "center", fontVariantNumeric: "tabular-nums" },
  maandkop: { flexDirection: "column" },
  jaar: { color: tokens.colorNeutralForeground3, ...typographyStyles.caption2 },
  mist: { color: tokens.colorNeutralForeground3, ...typographyStyles.body1 },
  mistWel: { color: statustokens.statusOntbreektTekst, fontWeight: tokens.fontWeightSemibold },
  status: { display: "flex", alignItems: "center", justifyContent: "center", gap: "3px", flexGrow: 1, height: "1.5rem", margin: "0 2px", ...typographyStyles.caption1 },
  totaal: { ...typographyStyles.body1 },
  aandeel: { color: tokens.colorNeutralForeground3, ...typographyStyles.caption2, marginLeft: "4px" },
  voetkop: { ...typographyStyles.body1Strong },
  toelichting: { color: tokens.colorNeutralForeground3, ...typographyStyles.caption1 },
  verborgen: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)", whiteSpace: "nowrap" },
});
type Stijl = ReturnType<typeof useStijl>;

interface Props {
  readonly rijen: readonly Zoekrij[];
  readonly perioden: readonly Periode[];
  readonly totalen: readonly Maandtotaal[];
  /** Whom the totals are about, e.g. "van 700 organisaties". */
  readonly totaalVan: string;
  readonly volgorde: Volgorde;
  readonly gekozen: string | null;
  readonly opKies: (organisatieId: string) => void;
}

/**
 * Organisations × months. Only the rows in sight are in the document, and the row that the keyboard is on: 700 rows of
 * 24 months scroll as lightly as ten (with content-visibility instead, a frame took four times as long at 700 × 12).
 * One tab stop: the arrow keys, Home, End and the Page keys go from organisation to organisation.
 */
export function Matrix({ rijen, perioden, totalen, totaalVan, volgorde, gekozen, opKies }: Props) {
  const stijl = useStijl();
  const kleuren = useStatuskleuren();
  const venster = useRef<HTMLDivElement>(null);
  const [eerste, einde] = useVenster(venster, rijen.length, RIJHOOGTE);
  const [actief, zetActief] = useState(0);
  const halte = Math.min(actief, Math.max(0, rijen.length - 1));
  const nummers = Array.from({ length: einde - eerste }, (_, i) => eerste + i);
  if (halte < eerste) nummers.unshift(halte);
  if (halte >= einde) nummers.push(halte);
  const kolommen = `${KOLOM.naam} ${KOLOM.mist}rem repeat(${perioden.length}, minmax(${KOLOM.maand}rem, 1fr))`;
  const rijstijl = { gridTemplateColumns: kolommen };
  const breedte = `calc(${KOLOM.naam} + ${KOLOM.mist + perioden.length * KOLOM.maand}rem)`;

  function loop(gebeurtenis: KeyboardEvent) {
    const stap = STAPPEN[gebeurtenis.key];
    if (!stap || gebeurtenis.ctrlKey || gebeurtenis.altKey || gebeurtenis.metaKey) return;
    gebeurtenis.preventDefault();
    const doel = Math.min(Math.max(stap(halte, rijen.length), 0), rijen.length - 1);
    // The row must be there before it can get the focus, and the focus brings it into sight.
    flushSync(() => zetActief(doel));
    venster.current?.querySelector<HTMLElement>(`[data-rij="${doel}"]`)?.focus();
  }

  return (
    <div ref={venster} className={stijl.venster} role="region" aria-label={teksten.overzicht.tabel} tabIndex={0}>
      <div role="table" aria-label={teksten.overzicht.tabel} aria-rowcount={rijen.length + 4} className={stijl.tabel} style={{ minWidth: breedte }}>
        <div role="rowgroup" className={stijl.kop}>
          <div role="row" className={stijl.rij} style={{ ...rijstijl, minHeight: "inherit", borderBottom: "none" }}>
            <div role="columnheader" aria-sort={volgorde === "naam" ? "ascending" : undefined} className={stijl.vast}>
              {teksten.overzicht.organisatie}
            </div>
            <div role="columnheader" aria-sort={volgorde === "ontbrekend" ? "descending" : undefined} className={stijl.midden} title={teksten.overzicht.ontbreektLang}>
              <span aria-hidden="true">{teksten.overzicht.ontbreektKort}</span>
              <span className={stijl.verborgen}>{teksten.overzicht.ontbreektLang}</span>
            </div>
            {perioden.map((p, i) => (
              <div key={p} role="columnheader" className={mergeClasses(stijl.midden, stijl.maandkop)}>
                <span aria-hidden="true">{toonMaandKort(p)}</span>
                {(i === 0 || p.endsWith("-01")) && (
                  <span aria-hidden="true" className={stijl.jaar}>
                    {p.slice(0, 4)}
                  </span>
                )}
                <span className={stijl.verborgen}>{toonPeriode(p)}</span>
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup" className={stijl.romp} style={{ height: `${rijen.length * RIJHOOGTE}rem` }} onKeyDown={loop}>
          {nummers.map((i) => {
            const rij = rijen[i];
            return (
              rij && (
                <Matrixrij
                  key={rij.rij.organisatie.organisatieId}
                  rij={rij}
                  nummer={i}
                  halte={i === halte}
                  gekozen={rij.rij.organisatie.organisatieId === gekozen}
                  kolommen={kolommen}
                  stijl={stijl}
                  kleuren={kleuren}
                  opKies={opKies}
                  opFocus={zetActief}
                />
              )
            );
          })}
        </div>
        <div role="rowgroup" className={stijl.voet}>
          <Totaalrij titel={teksten.overzicht.gereageerd} toelichting={totaalVan} totalen={totalen} rijstijl={rijstijl} stijl={stijl}>
            {(t) => (
              <>
                <span aria-hidden="true">{toonGetal(t.gereageerd)}</span>
                <span aria-hidden="true" className={stijl.aandeel}>
                  {teksten.overzicht.aandeel(t.gereageerd, t.organisaties)}
                </span>
                <span className={stijl.verborgen}>{teksten.overzicht.gereageerdCel(t.gereageerd, t.organisaties)}</span>
              </>
            )}
          </Totaalrij>
          <Totaalrij titel={teksten.overzicht.gestart} totalen={totalen} rijstijl={rijstijl} stijl={stijl}>
            {(t) => toonGetal(t.gestart)}
          </Totaalrij>
          <Totaalrij titel={teksten.overzicht.afgesloten} totalen={totalen} rijstijl={rijstijl} stijl={stijl}>
            {(t) => toonGetal(t.afgesloten)}
          </Totaalrij>
        </div>
      </div>
    </div>
  );
}

/** What a key does to the number of the row that has the focus; the outcome is kept within the list. */
const STAPPEN: Readonly<Record<string, (nu: number, rijen: number) => number>> = {
  ArrowDown: (nu) => nu + 1,
  ArrowUp: (nu) => nu - 1,
  PageDown: (nu) => nu + 12,
  PageUp: (nu) => nu - 12,
  Home: () => 0,
  End: (_, rijen) => rijen - 1,
};

interface Rijprops {
  readonly rij: Zoekrij;
  readonly nummer: number;
  readonly halte: boolean;
  readonly gekozen: boolean;
  readonly kolommen: string;
  readonly stijl: Stijl;
  readonly kleuren: ReturnType<typeof useStatuskleuren>;
  readonly opKies: (organisatieId: string) => void;
  readonly opFocus: (nummer: number) => void;
}

const Matrixrij = memo(function Matrixrij({ rij, nummer, halte, gekozen, kolommen, stijl, kleuren, opKies, opFocus }: Rijprops) {
  const { organisatie, maanden } = rij.rij;
  // When the organisation's panel closes, the focus comes back here.
  const terugplek = useRestoreFocusTarget();
  return (
    <div role="row" aria-rowindex={nummer + 2} className={mergeClasses(stijl.rij, stijl.gegevens, gekozen && stijl.gekozen)} style={{ top: `${nummer * RIJHOOGTE}rem`, gridTemplateColumns: kolommen }}>
      <div role="rowheader" className={stijl.vast}>
        <button
          {...terugplek}
          type="button"
          className={stijl.naam}
          data-rij={nummer}
          tabIndex={halte ? 0 : -1}
          title={`${organisatie.naam} · ${organisatie.organisatieId}`}
          onClick={() => opKies(organisatie.organisatieId)}
          onFocus={() => opFocus(nummer)}
        >
          {organisatie.naam}
        </button>
        {organisatie.eenpersoons && (
          <span className={stijl.merkje} title={teksten.overzicht.eenpersoonsUitleg}>
            {teksten.overzicht.eenpersoonsKort}
          </span>
        )}
      </div>
      <div role="cell" className={mergeClasses(stijl.midden, stijl.mist, rij.ontbreekt > 0 && stijl.mistWel)}>
        {rij.ontbreekt}
      </div>
      {maanden.map((cel) => {
        const tekst = toonCel(cel);
        return (
          <div key={cel.periode} role="cell" className={stijl.midden}>
            <span role="img" aria-label={tekst} title={tekst} className={mergeClasses(stijl.status, kleuren[cel.status])}>
              <Statusvorm status={cel.status} />
              {cel.teLaat && cel.status !== "te-laat" && <Statusvorm status="te-laat" klein />}
              {cel.status !== "nulopgave" && cel.gestart}
            </span>
          </div>
        );
      })}
    </div>
  );
});

interface Totaalprops {
  readonly titel: string;
  readonly toelichting?: string;
  readonly totalen: readonly Maandtotaal[];
  readonly rijstijl: { readonly gridTemplateColumns: string };
  readonly stijl: Stijl;
  readonly children: (totaal: Maandtotaal) => React.ReactNode;
}

function Totaalrij({ titel, toelichting, totalen, rijstijl, stijl, children }: Totaalprops) {
  return (
    <div role="row" className={mergeClasses(stijl.rij, stijl.voetrij)} style={rijstijl}>
      <div role="rowheader" className={mergeClasses(stijl.vast, stijl.voetkop)}>
        {titel}
        {toelichting && <span className={stijl.toelichting}>{toelichting}</span>}
      </div>
      <div role="cell" />
      {totalen.map((t) => (
        <div key={t.periode} role="cell" className={mergeClasses(stijl.midden, stijl.totaal)}>
          {children(t)}
        </div>
      ))}
    </div>
  );
}
