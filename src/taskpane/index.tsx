import { type ReactElement, StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { zetLopendeSessie } from "./lopend";
import { BuitenExcel } from "./schermen/BuitenExcel";
import { haalLatereSchermen, Laadscherm, Paneel } from "./schermen/Paneel";
import { teksten } from "./teksten";

/** Longer than Excel takes to answer; after that the page says where it belongs, and still goes on when Excel does answer. */
const WACHT_OP_EXCEL = 15_000;

void begin();

async function begin(): Promise<void> {
  if (typeof Office === "undefined") return toon(<BuitenExcel zonderOffice />);
  const teLaat = setTimeout(() => toon(<BuitenExcel zonderOffice={false} />), WACHT_OP_EXCEL);
  const { host } = await Office.onReady();
  clearTimeout(teLaat);
  if (host !== Office.HostType.Excel) return toon(<BuitenExcel zonderOffice={false} />);

  const kantoorthema = Office.context.officeTheme;
  toon(<Laadscherm kantoorthema={kantoorthema} />);
  // The checks, the workbook and the service come after the first picture.
  const sessie = await (await import("./opstart")).maakSessie();
  toon(<Paneel sessie={sessie} kantoorthema={kantoorthema} />);
  window.addEventListener("online", () => void sessie.probeerOpnieuw());
  await sessie.open();
  zetLopendeSessie(sessie);
  const inRust = window.requestIdleCallback ?? ((doe: () => void) => setTimeout(doe, 500));
  inRust(() => void haalLatereSchermen());
}

let wortel: ReturnType<typeof createRoot> | null = null;

function toon(scherm: ReactElement): void {
  document.title = teksten.product;
  const plek = document.getElementById("paneel");
  if (!plek) throw new Error("taskpane.html has no element #paneel");
  wortel ??= createRoot(plek);
  wortel.render(<StrictMode>{scherm}</StrictMode>);
}
