import { useState, useSyncExternalStore, type ReactElement } from "react";
import { adresVan, gebied, leesAdres, splitsAdres } from "../model/adres";
import type { Roosterbron, Roosteropdrachten } from "./rooster/bron";
import { legVast } from "./rooster/toetsen";
import type { Roostertoestand } from "./rooster/toestand";
import type { Sessie } from "./sessie";
import { teksten } from "./teksten";

interface Eigenschappen {
  readonly sessie: Sessie;
  readonly bron: Roosterbron;
  readonly opdrachten: Roosteropdrachten;
  readonly naarRooster: () => void;
}

/** Where the person is, and what really stands in the cell. Both can be typed in. */
export function Formulebalk({ sessie, bron, opdrachten, naarRooster }: Eigenschappen): ReactElement {
  const { toestand } = sessie;
  const stand = useSyncExternalStore(toestand.luister, toestand.lees);
  const { actief, bewerking } = stand;
  return (
    <section className="formulebalk" aria-label={teksten.formulebalk}>
      <Naamvak key={adresVan(stand.gebied)} sessie={sessie} toestand={toestand} naarRooster={naarRooster} />
      <span className="fx" aria-hidden="true">
        fx
      </span>
      <input
        className="formuleveld"
        aria-label={teksten.formuleveld}
        spellCheck={false}
        autoComplete="off"
        value={bewerking?.tekst ?? bron.invoertekst(actief.rij, actief.kolom)}
        onChange={(e) => toestand.typ(e.target.value, "bewerken")}
        onKeyDown={(e) => {
          if (e.key === "Escape") toestand.stopBewerking();
          else if (e.key !== "Enter" || !legVast({ toestand, bron, opdrachten, schermrijen: 1 })) return;
          else toestand.ga({ rij: Math.min(actief.rij + 1, bron.rijen - 1), kolom: actief.kolom });
          e.preventDefault();
          naarRooster();
        }}
        onBlur={(e) => {
          if ((e.relatedTarget instanceof Element && e.relatedTarget.classList.contains("celinvoer")) || document.querySelector("dialog[open]")) return;
          if (!legVast({ toestand, bron, opdrachten, schermrijen: 1 })) toestand.stopBewerking();
        }}
      />
    </section>
  );
}

/** Typing an address, a sheet with an address, or the name of a table goes there. */
function Naamvak({ sessie, toestand, naarRooster }: { readonly sessie: Sessie; readonly toestand: Roostertoestand; readonly naarRooster: () => void }): ReactElement {
  const { actief, gebied: g } = toestand.stand;
  const hier = adresVan(g.rijen * g.kolommen > 1 ? g : gebied(actief.rij, actief.kolom));
  const [tekst, zetTekst] = useState(hier);
  const ga = () => {
    const { blad: bladnaam, adres } = splitsAdres(tekst.trim());
    const tabel = sessie.werkmap.tabelMetNaam(adres);
    const blad = tabel ? sessie.werkmap.blad(tabel.blad) : bladnaam === null ? sessie.blad : sessie.werkmap.bladMetNaam(bladnaam);
    const doel = tabel?.gebied ?? leesAdres(adres);
    if (!blad || !doel) return zetTekst(hier);
    sessie.probeer(() => sessie.gebruiker.kies(blad, doel));
    naarRooster();
  };
  return (
    <input
      className="naamvak"
      aria-label={teksten.naamvak}
      spellCheck={false}
      autoComplete="off"
      value={tekst}
      onFocus={(e) => e.target.select()}
      onChange={(e) => zetTekst(e.target.value)}
      onBlur={() => zetTekst(hier)}
      onKeyDown={(e) => {
        if (e.key === "Enter") ga();
        else if (e.key === "Escape") naarRooster();
        else return;
        e.preventDefault();
      }}
    />
  );
}
