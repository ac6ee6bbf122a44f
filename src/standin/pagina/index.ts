import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { maakHaak } from "./haak";
import { Sessie } from "./sessie";
import { Standin } from "./Standin";

const wortel = document.getElementById("standin");
if (!wortel) throw new Error("standin.html has no #standin.");
const sessie = new Sessie();
window.standin = maakHaak(sessie);
createRoot(wortel).render(createElement(Standin, { sessie }));
