import { isTijdelijk } from "./tijdelijk";
import { Wachtrij } from "./wachtrij";

interface Wachtende {
  readonly naam: string;
  mislukt(fout: unknown): void;
}

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const wachtende = (naam: string, gehoord: unknown[][]): Wachtende => ({ naam, mislukt: (fout) => gehoord.push([naam, fout]) });

test("who waits longer than five seconds for a turn is sent away, for now; who came later keeps waiting", async () => {
  const rij = new Wachtrij<Wachtende>();
  const gehoord: unknown[][] = [];
  for (const naam of ["a", "b"]) rij.voegToe(wachtende(naam, gehoord));
  await jest.advanceTimersByTimeAsync(3_000);
  rij.voegToe(wachtende("c", gehoord));
  expect(rij.neem(({ naam }) => naam === "a").map(({ naam }) => naam)).toEqual(["a"]);
  await jest.advanceTimersByTimeAsync(2_001);
  expect(gehoord.map(([naam]) => naam)).toEqual(["b"]);
  expect(isTijdelijk(gehoord[0]?.[1])).toBe(true);
  await jest.advanceTimersByTimeAsync(3_001);
  expect(gehoord.map(([naam]) => naam)).toEqual(["b", "c"]);
  expect([rij.isLeeg, jest.getTimerCount()]).toEqual([true, 0]);
});
