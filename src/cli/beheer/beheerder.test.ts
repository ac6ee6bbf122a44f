import { kiesBeheerder, leesBeheerder } from "./beheerder";

const wie = (account: string, als?: string, productie = true) => kiesBeheerder({ account, als, productie });

test("--als is understood wherever it stands", () => {
  for (const regel of [["--als", "jan", "export"], ["export", "--als", "jan"]]) expect(leesBeheerder(regel)).toEqual({ als: "jan", regel: ["export"] });
  expect(leesBeheerder(["export"])).toEqual({ als: undefined, regel: ["export"] });
});

test("the audit log knows who one says one is, and on which account that was said", () => {
  expect(wie("65532", "Jan Jansen")).toEqual({ id: "beheer:Jan Jansen", naam: "Jan Jansen (opgegeven; account 65532)" });
  expect(wie("piet", "jan")).toEqual({ id: "beheer:jan", naam: "jan (opgegeven; account piet)" });
  expect(wie("jjansen")).toEqual({ id: "beheer:jjansen", naam: "jjansen" });
});

test.each(["65532", "root", "node", "nobody", "nonroot", "meldcode", ""])("in production the account %p is of nobody in particular: one has to say who one is", (account) => {
  expect(() => wie(account)).toThrow(/--als NAAM[\s\S]*Er is niets gewijzigd/);
  expect(wie(account, undefined, false).naam).toBe(account);
});

test.each(["", " ", "jan@gemeente.nl", "jan\njansen", "n".repeat(101)])("%p is no name: an e-mail address does not go into the log either", (als) => {
  expect(() => wie("jjansen", als)).toThrow(/1 tot en met 100 tekens/);
});
