import { Werkmap } from "../model/werkmap";
import { berichten, type Bericht } from "./berichten";
import { STANDAARD_EISEN, type Eisen } from "./eisen";
import { Looptijd } from "./looptijd";
import { Registraties, SOORT } from "./registraties";
import { Sessie } from "./sessie";
import { Storing, type Foutcode } from "./storing";
import { voerUit } from "./uitvoering";
import { ACTIE, PAD, verzoekschema } from "./verzoek";

export interface Hostopties {
  /** Requirement sets that this Excel has; anything newer is refused. */
  readonly eisen?: Eisen;
  /** Bytes a request or an answer may have. Excel on the web takes 5 MB. */
  readonly grens?: number;
}

/** An event as it travels to the library. */
export interface Evententry {
  readonly messageCategory: 65536;
  readonly messageType: number;
  readonly targetId: string;
  readonly message: string;
  readonly isRemoteOverride?: boolean;
}

export type Hostantwoord =
  /** The JSON that Excel answers, with its results and possibly an error. */
  | { readonly soort: "antwoord"; readonly body: string }
  /** Refused before or around it; each transport says this in its own way. */
  | { readonly soort: "geweigerd"; readonly code: Foutcode; readonly melding: string };

/** A request that reached the host. */
export interface Verzoekverslag {
  readonly bytes: number;
  readonly schrijft: boolean;
  /** The names and addresses by which things were asked for: of sheets, tables, columns and ranges. */
  readonly genoemd: readonly string[];
}

/** The library sends this flag when Excel.run was called with delayForCellEdit. */
const WACHT_OP_CEL = 64;

/** Excel's side of the conversation: takes requests, answers them from the workbook, and sends events. */
export class Host {
  readonly storing = new Storing();
  readonly registraties = new Registraties();
  readonly looptijd = new Looptijd();
  readonly eisen: Eisen;
  readonly #sessie: Sessie;
  readonly #grens: number;
  readonly #stop: () => void;
  #verzoeken: Verzoekverslag[] = [];
  #ontvangers = new Set<(entries: readonly Evententry[]) => void>();

  constructor(
    readonly werkmap: Werkmap,
    opties: Hostopties = {},
  ) {
    this.eisen = opties.eisen ?? STANDAARD_EISEN;
    this.#grens = opties.grens ?? 5 * 1024 * 1024;
    this.#sessie = new Sessie(werkmap, this.registraties, this.looptijd);
    this.looptijd.luister((zichtbaar) => {
      const message = JSON.stringify({ visibility: zichtbaar ? "Visible" : "Hidden" });
      this.#bezorg([{ messageCategory: 65536, messageType: SOORT.visibilityChanged, targetId: "", message }]);
    });
    this.#stop = werkmap.luister((gebeurtenis) => {
      for (const bericht of berichten(gebeurtenis, werkmap)) this.#verstuur(bericht);
      if (gebeurtenis.soort === "tabel-verwijderd") this.registraties.vergeetDoel(gebeurtenis.tabel);
      if (gebeurtenis.soort === "blad-verwijderd") this.registraties.vergeetDoel(gebeurtenis.blad);
    });
  }

  /** Every request since the last wisVerzoeken: one per context.sync() that had something to ask. */
  get verzoeken(): readonly Verzoekverslag[] {
    return this.#verzoeken;
  }
  wisVerzoeken(): void {
    this.#verzoeken = [];
  }

  /** Ranges the add-in still has tracked. */
  get vastgehouden(): number {
    return this.#sessie.vastgehouden;
  }

  /** Answers how to stop listening. */
  opBericht(ontvang: (entries: readonly Evententry[]) => void): () => void {
    this.#ontvangers.add(ontvang);
    return () => this.#ontvangers.delete(ontvang);
  }

  /** Carries out one ProcessQuery. `vlaggen` are the library's request flags. Does not answer while the storing holds it. */
  async beantwoord(body: string, vlaggen: number): Promise<Hostantwoord> {
    const bytes = aantalBytes(body);
    const verzoek = verzoekschema.parse(JSON.parse(body));
    // Showing the pane is no business of the workbook: it does not count, and nothing holds it up.
    if (Object.values(verzoek.ObjectPaths).some((pad) => pad.ObjectPathType === PAD.nieuw)) {
      return { soort: "antwoord", body: JSON.stringify(voerUit(this.#sessie, this.eisen, verzoek)) };
    }
    const genoemd = Object.values(verzoek.ObjectPaths).flatMap((pad) => (pad.ArgumentInfo?.Arguments ?? []).filter((argument) => typeof argument === "string"));
    this.#verzoeken.push({ bytes, genoemd, schrijft: verzoek.Actions.some((a) => a.ActionType === ACTIE.zet || a.ActionType === ACTIE.methode) });
    const geweigerd = await this.storing.poort((vlaggen & WACHT_OP_CEL) !== 0);
    if (geweigerd !== null) return weiger(geweigerd);
    if (bytes > this.#grens) return weiger("RequestPayloadSizeLimitExceeded");
    const antwoord = JSON.stringify(voerUit(this.#sessie, this.eisen, verzoek));
    this.storing.uitgevoerd();
    await pauze(this.storing.traagheid);
    return aantalBytes(antwoord) > this.#grens ? weiger("ResponsePayloadSizeLimitExceeded") : { soort: "antwoord", body: antwoord };
  }

  #verstuur({ type, doelen, inhoud }: Bericht): void {
    const { gebeurtenissen } = this.storing;
    const luisteraars = doelen.filter((doel) => this.registraties.luistert(type, doel));
    if (gebeurtenissen === "kwijt" || luisteraars.length === 0) return;
    const message = JSON.stringify(gebeurtenissen === "zonder details" ? zonderDetails(inhoud) : inhoud);
    const entries = luisteraars.map(
      (targetId): Evententry => ({ messageCategory: 65536, messageType: type, targetId, message, ...(gebeurtenissen === "als van een ander" && { isRemoteOverride: true }) }),
    );
    this.#bezorg(entries);
    if (gebeurtenissen === "dubbel") this.#bezorg(entries);
  }

  /** Events come after the answer, never in the middle of the caller's own step. */
  #bezorg(entries: readonly Evententry[]): void {
    void pauze(0).then(() => {
      for (const ontvang of this.#ontvangers) ontvang(entries);
    });
  }

  /** The pane is closed, or the session begins anew: its handlers are gone (office-js #6844). */
  sluit(): void {
    this.#stop();
    this.registraties.vergeetAlles();
    this.#ontvangers.clear();
  }
}

const MELDINGEN: Readonly<Record<Foutcode, string>> = {
  InvalidOperationInCellEditMode: "Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.",
  AccessDenied: "You cannot perform the requested operation.",
  ItemNotFound: "The requested resource doesn't exist.",
  GeneralException: "There was an internal error while processing the request.",
  InvalidOperation: "The operation attempted is invalid on the object.",
  RequestPayloadSizeLimitExceeded: "The request payload size has exceeded the limit. Please refer to the documentation: https://docs.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization#excel-add-ins.",
  ResponsePayloadSizeLimitExceeded: "The response payload size has exceeded the limit. Please refer to the documentation: https://docs.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization#excel-add-ins.",
};

function weiger(code: Foutcode): Hostantwoord {
  return { soort: "geweigerd", code, melding: MELDINGEN[code] };
}

function zonderDetails(inhoud: Bericht["inhoud"]): Bericht["inhoud"] {
  return Object.fromEntries(Object.entries(inhoud).filter(([naam]) => !naam.startsWith("value")));
}

/** In UTF-8. jsdom has no TextEncoder, and its Blob is slow. */
function aantalBytes(tekst: string): number {
  let bytes = tekst.length;
  for (let i = 0; i < tekst.length; i++) {
    const code = tekst.charCodeAt(i);
    // Each half of a surrogate pair is two of its four bytes.
    if (code > 0x7ff) bytes += code >= 0xd800 && code <= 0xdfff ? 1 : 2;
    else if (code > 0x7f) bytes += 1;
  }
  return bytes;
}

// Taken before a test puts a fake clock in place: the host is another process, its clock runs on.
const wacht = setTimeout;
function pauze(ms: number): Promise<void> {
  return new Promise((ga) => wacht(ga, ms));
}
