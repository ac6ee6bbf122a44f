import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { KOPPEN } from "../../meldcode/veld";
import type { Plek } from "../plek";
import type { Sessie } from "../sessie/sessie";
import type { Werkmapbeeld } from "../sessie/staat";
import { metSisaNaam } from "../sisanaam";
import { opsomming, teksten } from "../teksten";
import { useStijl } from "./stijl";
import { Voet } from "./Voet";

/** Where a list of the user's own may be what is meant. */
const KAN_KOPPELEN: readonly Werkmapbeeld["probleem"]["soort"][] = ["geen-lijst", "kolom-ontbreekt", "meer-lijsten"];

/** There is no list to check: what is the matter, and the one thing to do. */
export function Werkmapprobleem({ beeld, sessie }: { readonly beeld: Werkmapbeeld; readonly sessie: Sessie }): ReactElement {
  const stijl = useStijl();
  const t = teksten.werkmap;
  const { titel, tekst } = uitleg(beeld, sessie.plek);
  const begin = beeld.probleem.soort === "geen-lijst";
  const past = beeld.probleem.soort === "koppeling-past-niet";
  const bezig = beeld.bezig ? (begin ? t.startenBezig : t.opnieuwBezig) : null;
  return (
    <>
      <main className={stijl.inhoud}>
        <div role="status">
          <h1 className={stijl.groteTitel}>{titel}</h1>
          <p className={stijl.tekst}>{tekst}</p>
        </div>
        {begin && <p className={stijl.tekst}>{t.eigenUitleg}</p>}
        {beeld.probleem.soort === "kolom-ontbreekt" && beeld.probleem.ontbreekt.every((veld) => veld === "sisa") && (
          <Button onClick={() => void sessie.voegKolommenToe()}>{t.kolomToevoegen}</Button>
        )}
        {KAN_KOPPELEN.includes(beeld.probleem.soort) && <Button onClick={() => void sessie.koppel()}>{t.eigenLijst}</Button>}
        {begin && <Button onClick={() => void sessie.leesFormulierenIn()}>{t.oudeFormulieren}</Button>}
        {past && <Button onClick={() => void sessie.leesOpnieuw()}>{t.opnieuw}</Button>}
        {beeld.probleem.soort === "lijst-weg" && <Button onClick={() => void sessie.startRegistratie()}>{t.nieuweLijst}</Button>}
        {beeld.probleem.soort === "andere-organisatie" && (
          <Button onClick={() => void sessie.gebruikVoorDezeOrganisatie()}>{t.voorDeze(beeld.naam)}</Button>
        )}
      </main>
      {begin && <Voet knop={t.starten} bezig={bezig} opKlik={() => void sessie.startRegistratie()} />}
      {beeld.probleem.soort === "andere-organisatie" && <Voet knop={t.andereCode} opKlik={() => void sessie.activeerAndere()} />}
      {past && <Voet knop={t.opnieuwKoppelen} bezig={bezig} opKlik={() => void sessie.koppel()} />}
      {!begin && !past && beeld.probleem.soort !== "andere-organisatie" && <Voet knop={sessie.plek.opnieuw.knop} bezig={bezig} opKlik={sessie.plek.opnieuw.doe ?? (() => void sessie.leesOpnieuw())} />}
    </>
  );
}

function uitleg({ probleem, naam, beleid }: Werkmapbeeld, plek: Plek): { titel: string; tekst: string } {
  const t = teksten.werkmap;
  switch (probleem.soort) {
    case "geen-lijst":
      return { titel: t.geenLijstTitel, tekst: t.geenLijst };
    case "lijst-weg":
      return { titel: t.wegTitel, tekst: plek.lijstWeg };
    case "kolom-ontbreekt": {
      const koppen = opsomming(probleem.ontbreekt.map((veld) => `‘${metSisaNaam(KOPPEN[veld], beleid)}’`));
      return { titel: t.kolomTitel(probleem.ontbreekt.length), tekst: plek.kolom(probleem.blad, koppen) };
    }
    case "meer-lijsten":
      return { titel: t.meerTitel, tekst: plek.meerLijsten(opsomming(probleem.bladen.map((b) => `‘${b}’`))) };
    case "koppeling-past-niet":
      return { titel: t.koppelingTitel, tekst: `${probleem.melding} ${plek.koppeling}` };
    case "andere-organisatie":
      return { titel: t.andereTitel, tekst: t.andere(probleem.organisatieId, naam) };
    case "fout":
      return { titel: t.foutTitel, tekst: probleem.fout.message };
  }
}
