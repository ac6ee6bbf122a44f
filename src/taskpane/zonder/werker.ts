/**
 * The service worker of the page without the add-in, and of that page alone (scope /controleren): after the first visit the page opens
 * without a network. Calls to the service are never answered from here.
 */

/** What we use of a service worker; TypeScript's own library for it does not go together with the one for pages. */
interface Gebeurtenis {
  waitUntil(belofte: Promise<unknown>): void;
}
interface Ophaling extends Gebeurtenis {
  readonly request: Request;
  respondWith(antwoord: Promise<Response>): void;
}
interface Werker {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  addEventListener(naam: "install" | "activate", doe: (gebeurtenis: Gebeurtenis) => void): void;
  addEventListener(naam: "fetch", doe: (ophaling: Ophaling) => void): void;
}
const werker = self as unknown as Werker;

const PAGINA = "/controleren";
const VOORVOEGSEL = "controleren ";
/** Another name with every build: webpack.config.js fills in the hash of what is listed below. */
const VOORRAAD = `${VOORVOEGSEL}__VERSIE__`;
/** Longer than a good network takes; then the page opens as it was kept. */
const GEDULD = 3_000;

werker.addEventListener("install", (gebeurtenis) => gebeurtenis.waitUntil(slaOp()));
werker.addEventListener("activate", (gebeurtenis) => gebeurtenis.waitUntil(ruimOp()));
werker.addEventListener("fetch", (ophaling) => {
  const { request } = ophaling;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== werker.location.origin || pathname.startsWith("/v1/")) return;
  ophaling.respondWith(request.mode === "navigate" ? pagina(request) : deel(request));
});

async function slaOp(): Promise<void> {
  const voorraad = await caches.open(VOORRAAD);
  // The page itself must be of this very build; its parts bear a hash. Webpack fills in which they are.
  const delen = "__DELEN__" as unknown as readonly string[];
  await voorraad.addAll([new Request(PAGINA, { cache: "reload" }), ...delen]);
}

/** An older version is taken away once no page of it is open any more: then this one becomes active. */
async function ruimOp(): Promise<void> {
  const namen = await caches.keys();
  await Promise.all(namen.filter((naam) => naam.startsWith(VOORVOEGSEL) && naam !== VOORRAAD).map((naam) => caches.delete(naam)));
  await werker.clients.claim();
}

/** The newest page; as it was kept when the network has none, or is slow. */
async function pagina(request: Request): Promise<Response> {
  const bewaard = (): Promise<Response | undefined> => caches.match(PAGINA);
  const vers = fetch(request).catch(() => null);
  const opTijd = await Promise.race([vers, new Promise<null>((klaar) => setTimeout(() => klaar(null), GEDULD))]);
  if (opTijd?.ok) return opTijd;
  return (await bewaard()) ?? (await vers) ?? Response.error();
}

async function deel(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}
