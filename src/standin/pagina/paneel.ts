import { Frameverbinding } from "../host/frame";
import type { Host } from "../host/host";

const TAAKVENSTER = "/taskpane.html";

/** The task pane in its frame: its conversation with the workbook, and its line to the municipality, which can be cut. */
export class Paneel {
  #verbinding: Frameverbinding | null = null;
  #frame: HTMLIFrameElement | null = null;
  #verbroken = false;
  /** The pane's own fetch, while the line is cut. */
  #fetch: typeof fetch | null = null;

  /** Answers how to end the conversation. */
  verbind(frame: HTMLIFrameElement, host: Host): () => void {
    const verbinding = new Frameverbinding(host, frame, TAAKVENSTER);
    const opnieuw = () => {
      this.#fetch = null;
      this.#zetLijn();
    };
    frame.addEventListener("load", opnieuw);
    this.#frame = frame;
    this.#verbinding = verbinding;
    return () => {
      frame.removeEventListener("load", opnieuw);
      verbinding.sluit();
      this.#frame = null;
      this.#verbinding = null;
    };
  }

  /** A ribbon button. Throws when the add-in does not know it. */
  async voerUit(opdracht: string): Promise<void> {
    await this.#verbinding?.voerOpdrachtUit(opdracht);
  }

  get verbroken(): boolean {
    return this.#verbroken;
  }
  verbreek(verbroken: boolean): void {
    this.#verbroken = verbroken;
    this.#zetLijn();
  }

  #zetLijn(): void {
    const venster = this.#frame?.contentWindow;
    if (!venster) return;
    if (this.#verbroken && !this.#fetch) {
      this.#fetch = venster.fetch;
      venster.fetch = () => Promise.reject(new TypeError("Failed to fetch"));
    } else if (!this.#verbroken && this.#fetch) {
      venster.fetch = this.#fetch;
      this.#fetch = null;
    }
  }
}
