import { lijstVan, rij } from "../../meldcode/testtaal";
import { volgendeStop } from "./doorlopen";
import { groepeer } from "./oordeel";

const adres = (stop: ReturnType<typeof volgendeStop>) => stop && `${stop.bevinding.rij} ${stop.bevinding.veld} (${stop.nummer} van ${stop.van})`;

describe("Volgende bevinding", () => {
  const groepen = groepeer(lijstVan([rij({ sisa: "Nee" }), rij({ stap5: "?", sisa: "?" }), rij(), rij({ consultatie: "?" })]).bevindingen());

  test("goes from row to row, errors only while there are any, and round", () => {
    const eerste = volgendeStop(groepen, null);
    const tweede = volgendeStop(groepen, eerste?.bevinding ?? null);
    const derde = volgendeStop(groepen, tweede?.bevinding ?? null);
    expect([eerste, tweede, derde, volgendeStop(groepen, derde?.bevinding ?? null)].map(adres)).toEqual(["1 sisa (1 van 3)", "1 stap5 (2 van 3)", "3 consultatie (3 van 3)", "1 sisa (1 van 3)"]);
  });

  test("goes on from where a finding was that is mended since", () => {
    const na = groepeer(lijstVan([rij({ sisa: "?" }), rij(), rij(), rij({ consultatie: "?" })]).bevindingen());
    expect(adres(volgendeStop(na, volgendeStop(groepen, null)?.bevinding ?? null))).toBe("3 consultatie (2 van 2)");
  });

  test("without errors it shows what must be seen, and tips not", () => {
    expect(adres(volgendeStop(groepeer(lijstVan([rij({ sisa: "ja " }), rij({ sisa: "Nee" })]).bevindingen()), null))).toBe("1 sisa (1 van 1)");
    expect(volgendeStop(groepeer(lijstVan([rij({ sisa: "j" })]).bevindingen()), null)).toBeNull();
  });
});
