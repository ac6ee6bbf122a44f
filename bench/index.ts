/**
 * `npm run bench`: each figure beside what it is compared to, measured in one run and given as a ratio. It never judges the
 * machine: a goal that is missed is printed as such and changes no exit code.
 */
import { benchBundel } from "./bundel";
import { benchDeadlinedag } from "./deadlinedag";
import { benchEigenlijst } from "./eigenlijst";
import { benchEndpoint } from "./endpoint";
import { benchFuzz } from "./fuzz";
import { benchMeldcode } from "./meldcode";
import type { Benchregel } from "./benchregel";
import { benchOverzicht } from "./overzicht";
import { benchWorkbook } from "./workbook";

const PARTS: Record<string, () => Promise<Benchregel[]>> = {
  meldcode: benchMeldcode,
  workbook: benchWorkbook,
  eigenlijst: benchEigenlijst,
  endpoint: benchEndpoint,
  deadlinedag: benchDeadlinedag,
  overzicht: benchOverzicht,
  bundel: benchBundel,
  fuzz: benchFuzz,
};

const getal = new Intl.NumberFormat("nl-NL", { maximumSignificantDigits: 3 });

async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  for (const [name, measure] of Object.entries(PARTS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    for (const regel of await measure()) {
      console.log(`${regel.gehaald ? "✓" : "✗"} ${regel.naam}`);
      console.log(
        `    wij ${getal.format(regel.wij)} ${regel.eenheid} · vergelijking ${getal.format(regel.vergelijking)} ${regel.eenheid} · verhouding ${getal.format(regel.verhouding)} (doel: ${regel.doel})`,
      );
    }
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
