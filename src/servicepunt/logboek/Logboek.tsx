import { Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { DADEN } from "../../meldcode/uitwisseling/auditlog";
import { magMet, type Rol } from "../../meldcode/uitwisseling/rol";
import type { Keuze } from "../adres";
import type { Dienst } from "../dienst";
import { useSchermstijl } from "../stijl";
import type { Wijzig } from "../useAdres";
import { useNamen } from "../useNamen";
import { Organisatiekeuze } from "./Organisatiekeuze";
import { Regels } from "./Regels";
import { DAADNAMEN, logteksten } from "./teksten";

const useStijl = makeStyles({
  balk: { display: "flex", flexWrap: "wrap", alignItems: "start", gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}` },
  veld: { flexGrow: 1, flexBasis: "14rem", minWidth: 0, maxWidth: "24rem", "& select": { minWidth: 0, width: "100%" } },
});

interface Props {
  readonly dienst: Dienst;
  readonly nu: () => Date;
  readonly keuze: Keuze;
  readonly wijzig: Wijzig;
  readonly opKies: (organisatieId: string) => void;
  readonly rol: Rol;
}

/** Who did what at the Servicepunt, in sentences; by kind and by organisation. */
export function Logboek({ dienst, nu, keuze: { daad, over }, wijzig, opKies, rol }: Props) {
  const stijl = useStijl();
  const scherm = useSchermstijl();
  const naamVan = useNamen(dienst, nu);
  const mag = magMet(rol, "beheren");
  return (
    <main className={scherm.scherm}>
      <div className={scherm.titelbalk}>
        <h1 className={scherm.titel}>{logteksten.titel}</h1>
      </div>
      <p className={scherm.uitleg}>{mag ? logteksten.uitleg : logteksten.rolNodig}</p>
      {mag && (
        <>
          <div className={stijl.balk} role="search">
            <Field label={logteksten.soort} className={stijl.veld}>
              <Select value={daad ?? ""} onChange={(_, d) => wijzig({ daad: DADEN.find((een) => een === d.value) ?? null })}>
                <option value="">{logteksten.alleSoorten}</option>
                {DADEN.map((een) => (
                  <option key={een} value={een}>
                    {DAADNAMEN[een]}
                  </option>
                ))}
              </Select>
            </Field>
            <Organisatiekeuze className={stijl.veld} dienst={dienst} nu={nu} gekozen={over} naamVan={naamVan} opKies={(gekozen) => wijzig({ over: gekozen })} />
          </div>
          {/* Another filter is another search, from the newest line on. */}
          <Regels key={`${daad} ${over}`} filter={{ daad, over }} dienst={dienst} nu={nu} naamVan={naamVan} opKies={opKies} />
        </>
      )}
    </main>
  );
}
