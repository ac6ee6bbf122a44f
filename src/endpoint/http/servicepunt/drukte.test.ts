import { dienst } from "../../testtaal";
import { bewaarAccount } from "../../register/account";

/** Resolved when a password may be hashed; until then each waits, as many as there are. */
let open: Promise<void>;
let bezig = 0;
let meeste = 0;
jest.mock("node:crypto", () => {
  const echt = jest.requireActual<typeof import("node:crypto")>("node:crypto");
  return {
    ...echt,
    scrypt: (...[wachtwoord, zout, lengte, kosten, klaar]: [string, Buffer, number, object, (fout: Error | null, sleutel: Buffer) => void]) => {
      meeste = Math.max(meeste, ++bezig);
      void open.then(() =>
        echt.scrypt(wachtwoord, zout, lengte, kosten, (fout, sleutel) => {
          bezig--;
          klaar(fout, sleutel);
        }),
      );
    },
  };
});

test("a hundred at once from as many networks: never more than two passwords at a time, all are answered, and then the holder of the account gets in", async () => {
  open = Promise.resolve();
  const d = await dienst();
  await bewaarAccount(d.omgeving, "jan", "een heel lang wachtwoord");
  let laatToe = (): void => undefined;
  open = new Promise((klaar) => (laatToe = klaar));
  const meldAan = (nummer: number, wachtwoord: string) =>
    d.vraag({ method: "POST", url: "/v1/servicepunt/sessies", payload: { naam: "jan", wachtwoord }, remoteAddress: `198.51.100.${nummer}` });
  let geweigerd = 0;
  const antwoorden = await Promise.all(
    Array.from({ length: 100 }, async (_, nummer) => {
      const antwoord = await meldAan(nummer, "geraden");
      // The others stand in the queue by now.
      if (antwoord.statusCode === 429 && ++geweigerd === 78) laatToe();
      return antwoord;
    }),
  );
  expect(meeste).toBe(2);
  expect(antwoorden.filter(({ statusCode }) => statusCode === 401)).toHaveLength(22);
  const druk = antwoorden.filter(({ statusCode }) => statusCode === 429);
  expect(druk).toHaveLength(78);
  for (const { headers, json } of druk) expect([headers["retry-after"], json()]).toEqual(["5", expect.objectContaining({ detail: expect.stringMatching(/^Er melden zich te veel mensen tegelijk aan/) })]);
  expect((await meldAan(200, "een heel lang wachtwoord")).statusCode).toBe(201);
  await d.sluit();
});
