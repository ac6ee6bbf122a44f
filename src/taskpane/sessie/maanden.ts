import { deadline } from "../../meldcode/deadline";
import type { Datum } from "../../meldcode/datum";
import { type Periode, periodeVanDatum } from "../../meldcode/periode";
import type { Registratie } from "../../meldcode/registratie";
import type { Beleid } from "../../meldcode/uitwisseling/beleid";
import { type Termijnen, uiterlijk } from "../../meldcode/uitwisseling/termijn";
import { vergelijk } from "../../meldcode/verschil";
import { metSisaNaam } from "../sisanaam";

/** Where a month stands. What it takes to close it and whether it is late are different things, and shown beside it. */
export type Maandstand =
  | "verzonden"
  | "te-verzenden"
  /** Not sent yet, and nothing started: goes along as a nulopgave. */
  | "niets-te-melden"
  | "gewijzigd"
  /** Received before, but no longer in this list. */
  | "vervallen";

export interface Maandregel {
  readonly periode: Periode;
  readonly stand: Maandstand;
  readonly gestart: number;
  readonly afgesloten: number;
  /** What changed since it was sent, in words. */
  readonly zinnen: readonly string[];
  /** Closed by the Servicepunt: a change is refused, unless it made an exception. */
  readonly gesloten: boolean;
  /** Past the deadline, and not sent. Never before the first time anything was sent: those months lie before the organisation took part. */
  readonly teLaat: boolean;
  /** The month is not over: what is sent now is what there is so far. */
  readonly loopt: boolean;
}

export interface Maandopties {
  readonly beleid: Pick<Beleid, "deadlineDag" | "geslotenMaanden" | "sisaLabel"> | null;
  /** When the organisation's months are late, by the policy and the rhythm of their time; null while not heard: then by present policy. */
  readonly termijnen?: Termijnen | null;
  readonly peildatum: Datum;
  readonly nu: Date;
}

/** Newest first. `wordt` is null while the list has errors: then only what was received is known. */
export function maandenVan(bewaard: Registratie | null, wordt: Registratie | null, { beleid, termijnen, peildatum, nu }: Maandopties): Maandregel[] {
  const verschillen = new Map((wordt ? vergelijk(bewaard, wordt) : []).map((v) => [v.periode, v]));
  const maanden = new Map([...(bewaard?.maanden ?? []), ...(wordt?.maanden ?? [])].map((m) => [m.periode, m]));
  const huidige = periodeVanDatum(peildatum);
  const stand = { nieuw: "te-verzenden", nulopgave: "niets-te-melden", gewijzigd: "gewijzigd", vervallen: "vervallen" } as const;
  return [...maanden.values()]
    .map(({ periode, gestart, afgesloten }) => {
      const verschil = verschillen.get(periode);
      const nietVerzonden = verschil?.soort === "nieuw" || verschil?.soort === "nulopgave";
      return {
        periode,
        stand: verschil ? stand[verschil.soort] : ("verzonden" as const),
        gestart,
        afgesloten,
        zinnen: (verschil?.zinnen ?? []).map((zin) => metSisaNaam(zin, beleid)),
        gesloten: beleid?.geslotenMaanden.includes(periode) ?? false,
        teLaat: nietVerzonden && bewaard !== null && beleid !== null && (termijnen ? uiterlijk(periode, termijnen) : deadline(periode, beleid.deadlineDag)) < nu,
        loopt: periode === huidige,
      };
    })
    .sort((a, b) => (a.periode < b.periode ? 1 : -1));
}
