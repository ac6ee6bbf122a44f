/** SQLite: full, locked, read-only, unreadable for now. */
const SQLITE = /^SQLITE_(BUSY|FULL|READONLY|IOERR|LOCKED|CANTOPEN)/;
/**
 * SQLSTATE classes of PostgreSQL: connection, not let in, database not there, transaction to be tried again, no resources, stopped by its administrator, the
 * system below it; read-only, a transaction that stood still too long, no right (which is also what it calls a disk that may only be read), lock not available.
 */
const POSTGRES = /^(08|28|3D|40|53|57|58)[0-9A-Z]{3}$|^25(006|P03|P04)$|^42501$|^55P03$/;
/** The disk itself (Schijfproef): broken, read-only, full. */
const SCHIJF = /^(EIO|EROFS|ENOSPC|EDQUOT)$/;
const VERBINDING = /^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN|ENOTFOUND)$/;

/** Whether the database could not be reached or used just now, so that the same request can succeed later. */
export function isTijdelijk(fout: unknown): boolean {
  const code = codeVan(fout);
  return SQLITE.test(code) || POSTGRES.test(code) || SCHIJF.test(code) || VERBINDING.test(code);
}

/** As Node, SQLite or PostgreSQL (SQLSTATE) names it; "" for what has no code. */
export function codeVan(fout: unknown): string {
  return fout instanceof Error && "code" in fout ? String(fout.code) : "";
}
