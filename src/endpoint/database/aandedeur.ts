import { codeVan, isTijdelijk } from "./tijdelijk";

/** What PostgreSQL refuses at the door, by its SQLSTATE. */
const WEIGERT: Readonly<Record<string, string>> = {
  "28000": "de database laat deze gebruiker niet toe, of niet zonder beveiligde verbinding. Controleer DATABASE_URL (ook sslmode), en pg_hba.conf van PostgreSQL.",
  "28P01": "de database weigert deze gebruiker of dit wachtwoord. Controleer DATABASE_URL.",
  "3D000": "deze database bestaat niet. Maak haar, of controleer de naam achteraan in DATABASE_URL.",
  "42501": "de gebruiker uit DATABASE_URL mag in deze database geen tabellen maken. Maak hem er eigenaar van.",
};

/** For an administrator, when PostgreSQL could not be opened: what it is, and what to do. Undefined when it is something else. */
export function aanDeDeur(fout: Error): string | undefined {
  const code = codeVan(fout);
  if (code in WEIGERT) return WEIGERT[code];
  if (/CERT|SSL|TLS/.test(`${codeVan(fout.cause)} ${String(fout.cause)}`)) return "de beveiligde verbinding met de database lukt niet. Controleer sslmode in DATABASE_URL, en NODE_EXTRA_CA_CERTS bij een eigen certificaatautoriteit.";
  if (isTijdelijk(fout)) return "de database is niet te bereiken. Controleer DATABASE_URL, en of PostgreSQL draait.";
  return undefined;
}
