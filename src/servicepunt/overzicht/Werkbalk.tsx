import { Field, makeStyles, SearchBox, Select, tokens } from "@fluentui/react-components";
import type { Keuze, Spanne } from "../adres";
import { Sectorkeuze } from "../Sectorkeuze";
import { teksten } from "../teksten";
import { Periodekeuze } from "./Periodekeuze";

const SMAL = "@media (max-width: 35.99em)";
const SMAL_VELD = { flexGrow: 0, flexBasis: "auto", maxWidth: "none" } as const;
const useStijl = makeStyles({
  balk: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "end",
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    [SMAL]: { flexDirection: "column", alignItems: "stretch" },
  },
  zoek: { flexGrow: 3, flexBasis: "11rem", maxWidth: "26rem", [SMAL]: SMAL_VELD },
  veld: { flexGrow: 1, flexBasis: "9rem", minWidth: 0, maxWidth: "14rem", [SMAL]: SMAL_VELD, "& select": { minWidth: 0, width: "100%" } },
  zoekvak: { maxWidth: "none", width: "100%" },
});

interface Props {
  readonly keuze: Keuze;
  readonly laatste12: Spanne;
  readonly opWijzig: (deel: Partial<Keuze>) => void;
}

/** Search, sector, period and order. */
export function Werkbalk({ keuze, laatste12, opWijzig }: Props) {
  const stijl = useStijl();
  return (
    <div className={stijl.balk} role="search">
      <Field label={teksten.overzicht.zoeken} className={stijl.zoek}>
        <SearchBox
          className={stijl.zoekvak}
          placeholder={teksten.overzicht.zoekenVoorbeeld}
          value={keuze.zoek}
          onChange={(_, d) => opWijzig({ zoek: d.value })}
          dismiss={{ "aria-label": teksten.overzicht.wissenZoektekst }}
          maxLength={100}
        />
      </Field>
      <Sectorkeuze className={stijl.veld} gekozen={keuze.sector} leeg={teksten.overzicht.alleSectoren} opKies={(sector) => opWijzig({ sector })} />
      <Periodekeuze veldstijl={stijl.veld} gekozen={keuze.periode} laatste12={laatste12} opKies={(periode) => opWijzig({ periode })} />
      <Field label={teksten.overzicht.volgorde} className={stijl.veld}>
        <Select value={keuze.volgorde} onChange={(_, d) => opWijzig({ volgorde: d.value === "ontbrekend" ? "ontbrekend" : "naam" })}>
          <option value="naam">{teksten.overzicht.opNaam}</option>
          <option value="ontbrekend">{teksten.overzicht.ontbrekendEerst}</option>
        </Select>
      </Field>
    </div>
  );
}
