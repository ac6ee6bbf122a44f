import { useRef, type ReactElement } from "react";
import { Knopmenu, type Menupunt } from "./Menu";
import type { Sessie } from "./sessie";
import { teksten } from "./teksten";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

interface Eigenschappen {
  readonly sessie: Sessie;
  readonly bewerken: readonly Menupunt[];
  readonly storingen: readonly Menupunt[];
  readonly storingenAan: number;
  readonly naarRooster: () => void;
}

/** File, undo, and the menus that play what happens in a real workbook. */
export function Titelbalk({ sessie, bewerken, storingen, storingenAan, naarRooster }: Eigenschappen): ReactElement {
  const kiezer = useRef<HTMLInputElement>(null);
  const { werkmap, medewerker, toestand } = sessie;
  const t = teksten.balk;

  const vraagEerst = (werk: () => void) => {
    if (!sessie.gewijzigd) return werk();
    const { vervang, vervangUitleg, vervangJa } = teksten.bericht;
    sessie.meld({ titel: vervang, tekst: vervangUitleg, vraag: { ja: vervangJa, opJa: werk } });
  };
  const opslaan = () => {
    sessie.probeer(() => download(sessie.bewaar(), werkmap.naam), teksten.bericht.nietBewaard);
  };
  const medewerkers: readonly Menupunt[] = [
    { tekst: teksten.medewerker.wijzigt, opKies: () => sessie.probeer(() => medewerker.wijzigt(sessie.blad, toestand.stand.gebied)) },
    { tekst: teksten.medewerker.rij, opKies: () => sessie.probeer(() => medewerker.voegtRijIn(sessie.blad, toestand.stand.gebied)) },
    { tekst: teksten.medewerker.sorteert, opKies: () => sessie.probeer(() => medewerker.sorteert(sessie.blad)) },
    { tekst: teksten.medewerker.hernoemt, opKies: () => sessie.probeer(() => medewerker.hernoemt(sessie.blad)) },
    { tekst: teksten.medewerker.verwijdert, opKies: () => sessie.probeer(() => medewerker.verwijdert(sessie.blad)) },
  ];

  return (
    <header className="titelbalk">
      <h1 className="bestandsnaam" title={werkmap.naam}>
        {werkmap.naam}
        {sessie.gewijzigd ? " •" : ""}
      </h1>
      <div className="werkbalk" role="toolbar" aria-label={t.naam}>
        <button type="button" className="knop" onClick={() => vraagEerst(() => kiezer.current?.click())}>
          {t.openen}
        </button>
        <input
          ref={kiezer}
          type="file"
          hidden
          accept=".xlsx,.xlsm"
          onChange={(e) => {
            const bestand = e.target.files?.[0];
            e.target.value = "";
            if (bestand) void bestand.arrayBuffer().then((bytes) => sessie.probeer(() => sessie.open(new Uint8Array(bytes), bestand.name), teksten.bericht.nietGelezen));
          }}
        />
        <button type="button" className="knop" onClick={opslaan}>
          {t.opslaan}
        </button>
        <button type="button" className="knop" onClick={() => vraagEerst(() => sessie.nieuw())}>
          {t.nieuw}
        </button>
        <span className="scheiding" />
        <button type="button" className="knop" disabled={!werkmap.kanOngedaan} title={`${t.ongedaan} (Ctrl+Z)`} onClick={() => werkmap.ongedaan()}>
          {t.ongedaan}
        </button>
        <button type="button" className="knop" disabled={!werkmap.kanOpnieuw} title={`${t.opnieuw} (Ctrl+Y)`} onClick={() => werkmap.opnieuw()}>
          {t.opnieuw}
        </button>
        <Knopmenu tekst={t.bewerken} punten={bewerken} naGekozen={naarRooster} />
        <span className="scheiding" />
        <Knopmenu tekst={t.medewerker} punten={medewerkers} naGekozen={naarRooster} />
        <Knopmenu tekst={storingenAan > 0 ? t.storingenAan(storingenAan) : t.storingen} punten={storingen} klasse={storingenAan > 0 ? "storing-aan" : ""} naGekozen={naarRooster} />
      </div>
    </header>
  );
}

function download(bytes: Uint8Array, naam: string): void {
  // A copy: the DOM's types do not accept bytes that may stand in shared memory.
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: XLSX }));
  const link = document.createElement("a");
  link.href = url;
  link.download = naam;
  link.click();
  URL.revokeObjectURL(url);
}
