import { Button, Checkbox, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import { type FormEvent, useState } from "react";
import { SECTOREN, SECTORNAMEN, type Sector } from "../../meldcode/sector";
import type { NieuweOrganisatie as Toegevoegd } from "../../meldcode/uitwisseling/register";
import type { Dienst, Fout } from "../dienst";
import { Foutmelding } from "../Foutmelding";
import { teksten } from "../teksten";
import { Codekaart } from "./Codekaart";

const useStijl = makeStyles({
  stapel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, paddingTop: tokens.spacingVerticalS },
  titel: { overflowWrap: "anywhere" },
});

interface Props {
  readonly dienst: Pick<Dienst, "voegToe">;
  readonly opSluit: () => void;
  readonly opToegevoegd: () => void;
  readonly opDossier: (organisatieId: string) => void;
}

/** Takes an organisation into the register and shows its first activation code. */
export function NieuweOrganisatie({ dienst, opSluit, opToegevoegd, opDossier }: Props) {
  const stijl = useStijl();
  const [naam, zetNaam] = useState("");
  const [sector, zetSector] = useState<Sector | null>(null);
  const [eenpersoons, zetEenpersoons] = useState(false);
  const [geprobeerd, zetGeprobeerd] = useState(false);
  const [bezig, zetBezig] = useState(false);
  const [fout, zetFout] = useState<Fout | null>(null);
  const [klaar, zetKlaar] = useState<Toegevoegd | null>(null);

  async function voegToe(gebeurtenis: FormEvent) {
    gebeurtenis.preventDefault();
    zetGeprobeerd(true);
    if (bezig || !naam.trim() || !sector) return;
    zetBezig(true);
    zetFout(null);
    const uitkomst = await dienst.voegToe({ naam: naam.trim(), sector, eenpersoons });
    zetBezig(false);
    if (!uitkomst.gelukt) return zetFout(uitkomst.fout);
    zetKlaar(uitkomst.waarde);
    opToegevoegd();
  }

  return (
    // The code is shown this once: a click beside the dialog does not take it away.
    <Dialog open onOpenChange={(_, d) => !d.open && !(klaar && d.type === "backdropClick") && opSluit()}>
      <DialogSurface>
        <form onSubmit={(g) => void voegToe(g)} noValidate>
          <DialogBody>
            <DialogTitle className={stijl.titel}>{klaar ? teksten.toevoegen.klaar(klaar.organisatie.naam) : teksten.toevoegen.titel}</DialogTitle>
            <DialogContent className={stijl.stapel}>
              {klaar ? (
                <Codekaart code={klaar} />
              ) : (
                <>
                  <Field label={teksten.toevoegen.naam} required validationMessage={geprobeerd && !naam.trim() ? teksten.toevoegen.naamVerplicht : undefined}>
                    <Input value={naam} onChange={(_, d) => zetNaam(d.value)} maxLength={200} autoComplete="off" />
                  </Field>
                  <Field label={teksten.toevoegen.sector} required validationMessage={geprobeerd && !sector ? teksten.toevoegen.sectorVerplicht : undefined}>
                    <Select value={sector ?? ""} onChange={(_, d) => zetSector(SECTOREN.find((s) => s === d.value) ?? null)}>
                      <option value="" disabled hidden>
                        {teksten.toevoegen.kiesSector}
                      </option>
                      {SECTOREN.map((s) => (
                        <option key={s} value={s}>
                          {SECTORNAMEN[s]}
                        </option>
                      ))}
                    </Select>
                  </Field>
                  <Field hint={teksten.toevoegen.eenpersoonsUitleg}>
                    <Checkbox label={teksten.toevoegen.eenpersoons} checked={eenpersoons} onChange={(_, d) => zetEenpersoons(d.checked === true)} />
                  </Field>
                  {fout && <Foutmelding titel={teksten.toevoegen.mislukt} fout={fout} />}
                </>
              )}
            </DialogContent>
            <DialogActions>
              {klaar ? (
                <>
                  <Button onClick={() => opDossier(klaar.organisatieId)}>{teksten.toevoegen.naarDossier}</Button>
                  <Button appearance="primary" onClick={opSluit}>
                    {teksten.sluiten}
                  </Button>
                </>
              ) : (
                <>
                  <Button onClick={opSluit}>{teksten.annuleren}</Button>
                  <Button appearance="primary" type="submit" disabledFocusable={bezig}>
                    {bezig ? teksten.dossier.bezig : teksten.toevoegen.knop}
                  </Button>
                </>
              )}
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
