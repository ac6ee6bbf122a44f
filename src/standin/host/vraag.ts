import { eis, heeft, type Eisen } from "./eisen";
import { onbekend } from "./hostfout";
import type { Antwoordobject, Hostobject, Json } from "./hostobject";
import type { Actie } from "./verzoek";

type Boom = Map<string, Boom>;

/** What load() asked for, as the library wants it back: scalars by their PascalCase names, objects inside, collections under _Items. */
export function beantwoordVraag(object: Hostobject, vraag: Actie["QueryInfo"], eisen: Eisen): Antwoordobject {
  const boom: Boom = new Map();
  for (const pad of vraag?.Select ?? []) hang(boom, pad);
  for (const pad of vraag?.Expand ?? []) hang(boom, `${pad}/*`);
  if (boom.size === 0) boom.set("*", new Map());
  return leesObject(object, boom, eisen, vraag?.Skip ?? 0, vraag?.Top);
}

function hang(boom: Boom, pad: string): void {
  let tak = boom;
  for (const deel of pad.split(/[/.]/).filter((stuk) => stuk !== "" && stuk !== "items")) {
    const volgende = tak.get(deel) ?? new Map();
    tak.set(deel, volgende);
    tak = volgende;
  }
}

function leesObject(object: Hostobject, boom: Boom, eisen: Eisen, overslaan = 0, aantal?: number): Antwoordobject {
  const uit: Record<string, Json> = {};
  if (!object.items) {
    for (const [naam, tak] of boom) leesDeel(object, naam, tak, eisen, uit);
    return uit;
  }
  const voorItems: Boom = new Map();
  for (const [naam, tak] of boom) {
    const eigen = naam === "*" || vindNaam(object.eigenschappen, naam) !== undefined;
    if (eigen) leesDeel(object, naam, tak, eisen, uit);
    if (!eigen || naam === "*") voorItems.set(naam, tak);
  }
  uit._Items = object.items().slice(overslaan, aantal === undefined ? undefined : overslaan + aantal).map((item) => {
    const gelezen = leesObject(item, voorItems, eisen);
    const id = item.id?.().Id;
    // The library finds an item again by Id, or by _Id when id itself was not asked for.
    return gelezen.Id === undefined && id !== undefined ? { ...gelezen, _Id: id } : gelezen;
  });
  return uit;
}

function leesDeel(object: Hostobject, naam: string, tak: Boom, eisen: Eisen, uit: Record<string, Json>): void {
  if (naam === "*") {
    for (const [eigenschap, { sinds, lees }] of Object.entries(object.eigenschappen ?? {})) if (lees && heeft(eisen, sinds)) uit[eigenschap] = lees();
    return;
  }
  const scalair = vindNaam(object.eigenschappen, naam);
  if (scalair !== undefined) {
    const eigenschap = object.eigenschappen?.[scalair];
    eis(eisen, eigenschap?.sinds, `${object.soort}.${naam}`);
    if (!eigenschap?.lees) throw onbekend(`${object.soort}.${naam}`);
    uit[scalair] = eigenschap.lees();
    return;
  }
  const weg = vindNaam(object.navigatie, naam);
  const navigatie = weg === undefined ? undefined : object.navigatie?.[weg];
  if (weg === undefined || !navigatie) throw onbekend(`${object.soort}.${naam}`);
  eis(eisen, navigatie.sinds, `${object.soort}.${naam}`);
  uit[weg] = leesObject(navigatie.geef(), tak.size === 0 ? new Map([["*", new Map()]]) : tak, eisen);
}

/** load("rowIndex") and load("RowIndex") are the same. */
function vindNaam(namen: Readonly<Record<string, unknown>> | undefined, gevraagd: string): string | undefined {
  const klein = gevraagd.toLowerCase();
  return Object.keys(namen ?? {}).find((naam) => naam.toLowerCase() === klein);
}
