/** @jest-environment jsdom */
import type { Dienst } from "../dienst";
import { gelukt, mislukt, organisatie, proefdienst, rij } from "../proefdienst";
import { klik, rust, schonePagina, tekst, toegankelijkheid, toon, vind, vul } from "../proefpagina";
import { Servicepunt } from "../Servicepunt";

const nu = () => new Date("2026-04-05T10:00:00Z");
beforeEach(schonePagina);
afterAll(schonePagina);

async function open(deel: Partial<Dienst>, adres = ""): Promise<void> {
  window.history.replaceState(null, "", `/servicepunt${adres}`);
  await toon(<Servicepunt dienst={proefdienst([rij(organisatie("A"), "2026-01", "ontbreekt")], deel)} nu={nu} />);
}
const niemand: Partial<Dienst> = { huidigeSessie: async () => mislukt("aanmelden"), aanmeldwijze: async () => gelukt("oidc" as const) };

test("with work accounts there is one button, that takes the filters along, and no password to type here", async () => {
  await open(niemand, "?sector=onderwijs&zoek=de%20linde");
  expect(vind("a", "Aanmelden met uw werkaccount").getAttribute("href")).toBe("/servicepunt/aanmelden?terug=sector%3Donderwijs%26zoek%3Dde%2520linde");
  expect(document.querySelectorAll("input")).toHaveLength(0);
  expect(await toegankelijkheid()).toEqual([]);
});

test("with work accounts and something typed, signing in happens in a tab of its own, and this page goes on when it is looked at again", async () => {
  let binnen = true;
  const sessie = { naam: "anna", rol: "beheren" as const, csrfToken: "t" };
  await open(
    {
      ...niemand,
      huidigeSessie: async () => (binnen ? gelukt(sessie) : mislukt("aanmelden")),
      voegToe: async () => {
        binnen = false;
        return mislukt("aanmelden");
      },
    },
  );
  await klik("button", "Organisatie toevoegen");
  await vul("Naam", "De Nieuwe");
  await vul("Sector", "onderwijs");
  await klik("button", "Toevoegen");
  expect(vind("a", "Aanmelden met uw werkaccount").getAttribute("target")).toBe("_blank");
  expect(tekst()).toContain("opent de aanmelding in een nieuw tabblad");
  binnen = true;
  window.dispatchEvent(new Event("focus"));
  await rust();
  expect(vind("input", "Naam")).toHaveProperty("value", "De Nieuwe");
});

test.each([
  ["onbereikbaar", /geeft nu geen antwoord/],
  ["geweigerd", /afgebroken of geweigerd/],
  ["geen-rol", /heeft hier geen rol/],
  ["verlopen", /duurde te lang/],
  ["mislukt", /niet goed gegaan/],
  ["te-druk", /Wacht een minuut/],
  ["iets-nieuws", /niet goed gegaan/],
])("why it did not work there is told here (%s), and not again after a reload", async (reden, zin) => {
  await open(niemand, `?sector=onderwijs#aanmelden=${reden}`);
  expect(vind('[role="alert"]', zin)).toBeDefined();
  expect(window.location.href).toMatch(/\/servicepunt\?sector=onderwijs$/);
});

test("after signing out one can also sign out of the work account", async () => {
  await open({ aanmeldwijze: async () => gelukt("oidc" as const) });
  await klik("button", "Afmelden");
  expect(vind("a", "Ook afmelden bij uw werkaccount").getAttribute("href")).toBe("/servicepunt/afmelden");
});

test("when the service does not answer how to sign in, one can try again", async () => {
  let keer = 0;
  await open({ ...niemand, aanmeldwijze: async () => (keer++ === 0 ? mislukt("onbereikbaar") : gelukt("account" as const)) });
  expect(tekst()).toContain("U kunt zich nu niet aanmelden");
  await klik("button", "Opnieuw proberen");
  expect(vind("input", "Gebruikersnaam")).toBeDefined();
});

test.each([
  ["lezen", 0],
  ["behandelen", 1],
  ["beheren", 1],
] as const)("who may %s sees what can be done with that role, and no more", async (rol, knoppen) => {
  await open({ huidigeSessie: async () => gelukt({ naam: "anna", rol, csrfToken: "t" }) });
  expect([...document.querySelectorAll("button")].filter((knop) => knop.textContent === "Organisatie toevoegen")).toHaveLength(knoppen);
});
