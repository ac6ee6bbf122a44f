/** @jest-environment jsdom */
import type { Dienst } from "./dienst";
import { BELEID, bewijs, cel, gelukt, maand, mislukt, organisatie, proefdienst, proefdossier, registerregel, rij, wijziging } from "./proefdienst";
import { focus, klik, maakSmal, schonePagina, tekst, terug, toegankelijkheid, toets, toon, vind, vul } from "./proefpagina";
import { Servicepunt } from "./Servicepunt";

const nu = () => new Date("2026-04-05T10:00:00Z");
const school = organisatie("Basisschool Het Kompas", { organisatieId: "ORG-7K3M-Q2XA" });
const creche = organisatie("Crèche De Wilg", { organisatieId: "ORG-AAAA-BBBB", sector: "kinderopvang" });
const arts = organisatie("Dokter Jansen", { organisatieId: "ORG-CCCC-DDDD", sector: "gezondheidszorg", eenpersoons: true });
const rijen = [
  { organisatie: school, maanden: [cel("2026-01", "ontvangen", { gestart: 3, afgesloten: 1 }), cel("2026-02", "gecorrigeerd", { gestart: 2, afgesloten: 2, teLaat: true })] },
  rij(creche, "2026-01", "ontbreekt", "verwacht"),
  { organisatie: arts, maanden: [cel("2026-01", "te-laat", { gestart: null, afgesloten: null }), cel("2026-02", "ontbreekt")] },
];

beforeEach(schonePagina);
afterAll(schonePagina);

async function open(dienst: Dienst, query = ""): Promise<void> {
  window.history.replaceState(null, "", `/servicepunt${query}`);
  await toon(<Servicepunt dienst={dienst} nu={nu} />);
}
const namen = () => [...document.querySelectorAll("[data-rij]")].map((e) => e.textContent);

describe("the overview", () => {
  test("says of every organisation and month in words what came in, and asks for the last twelve months", async () => {
    const dienst = proefdienst(rijen);
    await open(dienst);
    expect(namen()).toEqual(["Basisschool Het Kompas", "Crèche De Wilg", "Dokter Jansen"]);
    expect([...document.querySelectorAll('[role="cell"] [role="img"]')].map((e) => e.getAttribute("aria-label"))).toEqual([
      "Ontvangen, 3 gestart, 1 afgesloten",
      "Gecorrigeerd, na de uiterste dag ontvangen, 2 gestart, 2 afgesloten",
      "Ontbreekt",
      "Verwacht",
      "Te laat",
      "Ontbreekt",
    ]);
    expect(dienst.gevraagd).toEqual([{ van: "2025-05", tot: "2026-04", sector: null, zoek: "" }]);
    expect(await toegankelijkheid()).toEqual([]);
  });

  test("the totals of everything are the server's; those of a selection leave one-person practices out, and say so", async () => {
    await open(proefdienst(rijen));
    expect(vind('[role="row"]', /^Zaken gestart/).textContent).toContain("99");
    await vul("Zoeken", "dokter");
    expect(namen()).toEqual(["Dokter Jansen"]);
    expect(vind('[role="row"]', /^Zaken gestart/).textContent).toBe("Zaken gestart00");
    expect(tekst()).toContain("eenpersoonspraktijken niet mee");
  });

  test("when the server leaves them out of the totals of everything, the page says so as well; otherwise it does not", async () => {
    await open(proefdienst(rijen));
    expect(tekst()).not.toContain("eenpersoonspraktijken niet mee");
    const totalen = [{ periode: maand("2026-01"), gereageerd: 2, organisaties: 3, gestart: 3, afgesloten: 1, zonderEenpersoons: true }];
    await open(proefdienst(rijen, { overzicht: async () => gelukt({ van: maand("2026-01"), tot: maand("2026-01"), aantal: rijen.length, rijen, totalen }) }));
    expect(tekst()).toContain("eenpersoonspraktijken niet mee");
  });

  test("who misses a month is shown with one click, and the address remembers it", async () => {
    await open(proefdienst(rijen));
    await klik("button", "Ontbreekt 2 organisaties");
    expect(namen()).toEqual(["Crèche De Wilg", "Dokter Jansen"]);
    expect(window.location.search).toBe("?status=ontbreekt");
  });

  test("an address with filters opens with those filters", async () => {
    const dienst = proefdienst(rijen);
    await open(dienst, "?sector=kinderopvang&van=2026-01&tot=2026-02&volgorde=ontbrekend");
    expect(dienst.gevraagd).toEqual([{ van: "2026-01", tot: "2026-02", sector: "kinderopvang", zoek: "" }]);
    expect(namen()).toEqual(["Crèche De Wilg"]);
  });

  test("the export says that it is confidential and follows period, sector and search", async () => {
    await open(proefdienst(rijen), "?sector=onderwijs&zoek=kompas");
    const koppeling = vind("a", /CSV, vertrouwelijk/);
    expect(koppeling.getAttribute("href")).toContain('"sector":"onderwijs","zoek":"kompas"');
    expect(koppeling.title).toContain("deel het niet buiten het Servicepunt");
  });

  test("the arrow keys go from organisation to organisation, and there is one tab stop", async () => {
    await open(proefdienst(rijen));
    await focus("[data-rij]", "Basisschool Het Kompas");
    await toets("ArrowDown");
    expect(document.activeElement?.textContent).toBe("Crèche De Wilg");
    await toets("End");
    expect(document.activeElement?.textContent).toBe("Dokter Jansen");
    await toets("ArrowDown");
    expect(document.activeElement?.textContent).toBe("Dokter Jansen");
    expect(document.querySelectorAll('[data-rij][tabindex="0"]')).toHaveLength(1);
  });

  test("700 organisations are all counted for a screen reader, while only those in sight are in the page", async () => {
    await open(proefdienst(Array.from({ length: 700 }, (_, i) => rij(organisatie(`Organisatie ${i}`, { organisatieId: `ORG-${i}` }), "2026-01", "ontvangen"))));
    expect(document.querySelector('[role="table"]')?.getAttribute("aria-rowcount")).toBe("704");
    expect(namen().length).toBeLessThan(60);
    await focus("[data-rij]", "Organisatie 0");
    await toets("End");
    expect(document.activeElement?.textContent).toBe("Organisatie 699");
    expect(document.activeElement?.closest('[role="row"]')?.getAttribute("aria-rowindex")).toBe("701");
  });

  test("on a narrow screen every organisation is a card with its months, and the totals are there too", async () => {
    maakSmal();
    await open(proefdienst(rijen));
    expect(document.querySelector('[role="table"]')).toBeNull();
    expect(vind("li", /Basisschool Het Kompas/).textContent).toContain("Niets ontbreekt");
    expect(vind('[role="img"]', "januari 2026: Ontbreekt")).toBeTruthy();
    expect(vind("details", /Totalen per maand/).textContent).toContain("99");
    expect(await toegankelijkheid()).toEqual([]);
  });

  test("what the symbols mean is told when it is asked, with the last day by the policy", async () => {
    await open(proefdienst(rijen, { beleid: async () => gelukt(BELEID) }));
    await klik("button", "Wat betekenen de symbolen?");
    expect(tekst()).toContain("De uiterste dag is voorbij en er is niets ontvangen.");
    expect(tekst()).toContain("De uiterste dag is de 15e van de volgende maand.");
    await toets("Escape");
    expect(tekst()).not.toContain("De uiterste dag is voorbij");
  });

  test("with more organisations than the page holds, it says what filter, counts and order are about", async () => {
    const goed = proefdienst(rijen);
    await open({
      ...goed,
      overzicht: async (vraag, onderbreek) => {
        const uitkomst = await goed.overzicht(vraag, onderbreek);
        return uitkomst.gelukt ? gelukt({ ...uitkomst.waarde, aantal: 90_000 }) : uitkomst;
      },
    });
    expect(tekst()).toContain("3 van 90.000 organisaties");
    expect(tekst()).toContain("Het statusfilter, de aantallen daarin en de volgorde gaan alleen over deze 3.");
    expect(tekst()).toContain("Gereageerdvan 90.000 organisaties");
  });

  test("nothing found: the filters can be cleared in one click", async () => {
    await open(proefdienst(rijen), "?zoek=zwembad&volgorde=ontbrekend");
    expect(tekst()).toContain("Geen organisatie gevonden");
    await klik("button", "Filters wissen");
    expect(namen()).toHaveLength(3);
    expect(window.location.search).toBe("?volgorde=ontbrekend");
  });

  test("an empty register says what to do", async () => {
    await open(proefdienst([]));
    expect(tekst()).toContain("Nog geen organisaties");
    expect(vind("button", "Organisatie toevoegen")).toBeTruthy();
    expect(await toegankelijkheid()).toEqual([]);
  });
});

describe("when something fails", () => {
  test("a server that is gone: what happened, that nothing is lost, and again", async () => {
    let weg = true;
    const goed = proefdienst(rijen);
    await open({ ...goed, overzicht: (vraag, onderbreek) => (weg ? Promise.resolve(mislukt("onbereikbaar")) : goed.overzicht(vraag, onderbreek)) });
    expect(tekst()).toMatch(/niet bereikbaar\. Er is niets verloren gegaan\. Controleer uw verbinding/);
    weg = false;
    await klik("button", "Opnieuw proberen");
    expect(namen()).toHaveLength(3);
  });

  test("what was on the screen stays there, with how old it is", async () => {
    let weg = false;
    const goed = proefdienst(rijen);
    await open({ ...goed, overzicht: (vraag, onderbreek) => (weg ? Promise.resolve(mislukt("storing")) : goed.overzicht(vraag, onderbreek)) });
    weg = true;
    await klik("button", "Vernieuwen");
    expect(namen()).toHaveLength(3);
    expect(tekst()).toContain("U ziet nog de stand van 12:00.");
  });

  test("a session that is over asks to sign in, shows nothing confidential meanwhile, and comes back to the same filters", async () => {
    let aangemeld = false;
    const goed = proefdienst(rijen);
    await open(
      {
        ...goed,
        overzicht: (vraag, onderbreek) => (aangemeld ? goed.overzicht(vraag, onderbreek) : Promise.resolve(mislukt("aanmelden"))),
        meldAan: async (naam, wachtwoord) => {
          aangemeld = true;
          return goed.meldAan(naam, wachtwoord);
        },
      },
      "?status=ontbreekt&zoek=wilg",
    );
    expect(tekst()).toContain("Uw filters staan er nog");
    expect(namen()).toEqual([]);
    await vul("Gebruikersnaam", "anna");
    await vul("Wachtwoord", "geheim");
    await klik("button", "Aanmelden");
    expect(namen()).toEqual(["Crèche De Wilg"]);
  });
});

describe("signing in", () => {
  test("a wrong password says so in plain words, and the name stays", async () => {
    await open(proefdienst(rijen, { huidigeSessie: async () => mislukt("aanmelden"), meldAan: async () => mislukt("aanmelden") }));
    expect(await toegankelijkheid()).toEqual([]);
    await klik("button", "Aanmelden");
    expect(tekst()).toContain("Vul uw gebruikersnaam en wachtwoord in.");
    await vul("Gebruikersnaam", "anna");
    await vul("Wachtwoord", "fout");
    await klik("button", "Aanmelden");
    expect(tekst()).toContain("horen niet bij elkaar");
    expect(vind("input", "Gebruikersnaam")).toHaveProperty("value", "anna");
  });

  test("signing out leaves nothing on the screen", async () => {
    await open(proefdienst(rijen));
    await klik("button", "Afmelden");
    expect(tekst()).toContain("U bent afgemeld.");
    expect(tekst()).not.toContain("Kompas");
  });
});

describe("an organisation", () => {
  const dossier = (deel: Partial<Dienst>) => proefdienst(rijen, deel);

  test("opens from the overview with its receipts and, per month, what it was and what it became", async () => {
    const wijzigingen = [wijziging("2026-01", [2, 1], [2, 2]), wijziging("2026-02", null, [0, 0])];
    await open(dossier({ dossier: async () => gelukt(proefdossier(school, [bewijs({ wijzigingen })])) }));
    await klik("[data-rij]", "Basisschool Het Kompas");
    expect(window.location.search).toBe("?organisatie=ORG-7K3M-Q2XA");
    expect(tekst()).toContain("MM-2026-7K3M-Q2X");
    expect(tekst()).toContain("3 april 2026 om 14:02 · versie 1");
    expect(tekst()).toContain("januari 2026was 2 gestart, 1 afgesloten → wordt 2 gestart, 2 afgesloten");
    expect(tekst()).toContain("februari 2026nulopgave");
    expect(await toegankelijkheid()).toEqual([]);
  });

  test("closes with the browser's back button", async () => {
    await open(dossier({ dossier: async () => gelukt(proefdossier(school)) }), "?zoek=kompas");
    await klik("[data-rij]", "Basisschool Het Kompas");
    expect(tekst()).toContain("Er is nog niets ontvangen.");
    await terug();
    expect(window.location.search).toBe("?zoek=kompas");
    expect(document.querySelector('[role="dialog"]')).toBeNull();
  });

  test("a one-person practice shows that something came in, never how much, even if the server would tell", async () => {
    const ontvangstbewijzen = [bewijs({ wijzigingen: [wijziging("2026-01", null, [41, 17])] })];
    await open(dossier({ dossier: async () => gelukt(proefdossier(arts, ontvangstbewijzen)) }), "?organisatie=ORG-CCCC-DDDD");
    expect(tekst()).toContain("Dit is een eenpersoonspraktijk");
    expect(tekst()).toContain("MM-2026-7K3M-Q2X");
    expect(tekst()).not.toMatch(/41|17 afgesloten/);
  });

  test("a first receipt of many months shows the newest, and all on request", async () => {
    const wijzigingen = Array.from({ length: 9 }, (_, i) => wijziging(`2026-0${i + 1}`, null, [1, 0]));
    await open(dossier({ dossier: async () => gelukt(proefdossier(school, [bewijs({ wijzigingen })])) }), "?organisatie=ORG-7K3M-Q2XA");
    expect(tekst()).toContain("september 2026");
    expect(tekst()).not.toContain("januari 2026");
    await klik("button", "Alle 9 regels tonen");
    expect(tekst()).toContain("januari 2026");
  });

  test("gets a new activation code, shown with how long it works", async () => {
    const code = { organisatieId: school.organisatieId, activeringscode: "7K3M-Q2XA-9D4F-T6WB", geldigTot: "2026-07-01T10:00:00Z" };
    await open(dossier({ dossier: async () => gelukt(proefdossier(school)), nieuweCode: async () => gelukt(code) }), "?organisatie=ORG-7K3M-Q2XA");
    await klik('[role="tab"]', /^Toegang/);
    await klik("button", "Nieuwe activeringscode uitgeven");
    expect(tekst()).toContain("7K3M-Q2XA-9D4F-T6WB");
    expect(tekst()).toContain("Geldig tot 1 juli 2026 om 12:00.");
  });

  test("that is not in the register is said to be unknown, without a button that cannot help", async () => {
    await open(proefdienst(rijen), "?organisatie=ORG-WEG");
    expect(tekst()).toContain("staat niet in het register");
    expect(() => vind("button", "Opnieuw proberen")).toThrow();
  });

  test("is added with its name and sector, and gives its first code at once", async () => {
    const gegeven: unknown[] = [];
    await open(
      proefdienst(rijen, {
        voegToe: async (gegevens) => {
          gegeven.push(gegevens);
          return gelukt({ organisatieId: "ORG-NEW0-NEW0", activeringscode: "AAAA-BBBB-CCCC-DDDD", geldigTot: "2026-07-01T10:00:00Z", organisatie: registerregel({ ...school, naam: "De Nieuwe" }) });
        },
      }),
    );
    await klik("button", "Organisatie toevoegen");
    await klik("button", "Toevoegen");
    expect(tekst()).toContain("Vul de naam van de organisatie in.");
    expect(gegeven).toEqual([]);
    await vul("Naam", " De Nieuwe ");
    await vul("Sector", "onderwijs");
    expect(await toegankelijkheid()).toEqual([]);
    await klik("button", "Toevoegen");
    expect(gegeven).toEqual([{ naam: "De Nieuwe", sector: "onderwijs", eenpersoons: false }]);
    expect(tekst()).toContain("De Nieuwe staat in het register");
    expect(tekst()).toContain("AAAA-BBBB-CCCC-DDDD");
  });
});
