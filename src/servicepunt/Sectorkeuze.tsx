import { Field, type FieldProps, Select } from "@fluentui/react-components";
import { SECTOREN, SECTORNAMEN, type Sector } from "../meldcode/sector";
import { teksten } from "./teksten";

interface Props extends Pick<FieldProps, "className" | "required" | "validationMessage"> {
  readonly gekozen: Sector | null;
  /** What the list says when nothing is chosen. */
  readonly leeg: string;
  readonly opKies: (sector: Sector | null) => void;
}

/** One of the sectors. Where one is required, none cannot be chosen back. */
export function Sectorkeuze({ gekozen, leeg, opKies, ...veld }: Props) {
  return (
    <Field {...veld} label={teksten.sector}>
      <Select value={gekozen ?? ""} onChange={(_, d) => opKies(SECTOREN.find((s) => s === d.value) ?? null)}>
        <option value="" {...(veld.required && { disabled: true, hidden: true })}>
          {leeg}
        </option>
        {SECTOREN.map((s) => (
          <option key={s} value={s}>
            {SECTORNAMEN[s]}
          </option>
        ))}
      </Select>
    </Field>
  );
}
