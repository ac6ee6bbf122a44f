import { Button, Field, Input } from "@fluentui/react-components";
import { useDeferredValue, useId, useState } from "react";
import type { Dienst } from "../dienst";
import { useVraag } from "../useVraag";
import { logteksten } from "./teksten";

/** As many as the list under the field shows. */
const VOORSTELLEN = 20;

interface Props {
  readonly className: string;
  readonly dienst: Pick<Dienst, "register">;
  readonly nu: () => Date;
  readonly gekozen: string | null;
  readonly naamVan: (organisatieId: string) => string;
  readonly opKies: (organisatieId: string | null) => void;
}

/** One organisation, found by part of its name; the browser itself shows the list. */
export function Organisatiekeuze({ className, dienst, nu, gekozen, naamVan, opKies }: Props) {
  const lijst = useId();
  const [getypt, zetGetypt] = useState("");
  const zoek = useDeferredValue(getypt.trim());
  const gevonden = useVraag(`zoek ${zoek}`, nu, (onderbreek) => dienst.register(zoek, VOORSTELLEN, onderbreek)).waarde?.organisaties ?? [];

  function typ(tekst: string) {
    const keuze = gevonden.find(({ naam, organisatieId }) => logteksten.organisatieKeuze(naam, organisatieId) === tekst || organisatieId === tekst.trim().toUpperCase());
    zetGetypt(keuze ? "" : tekst);
    if (keuze) opKies(keuze.organisatieId);
  }

  if (gekozen !== null) {
    return (
      <Field label={logteksten.organisatie} className={className}>
        <Button onClick={() => opKies(null)}>{`${logteksten.alleen(naamVan(gekozen))} · ${logteksten.toonAlles}`}</Button>
      </Field>
    );
  }
  return (
    <Field label={logteksten.organisatie} hint={logteksten.organisatieUitleg} className={className}>
      <Input value={getypt} onChange={(_, d) => typ(d.value)} placeholder={logteksten.organisatieVoorbeeld} list={lijst} autoComplete="off" maxLength={100} input={{ "aria-autocomplete": "list" }} contentAfter={<Voorstellen id={lijst} organisaties={gevonden} />} />
    </Field>
  );
}

function Voorstellen({ id, organisaties }: { readonly id: string; readonly organisaties: readonly { readonly naam: string; readonly organisatieId: string }[] }) {
  return (
    <datalist id={id}>
      {organisaties.map(({ naam, organisatieId }) => (
        <option key={organisatieId} value={logteksten.organisatieKeuze(naam, organisatieId)} />
      ))}
    </datalist>
  );
}
