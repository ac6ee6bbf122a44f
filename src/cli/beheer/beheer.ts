import { isTijdelijk } from "../../endpoint/database/tijdelijk";
import { Probleemfout } from "../../endpoint/register/probleemfout";
import { account, accountIntrekken, accounts, allenAfmelden } from "./account";
import { auditControleren, auditTonen } from "./audit";
import { beleidTonen, beleidVersies, beleidZetten, periodeOpenen, periodeSluiten, periodeUitzondering, periodeUitzonderingen } from "./beleid";
import { bewaartermijnenToepassen } from "./bewaartermijnen";
import { exporteer } from "./export";
import { type Beheeromgeving, Gebruiksfout, type Opdracht, Weigering } from "./opdracht";
import { activeringscode, organisatieLijst, organisatieToevoegen, organisatieWijzigen, toegangIntrekken } from "./organisatie";
import { organisatieImporteren } from "./importeren";
import { databaseOverzetten, reservekopieMaken, reservekopieTerugzetten } from "./reservekopie";
import { BEHEERTEKSTEN, GEBRUIK } from "./teksten";

/** The command's words, and what they do. */
export const OPDRACHTEN: readonly (readonly [woorden: readonly string[], opdracht: Opdracht])[] = [
  [["organisatie", "toevoegen"], organisatieToevoegen],
  [["organisatie", "wijzigen"], organisatieWijzigen],
  [["organisatie", "importeren"], organisatieImporteren],
  [["organisatie", "lijst"], organisatieLijst],
  [["activeringscode"], activeringscode],
  [["toegang", "intrekken"], toegangIntrekken],
  [["periode", "sluiten"], periodeSluiten],
  [["periode", "openen"], periodeOpenen],
  [["periode", "uitzondering"], periodeUitzondering],
  [["periode", "uitzonderingen"], periodeUitzonderingen],
  [["beleid", "tonen"], beleidTonen],
  [["beleid", "zetten"], beleidZetten],
  [["beleid", "versies"], beleidVersies],
  [["servicepunt", "account"], account],
  [["servicepunt", "accounts"], accounts],
  [["servicepunt", "intrekken"], accountIntrekken],
  [["servicepunt", "afmelden"], allenAfmelden],
  [["audit", "controleer"], auditControleren],
  [["audit", "tonen"], auditTonen],
  [["export"], exporteer],
  [["reservekopie", "maken"], reservekopieMaken],
  [["reservekopie", "terugzetten"], reservekopieTerugzetten],
  [["database", "overzetten"], databaseOverzetten],
  [["bewaartermijnen", "toepassen"], bewaartermijnenToepassen],
];

export interface Uitkomst {
  readonly uitgang: 0 | 1 | 2;
  /** For stdout and stderr. */
  readonly uit: string;
  readonly fout: string;
}

/** Runs one command line (without the program's own name). */
export async function beheer(regel: readonly string[], omgeving: Beheeromgeving, invoer: Parameters<Opdracht>[2]): Promise<Uitkomst> {
  const zonderGegevens = uitleg(regel);
  if (zonderGegevens) return zonderGegevens;
  const json = regel.includes("--json");
  const args = regel.filter((arg) => arg !== "--json");
  const gevonden = OPDRACHTEN.find(([woorden]) => woorden.every((woord, i) => args[i] === woord));
  if (!gevonden) return { uitgang: 2, uit: "", fout: `${BEHEERTEKSTEN.onbekend}\n\n${GEBRUIK}` };
  const [woorden, opdracht] = gevonden;
  try {
    const antwoord = await opdracht(args.slice(woorden.length), omgeving, invoer);
    return { uitgang: antwoord.uitgang ?? 0, uit: json ? `${JSON.stringify(antwoord.json)}\n` : antwoord.tekst, fout: "" };
  } catch (fout) {
    if (fout instanceof Gebruiksfout) return { uitgang: 2, uit: "", fout: `${fout.message}\n\n${GEBRUIK}` };
    if (fout instanceof Weigering) return { uitgang: 1, uit: "", fout: `${fout.message}\n` };
    if (fout instanceof Probleemfout) return { uitgang: 1, uit: "", fout: `${fout.detail}\n` };
    // Full, read-only, gone: for whoever is at the server, not for a programmer.
    if (isTijdelijk(fout)) return { uitgang: 1, uit: "", fout: `${BEHEERTEKSTEN.nietAangenomen}\n` };
    throw fout;
  }
}

/** What needs no data: the explanation, also on a server whose database is gone. */
export function uitleg(regel: readonly string[]): Uitkomst | undefined {
  if (regel.includes("--help")) return { uitgang: 0, uit: GEBRUIK, fout: "" };
  return regel.every((arg) => arg === "--json") ? { uitgang: 2, uit: "", fout: GEBRUIK } : undefined;
}
