/** Names of what the stand-in can be told to do wrong; the page and the tests use the same. */
export type Foutcode =
  | "InvalidOperationInCellEditMode"
  | "AccessDenied"
  | "ItemNotFound"
  | "GeneralException"
  | "InvalidOperation"
  | "RequestPayloadSizeLimitExceeded"
  | "ResponsePayloadSizeLimitExceeded";

interface Beurt {
  readonly soort: "hangt" | "faalt" | "wacht";
  readonly code?: Foutcode;
  readonly tot?: Promise<unknown>;
}

/**
 * What goes wrong in real workbooks, on command. Each call of hang, faal and wacht holds for the next request (or the next so many), in the order of the calls;
 * the rest holds until it is changed.
 */
export class Storing {
  readonly #beurten: Beurt[] = [];
  #voor: (() => void)[] = [];
  #na: (() => void)[] = [];
  #losgelaten: (() => void)[] = [];
  #bewerkt = false;
  #klaarMetBewerken: (() => void)[] = [];

  /** Milliseconds every answer takes. */
  traagheid = 0;
  /** What happens to events on their way to the add-in. */
  gebeurtenissen: "gewoon" | "kwijt" | "dubbel" | "zonder details" | "als van een ander" = "gewoon";

  /** The next requests get no answer (office-js #4805); they are carried out when laatLos is called. */
  hang(aantal = 1): void {
    for (let i = 0; i < aantal; i++) this.#beurten.push({ soort: "hangt" });
  }
  /** Lets hanging requests go on. */
  laatLos(): void {
    for (const ga of this.#losgelaten.splice(0)) ga();
  }
  /** The next requests fail with this code; nothing of them is carried out. */
  faal(code: Foutcode, aantal = 1): void {
    for (let i = 0; i < aantal; i++) this.#beurten.push({ soort: "faalt", code });
  }
  /** The next request is carried out after this. */
  wacht(tot: Promise<unknown>): void {
    this.#beurten.push({ soort: "wacht", tot });
  }
  /** Something happens in the workbook after the next request is sent, before it is carried out: a co-author is quicker. */
  ervoor(doe: () => void): void {
    this.#voor.push(doe);
  }
  /** Something happens after the next request is carried out, before its answer arrives. */
  erna(doe: () => void): void {
    this.#na.push(doe);
  }
  /** The user has a cell open: requests fail, or wait when they were sent with delayForCellEdit. */
  set celInBewerking(aan: boolean) {
    this.#bewerkt = aan;
    if (!aan) for (const ga of this.#klaarMetBewerken.splice(0)) ga();
  }
  get celInBewerking(): boolean {
    return this.#bewerkt;
  }
  /** Back to normal; hanging requests go on. */
  herstel(): void {
    this.#beurten.length = 0;
    this.#voor = [];
    this.#na = [];
    this.traagheid = 0;
    this.gebeurtenissen = "gewoon";
    this.celInBewerking = false;
    this.laatLos();
  }

  /** For the host: lets one request through, or answers with what code it fails. */
  async poort(wachtOpCel: boolean): Promise<Foutcode | null> {
    const beurt = this.#beurten.shift();
    if (beurt?.soort === "hangt") await new Promise<void>((ga) => this.#losgelaten.push(ga));
    if (beurt?.soort === "wacht") await beurt.tot;
    if (beurt?.code !== undefined) return beurt.code;
    if (this.#bewerkt && !wachtOpCel) return "InvalidOperationInCellEditMode";
    if (this.#bewerkt) await new Promise<void>((ga) => this.#klaarMetBewerken.push(ga));
    for (const doe of this.#voor.splice(0)) doe();
    return null;
  }
  /** For the host: the request is carried out. */
  uitgevoerd(): void {
    for (const doe of this.#na.splice(0)) doe();
  }
}
