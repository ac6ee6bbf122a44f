/** A made-up service and register for this room's tests: every value has a default, a test names only what it is about. */
import { leesPeriode, type Periode, periodenVanTot } from "../meldcode/periode";
import type { Organisatie } from "../meldcode/uitwisseling/activering";
import type { Auditregel, Daad } from "../meldcode/uitwisseling/auditlog";
import type { Beleid } from "../meldcode/uitwisseling/beleid";
import type { Ontvangstbewijs, Wijziging } from "../meldcode/uitwisseling/ontvangst";
import type { Registerregel } from "../meldcode/uitwisseling/register";
import type { Beleidsinstelling, Organisatiedossier, Responsstatus } from "../meldcode/uitwisseling/servicepunt";
import type { Beleidstand, Dienst, Fout, Overzichtvraag, Uitkomst } from "./dienst";
import type { Overzichtrij, Responscel } from "./overzicht/selectie";

export function maand(tekst: string): Periode {
  const periode = leesPeriode(tekst);
  if (!periode) throw new Error(`${tekst} is no month`);
  return periode;
}

export function organisatie(naam: string, deel: Partial<Organisatie> = {}): Organisatie {
  return { organisatieId: `ORG-${naam.replace(/\W/g, "").toUpperCase().padEnd(8, "0").slice(0, 4)}-0000`, naam, sector: "onderwijs", eenpersoons: false, ...deel };
}

export function cel(periode: string, status: Responsstatus, deel: Partial<Responscel> = {}): Responscel {
  const ontvangen = status !== "ontbreekt" && status !== "verwacht";
  return { periode: maand(periode), status, teLaat: status === "te-laat", gestart: ontvangen ? 0 : null, afgesloten: ontvangen ? 0 : null, ...deel };
}

/** The months of a row from `van` on, one per status. */
export function rij(org: Organisatie, van: string, ...statussen: readonly Responsstatus[]): Overzichtrij {
  const perioden = periodenVanTot(maand(van), maand("2099-12"));
  return { organisatie: org, maanden: statussen.map((s, i) => cel(perioden[i] ?? van, s)) };
}

export function wijziging(periode: string, was: readonly [number, number] | null, wordt: readonly [number, number]): Wijziging {
  const stand = ([gestart, afgesloten]: readonly [number, number]) => ({ gestart, afgesloten });
  return { periode: maand(periode), soort: was ? "gewijzigd" : "nieuw", was: was && stand(was), wordt: stand(wordt) };
}

export function bewijs(deel: Partial<Ontvangstbewijs> = {}): Ontvangstbewijs {
  return {
    kenmerk: "MM-2026-7K3M-Q2X",
    organisatieId: "ORG-7K3M-Q2XA",
    registratieId: "lijst-1",
    inzendingId: "5b0c8a1e-1111-4222-8333-123456789abc",
    versie: 1,
    ontvangenOp: "2026-04-03T12:02:00Z",
    wijzigingen: [],
    uitsplitsingWijzigingen: [],
    hash: "9f86d081",
    ...deel,
  };
}

/** What the register knows of an organisation of which only the least was recorded. */
export function registerregel(org: Organisatie, deel: Partial<Registerregel> = {}): Registerregel {
  const leeg = { grootte: null, clienten: null, wijk: null, bestuur: null, vestigingsnummer: null, kvk: null, brin: null, lrk: null, agb: null, eenpersoonsTot: null };
  return { ...org, ...leeg, ritme: "maand", ritmes: [{ vanaf: maand("1990-01"), ritme: "maand" }], ...deel };
}

/** A dossier with these receipts and no breakdown. */
export function proefdossier(org: Organisatie, ontvangstbewijzen: readonly Ontvangstbewijs[] = [], deel: Partial<Organisatiedossier> = {}): Organisatiedossier {
  return { organisatie: registerregel(org), aantal: ontvangstbewijzen.length, ontvangstbewijzen: [...ontvangstbewijzen], registraties: [], ...deel };
}

export const INSTELLING: Beleidsinstelling = {
  gemeente: "Rotterdam",
  contact: { naam: "Servicepunt Meldcode", url: "https://servicepunt.example/", email: "servicepunt@servicepunt.example" },
  helpUrl: "https://servicepunt.example/hulp",
  helpteksten: [],
  sisaLabel: "SISA-signaal",
  extraIndicatoren: [],
  minimum: 3,
  deadlineDag: 15,
};
export const BELEID: Beleid = { ...INSTELLING, geslotenMaanden: [] };

/** The policy as it holds in its third version. */
export function beleidstand(beleid: Partial<Beleid> = {}, deel: Partial<Beleidstand> = {}): Beleidstand {
  return { versie: 3, beleid: { ...BELEID, ...beleid }, aantal: 3, versies: [{ versie: 3, vanaf: "2026-03-01T09:00:00Z", gewijzigd: ["minimum"] }], etag: '"3"', ...deel };
}

let nummer = 0;
/** A line of the audit log that follows on the one made before it, newest last. */
export function auditregel(wat: Daad, waarover: Readonly<Record<string, string | number>> = {}, deel: Partial<Auditregel> = {}): Auditregel {
  nummer += 1;
  return { volgnummer: nummer, moment: "2026-04-03T12:02:00Z", wie: "account:anna", naam: "anna", wat, waarover: JSON.stringify(waarover), vorige: `hash ${nummer - 1}`, hash: `hash ${nummer}`, ...deel };
}

export const gelukt = <T>(waarde: T): Uitkomst<T> => ({ gelukt: true, waarde });
export const mislukt = (soort: "aanmelden" | "onbereikbaar" | "storing" | "niet-gevonden" | "verouderd"): { gelukt: false; fout: Fout } => ({ gelukt: false, fout: { soort } });

/** Signed in, with `rijen` in the register; `deel` replaces what a test is about. */
export function proefdienst(rijen: readonly Overzichtrij[], deel: Partial<Dienst> = {}): Dienst & { readonly gevraagd: Overzichtvraag[] } {
  const gevraagd: Overzichtvraag[] = [];
  return {
    gevraagd,
    beleid: async () => mislukt("onbereikbaar"),
    huidigeSessie: async () => gelukt({ naam: "anna", rol: "beheren" as const, csrfToken: "t" }),
    aanmeldwijze: async () => gelukt("account" as const),
    meldAan: async () => gelukt({ naam: "anna", rol: "beheren" as const, csrfToken: "t" }),
    meldAf: async () => gelukt(null),
    overzicht: async (vraag) => {
      gevraagd.push(vraag);
      const getoond = rijen.filter((r) => vraag.sector === null || r.organisatie.sector === vraag.sector);
      const maanden = rijen[0]?.maanden.map((m) => m.periode) ?? [vraag.van];
      const totalen = maanden.map((periode) => ({ periode, gereageerd: getoond.length, organisaties: getoond.length, gestart: 99, afgesloten: 77, zonderEenpersoons: false }));
      return gelukt({ van: maanden[0] ?? vraag.van, tot: maanden.at(-1) ?? vraag.tot, aantal: getoond.length, rijen: getoond, totalen });
    },
    dossier: async () => mislukt("niet-gevonden"),
    voegToe: async () => mislukt("storing"),
    nieuweCode: async () => mislukt("storing"),
    register: async () => gelukt({ aantal: 0, organisaties: [] }),
    nieuweBestuurscode: async () => mislukt("storing"),
    wijzigOrganisatie: async () => mislukt("storing"),
    trekToegangIn: async () => mislukt("storing"),
    beleidsbeheer: async () => mislukt("storing"),
    zetBeleid: async () => mislukt("storing"),
    perioden: async () => gelukt({ geslotenMaanden: [], uitzonderingen: [] }),
    maandtotalen: async () => gelukt([]),
    zetPeriode: async () => mislukt("storing"),
    zetUitzondering: async () => mislukt("storing"),
    auditlog: async () => gelukt([]),
    exportadres: (vraag) => `/export?${JSON.stringify(vraag)}`,
    ...deel,
  };
}
