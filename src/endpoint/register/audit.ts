import { canoniekeJson } from "../../meldcode/canoniek";
import { type Auditregel, type Daad, DADEN } from "../../meldcode/uitwisseling/auditlog";
import { auditregelsNa, auditregelsVoor, laatsteAuditregel, voegAuditregelToe } from "../database/audit";
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
export async function noteer(tx: Lezer, { opslag, nu, wie }: Handelend, wat: Daad, waarover: Readonly<Record<string, string | number>> = {}): Promise<void> {
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
export function noteerInzage(omgeving: Handelend, wat: Daad, waarover: Readonly<Record<string, string | number>>): Promise<void> {
  return omgeving.opslag.schrijf((tx) => noteer(tx, omgeving, wat, waarover));
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
 * afgekapt and herschreven are about a line that was noted earlier: it is gone, or it is another.
 */
export interface Auditbreuk {
  readonly volgnummer: number;
  readonly soort: "ontbreekt" | "volgt-niet" | "inhoud" | "afgekapt" | "herschreven";
}

/** A line to hold on to outside the database. */
export interface Auditanker {
  readonly volgnummer: number;
  readonly hash: string;
}

export interface Auditcontrole {
  readonly regels: number;
  readonly laatste: Auditanker | null;
  readonly breuken: readonly Auditbreuk[];
}

/**
 * Walks the whole chain. Lines taken off the end leave a chain that is whole, and so does a chain written anew from some line on:
 * those can only be seen with `verwacht`, the last line of an earlier walk, kept elsewhere.
 */
export async function controleerAudit({ lees, gemeente }: Gemeenteopslag, verwacht?: Auditanker): Promise<Auditcontrole> {
  const breuken: Auditbreuk[] = [];
  let regels = 0;
  let laatste: Auditanker | null = null;
  let gezien: string | undefined;
  for (;;) {
    const pagina: Auditrij[] = await auditregelsNa(lees, laatste?.volgnummer ?? VOOR_ALLES, PAGINA);
    for (const { hash, ...regel } of pagina) {
      const volgend: number = (laatste?.volgnummer ?? 0) + 1;
      if (regel.volgnummer !== volgend) breuken.push({ volgnummer: volgend, soort: "ontbreekt" });
      else if (regel.vorige !== (laatste?.hash ?? BEGIN)) breuken.push({ volgnummer: regel.volgnummer, soort: "volgt-niet" });
      if (hashVan(gemeente, regel) !== hash) breuken.push({ volgnummer: regel.volgnummer, soort: "inhoud" });
      if (regel.volgnummer === verwacht?.volgnummer) gezien = hash;
      laatste = { volgnummer: regel.volgnummer, hash };
    }
    regels += pagina.length;
    if (pagina.length < PAGINA) break;
  }
  if (verwacht && gezien !== verwacht.hash) breuken.push({ volgnummer: verwacht.volgnummer, soort: gezien === undefined ? "afgekapt" : "herschreven" });
  return { regels, laatste, breuken };
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
