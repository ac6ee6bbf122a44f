/**
 * An own list in a file: reading it through a mapping, against the fastest plain read of the same file by a library, in time and in
 * memory. The memory of each is measured in a process of its own.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Benchregel } from "./benchregel";
import { LEZERS } from "./eigenlijst/lezers";
import { lijst } from "./eigenlijst/lijst";

const RIJEN = 20_000;
const VEEL_RIJEN = 100_000;
const KEREN = 9;
const MB = 2 ** 20;

export async function benchEigenlijst(): Promise<Benchregel[]> {
  const bytes = lijst(RIJEN);
  const tijden = { wij: Infinity, bibliotheek: Infinity };
  for (let keer = 0; keer < KEREN; keer++) {
    for (const wie of ["wij", "bibliotheek"] as const) {
      const begin = performance.now();
      if ((await LEZERS[wie](bytes)) !== RIJEN) throw new Error(`${wie} did not read every row`);
      tijden[wie] = Math.min(tijden[wie], performance.now() - begin);
    }
  }
  const verhouding = tijden.wij / tijden.bibliotheek;
  return [
    { naam: `eigen lijst van ${RIJEN} rijen (.xlsx) lezen en koppelen, naast alleen lezen met SheetJS`, wij: tijden.wij, vergelijking: tijden.bibliotheek, eenheid: "ms", verhouding, doel: "hoogstens 1,3", gehaald: verhouding <= 1.3 },
    geheugen(RIJEN, bytes),
    geheugen(VEEL_RIJEN, lijst(VEEL_RIJEN)),
  ];
}

function geheugen(rijen: number, bytes: Uint8Array): Benchregel {
  const map = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    const bestand = join(map, "lijst.xlsx");
    writeFileSync(bestand, bytes);
    const groei = (wie: keyof typeof LEZERS): number => JSON.parse(execFileSync(process.execPath, ["--import", "tsx", join(__dirname, "eigenlijst/lezers.ts"), wie, bestand], { encoding: "utf8" })).groei / MB;
    const [wij, vergelijking] = [groei("wij"), groei("bibliotheek")];
    const perMb = new Intl.NumberFormat("nl-NL", { maximumFractionDigits: 0 }).format(wij / (bytes.length / MB));
    const grootte = new Intl.NumberFormat("nl-NL", { maximumSignificantDigits: 2 }).format(bytes.length / MB);
    return { naam: `geheugen daarbij op het hoogst, ${rijen} rijen, een bestand van ${grootte} MB (${perMb} MB per MB bestand)`, wij, vergelijking, eenheid: "MB", verhouding: wij / vergelijking, doel: "hoogstens dat van SheetJS", gehaald: wij <= vergelijking };
  } finally {
    rmSync(map, { recursive: true });
  }
}
