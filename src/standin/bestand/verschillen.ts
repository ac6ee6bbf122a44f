import type { Wijziging } from "../../workbook/xlsx/bewaren";
import { STANDAARD_BREEDTE, type Blad, type Bladgegevens } from "../model/blad";
import { isFoutwaarde, type Cel, type Tabel } from "../model/cel";
import type { Werkmap } from "../model/werkmap";
import { naarBereik, naarOpmaak, naarTekens, uitOpmaakregel, uitValidatie, zonderIs } from "./vertalen";

/**
 * What has to change in the file so that it says what the workbook says now. `was` is the model as it was loaded from that file.
 * A sheet that was removed or renamed stays in the file under its old name too: saving throws nothing of the user's away.
 */
export function verschillen(was: Werkmap, nu: Werkmap): Wijziging[] {
  const bladen = nu.bladen.map((blad) => ({ blad, oud: was.bladMetNaam(blad.naam) }));
  const wijzigingen: Wijziging[] = [
    ...bladen.filter(({ oud }) => !oud).map(({ blad }): Wijziging => ({ soort: "blad-toevoegen", naam: blad.naam, zichtbaarheid: ZICHTBAARHEID[blad.gegevens.zichtbaarheid] })),
    ...tabellenWeg(was, nu),
    ...bladen.flatMap(({ blad, oud }) => celverschillen(oud, blad, nu)),
    ...tabellenErbij(was, nu),
    ...bladen.flatMap(({ blad, oud }) => bladverschillen(blad.naam, oud?.gegevens ?? null, blad.gegevens)),
    ...nu.namen
      .filter((naam) => naam.blad === null && !was.namen.some((w) => w.blad === null && w.naam === naam.naam && w.formule === naam.formule))
      .map((naam): Wijziging => ({ soort: "naam", naam: naam.naam, verwijzing: zonderIs(naam.formule) })),
  ];
  const actief = nu.blad(nu.actiefBlad).naam;
  if (was.blad(was.actiefBlad).naam !== actief) wijzigingen.push({ soort: "activeren", blad: actief });
  return wijzigingen.length === 0 ? [] : [...wijzigingen, ...nieuweUitkomsten(was, nu)];
}

const ZICHTBAARHEID = { Visible: "zichtbaar", Hidden: "verborgen", VeryHidden: "zeer-verborgen" } as const;

function celverschillen(oud: Blad | undefined, blad: Blad, werkmap: Werkmap): Wijziging[] {
  const uit: Wijziging[] = [];
  for (const [r, k, cel] of blad.cellen()) {
    const wijziging = celverschil(oud?.cel(r, k), cel, () => werkmap.waarde(blad, r, k));
    if (wijziging) uit.push({ soort: "cel", blad: blad.naam, rij: r + 1, kolom: k + 1, ...wijziging });
  }
  for (const [r, k] of oud?.cellen() ?? []) if (!blad.cel(r, k)) uit.push({ soort: "cel-wissen", blad: blad.naam, rij: r + 1, kolom: k + 1 });
  return uit;
}

type Celdeel = Pick<Extract<Wijziging, { soort: "cel" }>, "waarde" | "formule" | "opmaak">;

function celverschil(oud: Cel | undefined, nu: Cel, uitkomst: () => Cel["waarde"]): Celdeel | null {
  const zelfdeInhoud = (oud?.formule ?? null) === (nu.formule ?? null) && (nu.formule !== undefined || (oud?.waarde ?? "") === nu.waarde);
  const inhoud = nu.formule === undefined ? { waarde: nu.waarde === "" ? null : nu.waarde } : { formule: zonderIs(nu.formule), waarde: uitkomst() };
  const [opmaakWas, opmaakNu] = [naarOpmaak(oud), naarOpmaak(nu)];
  const opmaak = Object.fromEntries(Object.entries(opmaakNu).filter(([naam, waarde]) => opmaakWas[naam as keyof typeof opmaakWas] !== waarde));
  const anders = Object.keys(opmaak).length > 0;
  if (zelfdeInhoud && !anders) return null;
  return { ...(zelfdeInhoud ? {} : inhoud), ...(anders ? { opmaak } : {}) };
}

/** Formulas that stayed but came out differently: the file keeps the last result beside each formula, and some programs show that. */
function nieuweUitkomsten(was: Werkmap, nu: Werkmap): Wijziging[] {
  return nu.bladen.flatMap((blad) => {
    const oud = was.bladMetNaam(blad.naam);
    if (!oud || blad.formules === 0) return [];
    const uit: Wijziging[] = [];
    for (const [r, k, cel] of blad.cellen()) {
      if (cel.formule === undefined || oud.cel(r, k)?.formule !== cel.formule) continue;
      const waarde = nu.waarde(blad, r, k);
      // An error here may only mean that the stand-in cannot calculate it; Excel and LibreOffice will.
      if (isFoutwaarde(waarde) || bijnaGelijk(waarde, cel.waarde)) continue;
      uit.push({ soort: "cel", blad: blad.naam, rij: r + 1, kolom: k + 1, formule: zonderIs(cel.formule), waarde });
    }
    return uit;
  });
}

function bijnaGelijk(a: Cel["waarde"], b: Cel["waarde"]): boolean {
  if (typeof a !== "number" || typeof b !== "number") return a === b;
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}

/** Tables keep their id from loading on, so a table that got another name is still the same one. */
function tabellenWeg(was: Werkmap, nu: Werkmap): Wijziging[] {
  return was.tabellen.filter((oud) => !nu.tabellen.some((t) => t.id === oud.id)).map((oud) => ({ soort: "tabel-verwijderen", naam: oud.naam }));
}

function tabellenErbij(was: Werkmap, nu: Werkmap): Wijziging[] {
  return nu.tabellen.flatMap((tabel): Wijziging[] => {
    const oud = was.tabellen.find((t) => t.id === tabel.id);
    const kolommen = tabel.kolommen.map((kolom) => kolom.naam);
    const bereik = naarBereik(tabel.gebied);
    if (!oud) return [{ soort: "tabel-toevoegen", blad: nu.blad(tabel.blad).naam, naam: tabel.naam, bereik, kolommen, stijl: tabel.stijl }];
    const wijziging = {
      ...(oud.naam !== tabel.naam && { nieuweNaam: tabel.naam }),
      ...(!gelijk(oud.gebied, tabel.gebied) && { bereik }),
      ...(!gelijk(namen(oud), kolommen) && { kolommen }),
    };
    return Object.keys(wijziging).length > 0 ? [{ soort: "tabel-wijzigen", naam: oud.naam, ...wijziging }] : [];
  });
}

function namen(tabel: Tabel): string[] {
  return tabel.kolommen.map((kolom) => kolom.naam);
}

function bladverschillen(blad: string, was: Bladgegevens | null, nu: Bladgegevens): Wijziging[] {
  const uit: Wijziging[] = [];
  const nieuwIn = <T>(lijst: readonly T[], andere: readonly T[]) => lijst.filter((a) => !andere.some((b) => gelijk(a, b)));
  const [validatiesWas, validatiesNu] = [(was?.validaties ?? []).map(uitValidatie), nu.validaties.map(uitValidatie)];
  for (const weg of nieuwIn(validatiesWas, validatiesNu)) for (const bereik of weg.bereiken) uit.push({ soort: "validatie-wissen", blad, bereik });
  for (const validatie of nieuwIn(validatiesNu, validatiesWas)) uit.push({ soort: "validatie", blad, validatie });

  const [regelsWas, regelsNu] = [(was?.opmaakregels ?? []).map(uitOpmaakregel), nu.opmaakregels.map(uitOpmaakregel)];
  for (const weg of nieuwIn(regelsWas, regelsNu)) uit.push({ soort: "voorwaardelijk-verwijderen", blad, bereiken: weg.bereiken, formule: weg.formule });
  // Each goes before the ones that are there, so the last one goes first.
  for (const regel of nieuwIn(regelsNu, regelsWas).toReversed()) uit.push({ soort: "voorwaardelijk-toevoegen", blad, regel });

  if (!gelijk(was?.bevroren ?? { rijen: 0, kolommen: 0 }, nu.bevroren)) uit.push({ soort: "bevriezen", blad, ...nu.bevroren });
  for (const kolom of new Set([...(was?.kolombreedtes.keys() ?? []), ...nu.kolombreedtes.keys()])) {
    const breedte = nu.kolombreedtes.get(kolom) ?? STANDAARD_BREEDTE;
    if ((was?.kolombreedtes.get(kolom) ?? STANDAARD_BREEDTE) !== breedte) {
      uit.push({ soort: "kolombreedte", blad, van: kolom + 1, tot: kolom + 1, breedte: naarTekens(breedte) });
    }
  }
  return uit;
}

function gelijk(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
