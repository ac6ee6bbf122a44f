import { metControleteken } from "../../meldcode/code";
import { geefActiveringscodeUit, geefBestuurscodeUit, trekAlleToegangIn, voegOrganisatieMetCodeToe } from "../register/organisatie";
import { afzender, dienst, type Dienst } from "../testtaal";
import { verwachtProbleem } from "./probleem.testtaal";

let d: Dienst;
beforeEach(async () => {
  d = await dienst();
});
afterEach(() => d.sluit());

const activeer = (activeringscode: string, herhaalsleutel?: string) =>
  d.vraag({ method: "POST", url: "/v1/activeringen", headers: herhaalsleutel === undefined ? {} : { "idempotency-key": herhaalsleutel }, payload: { activeringscode } });

async function nieuweCode(): Promise<{ id: string; code: string }> {
  const { id } = await afzender(d);
  return { id, code: (await geefActiveringscodeUit(d.omgeving, id)).activeringscode };
}

test("a code gives a key that works for 400 days, however it was typed", async () => {
  const { id, code } = await nieuweCode();
  const antwoord = await activeer(` ${code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o")} `);
  expect(antwoord.statusCode).toBe(201);
  const { organisatie, toegangssleutel, geldigTot } = antwoord.json<{ organisatie: unknown; toegangssleutel: string; geldigTot: string }>();
  expect(organisatie).toEqual({ organisatieId: id, naam: "De Proef", sector: "onderwijs", eenpersoons: false });
  expect(Buffer.from(toegangssleutel, "base64url")).toHaveLength(32);
  const lijst = () => d.vraag({ url: `/v1/organisaties/${id}/registraties`, headers: { authorization: `Bearer ${toegangssleutel}` } });
  expect((await lijst()).json()).toMatchObject({ registraties: [], organisatie: { organisatieId: id } });
  d.moment = new Date(Date.parse(geldigTot) - 1);
  expect((await lijst()).statusCode).toBe(200);
  d.moment = new Date(geldigTot);
  expect(verwachtProbleem(await lijst(), "toegang-ongeldig").detail).toContain("verlopen");
});

describe("a code that does not work says why", () => {
  test("mistyped", async () => {
    const { code } = await nieuweCode();
    const fout = code.slice(0, -1) + (code.endsWith("0") ? "1" : "0");
    expect(verwachtProbleem(await activeer(fout), "ongeldige-inzending").detail).toContain("verkeerd overgenomen");
  });
  test("unknown", async () => {
    expect(verwachtProbleem(await activeer(metControleteken("000000000000000")), "toegang-ongeldig").detail).toContain("niet bekend");
  });
  test("used", async () => {
    const { code } = await nieuweCode();
    await activeer(code);
    expect(verwachtProbleem(await activeer(code), "toegang-ongeldig").detail).toContain("al gebruikt");
  });
  test("expired", async () => {
    const { code } = await nieuweCode();
    d.moment = new Date(d.moment.getTime() + 91 * 86_400_000);
    expect(verwachtProbleem(await activeer(code), "toegang-ongeldig").detail).toContain("verlopen");
  });
  test("withdrawn, and so are the keys", async () => {
    const a = await afzender(d);
    const { activeringscode } = await geefActiveringscodeUit(d.omgeving, a.id);
    await trekAlleToegangIn(d.omgeving, a.id);
    expect(verwachtProbleem(await activeer(activeringscode), "toegang-ongeldig").detail).toContain("ingetrokken");
    const antwoord = await a.get("registraties");
    expect(verwachtProbleem(antwoord, "toegang-ongeldig").detail).toContain("ingetrokken");
    expect(antwoord.headers["www-authenticate"]).toBe("Bearer");
  });
});

test("an activation whose answer got lost can be repeated, and the lost key no longer works", async () => {
  const { id, code } = await nieuweCode();
  const sleutel = "5b0c0000-0000-4000-8000-000000000001";
  const [verloren, herhaald] = [await activeer(code, sleutel), await activeer(code, sleutel)].map((antwoord) => antwoord.json<{ toegangssleutel: string }>().toegangssleutel);
  const met = (s: string | undefined) => d.vraag({ url: `/v1/organisaties/${id}/registraties`, headers: { authorization: `Bearer ${s}` } });
  verwachtProbleem(await met(verloren), "toegang-ongeldig");
  expect((await met(herhaald)).statusCode).toBe(200);
  verwachtProbleem(await activeer(code, "5b0c0000-0000-4000-8000-000000000002"), "toegang-ongeldig");
  d.moment = new Date(d.moment.getTime() + 16 * 60_000);
  verwachtProbleem(await activeer(code, sleutel), "toegang-ongeldig");
});

test("withdrawing access also ends what a code that was just used could be asked for again; a board's code gives none of its organisations a key any longer", async () => {
  const { id, code } = await nieuweCode();
  const sleutel = "5b0c0000-0000-4000-8000-000000000004";
  await activeer(code, sleutel);
  await trekAlleToegangIn(d.omgeving, id);
  verwachtProbleem(await activeer(code, sleutel), "toegang-ongeldig");

  const { organisatieId } = await voegOrganisatieMetCodeToe(d.omgeving, { naam: "De Linde", sector: "onderwijs", bestuur: "Stichting X" });
  const bestuurscode = (await geefBestuurscodeUit(d.omgeving, "Stichting X")).activeringscode;
  await activeer(bestuurscode, sleutel);
  expect(await trekAlleToegangIn(d.omgeving, organisatieId)).toEqual({ sleutels: 1, codes: 1 }); // the code it began with was never used
  verwachtProbleem(await activeer(bestuurscode, sleutel), "toegang-ongeldig");
});

test("of two who send the same code at the same moment one gets a key", async () => {
  const { code } = await nieuweCode();
  expect((await Promise.all([activeer(code), activeer(code), activeer(code)])).map(({ statusCode }) => statusCode).sort()).toEqual([201, 401, 401]);
});

test("guessing codes is slowed down, and says for how long", async () => {
  const { code } = await nieuweCode();
  for (let i = 0; i < 10; i++) await activeer("0000-0000-0000-0001");
  const antwoord = await activeer(code);
  verwachtProbleem(antwoord, "te-veel-verzoeken");
  expect(Number(antwoord.headers["retry-after"])).toBeGreaterThan(0);
  expect(Number(antwoord.headers["retry-after"])).toBeLessThanOrEqual(60);
});

test("guessing keys is slowed down, but never for a good key", async () => {
  const a = await afzender(d);
  for (let i = 0; i < 30; i++) await a.get("registraties");
  expect((await a.get("registraties")).statusCode).toBe(200);
  const raad = (i: number) => d.vraag({ url: `${a.pad}/registraties`, headers: { authorization: `Bearer sleutel-${i}` } });
  for (let i = 0; i < 60; i++) verwachtProbleem(await raad(i), "toegang-ongeldig");
  verwachtProbleem(await raad(60), "te-veel-verzoeken");
  // A whole school board can come from one address.
  expect((await a.get("registraties")).statusCode).toBe(200);
});

describe("a board's code", () => {
  const BESTUUR = "Stichting Havenscholen";
  interface Antwoord {
    readonly bestuur: { readonly naam: string };
    readonly toegangen: readonly { readonly organisatie: { readonly organisatieId: string; readonly naam: string }; readonly toegangssleutel: string; readonly geldigTot: string }[];
  }
  const school = (naam: string, bestuur = BESTUUR) => voegOrganisatieMetCodeToe(d.omgeving, { naam, sector: "onderwijs", bestuur });
  const scholen = async () => [await school("De Linde"), await school("Het Anker"), await school("Elders", "Ander bestuur")];
  const status = async ({ organisatie, toegangssleutel }: Antwoord["toegangen"][number]) => (await d.vraag({ url: `/v1/organisaties/${organisatie.organisatieId}/registraties`, headers: { authorization: `Bearer ${toegangssleutel}` } })).statusCode;

  test("gives every organisation of that board a key of its own, and works once", async () => {
    await scholen();
    const { activeringscode, organisaties } = await geefBestuurscodeUit(d.omgeving, BESTUUR);
    expect(organisaties).toBe(2);
    const antwoord = await activeer(activeringscode);
    expect(antwoord.statusCode).toBe(201);
    const { bestuur, toegangen } = antwoord.json<Antwoord>();
    expect(bestuur).toEqual({ naam: BESTUUR });
    expect(toegangen.map(({ organisatie }) => organisatie.naam)).toEqual(["De Linde", "Het Anker"]);
    expect(await Promise.all(toegangen.map(status))).toEqual([200, 200]);
    const [linde, anker] = toegangen;
    const kruis = await d.vraag({ url: `/v1/organisaties/${linde?.organisatie.organisatieId}/registraties`, headers: { authorization: `Bearer ${anker?.toegangssleutel}` } });
    verwachtProbleem(kruis, "geen-toegang");
    expect(verwachtProbleem(await activeer(activeringscode), "toegang-ongeldig").detail).toContain("al gebruikt");
  });

  test("whose answer got lost can be repeated, and none of the lost keys works any longer", async () => {
    await scholen();
    const { activeringscode } = await geefBestuurscodeUit(d.omgeving, BESTUUR);
    const herhaalsleutel = "5b0c0000-0000-4000-8000-000000000003";
    const verloren = (await activeer(activeringscode, herhaalsleutel)).json<Antwoord>();
    const herhaald = (await activeer(activeringscode, herhaalsleutel)).json<Antwoord>();
    expect(await Promise.all(verloren.toegangen.map(status))).toEqual([401, 401]);
    expect(await Promise.all(herhaald.toegangen.map(status))).toEqual([200, 200]);
  });

  test("a school that joins later comes with a new code; the keys there are go on", async () => {
    await scholen();
    const eerst = (await activeer((await geefBestuurscodeUit(d.omgeving, BESTUUR)).activeringscode)).json<Antwoord>();
    await school("De Vuurtoren");
    const later = (await activeer((await geefBestuurscodeUit(d.omgeving, BESTUUR)).activeringscode)).json<Antwoord>();
    expect(later.toegangen.map(({ organisatie }) => organisatie.naam)).toEqual(["De Linde", "De Vuurtoren", "Het Anker"]);
    expect(await Promise.all([...eerst.toegangen, ...later.toegangen].map(status))).toEqual([200, 200, 200, 200, 200]);
  });

  test("withdrawing one school's access leaves the others theirs, and a code of its board that was not used gives it none", async () => {
    const [linde] = await scholen();
    const { toegangen } = (await activeer((await geefBestuurscodeUit(d.omgeving, BESTUUR)).activeringscode)).json<Antwoord>();
    const ongebruikt = await geefBestuurscodeUit(d.omgeving, BESTUUR);
    await trekAlleToegangIn(d.omgeving, linde?.organisatieId ?? "");
    expect(await Promise.all(toegangen.map(status))).toEqual([401, 200]);
    expect(verwachtProbleem(await activeer(ongebruikt.activeringscode), "toegang-ongeldig").detail).toContain("ingetrokken");
  });

  test("is not issued for a board that nobody has", async () => {
    await expect(geefBestuurscodeUit(d.omgeving, "Onbekend")).rejects.toMatchObject({ code: "niet-gevonden" });
  });
});
