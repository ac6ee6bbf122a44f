import { Button, makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from "@fluentui/react-components";
import { beleidteksten } from "./teksten";
import { naamVan, toonVeld } from "./verschillen";
import type { Samenvoeging, Vorm, Vormveld } from "./vorm";

const TEKST = beleidteksten.collega;
const useStijl = makeStyles({
  inhoud: { "& p, & ul": { margin: `${tokens.spacingVerticalXS} 0` }, paddingBottom: tokens.spacingVerticalS, whiteSpace: "pre-line" },
});

interface Props {
  readonly samenvoeging: Samenvoeging;
  /** As it stands in the form now, with mine on top of theirs. */
  readonly vorm: Vorm;
  /** What holds now, with what the colleague made of it. */
  readonly nu: Vorm;
  readonly opVul: (deel: Partial<Vorm>) => void;
}

/** A colleague saved first: what they changed, and both values where it was the same field. */
export function Collega({ samenvoeging: { vanCollega, botsingen }, vorm, nu, opVul }: Props) {
  const stijl = useStijl();
  const alleen = vanCollega.filter((veld) => !botsingen.includes(veld));
  // Once it is left as it holds now, there is nothing to choose any more.
  const open = botsingen.filter((veld) => toonVeld(vorm, veld) !== toonVeld(nu, veld));
  const zoalsNu = (veld: Vormveld): Partial<Vorm> => ({ [veld]: nu[veld], ...(veld === "sisaLabel" && { sisaGevraagd: nu.sisaGevraagd }) });
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody className={stijl.inhoud}>
        <MessageBarTitle>{TEKST.titel}</MessageBarTitle> {TEKST.uitleg}
        {vanCollega.length === 0 && <p>{TEKST.alleenMaanden}</p>}
        {alleen.length > 0 && (
          <>
            <p>{TEKST.wijzigde}</p>
            <ul>
              {alleen.map((veld) => (
                <li key={veld}>
                  {naamVan(veld)}: {toonVeld(nu, veld)}
                </li>
              ))}
            </ul>
          </>
        )}
        {open.length > 0 && (
          <>
            <p>{TEKST.allebei}</p>
            <ul>
              {open.map((veld) => (
                <li key={veld}>
                  <strong>{naamVan(veld)}</strong>
                  <br />
                  {TEKST.nu(toonVeld(nu, veld))}
                  <br />
                  {TEKST.uw(toonVeld(vorm, veld))}
                  <br />
                  <Button size="small" onClick={() => opVul(zoalsNu(veld))}>
                    {TEKST.neemOver(naamVan(veld))}
                  </Button>
                </li>
              ))}
            </ul>
          </>
        )}
        <p>{TEKST.daarna}</p>
      </MessageBarBody>
    </MessageBar>
  );
}
