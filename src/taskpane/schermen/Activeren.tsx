import { Button, Field, Input, Link, makeStyles, tokens } from "@fluentui/react-components";
import { type ReactElement, useEffect, useRef, useState } from "react";
import type { Activeringsbeeld } from "../sessie/staat";
import { teksten } from "../teksten";
import { useStijl } from "./stijl";
import { Voet } from "./Voet";

const useEigen = makeStyles({ veld: { fontFamily: tokens.fontFamilyMonospace, letterSpacing: "0.04em", textTransform: "uppercase", "& input::placeholder": { textTransform: "none" } } });

interface Activeeropties {
  readonly beeld: Activeringsbeeld;
  readonly opActiveer: (code: string) => void;
  readonly opTerug: () => void;
}

export function Activeren({ beeld, opActiveer, opTerug }: Activeeropties): ReactElement {
  const stijl = useStijl();
  const eigen = useEigen();
  const [code, zetCode] = useState("");
  const invoer = useRef<HTMLInputElement>(null);
  const t = teksten.activeren;
  const vervallen = beeld.reden === "toegang-vervallen";
  useEffect(() => {
    if (beeld.fout) invoer.current?.focus();
  }, [beeld.fout]);
  return (
    <>
      <main className={stijl.inhoud}>
        <h1 className={stijl.groteTitel}>{vervallen ? t.vervallenTitel : t.titel}</h1>
        <p className={stijl.tekst}>{vervallen ? t.vervallen : t.inleiding}</p>
        <form
          onSubmit={(e) => {
            e.preventDefault();
            opActiveer(code);
          }}
        >
          <Field label={t.label} hint={t.hint} validationMessage={beeld.fout ? t.fout(beeld.fout) : undefined}>
            <Input
              ref={invoer}
              className={eigen.veld}
              size="large"
              value={code}
              placeholder={t.voorbeeld}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              onChange={(_, { value }) => zetCode(value)}
            />
          </Field>
        </form>
        {beeld.beleid && (
          <p className={stijl.klein}>
            {t.geenCode}{" "}
            <Link inline href={beeld.beleid.contact.url} target="_blank" rel="noreferrer">
              {t.vraagAan(beeld.beleid.contact.naam)}
            </Link>
            .
          </p>
        )}
      </main>
      <Voet knop={t.knop} bezig={beeld.bezig ? t.bezig : null} opKlik={() => opActiveer(code)}>
        {beeld.kanTerug && <Button onClick={opTerug}>{t.terug}</Button>}
      </Voet>
    </>
  );
}
