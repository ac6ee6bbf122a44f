import { createServer } from "node:net";
import { join } from "node:path";
import { bouwServer, proefmap, ruimOp, startProces } from "./proces";

/** What an administrator reads when the settings are in order but the machine is not. */
let bundel: string;
beforeAll(() => {
  bundel = bouwServer();
});
afterEach(ruimOp);

const start = (env: Readonly<Record<string, string>>) => startProces(["node", bundel], { MELDCODE_DATA: proefmap("starten"), ...env });

test("of a port that is taken it names the setting, also when it is that of the metrics", async () => {
  const bezet = createServer();
  await new Promise<void>((klaar) => bezet.listen(0, "127.0.0.1", klaar));
  const adres = bezet.address();
  const poort = String(typeof adres === "object" ? adres?.port : "");
  await expect(start({ PORT: poort })).rejects.toThrow(`De server kan niet starten. Poort ${poort} is al in gebruik. Kies een andere met PORT.`);
  await expect(start({ MELDCODE_METINGEN_POORT: poort })).rejects.toThrow(`De server kan niet starten. Poort ${poort} is al in gebruik. Kies een andere met MELDCODE_METINGEN_POORT.`);
  await new Promise((klaar) => bezet.close(klaar));
}, 60_000);

test("an address of another machine, pages that are not there, a folder that is a file: each is told in Dutch as what it is", async () => {
  await expect(start({ MELDCODE_HOST: "192.0.2.1" })).rejects.toThrow("Op het adres in MELDCODE_HOST kan deze machine niet luisteren.");
  const leeg = proefmap("leeg");
  await expect(start({ MELDCODE_STATISCH: leeg })).rejects.toThrow(`In de map van MELDCODE_STATISCH (${leeg}) staan geen gebouwde pagina's.`);
  await expect(start({ MELDCODE_DATA: join(__filename, "data") })).rejects.toThrow("de gegevensmap is niet te openen of te beschrijven. Controleer MELDCODE_DATA.");
}, 60_000);
