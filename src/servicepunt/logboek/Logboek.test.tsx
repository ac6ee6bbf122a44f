/** @jest-environment jsdom */
import type { Auditregel } from "../../meldcode/uitwisseling/auditlog";
import type { Dienst } from "../dienst";
import { auditregel, gelukt, organisatie, proefdienst, registerregel } from "../proefdienst";
import { klik, schonePagina, tekst, toegankelijkheid, toon, vind, vul } from "../proefpagina";
import { Servicepunt } from "../Servicepunt";

const nu = () => new Date("2026-04-05T10:00:00Z");
const school = organisatie("Basisschool Het Kompas", { organisatieId: "ORG-7K3M-Q2XA" });
beforeEach(schonePagina);
afterAll(schonePagina);

async function open(regels: readonly Auditregel[], rol: "behandelen" | "beheren" = "beheren", query = ""): Promise<void> {
  window.history.replaceState(null, "", `/servicepunt?scherm=logboek${query}`);
  const dienst: Partial<Dienst> = {
    huidigeSessie: async () => gelukt({ naam: "anna", rol, csrfToken: "t" }),
    register: async (zoek) => gelukt({ aantal: 1, organisaties: school.naam.toLowerCase().includes(zoek.toLowerCase()) ? [registerregel(school)] : [] }),
    auditlog: async (voor, aantal) => gelukt(regels.filter((regel) => voor === null || regel.volgnummer < voor).slice(0, aantal)),
  };
  await toon(<Servicepunt dienst={proefdienst([], dienst)} nu={nu} />);
}
const regels = () => [auditregel("aanmelden", { rol: "beheren" }, { moment: "2026-04-02T22:30:00Z" }), auditregel("dossier-ingezien", { organisatie: school.organisatieId }), auditregel("periode-gesloten", { periode: "2026-01" })].reverse();

test("tells per day who did what in sentences, with the names of organisations, and that the lines follow on each other", async () => {
  await open(regels());
  expect(tekst()).toContain("3 april 202614:02anna heeft januari 2026 gesloten14:02anna heeft het dossier bekeken van Basisschool Het Kompas00:30anna heeft zich aangemeld (rol beheren)");
  expect(tekst()).toContain("sluiten op elkaar aan");
  expect(tekst()).not.toMatch(/dossier-ingezien|ORG-7K3M/);
  expect(await toegankelijkheid()).toEqual([]);
});

test("is narrowed to a kind and to an organisation, and the address remembers both", async () => {
  await open(regels());
  await vul("Wat", "dossier-ingezien");
  expect(tekst()).not.toContain("januari 2026 gesloten");
  await vul("Organisatie", "Basisschool Het Kompas (ORG-7K3M-Q2XA)");
  expect(window.location.search).toBe("?scherm=logboek&daad=dossier-ingezien&over=ORG-7K3M-Q2XA");
  expect(tekst()).toContain("heeft het dossier bekeken van Basisschool Het Kompas");
  await klik("button", /Alleen over Basisschool Het Kompas/);
  await vul("Wat", "export");
  expect(tekst()).toContain("In het hele logboek staat geen regel die hierbij past.");
});

test("a line that went is told loudly", async () => {
  const [een, , drie] = regels();
  await open([een, drie].flatMap((regel) => (regel ? [regel] : [])));
  expect(vind('[role="alert"]', /sluit het logboek niet aan/)).toBeDefined();
  expect(tekst()).not.toContain("sluiten op elkaar aan");
});

test("older lines come when they are asked for", async () => {
  await open(Array.from({ length: 130 }, () => auditregel("afmelden")).reverse());
  expect(document.querySelectorAll("ol li")).toHaveLength(100);
  await klik("button", "Verder terug");
  expect(document.querySelectorAll("ol li")).toHaveLength(130);
  expect(tekst()).toContain("Dit is het begin van het logboek.");
});

test("who may not read it sees which role is needed, and nothing of it is asked", async () => {
  await open(regels(), "behandelen");
  expect(tekst()).toContain("rol beheren nodig");
  expect(tekst()).not.toContain("heeft");
});
