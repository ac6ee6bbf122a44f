import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";

export const SMAL = "@media (max-width: 35.99em)";

/** What the screens beside the overview, and the parts of a dossier, look like. */
export const useSchermstijl = makeStyles({
  scherm: {
    flexGrow: 1,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    boxSizing: "border-box",
    width: "100%",
    maxWidth: "64rem",
    minWidth: 0,
    margin: "0 auto",
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXL} ${tokens.spacingVerticalXXXL}`,
    [SMAL]: { padding: tokens.spacingHorizontalM },
  },
  titelbalk: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  titel: { ...typographyStyles.title3, margin: 0, flexGrow: 1 },
  kaart: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    overflowWrap: "anywhere",
    [SMAL]: { padding: tokens.spacingHorizontalM },
  },
  deel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, overflowWrap: "anywhere" },
  kop: { ...typographyStyles.subtitle2, margin: 0 },
  tussenkop: { ...typographyStyles.body1Strong, margin: `${tokens.spacingVerticalM} 0 0` },
  uitleg: { margin: 0, color: tokens.colorNeutralForeground2, ...typographyStyles.body1, maxWidth: "46rem" },
  rustig: { margin: 0, color: tokens.colorNeutralForeground3, ...typographyStyles.body1 },
  knoppen: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  knop: { alignSelf: "start" },
  lijst: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column" },
  regel: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ...typographyStyles.body1,
  },
});
