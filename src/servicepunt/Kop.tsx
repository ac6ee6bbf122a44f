import { Button, makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { SignOutRegular } from "@fluentui/react-icons";
import { teksten } from "./teksten";

const useStijl = makeStyles({
  kop: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    "@media (max-width: 35.99em)": { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}` },
  },
  merk: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, flexGrow: 1, minWidth: 0 },
  teken: { width: "24px", height: "24px", flexShrink: 0 },
  product: { ...typographyStyles.subtitle2, whiteSpace: "nowrap" },
  servicepunt: { color: tokens.colorNeutralForeground3, ...typographyStyles.body1, "@media (max-width: 59.99em)": { display: "none" } },
  knop: { flexShrink: 0 },
  naam: { color: tokens.colorNeutralForeground2, ...typographyStyles.body1, overflowWrap: "anywhere", textAlign: "right", "@media (max-width: 35.99em)": { display: "none" } },
});

/** Who this page belongs to and, when someone is signed in, who. */
export function Kop({ gemeente, naam, opAfmelden }: { readonly gemeente: string | null; readonly naam: string | null; readonly opAfmelden: () => void }) {
  const stijl = useStijl();
  return (
    <header className={stijl.kop}>
      <div className={stijl.merk}>
        <img className={stijl.teken} src="/assets/icon.svg" alt="" />
        <span className={stijl.product}>{teksten.product}</span>
        <span className={stijl.servicepunt}>{teksten.servicepunt(gemeente)}</span>
      </div>
      {naam !== null && (
        <>
          <span className={stijl.naam}>{teksten.aangemeldAls(naam)}</span>
          <Button className={stijl.knop} appearance="subtle" icon={<SignOutRegular />} onClick={opAfmelden}>
            {teksten.afmelden}
          </Button>
        </>
      )}
    </header>
  );
}
