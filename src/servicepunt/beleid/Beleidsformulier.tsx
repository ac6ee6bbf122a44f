import { Button } from "@fluentui/react-components";
import { type FormEvent, useState } from "react";
import type { Periode } from "../../meldcode/periode";
import { Bevestiging } from "../Bevestiging";
import type { Beleidstand, Dienst } from "../dienst";
import { useSchermstijl } from "../stijl";
import { teksten } from "../teksten";
import { useDaad } from "../useDaad";
import type { Beleidsconcept } from "./beleidsconcept";
import { Collega } from "./Collega";
import { Hulpvelden, Telvelden, Vraagvelden } from "./Velden";
import { Verschillenlijst } from "./Verschillenlijst";
import { beleidteksten } from "./teksten";
import { verschillen } from "./verschillen";
import { foutenIn, instellingVan, type Vorm, voegSamen, vormVan } from "./vorm";

interface Props {
  readonly concept: Beleidsconcept;
  readonly deze: Periode;
  readonly dienst: Pick<Dienst, "beleidsbeheer" | "zetBeleid">;
  readonly opConcept: (concept: Beleidsconcept) => void;
  /** null: thrown away. */
  readonly opKlaar: (stand: Beleidstand | null) => void;
}

/** Changes the policy: what is filled in, what changes by it for organisations, and only then saving. */
export function Beleidsformulier({ concept, deze, dienst, opConcept, opKlaar }: Props) {
  const stijl = useSchermstijl();
  const { basis, vorm, collega } = concept;
  const [geprobeerd, zetGeprobeerd] = useState(false);
  const [vraag, zetVraag] = useState<"voorbeeld" | "weg" | null>(null);
  const instelling = instellingVan(vorm);
  const fouten = foutenIn(instelling);
  const anders = verschillen(vormVan(basis.beleid), vorm, deze);
  /** A colleague was first: theirs and mine are put together, and nothing is saved before it was looked at again. */
  async function haalCollegaErbij() {
    const nu = await dienst.beleidsbeheer(0);
    if (!nu.gelukt) return nu;
    const samen = voegSamen(vormVan(basis.beleid), vorm, vormVan(nu.waarde.beleid));
    opConcept({ basis: nu.waarde, vorm: samen.vorm, collega: samen });
    zetVraag(null);
    return { gelukt: false, fout: { soort: "verouderd" } } as const;
  }
  const slaOp = useDaad(async () => {
    const uitkomst = await dienst.zetBeleid(instelling, basis.etag);
    return !uitkomst.gelukt && uitkomst.fout.soort === "verouderd" ? haalCollegaErbij() : uitkomst;
  }, opKlaar);

  function bekijk(gebeurtenis: FormEvent) {
    gebeurtenis.preventDefault();
    zetGeprobeerd(true);
    if (Object.keys(fouten).length === 0 && anders.length > 0) zetVraag("voorbeeld");
  }

  const velden = { vorm, fouten: geprobeerd ? fouten : {}, opVul: (deel: Partial<Vorm>) => opConcept({ ...concept, vorm: { ...vorm, ...deel } }) };
  return (
    <form className={stijl.deel} onSubmit={bekijk} noValidate aria-label={beleidteksten.wijzigen}>
      {collega && <Collega samenvoeging={collega} vorm={vorm} nu={vormVan(basis.beleid)} opVul={velden.opVul} />}
      <Vraagvelden {...velden} deze={deze} />
      <Telvelden {...velden} />
      <Hulpvelden {...velden} />
      {geprobeerd && (Object.keys(fouten).length > 0 || anders.length === 0) && (
        <p className={stijl.uitleg} role="alert">
          {Object.keys(fouten).length > 0 ? beleidteksten.fout.kijkNa : beleidteksten.niets}
        </p>
      )}
      <div className={stijl.knoppen}>
        <Button appearance="primary" type="submit">
          {beleidteksten.bekijk}
        </Button>
        <Button onClick={() => (anders.length === 0 ? opKlaar(null) : zetVraag("weg"))}>{anders.length === 0 ? teksten.annuleren : beleidteksten.gooiWeg}</Button>
      </div>
      <p className={stijl.rustig}>{beleidteksten.bewaard}</p>
      {vraag === "voorbeeld" && (
        <Bevestiging titel={beleidteksten.voorbeeldTitel} knop={beleidteksten.opslaan} bezig={slaOp.bezig} fout={slaOp.fout} titelFout={beleidteksten.mislukt} opBevestig={() => slaOp.doe()} opSluit={() => zetVraag(null)}>
          <p>{beleidteksten.meteen}</p>
          <Verschillenlijst verschillen={anders} />
        </Bevestiging>
      )}
      {vraag === "weg" && (
        <Bevestiging titel={beleidteksten.gooiWegVraag} knop={beleidteksten.gooiWeg} bezig={false} fout={null} titelFout="" opBevestig={() => opKlaar(null)} opSluit={() => zetVraag(null)}>
          <p>{beleidteksten.gooiWegGevolg}</p>
        </Bevestiging>
      )}
    </form>
  );
}
