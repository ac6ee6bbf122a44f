/** Which events the add-in listens to. Numbers are those of the library's eventType; the target is "Workbook" or an id. */
export class Registraties {
  readonly #aantal = new Map<string, number>();

  voegToe(type: number, doel: string): void {
    const sleutel = `${type}|${doel}`;
    this.#aantal.set(sleutel, (this.#aantal.get(sleutel) ?? 0) + 1);
  }

  neemWeg(type: number, doel: string): void {
    const sleutel = `${type}|${doel}`;
    const aantal = (this.#aantal.get(sleutel) ?? 0) - 1;
    if (aantal > 0) this.#aantal.set(sleutel, aantal);
    else this.#aantal.delete(sleutel);
  }

  /** A deleted table or sheet takes its handlers along (office-js #6844). */
  vergeetDoel(doel: string): void {
    for (const sleutel of [...this.#aantal.keys()]) if (sleutel.endsWith(`|${doel}`)) this.#aantal.delete(sleutel);
  }

  vergeetAlles(): void {
    this.#aantal.clear();
  }

  luistert(type: number, doel: string): boolean {
    return this.#aantal.has(`${type}|${doel}`);
  }

  get aantal(): number {
    return [...this.#aantal.values()].reduce((som, n) => som + n, 0);
  }
}

export const WERKMAP = "Workbook";

/** Event numbers, as they stand beside each event in the library. */
export const SOORT = {
  worksheetChanged: 10,
  worksheetActivated: 11,
  worksheetDeactivated: 12,
  worksheetAdded: 13,
  worksheetSelectionChanged: 14,
  worksheetDeleted: 15,
  worksheetFormatChanged: 18,
  worksheetRowSorted: 19,
  worksheetProtectionChanged: 24,
  worksheetNameChanged: 25,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
  /** Of the add-in's own pane; the library listens to it without asking the host. */
  visibilityChanged: 65539,
} as const;
