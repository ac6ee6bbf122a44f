import { Werkboekfout } from "../werkboek";
import type { Stuur } from "./sessie";

/**
 * An event is a hint, not the truth: a paste gives no details (office-js #5308, #5347), fast typing loses events (#1760),
 * own writes and co-authors fire too (#1786). So a hint only tells where to look.
 */
export type Hint =
  | { readonly soort: "rijen"; readonly bladId: string; readonly van: number; readonly tot: number }
  /** `kolommen`: columns may have moved. */
  | { readonly soort: "alles"; readonly bladId: string | null; readonly kolommen: boolean }
  | { readonly soort: "blad-erbij" };

export interface Luisteropties {
  /** Milliseconds in which hints are gathered before one read. */
  readonly wachttijd: number;
  /** Milliseconds before trying again when the user is editing a cell. */
  readonly celwachttijd: number;
  /** Which hints matter; the others are dropped before anything is read. */
  readonly telt: (hint: Hint) => boolean;
  /** Throws a Werkboekfout "cel-in-bewerking" when the hints must be offered again later. */
  readonly verwerk: (hints: readonly Hint[]) => Promise<void>;
}

/** Gathers the events of the workbook into hints. Events during `verwerk` lead to one more call, so the last edit is never lost. */
export class Luisteraar {
  private wachtend: Hint[] = [];
  private wekker: ReturnType<typeof setTimeout> | null = null;
  private bezig = false;
  private gestopt = false;
  private readonly handvatten: OfficeExtension.EventHandlerResult<unknown>[] = [];

  constructor(
    private readonly stuur: Stuur,
    private readonly opties: Luisteropties,
  ) {}

  /** One sync. On the whole workbook, so that it still hears when the list moves to another sheet. */
  async begin(): Promise<void> {
    await this.stuur(
      (context) => {
        const { worksheets, tables } = context.workbook;
        // Sorting moves rows without a change event.
        const handvatten = [
          worksheets.onChanged.add(async (event) => this.meld(hintVan(event))),
          worksheets.onRowSorted.add(async (event) => this.meld({ soort: "alles", bladId: event.worksheetId, kolommen: false })),
          worksheets.onAdded.add(async () => this.meld({ soort: "blad-erbij" })),
          worksheets.onDeleted.add(async (event) => this.meld({ soort: "alles", bladId: event.worksheetId, kolommen: true })),
          tables.onAdded.add(async () => this.meld({ soort: "alles", bladId: null, kolommen: false })),
          tables.onDeleted.add(async () => this.meld({ soort: "alles", bladId: null, kolommen: false })),
        ];
        return () => void this.handvatten.push(...handvatten);
      },
      { wachtOpCel: false },
    );
  }

  async stop(): Promise<void> {
    this.gestopt = true;
    if (this.wekker) clearTimeout(this.wekker);
    const [eerste] = this.handvatten;
    if (!eerste) return;
    await this.stuur(
      () => {
        for (const handvat of this.handvatten.splice(0)) handvat.remove();
        return () => undefined;
      },
      // The handlers live on the context that added them, which is Excel's own kind.
      { wachtOpCel: false, context: eerste.context as Excel.RequestContext },
    );
  }

  private meld(hint: Hint): void {
    if (!this.opties.telt(hint)) return;
    this.wachtend.push(hint);
    this.plan(this.opties.wachttijd);
  }

  private plan(over: number): void {
    if (this.gestopt || this.bezig || this.wekker !== null || this.wachtend.length === 0) return;
    this.wekker = setTimeout(() => void this.verwerk(), over);
  }

  private async verwerk(): Promise<void> {
    this.wekker = null;
    this.bezig = true;
    const hints = this.wachtend.splice(0);
    let straks = this.opties.wachttijd;
    try {
      await this.opties.verwerk(hints);
    } catch (fout) {
      if (!(fout instanceof Werkboekfout && fout.code === "cel-in-bewerking")) throw fout;
      this.wachtend.unshift(...hints);
      straks = this.opties.celwachttijd;
    } finally {
      this.bezig = false;
      this.plan(straks);
    }
  }
}

const RIJEN = /^\$?[A-Z]{0,3}\$?(\d+)(?::\$?[A-Z]{0,3}\$?(\d+))?$/;

/** Rows on the sheet (1-based) of a plain edit; anything doubtful is "alles". */
export function hintVan(event: { readonly worksheetId: string; readonly changeType: string; readonly address: string }): Hint {
  const [, van, tot] = (event.changeType === "RangeEdited" && RIJEN.exec(event.address)) || [];
  if (van === undefined) return { soort: "alles", bladId: event.worksheetId, kolommen: !event.changeType.startsWith("Row") };
  return { soort: "rijen", bladId: event.worksheetId, van: Number(van), tot: Number(tot ?? van) };
}
