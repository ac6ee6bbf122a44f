/**
 * The tables as the queries of one municipality see them. Text, whole numbers and nothing else, so that SQLite and PostgreSQL hold
 * the same. Every table starts with `gemeente`, which no query names: gemeentescheiding.ts adds it to all of them. What belongs to
 * an organisation has `organisatie` next, so that the rows can be spread by municipality and organisation. Moments are ISO 8601
 * text in UTC: comparing as text is comparing in time.
 */
export interface Gemeentetabellen {
  beleid: Beleidrij;
  organisatie: Organisatierij;
  activeringscode: Activeringscoderij;
  toegang: Toegangrij;
  /** The current version of each list, and the year in which it was received. */
  registratie: { organisatie: string; registratie: string; versie: number; jaar: number };
  staat: Staatrij;
  maand: Maandrij;
  maandtotaal: Maandtotaalrij;
  vervanging: Vervangingrij;
  account: { naam: string; wachtwoord: string; rol: string; gewijzigdOp: string };
  auditregel: Auditrij;
  sessie: { sessiehash: string; wie: string; naam: string; rol: string; begonnenOp: string; gebruiktOp: string };
}

/** The tables as they are, for what is about all municipalities at once: migrations, moving, backup. */
export type Tabellen = { [T in keyof Gemeentetabellen]: Gemeentetabellen[T] & { gemeente: string } } & {
  migratie: { naam: string; toegepastOp: string };
};

/** All of them, each after the tables it refers to. */
export const TABELLEN = ["migratie", "beleid", "organisatie", "activeringscode", "toegang", "registratie", "staat", "vervanging", "maand", "maandtotaal", "account", "auditregel", "sessie"] as const satisfies readonly (keyof Tabellen)[];

/** Versions are appended; each state keeps the version by which it was judged. */
export interface Beleidrij {
  versie: number;
  vanaf: string;
  /** A Beleid as JSON, with the exceptions. */
  inhoud: string;
  /** As in `inhoud`: an overview of months reads that of every version. */
  deadlineDag: number;
}

export interface Organisatierij {
  organisatie: string;
  naam: string;
  sector: string;
  grootte: string | null;
  clienten: number | null;
  wijk: string | null;
  bestuur: string | null;
  /** With which it began. */
  ritme: string;
  /** What came after that, as JSON: [{vanaf, ritme}], oldest first. */
  ritmewijzigingen: string;
  /** 0 or 1 */
  eenpersoons: number;
  /** It grew: the figures up to and including this month are still those of a one-person practice. */
  eenpersoonsTot: string | null;
  vestigingsnummer: string | null;
  kvk: string | null;
  brin: string | null;
  lrk: string | null;
  agb: string | null;
  toegevoegdOp: string;
  /** See meldcode/uitwisseling/zoeken.ts. */
  zoektekst: string;
}

export interface Activeringscoderij {
  /** SHA-256 (hex) of the characters: 75 random bits need no slow hash. */
  codehash: string;
  /** Empty when it is for a board. */
  organisatie: string;
  /** Gives every organisation of this board a key. */
  bestuur: string | null;
  geldigTot: string;
  /** 1: may be used again and again (demo only). */
  herbruikbaar: number;
  gebruiktOp: string | null;
  /** SHA-256 of the Idempotency-Key with which it was used: a lost answer can be asked for again. */
  herhaalhash: string | null;
  ingetrokkenOp: string | null;
}

export interface Toegangrij {
  /** SHA-256 (hex) of the key; the key itself is kept nowhere. */
  sleutelhash: string;
  organisatie: string;
  /** Of the activation code that it, or the first of its chain, was given for. */
  codehash: string;
  uitgegevenOp: string;
  geldigTot: string;
  ingetrokkenOp: string | null;
  /** The key it was given in the place of; null from the moment it is first used. */
  vorige: string | null;
  /** SHA-256 of the Idempotency-Key with which it was asked for. */
  herhaalhash: string | null;
  /** When a key that takes its place was first used. */
  opgevolgdOp: string | null;
}

/** One received state and its receipt in one row: appended, never overwritten. */
export interface Staatrij {
  organisatie: string;
  registratie: string;
  versie: number;
  /** Of receipt, in Amsterdam. */
  jaar: number;
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
  organisatie: string;
  /** 1, 2, 3 … within the organisation. */
  volgnummer: number;
  registratie: string;
  door: string | null;
  vastgelegdOp: string;
}

/** One deed on the Servicepunt's side: appended, each with the hash of the one before (register/audit.ts). */
export interface Auditrij {
  /** 1, 2, 3 … within the municipality. */
  volgnummer: number;
  moment: string;
  wie: string;
  naam: string;
  wat: string;
  /** Canonical JSON. */
  waarover: string;
  vorige: string;
  hash: string;
}

/** What the lists of an organisation add up to in one month: follows from its states, so that nobody has to read those. */
export interface Maandrij {
  organisatie: string;
  periode: string;
  /** How many of its lists cover the month now, but for those that were replaced. */
  lijsten: number;
  gestart: number;
  afgesloten: number;
  /** When the month was first received. */
  eerst: string;
  /** When it was first received after it had ended. */
  naAfloop: string | null;
  /** 1: changed after that. */
  gecorrigeerd: number;
}

/** What the organisations of a sector add up to in one month; one-person practices apart. Follows from the months. */
export interface Maandtotaalrij {
  periode: string;
  sector: string;
  eenpersoons: number;
  gereageerd: number;
  gestart: number;
  afgesloten: number;
}
