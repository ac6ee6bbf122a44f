/**
 * The tables as the queries see them. Text, whole numbers and nothing else, so that SQLite and PostgreSQL hold the same.
 * Every table starts with `gemeente`, and what belongs to an organisation has `organisatie` next: no query can cross, and
 * the rows can be spread by municipality and organisation. Moments are ISO 8601 text in UTC: comparing as text is comparing in time.
 */
export interface Tabellen {
  migratie: { naam: string; toegepastOp: string };
  /** Versions are appended; each state keeps the version by which it was judged. `inhoud` is a Beleid as JSON. */
  beleid: { gemeente: string; versie: number; vanaf: string; inhoud: string };
  organisatie: Organisatierij;
  activeringscode: Activeringscoderij;
  toegang: Toegangrij;
  staat: Staatrij;
  vervanging: Vervangingrij;
  account: { gemeente: string; naam: string; wachtwoord: string; gewijzigdOp: string };
  sessie: { gemeente: string; sessiehash: string; naam: string; begonnenOp: string; gebruiktOp: string };
}

export interface Organisatierij {
  gemeente: string;
  organisatie: string;
  naam: string;
  sector: string;
  grootte: string | null;
  clienten: number | null;
  wijk: string | null;
  bestuur: string | null;
  ritme: string;
  /** 0 or 1 */
  eenpersoons: number;
  vestigingsnummer: string | null;
  kvk: string | null;
  brin: string | null;
  lrk: string | null;
  agb: string | null;
  toegevoegdOp: string;
}

export interface Activeringscoderij {
  gemeente: string;
  /** SHA-256 (hex) of the characters: 75 random bits need no slow hash. */
  codehash: string;
  organisatie: string;
  geldigTot: string;
  /** 1: may be used again and again (demo only). */
  herbruikbaar: number;
  gebruiktOp: string | null;
  /** SHA-256 of the Idempotency-Key with which it was used: a lost answer can be asked for again. */
  herhaalhash: string | null;
  ingetrokkenOp: string | null;
}

export interface Toegangrij {
  gemeente: string;
  /** SHA-256 (hex) of the key; the key itself is kept nowhere. */
  sleutelhash: string;
  organisatie: string;
  codehash: string;
  uitgegevenOp: string;
  geldigTot: string;
  ingetrokkenOp: string | null;
}

/** One received state and its receipt in one row: appended, never overwritten. */
export interface Staatrij {
  gemeente: string;
  organisatie: string;
  registratie: string;
  versie: number;
  inzendingId: string;
  kenmerk: string;
  ontvangenOp: string;
  beleidVersie: number;
  /** SHA-256 (hex) of `inhoud`. */
  hash: string;
  /** The state as canonical JSON. */
  inhoud: string;
  /** `{wijzigingen, uitsplitsingWijzigingen}` of the receipt as JSON. */
  verschil: string;
}

/** Appended facts; the newest per registratie counts. `door` null: it stands in its own place again. */
export interface Vervangingrij {
  gemeente: string;
  organisatie: string;
  /** 1, 2, 3 … within the organisation. */
  volgnummer: number;
  registratie: string;
  door: string | null;
  vastgelegdOp: string;
}
