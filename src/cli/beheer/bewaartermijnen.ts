import { pasBewaartermijnenToe } from "../../endpoint/register/bewaartermijnen";
import { leesArgumenten, type Opdracht } from "./opdracht";
import { BEHEERTEKSTEN } from "./teksten";

/** What the server does by itself every day, now. */
export const bewaartermijnenToepassen: Opdracht = async (args, omgeving) => {
  leesArgumenten(args, {}, 0);
  const verwijderd = await pasBewaartermijnenToe(omgeving);
  return { json: { verwijderd }, tekst: BEHEERTEKSTEN.bewaartermijnen(Object.entries(verwijderd)) };
};
