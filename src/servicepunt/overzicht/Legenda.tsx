import { Button, makeStyles, mergeClasses, Popover, PopoverSurface, PopoverTrigger, tokens, typographyStyles } from "@fluentui/react-components";
import { QuestionCircleRegular } from "@fluentui/react-icons";
import { RESPONS_STATUSSEN } from "../../meldcode/uitwisseling/servicepunt";
import { STATUSTEKSTEN, teksten } from "../teksten";
import { Statusvorm, useStatuskleuren } from "./Status";

const useStijl = makeStyles({
  vorm: { display: "inline-grid", placeItems: "center", width: "20px", height: "20px", flexShrink: 0 },
  lijst: { display: "grid", gridTemplateColumns: "auto 1fr", gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`, margin: 0, maxWidth: "24rem", ...typographyStyles.body1 },
  begrip: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, fontWeight: tokens.fontWeightSemibold },
  uitleg: { margin: 0 },
});

/** What the symbols and numbers mean; open as soon as it is there, and again with its button. */
export function Legenda({ deadlineDag }: { readonly deadlineDag: number | null }) {
  const stijl = useStijl();
  const kleuren = useStatuskleuren();
  return (
    <Popover defaultOpen withArrow trapFocus>
      <PopoverTrigger disableButtonEnhancement>
        <Button size="small" appearance="subtle" icon={<QuestionCircleRegular />}>
          {teksten.overzicht.legenda}
        </Button>
      </PopoverTrigger>
      <PopoverSurface aria-label={teksten.overzicht.legenda} tabIndex={-1}>
        <dl className={stijl.lijst}>
          {RESPONS_STATUSSEN.map((status) => (
            <div key={status} style={{ display: "contents" }}>
              <dt className={stijl.begrip}>
                <span className={mergeClasses(stijl.vorm, kleuren[status])}>
                  <Statusvorm status={status} />
                </span>
                {STATUSTEKSTEN[status].naam}
              </dt>
              <dd className={stijl.uitleg}>{STATUSTEKSTEN[status].uitleg}</dd>
            </div>
          ))}
        </dl>
        <p style={{ marginBottom: 0, maxWidth: "24rem" }}>
          {teksten.overzicht.getallen} {deadlineDag !== null && teksten.overzicht.uitersteDag(deadlineDag)}
        </p>
      </PopoverSurface>
    </Popover>
  );
}
