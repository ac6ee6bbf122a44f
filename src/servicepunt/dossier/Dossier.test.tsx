/** @jest-environment jsdom */
import type { Dienst } from "../dienst";
import { bewijs, gelukt, maand, mislukt, organisatie, proefdienst, proefdossier, registerregel, rij } from "../proefdienst";
import { klik, schonePagina, tekst, toegankelijkheid, toon, vind, vul } from "../proefpagina";
import { Servicepunt } from "../Servicepunt";

const nu = () => new Date("2026-04-05T10:00:00Z");
const school = organisatie("Basisschool Het Kompas", { organisatieId: "ORG-7K3M-Q2XA" });
beforeEach(schonePagina);
afterAll(schonePagina);

/** The dossier of the school, at this part of it. */
async function open(deel: string, dienst: Partial<Dienst> = {}, rol: "lezen" | "behandelen" = "behandelen"): Promise<void> {
  window.history.replaceState(null, "", `/servicepunt?organisatie=${school.organisatieId}&deel=${deel}`);
  const alles: Partial<Dienst> = {
    huidigeSessie: async () => gelukt({ naam: "anna", rol, csrfToken: "t" }),
    dossier: async () => gelukt(proefdossier(school)),
    ...dienst,
  };
  await toon(<Servicepunt dienst={proefdienst([rij(school, "2026-01", "ontvangen")], alles)} nu={nu} />);
}

describe("access", () => {
  test("is withdrawn after a question that says what it does and what stays, and then says what stopped working", async () => {
    const ingetrokken: string[] = [];
    await open("toegang", {
      trekToegangIn: async (id) => {
        ingetrokken.push(id);
        return gelukt({ sleutels: 2, codes: 1 });
      },
    });
    await klik("button", "Alle toegang intrekken…");
    expect(tekst()).toContain("Alle toegang van Basisschool Het Kompas intrekken?");
    expect(tekst()).toContain("Wat is ontvangen, blijft staan");
    expect(await toegankelijkheid()).toEqual([]);
    await klik("button", "Annuleren");
    expect(ingetrokken).toEqual([]);
    await klik("button", "Alle toegang intrekken…");
    await klik("button", "Alle toegang intrekken");
    expect(ingetrokken).toEqual([school.organisatieId]);
    expect(tekst()).toContain("2 sleutels en 1 ongebruikte code werken niet meer");
  });

  test("that is withdrawn takes the code along that was just shown: nobody passes on one that no longer works", async () => {
    await open("toegang", {
      nieuweCode: async (organisatieId) => gelukt({ organisatieId, activeringscode: "AAAA-BBBB-CCCC-DDDD", geldigTot: "2026-07-01T10:00:00Z" }),
      trekToegangIn: async () => gelukt({ sleutels: 0, codes: 1 }),
    });
    await klik("button", "Nieuwe activeringscode uitgeven");
    expect(tekst()).toContain("AAAA-BBBB-CCCC-DDDD");
    await klik("button", "Alle toegang intrekken…");
    await klik("button", "Alle toegang intrekken");
    expect(tekst()).not.toContain("AAAA-BBBB-CCCC-DDDD");
    expect(tekst()).toContain("1 ongebruikte code werken niet meer");
  });

  test("that cannot be withdrawn says so where it was asked, and can be tried again", async () => {
    await open("toegang", { trekToegangIn: async () => mislukt("onbereikbaar") });
    await klik("button", "Alle toegang intrekken…");
    await klik("button", "Alle toegang intrekken");
    expect(tekst()).toMatch(/De toegang is niet ingetrokken.*niet bereikbaar/);
    expect(vind("button", "Alle toegang intrekken")).toBeDefined();
  });

  test("of a board is one code for all, said for how many; without a board there is no such button", async () => {
    const gevraagd: string[] = [];
    await open("toegang", {
      dossier: async () => gelukt(proefdossier(school, [], { organisatie: registerregel(school, { bestuur: "Stichting Kompas" }) })),
      nieuweBestuurscode: async (bestuur) => {
        gevraagd.push(bestuur);
        return gelukt({ bestuur, organisaties: 12, activeringscode: "AAAA-BBBB-CCCC-DDDD", geldigTot: "2026-07-01T10:00:00Z" });
      },
    });
    await klik("button", "Bestuurscode uitgeven");
    expect(gevraagd).toEqual(["Stichting Kompas"]);
    expect(tekst()).toContain("Voor 12 organisaties van Stichting Kompas");
    schonePagina();
    await open("toegang");
    expect(() => vind("button", "Bestuurscode uitgeven")).toThrow();
  });

  test("shows who may only read no button at all, and says which role is needed", async () => {
    await open("toegang", { perioden: async () => gelukt({ geslotenMaanden: [maand("2026-01")], uitzonderingen: [{ organisatieId: school.organisatieId, periode: maand("2026-01") }] }) }, "lezen");
    expect(tekst()).toContain("rol behandelen nodig");
    expect(tekst()).toContain("januari 2026: mag wijzigen");
    expect([...document.querySelectorAll('[role="tabpanel"] button')]).toEqual([]);
  });
});

describe("an exception to a closed month", () => {
  function metMaanden() {
    let uitzonderingen = [{ organisatieId: school.organisatieId, periode: maand("2025-12") }];
    const gedaan: string[] = [];
    const dienst: Partial<Dienst> = {
      perioden: async () => gelukt({ geslotenMaanden: [maand("2025-11"), maand("2025-12")], uitzonderingen }),
      zetUitzondering: async (organisatieId, periode, geldt) => {
        gedaan.push(`${geldt ? "geef" : "neem"} ${periode}`);
        uitzonderingen = uitzonderingen.filter((u) => u.periode !== periode).concat(geldt ? [{ organisatieId, periode }] : []);
        return gelukt(null);
      },
    };
    return { dienst, gedaan };
  }

  test("is given and taken back, each after one question", async () => {
    const { dienst, gedaan } = metMaanden();
    await open("toegang", dienst);
    expect(tekst()).toContain("december 2025: mag wijzigen");
    await vul("Maand", "2025-11");
    await klik("button", "Uitzondering geven");
    expect(tekst()).toContain("Alleen deze organisatie kan november 2025 dan nog wijzigen");
    await klik("button", "Uitzondering geven");
    expect(tekst()).toContain("november 2025: mag wijzigen");
    await klik("button", "Uitzondering op december 2025 terugnemen");
    await klik("button", "Terugnemen");
    expect(tekst()).not.toContain("december 2025: mag wijzigen");
    expect(gedaan).toEqual(["geef 2025-11", "neem 2025-12"]);
  });

  test("is not offered when no month is closed", async () => {
    await open("toegang");
    expect(tekst()).toContain("Er zijn geen gesloten maanden");
    expect(() => vind("button", "Uitzondering geven")).toThrow();
  });
});

describe("details", () => {
  test("are changed: only what was touched is sent, and the dossier is fetched again", async () => {
    const gestuurd: unknown[] = [];
    let naam = school.naam;
    await open("gegevens", {
      dossier: async () => gelukt(proefdossier({ ...school, naam })),
      wijzigOrganisatie: async (_, wijziging) => {
        gestuurd.push(wijziging);
        naam = wijziging.naam ?? naam;
        return gelukt({ organisatie: registerregel({ ...school, naam }), ingetrokkenSleutels: 3 });
      },
    });
    await klik("button", "Gegevens wijzigen");
    expect(await toegankelijkheid()).toEqual([]);
    await vul("Naam", "");
    await klik("button", "Opslaan");
    expect(tekst()).toContain("Vul de naam van de organisatie in.");
    await vul("Naam", "Kompasschool");
    await vul("Verzendt per", "kwartaal");
    await vul("Vanaf", "2026-10");
    await klik("button", "Opslaan");
    expect(gestuurd).toEqual([{ naam: "Kompasschool", ritme: "kwartaal", ritmeVanaf: "2026-10" }]);
    expect(tekst()).toContain("werken 3 sleutels van het vorige bestuur niet meer");
    expect(tekst()).toContain("NaamKompasschool");
  });

  test("that were typed are there again after a look elsewhere and after a session that ended, and not for somebody else", async () => {
    let wie: string | null = "anna";
    await open("gegevens", {
      meldAan: async (naam) => {
        wie = naam;
        return gelukt({ naam, rol: "behandelen", csrfToken: "t" });
      },
      wijzigOrganisatie: async () => {
        wie = null;
        return mislukt("aanmelden");
      },
      overzicht: async () => (wie === null ? mislukt("aanmelden") : mislukt("storing")),
    });
    const meldAan = async (naam: string) => {
      await vul("Gebruikersnaam", naam);
      await vul("Wachtwoord", "geheim");
      await klik("button", "Aanmelden");
    };
    await klik("button", "Gegevens wijzigen");
    await vul("Wijk", "Noorderhof");
    await klik('[role="tab"]', /^Toegang/);
    await klik('[role="tab"]', /^Gegevens/);
    expect(vind("input", "Wijk")).toHaveProperty("value", "Noorderhof");
    await klik("button", "Opslaan");
    expect(tekst()).toContain("wat u aan het invullen was ook");
    expect(tekst()).not.toContain("Noorderhof");
    await meldAan("anna");
    expect(vind("input", "Wijk")).toHaveProperty("value", "Noorderhof");
    await klik("button", "Opslaan");
    await meldAan("bert");
    expect(vind("button", "Gegevens wijzigen")).toBeDefined();
    expect(tekst()).not.toContain("Noorderhof");
  });
});

describe("what was received", () => {
  test("older receipts come when they are asked for, and none twice", async () => {
    const alle = Array.from({ length: 5 }, (_, i) => bewijs({ kenmerk: `MM-${5 - i}`, versie: 5 - i }));
    const gevraagd: number[] = [];
    await open("inzendingen", {
      dossier: async (_, vanaf) => {
        gevraagd.push(vanaf);
        // One came in between the two questions: everything moved on by one.
        return gelukt(proefdossier(school, vanaf === 0 ? alle.slice(0, 3) : alle.slice(vanaf - 1), { aantal: 5 }));
      },
    });
    expect(tekst()).toContain("3 van 5 getoond");
    await klik("button", "Oudere inzendingen tonen");
    expect([...document.querySelectorAll("h3")].map((kop) => kop.textContent)).toEqual(["MM-5", "MM-4", "MM-3", "MM-2", "MM-1"]);
    expect(gevraagd).toEqual([0, 3]);
    expect(() => vind("button", "Oudere inzendingen tonen")).toThrow();
  });

  test("is broken down list by list, in words; of a one-person practice not at all, with the reason", async () => {
    const uitsplitsingen = [
      {
        van: maand("2026-01"),
        tot: maand("2026-02"),
        aantal: 3,
        afgesloten: 0,
        consultatie: { geen: 0, intern: 3, extern: 0, internEnExtern: 0, open: 0 },
        stap5: { hulp: 0, melding: 0, hulpEnMelding: 0, geenVanBeide: 0, open: 3 },
        doorlooptijd: { d0tot7: 0, d8tot28: 0, d29tot91: 0, d92plus: 0 },
      },
    ];
    const registraties = [{ registratieId: "a", ontvangenOp: "2026-03-03T10:00:00Z", uitsplitsingen }];
    await open("uitsplitsing", { dossier: async () => gelukt(proefdossier(school, [], { registraties })) });
    expect(tekst()).toContain("januari 2026 tot en met februari 2026: 3 gestart, 0 afgesloten");
    expect(tekst()).toContain("ConsultatieIntern 3");
    expect(tekst()).toContain("Doorlooptijdgeen");
    expect(await toegankelijkheid()).toEqual([]);
    schonePagina();
    await open("uitsplitsing", { dossier: async () => gelukt(proefdossier({ ...school, eenpersoons: true }, [], { registraties })) });
    expect(tekst()).toContain("Dit is een eenpersoonspraktijk");
    expect(tekst()).not.toContain("Intern 3");
  });

  test("of an organisation that was a one-person practice says of which months nothing is shown", async () => {
    await open("uitsplitsing", { dossier: async () => gelukt(proefdossier(school, [], { organisatie: registerregel(school, { eenpersoonsTot: maand("2026-02") }) })) });
    expect(tekst()).toContain("Tot en met februari 2026 was dit een eenpersoonspraktijk");
  });
});
