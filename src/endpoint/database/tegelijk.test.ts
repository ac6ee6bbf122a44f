import { Opslag } from "./opslag";
import { proefdatabase } from "./proefdatabase.testtaal";
import { tegelijk } from "./tegelijk";
import { afzender, dienst } from "../testtaal";

const rij = (naam: string) => ({ naam, toegepastOp: "" });

async function over({ databank: { db } }: Opslag): Promise<string[]> {
  return (await db.selectFrom("migratie").select("naam").where("toegepastOp", "=", "").orderBy("naam").execute()).map(({ naam }) => naam);
}

test("one that fails is told of when the others have ended, and nothing of what they wrote remains", async () => {
  const opslag = await Opslag.open(await proefdatabase());
  const even = () => new Promise((verder) => setImmediate(verder));
  const schrijf = (namen: string[]) =>
    opslag.databank.transactie(async (tx) => {
      const erbij = async (naam: string, i: number) => {
        if (i > 1) await even();
        await tx.insertInto("migratie").values(rij(naam)).execute();
      };
      await tegelijk(...namen.map(erbij));
      return { waarde: namen, schrijf: () => Promise.resolve() };
    });
  // The second cannot be: the name is taken. The others have yet to begin. By its message: the error of SQLite is made outside what jest calls an Error.
  await expect(schrijf(["een", "een", "twee", "drie"])).rejects.toMatchObject({ message: expect.stringMatching(/unique/i) });
  expect(await schrijf(["vier", "vijf"])).toEqual(["vier", "vijf"]);
  expect(await over(opslag)).toEqual(["vier", "vijf"]);
  await opslag.sluit();
});

test("what a transaction writes at its end is there as a whole, or not at all", async () => {
  const opslag = await Opslag.open(await proefdatabase());
  const schrijf = (namen: string[]) => opslag.databank.transactie((tx) => Promise.resolve({ waarde: namen.length, schrijf: () => tegelijk(...namen.map((naam) => tx.insertInto("migratie").values(rij(naam)).execute())) }));
  for (const fout of [["een", "een", "twee"], ["een", "twee", "een"]]) await expect(schrijf(fout)).rejects.toMatchObject({ message: expect.stringMatching(/unique/i) });
  expect(await over(opslag)).toEqual([]);
  expect(await schrijf(["drie", "vier"])).toBe(2);
  expect(await over(opslag)).toEqual(["drie", "vier"]);
  await opslag.sluit();
});

test("the keys of requests that come in at once are looked up with one question, and each gets its own answer", async () => {
  const opdrachten: string[] = [];
  const opslag = await Opslag.open(await proefdatabase(), (sql) => opdrachten.push(sql));
  const d = await dienst({ opslag });
  const zenders = [await afzender(d), await afzender(d), await afzender(d)];
  await Promise.all(zenders.map((a) => a.get("registraties"))); // the first use of a key is noted
  opdrachten.length = 0;
  const [een, twee] = zenders;
  const vreemd = d.vraag({ url: `${een?.pad}/registraties`, headers: { authorization: `Bearer ${twee?.sleutel}` } });
  const onbekend = d.vraag({ url: `${een?.pad}/registraties`, headers: { authorization: "Bearer niemand" } });
  const antwoorden = await Promise.all([...zenders.map((a) => a.get("registraties")), vreemd, onbekend]);
  expect(antwoorden.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 403, 401]);
  expect(opdrachten.filter((sql) => sql.includes('"toegang"'))).toHaveLength(1);
  await d.sluit();
});
