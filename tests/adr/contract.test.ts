import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import type { InjectOptions, LightMyRequestResponse } from "fastify";
import type { OpenAPIV3_1 } from "openapi-types";
import { API_VERSIE } from "../../src/endpoint/http/kopregels";
import { bewaarAccount } from "../../src/endpoint/register/account";
import { zetPeriode } from "../../src/endpoint/register/beleid";
import { STANDAARDBELEID } from "../../src/endpoint/register/standaardbeleid";
import { geefActiveringscodeUit, voegOrganisatieMetCodeToe } from "../../src/endpoint/register/organisatie";
import type { Periode } from "../../src/meldcode/periode";
import { afzender, type Afzender, dienst, type Dienst, medewerker, staat } from "../../src/endpoint/testtaal";

/**
 * The API against its own description: every operation is called, so that it gives every status the document promises, and
 * every answer is held against the schema the document has for it. A new operation without an entry here fails.
 */
interface Opstelling {
  readonly d: Dienst;
  readonly a: Afzender;
  /** Another organisation, with another key. */
  readonly ander: Afzender;
  /** Headers of someone signed in at the Servicepunt. */
  readonly sp: { readonly cookie: string; readonly "x-csrf-token": string };
  /** Of someone who may not administer. */
  readonly behandelaar: { readonly cookie: string };
  /** An activation code not used yet. */
  readonly code: string;
  readonly kenmerk: string;
  readonly etag: string;
}
type Vraag = Omit<InjectOptions, "method" | "headers"> & { readonly method: "GET" | "PUT" | "POST" | "PATCH" | "DELETE"; readonly headers: Record<string, string> };

interface Proef {
  /** The call as it should be, and what it then answers. */
  readonly goed: (o: Opstelling) => Vraag;
  readonly status: number;
  readonly vooraf?: (d: Dienst) => Promise<unknown>;
  /** Calls that give another status, beside those that follow from the description: no access, too large, no JSON, too often. */
  readonly anders?: Readonly<Record<number, (o: Opstelling, goed: Vraag) => Vraag>>;
}

const SP = "/v1/servicepunt";
const naarOnbekend = (_o: Opstelling, goed: Vraag): Vraag => ({ ...goed, url: String(goed.url).replace(/ORG-[0-9A-Z-]+/, "ORG-0000-0000") });
/** Nothing else in its address can be wrong: the key is looked at first, and the organisation has to be the key's. */
const onleesbaar = (_o: Opstelling, goed: Vraag): Vraag => ({ ...goed, url: `${String(goed.url)}%zz` });
const lezen = (deel: string | ((o: Opstelling) => string)) => (o: Opstelling): Vraag => ({ method: "GET", url: `${o.a.pad}/${typeof deel === "string" ? deel : deel(o)}`, headers: o.a.koppen });
const spLezen = (deel: string | ((o: Opstelling) => string)) => (o: Opstelling): Vraag => ({ method: "GET", url: `${SP}/${typeof deel === "string" ? deel : deel(o)}`, headers: { cookie: o.sp.cookie } });
/** An organisationId nobody can have: refused by its shape where the key or the session was good. */
const teLang = "o".repeat(65);

/** All of the policy but the closed months: those are set one by one. */
const INSTELLING = { ...STANDAARDBELEID, geslotenMaanden: undefined };

/** Of a month that is closed: of one that is open there is none. */
function uitzondering(method: "PUT" | "DELETE"): Proef {
  return {
    goed: (o) => ({ method, url: `${SP}/organisaties/${o.a.id}/uitzonderingen/2026-01`, headers: o.sp }),
    status: 204,
    vooraf: (d) => zetPeriode(d.omgeving, "2026-01" as Periode, true), // a literal month
    anders: { 400: (_o, goed) => ({ ...goed, url: String(goed.url).replace("2026-01", "2026-02") }), 404: naarOnbekend },
  };
}

const PROEVEN: Readonly<Record<string, Proef>> = {
  getOpenapi: { goed: () => ({ method: "GET", url: "/v1/openapi.json", headers: {} }), status: 200 },
  getBeleid: { goed: () => ({ method: "GET", url: "/v1/beleid", headers: {} }), status: 200 },
  postActivering: {
    goed: (o) => ({ method: "POST", url: "/v1/activeringen", headers: { "content-type": "application/json" }, payload: { activeringscode: o.code } }),
    status: 201,
    anders: {
      400: (_o, goed) => ({ ...goed, payload: { code: 1 } }),
      401: (o, goed) => ({ ...goed, payload: { activeringscode: o.a.activeringscode } }),
      429: (_o, goed) => ({ ...goed, payload: { activeringscode: "0000-0000-0000-0001" } }),
    },
  },
  postToegangssleutel: {
    goed: (o) => ({ method: "POST", url: `${o.a.pad}/toegangssleutels`, headers: o.a.koppen }),
    status: 201,
    anders: { 400: (_o, goed) => ({ ...goed, headers: { ...goed.headers, "idempotency-key": "te kort" } }) },
  },
  getRegistraties: { goed: lezen("registraties"), status: 200, anders: { 400: onleesbaar } },
  getRegistratie: {
    goed: lezen("registraties/r"),
    status: 200,
    anders: { 400: (o) => lezen("registraties/niet_zo")(o), 404: (o) => lezen("registraties/onbekend")(o) },
  },
  putRegistratie: {
    goed: (o) => ({ method: "PUT", url: `${o.a.pad}/registraties/r`, headers: { ...o.a.koppen, "content-type": "application/json", "if-match": o.etag }, payload: JSON.stringify(staat([4])) }),
    status: 200,
    anders: {
      201: (o, goed) => ({ ...goed, url: `${o.a.pad}/registraties/nieuw`, headers: { ...o.a.koppen, "content-type": "application/json", "if-none-match": "*" }, payload: JSON.stringify(staat([2])) }),
      400: (_o, goed) => ({ ...goed, payload: "{}" }),
      409: (_o, goed) => ({ ...goed, payload: JSON.stringify(staat([1])) }),
      412: (_o, goed) => ({ ...goed, headers: { ...goed.headers, "if-match": '"0-0"' } }),
      428: (o, goed) => ({ ...goed, headers: { ...o.a.koppen, "content-type": "application/json" } }),
    },
  },
  getOntvangstbewijzen: { goed: lezen("ontvangstbewijzen"), status: 200, anders: { 400: onleesbaar } },
  getOntvangstbewijs: {
    goed: lezen((o) => `ontvangstbewijzen/${o.kenmerk}`),
    status: 200,
    anders: { 400: (o) => lezen(`ontvangstbewijzen/${"k".repeat(65)}`)(o), 404: (o) => lezen("ontvangstbewijzen/MM-2026-0000-000")(o) },
  },
  postSessie: {
    goed: () => ({ method: "POST", url: `${SP}/sessies`, headers: { "content-type": "application/json" }, payload: { naam: "jan", wachtwoord: "een heel lang wachtwoord" } }),
    status: 201,
    vooraf: (d) => bewaarAccount(d.omgeving, "jan", "een heel lang wachtwoord"),
    anders: {
      400: (_o, goed) => ({ ...goed, payload: { naam: 1 } }),
      401: (_o, goed) => ({ ...goed, payload: { naam: "jan", wachtwoord: "fout" } }),
      429: (_o, goed) => ({ ...goed, payload: { naam: "niemand", wachtwoord: "fout" } }),
    },
  },
  getSessie: { goed: spLezen("sessies/huidige"), status: 200 },
  deleteSessie: { goed: (o) => ({ method: "DELETE", url: `${SP}/sessies/huidige`, headers: o.sp }), status: 204 },
  getResponsoverzicht: { goed: spLezen("responsoverzicht?van=2026-01&tot=2026-04"), status: 200, anders: { 400: (o) => spLezen("responsoverzicht?van=januari&sector=x")(o) } },
  getResponsoverzichtExport: { goed: spLezen("responsoverzicht/export?van=2026-01&tot=2026-04"), status: 200, anders: { 400: (o) => spLezen("responsoverzicht/export")(o) } },
  getAanmeldwijze: { goed: () => ({ method: "GET", url: `${SP}/aanmeldwijze`, headers: {} }), status: 200 },
  getAuditlog: { goed: spLezen("auditlog"), status: 200, anders: { 403: (o, goed) => ({ ...goed, headers: o.behandelaar }), 400: (o) => spLezen("auditlog?aantal=0")(o) } },
  deleteToegang: {
    goed: (o) => ({ method: "DELETE", url: `${SP}/organisaties/${o.a.id}/toegang`, headers: o.sp }),
    status: 200,
    anders: { 400: (o) => ({ method: "DELETE", url: `${SP}/organisaties/${teLang}/toegang`, headers: o.sp }), 404: naarOnbekend },
  },
  getPerioden: { goed: spLezen("perioden"), status: 200 },
  putPeriode: {
    goed: (o) => ({ method: "PUT", url: `${SP}/perioden/2026-01`, headers: { ...o.sp, "content-type": "application/json" }, payload: { gesloten: true } }),
    status: 200,
    anders: { 400: (_o, goed) => ({ ...goed, payload: { gesloten: "ja" } }) },
  },
  putUitzondering: { ...uitzondering("PUT") },
  deleteUitzondering: { ...uitzondering("DELETE") },
  getBeleidsbeheer: { goed: spLezen("beleid"), status: 200, anders: { 400: (o) => spLezen("beleid?aantal=0")(o) } },
  putBeleid: {
    goed: (o) => ({ method: "PUT", url: `${SP}/beleid`, headers: { ...o.sp, "content-type": "application/json", "if-match": '"0"' }, payload: { ...INSTELLING, minimum: 5 } }),
    status: 200,
    anders: {
      400: (_o, goed) => ({ ...goed, payload: { ...INSTELLING, minimum: 0 } }),
      412: (_o, goed) => ({ ...goed, headers: { ...goed.headers, "if-match": '"1"' } }),
      428: (o, goed) => ({ ...goed, headers: { ...o.sp, "content-type": "application/json" } }),
    },
  },
  getOrganisaties: { goed: spLezen("organisaties"), status: 200, anders: { 400: (o) => spLezen("organisaties?aantal=veel")(o) } },
  patchOrganisatie: {
    goed: (o) => ({ method: "PATCH", url: `${SP}/organisaties/${o.a.id}`, headers: { ...o.sp, "content-type": "application/json" }, payload: { sector: "jeugdhulp", wijk: null } }),
    status: 200,
    anders: { 400: (_o, goed) => ({ ...goed, payload: { sector: "x", ritmeVanaf: "2026-07" } }), 404: naarOnbekend },
  },
  postBestuurscode: {
    goed: (o) => ({ method: "POST", url: `${SP}/bestuurscodes`, headers: { ...o.sp, "content-type": "application/json" }, payload: { bestuur: "Stichting De Proef" } }),
    status: 201,
    vooraf: (d) => voegOrganisatieMetCodeToe(d.omgeving, { naam: "De School", sector: "onderwijs", bestuur: "Stichting De Proef" }),
    anders: { 400: (_o, goed) => ({ ...goed, payload: {} }), 404: (_o, goed) => ({ ...goed, payload: { bestuur: "Stichting Nergens" } }) },
  },
  postOrganisatie: {
    goed: (o) => ({ method: "POST", url: `${SP}/organisaties`, headers: { ...o.sp, "content-type": "application/json" }, payload: { naam: "De Vuurtoren", sector: "onderwijs" } }),
    status: 201,
    anders: { 400: (_o, goed) => ({ ...goed, payload: { naam: "" } }) },
  },
  getOrganisatie: { goed: spLezen((o) => `organisaties/${o.a.id}`), status: 200, anders: { 400: (o) => spLezen(`organisaties/${teLang}`)(o), 404: naarOnbekend } },
  postActiveringscode: {
    goed: (o) => ({ method: "POST", url: `${SP}/organisaties/${o.a.id}/activeringscodes`, headers: o.sp }),
    status: 201,
    anders: { 400: (o) => ({ method: "POST", url: `${SP}/organisaties/${teLang}/activeringscodes`, headers: o.sp }), 404: naarOnbekend },
  },
};

/** What a status asks, made from the good call, where that is the same for every operation. */
function afgeleid(status: number, { ander }: Opstelling, goed: Vraag, operatie: OpenAPIV3_1.OperationObject): Vraag | undefined {
  const zonder = (...namen: string[]): Record<string, string> => Object.fromEntries(Object.entries(goed.headers).filter(([naam]) => !namen.includes(naam)));
  const metSleutel = JSON.stringify(operatie.security ?? []).includes("toegangssleutel");
  if (status === 401) return { ...goed, headers: zonder("authorization", "cookie") };
  if (status === 403) return metSleutel ? { ...goed, headers: { ...goed.headers, ...ander.koppen } } : { ...goed, headers: zonder("x-csrf-token") };
  if (status === 413) return { ...goed, headers: { ...goed.headers, "content-type": "application/json" }, payload: JSON.stringify("x".repeat(1_100_000)) };
  if (status === 415) return { ...goed, headers: { ...goed.headers, "content-type": "text/plain" }, payload: "tekst" };
  // Keys are too long to guess, so only bad ones are slowed down.
  if (status === 429 && metSleutel) return { ...goed, headers: { ...goed.headers, authorization: "Bearer geraden" } };
  return undefined;
}

let document: OpenAPIV3_1.Document;
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
/** [operationId, path, method] of everything in the document. */
let operaties: { id: string; pad: string; methode: string; operatie: OpenAPIV3_1.OperationObject }[];

beforeAll(async () => {
  const d = await dienst();
  document = (await d.vraag("/v1/openapi.json")).json();
  await d.sluit();
  ajv.addSchema(document, "openapi");
  operaties = Object.entries(document.paths ?? {}).flatMap(([pad, bij]) =>
    (["get", "put", "post", "delete", "patch"] as const).flatMap((methode) => {
      const operatie = bij?.[methode];
      return operatie?.operationId === undefined ? [] : [{ id: operatie.operationId, pad, methode, operatie }];
    }),
  );
});

test("every operation of the document is tried here, and nothing else", () => {
  expect(operaties.map(({ id }) => id).sort()).toEqual(Object.keys(PROEVEN).sort());
});

test.each(Object.keys(PROEVEN))("%s answers what its description says, for every status it promises", async (id) => {
  const proef = PROEVEN[id];
  const gevonden = operaties.find((operatie) => operatie.id === id);
  if (!proef || !gevonden) throw new Error(`${id} staat niet in het document`);
  const beloofd = Object.keys(gevonden.operatie.responses ?? {}).map(Number);
  // A fault of ours cannot be asked for; contract.test.ts of the endpoint causes one.
  expect(beloofd).toContain(500);
  const o = await opstelling();
  await proef.vooraf?.(o.d);
  const goed = proef.goed(o);
  // The good call changes what is there, and too many calls close the door: those two come last.
  const volgorde = beloofd.filter((status) => status !== 500).sort((x, y) => beurt(x, proef.status) - beurt(y, proef.status));
  for (const status of volgorde) {
    const vraag = status === proef.status ? goed : (proef.anders?.[status]?.(o, goed) ?? afgeleid(status, o, goed, gevonden.operatie));
    if (!vraag) throw new Error(`${id} belooft ${status}, en dat is hier niet te krijgen`);
    let antwoord = await o.d.vraag(vraag);
    for (let i = 0; status === 429 && antwoord.statusCode !== 429 && i < 100; i++) antwoord = await o.d.vraag(vraag);
    expect([id, antwoord.statusCode]).toEqual([id, status]);
    houdTegenBeschrijving(antwoord, gevonden);
  }
  await o.d.sluit();
});

function beurt(status: number, goed: number): number {
  return status === 429 ? 2 : status === goed ? 1 : 0;
}

function houdTegenBeschrijving(antwoord: LightMyRequestResponse, { pad, methode, operatie }: (typeof operaties)[number]): void {
  const status = String(antwoord.statusCode);
  const beschreven = operatie.responses?.[status];
  if (!beschreven || "$ref" in beschreven) throw new Error(`${operatie.operationId} ${status} is niet beschreven`);
  for (const kop of Object.keys(beschreven.headers ?? {})) expect(antwoord.headers).toHaveProperty(kop.toLowerCase());
  expect(antwoord.headers["api-version"]).toBe(API_VERSIE);
  const soort = String(antwoord.headers["content-type"] ?? "").split(";")[0] ?? "";
  if (beschreven.content === undefined) {
    expect(antwoord.body).toBe("");
    return;
  }
  expect(Object.keys(beschreven.content)).toContain(soort);
  if (antwoord.statusCode >= 400) expect(soort).toBe("application/problem+json");
  const wijzer = ["paths", pad, methode, "responses", status, "content", soort, "schema"].map((deel) => deel.replaceAll("~", "~0").replaceAll("/", "~1")).map(encodeURIComponent).join("/");
  const klopt = ajv.compile({ $ref: `openapi#/${wijzer}` });
  klopt(soort === "text/csv" ? antwoord.body : antwoord.json());
  expect(klopt.errors ?? []).toEqual([]);
}

/** A service with what every call needs; fresh each time, so that no call is in another's way. */
async function opstelling(): Promise<Opstelling> {
  const d = await dienst();
  const [a, ander] = [await afzender(d, { naam: "De Proef" }), await afzender(d, { naam: "De Ander" })];
  const sp = await medewerker(d);
  const { cookie } = await medewerker(d, "behandelen");
  const ontvangst = await a.put("r", staat([3]));
  const { activeringscode: code } = await geefActiveringscodeUit(d.omgeving, a.id);
  return { d, a, ander, sp, behandelaar: { cookie }, code, kenmerk: ontvangst.json<{ kenmerk: string }>().kenmerk, etag: String(ontvangst.headers.etag) };
}

test("every address of the document is nowhere with a slash behind it, and says its methods to OPTIONS", async () => {
  const o = await opstelling();
  for (const { id, pad, methode } of operaties) {
    const goed = PROEVEN[id]?.goed(o);
    const [adres = "", vraag] = String(goed?.url).split("?");
    const slash = await o.d.vraag({ ...goed, url: `${adres}/${vraag === undefined ? "" : `?${vraag}`}` });
    expect([pad, slash.statusCode, slash.headers["api-version"], slash.headers["content-type"]]).toEqual([pad, 404, API_VERSIE, "application/problem+json; charset=utf-8"]);
    const opties = await o.d.vraag({ method: "OPTIONS", url: adres });
    expect([pad, opties.statusCode]).toEqual([pad, 204]);
    expect(String(opties.headers.allow).split(", ")).toEqual(expect.arrayContaining([methode.toUpperCase(), "OPTIONS"]));
  }
  await o.d.sluit();
});

test("what is wrong in the address, the query and the body of one request is told at once", async () => {
  const o = await opstelling();
  const fouten = async (vraag: InjectOptions) => (await o.d.vraag(vraag)).json<{ fouten: { pad: string }[] }>().fouten.map(({ pad }) => pad).sort();
  const put = await fouten({ method: "PUT", url: `${o.a.pad}/registraties/niet_zo`, headers: { ...o.a.koppen, "content-type": "application/json" }, payload: { ...staat([3]), schema: "x", tot: "april", extra: 1 } });
  expect(put).toEqual(["", "maanden", "registratieId", "schema", "tot"]);
  expect(await fouten({ url: `${SP}/responsoverzicht?van=x&sector=y&zoek=${"z".repeat(101)}`, headers: { cookie: o.sp.cookie } })).toEqual(["sector", "tot", "van", "zoek"]);
  await o.d.sluit();
});
