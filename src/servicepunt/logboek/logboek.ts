import * as z from "zod/mini";
import type { Auditregel, Daad } from "../../meldcode/uitwisseling/auditlog";
import type { Dienst, Uitkomst } from "../dienst";
import { DAADZINNEN, logteksten, type Waarover, type Zin } from "./teksten";

export interface Logfilter {
  /** null: every kind. */
  readonly daad: Daad | null;
  /** organisatieId; null: about anyone. */
  readonly over: string | null;
}

/** What was found of a piece of the log. */
export interface Vondst {
  readonly regels: readonly Auditregel[];
  /** The oldest line that was looked at; null: there was none. */
  readonly laatste: Auditregel | null;
  /** Nothing older is there. */
  readonly einde: boolean;
  /** The number of the first line that does not follow on the one before it. */
  readonly breuk: number | null;
}

/** Lines that are shown at a time, and the most that the service gives at a time when it must be searched. */
const PAGINA = 100;
const ZOEKPAGINA = 500;
/** After so many requests who looks may decide whether to go on. */
const MEESTE_VRAGEN = 10;

/** The service knows no filter: older and older lines are looked at, until there is a page of what was asked for, or it took too many requests. `na`: the oldest line that was looked at before. */
export async function zoekVerder(dienst: Pick<Dienst, "auditlog">, filter: Logfilter, na: Auditregel | null, onderbreek?: AbortSignal): Promise<Uitkomst<Vondst>> {
  const alles = filter.daad === null && filter.over === null;
  const regels: Auditregel[] = [];
  let laatste = na;
  let breuk: number | null = null;
  for (let keer = 0; keer < MEESTE_VRAGEN; keer++) {
    const aantal = alles ? PAGINA : ZOEKPAGINA;
    const uitkomst = await dienst.auditlog(laatste?.volgnummer ?? null, aantal, onderbreek);
    if (!uitkomst.gelukt) return uitkomst;
    for (const regel of uitkomst.waarde) {
      if (laatste && !volgtOp(laatste, regel)) breuk ??= laatste.volgnummer;
      if (past(regel, filter)) regels.push(regel);
      laatste = regel;
    }
    if (uitkomst.waarde.length < aantal) return { gelukt: true, waarde: { regels, laatste, einde: true, breuk } };
    if (alles || regels.length >= PAGINA) break;
  }
  return { gelukt: true, waarde: { regels, laatste, einde: false, breuk } };
}

/** Each line bears the hash of the line before it (docs/besluiten/0015). Whether a line still is what was written only the service can tell. */
function volgtOp(later: Auditregel, eerder: Auditregel): boolean {
  return later.volgnummer === eerder.volgnummer + 1 && later.vorige === eerder.hash;
}

function past(regel: Auditregel, { daad, over }: Logfilter): boolean {
  return (daad === null || regel.wat === daad) && (over === null || leesWaarover(regel).organisatie === over);
}

const waaroverSchema = z.record(z.string(), z.union([z.string(), z.number()]));

function leesWaarover({ waarover }: Auditregel): Waarover {
  try {
    return waaroverSchema.safeParse(JSON.parse(waarover)).data ?? {};
  } catch {
    return {};
  }
}

/** "anna", "jansen (op de server)" */
export function toonWie({ wie, naam }: Auditregel): string {
  if (wie === "onbekend") return logteksten.iemand;
  if (wie === "dienst") return logteksten.dienst;
  return wie.startsWith("beheer:") ? logteksten.opDeServer(naam) : naam || wie;
}

/** What that person did. */
export function toonDaad(regel: Auditregel): Zin {
  return DAADZINNEN[regel.wat](leesWaarover(regel));
}
