import { createRoot } from "react-dom/client";
import { maakDienst } from "./dienst";
import { Servicepunt } from "./Servicepunt";

const plek = document.getElementById("pagina");
if (!plek) throw new Error("servicepunt.html has no element #pagina");
createRoot(plek).render(<Servicepunt dienst={maakDienst(window.fetch.bind(window))} nu={() => new Date()} />);
