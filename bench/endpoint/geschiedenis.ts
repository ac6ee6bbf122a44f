import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { Opslag } from "../../src/endpoint/database/opslag";
import { sha256 } from "../../src/endpoint/register/hash";
import { ontvang } from "../../src/endpoint/register/ontvangst";
import { voegOrganisatieMetCodeToe } from "../../src/endpoint/register/organisatie";
import { PROEF, staat } from "../../src/endpoint/testtaal";
import { maandnummer, type Periode, periodeVanNummer } from "../../src/meldcode/periode";

export const LIJST = "lijst";

export interface Afzender {
  /** "/v1/organisaties/ORG-…/registraties/lijst" */
  readonly pad: string;
  readonly sleutel: string;
  etag: string;
  vorigeEtag: string;
}

const GEMEENTE = "GM0599";
const PER_KEER = 500;

/**
 * Organisations that sent every month of the past year. One lives that year through the service itself, month by month; the others get
 * its rows under a name and a key of their own. `nu` is the day on which they send again.
 */
export async function maakGeschiedenis(plaats: string, aantal: number, maanden: number, nu: Date): Promise<Afzender[]> {
  const opslag = await Opslag.open(plaats);
  try {
    const eerste = maandnummer(nu.toISOString().slice(0, 7) as Periode) - maanden - 1; // the calendar's own months
    let moment = nu;
    const omgeving = { opslag: opslag.gemeente(GEMEENTE), nu: () => moment, willekeur: randomBytes, wie: PROEF };
    const { organisatieId: voorbeeld } = await voegOrganisatieMetCodeToe(omgeving, { naam: "Organisatie 0", sector: "overig" });
    const etags: string[] = [];
    for (let maand = 1; maand <= maanden; maand++) {
      moment = new Date(`${periodeVanNummer(eerste + maand)}-05T10:00:00Z`);
      const vorige = etags.at(-1);
      const { etag } = await ontvang(omgeving, voorbeeld, LIJST, vorige === undefined ? { soort: "nieuw" } : { soort: "etag", etags: [vorige] }, staat(gestart(maand), { vanaf: periodeVanNummer(eerste) }));
      etags.push(etag);
    }
    const [vorigeEtag = "", etag = ""] = etags.slice(-2);
    const ids = [voorbeeld, ...Array.from({ length: aantal - 1 }, (_, i) => `ORG-${String(i + 1).padStart(8, "0")}`)];
    await kopieer(opslag, ids);
    const sleutels = ids.map(() => randomBytes(32).toString("base64url"));
    const toegangen = ids.map((organisatie, i) => ({ gemeente: GEMEENTE, organisatie, sleutelhash: sha256(sleutels[i] ?? ""), codehash: "", uitgegevenOp: nu.toISOString(), geldigTot: new Date(nu.getTime() + 400 * 86_400_000).toISOString(), ingetrokkenOp: null }));
    for (let begin = 0; begin < aantal; begin += PER_KEER) await opslag.databank.db.insertInto("toegang").values(toegangen.slice(begin, begin + PER_KEER)).execute();
    return ids.map((id, i) => ({ pad: `/v1/organisaties/${id}/registraties/${LIJST}`, sleutel: sleutels[i] ?? "", etag, vorigeEtag }));
  } finally {
    await opslag.sluit();
  }
}

/** Cases started per month: what a school would have. */
export function gestart(maanden: number): number[] {
  return Array.from({ length: maanden }, (_, i) => [2, 0, 1, 4, 0, 3, 1][i % 7] ?? 0);
}

async function kopieer({ databank: { db } }: Opslag, [voorbeeld = "", ...andere]: readonly string[]): Promise<void> {
  const rij = await db.selectFrom("organisatie").selectAll().where("organisatie", "=", voorbeeld).executeTakeFirstOrThrow();
  for (let begin = 0; begin < andere.length; begin += PER_KEER) {
    await db.insertInto("organisatie").values(andere.slice(begin, begin + PER_KEER).map((organisatie) => ({ ...rij, organisatie, naam: `Organisatie ${organisatie}`, zoektekst: organisatie.toLowerCase() }))).execute();
  }
  const ook = sql`organisatie o where r.organisatie = ${voorbeeld} and o.organisatie <> ${voorbeeld}`;
  await sql`insert into registratie (gemeente, organisatie, registratie, versie, jaar) select r.gemeente, o.organisatie, r.registratie, r.versie, r.jaar from registratie r, ${ook}`.execute(db);
  await sql`insert into staat (gemeente, organisatie, registratie, versie, jaar, "inzendingId", kenmerk, "ontvangenOp", "beleidVersie", hash, inhoud, verschil)
    select r.gemeente, o.organisatie, r.registratie, r.versie, r.jaar, r."inzendingId", r.kenmerk || o.organisatie, r."ontvangenOp", r."beleidVersie", r.hash, r.inhoud, r.verschil from staat r, ${ook}`.execute(db);
  await sql`insert into maand (gemeente, organisatie, periode, lijsten, gestart, afgesloten, eerst, "naAfloop", gecorrigeerd)
    select r.gemeente, o.organisatie, r.periode, r.lijsten, r.gestart, r.afgesloten, r.eerst, r."naAfloop", r.gecorrigeerd from maand r, ${ook}`.execute(db);
  const keer = andere.length + 1;
  await sql`update maandtotaal set gereageerd = gereageerd * ${sql.lit(keer)}, gestart = gestart * ${sql.lit(keer)}, afgesloten = afgesloten * ${sql.lit(keer)}`.execute(db);
  await sql`analyze`.execute(db);
}
