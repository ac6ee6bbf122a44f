import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type ReactElement, useEffect, useRef } from "react";
import { toonDatum } from "../../meldcode/datum";
import { leesDatum } from "../../meldcode/lezen/datums";
import type { Cel, Veld } from "../../meldcode/veld";
import type { Celrij } from "../../workbook/bestand/bestandWerkboek";
import { celadres } from "../../workbook/werkboek";
import { useStijl } from "../schermen/stijl";
import { zonder } from "./teksten";

const useEigen = makeStyles({
  lijst: { display: "grid", gridTemplateColumns: "auto 1fr", gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`, margin: `${tokens.spacingVerticalM} 0`, "& dd": { margin: 0, overflowWrap: "anywhere" } },
  hier: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorBrandForeground1 },
});

/** In place of a jump: where the cell is, and what stands in its row. Closed by `rij` null; taken away while open, the rest of the page would stay hidden. */
export function Rijvenster({ rij, opSluit }: { readonly rij: Celrij | null; readonly opSluit: () => void }): ReactElement {
  const terug = useRef<Element | null>(null);
  useEffect(() => {
    if (rij) terug.current = document.activeElement;
    else if (terug.current instanceof HTMLElement) terug.current.focus();
  }, [rij]);
  return (
    <Dialog open={rij !== null} onOpenChange={(_, { open }) => (open ? undefined : opSluit())}>
      <DialogSurface>{rij && <Inhoud rij={rij} opSluit={opSluit} />}</DialogSurface>
    </Dialog>
  );
}

function Inhoud({ rij, opSluit }: { readonly rij: Celrij; readonly opSluit: () => void }): ReactElement {
  const stijl = useStijl();
  const eigen = useEigen();
  const t = zonder.rij;
  const { plaats, veld, velden, waarden } = rij;
  return (
    <DialogBody>
      <DialogTitle>{t.titel(celadres(plaats.kolom, plaats.rij))}</DialogTitle>
      <DialogContent>
        <p className={stijl.tekst}>{t.op(plaats.blad, plaats.rij)}</p>
        <dl className={eigen.lijst}>
          {velden.map(({ veld: v, kop }) => (
            <Regel key={v} kop={kop} waarde={toon(v, waarden[v] ?? null, rij)} hier={v === veld} />
          ))}
        </dl>
        <p className={stijl.zacht}>{t.verder}</p>
      </DialogContent>
      <DialogActions>
        <Button appearance="primary" onClick={opSluit}>
          {t.sluit}
        </Button>
      </DialogActions>
    </DialogBody>
  );
}

function Regel({ kop, waarde, hier }: { readonly kop: string; readonly waarde: string; readonly hier: boolean }): ReactElement {
  const stijl = useStijl();
  const eigen = useEigen();
  return (
    <>
      <dt className={mergeClasses(stijl.zacht, hier && eigen.hier)}>{kop}</dt>
      <dd className={mergeClasses(hier && eigen.hier)}>
        {waarde === "" ? <span className={stijl.zacht}>{zonder.rij.leeg}</span> : waarde}
        {hier && <span> ({zonder.rij.hier})</span>}
      </dd>
    </>
  );
}

/** A date as a day; anything else as the cell holds it. */
function toon(veld: Veld, waarde: Cel, { datumstelsel }: Celrij): string {
  const datum = (veld === "startdatum" || veld === "einddatum") && typeof waarde === "number" ? leesDatum(waarde, datumstelsel).waarde : null;
  return datum === null ? String(waarde ?? "") : toonDatum(datum);
}
