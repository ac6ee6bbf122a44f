import { Button, Checkbox, Field, Input, makeStyles, Select, Textarea, tokens } from "@fluentui/react-components";
import { AddRegular, DeleteRegular } from "@fluentui/react-icons";
import { INDICATOREN, type Indicator } from "../../meldcode/indicator";
import { leesPeriode, maandnummer, type Periode, periodeVanNummer, toonPeriode } from "../../meldcode/periode";
import { KOPPEN } from "../../meldcode/veld";
import { useSchermstijl } from "../stijl";
import { beleidteksten } from "./teksten";
import type { Vorm } from "./vorm";

/** Texts of its own in the help; as many as the policy takes. */
const MEESTE_HELPTEKSTEN = 10;

const useStijl = makeStyles({
  indicator: { display: "flex", flexWrap: "wrap", alignItems: "start", gap: `0 ${tokens.spacingHorizontalL}` },
  vraag: { flexGrow: 1, flexBasis: "16rem", minWidth: 0 },
  vanaf: { flexBasis: "13rem" },
  kort: { maxWidth: "14rem" },
  /** Under the words of a checkbox, not under its box. */
  onderLabel: { paddingLeft: "36px" },
  ingesprongen: { paddingLeft: tokens.spacingHorizontalXXL },
  helptekst: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, paddingTop: tokens.spacingVerticalM, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
});

interface Props {
  readonly vorm: Vorm;
  /** Per field what is not right; {} before it was tried. */
  readonly fouten: Readonly<Record<string, string>>;
  readonly opVul: (deel: Partial<Vorm>) => void;
}

/** SISA or not, and the extra questions. */
export function Vraagvelden({ vorm, fouten, opVul, deze }: Props & { readonly deze: Periode }) {
  const stijl = useStijl();
  const scherm = useSchermstijl();
  return (
    <section className={scherm.kaart} aria-labelledby="vorm-vragen">
      <h2 id="vorm-vragen" className={scherm.kop}>
        {beleidteksten.vragen}
      </h2>
      <p className={scherm.uitleg}>{beleidteksten.altijd}</p>
      <Checkbox label={beleidteksten.sisa} checked={vorm.sisaGevraagd} onChange={(_, d) => opVul({ sisaGevraagd: d.checked === true })} />
      {vorm.sisaGevraagd && (
        <Field className={stijl.ingesprongen} label={beleidteksten.sisaLabel} hint={beleidteksten.sisaUitleg} validationMessage={fouten.sisaLabel}>
          <Input value={vorm.sisaLabel} onChange={(_, d) => opVul({ sisaLabel: d.value })} maxLength={80} autoComplete="off" />
        </Field>
      )}
      <h3 className={scherm.tussenkop}>{beleidteksten.indicator}</h3>
      <p className={scherm.uitleg}>{beleidteksten.indicatorUitleg}</p>
      {INDICATOREN.map((indicator) => (
        <Indicatorveld key={indicator} indicator={indicator} vanaf={vorm[indicator]} deze={deze} opKies={(vanaf) => opVul({ [indicator]: vanaf })} />
      ))}
    </section>
  );
}

function Indicatorveld({ indicator, vanaf, deze, opKies }: { readonly indicator: Indicator; readonly vanaf: Periode | ""; readonly deze: Periode; readonly opKies: (vanaf: Periode | "") => void }) {
  const stijl = useStijl();
  const komend = Array.from({ length: 13 }, (_, i) => periodeVanNummer(maandnummer(deze) + i));
  const maanden = vanaf === "" || komend.includes(vanaf) ? komend : [vanaf, ...komend].sort();
  return (
    <div className={stijl.indicator}>
      <Field className={stijl.vraag} hint={{ className: stijl.onderLabel, children: beleidteksten.indicatorOmschrijving[indicator] }}>
        <Checkbox label={KOPPEN[indicator]} checked={vanaf !== ""} onChange={(_, d) => opKies(d.checked === true ? periodeVanNummer(maandnummer(deze) + 1) : "")} />
      </Field>
      {vanaf !== "" && (
        <Field className={stijl.vanaf} label={beleidteksten.vanaf}>
          <Select aria-label={`${KOPPEN[indicator]}: ${beleidteksten.vanaf}`} value={vanaf} onChange={(_, d) => opKies(leesPeriode(d.value) ?? vanaf)}>
            {maanden.map((maand) => (
              <option key={maand} value={maand}>
                {toonPeriode(maand)}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </div>
  );
}

/** From how many cases on there is a breakdown, and when a month is late. */
export function Telvelden({ vorm, fouten, opVul }: Props) {
  const stijl = useStijl();
  const scherm = useSchermstijl();
  return (
    <section className={scherm.kaart} aria-labelledby="vorm-tellen">
      <h2 id="vorm-tellen" className={scherm.kop}>
        {beleidteksten.tellen}
      </h2>
      {(["deadlineDag", "minimum"] as const).map((veld) => (
        <Field key={veld} label={beleidteksten[veld]} hint={veld === "minimum" ? beleidteksten.minimumUitleg : beleidteksten.deadlineUitleg} validationMessage={fouten[veld]}>
          <Input className={stijl.kort} inputMode="numeric" value={vorm[veld]} onChange={(_, d) => opVul({ [veld]: d.value })} maxLength={4} autoComplete="off" />
        </Field>
      ))}
    </section>
  );
}

const ADRESVELDEN = ["gemeente", "contactNaam", "contactEmail", "contactUrl", "helpUrl"] as const;

/** Whom organisations can ask, and what the municipality itself explains. */
export function Hulpvelden({ vorm, fouten, opVul }: Props) {
  const stijl = useStijl();
  const scherm = useSchermstijl();
  const { helpteksten } = vorm;
  const zetHelptekst = (nummer: number, deel: Partial<Vorm["helpteksten"][number]>) => opVul({ helpteksten: helpteksten.map((een, i) => (i === nummer ? { ...een, ...deel } : een)) });
  return (
    <section className={scherm.kaart} aria-labelledby="vorm-hulp">
      <h2 id="vorm-hulp" className={scherm.kop}>
        {beleidteksten.hulp}
      </h2>
      {ADRESVELDEN.map((veld) => (
        <Field key={veld} label={beleidteksten.velden[veld]} validationMessage={fouten[veld]}>
          <Input value={vorm[veld]} onChange={(_, d) => opVul({ [veld]: d.value })} maxLength={500} autoComplete="off" />
        </Field>
      ))}
      <h3 className={scherm.tussenkop}>{beleidteksten.helpteksten}</h3>
      <p className={scherm.uitleg}>{beleidteksten.helptekstenUitleg}</p>
      {helpteksten.map(({ kop, tekst }, i) => (
        <div key={i} className={stijl.helptekst}>
          <Field label={beleidteksten.helpkop(i + 1)} validationMessage={fouten[`helpteksten.${i}.kop`]}>
            <Input value={kop} onChange={(_, d) => zetHelptekst(i, { kop: d.value })} maxLength={100} autoComplete="off" />
          </Field>
          <Field label={beleidteksten.helptekst(i + 1)} validationMessage={fouten[`helpteksten.${i}.tekst`]}>
            <Textarea value={tekst} onChange={(_, d) => zetHelptekst(i, { tekst: d.value })} maxLength={2000} resize="vertical" rows={4} />
          </Field>
          <Button className={scherm.knop} size="small" icon={<DeleteRegular />} onClick={() => opVul({ helpteksten: helpteksten.filter((_, j) => j !== i) })}>
            {beleidteksten.haalWeg(i + 1)}
          </Button>
        </div>
      ))}
      {helpteksten.length < MEESTE_HELPTEKSTEN && (
        <Button className={scherm.knop} icon={<AddRegular />} onClick={() => opVul({ helpteksten: [...helpteksten, { kop: "", tekst: "" }] })}>
          {beleidteksten.voegToe}
        </Button>
      )}
    </section>
  );
}
