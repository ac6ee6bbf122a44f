import { Button, Field, Input, makeStyles, MessageBar, MessageBarBody, tokens, typographyStyles } from "@fluentui/react-components";
import { type FormEvent, useState } from "react";
import type { Dienst, Fout, Sessie } from "../dienst";
import { foutzin } from "../Foutmelding";
import { teksten } from "../teksten";

const useStijl = makeStyles({
  kaart: {
    boxSizing: "border-box",
    width: "100%",
    maxWidth: "26rem",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalXXL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow4,
  },
  titel: { ...typographyStyles.title3, margin: 0 },
  uitleg: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground3 },
  knop: { alignSelf: "start" },
});

interface Props {
  readonly dienst: Pick<Dienst, "meldAan">;
  /** Why someone has to sign in (again), when there is a reason to tell. */
  readonly bericht: string | null;
  readonly opAangemeld: (sessie: Sessie) => void;
}

/** Sign-in with the Servicepunt's local account. */
export function Aanmelden({ dienst, bericht, opAangemeld }: Props) {
  const stijl = useStijl();
  const [naam, zetNaam] = useState("");
  const [wachtwoord, zetWachtwoord] = useState("");
  const [bezig, zetBezig] = useState(false);
  const [melding, zetMelding] = useState<string | null>(null);

  async function meldAan(gebeurtenis: FormEvent) {
    gebeurtenis.preventDefault();
    if (bezig) return;
    if (!naam.trim() || !wachtwoord) return zetMelding(teksten.aanmelden.verplicht);
    zetBezig(true);
    zetMelding(null);
    const uitkomst = await dienst.meldAan(naam.trim(), wachtwoord);
    zetBezig(false);
    if (uitkomst.gelukt) opAangemeld(uitkomst.waarde);
    else zetMelding(aanmeldfout(uitkomst.fout));
  }

  return (
    <form className={stijl.kaart} onSubmit={(g) => void meldAan(g)} noValidate aria-labelledby="aanmelden-titel">
      <h1 id="aanmelden-titel" className={stijl.titel}>
        {teksten.aanmelden.titel}
      </h1>
      {bericht ? (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{bericht}</MessageBarBody>
        </MessageBar>
      ) : (
        <p className={stijl.uitleg}>{teksten.aanmelden.uitleg}</p>
      )}
      <Field label={teksten.aanmelden.naam}>
        <Input size="large" value={naam} onChange={(_, d) => zetNaam(d.value)} autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={100} />
      </Field>
      <Field label={teksten.aanmelden.wachtwoord}>
        <Input size="large" type="password" value={wachtwoord} onChange={(_, d) => zetWachtwoord(d.value)} autoComplete="current-password" maxLength={200} />
      </Field>
      {melding && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{melding}</MessageBarBody>
        </MessageBar>
      )}
      <Button className={stijl.knop} appearance="primary" size="large" type="submit" disabledFocusable={bezig}>
        {bezig ? teksten.aanmelden.bezig : teksten.aanmelden.knop}
      </Button>
    </form>
  );
}

function aanmeldfout(fout: Fout): string {
  return fout.soort === "aanmelden" ? teksten.aanmelden.onjuist : foutzin(fout);
}
