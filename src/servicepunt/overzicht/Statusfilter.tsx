import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from "@fluentui/react-components";
import { QuestionCircleRegular } from "@fluentui/react-icons";
import { lazy, useState } from "react";
import { RESPONS_STATUSSEN, type Responsstatus } from "../../meldcode/uitwisseling/servicepunt";
import { Later } from "../Later";
import { STATUSTEKSTEN, teksten, toonGetal } from "../teksten";
import { Statusvorm, useStatuskleuren } from "./Status";

// What a popover needs is not part of the first picture.
const Legenda = lazy(async () => ({ default: (await import("./Legenda")).Legenda }));

const useStijl = makeStyles({
  groep: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalXS },
  label: { color: tokens.colorNeutralForeground3, marginRight: tokens.spacingHorizontalXS, ...typographyStyles.caption1 },
  knop: {
    position: "relative",
    display: "inline-flex",
    alignItems: "center",
    gap: "6px",
    minHeight: "1.75rem",
    paddingLeft: tokens.spacingHorizontalS,
    paddingRight: tokens.spacingHorizontalS,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    cursor: "pointer",
    ...typographyStyles.caption1,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
    '&[aria-pressed="true"]': {
      backgroundColor: tokens.colorBrandBackground2,
      color: tokens.colorBrandForeground2,
      border: `1px solid ${tokens.colorBrandStroke1}`,
      boxShadow: `inset 0 0 0 1px ${tokens.colorBrandStroke1}`,
      fontWeight: tokens.fontWeightSemibold,
    },
    "@media (forced-colors: active)": { '&[aria-pressed="true"]': { backgroundColor: "Highlight", color: "HighlightText", forcedColorAdjust: "none" } },
  },
  vorm: { display: "inline-grid", placeItems: "center", width: "20px", height: "20px", flexShrink: 0 },
  telling: { color: tokens.colorNeutralForeground3, fontVariantNumeric: "tabular-nums" },
  verborgen: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
});

interface Props {
  readonly gekozen: readonly Responsstatus[];
  /** Per status the number of organisations with such a month. */
  readonly telling: Readonly<Record<Responsstatus, number>>;
  /** A month is late after this day of the next month; null when the policy is not known. */
  readonly deadlineDag: number | null;
  readonly opKies: (statussen: readonly Responsstatus[]) => void;
}

/** Legend and filter in one: each button shows what the symbol is called, and narrows the overview to who has it. */
export function Statusfilter({ gekozen, telling, deadlineDag, opKies }: Props) {
  const stijl = useStijl();
  const kleuren = useStatuskleuren();
  const [metLegenda, zetMetLegenda] = useState(false);
  const legendaknop = (
    <Button size="small" appearance="subtle" icon={<QuestionCircleRegular />} onClick={() => zetMetLegenda(true)}>
      {teksten.overzicht.legenda}
    </Button>
  );
  return (
    <div className={stijl.groep} role="group" aria-labelledby="statusfilter-label">
      <span id="statusfilter-label" className={stijl.label}>
        {teksten.overzicht.filterLabel}
      </span>
      {RESPONS_STATUSSEN.map((status) => {
        const aan = gekozen.includes(status);
        return (
          <button
            key={status}
            type="button"
            className={stijl.knop}
            aria-pressed={aan}
            title={STATUSTEKSTEN[status].uitleg}
            onClick={() => opKies(aan ? gekozen.filter((s) => s !== status) : [...gekozen, status])}
          >
            <span className={mergeClasses(stijl.vorm, kleuren[status])}>
              <Statusvorm status={status} />
            </span>
            <span>{STATUSTEKSTEN[status].naam}</span>{" "}
            <span className={stijl.telling}>
              {toonGetal(telling[status])} <span className={stijl.verborgen}>{teksten.overzicht.organisaties(telling[status])}</span>
            </span>
          </button>
        );
      })}
      {metLegenda ? (
        <Later intussen={legendaknop}>
          <Legenda deadlineDag={deadlineDag} />
        </Later>
      ) : (
        legendaknop
      )}
    </div>
  );
}
