import type { Keuzeveld, Kolomwijzer, Koppelingsbegin } from "../../../meldcode/koppeling/koppeling";
import { VELDEN, type Veld } from "../../../meldcode/veld";

/**
 * What the user changes in a proposal by hand. A field's part of a mapping has a form of its own per field, which cannot be said of a
 * field that is only known when it runs: the engine's schema judges the whole when it proposes anew.
 */
type Velden = Koppelingsbegin["velden"];

/** This field stands in these columns from now on; another field that was read from one of them is looked for again. */
export function metKolommen(koppeling: Koppelingsbegin, veld: Veld, kolommen: readonly Kolomwijzer[]): Koppelingsbegin {
  const elders = kolommen.reduce((tot, { kolom }) => (kolom === undefined ? tot : zonderKolom(tot, kolom, veld)), koppeling);
  const zonder = zonderVeld(elders.velden, veld);
  const mag = kolommen.length > 0 || (veld !== "kenmerk" && veld !== "team" && veld !== "startdatum");
  return { ...elders, velden: mag ? ({ ...zonder, [veld]: { kolommen: kolommen.map(({ kop, kolom }) => ({ kop, kolom })) } } as Velden) : zonder };
}

/** No other field is read from this column. */
export function zonderKolom(koppeling: Koppelingsbegin, kolom: string, behalve: Veld): Koppelingsbegin {
  const bezet = VELDEN.filter((veld) => veld !== behalve && koppeling.velden[veld]?.kolommen.some((k) => k.kolom === kolom));
  return { ...koppeling, velden: bezet.reduce(zonderVeld, koppeling.velden) };
}

export function metWoord(koppeling: Koppelingsbegin, veld: Keuzeveld, kop: string, woord: string, betekenis: string): Koppelingsbegin {
  const deel = koppeling.velden[veld];
  const kolommen = deel?.kolommen.map((kolom) => (kolom.kop === kop ? { ...kolom, waarden: { ...kolom.waarden, [woord]: betekenis } } : kolom));
  return { ...koppeling, velden: { ...koppeling.velden, [veld]: { ...deel, kolommen } } as Velden };
}

export function zonderVeld(velden: Velden, veld: Veld): Velden {
  // fromEntries forgets which part is whose.
  return Object.fromEntries(Object.entries(velden).filter(([naam]) => naam !== veld)) as Velden;
}
