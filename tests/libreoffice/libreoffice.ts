import { spawnSync } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { findLibreOffice } from "../../scripts/machine";

/** One comma-separated file for each sheet, with the cells as they are shown. */
export const ALLE_BLADEN = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1";

/**
 * Lets LibreOffice open files and save each as another kind (`naar`: an extension, with a filter behind a colon) in the folder
 * `uit`. `map`: a scratch folder; its own profile there keeps two at once apart. Starting takes seconds, so give it all files at once.
 */
export function zetOm(map: string, naar: string, bestanden: readonly string[], uit: string): void {
  const soffice = findLibreOffice();
  if (!soffice) throw new Error("No LibreOffice on this machine: `npm test` installs it on Debian and Ubuntu.");
  const profiel = `-env:UserInstallation=${pathToFileURL(path.join(map, "profiel")).href}`;
  const { error, status, stderr } = spawnSync(soffice, [profiel, "--headless", "--convert-to", naar, "--outdir", uit, ...bestanden], { encoding: "utf8", timeout: 120_000 });
  if (error || status !== 0) throw new Error(`LibreOffice could not convert to ${naar}: ${error?.message ?? stderr}`);
}
