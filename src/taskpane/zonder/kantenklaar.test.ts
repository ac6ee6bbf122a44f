import { readFileSync } from "node:fs";
import { join } from "node:path";
import { STANDAARDVRAAGSTELLING } from "../../meldcode/vraagstelling";
import { openWerkmap } from "../../workbook/xlsx/werkmap";
import { haalKantEnKlaar } from "./kantenklaar";

const ROOT = join(__dirname, "../../..");
const HIER = "https://meldcode.example.nl";
const VAST = "/assets/registratie.xlsx";
const BELEID = { gemeente: "Rotterdam", contact: { naam: "Servicepunt", url: "https://servicepunt.example/", email: "s@servicepunt.example" }, helpUrl: "https://servicepunt.example/hulp", helpteksten: [], ...STANDAARDVRAAGSTELLING, minimum: 3, deadlineDag: 15, geslotenMaanden: [] };
const vastgelegd = readFileSync(join(ROOT, "assets/registratie.xlsx"));

/** The service, as far as it answers: an address that is not named is out of reach. */
function dienst(beleid?: object): typeof fetch {
  const antwoorden: Readonly<Record<string, () => Response>> = {
    [`${HIER}/manifest.xml`]: () => new Response(readFileSync(join(ROOT, "manifest.xml"))),
    [HIER + VAST]: () => new Response(vastgelegd),
    ...(beleid && { [`${HIER}/v1/beleid`]: () => Response.json(beleid) }),
  };
  return async (adres) => antwoorden[String(adres)]?.() ?? Promise.reject(new TypeError("Failed to fetch"));
}

async function bytes(haal: typeof fetch): Promise<Uint8Array> {
  return new Uint8Array(await (await haalKantEnKlaar(HIER, VAST, haal)).arrayBuffer());
}

it("has the columns that the municipality asks", async () => {
  const beleid = { ...BELEID, sisaLabel: null, extraIndicatoren: [{ indicator: "kinderen", vanaf: "2026-01" }] };
  const [tabel] = openWerkmap(await bytes(dienst(beleid))).tabellen;
  expect(tabel?.kolommen).toEqual(["Kenmerk", "Team", "Startdatum", "Consultatie", "Stap 5", "Einddatum", "Aantal kinderen"]);
});

it("is the one for every municipality where nothing else is asked, and where the service cannot be heard", async () => {
  expect(Buffer.from(await bytes(dienst(BELEID))).equals(vastgelegd)).toBe(true);
  expect(Buffer.from(await bytes(dienst())).equals(vastgelegd)).toBe(true);
});

it("rejects when nothing of it is to be had", async () => {
  await expect(haalKantEnKlaar(HIER, VAST, () => Promise.reject(new TypeError("Failed to fetch")))).rejects.toThrow("Failed to fetch");
});
