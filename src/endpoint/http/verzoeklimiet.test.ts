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

test.each([
  ["an address of the same IPv6 network", "2001:db8:1:2::1", "2001:0DB8:1:2:ffff::9%eth0"],
  ["the same address behind which a proxy writes the port", "198.51.100.77", "198.51.100.77:40001"],
  ["the same, of IPv6", "2001:db8:1:2::1", "[2001:db8:1:2:3::4]:40001"],
  ["the same address on a line for both", "198.51.100.77", "::ffff:198.51.100.77"],
])("%s is the same sender", (_wat, een, ander) => {
  for (let i = 0; i < 3; i++) limiet.tel(een);
  expect(wordtGeweigerd(ander)).toBe(true);
});

test.each([
  ["2001:db8:1:2::1", "2001:db8:1:3::1"],
  ["2001:db8::1", "2001:db8:0:1::1"],
  ["::ffff:198.51.100.77", "::ffff:198.51.100.78"],
  ["unknown", "unknown:1"],
])("%s and %s are two", (een, ander) => {
  for (let i = 0; i < 3; i++) limiet.tel(een);
  expect(wordtGeweigerd(ander)).toBe(false);
});

test("who sends many attempts at once gets no more of them than one after the other; what went well does not count", async () => {
  const kiest = (goed: boolean) => () => (goed ? Promise.resolve("goed") : Promise.reject(new Probleemfout("toegang-ongeldig", "fout")));
  const telt = (fout: unknown) => fout instanceof Probleemfout && fout.code === "toegang-ongeldig";
  for (let i = 0; i < 5; i++) expect(await limiet.bewaak(ADRES, telt, kiest(true))).toBe("goed");
  let geprobeerd = 0;
  const uitkomsten = await Promise.allSettled(
    Array.from({ length: 20 }, () =>
      limiet.bewaak(ADRES, telt, () => {
        geprobeerd++;
        return kiest(false)();
      }),
    ),
  );
  expect(geprobeerd).toBe(3);
  expect(uitkomsten.map((uitkomst) => uitkomst.status === "rejected" && uitkomst.reason.code)).toEqual([...Array(3).fill("toegang-ongeldig"), ...Array(17).fill("te-veel-verzoeken")]);
});

test("an attempt that outlasts its minute is no credit in the next", async () => {
  let klaar = (): void => undefined;
  const lang = limiet.bewaak(ADRES, () => true, () => new Promise<void>((goed) => (klaar = goed)));
  jest.advanceTimersByTime(60_000);
  for (let i = 0; i < 3; i++) limiet.tel(ADRES);
  klaar();
  await lang;
  expect(wordtGeweigerd(ADRES)).toBe(true);
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
