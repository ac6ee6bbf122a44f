import { randomBytes } from "node:crypto";
import { userInfo } from "node:os";
import { leesConfiguratie } from "../endpoint/configuratie";
import { aanDeDeur } from "../endpoint/database/aandedeur";
import { Opslag } from "../endpoint/database/opslag";
import type { Wie } from "../endpoint/register/audit";
import { beheer, uitleg, type Uitkomst } from "./beheer/beheer";
import { kiesBeheerder, leesBeheerder } from "./beheer/beheerder";
import { kiesGemeente, leesGemeente } from "./beheer/gemeente";
import { bewaakUitvoer } from "./uitvoer";

/** Administers the register without the page, on the same database, also while the server runs. Exit: 0 done, 1 refused, 2 not understood or no data to work on. */
async function start(): Promise<number> {
  const { als, regel: zonderAls } = leesBeheerder(process.argv.slice(2));
  const { gemeente: genoemd, regel } = leesGemeente(zonderAls);
  const zonderGegevens = uitleg(regel);
  if (zonderGegevens) return meld(zonderGegevens);
  let opslag: Opslag;
  let gemeente: string;
  let wie: Wie;
  try {
    const configuratie = leesConfiguratie(process.env);
    wie = kiesBeheerder({ account: account(), als: als ?? configuratie.beheerder, productie: configuratie.productie });
    gemeente = kiesGemeente(configuratie.gemeente, genoemd, regel);
    opslag = await Opslag.open(configuratie.database);
  } catch (fout) {
    const instelling = fout instanceof Error && !("code" in fout);
    const deur = process.env.DATABASE_URL && fout instanceof Error ? aanDeDeur(fout) : undefined;
    const waarom = deur === undefined ? ". Controleer MELDCODE_DATA of DATABASE_URL, en of u daar mag schrijven." : `: ${deur}`;
    process.stderr.write(`${instelling ? fout.message : `De gegevens zijn niet te openen${waarom} Er is niets gewijzigd.`}\n`);
    return 2;
  }
  try {
    return meld(await beheer(regel, { installatie: opslag, opslag: opslag.gemeente(gemeente), wie, nu: () => new Date(), willekeur: randomBytes }, process.stdin));
  } finally {
    await opslag.sluit();
  }
}

function meld({ uitgang, uit, fout }: Uitkomst): number {
  process.stdout.write(uit);
  process.stderr.write(fout);
  return uitgang;
}

/** On this machine. In a container its number may have no name. */
function account(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? "");
  }
}

bewaakUitvoer();
void start().then((uitgang) => {
  process.exitCode = uitgang;
});
