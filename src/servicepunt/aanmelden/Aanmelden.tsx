import { Button, Field, Input, Link, makeStyles, MessageBar, MessageBarBody, Spinner, tokens, typographyStyles } from "@fluentui/react-components";
import { type FormEvent, useContext, useEffect, useEffectEvent, useState } from "react";
import { ConceptenContext } from "../concepten";
import type { Dienst, Fout, Sessie } from "../dienst";
import { Foutmelding, foutzin } from "../Foutmelding";
import { teksten } from "../teksten";
import { useVraag } from "../useVraag";
import { leesReden } from "./reden";

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
  formulier: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  knop: { alignSelf: "start" },
});

interface Props {
  readonly dienst: Pick<Dienst, "aanmeldwijze" | "huidigeSessie" | "meldAan">;
  readonly nu: () => Date;
  /** Why someone has to sign in (again), when there is a reason to tell. */
  readonly bericht: string | null;
  /** Somebody signed out here a moment ago, and may still be signed in with the work account. */
  readonly afgemeld: boolean;
  readonly opAangemeld: (sessie: Sessie) => void;
}

/** The way in that this municipality has: the employees' work account, or an account of this service. */
export function Aanmelden({ dienst, nu, bericht, afgemeld, opAangemeld }: Props) {
  const stijl = useStijl();
  const wijze = useVraag("aanmeldwijze", nu, (onderbreek) => dienst.aanmeldwijze(onderbreek));
  // Read once: it is about the visit that led here.
  const [reden] = useState(() => leesReden(window.location.hash));
  useEffect(() => {
    if (reden !== null) window.history.replaceState(window.history.state, "", window.location.pathname + window.location.search);
  }, [reden]);

  return (
    <section className={stijl.kaart} aria-labelledby="aanmelden-titel">
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
      {reden !== null && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{reden}</MessageBarBody>
        </MessageBar>
      )}
      {wijze.fout && <Foutmelding titel={teksten.fout.titelAanmelden} fout={wijze.fout} opOpnieuw={wijze.vernieuw} />}
      {wijze.bezig && !wijze.waarde && <Spinner label={teksten.aanmelden.laden} />}
      {wijze.waarde === "oidc" && <Werkaccount dienst={dienst} afgemeld={afgemeld} opAangemeld={opAangemeld} />}
      {wijze.waarde === "account" && <Eigenaccount dienst={dienst} opAangemeld={opAangemeld} />}
    </section>
  );
}

/**
 * The filters in the address go along, and come back. What was typed cannot: then signing in happens in a tab of its own, and this page
 * goes on when it is looked at again.
 */
function Werkaccount({ dienst, afgemeld, opAangemeld }: Pick<Props, "afgemeld" | "opAangemeld"> & { readonly dienst: Pick<Dienst, "huidigeSessie"> }) {
  const stijl = useStijl();
  const blijft = !useContext(ConceptenContext).leeg;
  const kijk = useEffectEvent(async (onderbreek: AbortSignal) => {
    const uitkomst = await dienst.huidigeSessie(onderbreek);
    if (uitkomst.gelukt && !onderbreek.aborted) opAangemeld(uitkomst.waarde);
  });
  useEffect(() => {
    if (!blijft) return;
    const onderbreking = new AbortController();
    window.addEventListener("focus", () => void kijk(onderbreking.signal), { signal: onderbreking.signal });
    return () => onderbreking.abort();
  }, [blijft]);

  return (
    <>
      {blijft && <p className={stijl.uitleg}>{teksten.aanmelden.nieuwVenster}</p>}
      <Button
        className={stijl.knop}
        appearance="primary"
        size="large"
        as="a"
        href={`/servicepunt/aanmelden?terug=${encodeURIComponent(window.location.search.slice(1))}`}
        {...(blijft && { target: "_blank", rel: "noopener" })}
      >
        {teksten.aanmelden.werkaccount}
      </Button>
      {afgemeld && <Link href="/servicepunt/afmelden">{teksten.aanmelden.ookDaarAf}</Link>}
    </>
  );
}

function Eigenaccount({ dienst, opAangemeld }: { readonly dienst: Pick<Dienst, "meldAan">; readonly opAangemeld: (sessie: Sessie) => void }) {
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
    <form className={stijl.formulier} onSubmit={(g) => void meldAan(g)} noValidate aria-labelledby="aanmelden-titel">
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
