import { koppelLintknoppen } from "./lintknoppen";

function lint(toonPaneel = () => Promise.resolve()) {
  const knoppen = new Map<string, (event: { completed(): void }) => void>();
  const gedaan: string[] = [];
  const sessie = { controleer: async () => void gedaan.push("controleer"), volgendeBevinding: async () => void gedaan.push("volgende"), verzend: async () => void gedaan.push("verzend") };
  koppelLintknoppen({ actions: { associate: (naam, doe) => void knoppen.set(naam, doe) }, addin: { showAsTaskpane: toonPaneel } }, Promise.resolve(sessie));
  const druk = (naam: string) => new Promise<void>((klaar) => knoppen.get(naam)?.({ completed: klaar }));
  return { druk, gedaan };
}

test.each([
  ["controleren", "controleer"],
  ["volgende", "volgende"],
  ["verzenden", "verzend"],
])("%s shows the pane, tells Excel it is done, and asks the session", async (knop, verwacht) => {
  const { druk, gedaan } = lint();
  await druk(knop);
  expect(gedaan).toEqual([verwacht]);
});

test("a pane that cannot be shown does not leave the button grey", async () => {
  const { druk, gedaan } = lint(() => Promise.reject(new Error("not supported")));
  await druk("verzenden");
  expect(gedaan).toEqual(["verzend"]);
});
