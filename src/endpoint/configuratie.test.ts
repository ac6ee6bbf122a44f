import { resolve } from "node:path";
import { leesConfiguratie } from "./configuratie";

test("without any setting the service runs on this machine only, with its data beside it", () => {
  expect(leesConfiguratie({})).toEqual({ poort: 3000, host: "localhost", database: resolve("data/meldcode.sqlite"), gemeente: "GM0599", statisch: undefined, herkomsten: [], https: false, proxies: 0, demo: false });
});

test("every wrong setting is named at once, in Dutch", () => {
  expect(() => leesConfiguratie({ PORT: "drie", MELDCODE_GEMEENTE: "Rotterdam", MELDCODE_HERKOMSTEN: "x y" })).toThrow(/PORT moet een poortnummer[\s\S]*MELDCODE_GEMEENTE[\s\S]*MELDCODE_HERKOMSTEN/);
  expect(() => leesConfiguratie({ PORT: "70000" })).toThrow(/PORT/);
});

test("the demo, with an account that everyone knows, is impossible in production", () => {
  expect(leesConfiguratie({ MELDCODE_DEMO: "1" }).demo).toBe(true);
  expect(() => leesConfiguratie({ MELDCODE_DEMO: "1", NODE_ENV: "production" })).toThrow(/NODE_ENV=production/);
});
