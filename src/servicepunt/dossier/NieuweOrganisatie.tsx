import { Button, Checkbox, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { type FormEvent, useState } from "react";
import type { Sector } from "../../meldcode/sector";
import type { NieuweOrganisatie as Toegevoegd } from "../../meldcode/uitwisseling/register";
import { useConcept } from "../concepten";
import type { Dienst } from "../dienst";
import { Foutmelding } from "../Foutmelding";
import { Sectorkeuze } from "../Sectorkeuze";
import { teksten } from "../teksten";
import { useDaad } from "../useDaad";
import { Codekaart } from "./Codekaart";
import { dossierteksten, toevoegteksten } from "./teksten";

const TEKST = dossierteksten.gegevens;
interface Invulling {
  readonly naam: string;
  readonly sector: Sector | null;
  readonly eenpersoons: boolean;
}
const LEEG: Invulling = { naam: "", sector: null, eenpersoons: false };

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
  const [invulling, zetInvulling] = useConcept("nieuwe organisatie", LEEG);
  const [geprobeerd, zetGeprobeerd] = useState(false);
  const [klaar, zetKlaar] = useState<Toegevoegd | null>(null);
  const { sector, eenpersoons } = invulling;
  const naam = invulling.naam.trim();
  const vul = (deel: Partial<Invulling>) => zetInvulling({ ...invulling, ...deel });
  const { doe, bezig, fout } = useDaad(dienst.voegToe, (toegevoegd) => {
    zetInvulling(undefined);
    zetKlaar(toegevoegd);
    opToegevoegd();
  });

  function voegToe(gebeurtenis: FormEvent) {
    gebeurtenis.preventDefault();
    zetGeprobeerd(true);
    if (naam && sector) doe({ naam, sector, eenpersoons });
  }
  function sluit() {
    zetInvulling(undefined);
    opSluit();
  }

  return (
    // The code is shown this once: a click beside the dialog does not take it away.
    <Dialog open onOpenChange={(_, d) => !d.open && !(klaar && d.type === "backdropClick") && sluit()}>
      <DialogSurface>
        <form onSubmit={voegToe} noValidate>
          <DialogBody>
            <DialogTitle className={stijl.titel}>{klaar ? toevoegteksten.klaar(klaar.organisatie.naam) : toevoegteksten.titel}</DialogTitle>
            <DialogContent className={stijl.stapel}>
              {klaar ? (
                <Codekaart code={klaar} />
              ) : (
                <>
                  <Field label={TEKST.naam} required validationMessage={geprobeerd && !naam ? TEKST.naamVerplicht : undefined}>
                    <Input value={invulling.naam} onChange={(_, d) => vul({ naam: d.value })} maxLength={200} autoComplete="off" />
                  </Field>
                  <Sectorkeuze required gekozen={sector} leeg={TEKST.kiesSector} validationMessage={geprobeerd && !sector ? TEKST.sectorVerplicht : undefined} opKies={(gekozen) => vul({ sector: gekozen })} />
                  <Field hint={TEKST.eenpersoonsUitleg}>
                    <Checkbox label={TEKST.eenpersoons} checked={eenpersoons} onChange={(_, d) => vul({ eenpersoons: d.checked === true })} />
                  </Field>
                  {fout && <Foutmelding titel={toevoegteksten.mislukt} fout={fout} />}
                </>
              )}
            </DialogContent>
            <DialogActions>
              {klaar ? (
                <>
                  <Button onClick={() => opDossier(klaar.organisatieId)}>{toevoegteksten.naarDossier}</Button>
                  <Button appearance="primary" onClick={sluit}>
                    {teksten.sluiten}
                  </Button>
                </>
              ) : (
                <>
                  <Button onClick={sluit}>{teksten.annuleren}</Button>
                  <Button appearance="primary" type="submit" disabledFocusable={bezig}>
                    {bezig ? teksten.bezig : toevoegteksten.knop}
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
