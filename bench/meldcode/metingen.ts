/**
 * Checking and counting a long list beside JSON.parse of the very same values, and one changed row in a long list beside one
 * in a short list. Both sides alternate in one run; each figure is a median.
 */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Lijst } from "../../src/meldcode/lijst";
import { aggregateRegistratie } from "../../src/meldcode/tellen";
import { INZENDING_ID, kolommen, OPTIES, rij, serie } from "../../src/meldcode/testtaal";
import type { Cel, Kolominhoud, Rij } from "../../src/meldcode/veld";
import type { Benchregel } from "../benchregel";

setFlagsFromString("--expose-gc");
const gc: (options: { type: "minor" }) => void = runInNewContext("gc");

const LANG = 100_000;
const KORT = 100;
const RONDES = 31;
const TELOPTIES = { minimum: 3, peildatum: OPTIES.peildatum, inzendingId: INZENDING_ID };

export function metingen(): Benchregel[] {
  return [heleLijst(), eenRij()];
}

function heleLijst(): Benchregel {
  const json = JSON.stringify(voorbeeld(LANG));
  const lezen: number[] = [];
  const controleren: number[] = [];
  for (let ronde = 0; ronde < RONDES; ronde++) {
    let inhoud: Kolominhoud | undefined;
    lezen.push(duur(() => (inhoud = JSON.parse(json))));
    // Fresh values each round: as in a workbook that has just been opened, nothing is remembered of an earlier one.
    controleren.push(
      duur(() => {
        if (!inhoud) throw new Error("Niets gelezen.");
        const lijst = new Lijst(inhoud, OPTIES);
        lijst.bevindingen();
        aggregateRegistratie(lijst, TELOPTIES);
      }),
    );
  }
  return regel("100.000 rijen controleren en tellen, naast JSON.parse van dezelfde waarden", "ms", mediaan(controleren), mediaan(lezen), 1);
}

function eenRij(): Benchregel {
  const lang = new Lijst(voorbeeld(LANG), OPTIES);
  const kort = new Lijst(voorbeeld(KORT), OPTIES);
  const inLang: number[] = [];
  const inKort: number[] = [];
  for (let ronde = 0; ronde < RONDES; ronde++) {
    inKort.push(wijzigingen(kort, ronde));
    inLang.push(wijzigingen(lang, ronde));
  }
  return regel("één gewijzigde rij in 100.000, naast één in 100", "µs", mediaan(inLang), mediaan(inKort), 2);
}

/** Microseconds per changed row, over rows that follow each other as they are typed or pasted, each time elsewhere in the list. */
function wijzigingen(lijst: Lijst, ronde: number): number {
  const keer = 2_000;
  const rijen = Array.from({ length: keer }, (_, i) => rij({ kenmerk: `nieuw-${ronde}-${i}`, stap5: i % 2 === 0 ? "Melding" : "beide" }));
  let gezien = 0;
  const totaal = duur(() => {
    rijen.forEach((nieuw, i) => {
      const positie = (ronde * 7919 + i) % lijst.lengte;
      lijst.wijzig(positie, nieuw);
      gezien += lijst.bevindingenVan(positie).length + lijst.aantalFouten;
    });
  });
  if (gezien === 0) throw new Error("Er is niets gecontroleerd.");
  return (totaal / keer) * 1000;
}

/** As lists are: most dates real, a few typed as text, a few synonyms, the latest cases open, some references given twice. */
function voorbeeld(aantal: number): Kolominhoud {
  return kolommen(Array.from({ length: aantal }, (_, i) => voorbeeldrij(i)));
}

function voorbeeldrij(i: number): Rij {
  const start = serie("1-1-2022") + ((i * 37) % 1500);
  const open = start > serie("1-2-2026");
  const kies = <W>(waarden: readonly W[]) => waarden[(i * 31) % waarden.length];
  return rij({
    kenmerk: kies<Cel>([null, i, `M-${i}`, `2026-${String(i).padStart(6, "0")}`, `Wijkteam ${i % 90_000}`]) ?? null,
    team: `Team ${i % 12}`,
    startdatum: i % 50 === 0 ? "3 april 2025" : start,
    sisa: (i % 40 === 0 ? "j" : kies(["Ja", "Ja", "N.v.t."])) ?? null,
    consultatie: kies(["Intern", "Extern", "Intern en extern", "Geen"]) ?? null,
    stap5: open ? "" : ((i % 60 === 0 ? "zelf hulp" : kies(["Hulp", "Melding", "Hulp en melding", "Geen van beide"])) ?? null),
    einddatum: open ? "" : i % 50 === 0 ? "12-5-2025" : start + (i % 60),
  });
}

function regel(naam: string, eenheid: string, wij: number, vergelijking: number, hoogstens: number): Benchregel {
  const verhouding = wij / vergelijking;
  return { naam, wij, vergelijking, eenheid, verhouding, doel: `hoogstens ${hoogstens}×`, gehaald: verhouding <= hoogstens };
}

/** Milliseconds. Memory is swept first, so that nobody pays for what the other side left behind. */
function duur(doe: () => void): number {
  gc({ type: "minor" });
  const begin = performance.now();
  doe();
  return performance.now() - begin;
}

function mediaan(getallen: readonly number[]): number {
  return [...getallen].sort((a, b) => a - b)[Math.floor(getallen.length / 2)] ?? Number.NaN;
}
