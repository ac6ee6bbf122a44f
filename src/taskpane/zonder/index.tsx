import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { haalLatereSchermen } from "../schermen/Paneel";
import { Bladzijde } from "./bladzijde";
import { Pagina } from "./Pagina";

const plek = document.getElementById("pagina");
if (!plek) throw new Error("controleren.html has no element #pagina");

const bladzijde = new Bladzijde();
createRoot(plek).render(
  <StrictMode>
    <Pagina bladzijde={bladzijde} />
  </StrictMode>,
);
window.addEventListener("online", () => bladzijde.probeerOpnieuw());
document.addEventListener("visibilitychange", () => document.hidden || bladzijde.kijkWeer());

/** Brings all parts of this page onto the computer, so that it opens without a network from then on. */
async function bewaarVoorLater(): Promise<void> {
  if ("serviceWorker" in navigator) await navigator.serviceWorker.register("/controleren-werker.js", { scope: "/controleren" });
}
// Without it (an old browser, a private window) the page works all the same, but only with a network.
bewaarVoorLater().catch(() => undefined);
void haalLatereSchermen();
void import("./openen");
