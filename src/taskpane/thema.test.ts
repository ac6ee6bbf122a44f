import { isDonker } from "./thema";

test.each([
  ["Office says dark", { isDarkTheme: true }, false, true],
  ["Office says light in a dark system", { isDarkTheme: false }, true, false],
  ["an older Office gives a black background", { bodyBackgroundColor: "#212121" }, false, true],
  ["an older Office gives a white background", { bodyBackgroundColor: "FFFFFF" }, true, false],
  ["Office gives nothing, the system is dark", undefined, true, true],
  ["Office gives a colour we cannot read", { bodyBackgroundColor: "Window" }, false, false],
])("%s", (_naam, kantoor, systeem, verwacht) => {
  expect(isDonker(kantoor, systeem)).toBe(verwacht);
});
