import fc from "fast-check";
import type { Periode } from "../../meldcode/periode";
import type { Registratie } from "../../meldcode/registratie";
import type { Ontvangstbewijs } from "../../meldcode/uitwisseling/ontvangst";
import { afzender, dienst, type Dienst, staat } from "../testtaal";

/**
 * A sender keeps sending until it has its receipt; answers get lost, requests come twice and late. Whatever the order: one
 * state and one receipt for each inzendingId, and versions without a gap.
 */
let d: Dienst;
beforeEach(async () => {
  d = await dienst();
});
afterEach(() => d.sluit());

test("resending any number of times, in any order of lost answers, leaves one state and one receipt", async () => {
  const poging = fc.record({ inzending: fc.nat(4), registratie: fc.constantFrom("een", "twee"), antwoordVerloren: fc.boolean(), dubbel: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(poging, { minLength: 1, maxLength: 25 }), async (pogingen) => {
      const a = await afzender(d);
      const inzendingen = Array.from({ length: 5 }, (_, i) => staat([i, i + 1]));
      const bewijzen = new Map<string, Ontvangstbewijs>();
      const bekend = new Map<string, string>(); // the ETag the sender holds, per registratie
      for (const { inzending, registratie, antwoordVerloren, dubbel } of pogingen) {
        const dit: Registratie = { ...(inzendingen[inzending] ?? staat()), bevestigdeVerlagingen: ["2026-01" as Periode, "2026-02" as Periode] }; // literal months
        const sleutel = `${registratie}-${inzending}`;
        const eigen = { ...dit, inzendingId: dit.inzendingId.replace(/^0{8}/, registratie === "een" ? "00000000" : "11111111") };
        const antwoorden = [];
        for (let keer = 0; keer < (dubbel ? 2 : 1); keer++) antwoorden.push(await a.put(registratie, eigen, bekend.get(registratie) ?? null));
        for (const antwoord of antwoorden) {
          expect([200, 201, 412]).toContain(antwoord.statusCode);
          if (antwoord.statusCode === 412) {
            const stand = await a.get(`registraties/${registratie}`);
            bekend.set(registratie, String(stand.headers.etag));
            continue;
          }
          const bewijs = antwoord.json<Ontvangstbewijs>();
          expect(bewijzen.get(sleutel) ?? bewijs).toEqual(bewijs);
          bewijzen.set(sleutel, bewijs);
          if (!antwoordVerloren) bekend.set(registratie, String(antwoord.headers.etag));
        }
      }
      const { ontvangstbewijzen } = (await a.get("ontvangstbewijzen")).json<{ ontvangstbewijzen: Ontvangstbewijs[] }>();
      expect(ontvangstbewijzen).toHaveLength(bewijzen.size);
      expect(new Set(ontvangstbewijzen.map((b) => b.inzendingId)).size).toBe(bewijzen.size);
      for (const registratie of ["een", "twee"]) {
        const versies = ontvangstbewijzen.filter((b) => b.registratieId === registratie).map((b) => b.versie);
        expect(versies.sort((x, y) => x - y)).toEqual(versies.map((_, i) => i + 1));
      }
    }),
    { numRuns: 40 },
  );
});
