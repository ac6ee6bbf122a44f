import type { Compilable, CompiledQuery } from "kysely";
import { Gemeentescheiding } from "./gemeentescheiding";
import type { Lezer } from "./opslag";
import { tegelijk } from "./tegelijk";

/** Stands in a statement where a value comes when it runs: a value by its name, of the how manieth row. */
class Plek {
  constructor(
    readonly rij: number,
    readonly naam: string,
  ) {}
}

/** A placeholder has no type of its own: it takes that of the value it will become. */
function plekken<W extends object>(rij: number): W {
  return new Proxy({}, { get: (_doel, naam) => new Plek(rij, String(naam)) }) as W;
}

/**
 * What runs with every state is put together once per municipality and then only filled in, because putting together costs more than
 * running. It is put together by the same builder as everything else, so gemeentescheiding.ts has been over it.
 */
class Gebouwd<R> {
  private readonly perGemeente = new WeakMap<Gemeentescheiding, Map<number, CompiledQuery<R>>>();

  async voer(db: Lezer, waarden: readonly object[], maak: () => Compilable<R>): Promise<R[]> {
    const scheiding = db.getExecutor().plugins.find((plugin) => plugin instanceof Gemeentescheiding);
    if (!scheiding) throw new Error("Een vaste opdracht hoort bij een gemeente.");
    let perAantal = this.perGemeente.get(scheiding);
    if (!perAantal) this.perGemeente.set(scheiding, (perAantal = new Map()));
    let opdracht = perAantal.get(waarden.length);
    if (!opdracht) perAantal.set(waarden.length, (opdracht = maak().compile()));
    const parameters = opdracht.parameters.map((deel) => (deel instanceof Plek ? Reflect.get(waarden[deel.rij] ?? {}, deel.naam) : deel));
    return (await db.executeQuery<R>({ ...opdracht, parameters })).rows;
  }
}

/**
 * A fixed question. `maak` gets placeholders in the shape of `W`, which it may only use as values; a list may only stand behind "in",
 * and then has any length.
 */
export class VasteVraag<W extends object, R> {
  private readonly gebouwd = new Gebouwd<R>();

  constructor(private readonly maak: (db: Lezer, waarden: W) => Compilable<R>) {}

  /** Answers the rows that it finds. */
  voer(db: Lezer, waarden: W): Promise<R[]> {
    return this.gebouwd.voer(db, [waarden], () => this.maak(db, plekken<W>(0)));
  }
}

/** Largest number of rows in one statement. */
const HOOGSTE = 64;

/** A fixed statement that writes rows; `maak` gets a placeholder for each, as with a question. */
export class VasteOpdracht<W extends object> {
  private readonly gebouwd = new Gebouwd<unknown>();

  constructor(private readonly maak: (db: Lezer, rijen: readonly W[]) => Compilable<unknown>) {}

  /** For any number of rows, in parts of 64, 32, 16 … 1: few different statements, so that each is prepared once. */
  async voer(db: Lezer, rijen: readonly W[]): Promise<void> {
    const delen: Promise<unknown>[] = [];
    for (let begin = 0; begin < rijen.length; ) {
      const deel = rijen.slice(begin, begin + Math.min(HOOGSTE, 2 ** Math.floor(Math.log2(rijen.length - begin))));
      delen.push(this.gebouwd.voer(db, deel, () => this.maak(db, deel.map((_, i) => plekken<W>(i)))));
      begin += deel.length;
    }
    await tegelijk(...delen);
  }
}
