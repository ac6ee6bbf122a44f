/** @jest-environment jsdom */
import type { Beleid } from "../../meldcode/uitwisseling/beleid";
import type { Dienst } from "../dienst";
import { beleidstand, gelukt, mislukt, proefdienst } from "../proefdienst";
import { klik, schonePagina, tekst, toegankelijkheid, toon, vind, vul } from "../proefpagina";
import { Servicepunt } from "../Servicepunt";

const nu = () => new Date("2026-04-05T10:00:00Z");
beforeEach(schonePagina);
afterAll(schonePagina);

/** A service that holds a policy; `collega` lets somebody else be first, once. */
function beleidsdienst(collega?: Partial<Beleid>) {
  let stand = beleidstand();
  let eerst = collega;
  const gezet: unknown[] = [];
  const dienst: Partial<Dienst> = {
    beleidsbeheer: async () => gelukt(stand),
    zetBeleid: async (instelling, etag) => {
      if (eerst) stand = beleidstand({ ...stand.beleid, ...eerst }, { versie: 4, etag: '"4"' });
      eerst = undefined;
      if (etag !== stand.etag) return mislukt("verouderd");
      gezet.push(instelling);
      stand = beleidstand({ ...instelling, geslotenMaanden: [] }, { versie: stand.versie + 1, etag: `"${stand.versie + 1}"` });
      return gelukt(stand);
    },
  };
  return { dienst, gezet };
}

async function open(dienst: Partial<Dienst>, rol: "behandelen" | "beheren" = "beheren"): Promise<void> {
  window.history.replaceState(null, "", "/servicepunt?scherm=beleid");
  await toon(<Servicepunt dienst={proefdienst([], { huidigeSessie: async () => gelukt({ naam: "anna", rol, csrfToken: "t" }), ...dienst })} nu={nu} />);
}

test("the policy is told in words, with when what was changed", async () => {
  await open(beleidsdienst().dienst);
  expect(tekst()).toContain("SISA-vraaggevraagd, in de kolom ‘SISA-signaal’");
  expect(tekst()).toContain("Uiterste dagde 15e van de volgende maand");
  expect(tekst()).toContain("Leeftijdsgroepwordt niet gevraagd");
  expect(tekst()).toContain("Versie 3, 1 maart 2026 om 10:00 (geldt nu)minimum per uitsplitsing");
  expect(await toegankelijkheid()).toEqual([]);
});

test("versions in which only months were closed do not bury the others", async () => {
  const versies = [
    { versie: 3, vanaf: "2026-03-02T09:00:00Z", gewijzigd: ["geslotenMaanden" as const] },
    { versie: 2, vanaf: "2026-03-01T09:00:00Z", gewijzigd: ["minimum" as const] },
  ];
  await open({ beleidsbeheer: async () => gelukt(beleidstand({}, { versies, aantal: 2 })) });
  expect(tekst()).toContain("Versie 2, 1 maart 2026 om 10:00 (geldt nu)");
  expect(tekst()).not.toContain("Versie 3");
  expect(tekst()).toContain("dat staat in het logboek");
});

test("a change is saved only after what it does was shown", async () => {
  const { dienst, gezet } = beleidsdienst();
  await open(dienst);
  await klik("button", "Beleid wijzigen");
  await klik("input", "Leeftijdsgroep");
  await vul("Leeftijdsgroep: Van zaken gestart vanaf", "2026-06");
  await klik("input", "Naar een SISA-signaal vragen");
  expect(await toegankelijkheid()).toEqual([]);
  await klik("button", "Bekijk wat verandert…");
  expect(tekst()).toContain("Wordtgevraagd van zaken die in juni 2026 of later zijn gestart");
  expect(tekst()).toContain("De kolom wordt niet meer gelezen, gecontroleerd of verzonden");
  expect(gezet).toEqual([]);
  await klik("button", "Opslaan");
  expect(gezet).toEqual([expect.objectContaining({ sisaLabel: null, extraIndicatoren: [{ indicator: "leeftijdsgroep", vanaf: "2026-06" }] })]);
  expect(tekst()).toContain("versie 4 geldt nu");
});

test("after saving the focus stays on the screen, where the next thing is read", async () => {
  await open(beleidsdienst().dienst);
  await klik("button", "Beleid wijzigen");
  await klik("input", "Leeftijdsgroep");
  vind("button", "Bekijk wat verandert…")?.focus();
  await klik("button", "Bekijk wat verandert…");
  await klik("button", "Opslaan");
  await new Promise((klaar) => setTimeout(klaar, 50));
  expect(document.activeElement?.tagName).toBe("MAIN");
});

test("what cannot be is told at its field, and nothing is shown or saved", async () => {
  await open(beleidsdienst().dienst);
  await klik("button", "Beleid wijzigen");
  await vul("Uiterste dag van de volgende maand", "31");
  await klik("button", "Bekijk wat verandert…");
  expect(tekst()).toContain("Vul een dag in van 1 tot en met 28.");
  expect(document.querySelector('[role="alertdialog"]')).toBeNull();
});

describe("when a colleague was first", () => {
  test("both changes stand on the screen, and are saved together after another look", async () => {
    const { dienst, gezet } = beleidsdienst({ deadlineDag: 20 });
    await open(dienst);
    await klik("button", "Beleid wijzigen");
    await vul("Minimum per uitsplitsing", "5");
    await klik("button", "Bekijk wat verandert…");
    await klik("button", "Opslaan");
    expect(tekst()).toContain("Een collega wijzigde het beleid intussen");
    expect(tekst()).toContain("Uiterste dag: de 20e van de volgende maand");
    expect(vind("input", "Minimum per uitsplitsing")).toHaveProperty("value", "5");
    expect(gezet).toEqual([]);
    await klik("button", "Bekijk wat verandert…");
    await klik("button", "Opslaan");
    expect(gezet).toEqual([expect.objectContaining({ minimum: 5, deadlineDag: 20 })]);
  });

  test("with the same field both values are shown, and theirs can be left", async () => {
    const { dienst } = beleidsdienst({ minimum: 4 });
    await open(dienst);
    await klik("button", "Beleid wijzigen");
    await vul("Minimum per uitsplitsing", "5");
    await klik("button", "Bekijk wat verandert…");
    await klik("button", "Opslaan");
    expect(tekst()).toContain("Nu geldt: per 4 zaken of meer");
    expect(tekst()).toContain("U vulde in: per 5 zaken of meer");
    await klik("button", "Uitsplitsing: laten zoals het nu geldt");
    expect(vind("input", "Minimum per uitsplitsing")).toHaveProperty("value", "4");
  });
});

test("a change that is not saved waits on another screen, is not left behind unasked, and is thrown away only after a question", async () => {
  await open(beleidsdienst().dienst);
  await klik("button", "Beleid wijzigen");
  await vul("Gemeente", "Schiedam");
  await klik("a", "Maanden");
  await klik("a", "Beleid");
  expect(vind("input", "Gemeente")).toHaveProperty("value", "Schiedam");
  const verlaat = () => window.dispatchEvent(new Event("beforeunload", { cancelable: true }));
  expect(verlaat()).toBe(false);
  await klik("button", "Wijziging weggooien");
  expect(tekst()).toContain("Wat u invulde, verdwijnt");
  await klik("button", "Wijziging weggooien");
  expect(verlaat()).toBe(true);
  expect(vind("button", "Beleid wijzigen")).toBeDefined();
});

test("who may not change it reads the same, and which role is needed", async () => {
  await open(beleidsdienst().dienst, "behandelen");
  expect(tekst()).toContain("rol beheren nodig");
  expect(() => vind("button", "Beleid wijzigen")).toThrow();
});
