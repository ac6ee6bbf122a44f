import { LIJSTENBLAD, LIJSTNAAM, type Lijstontwerp } from "../lijstontwerp";
import { MARKEERKLEUR } from "../markering";
import { VERZONDEN_BLAD } from "../verzonden";
import type { Opmaakwijziging, Wijziging } from "../xlsx/bewaren";
import { bestandsbreedte, hexkleur } from "./bestandsmaten";

export const TOELICHTINGBLAD = "Toelichting";
/** What stands in A1 of ours. */
export const TOELICHTINGTITEL = "Monitor Meldcode: uw registratie";

/** In characters: the width of a printed page. One column, so that nothing stands crooked beside a text of three lines. */
const BREEDTE = 84;
/** The blue of the product's sign. */
const BLAUW = "0F548C";

interface Regel {
  readonly kop?: string;
  readonly tekst: string;
  readonly kleur?: string;
}

interface Alinea {
  readonly titel: string;
  readonly regels: readonly Regel[];
}

const alineas = ({ kolommen }: Lijstontwerp): readonly Alinea[] => [
  {
    titel: "Waarom deze lijst",
    regels: [
      { tekst: "Het Servicepunt Meldcode van uw gemeente wil weten hoe vaak de meldcode wordt gebruikt, of een SISA-signaal is gegeven, wie is geraadpleegd en hoe stap 5 eindigt." },
      { tekst: "Verzonden worden alleen geaggregeerde tellingen zonder persoonsgegevens van de melder. Rijen, datums, kenmerken, teams, eigen kolommen en uw naam blijven bij u." },
      { tekst: "Bij heel kleine aantallen kunnen tellingen naar een geval wijzen. Het Servicepunt behandelt ze daarom vertrouwelijk." },
    ],
  },
  {
    titel: "Invullen",
    regels: [
      { tekst: `Op het blad ${LIJSTNAAM} is één rij één keer dat de meldcode is gestart. Gebruik dezelfde werkmap het hele jaar door, en daarna ook.` },
      ...kolommen.map(({ uitleg }) => ({ kop: uitleg.titel, tekst: uitleg.tekst })),
      { kop: "Eigen kolommen", tekst: "U mag kolommen toevoegen, verplaatsen, sorteren en filteren. Eigen kolommen worden niet gelezen en niet verzonden." },
    ],
  },
  {
    titel: "Kleuren",
    regels: [
      { kop: "Rood", tekst: "Dit moet u herstellen voordat u kunt verzenden.", kleur: MARKEERKLEUR.fout },
      { kop: "Geel", tekst: "Kijk even of dit klopt.", kleur: MARKEERKLEUR.waarschuwing },
    ],
  },
  {
    titel: "Controleren en verzenden",
    regels: [
      { kop: "Taakvenster", tekst: "Gaat vanzelf open als uw beheerder de invoegtoepassing voor u heeft klaargezet. Anders: tabblad Start, knop Taakvenster. De eerste keer vult u de activeringscode van het Servicepunt in." },
      { kop: "Verzenden", tekst: `Het taakvenster zegt wat er nog niet klopt, en wanneer u kunt verzenden. Elk ontvangstbewijs komt op het blad ${VERZONDEN_BLAD}; laat dat blad staan.` },
      { kop: "Verbeteren", tekst: "Vul wat nog miste gewoon in de oude rij in. Bij de volgende verzending wordt dat een correctie." },
      { kop: "Zonder taakvenster", tekst: "In Excel 2019 en LibreOffice werken de keuzelijsten en de kleuren ook. Vraag het Servicepunt hoe u dan kunt verzenden." },
    ],
  },
  { titel: "Dit blad", regels: [{ tekst: `Mag weg; er verandert dan niets. Het verborgen blad ${LIJSTENBLAD} is nodig voor de keuzelijsten en de kleuren.` }] },
];

/** The sheet *Toelichting*: why and how, on one page. */
export function toelichting(ontwerp: Lijstontwerp): Wijziging[] {
  const titel = { vet: true, letterkleur: BLAUW };
  const leeg = { tekst: "", opmaak: {} };
  const regels: readonly { readonly tekst: string; readonly opmaak: Opmaakwijziging }[] = [
    { tekst: TOELICHTINGTITEL, opmaak: titel },
    ...alineas(ontwerp).flatMap((alinea) => [
      leeg,
      { tekst: alinea.titel, opmaak: titel },
      ...alinea.regels.map(({ kop, tekst, kleur }) => ({
        tekst: kop === undefined ? tekst : `${kop}: ${tekst}`,
        opmaak: { terugloop: true, ...(kleur === undefined ? {} : { vulkleur: hexkleur(kleur) }) },
      })),
    ]),
  ];
  return [
    { soort: "blad-toevoegen", naam: TOELICHTINGBLAD },
    { soort: "kolombreedte", blad: TOELICHTINGBLAD, van: 1, tot: 1, breedte: bestandsbreedte(BREEDTE) },
    ...regels.flatMap(({ tekst, opmaak }, i): Wijziging[] => (tekst === "" ? [] : [{ soort: "cel", blad: TOELICHTINGBLAD, rij: i + 1, kolom: 1, waarde: tekst, opmaak }])),
  ];
}

/** What comes below it when a list gets columns beside its own: a title and a line for each. */
export function toelichtingErbij({ kolommen }: Lijstontwerp): readonly string[] {
  return ["Uw gemeente vraagt ook", ...kolommen.map(({ uitleg }) => `${uitleg.titel}: ${uitleg.tekst}`)];
}
