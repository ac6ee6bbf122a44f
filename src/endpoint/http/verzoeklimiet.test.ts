import { inspect } from "node:util";
import { afzender, dienst } from "../testtaal";
import { Probleemfout } from "../register/probleemfout";
import { Verzoeklimiet } from "./verzoeklimiet";

const ADRES = "198.51.100.77";
let stap = 0;
const willekeur = (aantal: number) => new Uint8Array(aantal).fill(++stap);
let limiet: Verzoeklimiet;
beforeEach(() => {
  jest.useFakeTimers();
  limiet = new Verzoeklimiet(3, willekeur);
});
afterEach(() => jest.useRealTimers());

const wordtGeweigerd = (wie: string): boolean => {
  try {
    limiet.eis(wie);
    return false;
  } catch (fout) {
    if (fout instanceof Probleemfout && fout.code === "te-veel-verzoeken") return true;
    throw fout;
  }
};
/** All that the object holds, however deep. */
const inhoud = (): string => inspect(limiet, { depth: null, showHidden: true, maxArrayLength: null });

test("after so many refused attempts everything of that sender is refused, and nobody else's", () => {
  for (let i = 0; i < 3; i++) {
    expect(wordtGeweigerd(ADRES)).toBe(false);
    limiet.tel(ADRES);
  }
  expect([wordtGeweigerd(ADRES), wordtGeweigerd("198.51.100.78")]).toEqual([true, false]);
});

test("who the sender is, is not in it; within a minute of the first attempt nothing is", () => {
  const leeg = inhoud();
  limiet.tel(ADRES);
  expect(inhoud()).not.toContain("198.51");
  expect(inhoud()).not.toBe(leeg);
  jest.advanceTimersByTime(30_000);
  limiet.tel("198.51.100.78");
  jest.advanceTimersByTime(29_999);
  expect(inhoud()).toContain("Map(2)");
  jest.advanceTimersByTime(1);
  expect(inhoud()).toContain("Map(0)");
  expect(inhoud()).toContain("sleutel: undefined");
});

test("the same sender has another hash in another minute, so that minutes cannot be put side by side", () => {
  const hash = () => /'([A-Za-z0-9+/=]{44})'/.exec(inhoud())?.[1];
  limiet.tel(ADRES);
  const eerste = hash();
  jest.advanceTimersByTime(60_000);
  limiet.tel(ADRES);
  expect([eerste, hash()]).toEqual([expect.any(String), expect.any(String)]);
  expect(hash()).not.toBe(eerste);
});

test("each server counts for itself: what one refuses for a minute, another still looks at", async () => {
  jest.useRealTimers();
  const een = await dienst();
  const ander = await dienst({ opslag: een.opslag });
  const { activeringscode } = await afzender(een);
  const raad = (d: typeof een) => d.vraag({ method: "POST", url: "/v1/activeringen", payload: { activeringscode } });
  for (let i = 0; i < 10; i++) await raad(een);
  expect([(await raad(een)).statusCode, (await raad(ander)).statusCode]).toEqual([429, 401]);
  await ander.server.close();
  await een.sluit();
});
