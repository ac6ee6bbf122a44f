import { type Bestandwerkboek, type Celrij, maakBestandWerkboek } from "../../workbook/bestand/bestandWerkboek";
import { Browseropslag } from "../../workbook/bestand/browseropslag";
import { Werkmapfout } from "../../workbook/xlsx/werkmap";
import { MAXIMUM_BESTAND } from "../../workbook/xlsx/zip";
import { maakDienst } from "../dienst/dienst";
import type { Plek } from "../plek";
import { Sessie } from "../sessie/sessie";

export interface Geopend {
  readonly werkboek: Bestandwerkboek;
  readonly sessie: Sessie;
}

export interface Openopties {
  readonly plek: Plek;
  readonly toonRij: (rij: Celrij) => void;
  readonly opVerandering: () => void;
}

/** Comes with the first file: the reader of workbooks, and the session over it. @throws Werkmapfout with one Dutch sentence */
export async function openBestand(bestand: File, { plek, toonRij, opVerandering }: Openopties): Promise<Geopend> {
  // Not read into memory before its size is known.
  if (bestand.size > MAXIMUM_BESTAND) throw new Werkmapfout("te-groot");
  const bytes = new Uint8Array(await bestand.arrayBuffer());
  const werkboek = await maakBestandWerkboek(bestand.name, bytes, { toonRij, opVerandering });
  const sessie = new Sessie({
    werkboek,
    plek,
    dienst: maakDienst({ basis: `${location.origin}/v1`, fetch: (...verzoek) => fetch(...verzoek) }),
    opslag: new Browseropslag(() => window.localStorage),
    klok: () => new Date(),
    uuid: () => crypto.randomUUID(),
    wekker: (milliseconden, doe) => {
      const wekker = setTimeout(doe, milliseconden);
      return () => clearTimeout(wekker);
    },
  });
  return { werkboek, sessie };
}

