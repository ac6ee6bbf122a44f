import { makeStyles, tokens, useRestoreFocusTarget } from "@fluentui/react-components";
import { LEGE_KEUZE, schrijfAdres } from "./adres";
import { volg } from "./volg";

const useStijl = makeStyles({
  link: {
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: "underline",
    textDecorationThickness: "1px",
    overflowWrap: "anywhere",
    borderRadius: tokens.borderRadiusSmall,
    ":hover": { textDecorationThickness: "2px" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

/** An organisation's name in a sentence or a list: opens its dossier over the screen one is on. */
export function Organisatielink({ organisatieId, naam, opKies }: { readonly organisatieId: string; readonly naam: string; readonly opKies: (organisatieId: string) => void }) {
  const stijl = useStijl();
  // When the dossier closes, the focus comes back here.
  const terugplek = useRestoreFocusTarget();
  return (
    <a {...terugplek} className={stijl.link} href={`/servicepunt${schrijfAdres({ ...LEGE_KEUZE, organisatieId })}`} onClick={(g) => volg(g, () => opKies(organisatieId))}>
      {naam}
    </a>
  );
}
