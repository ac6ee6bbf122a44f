/** How a file comes in and goes out: with the File System Access API back into the same file, elsewhere as a download. */

/** What we use of FileSystemFileHandle; TypeScript does not know asking for permission yet. */
export interface Bestandshandvat {
  readonly kind: "file" | "directory";
  getFile(): Promise<File>;
  createWritable(): Promise<{ write(inhoud: Blob): Promise<void>; close(): Promise<void>; abort(): Promise<void> }>;
  requestPermission?(opties: { mode: "readwrite" }): Promise<PermissionState>;
}

export interface Gekozen {
  readonly bestand: File;
  /** null: the browser lets us read it only. */
  readonly handvat: Bestandshandvat | null;
}

type Kiezer = (opties: object) => Promise<Bestandshandvat[]>;
type Bewaarkiezer = (opties: object) => Promise<Bestandshandvat>;

export const SOORTEN = ".xlsx,.xlsm,.xls,.csv,.tsv,.txt";
const XLSX = { description: "Excel-werkmap", accept: { "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": [".xlsx"] } };

/** Lets the user choose a file; null when nothing was chosen. `invoer`: the page's own file input, for browsers without the API. */
export async function kiesBestand(invoer: HTMLInputElement | null): Promise<Gekozen | null> {
  const kiezer = vanVenster<Kiezer>("showOpenFilePicker");
  if (!kiezer) {
    invoer?.click();
    return null;
  }
  try {
    const [handvat] = await kiezer({ id: "meldcode" });
    return handvat ? { bestand: await handvat.getFile(), handvat } : null;
  } catch (fout) {
    if (isAfgebroken(fout)) return null;
    throw fout;
  }
}

export type Losgelaten = { readonly soort: "bestand"; readonly gekozen: Gekozen } | { readonly soort: "niets" | "te-veel" | "map" };

/** What was dropped. Must be called in the event itself: afterwards the browser has taken it away. */
export function vangOp(overdracht: DataTransfer): Promise<Losgelaten> {
  const items = Array.from(overdracht.items).filter((item) => item.kind === "file");
  const bestand = overdracht.files[0];
  const isMap = items[0]?.webkitGetAsEntry?.()?.isDirectory ?? false;
  // Not in TypeScript's own library yet.
  const item = items[0] as (DataTransferItem & { getAsFileSystemHandle?: () => Promise<Bestandshandvat | null> }) | undefined;
  const handvat = item?.getAsFileSystemHandle?.().catch(() => null) ?? Promise.resolve(null);
  if (items.length > 1) return Promise.resolve({ soort: "te-veel" });
  if (isMap) return Promise.resolve({ soort: "map" });
  if (!bestand) return Promise.resolve({ soort: "niets" });
  return handvat.then((gevonden) => ({ soort: "bestand", gekozen: { bestand, handvat: gevonden?.kind === "file" ? gevonden : null } }));
}

export type Bewaring =
  | { readonly soort: "in-bestand"; readonly gekozen: Gekozen }
  | { readonly soort: "gedownload" }
  /** The file could not be written, so it was downloaded. */
  | { readonly soort: "niet-in-bestand" }
  /** It was changed since it was read: nothing was written. */
  | { readonly soort: "elders-gewijzigd" }
  | { readonly soort: "afgebroken" };

/** Into the same file where that can be, after looking whether it is still what was read; else as a download. */
export async function bewaarBestand(naam: string, bytes: Uint8Array, { bestand, handvat }: Gekozen, isZelfdeBestand: boolean): Promise<Bewaring> {
  const inhoud = alsBlob(bytes);
  if (!handvat) return download(naam, inhoud);
  try {
    const doel = isZelfdeBestand ? handvat : await vanVenster<Bewaarkiezer>("showSaveFilePicker")?.({ id: "meldcode", suggestedName: naam, types: [XLSX] });
    if (!doel) return download(naam, inhoud);
    if (doel === handvat) {
      if ((await handvat.requestPermission?.({ mode: "readwrite" })) === "denied") return download(naam, inhoud);
      const nu = await handvat.getFile();
      if (nu.lastModified !== bestand.lastModified || nu.size !== bestand.size) return { soort: "elders-gewijzigd" };
    }
    await schrijf(doel, inhoud);
    return { soort: "in-bestand", gekozen: { bestand: await doel.getFile(), handvat: doel } };
  } catch (fout) {
    if (isAfgebroken(fout)) return { soort: "afgebroken" };
    download(naam, inhoud);
    return { soort: "niet-in-bestand" };
  }
}

/** The browser writes beside the file and puts it in its place at the end: a file is never half written. */
async function schrijf(doel: Bestandshandvat, inhoud: Blob): Promise<void> {
  const stroom = await doel.createWritable();
  try {
    await stroom.write(inhoud);
  } catch (fout) {
    await stroom.abort();
    throw fout;
  }
  await stroom.close();
}

export function alsBlob(bytes: Uint8Array): Blob {
  // Never memory that is shared with a worker, which a Blob would refuse.
  return new Blob([bytes as Uint8Array<ArrayBuffer>]);
}

export function download(naam: string, inhoud: Blob): Bewaring {
  const adres = URL.createObjectURL(inhoud);
  const koppeling = document.createElement("a");
  koppeling.href = adres;
  koppeling.download = naam;
  koppeling.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(adres), 60_000);
  return { soort: "gedownload" };
}

function isAfgebroken(fout: unknown): boolean {
  return fout instanceof DOMException && fout.name === "AbortError";
}

/** Only some browsers have these, and TypeScript knows none of them. */
function vanVenster<T>(naam: "showOpenFilePicker" | "showSaveFilePicker"): T | null {
  const functie: unknown = Reflect.get(window, naam);
  return typeof functie === "function" ? (functie.bind(window) as T) : null;
}
