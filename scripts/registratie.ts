/**
 * Writes assets/registratie.xlsx, the ready-made workbook: `npm run registratie`. The file is committed; a test says so when it
 * no longer is what the definitions in src/workbook and the manifest make of it.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { kantEnKlareRegistratie } from "../src/workbook/kantenklaar/registratie";
import { leesInvoegtoepassing } from "../src/workbook/kantenklaar/taakvensterdelen";

const root = path.resolve(__dirname, "..");
const manifest = readFileSync(path.join(root, "manifest.xml"), "utf8");
writeFileSync(path.join(root, "assets/registratie.xlsx"), kantEnKlareRegistratie(leesInvoegtoepassing(manifest)));
