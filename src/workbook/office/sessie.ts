import { FOUTMELDINGEN, onbekendeFout } from "../teksten";
import { Werkboekfout, type Werkboekfoutcode } from "../werkboek";

/**
 * Queues what to ask; the function it answers reads the answers once they are there. So a request cannot read before its
 * sync, and `sync` is said in this one place.
 */
export type Vraag<T> = (context: Excel.RequestContext) => () => T;

export interface Vraagopties {
  /** The user asked for this, so it may wait until the cell that is being edited is closed. */
  readonly wachtOpCel: boolean;
  /** Continue with this context: handlers can only be removed from the one they were added on. */
  readonly context?: Excel.RequestContext;
}

/** One sync. Throws a Werkboekfout, also when no answer came in time. */
export type Stuur = <T>(vraag: Vraag<T>, opties: Vraagopties) => Promise<T>;

/** `tijdslimiet`: milliseconds per sync; on the web one can hang for ever (office-js #4805, #6150, #6678). */
export function maakStuur(tijdslimiet: number): Stuur {
  return async (vraag, { wachtOpCel, context }) => {
    if (typeof Excel === "undefined") throw new Werkboekfout("geen-excel", FOUTMELDINGEN["geen-excel"]);
    const batch = async (c: Excel.RequestContext) => {
      const lees = vraag(c);
      await c.sync();
      return lees();
    };
    const opties = { delayForCellEdit: wachtOpCel };
    try {
      return await binnen(tijdslimiet, context ? Excel.run({ ...opties, previousObjects: context }, batch) : Excel.run(opties, batch));
    } catch (fout) {
      throw alsWerkboekfout(fout);
    }
  };
}

async function binnen<T>(milliseconden: number, belofte: Promise<T>): Promise<T> {
  let wekker: ReturnType<typeof setTimeout> | undefined;
  const teLaat = new Promise<never>((_, weiger) => {
    wekker = setTimeout(() => weiger(new Werkboekfout("antwoordt-niet", FOUTMELDINGEN["antwoordt-niet"])), milliseconden);
  });
  try {
    return await Promise.race([belofte, teLaat]);
  } finally {
    clearTimeout(wekker);
  }
}

const FOUTCODES: Readonly<Partial<Record<string, Werkboekfoutcode>>> = {
  InvalidOperationInCellEditMode: "cel-in-bewerking",
  AccessDenied: "beveiligd",
  ItemNotFound: "lijst-verdwenen",
  InvalidReference: "lijst-verdwenen",
  RequestPayloadSizeLimitExceeded: "te-groot",
  ResponsePayloadSizeLimitExceeded: "te-groot",
};

function alsWerkboekfout(fout: unknown): Werkboekfout {
  if (fout instanceof Werkboekfout) return fout;
  // OfficeExtension.Error; its message and debugInfo may quote the workbook, so only the code goes further.
  if (!(fout instanceof Error && "code" in fout && typeof fout.code === "string")) {
    return new Werkboekfout("onbekend", FOUTMELDINGEN.onbekend, { cause: fout });
  }
  const code = FOUTCODES[fout.code] ?? "onbekend";
  return new Werkboekfout(code, code === "onbekend" ? onbekendeFout(fout.code) : FOUTMELDINGEN[code]);
}
