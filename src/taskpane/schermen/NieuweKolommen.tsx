import { Button, makeStyles } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { toonPeriode } from "../../meldcode/periode";
import { KOPPEN } from "../../meldcode/veld";
import type { Sessie } from "../sessie/sessie";
import type { Lijstbeeld } from "../sessie/staat";
import { opsomming } from "../teksten";
import { useStijl } from "./stijl";

const t = {
  titel: "Uw gemeente vraagt meer",
  vraagt: (vanaf: string, koppen: string) => `Uw gemeente vraagt vanaf ${vanaf} ook: ${koppen}.`,
  sisa: (kop: string) => `Uw gemeente vraagt ook ${kop}. Uw lijst is gekoppeld zonder die kolom: zolang zij niet is aangewezen, heeft elke zaak met een stap 5 of einddatum een fout.`,
  totDan: "Zonder kolom telt het als onbekend. Het houdt niets tegen.",
  toevoegen: (n: number) => (n === 1 ? "Kolom toevoegen" : "Kolommen toevoegen"),
  aanwijzen: (n: number) => (n === 1 ? "Kolom aanwijzen" : "Kolommen aanwijzen"),
} as const;

const useEigen = makeStyles({ knop: { alignSelf: "flex-start" } });

interface Nieuwekolomopties {
  readonly beeld: Pick<Lijstbeeld, "inhoud" | "nieuweKolommen" | "ontbrekendeSisa">;
  readonly sessie: Sessie;
}

/** What the municipality asks besides: told calmly, with the one thing to do. In an own list the user says where it stands. */
export default function NieuweKolommen({ beeld: { inhoud, nieuweKolommen: kolommen, ontbrekendeSisa }, sessie }: Nieuwekolomopties): ReactElement {
  const stijl = useStijl();
  const eigen = useEigen();
  const maanden = [...new Set(kolommen.map(({ vanaf }) => vanaf))];
  return (
    <section className={stijl.kaart} aria-label={t.titel}>
      <h2 className={stijl.titel}>{t.titel}</h2>
      {ontbrekendeSisa !== null && <p className={stijl.tekst}>{t.sisa(ontbrekendeSisa)}</p>}
      {maanden.map((maand) => (
        <p key={maand} className={stijl.tekst}>
          {t.vraagt(toonPeriode(maand), opsomming(kolommen.flatMap(({ indicator, vanaf }) => (vanaf === maand ? [KOPPEN[indicator]] : []))))}
        </p>
      ))}
      {kolommen.length > 0 && <p className={stijl.zacht}>{t.totDan}</p>}
      {inhoud.gekoppeld ? (
        <Button className={eigen.knop} onClick={() => void sessie.koppel()}>
          {t.aanwijzen(kolommen.length + (ontbrekendeSisa === null ? 0 : 1))}
        </Button>
      ) : inhoud.beveiligd ? (
        <p className={stijl.zacht}>{sessie.plek.beveiligd}</p>
      ) : (
        <Button className={eigen.knop} onClick={() => void sessie.voegKolommenToe()}>
          {t.toevoegen(kolommen.length)}
        </Button>
      )}
    </section>
  );
}
