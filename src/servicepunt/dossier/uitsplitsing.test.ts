import type { Uitsplitsing } from "../../meldcode/registratie";
import { maand } from "../proefdienst";
import { toonGroepen, toonSpanne } from "./uitsplitsing";

const zonderSisa: Uitsplitsing = {
  van: maand("2026-01"),
  tot: maand("2026-03"),
  aantal: 4,
  afgesloten: 1,
  consultatie: { geen: 0, intern: 2, extern: 0, internEnExtern: 1, open: 1 },
  stap5: { hulp: 1, melding: 0, hulpEnMelding: 0, geenVanBeide: 0, open: 3 },
  doorlooptijd: { d0tot7: 0, d8tot28: 1, d29tot91: 0, d92plus: 0 },
};
const span: Uitsplitsing = { ...zonderSisa, sisa: { ja: 3, nee: 0, nvt: 1, open: 0 } };

test("every group is told in words, without the values that nobody has", () => {
  expect(toonSpanne(span)).toBe("januari 2026 tot en met maart 2026");
  expect(toonGroepen(span, "SISA-signaal")).toEqual([
    { naam: "SISA-signaal", waarden: [{ naam: "Ja", aantal: 3 }, { naam: "N.v.t.", aantal: 1 }] },
    { naam: "Consultatie", waarden: [{ naam: "Intern", aantal: 2 }, { naam: "Intern en extern", aantal: 1 }, { naam: "Nog open", aantal: 1 }] },
    { naam: "Stap 5", waarden: [{ naam: "Hulp", aantal: 1 }, { naam: "Nog niet besloten", aantal: 3 }] },
    { naam: "Doorlooptijd", waarden: [{ naam: "8 t/m 28 dagen", aantal: 1 }] },
  ]);
});

test("extra questions are told as they are asked, and SISA by the municipality's own name, or not at all", () => {
  const extra = { ...zonderSisa, kinderen: { k0: 0, k1: 2, k2: 0, k3: 0, k4plus: 1, onbekend: 1 } };
  expect(toonGroepen(extra, null).at(-1)).toEqual({ naam: "Aantal kinderen", waarden: [{ naam: "1", aantal: 2 }, { naam: "4 of meer", aantal: 1 }, { naam: "Niet ingevuld", aantal: 1 }] });
  expect(toonGroepen(extra, null).map(({ naam }) => naam)).not.toContain("SISA-signaal");
  expect(toonGroepen(span, "Matchpoint")[0]?.naam).toBe("Matchpoint");
});
