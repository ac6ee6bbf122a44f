/** @jest-environment jsdom */
import type { Periode } from "../../meldcode/periode";
import type { Dienst, Perioden } from "../dienst";
import { gelukt, maand, mislukt, organisatie, proefdienst, registerregel } from "../proefdienst";
import { klik, schonePagina, tekst, toegankelijkheid, toon, vind } from "../proefpagina";
import { Servicepunt } from "../Servicepunt";

const nu = () => new Date("2026-04-05T10:00:00Z");
const school = organisatie("Basisschool Het Kompas", { organisatieId: "ORG-7K3M-Q2XA" });
beforeEach(schonePagina);
afterAll(schonePagina);

function maandendienst(begin: Partial<Perioden> = {}, mislukBij?: string) {
  let perioden: Perioden = { geslotenMaanden: [], uitzonderingen: [], ...begin };
  const gezet: string[] = [];
  const totaal = (periode: Periode) => ({ periode, gereageerd: 9, organisaties: 12, gestart: 0, afgesloten: 0, zonderEenpersoons: false });
  const dienst: Partial<Dienst> = {
    perioden: async () => gelukt(perioden),
    maandtotalen: async () => gelukt([totaal(maand("2026-02"))]),
    register: async () => gelukt({ aantal: 1, organisaties: [registerregel(school)] }),
    zetPeriode: async (periode, gesloten) => {
      if (periode === mislukBij) return mislukt("onbereikbaar");
      gezet.push(`${gesloten ? "sluit" : "open"} ${periode}`);
      const rest = perioden.geslotenMaanden.filter((p) => p !== periode);
      perioden = { ...perioden, geslotenMaanden: gesloten ? [...rest, periode] : rest };
      return gelukt(perioden);
    },
    zetUitzondering: async () => {
      perioden = { ...perioden, uitzonderingen: [] };
      return gelukt(null);
    },
  };
  return { dienst, gezet };
}

async function open(dienst: Partial<Dienst>, rol: "lezen" | "behandelen" = "behandelen"): Promise<void> {
  window.history.replaceState(null, "", "/servicepunt?scherm=maanden");
  await toon(<Servicepunt dienst={proefdienst([], { huidigeSessie: async () => gelukt({ naam: "anna", rol, csrfToken: "t" }), ...dienst })} nu={nu} />);
}

test("months are closed together after one question that says what it means and who is still missing", async () => {
  const { dienst, gezet } = maandendienst();
  await open(dienst);
  expect(tekst()).toContain("9 van 12 gereageerd");
  expect(await toegankelijkheid()).toEqual([]);
  await klik("input", "januari 2026");
  await klik("input", "februari 2026");
  await klik("button", "2 maanden sluiten…");
  expect(tekst()).toContain("Januari 2026 en februari 2026 sluiten?");
  expect(tekst()).toContain("niet meer wijzigen, en ook niet alsnog insturen");
  expect(tekst()).toContain("februari 2026: van 3 van de 12 organisaties niets");
  await klik("button", "Maanden sluiten");
  expect(gezet).toEqual(["sluit 2026-01", "sluit 2026-02"]);
  expect(tekst()).toContain("2 maanden van 2026 zijn gesloten");
  expect(() => vind("button", /sluiten…/)).toThrow();
});

test("when it stops half-way it says so, and asks about what is left", async () => {
  const { dienst, gezet } = maandendienst({}, "2026-02");
  await open(dienst);
  await klik("input", "Alle maanden van 2026 kiezen");
  await klik("button", "3 maanden sluiten…");
  expect(tekst()).toContain("3 maanden sluiten?Het gaat om januari 2026 tot en met maart 2026.");
  await klik("button", "Maanden sluiten");
  expect(gezet).toEqual(["sluit 2026-01"]);
  expect(tekst()).toMatch(/Februari 2026 en maart 2026 sluiten\?.*Niet alles is gesloten.*niet bereikbaar/);
});

test("a month that is not over cannot be closed", async () => {
  await open(maandendienst().dienst);
  expect(tekst()).toContain("loopt nog");
  expect(() => vind("input", "april 2026")).toThrow();
});

test("opening says that everybody can change it again, and that exceptions end", async () => {
  const { dienst, gezet } = maandendienst({ geslotenMaanden: [maand("2026-01")], uitzonderingen: [{ organisatieId: school.organisatieId, periode: maand("2026-01") }] });
  await open(dienst);
  await klik("input", "januari 2026");
  await klik("button", "Maand openen…");
  expect(tekst()).toContain("Alle organisaties kunnen deze maand dan weer wijzigen");
  expect(tekst()).toContain("1 uitzondering op deze maand vervalt");
  await klik("button", "Maand openen");
  expect(gezet).toEqual(["open 2026-01"]);
});

test("exceptions are listed by name, lead to the dossier, and are taken back after one question", async () => {
  const { dienst } = maandendienst({ geslotenMaanden: [maand("2026-01")], uitzonderingen: [{ organisatieId: school.organisatieId, periode: maand("2026-01") }] });
  await open(dienst);
  await klik("a", "Basisschool Het Kompas");
  expect(window.location.search).toBe("?scherm=maanden&organisatie=ORG-7K3M-Q2XA&deel=toegang");
  await klik("button", "Sluiten");
  await klik("button", "Uitzondering van Basisschool Het Kompas op januari 2026 terugnemen");
  expect(tekst()).toContain("Basisschool Het Kompas kan januari 2026 dan niet meer wijzigen");
  await klik("button", "Terugnemen");
  expect(tekst()).toContain("Er zijn geen uitzonderingen.");
});

test("who may only read sees what is closed, and nothing to choose", async () => {
  await open(maandendienst({ geslotenMaanden: [maand("2026-01")] }).dienst, "lezen");
  expect(tekst()).toContain("rol behandelen nodig");
  expect(tekst()).toContain("1 maand van 2026 is gesloten");
  expect(document.querySelectorAll("input")).toHaveLength(0);
});

test("no answer is said, and can be asked again", async () => {
  let weg = true;
  const { dienst } = maandendienst();
  await open({ ...dienst, perioden: async () => (weg ? mislukt("onbereikbaar") : gelukt({ geslotenMaanden: [], uitzonderingen: [] })) });
  expect(tekst()).toContain("De maanden kunnen nu niet worden opgehaald");
  weg = false;
  await klik("button", "Opnieuw proberen");
  expect(tekst()).toContain("Niets van 2026 is gesloten");
});
