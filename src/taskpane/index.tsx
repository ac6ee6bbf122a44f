import { type ReactElement, StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { isErIetsBewaard } from "../workbook/office/opslag";
import { zetLopendeSessie } from "./lopend";
import { BuitenExcel } from "./schermen/BuitenExcel";
import { NietGeladen } from "./schermen/NietGeladen";
import { haalLatereSchermen, Laadscherm, Paneel } from "./schermen/Paneel";
import { teksten } from "./teksten";

/** Longer than Excel takes to answer; after that the page says where it belongs, and still goes on when Excel does answer. */
const WACHT_OP_EXCEL = 15_000;
/** Someone who is here for the first time looks for a code; all that is left to load comes meanwhile. */
const EVEN_RUST = 1_000;

void begin();

async function begin(): Promise<void> {
  if (typeof Office === "undefined") return toon(<BuitenExcel zonderOffice />);
  const teLaat = setTimeout(() => toon(<BuitenExcel zonderOffice={false} />), WACHT_OP_EXCEL);
  const { host } = await Office.onReady();
  clearTimeout(teLaat);
  if (host !== Office.HostType.Excel) return toon(<BuitenExcel zonderOffice={false} />);

  const kantoorthema = Office.context.officeTheme;
  const eersteKeer = !isErIetsBewaard();
  toon(eersteKeer ? <Paneel sessie={null} kantoorthema={kantoorthema} /> : <Laadscherm kantoorthema={kantoorthema} />);
  if (eersteKeer) await eersteToetsOf(EVEN_RUST);
  // The checks, the workbook and the service come after the first picture.
  const opstart = await import("./opstart").catch(() => null);
  if (!opstart) return toon(<NietGeladen kantoorthema={kantoorthema} />);
  const sessie = await opstart.maakSessie();
  toon(<Paneel sessie={sessie} eersteKeer={eersteKeer} kantoorthema={kantoorthema} />);
  window.addEventListener("online", () => void sessie.probeerOpnieuw());
  document.addEventListener("visibilitychange", () => void (document.hidden || sessie.kijkWeer()));
  await sessie.open();
  zetLopendeSessie(sessie);
  const inRust = window.requestIdleCallback ?? ((doe: () => void) => setTimeout(doe, 500));
  inRust(() => void haalLatereSchermen());
}

function eersteToetsOf(milliseconden: number): Promise<unknown> {
  return new Promise((klaar) => {
    setTimeout(klaar, milliseconden);
    window.addEventListener("input", klaar, { once: true });
  });
}

let wortel: ReturnType<typeof createRoot> | null = null;

function toon(scherm: ReactElement): void {
  document.title = teksten.product;
  const plek = document.getElementById("paneel");
  if (!plek) throw new Error("taskpane.html has no element #paneel");
  wortel ??= createRoot(plek);
  wortel.render(<StrictMode>{scherm}</StrictMode>);
}
