import type { ReactElement } from "react";
import type { Afwijking } from "../../../meldcode/formulieren/samenvoegen";
import { useStijl } from "../stijl";
import { toonCel } from "./Naastelkaar";
import { inleesteksten } from "./teksten";
import { veldnaam } from "./veldnaam";

const t = inleesteksten.afwijkingen;

/** Cases that are in the list already, where the forms say something else. The list is the user's: it is told, not changed. */
export function Afwijkingen({ afwijkingen, sisaNaam }: { readonly afwijkingen: readonly Afwijking[]; readonly sisaNaam: string | undefined }): ReactElement | null {
  const stijl = useStijl();
  if (afwijkingen.length === 0) return null;
  return (
    <section className={stijl.kaart} aria-label={t.titel(afwijkingen.length)}>
      <h2 className={stijl.titel}>{t.titel(afwijkingen.length)}</h2>
      <p className={stijl.tekst}>{t.tekst}</p>
      <ul className={stijl.lijst}>
        {afwijkingen.flatMap(({ rij, veld, registratie, keuzes }) =>
          keuzes.map(({ sleutel, waarde, leden }) => (
            <li key={`${rij} ${veld} ${sleutel}`}>
              {t.zin(rij, veldnaam(veld, sisaNaam), toonCel(veld, registratie[veld]), toonCel(veld, waarde), leden.map((lid) => inleesteksten.herkomst(lid.formulier, lid.rij.rij)).join(", "))}
            </li>
          )),
        )}
      </ul>
    </section>
  );
}
