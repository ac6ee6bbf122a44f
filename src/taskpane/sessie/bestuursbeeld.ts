import type { Deelnemers } from "./deelnemers";
import type { Bestuursbeeld, Bestuursoordeel, Schoolbeeld } from "./staat";
import type { Verdeling } from "./verdeling";

/** What is shown of a list of several organisations beside the list itself. */
export function bestuursbeeld(deelnemers: Deelnemers, verdeling: Verdeling): Pick<Bestuursbeeld, "naam" | "oordeel" | "scholen" | "bezig" | "onbekend" | "zonderToegang" | "buitenLijst" | "schoolVan"> {
  const { meedoende, organisaties, naam, ronde: bezig } = deelnemers;
  const scholen = meedoende.flatMap((deelnemer): Schoolbeeld[] => {
    const beeld = deelnemer.beeld();
    return beeld ? [{ ...beeld, zaken: deelnemer.deel.lijst?.zaken ?? 0, toegangVervallen: deelnemer.toegang === null }] : [];
  });
  const { onbekend, zonderToegang } = verdeling;
  return {
    naam,
    oordeel: oordeelOver(scholen, onbekend.reduce((som, { posities }) => som + posities.length, 0)),
    scholen,
    bezig,
    onbekend,
    zonderToegang,
    buitenLijst: organisaties.filter(({ organisatieId }) => !meedoende.some(({ organisatie }) => organisatie.organisatieId === organisatieId)),
    schoolVan: (rij) => organisaties.find(({ organisatieId }) => organisatieId === verdeling.organisatieVan(rij))?.naam ?? null,
  };
}

/** `zonder`: rows of which it is not known whose they are. */
function oordeelOver(scholen: readonly Schoolbeeld[], zonder: number): Bestuursoordeel {
  const metFout = scholen.flatMap(({ oordeel }) => (oordeel.soort === "fouten" ? [oordeel] : []));
  if (metFout.length > 0 || zonder > 0) {
    const som = (wat: "fouten" | "rijen") => metFout.reduce((tot, oordeel) => tot + oordeel[wat], zonder);
    return { soort: "fouten", fouten: som("fouten"), rijen: som("rijen"), scholen: metFout.length, onbekend: zonder > 0 };
  }
  if (scholen.length === 0) return { soort: "niemand" };
  const klaar = scholen.filter(({ oordeel }) => oordeel.soort === "klaar").length;
  if (klaar > 0) return { soort: "klaar", scholen: klaar };
  return { soort: scholen.every(({ oordeel }) => oordeel.soort === "alles-verzonden") ? "alles-verzonden" : "niet-vergeleken" };
}
