import { Hostfout } from "./hostfout";

/** Requirement sets and their versions, as a manifest declares them. */
export type Eisen = Readonly<Record<string, string>>;

/** What Excel 2021 has, the oldest one the add-in supports. */
export const STANDAARD_EISEN: Eisen = { ExcelApi: "1.14", DelayForCellEdit: "1.1", SharedRuntime: "1.2", RibbonApi: "1.2", AddinCommands: "1.3" };

export function ondersteunt(eisen: Eisen, set: string, versie = "1.1"): boolean {
  const heeft = eisen[set];
  if (heeft === undefined) return false;
  const [groot = 0, klein = 0] = heeft.split(".").map(Number);
  const [vraagtGroot = 0, vraagtKlein = 0] = versie.split(".").map(Number);
  return groot > vraagtGroot || (groot === vraagtGroot && klein >= vraagtKlein);
}

/** `sinds` is "1.9" for ExcelApi, or "ExcelApiOnline 1.1". Throws ApiNotFound. */
export function eis(eisen: Eisen, sinds: string | undefined, naam: string): void {
  if (!heeft(eisen, sinds)) throw new Hostfout("ApiNotFound", `${naam} is part of ${sinds}, which this Excel does not have.`, 404);
}

export function heeft(eisen: Eisen, sinds: string | undefined): boolean {
  if (sinds === undefined) return true;
  const [set = "", versie] = sinds.includes(" ") ? sinds.split(" ") : ["ExcelApi", sinds];
  return ondersteunt(eisen, set, versie);
}
