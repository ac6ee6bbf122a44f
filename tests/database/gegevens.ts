/** A register with a history in it: organisations that send, correct, replace a list and come in late. */
import type { Periode } from "../../src/meldcode/periode";
import { wijzigBeleid, zetPeriode } from "../../src/endpoint/register/beleid";
import { bewaarAccount } from "../../src/endpoint/register/account";
import { afzender, type Dienst, medewerker, staat } from "../../src/endpoint/testtaal";

export async function vulRegister(d: Dienst): Promise<void> {
  const eind = d.moment;
  const sectoren = ["onderwijs", "jeugdhulp", "gezondheidszorg"] as const;
  for (let i = 0; i < 6; i++) {
    d.moment = new Date("2025-11-05T10:00:00Z");
    const a = await afzender(d, { naam: `Organisatie ${String.fromCharCode(70 - i)} é "${i}"`, sector: sectoren[i % 3] ?? "overig", eenpersoons: i === 5 });
    const verzend = async (dag: string, lijst: string, aantallen: number[], vervangt?: string) => {
      d.moment = new Date(`${dag}T10:00:00Z`);
      const huidig = await a.get(`registraties/${lijst}`);
      const inhoud = { ...staat(aantallen, { vanaf: "2025-10" as Periode }), bevestigdeVerlagingen: ["2025-10" as Periode], ...(vervangt && { vervangt }) }; // literal months
      const { statusCode } = await a.put(lijst, inhoud, huidig.statusCode === 200 ? String(huidig.headers.etag) : null);
      if (statusCode > 201) throw new Error(`The register's history is refused: ${statusCode}`);
    };
    await verzend("2025-11-05", "lijst", [i, 1]);
    await verzend("2025-12-20", "lijst", [i, 2, 1]);
    if (i % 2 === 0) await verzend("2026-01-10", "tweede", [1, 0, 1, 4]);
    if (i % 3 === 0) await verzend("2026-02-10", "nieuw", [i, 2, 1, 3, 1], "lijst");
    if (i === 3) await verzend("2026-03-10", "lijst", [i + 1, 2, 1, 3, 2], "nieuw");
  }
  d.moment = eind;
  await wijzigBeleid(d.omgeving, (beleid) => ({ ...beleid, sisaLabel: "SISA", deadlineDag: 10 }));
  await zetPeriode(d.omgeving, "2025-10" as Periode, true); // a literal month
  await bewaarAccount(d.omgeving, "jan", "een heel lang wachtwoord");
  await medewerker(d);
}
