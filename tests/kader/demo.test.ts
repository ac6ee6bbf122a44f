import { DEMO_ACCOUNT } from "../../src/endpoint/demo/organisaties";
import { DEMO_CODES } from "../../src/endpoint/demo/zaaien";
import { DEMO } from "../../src/standin/pagina/Startstrook";

/** The stand-in may not import the endpoint, so it repeats what the demo's data holds. */
test("the code and the account that the first page shows are those of the demo's data", () => {
  expect(DEMO_CODES).toContain(DEMO.code);
  expect({ naam: DEMO.account, wachtwoord: DEMO.wachtwoord }).toEqual(DEMO_ACCOUNT);
});
