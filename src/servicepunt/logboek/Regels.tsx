import { Button, makeStyles, MessageBar, MessageBarBody, Spinner, tokens, typographyStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { Auditregel } from "../../meldcode/uitwisseling/auditlog";
import type { Dienst } from "../dienst";
import { Foutmelding } from "../Foutmelding";
import { Organisatielink } from "../Organisatielink";
import { useSchermstijl } from "../stijl";
import { teksten, toonDag, toonTijdstip } from "../teksten";
import { useDaad } from "../useDaad";
import { useVraag } from "../useVraag";
import { type Logfilter, toonDaad, toonWie, type Vondst, zoekVerder } from "./logboek";
import { logteksten } from "./teksten";

const useStijl = makeStyles({
  dag: { ...typographyStyles.body1Strong, margin: 0, color: tokens.colorNeutralForeground2 },
  regel: {
    display: "grid",
    gridTemplateColumns: "3.25rem minmax(0, 1fr)",
    padding: `${tokens.spacingVerticalXS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    ...typographyStyles.body1,
  },
  tijd: { color: tokens.colorNeutralForeground3, fontVariantNumeric: "tabular-nums" },
  wie: { fontWeight: tokens.fontWeightSemibold },
});

interface Props {
  readonly filter: Logfilter;
  readonly dienst: Pick<Dienst, "auditlog">;
  readonly nu: () => Date;
  readonly naamVan: (organisatieId: string) => string;
  readonly opKies: (organisatieId: string) => void;
}

/** The lines that pass the filter, day by day, and older ones when they are asked for. */
export function Regels({ filter, dienst, nu, naamVan, opKies }: Props) {
  const scherm = useSchermstijl();
  const stijl = useStijl();
  const { waarde: eerste, fout, bezig, vernieuw } = useVraag("logboek", nu, (onderbreek) => zoekVerder(dienst, filter, null, onderbreek));
  const [verdere, zetVerdere] = useState<readonly Vondst[]>([]);
  const vondsten = eerste ? [eerste, ...verdere] : [];
  const laatste = vondsten.at(-1);
  const verder = useDaad(
    () => zoekVerder(dienst, filter, laatste?.laatste ?? null),
    (vondst) => zetVerdere([...verdere, vondst]),
  );
  const regels = vondsten.flatMap((vondst) => vondst.regels);
  const breuk = vondsten.find((vondst) => vondst.breuk !== null)?.breuk ?? null;
  const tot = laatste?.laatste && !laatste.einde ? toonDag(new Date(laatste.laatste.moment)) : null;
  const gefilterd = filter.daad !== null || filter.over !== null;

  if (fout) return <Foutmelding titel={logteksten.titelFout} fout={fout} opOpnieuw={vernieuw} />;
  if (!laatste) return <Spinner label={logteksten.laden} labelPosition="below" />;
  return (
    <div className={scherm.kaart} aria-busy={bezig || verder.bezig}>
      {breuk !== null && (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody>{logteksten.sluitNietAan(breuk)}</MessageBarBody>
        </MessageBar>
      )}
      {regels.length === 0 && <p className={scherm.uitleg}>{gefilterd ? logteksten.nietsGevonden(tot) : logteksten.leeg}</p>}
      {perDag(regels).map(([dag, opDieDag]) => (
        <section key={dag}>
          <h2 className={stijl.dag}>{dag}</h2>
          <ol className={scherm.lijst}>
            {opDieDag.map((regel) => (
              <Regel key={regel.volgnummer} regel={regel} naamVan={naamVan} opKies={opKies} />
            ))}
          </ol>
        </section>
      ))}
      {verder.fout && <Foutmelding titel={logteksten.titelFout} fout={verder.fout} />}
      <div className={scherm.knoppen}>
        {!laatste.einde && (
          <Button disabledFocusable={verder.bezig} onClick={() => verder.doe()}>
            {verder.bezig ? teksten.bezig : logteksten.verder}
          </Button>
        )}
        <span className={scherm.rustig} role="status">
          {laatste.einde ? regels.length > 0 && logteksten.einde : gefilterd && regels.length > 0 && tot !== null && logteksten.doorzocht(tot)}
        </span>
      </div>
      {breuk === null && regels.length > 0 && <p className={scherm.rustig}>{logteksten.sluitAan}</p>}
    </div>
  );
}

function Regel({ regel, naamVan, opKies }: { readonly regel: Auditregel } & Pick<Props, "naamVan" | "opKies">) {
  const stijl = useStijl();
  return (
    <li className={stijl.regel}>
      <span className={stijl.tijd}>{toonTijdstip(new Date(regel.moment))}</span>
      <span>
        <span className={stijl.wie}>{toonWie(regel)}</span>{" "}
        {toonDaad(regel).map((deel, i) =>
          typeof deel === "string" ? (
            deel
          ) : (
            <Organisatielink key={i} organisatieId={deel.organisatieId} naam={naamVan(deel.organisatieId)} opKies={opKies} />
          ),
        )}
      </span>
    </li>
  );
}

/** Lines are newest first, and so are the days. */
function perDag(regels: readonly Auditregel[]): readonly (readonly [dag: string, regels: readonly Auditregel[]])[] {
  const dagen = new Map<string, Auditregel[]>();
  for (const regel of regels) {
    const dag = toonDag(new Date(regel.moment));
    dagen.set(dag, [...(dagen.get(dag) ?? []), regel]);
  }
  return [...dagen];
}
