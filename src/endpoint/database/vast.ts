import type { Compilable, CompiledQuery } from "kysely";
import { Gemeentescheiding } from "./gemeentescheiding";
import type { Lezer } from "./opslag";

/** Stands in a statement where a value comes when it runs. */
class Plek {
  constructor(
    readonly rij: number,
    readonly naam: string,
  ) {}
}

/**
 * A statement that is put together once per municipality and then only filled in: for what runs with every state, because building
 * costs more than running. `maak` gets rows of placeholders in the shape of `W`; they may only be given to it as values.
 */
export class VasteOpdracht<W extends object, R> {
  private readonly gebouwd = new WeakMap<Gemeentescheiding, Map<number, CompiledQuery<R>>>();

  constructor(private readonly maak: (db: Lezer, rijen: readonly W[]) => Compilable<R>) {}

  /** Answers the rows that the statement gives. */
  async voer(db: Lezer, waarden: readonly W[]): Promise<R[]> {
    const gebouwd = this.bouw(db, waarden.length);
    const vul = (deel: unknown): unknown => (deel instanceof Plek ? waarde(waarden, deel) : Array.isArray(deel) ? deel.map(vul) : deel);
    const parameters = gebouwd.parameters.map(vul);
    return (await db.executeQuery<R>({ ...gebouwd, parameters })).rows;
  }

  private bouw(db: Lezer, aantal: number): CompiledQuery<R> {
    const scheiding = db.getExecutor().plugins.find((plugin) => plugin instanceof Gemeentescheiding);
    if (!scheiding) throw new Error("Een vaste opdracht hoort bij een gemeente.");
    let perAantal = this.gebouwd.get(scheiding);
    if (!perAantal) this.gebouwd.set(scheiding, (perAantal = new Map()));
    const bekend = perAantal.get(aantal);
    if (bekend) return bekend;
    // A placeholder has no type of its own: it takes that of the value it will become.
    const rijen = Array.from({ length: aantal }, (_, rij) => new Proxy({}, { get: (_doel, naam) => new Plek(rij, String(naam)) }) as W);
    const nieuw = this.maak(db, rijen).compile();
    perAantal.set(aantal, nieuw);
    return nieuw;
  }
}

function waarde(waarden: readonly object[], { rij, naam }: Plek): unknown {
  return Reflect.get(waarden[rij] ?? {}, naam);
}

/** Largest number of rows in one statement. */
const HOOGSTE = 64;

/** Runs it for any number of rows, in parts of 64, 32, 16 … 1: few different statements, so that each is prepared once. */
export async function voerInDelen<W extends object, R>(db: Lezer, opdracht: VasteOpdracht<W, R>, rijen: readonly W[]): Promise<R[]> {
  const uit: R[] = [];
  for (let begin = 0; begin < rijen.length; ) {
    const aantal = Math.min(HOOGSTE, 2 ** Math.floor(Math.log2(rijen.length - begin)));
    uit.push(...(await opdracht.voer(db, rijen.slice(begin, begin + aantal))));
    begin += aantal;
  }
  return uit;
}
