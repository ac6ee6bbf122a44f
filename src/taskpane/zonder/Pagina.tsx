import { Button, FluentProvider, Link, makeStyles, mergeClasses, Spinner, tokens } from "@fluentui/react-components";
import { lazy, type ReactElement, type RefObject, Suspense, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { Paneel } from "../schermen/Paneel";
import { Struikelblok } from "../schermen/Struikelblok";
import { useStijl } from "../schermen/stijl";
import { teksten } from "../teksten";
import { useThema } from "../thema";
import { Bestandsbalk } from "./Bestandsbalk";
import { kiesBestand, SOORTEN, vangOp } from "./bestandstoegang";
import type { Bladzijde, Bladzijdebeeld } from "./bladzijde";
import { Kiesvak } from "./Kiesvak";
import { zonder } from "./teksten";

/** The one for every municipality. */
const KANT_EN_KLAAR = "/assets/registratie.xlsx";
const Rijvenster = lazy(async () => ({ default: (await import("./Rijvenster")).Rijvenster }));

const useEigen = makeStyles({
  pagina: { minHeight: "100vh", backgroundColor: tokens.colorNeutralBackground2 },
  /** As wide as one reads with ease; the screens are made for a pane. */
  midden: { maxWidth: "760px", margin: "0 auto", boxShadow: tokens.shadow4 },
  melding: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, padding: tokens.spacingHorizontalM, borderRadius: tokens.borderRadiusLarge, backgroundColor: tokens.colorNeutralBackground1, border: `1px solid ${tokens.colorStatusDangerBorder1}` },
  /** In view wherever one has scrolled to, but not where it would hide what one works on (400% zoom). */
  boven: { backgroundColor: tokens.colorNeutralBackground3, "@media (min-height: 600px)": { position: "sticky", top: 0, zIndex: 2 } },
  meldingen: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}` },
  letOp: { border: `1px solid ${tokens.colorStatusWarningBorder1}` },
  beloften: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, margin: 0, paddingLeft: tokens.spacingHorizontalXL },
  verborgen: { display: "none" },
});

export function Pagina({ bladzijde }: { readonly bladzijde: Bladzijde }): ReactElement {
  const thema = useThema(undefined);
  const eigen = useEigen();
  const beeld = useSyncExternalStore(bladzijde.subscribe, bladzijde.getSnapshot);
  const invoer = useRef<HTMLInputElement>(null);
  const erboven = useLoslaten(bladzijde);
  useNietVerliezen(bladzijde);
  const kies = useKiezer(bladzijde, invoer);
  useEffect(() => bladzijde.kiesMet(kies), [bladzijde, kies]);
  return (
    <FluentProvider theme={thema} className={eigen.pagina}>
      <div className={eigen.midden}>
        {beeld.open ? (
          <Paneel
            key={beeld.open.volgnummer}
            sessie={beeld.open.sessie}
            boven={
              <div className={eigen.boven}>
                <Bestandsbalk open={beeld.open} bladzijde={bladzijde} opKies={kies} />
                <Meldingen beeld={beeld} bladzijde={bladzijde} />
              </div>
            }
          />
        ) : (
          <Begin beeld={beeld} bladzijde={bladzijde} erboven={erboven} opKies={kies} />
        )}
      </div>
      {beeld.open && (
        <Struikelblok>
          <Suspense fallback={null}>
            <Rijvenster rij={beeld.open.rij} opSluit={() => bladzijde.sluitRij()} />
          </Suspense>
        </Struikelblok>
      )}
      <input
        ref={invoer}
        type="file"
        accept={SOORTEN}
        aria-label={zonder.kiesvak.knop}
        className={eigen.verborgen}
        onChange={(e) => {
          const bestand = e.target.files?.[0];
          if (bestand) void bladzijde.kies({ bestand, handvat: null });
          // So that the same file can be chosen again.
          e.target.value = "";
        }}
      />
    </FluentProvider>
  );
}

function Begin({ beeld, bladzijde, erboven, opKies }: { readonly beeld: Bladzijdebeeld; readonly bladzijde: Bladzijde; readonly erboven: boolean; readonly opKies: () => void }): ReactElement {
  const stijl = useStijl();
  const eigen = useEigen();
  const { nogGeenLijst } = zonder;
  return (
    <div className={stijl.paneel}>
      <header className={stijl.kop}>
        <div className={stijl.kopnaam}>{teksten.product}</div>
      </header>
      <Meldingen beeld={beeld} bladzijde={bladzijde} />
      <main className={stijl.inhoud}>
        <h1 className={stijl.groteTitel}>{zonder.titel}</h1>
        <p className={stijl.tekst}>{zonder.inleiding}</p>
        <Kiesvak erboven={erboven} opKies={opKies} />
        <ul className={eigen.beloften}>
          {zonder.beloften.map((belofte) => (
            <li key={belofte}>{belofte}</li>
          ))}
        </ul>
        <p className={stijl.tekst}>
          {nogGeenLijst.voor}
          <Link
            inline
            href={KANT_EN_KLAAR}
            download
            onClick={(e) => {
              e.preventDefault();
              void bladzijde.begin(KANT_EN_KLAAR);
            }}
          >
            {nogGeenLijst.link}
          </Link>
          {nogGeenLijst.na}
        </p>
      </main>
    </div>
  );
}

function Meldingen({ beeld, bladzijde }: { readonly beeld: Bladzijdebeeld; readonly bladzijde: Bladzijde }): ReactElement | null {
  const stijl = useStijl();
  const eigen = useEigen();
  const t = zonder.verwerpen;
  const { bezig, fout, wachtend, open } = beeld;
  return (
    <div className={bezig || fout || wachtend ? eigen.meldingen : undefined}>
      <div role="status">{bezig && <Spinner label={bezig} labelPosition="after" size="small" />}</div>
      <div role="alert">
        {fout && (
          <div className={eigen.melding}>
            <strong>{fout.titel}</strong>
            <span>{fout.tekst}</span>
          </div>
        )}
        {wachtend !== null && open && (
          <div className={mergeClasses(eigen.melding, eigen.letOp)}>
            <strong>{t.titel(open.naam)}</strong>
            <span>{t.tekst}</span>
            <div className={stijl.rij}>
              <Button appearance="primary" onClick={() => void bladzijde.verder("eerst-bewaren")}>
                {t.eerstBewaren}
              </Button>
              <Button onClick={() => void bladzijde.verder("toch")}>{t.toch}</Button>
              <Button onClick={() => void bladzijde.verder("blijf")}>{t.terug}</Button>
            </div>
          </div>
        )}
      </div>
    </div>
  );
}

function useKiezer(bladzijde: Bladzijde, invoer: RefObject<HTMLInputElement | null>): () => void {
  const [kies] = useState(() => (): void => void kiesBestand(invoer.current).then((gekozen) => gekozen && bladzijde.kies(gekozen)));
  return kies;
}

/** A file may be let go anywhere on the page; without this the browser would leave the page for it. Answers whether one hangs above it. */
function useLoslaten(bladzijde: Bladzijde): boolean {
  const [erboven, zetErboven] = useState(false);
  useEffect(() => {
    const boven = (e: DragEvent): void => {
      e.preventDefault();
      zetErboven(true);
    };
    const weg = (e: DragEvent): void => {
      if (e.relatedTarget === null) zetErboven(false);
    };
    const los = (e: DragEvent): void => {
      zetErboven(false);
      // A screen of the pane took it: old forms, for example.
      if (e.defaultPrevented) return;
      e.preventDefault();
      if (e.dataTransfer) void bladzijde.vang(vangOp(e.dataTransfer));
    };
    window.addEventListener("dragover", boven);
    window.addEventListener("dragleave", weg);
    window.addEventListener("drop", los);
    return () => {
      window.removeEventListener("dragover", boven);
      window.removeEventListener("dragleave", weg);
      window.removeEventListener("drop", los);
    };
  }, [bladzijde]);
  return erboven;
}

/** The browser asks before the page closes with something that is not saved. */
function useNietVerliezen(bladzijde: Bladzijde): void {
  useEffect(() => {
    const voorVertrek = (e: BeforeUnloadEvent): void => {
      if (!bladzijde.isOpgeslagen) e.preventDefault();
    };
    window.addEventListener("beforeunload", voorVertrek);
    return () => window.removeEventListener("beforeunload", voorVertrek);
  }, [bladzijde]);
}
