import { readFile } from "node:fs/promises";
import { parseArgs, type ParseArgsConfig } from "node:util";
import type { Opslag } from "../../endpoint/database/opslag";
import type { Handelend } from "../../endpoint/register/audit";
import { BEHEERTEKSTEN } from "./teksten";

/** What a command answers: the same for programs and for people. */
export interface Antwoord {
  readonly json: unknown;
  readonly tekst: string;
  /** 1: it ran, and what it looked at is not right. */
  readonly uitgang?: 0 | 1;
}

/** The register of one municipality, and the database with those of all. */
export interface Beheeromgeving extends Handelend {
  readonly installatie: Opslag;
}

/** `args`: what stands behind the command's own words. */
export type Opdracht = (args: readonly string[], omgeving: Beheeromgeving, invoer: NodeJS.ReadableStream & { isTTY?: boolean }) => Promise<Antwoord>;

/** The command line is not understood: exit 2. */
export class Gebruiksfout extends Error {
  override readonly name = "Gebruiksfout";
}

/** The command is understood but refused: exit 1. */
export class Weigering extends Error {
  override readonly name = "Weigering";
}

/** What is in a file; "-" is what is piped in: a container has no files of the machine it runs on. Throws when there is nothing to read. */
export async function leesBestand(bestand: string, invoer: NodeJS.ReadableStream): Promise<Buffer> {
  if (bestand !== "-") return readFile(bestand);
  const delen: Buffer[] = [];
  for await (const deel of invoer) delen.push(Buffer.from(deel));
  return Buffer.concat(delen);
}

/** Reads options and positionals; throws Gebruiksfout for an unknown option, or when not exactly `aantal` positionals are given. */
export function leesArgumenten<const O extends NonNullable<ParseArgsConfig["options"]>>(args: readonly string[], options: O, aantal: number) {
  try {
    const gelezen = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    if (gelezen.positionals.length !== aantal) throw new Gebruiksfout(BEHEERTEKSTEN.onbekend);
    return gelezen;
  } catch (fout) {
    if (fout instanceof Gebruiksfout) throw fout;
    const optie = /'(-[^' ]*)/.exec(String(fout))?.[1] ?? "";
    throw new Gebruiksfout(BEHEERTEKSTEN.optie(`de optie ${optie} past hier niet of mist een waarde.`));
  }
}
