import { rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { connect } from "node:net";
import { staat } from "../../src/endpoint/testtaal";
import type { Ontvangstbewijs } from "../../src/meldcode/uitwisseling/ontvangst";
import { bouwServer, maakOrganisatie, proefmap, ruimOp, startProces } from "./proces";

let bundel: string;
beforeAll(() => {
  bundel = bouwServer();
});

/** Node's own client, because it says apart that a connection was refused and that it was cut. */
function put(url: string, koppen: Record<string, string>, inhoud: string, agent: Agent): Promise<{ status: number; bewijs: Ontvangstbewijs }> {
  return new Promise((klaar, mislukt) => {
    const vraag = request(url, { method: "PUT", agent, headers: { ...koppen, "if-none-match": "*" } }, (antwoord) => {
      let tekst = "";
      antwoord.on("data", (stuk: Buffer) => (tekst += stuk.toString()));
      antwoord.on("end", () => klaar({ status: antwoord.statusCode ?? 0, bewijs: JSON.parse(tekst) as Ontvangstbewijs }));
    });
    vraag.on("error", mislukt);
    vraag.end(inhoud);
  });
}

afterEach(ruimOp);

test("SIGTERM under load: what was taken in was answered, and the process ends by itself", async () => {
  const map = proefmap("stoppen");
  const { pad, koppen } = await maakOrganisatie(map);
  const eerste = await startProces(["node", bundel], { MELDCODE_DATA: map });
  const agent = new Agent({ keepAlive: true });
  const beantwoord = new Map<string, string>();
  let stopt = false;
  let geweigerd = 0;
  const zender = async (nummer: number): Promise<void> => {
    for (let i = 0; ; i++) {
      const inhoud = staat([3], { inzendingId: `00000000-0000-4000-8000-${String(nummer * 100_000 + i).padStart(12, "0")}` });
      try {
        const { status, bewijs } = await put(`${eerste.basis}${pad}/registraties/z${nummer}-${i}`, koppen, JSON.stringify(inhoud), agent);
        expect(status).toBe(201);
        beantwoord.set(inhoud.inzendingId, bewijs.kenmerk);
      } catch {
        // Only a connection that is no longer there may fail, and only then.
        expect(stopt).toBe(true);
        geweigerd++;
        return;
      }
    }
  };
  const zenders = Array.from({ length: 12 }, (_, nummer) => zender(nummer));
  await new Promise((klaar) => setTimeout(klaar, 700));
  const voor = beantwoord.size;
  stopt = true;
  eerste.kind.kill("SIGTERM");
  await Promise.all(zenders);
  expect(await eerste.uitgang).toBe(0);
  expect([voor > 0, geweigerd]).toEqual([true, 12]);

  const tweede = await startProces(["node", bundel], { MELDCODE_DATA: map });
  const { ontvangstbewijzen } = (await (await fetch(`${tweede.basis}${pad}/ontvangstbewijzen`, { headers: koppen })).json()) as { ontvangstbewijzen: Ontvangstbewijs[] };
  // Not only every answer is in the database: everything in the database was answered.
  expect(new Map(ontvangstbewijzen.map((bewijs) => [bewijs.inzendingId, bewijs.kenmerk]))).toEqual(beantwoord);
  tweede.kind.kill("SIGTERM");
  expect(await tweede.uitgang).toBe(0);
  agent.destroy();
  rmSync(map, { recursive: true });
}, 60_000);

test("a request that is half sent when SIGTERM comes is answered, and its connection closed; a new one is refused", async () => {
  const map = proefmap("half");
  const { pad, koppen } = await maakOrganisatie(map);
  const { kind, basis, uitgang } = await startProces(["node", bundel], { MELDCODE_DATA: map });
  const poort = Number(new URL(basis).port);
  const inhoud = JSON.stringify(staat([3]));
  const half = connect(poort, "127.0.0.1");
  const antwoord = new Promise<string>((klaar) => {
    let tekst = "";
    half.on("data", (stuk) => (tekst += stuk.toString()));
    half.on("close", () => klaar(tekst));
  });
  half.write(`PUT ${pad}/registraties/half HTTP/1.1\r\nHost: x\r\nAuthorization: ${koppen.authorization}\r\nContent-Type: application/json\r\nIf-None-Match: *\r\nContent-Length: ${inhoud.length}\r\n\r\n${inhoud.slice(0, 50)}`);
  await new Promise((klaar) => setTimeout(klaar, 200));
  kind.kill("SIGTERM");
  await new Promise((klaar) => setTimeout(klaar, 200));
  const nieuw = await new Promise<string>((klaar) => {
    connect(poort, "127.0.0.1")
      .on("connect", () => klaar("verbonden"))
      .on("error", (fout) => klaar("code" in fout ? String(fout.code) : ""));
  });
  expect(nieuw).toBe("ECONNREFUSED");
  // Longer than an idle connection is kept.
  await new Promise((klaar) => setTimeout(klaar, 800));
  half.write(inhoud.slice(50));
  const tekst = await antwoord;
  expect(tekst).toMatch(/^HTTP\/1\.1 201 /);
  expect(tekst).toMatch(/^connection: close\r$/im);
  expect(await uitgang).toBe(0);
  rmSync(map, { recursive: true });
}, 30_000);
