import { kantEnKlareRegistratie } from "../../workbook/kantenklaar/registratie";
import { leesInvoegtoepassing } from "../../workbook/kantenklaar/taakvensterdelen";
import { maakDienst } from "../dienst/dienst";
import { alsBlob } from "./bestandstoegang";

/**
 * The ready-made workbook with the columns that this municipality asks today. When that cannot be heard, the one at `vast`, for every
 * municipality: the browser keeps it for when there is no network, and columns can be added later. Rejects when that is not to be had either.
 */
export async function haalKantEnKlaar(herkomst: string, vast: string, haal: typeof fetch): Promise<Blob> {
  const [beleid, manifest] = await Promise.all([maakDienst({ basis: `${herkomst}/v1`, fetch: haal }).beleid(), haalGoed(`${herkomst}/manifest.xml`, haal).catch(() => null)]);
  if (!beleid.gelukt || manifest === null) return (await haalGoed(herkomst + vast, haal)).blob();
  return alsBlob(kantEnKlareRegistratie(leesInvoegtoepassing(await manifest.text()), beleid.waarde));
}

async function haalGoed(adres: string, haal: typeof fetch): Promise<Response> {
  const antwoord = await haal(adres);
  if (!antwoord.ok) throw new Error(`${adres} answers ${antwoord.status}.`);
  return antwoord;
}
