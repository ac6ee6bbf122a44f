/** The register of a running demo, through the command that an administrator uses. */
import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const BEHEER = path.resolve(__dirname, "../../dist-demo/server/beheer.js");

export interface Organisatietoegang {
  readonly organisatieId: string;
  readonly activeringscode: string;
}

export async function voegOrganisatieToe(dataFolder: string, naam: string, sector: string): Promise<Organisatietoegang> {
  return (await beheer(dataFolder, "organisatie", "toevoegen", "--naam", naam, "--sector", sector)) as Organisatietoegang;
}

/** What the command answers to programs. */
export async function beheer(dataFolder: string, ...regel: readonly string[]): Promise<unknown> {
  const { stdout } = await run(process.execPath, [BEHEER, ...regel, "--json"], { env: { ...process.env, MELDCODE_DATA: dataFolder } });
  return JSON.parse(stdout);
}

/** Every byte that the service keeps, as text: what is looked for and not found here is nowhere. */
export async function geefUitvoer(dataFolder: string): Promise<string> {
  return readdirSync(dataFolder).map((file) => readFileSync(path.join(dataFolder, file), "latin1")).join("\n");
}
