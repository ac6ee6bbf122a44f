/** @jest-environment jsdom */
import fc from "fast-check";
import { type Cel, BASISVELDEN, type Veld } from "../../src/meldcode/veld";
import type { Lijstinhoud } from "../../src/workbook/werkboek";
import { alsLijst, Opstelling, rij } from "./werkboek";

/** What the pane knows: what it read when it opened, with every change that it was told. */
function watHetVensterWeet(begin: Lijstinhoud, o: Opstelling): { readonly plaatsen: unknown; readonly inhoud: Record<Veld, Cel[]> } {
  const kopie = (lijst: Lijstinhoud) => Object.fromEntries(BASISVELDEN.map((veld) => [veld, [...(lijst.inhoud[veld] ?? [])]])) as Record<Veld, Cel[]>;
  let plaatsen = plaatsenVan(begin);
  let inhoud = kopie(begin);
  for (const wijziging of o.wijzigingen) {
    if (wijziging.soort === "alles") {
      const lijst = alsLijst(wijziging.lezing);
      plaatsen = plaatsenVan(lijst);
      inhoud = kopie(lijst);
    } else if (wijziging.soort === "rijen") {
      for (const [r, cellen] of wijziging.rijen) for (const veld of BASISVELDEN) inhoud[veld][r] = cellen[veld];
    }
  }
  return { plaatsen, inhoud };
}

function plaatsenVan({ inhoud, plaats }: Lijstinhoud): unknown {
  return BASISVELDEN.map((veld) => inhoud[veld]?.map((_, r) => plaats(r, veld)));
}

const EVENTEN = ["gewoon", "kwijt", "dubbel", "zonder details", "als van een ander"] as const;

const handeling = fc.oneof(
  fc.record({ doe: fc.constant("typ" as const), rij: fc.nat(8), veld: fc.constantFrom(...BASISVELDEN), tekst: fc.constantFrom("Ja", "onzin", "5-1-2026", "") }),
  fc.record({ doe: fc.constant("plak" as const), rij: fc.nat(5) }),
  fc.record({ doe: fc.constantFrom("sorteer" as const, "ongedaan" as const, "rij weg" as const, "rij erbij" as const, "rij erboven" as const, "kolom" as const), rij: fc.nat(4) }),
  fc.record({ doe: fc.constant("wacht" as const) }),
);

it("after any edits, with events lost, doubled or bare, the pane knows exactly what is in the list", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(handeling, fc.constantFrom(...EVENTEN)), { minLength: 1, maxLength: 12 }), async (handelingen) => {
      const o = new Opstelling();
      o.maakLijst(["A", "B", "C", "D"].map((kenmerk, i) => rij({ kenmerk, startdatum: `${i + 1}-1-2026` })));
      const begin = await o.open();
      const vast = o.werkmap.ongedaanStappen;
      for (const [stap, eventen] of handelingen) {
        o.host.storing.gebeurtenissen = eventen;
        const { gebied, kolommen } = o.tabel;
        const rijen = gebied.rijen - 1;
        if (stap.doe === "typ") o.typ(Math.min(stap.rij, rijen), stap.veld, stap.tekst);
        if (stap.doe === "plak") o.gebruiker.plak(o.blad, gebied.rij + 1 + Math.min(stap.rij, rijen), gebied.kolom, "X\tY\nZ\tW");
        if (stap.doe === "sorteer") o.gebruiker.sorteer(o.tabel, 0, false);
        if (stap.doe === "ongedaan" && o.werkmap.ongedaanStappen > vast) o.werkmap.ongedaan();
        if (stap.doe === "rij weg" && rijen > 2) o.gebruiker.verwijderTabelrijen(o.tabel, Math.min(stap.rij, rijen - 1));
        if (stap.doe === "rij erbij") o.gebruiker.voegTabelrijenIn(o.tabel, Math.min(stap.rij, rijen - 1));
        if (stap.doe === "rij erboven") o.gebruiker.voegRijenIn(o.blad, gebied.rij);
        if (stap.doe === "kolom") o.gebruiker.verplaatsTabelkolom(o.tabel, stap.rij, kolommen.length - 1);
        if (stap.doe === "wacht") await o.stil();
      }
      // What was lost comes with the next edit.
      o.host.storing.gebeurtenissen = "gewoon";
      o.typ(0, "team", "Oost");
      await o.stil();
      const nu = alsLijst(await o.werkboek.lees());
      expect(watHetVensterWeet(begin, o)).toEqual({ plaatsen: plaatsenVan(nu), inhoud: nu.inhoud });
      expect(o.host.verzoeken.some((verzoek) => verzoek.schrijft)).toBe(false);
      o.host.sluit();
    }),
    { numRuns: 15 },
  );
});
