import { Button, makeStyles, tokens, typographyStyles, useRestoreFocusTarget } from "@fluentui/react-components";
import { SignOutRegular } from "@fluentui/react-icons";
import { SCHERMEN, type Scherm } from "./adres";
import { teksten } from "./teksten";
import { volg } from "./volg";

/** Below this the screens get a line of their own. */
export const TWEE_REGELS = "@media (max-width: 63.99em)";
const SMAL = "@media (max-width: 35.99em)";

const useStijl = makeStyles({
  kop: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalM,
    minHeight: "3.25rem",
    boxSizing: "border-box",
    padding: `0 ${tokens.spacingHorizontalXL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [TWEE_REGELS]: { flexWrap: "wrap" },
    [SMAL]: { padding: `0 ${tokens.spacingHorizontalM}`, columnGap: 0 },
  },
  merk: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, minWidth: 0, paddingTop: tokens.spacingVerticalS, paddingBottom: tokens.spacingVerticalS },
  teken: { width: "24px", height: "24px", flexShrink: 0 },
  product: { ...typographyStyles.subtitle2, whiteSpace: "nowrap" },
  servicepunt: { color: tokens.colorNeutralForeground3, ...typographyStyles.body1, "@media (max-width: 75.99em)": { display: "none" } },
  schermen: {
    alignSelf: "stretch",
    display: "flex",
    margin: 0,
    padding: 0,
    listStyleType: "none",
    [TWEE_REGELS]: { flexWrap: "wrap" },
  },
  nav: { alignSelf: "stretch", display: "flex", [TWEE_REGELS]: { order: 1, flexBasis: "100%", marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` } },
  scherm: {
    display: "flex",
    alignItems: "center",
    height: "100%",
    boxSizing: "border-box",
    minHeight: "2.5rem",
    padding: `0 ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: "none",
    borderBottom: "3px solid transparent",
    borderTop: "3px solid transparent",
    ...typographyStyles.body1,
    ":hover": { color: tokens.colorNeutralForeground1, borderBottomColor: tokens.colorNeutralStroke1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
    '&[aria-current="page"]': { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold, borderBottomColor: tokens.colorCompoundBrandStroke },
    [SMAL]: { padding: `0 ${tokens.spacingHorizontalS}` },
  },
  ruimte: { flexGrow: 1 },
  knop: { flexShrink: 0, [SMAL]: { minWidth: "auto", paddingLeft: tokens.spacingHorizontalXS, paddingRight: tokens.spacingHorizontalXS } },
  naam: { color: tokens.colorNeutralForeground2, ...typographyStyles.body1, overflowWrap: "anywhere", textAlign: "right", [SMAL]: { display: "none" } },
});

interface Props {
  readonly gemeente: string | null;
  /** null: nobody is signed in. */
  readonly aangemeld: { readonly naam: string; readonly scherm: Scherm; readonly opScherm: (scherm: Scherm) => void; readonly opAfmelden: () => void } | null;
}

/** Who this page belongs to and, when someone is signed in, its screens and who that is. */
export function Kop({ gemeente, aangemeld }: Props) {
  const stijl = useStijl();
  // Also keeps Fluent's focus keeper (tabster) alive: where only a dialog uses it, it goes with the dialog, and leaves the page behind hidden from screen readers.
  const terugplek = useRestoreFocusTarget();
  return (
    <header className={stijl.kop}>
      <div className={stijl.merk}>
        <img className={stijl.teken} src="/assets/icon.svg" alt="" />
        <span className={stijl.product}>{teksten.product}</span>
        <span className={stijl.servicepunt}>{teksten.servicepunt(gemeente)}</span>
      </div>
      {aangemeld && (
        <>
          <nav className={stijl.nav} aria-label={teksten.schermen}>
            <ul className={stijl.schermen}>
              {SCHERMEN.map((scherm) => (
                <li key={scherm}>
                  <a {...terugplek} className={stijl.scherm} href={`/servicepunt${scherm === "respons" ? "" : `?scherm=${scherm}`}`} aria-current={scherm === aangemeld.scherm ? "page" : undefined} onClick={(g) => volg(g, () => aangemeld.opScherm(scherm))}>
                    {teksten.schermnamen[scherm]}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <span className={stijl.ruimte} />
          <span className={stijl.naam}>{teksten.aangemeldAls(aangemeld.naam)}</span>
          <Button className={stijl.knop} appearance="subtle" icon={<SignOutRegular />} onClick={aangemeld.opAfmelden}>
            {teksten.afmelden}
          </Button>
        </>
      )}
    </header>
  );
}
