import * as z from "zod/mini";
import { canoniekeJson } from "../../meldcode/canoniek";
import { type Auditregel, type Daad, DADEN } from "../../meldcode/uitwisseling/auditlog";
import { auditregelsNa, auditregelsVoor, laatsteAuditregel, laatsteAuditregelVoor, verwijderAuditregels, voegAuditregelToe } from "../database/audit";
import type { Gemeenteopslag, Lezer } from "../database/opslag";
import type { Auditrij } from "../database/tabellen";
import { sha256 } from "./hash";
import type { Omgeving } from "./omgeving";

/** Who does something on the Servicepunt's side: an id that stays (account:NAAM, oidc:SUBJECT, beheer:GEBRUIKER) and the name that is shown. */
export interface Wie {
  readonly id: string;
  readonly naam: string;
}

/** What a deed on the Servicepunt's side needs: without somebody who does it, nothing is done. */
export interface Handelend extends Omgeving {
  readonly wie: Wie;
}

/** What it takes to write down a deed. */
export type Noteeromgeving = Pick<Handelend, "opslag" | "nu" | "wie">;

/** What the service does by itself, as its daily job. */
export const DIENST: Wie = { id: "dienst", naam: "de dienst zelf" };

/** Someone who did not prove who that is; what was typed as a name is not kept. */
export const ONBEKENDE: Wie = { id: "onbekend", naam: "" };

/** What comes before the first line. */
const BEGIN = "0".repeat(64);
/** Lower than any number a column of whole numbers can be made to hold. */
const VOOR_ALLES = -(2 ** 31);
/** Lines that are read at a time. */
const PAGINA = 500;
const LANGSTE_NAAM = 200;

/** Adds a line in the transaction of the deed itself, so that neither is there without the other. `tx`: from `opslag.schrijf`, where nobody else writes. */
export async function noteer(tx: Lezer, { opslag, nu, wie }: Noteeromgeving, wat: Daad, waarover: Readonly<Record<string, string | number>> = {}): Promise<void> {
  const laatste = await laatsteAuditregel(tx);
  const { id, naam } = bewaarbaar(wie);
  const regel = {
    volgnummer: (laatste?.volgnummer ?? 0) + 1,
    moment: nu().toISOString(),
    wie: id,
    naam,
    wat,
    waarover: canoniekeJson(waarover),
    vorige: laatste?.hash ?? BEGIN,
  };
  await voegAuditregelToe(tx, { ...regel, hash: hashVan(opslag.gemeente, regel) });
}

/** For a deed that changes nothing, as looking into a dossier: it is on disk before anything is shown. */
export function noteerInzage(omgeving: Noteeromgeving, wat: Daad, waarover: Readonly<Record<string, string | number>>): Promise<void> {
  return omgeving.opslag.schrijf((tx) => noteer(tx, omgeving, wat, waarover));
}

/** What a line "auditlog-ingekort" holds on to: the last line that went. */
const ankerSchema = z.object({ volgnummer: z.int(), hash: z.string() });

/**
 * Takes away the lines at the beginning that are all from before `voor` (ISO 8601, UTC). The last of them stays known by its hash, in a
 * line of the chain itself: so the first line that is kept still has something to follow on. Answers how many went.
 */
export async function kortAuditlogIn(tx: Lezer, omgeving: Noteeromgeving, voor: string): Promise<number> {
  const laatste = await laatsteAuditregelVoor(tx, voor);
  if (!laatste) return 0;
  const { volgnummer, hash } = laatste;
  await noteer(tx, omgeving, "auditlog-ingekort", { voor, volgnummer, hash } satisfies z.infer<typeof ankerSchema> & { voor: string });
  return verwijderAuditregels(tx, volgnummer);
}

/** Newest first, before that number; a line whose deed is not one of ours was tampered with, and `controleerAudit` says so. */
export async function auditregels({ opslag }: Omgeving, voor: number | undefined, aantal: number): Promise<Auditregel[]> {
  return (await auditregelsVoor(opslag.lees, voor, aantal)).flatMap((rij) => {
    const wat = DADEN.find((daad) => daad === rij.wat);
    return wat ? [{ ...rij, wat }] : [];
  });
}

/**
 * ontbreekt: no line bears this number; volgt-niet: it does not follow the line before it; inhoud: it is not what was written.
 * The others are about a line that was noted earlier. afgekapt: it is gone from the end; herschreven: it is another; voor-het-begin: it
 * stood before where the log begins now.
 */
export interface Auditbreuk {
  readonly volgnummer: number;
  readonly soort: "ontbreekt" | "volgt-niet" | "inhoud" | "afgekapt" | "herschreven" | "voor-het-begin";
}

/** A line to hold on to outside the database. */
export interface Auditanker {
  readonly volgnummer: number;
  readonly hash: string;
}

export interface Auditcontrole {
  readonly regels: number;
  /** Where the log begins; later than 1 when lines were kept long enough and went. */
  readonly eerste: { readonly volgnummer: number; readonly moment: string } | null;
  readonly laatste: Auditanker | null;
  readonly breuken: readonly Auditbreuk[];
}

/**
 * Walks the whole chain, from the line it was shortened to. Lines taken off the end leave a chain that is whole, and so does a chain
 * written anew from some line on: those can only be seen with `verwacht`, the last line of an earlier walk, kept elsewhere.
 */
export async function controleerAudit({ lees, gemeente }: Gemeenteopslag, verwacht?: Auditanker): Promise<Auditcontrole> {
  const breuken: Auditbreuk[] = [];
  let regels = 0;
  let eerste: Auditrij | undefined;
  let laatste: Auditanker | null = null;
  let ingekort: Auditanker | undefined;
  let gezien: string | undefined;
  for (;;) {
    const pagina: Auditrij[] = await auditregelsNa(lees, laatste?.volgnummer ?? VOOR_ALLES, PAGINA);
    eerste ??= pagina[0];
    for (const rij of pagina) {
      const { hash, ...regel } = rij;
      if (laatste) breuken.push(...breukNa(laatste, rij));
      if (hashVan(gemeente, regel) !== hash) breuken.push({ volgnummer: regel.volgnummer, soort: "inhoud" });
      if (regel.wat === "auditlog-ingekort") ingekort = leesAnker(regel.waarover) ?? ingekort;
      if (regel.volgnummer === verwacht?.volgnummer) gezien = hash;
      laatste = { volgnummer: regel.volgnummer, hash };
    }
    regels += pagina.length;
    if (pagina.length < PAGINA) break;
  }
  const begin = eerste?.volgnummer === 1 || !ingekort ? { volgnummer: 0, hash: BEGIN } : ingekort;
  if (eerste) breuken.unshift(...breukNa(begin, eerste));
  if (verwacht?.volgnummer === begin.volgnummer) gezien = begin.hash;
  if (verwacht && gezien !== verwacht.hash) breuken.push({ volgnummer: verwacht.volgnummer, soort: gezien !== undefined ? "herschreven" : verwacht.volgnummer < begin.volgnummer ? "voor-het-begin" : "afgekapt" });
  return { regels, eerste: eerste ? { volgnummer: eerste.volgnummer, moment: eerste.moment } : null, laatste, breuken };
}

function breukNa(vorige: Auditanker, regel: Auditrij): Auditbreuk[] {
  if (regel.volgnummer !== vorige.volgnummer + 1) return [{ volgnummer: vorige.volgnummer + 1, soort: "ontbreekt" }];
  return regel.vorige === vorige.hash ? [] : [{ volgnummer: regel.volgnummer, soort: "volgt-niet" }];
}

/** undefined for what is not ours: whoever wrote that also changed the hash of its line, or the chain. */
function leesAnker(waarover: string): Auditanker | undefined {
  try {
    return z.safeParse(ankerSchema, JSON.parse(waarover)).data;
  } catch {
    return undefined;
  }
}

function hashVan(gemeente: string, regel: Omit<Auditrij, "hash">): string {
  return sha256(canoniekeJson({ gemeente, ...regel }));
}

/** Without what a database cannot hold as it is (control characters, halves of characters): it would read back as another text. */
export function bewaarbaar({ id, naam }: Wie): Wie {
  return { id: schoon(id), naam: schoon(naam) };
}

function schoon(tekst: string): string {
  return tekst.replace(/[\p{Cc}\p{Cs}]/gu, "").slice(0, LANGSTE_NAAM).replace(/\p{Cs}$/u, "");
}
