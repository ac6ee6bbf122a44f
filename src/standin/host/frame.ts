import * as z from "zod/mini";
import { INVOEGTOEPASSING } from "../model/werkmap";
import type { Host, Hostantwoord } from "./host";
import type { Foutcode } from "./storing";

/** A message of the library's own postMessage protocol, in either direction. */
const bericht = z.object({
  _messageType: z.number(),
  _actionName: z.string(),
  _conversationId: z.string(),
  _correlationId: z.number(),
  _actionType: z.optional(z.number()),
  _data: z.optional(z.unknown()),
});
type Bericht = z.infer<typeof bericht>;

/** `_actionType` of a request. */
const AANROEP = { doe: 0, luister: 1, stop: 2 } as const;
/** `_responseType` of an answer. */
const ANTWOORD = { opAanroep: 0, gebeurtenis: 1 } as const;
/** DdaMethod.DispatchId */
const METHODE = { laadInstellingen: 75, bewaarInstellingen: 76, richApi: 93, opdrachtKlaar: 94 } as const;

const methodeaanroep = z.object({
  DdaMethod: z.object({ DispatchId: z.number() }),
  ArrayData: z.optional(z.array(z.unknown())),
  DdaSettingsMethod: z.optional(z.object({ Properties: z.array(z.tuple([z.string(), z.string()])) })),
  "0": z.optional(z.string()),
  "1": z.optional(z.number()),
});
/** Where body and flags stand in the array of a rich API request. */
const BODY = 4;
const VLAGGEN = 6;

/** How Excel on the web says what it refuses; the library turns these back into codes. Anything else travels in the body. */
const WEBFOUT: Readonly<Partial<Record<Foutcode, number>>> = {
  InvalidOperationInCellEditMode: 5004,
  RequestPayloadSizeLimitExceeded: 5103,
  ResponsePayloadSizeLimitExceeded: 5104,
  AccessDenied: 7000,
};
const NIET_ONDERSTEUND = 5000;

const GESPREK = "_xdm_gesprek";
const KANTOOR = "_xdm_kantoor";
const GASTHEER = "Excel$Web$16.01$nl-NL$$$$0";
const OPDRACHT = "appCommandInvoked";

/** The task pane in an iframe, connected to the workbook as Excel on the web connects it. */
export class Frameverbinding {
  readonly #luistert = new Set<string>();
  readonly #opdrachten = new Map<string, (status: number) => void>();
  readonly #stoppen: (() => void)[];
  #volgnummer = 0;

  /** Fills the frame with the page at `adres` (of any origin) and answers it from then on. */
  constructor(
    private readonly host: Host,
    private readonly frame: HTMLIFrameElement,
    private readonly adres: string,
  ) {
    const ontvang = (e: MessageEvent): void => this.#ontvang(e);
    window.addEventListener("message", ontvang);
    this.#stoppen = [
      () => window.removeEventListener("message", ontvang),
      host.opBericht((entries) =>
        this.#vertel("richApiMessage", { ArrayData: entries.map((e) => [e.messageCategory, e.messageType, e.targetId, e.message, "", e.isRemoteOverride ?? false]) }),
      ),
    ];
    const xdm = `${GESPREK}|${KANTOOR}|${window.location.origin}`;
    frame.name = JSON.stringify({ baseFrameName: "_xdm_1", hostInfo: GASTHEER, xdmInfo: xdm, serializerVersion: "1", flights: "[]" });
    // The order of the parts matters to the library.
    frame.src = `${adres}${adres.includes("?") ? "&" : "?"}_host_Info=${GASTHEER}#&_serializer_version=1&_xdm_Info=${xdm}`;
  }

  /** A ribbon button: runs the function that the add-in associated with this name. Ends when it says event.completed(). Throws when there is none. */
  async voerOpdrachtUit(naam: string): Promise<void> {
    for (let poging = 0; poging < 100; poging++) {
      const status = this.#luistert.has(OPDRACHT) ? await this.#opdracht(naam) : null;
      if (status === 0) return;
      // The pane is still starting: Excel too waits until the add-in is ready for its buttons.
      await new Promise((ga) => setTimeout(ga, 100));
    }
    throw new Error(`The add-in has no command ${naam}.`);
  }

  sluit(): void {
    for (const stop of this.#stoppen) stop();
    this.frame.removeAttribute("src");
  }

  #opdracht(naam: string): Promise<number> {
    const id = `opdracht-${++this.#volgnummer}`;
    return new Promise((klaar) => {
      this.#opdrachten.set(id, klaar);
      this.#vertel(OPDRACHT, { 0: id, 1: naam, 2: JSON.stringify({ source: { id: naam } }) });
    });
  }

  #ontvang(e: MessageEvent): void {
    if (e.source !== this.frame.contentWindow || typeof e.data !== "string") return;
    const gelezen = bericht.safeParse(leesJson(e.data));
    if (!gelezen.success || gelezen.data._messageType !== 0) return;
    const vraag = gelezen.data;
    void this.#beantwoord(vraag).then((data) => this.#stuur({ ...vraag, _data: data, _responseType: ANTWOORD.opAanroep }));
  }

  async #beantwoord(vraag: Bericht): Promise<unknown> {
    if (vraag._actionType === AANROEP.luister) this.#luistert.add(vraag._actionName);
    if (vraag._actionType === AANROEP.stop) this.#luistert.delete(vraag._actionName);
    if (vraag._actionType !== AANROEP.doe) return { Error: 0, Version: 1 };
    if (vraag._actionName === "ContextActivationManager_getAppContextAsync") return this.#context();
    if (vraag._actionName === "executeMethod") return this.#methode(methodeaanroep.parse(vraag._data));
    // Telemetry and focus: Excel takes note of them.
    return { Error: 0, Version: 1 };
  }

  /** Who and where the add-in is. */
  #context(): unknown {
    return {
      _id: KANTOOR,
      _appName: 16,
      _appVersion: "16.01",
      _appUILocale: "nl-NL",
      _dataLocale: "nl-NL",
      _docUrl: `${window.location.origin}/${encodeURIComponent(this.host.werkmap.naam)}`,
      _clientMode: 1,
      _settings: [...this.host.werkmap.instellingen],
      _reason: 0,
      _osfControlType: 1,
      _eToken: "",
      _requirementMatrix: JSON.stringify(this.host.eisen),
      _appInstanceId: KANTOOR,
    };
  }

  async #methode(aanroep: z.infer<typeof methodeaanroep>): Promise<unknown> {
    switch (aanroep.DdaMethod.DispatchId) {
      case METHODE.richApi: {
        const vlaggen = aanroep.ArrayData?.[VLAGGEN];
        return alsWebantwoord(await this.host.beantwoord(String(aanroep.ArrayData?.[BODY]), typeof vlaggen === "number" ? vlaggen : 0));
      }
      case METHODE.laadInstellingen:
        return { Error: 0, Version: 1, Properties: { Settings: [...this.host.werkmap.instellingen].map(([Name, Value]) => ({ Name, Value })) } };
      case METHODE.bewaarInstellingen: {
        const { werkmap } = this.host;
        werkmap.doe(INVOEGTOEPASSING, () => {
          werkmap.zetInstellingen(new Map(aanroep.DdaSettingsMethod?.Properties ?? []));
          werkmap.meld({ soort: "werkmap" });
          // Saving settings makes Excel forget what could be undone (office-js #5206).
          werkmap.vergeetGeschiedenis();
        });
        return { Error: 0, Version: 1 };
      }
      case METHODE.opdrachtKlaar: {
        const id = aanroep[0] ?? "";
        this.#opdrachten.get(id)?.(aanroep[1] ?? 0);
        this.#opdrachten.delete(id);
        return { Error: 0, Version: 1 };
      }
      default:
        console.warn(`The stand-in does not have method ${aanroep.DdaMethod.DispatchId}.`);
        return { Error: NIET_ONDERSTEUND, Version: 1 };
    }
  }

  /** Sends an event to whoever in the pane asked for it. */
  #vertel(naam: string, data: unknown): void {
    if (!this.#luistert.has(naam)) return;
    this.#stuur({ _messageType: 1, _actionName: naam, _conversationId: GESPREK, _correlationId: -1, _data: data, _responseType: ANTWOORD.gebeurtenis });
  }

  #stuur(inhoud: Bericht & { readonly _responseType: number }): void {
    const antwoord = { ...inhoud, _messageType: 1, _errorCode: 0, _origin: window.location.origin, _serializerVersion: 1 };
    this.frame.contentWindow?.postMessage(JSON.stringify(antwoord), new URL(this.adres, window.location.href).origin);
  }
}

function alsWebantwoord(antwoord: Hostantwoord): unknown {
  if (antwoord.soort === "antwoord") return { Error: 0, Version: 1, Data: [200, [], antwoord.body] };
  const nummer = WEBFOUT[antwoord.code];
  if (nummer !== undefined) return { Error: nummer, Version: 1 };
  const Error = { Code: antwoord.code, Message: antwoord.melding, Location: "", HttpStatusCode: 400 };
  return { Error: 0, Version: 1, Data: [200, [], JSON.stringify({ Results: [], TraceIds: [], Error })] };
}

function leesJson(tekst: string): unknown {
  try {
    return JSON.parse(tekst);
  } catch {
    // Other scripts post messages too.
    return null;
  }
}
