/** A made-up service and register for this room's tests: every value has a default, a test names only what it is about. */
import { leesPeriode, type Periode, periodenVanTot } from "../meldcode/periode";
import type { Organisatie } from "../meldcode/uitwisseling/activering";
import type { Ontvangstbewijs, Wijziging } from "../meldcode/uitwisseling/ontvangst";
import type { Responsstatus } from "../meldcode/uitwisseling/servicepunt";
import type { Dienst, Fout, Overzichtvraag, Uitkomst } from "./dienst";
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

export const gelukt = <T>(waarde: T): Uitkomst<T> => ({ gelukt: true, waarde });
export const mislukt = (soort: "aanmelden" | "onbereikbaar" | "storing" | "niet-gevonden"): { gelukt: false; fout: Fout } => ({ gelukt: false, fout: { soort } });

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
    exportadres: (vraag) => `/export?${JSON.stringify(vraag)}`,
    ...deel,
  };
}
