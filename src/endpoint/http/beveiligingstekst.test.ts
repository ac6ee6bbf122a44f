import { dienst } from "../testtaal";

async function velden(opties: Parameters<typeof dienst>[0] = {}): Promise<Record<string, string>> {
  const d = await dienst(opties);
  const antwoord = await d.vraag("/.well-known/security.txt");
  expect([antwoord.statusCode, antwoord.headers["content-type"]]).toEqual([200, "text/plain; charset=utf-8"]);
  await d.sluit();
  return Object.fromEntries(antwoord.body.trimEnd().split("\n").map((regel) => [regel.slice(0, regel.indexOf(":")), regel.slice(regel.indexOf(":") + 2)]));
}

test("who finds a weakness reads whom to tell, without any setting as well", async () => {
  const { Contact, Expires } = await velden();
  expect(Contact).toMatch(/^mailto:[^@]+@[^@]+$/);
  // RFC 9116 §2.5.5 advises less than a year.
  expect(Date.parse(Expires ?? "") - Date.parse("2026-04-10T12:00:00Z")).toBe(180 * 86_400_000);
});

test("it does not expire on a server that is never started again", async () => {
  const d = await dienst();
  d.moment = new Date("2028-01-01T00:00:00Z");
  expect((await d.vraag("/.well-known/security.txt")).body).toContain("Expires: 2028-06-29T00:00:00.000Z");
  await d.sluit();
});

test("the municipality names its own address and day", async () => {
  const { Contact, Expires } = await velden({ beveiliging: { contact: "https://gemeente.example/lek", tot: new Date("2027-06-30T23:59:59Z") } });
  expect([Contact, Expires]).toEqual(["https://gemeente.example/lek", "2027-06-30T23:59:59.000Z"]);
});
