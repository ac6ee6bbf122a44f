import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import * as z from "zod/mini";
import type { Werkmap } from "../model/werkmap";
import { ondersteunt } from "./eisen";
import { Host, type Hostopties } from "./host";

/** What a test gets: Microsoft's own library, talking to a stand-in over the given workbook. */
export interface Kantoor {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly host: Host;
  /** Ends the conversation: no more events. */
  sluit(): void;
}

const brugbericht = z.object({ id: z.number(), flags: z.optional(z.number()), message: z.object({ body: z.unknown() }) });

/**
 * Loads the unmodified excel-web-16.00.debug.js in this (jsdom) window and connects it to the workbook through the native bridge.
 * Each call starts anew with another workbook. Sets the globals Excel, Office and OfficeExtension, because the library and the add-in expect them there.
 */
export function startOffice(werkmap: Werkmap, opties: Hostopties = {}): Kantoor {
  const host = new Host(werkmap, opties);
  const brug: { sendMessageToHost(tekst: string): void; onMessageFromHost(tekst: string): void } = {
    sendMessageToHost(tekst: string): void {
      const { id, flags, message } = brugbericht.parse(JSON.parse(tekst));
      const body = typeof message.body === "string" ? message.body : JSON.stringify(message.body);
      void host.beantwoord(body, flags ?? 0).then((antwoord) => {
        const inhoud =
          antwoord.soort === "antwoord"
            ? { statusCode: 200, headers: {}, body: antwoord.body }
            : { statusCode: 400, headers: {}, body: JSON.stringify({ error: { code: antwoord.code, message: antwoord.melding } }) };
        brug.onMessageFromHost(JSON.stringify({ id, type: 2, message: inhoud }));
      });
    },
    // The library puts its own function here while it loads.
    onMessageFromHost: () => undefined,
  };
  const venster = bibliotheek();
  venster.OfficeExtension.HostBridge.init(brug);
  // Handlers of an earlier start in this window would hear this workbook too.
  venster.OfficeExtension.GenericEventRegistration.s_genericEventRegistrations = {};
  host.opBericht((entries) => brug.onMessageFromHost(JSON.stringify({ type: 3, message: { entries } })));
  // Without a frame around it the library has no context of its own; what it and the add-in ask of it stands here.
  const Office: typeof venster.Office = Object.create(venster.Office ?? null, {
    context: { value: {
      host: "Excel",
      platform: "OfficeOnline",
      displayLanguage: "nl-NL",
      contentLanguage: "nl-NL",
      requirements: { isSetSupported: (set: string, versie?: string) => ondersteunt(host.eisen, set, versie) },
    } },
  });
  venster.Office = Office;
  return { Excel: venster.Excel, Office, OfficeExtension: venster.OfficeExtension, host, sluit: () => host.sluit() };
}

/** What the library leaves on the window; HostBridge and GenericEventRegistration are its own, so its types do not name them. */
interface Venster {
  Office: typeof Office;
  Excel: typeof Excel;
  OfficeExtension: typeof OfficeExtension & {
    readonly HostBridge: { init(brug: object): void };
    readonly GenericEventRegistration: { s_genericEventRegistrations: object };
  };
}

/** Evaluates the library in this window, once: it is 3 MB. As a script would, so its vars become globals. */
function bibliotheek(): Venster {
  const venster = window as unknown as Venster & Partial<Pick<Venster, "Excel">>;
  if (venster.Excel === undefined) {
    const pakket = createRequire(join(process.cwd(), "package.json")).resolve("@microsoft/office-js/package.json");
    (0, eval)(readFileSync(join(dirname(pakket), "dist", "excel-web-16.00.debug.js"), "utf8"));
  }
  return venster;
}
