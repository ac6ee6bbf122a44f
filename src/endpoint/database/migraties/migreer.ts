import type { Transaction } from "kysely";
import type { Databank } from "../databank";
import type { Tabellen } from "../tabellen";
import { begin } from "./0001-begin";
import { schaal } from "./0002-schaal";
import { bestuurscode } from "./0003-bestuurscode";
import { auditlog } from "./0004-auditlog";
import { rollen } from "./0005-rollen";
import { sleutelketen } from "./0006-sleutelketen";
import { beleidstijd } from "./0007-beleidstijd";

/**
 * In order; a name never changes once it has run somewhere. A new one is a file beside these and a line here. Servers of the version
 * before go on meanwhile: a column that is added has a default, and what they use goes one version later.
 */
export const MIGRATIES: readonly (readonly [naam: string, migreer: (tx: Transaction<Tabellen>, databank: Databank) => Promise<void>])[] = [
  ["0001-begin", begin],
  ["0002-schaal", schaal],
  ["0003-bestuurscode", bestuurscode],
  ["0004-auditlog", auditlog],
  ["0005-rollen", rollen],
  ["0006-sleutelketen", sleutelketen],
  ["0007-beleidstijd", beleidstijd],
];

const TE_NIEUW = "De gegevens zijn van een nieuwere versie van deze dienst. Er is niets gewijzigd. Start die versie, of zet een reservekopie van deze versie terug in een lege database.";

/** Brings the tables up to date; all or nothing. Run it while nobody else does. Throws an Error in Dutch when a newer version made them: what this one would write there, that one would misread. */
export async function migreer(tx: Transaction<Tabellen>, databank: Databank): Promise<void> {
  await tx.schema
    .createTable("migratie")
    .ifNotExists()
    .addColumn("naam", "text", (k) => k.primaryKey())
    .addColumn("toegepastOp", "text", (k) => k.notNull())
    .execute();
  const toegepast = new Set((await tx.selectFrom("migratie").select("naam").execute()).map((m) => m.naam));
  const bekend = new Set(MIGRATIES.map(([naam]) => naam));
  if ([...toegepast].some((naam) => !bekend.has(naam))) throw new Error(TE_NIEUW);
  for (const [naam, werk] of MIGRATIES) {
    if (toegepast.has(naam)) continue;
    await werk(tx, databank);
    await tx.insertInto("migratie").values({ naam, toegepastOp: new Date().toISOString() }).execute();
  }
}
