import type { Registratie } from "../../meldcode/registratie";
import type { Ontvangstbewijs } from "../../meldcode/uitwisseling/ontvangst";
import type { Staatrij } from "../database/tabellen";

/** A strong ETag, with its quotes: other content or another version is another tag. */
export function etagVan(rij: Pick<Staatrij, "versie" | "hash">): string {
  return `"${rij.versie}-${rij.hash.slice(0, 16)}"`;
}

/** What a receipt tells of a change. */
export type Verschil = Pick<Ontvangstbewijs, "wijzigingen" | "uitsplitsingWijzigingen">;

/** The cast is safe: only `ontvang` writes this column, from checked values. */
export function leesVerschil(rij: Staatrij): Verschil {
  return JSON.parse(rij.verschil) as Verschil;
}

export function alsBewijs(rij: Staatrij, verschil: Verschil = leesVerschil(rij)): Ontvangstbewijs {
  return {
    kenmerk: rij.kenmerk,
    organisatieId: rij.organisatie,
    registratieId: rij.registratie,
    inzendingId: rij.inzendingId,
    versie: rij.versie,
    ontvangenOp: rij.ontvangenOp,
    ...verschil,
    hash: rij.hash,
  };
}

/** The cast is safe: what is stored passed registratieSchema when it came in. */
export function leesStaat(rij: Pick<Staatrij, "inhoud">): Registratie {
  return JSON.parse(rij.inhoud) as Registratie;
}
