import { createHash } from "node:crypto";
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from "fastify";
import { maandnummer, type Periode, periodeVanNummer, periodenVanTot } from "../meldcode/periode";
import type { Registratie, Uitsplitsing } from "../meldcode/registratie";
import type { Organisatiegegevens } from "../meldcode/uitwisseling/register";
import type { Rol } from "../meldcode/uitwisseling/rol";
import { Opslag } from "./database/opslag";
import { proefdatabase } from "./database/proefdatabase.testtaal";
import { TABELLEN } from "./database/tabellen";
import type { Logregel } from "./http/logboek";
import { accounthouder } from "./register/account";
import type { Handelend, Wie } from "./register/audit";
import { voegOrganisatieMetCodeToe } from "./register/organisatie";
import { beginSessie, csrfVan } from "./register/sessie";
import { maakServer, type Serveropties } from "./server";

/** The language of the endpoint's tests: a whole service with an empty database, its own clock and repeatable chance. */
export interface Dienst {
  readonly server: FastifyInstance;
  readonly opslag: Opslag;
  readonly omgeving: Handelend;
  readonly log: Logregel[];
  /** Set it to move the clock. */
  moment: Date;
  vraag(opties: InjectOptions | string): Promise<LightMyRequestResponse>;
  sluit(): Promise<void>;
}

const GEMEENTE = "GM0599";
/** Who does what the tests do without a page or a command. */
export const PROEF: Wie = { id: "beheer:proef", naam: "proef" };

export async function dienst(opties: Partial<Serveropties> & { plaats?: string } = {}): Promise<Dienst> {
  const opslag = opties.opslag ?? (await Opslag.open(opties.plaats ?? (await proefdatabase())));
  let stap = 0;
  const willekeur = (aantal: number): Uint8Array => createHash("sha512").update(String(stap++)).digest().subarray(0, aantal);
  const log: Logregel[] = [];
  const dit = {
    opslag,
    log,
    moment: new Date("2026-04-10T12:00:00Z"),
    omgeving: { opslag: opslag.gemeente(GEMEENTE), nu: () => dit.moment, willekeur, wie: PROEF },
  };
  const server = await maakServer({ gemeente: GEMEENTE, ...dit.omgeving, opslag, logboek: (regel) => log.push(regel), ...opties });
  return Object.assign(dit, {
    server,
    vraag: (vraag: InjectOptions | string) => server.inject(vraag),
    async sluit() {
      await server.close();
      await opslag.sluit();
    },
  });
}

/** Everything in the database, of every table and municipality, as text. */
export async function alleRijen({ databank: { db } }: Opslag): Promise<string> {
  return JSON.stringify(await Promise.all(TABELLEN.map((tabel) => db.selectFrom(tabel).selectAll().execute())));
}

export interface Afzender {
  readonly id: string;
  readonly activeringscode: string;
  readonly sleutel: string;
  /** "/v1/organisaties/ORG-…" */
  readonly pad: string;
  readonly koppen: { readonly authorization: string };
  /** Sends a state; `voorwaarde` is an ETag, or null for the first time. */
  put(registratieId: string, staat: unknown, voorwaarde?: string | null): Promise<LightMyRequestResponse>;
  get(pad: string): Promise<LightMyRequestResponse>;
}

/** An organisation in the register that has activated. */
export async function afzender(d: Dienst, gegevens: Partial<Organisatiegegevens> = {}): Promise<Afzender> {
  const { organisatieId: id, activeringscode } = await voegOrganisatieMetCodeToe(d.omgeving, { naam: "De Proef", sector: "onderwijs", ...gegevens });
  const antwoord = await d.vraag({ method: "POST", url: "/v1/activeringen", payload: { activeringscode } });
  const { toegangssleutel: sleutel } = antwoord.json<{ toegangssleutel: string }>();
  const pad = `/v1/organisaties/${id}`;
  const koppen = { authorization: `Bearer ${sleutel}` };
  return {
    id,
    activeringscode,
    sleutel,
    pad,
    koppen,
    put: (registratieId, staat, voorwaarde = null) =>
      d.vraag({
        method: "PUT",
        url: `${pad}/registraties/${registratieId}`,
        headers: { ...koppen, "content-type": "application/json", ...(voorwaarde === null ? { "if-none-match": "*" } : { "if-match": voorwaarde }) },
        payload: JSON.stringify(staat),
      }),
    get: (deel) => d.vraag({ url: `${pad}/${deel}`, headers: koppen }),
  };
}

/** Signed in at the Servicepunt: the headers a page would send. */
export async function medewerker(d: Dienst, rol: Rol = "beheren"): Promise<{ cookie: string; "x-csrf-token": string }> {
  const token = await beginSessie(d.omgeving, { wie: accounthouder("jan"), rol });
  return { cookie: `sessie=${token}`, "x-csrf-token": csrfVan(token) };
}

let volgende = 0;
/** A fresh uuid, the same in every run. */
export function uuid(): string {
  return `00000000-0000-4000-8000-${String(volgende++).padStart(12, "0")}`;
}

/** A valid state: `gestart` per month from `vanaf`, nothing closed, spans as the domain makes them. */
export function staat(gestart: readonly number[] = [2, 0, 1], delen: Partial<Registratie> & { vanaf?: Periode } = {}): Registratie {
  // A literal month in the tests below is written as the brand wants it.
  const vanaf = delen.vanaf ?? ("2026-01" as Periode);
  const tot = periodeVanNummer(maandnummer(vanaf) + gestart.length - 1);
  const minimum = delen.minimum ?? 3;
  const maanden = periodenVanTot(vanaf, tot).map((periode, i) => ({ periode, gestart: gestart[i] ?? 0, afgesloten: 0 }));
  const uitsplitsingen: Uitsplitsing[] = [];
  let van = vanaf;
  let aantal = 0;
  for (const maand of maanden) {
    aantal += maand.gestart;
    if (aantal < minimum) continue;
    uitsplitsingen.push({
      van,
      tot: maand.periode,
      aantal,
      afgesloten: 0,
      sisa: { ja: aantal, nee: 0, nvt: 0, open: 0 },
      consultatie: { geen: 0, intern: aantal, extern: 0, internEnExtern: 0, open: 0 },
      stap5: { hulp: 0, melding: 0, hulpEnMelding: 0, geenVanBeide: 0, open: aantal },
      doorlooptijd: { d0tot7: 0, d8tot28: 0, d29tot91: 0, d92plus: 0 },
    });
    van = periodeVanNummer(maandnummer(maand.periode) + 1);
    aantal = 0;
  }
  return { schema: "registratie/1", inzendingId: uuid(), vanaf, tot, minimum, maanden, uitsplitsingen, bevestigdeVerlagingen: [], ...delen };
}
