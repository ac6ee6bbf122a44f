import { Button, Checkbox, Field, Input, Select } from "@fluentui/react-components";
import { type FormEvent, useState } from "react";
import { leesPeriode, type Periode, toonPeriode } from "../../meldcode/periode";
import type { GewijzigdeOrganisatie, Registerregel } from "../../meldcode/uitwisseling/register";
import { RITMES } from "../../meldcode/uitwisseling/ritme";
import type { Dienst } from "../dienst";
import { Foutmelding } from "../Foutmelding";
import { Sectorkeuze } from "../Sectorkeuze";
import { useSchermstijl } from "../stijl";
import { teksten } from "../teksten";
import { useDaad } from "../useDaad";
import { foutenIn, type Invulling, kwartalen, laatsteRitme, NUMMERS, wijzigingVan } from "./gegevens";
import { dossierteksten } from "./teksten";

const TEKST = dossierteksten.gegevens;
const GROOTTEN = Object.entries(TEKST.grootten);

interface Props {
  readonly organisatie: Registerregel;
  readonly nu: Periode;
  readonly invulling: Invulling;
  readonly dienst: Pick<Dienst, "wijzigOrganisatie">;
  readonly opVul: (invulling: Invulling) => void;
  readonly opSluit: () => void;
  readonly opKlaar: (gewijzigd: GewijzigdeOrganisatie) => void;
}

/** Changes what the register knows; only what was changed is sent. */
export function Gegevensformulier({ organisatie, nu, invulling, dienst, opVul, opSluit, opKlaar }: Props) {
  const stijl = useSchermstijl();
  const [geprobeerd, zetGeprobeerd] = useState(false);
  const wijziging = wijzigingVan(organisatie, invulling);
  const fouten = foutenIn(wijziging);
  const { doe, bezig, fout } = useDaad(() => dienst.wijzigOrganisatie(organisatie.organisatieId, wijziging), opKlaar);
  const vul = (deel: Partial<Invulling>) => opVul({ ...invulling, ...deel });
  const melding = (veld: keyof Invulling) => (geprobeerd ? fouten[veld] : undefined);

  function slaOp(gebeurtenis: FormEvent) {
    gebeurtenis.preventDefault();
    zetGeprobeerd(true);
    if (Object.keys(fouten).length > 0) return;
    if (Object.keys(wijziging).length === 0) return opSluit();
    doe();
  }

  const tekstveld = (veld: "naam" | "clienten" | "wijk" | "bestuur" | (typeof NUMMERS)[number], hint?: string) => (
    <Field key={veld} label={TEKST[veld]} validationMessage={melding(veld)} {...(hint !== undefined && { hint })} required={veld === "naam"}>
      <Input value={invulling[veld]} onChange={(_, d) => vul({ [veld]: d.value })} maxLength={200} autoComplete="off" {...(veld === "clienten" && { inputMode: "numeric" as const })} />
    </Field>
  );

  return (
    <form className={stijl.deel} onSubmit={slaOp} noValidate aria-label={TEKST.wijzigen}>
      {tekstveld("naam")}
      <Sectorkeuze required gekozen={invulling.sector} leeg={TEKST.kiesSector} opKies={(sector) => sector && vul({ sector })} />
      {invulling.sector !== organisatie.sector && <p className={stijl.uitleg}>{TEKST.sectorUitleg}</p>}
      <Field hint={TEKST.eenpersoonsUitleg}>
        <Checkbox label={TEKST.eenpersoons} checked={invulling.eenpersoons} onChange={(_, d) => vul({ eenpersoons: d.checked === true })} />
      </Field>
      <Field label={TEKST.ritme} hint={TEKST.ritmeUitleg}>
        <Select value={invulling.ritme} onChange={(_, d) => vul({ ritme: RITMES.find((r) => r === d.value) ?? invulling.ritme })}>
          {RITMES.map((ritme) => (
            <option key={ritme} value={ritme}>
              {TEKST.ritmen[ritme]}
            </option>
          ))}
        </Select>
      </Field>
      {invulling.ritme !== laatsteRitme(organisatie) && (
        <Field label={TEKST.ritmeVanaf} validationMessage={melding("ritmeVanaf")}>
          <Select value={invulling.ritmeVanaf} onChange={(_, d) => vul({ ritmeVanaf: leesPeriode(d.value) ?? invulling.ritmeVanaf })}>
            {kwartalen(nu).map((periode) => (
              <option key={periode} value={periode}>
                {toonPeriode(periode)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {tekstveld("bestuur", TEKST.bestuurUitleg)}
      {tekstveld("wijk")}
      <Field label={TEKST.grootte}>
        <Select value={invulling.grootte} onChange={(_, d) => vul({ grootte: d.value })}>
          <option value="">{TEKST.onbekend}</option>
          {GROOTTEN.map(([waarde, naam]) => (
            <option key={waarde} value={waarde}>
              {naam}
            </option>
          ))}
        </Select>
      </Field>
      {tekstveld("clienten")}
      <h3 className={stijl.tussenkop}>{TEKST.nummers}</h3>
      <p className={stijl.uitleg}>{TEKST.nummerUitleg}</p>
      {NUMMERS.map((nummer) => tekstveld(nummer))}
      {geprobeerd && Object.keys(fouten).length > 0 && (
        <p className={stijl.uitleg} role="alert">
          {TEKST.kijkNa}
        </p>
      )}
      {fout && <Foutmelding titel={TEKST.mislukt} fout={fout} />}
      <div className={stijl.knoppen}>
        <Button appearance="primary" type="submit" disabledFocusable={bezig}>
          {bezig ? teksten.bezig : TEKST.opslaan}
        </Button>
        <Button onClick={opSluit}>{teksten.annuleren}</Button>
      </div>
    </form>
  );
}
