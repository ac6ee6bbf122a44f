 
import { isLijstenkop, LIJSTENBLAD } from "../lijstontwerp";
import { TOELICHTINGBLAD } from "../kantenklaar/toelichting";
import { Werkboekfout } from "../werkboek";
import { alsCelblad, type Celblok, type Omvang, vraagBlok, vraagOmvang } from "./bladvraag";
import { laatsteRij } from "./eigenlijstplan";
import type { Stuur, Vraag } from "./sessie";
import { type Blad, isVanOns, type Stand, vraagDatumstelsel, vraagStand, zonderSpoor } from "./stand";
import { type Bron, kolomletters } from "../../meldcode/koppeling/celblad";

/** Excel on the web takes 5 MB per request; a cell is about 16 bytes, so this is 4 MB. */
const CELLEN_PER_PAK = 250_000;

interface Blok extends Omvang {
  readonly bladId: string;
}

/** Two syncs: what there is, and what stands there; more only for the blocks of large sheets. */
export async function leesBron(stuur: Stuur): Promise<Bron> {
  const { stand, datumstelsel } = await stuur(vraagBegin, { wachtOpCel: true });
  const bladen = stand.bladen.filter((blad) => !isVanOns(stand, blad) && blad.naam !== TOELICHTINGBLAD);
  const blokken = await leesCellen(stuur, bladen);
  const gelezen = bladen.map(({ id, naam, zichtbaar }) => alsCelblad(naam, zichtbaar, blokken.get(id) ?? []));
  const isLijstenblad = ({ blad, rijen }: (typeof gelezen)[number]) => blad.startsWith(LIJSTENBLAD) && isLijstenkop(rijen.get(1)?.[1]);
  return { bladen: gelezen.filter((blad) => !isLijstenblad(blad)), datumstelsel, datumsZijnTekst: false };
}

async function leesCellen(stuur: Stuur, bladen: readonly Blad[]): Promise<ReadonlyMap<string, readonly Celblok[]>> {
  try {
    return new Map(await stuur(vraagHeel(bladen), { wachtOpCel: true }));
  } catch (oorzaak) {
    if (!isTeGroot(oorzaak)) throw oorzaak;
  }
  const omvang = await stuur(vraagOmvangen(bladen), { wachtOpCel: true });
  for (let cellenPerPak = CELLEN_PER_PAK; ; cellenPerPak /= 4) {
    try {
      return await leesInPakken(stuur, omvang, cellenPerPak);
    } catch (oorzaak) {
      if (!isTeGroot(oorzaak) || cellenPerPak <= 1_000) throw oorzaak;
    }
  }
}

async function leesInPakken(stuur: Stuur, omvang: readonly Blok[], cellenPerPak: number): Promise<ReadonlyMap<string, readonly Celblok[]>> {
  const gelezen = new Map<string, Celblok[]>();
  for (const pak of verdeel(omvang, cellenPerPak)) {
    const blokken = await stuur(vraagBlokken(pak), { wachtOpCel: true });
    for (const [bladId, blok] of blokken) gelezen.set(bladId, [...(gelezen.get(bladId) ?? []), blok]);
  }
  return gelezen;
}

/** Whole rows, as many as fit, in as few requests as can be. */
function verdeel(omvang: readonly Blok[], cellenPerPak: number): readonly (readonly Blok[])[] {
  const pakken: Blok[][] = [[]];
  let ruimte = cellenPerPak;
  for (const blok of omvang) {
    for (let rij = blok.rij; rij <= laatsteRij(blok); ) {
      if (ruimte < blok.kolommen) {
        pakken.push([]);
        ruimte = cellenPerPak;
      }
      const rijen = Math.max(1, Math.min(laatsteRij(blok) - rij + 1, Math.floor(ruimte / blok.kolommen)));
      pakken.at(-1)?.push({ ...blok, rij, rijen });
      rij += rijen;
      ruimte -= rijen * blok.kolommen;
    }
  }
  return pakken;
}

function vraagBegin(context: Excel.RequestContext): () => { readonly stand: Stand; readonly datumstelsel: ReturnType<ReturnType<typeof vraagDatumstelsel>> } {
  const [stand, datumstelsel] = [vraagStand(context), vraagDatumstelsel(context)];
  return () => ({ stand: stand(), datumstelsel: datumstelsel() });
}

function vraagHeel(bladen: readonly Blad[]): Vraag<readonly (readonly [string, readonly Celblok[]])[]> {
  return (context) => {
    const vragen = bladen.map(({ id }) => [id, vraagBlok(zonderSpoor(context.workbook.worksheets.getItemOrNullObject(id).getUsedRangeOrNullObject(true)))] as const);
    return () => vragen.map(([id, lees]) => [id, [lees() ?? []].flat()] as const);
  };
}

function vraagOmvangen(bladen: readonly Blad[]): Vraag<readonly Blok[]> {
  return (context) => {
    const vragen = bladen.map(({ id }) => [id, vraagOmvang(context.workbook.worksheets.getItemOrNullObject(id))] as const);
    return () => vragen.flatMap(([bladId, lees]) => {
      const omvang = lees();
      return omvang ? [{ bladId, ...omvang }] : [];
    });
  };
}

function vraagBlokken(blokken: readonly Blok[]): Vraag<readonly (readonly [string, Celblok])[]> {
  return (context) => {
    const vragen = blokken.map(({ bladId, rij, kolom, rijen, kolommen }) => {
      const adres = `${kolomletters(kolom)}${rij}:${kolomletters(kolom + kolommen - 1)}${rij + rijen - 1}`;
      return [bladId, vraagBlok(zonderSpoor(context.workbook.worksheets.getItemOrNullObject(bladId).getRange(adres)))] as const;
    });
    return () => vragen.flatMap(([bladId, lees]) => {
      const blok = lees();
      return blok ? [[bladId, blok] as const] : [];
    });
  };
}

function isTeGroot(oorzaak: unknown): boolean {
  return oorzaak instanceof Werkboekfout && oorzaak.code === "te-groot";
}
