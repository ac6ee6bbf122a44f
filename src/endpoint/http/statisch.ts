import { existsSync } from "node:fs";
import { basename, join, relative } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyReply } from "fastify";
import type { Server } from "./route";

/** From where office.js comes. */
const OFFICE = "https://appsforoffice.microsoft.com";
/** Hosts of Excel on the web (api.md); 'self' for the stand-in. */
const EXCEL = "'self' https://*.officeapps.live.com https://*.sharepoint.com https://excel.cloud.microsoft https://onedrive.live.com";
/**
 * The hash of an empty text. Fluent makes an empty <style> and fills it through the CSSOM; with this hash that is allowed
 * and an inline style with anything in it is not. So no 'unsafe-inline' and no nonce.
 */
const LEGE_STIJL = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

const ALGEMEEN = `default-src 'self'; img-src 'self' data:; style-src 'self' ${LEGE_STIJL}; object-src 'none'; base-uri 'none'; form-action 'none'`;
const PANEEL = `${ALGEMEEN}; script-src 'self' ${OFFICE}; frame-ancestors ${EXCEL}`;
/** The page that Excel frames; every other page is framed by nobody but ourselves. */
const PANEEL_PAGINA = "taskpane.html";
/** Pages of people's own work: framed by nobody at all. */
const EIGEN_PAGINAS: readonly string[] = ["servicepunt.html", "controleren.html"];
/** The service worker of /controleren has no hash in its name: the browser must ask for a newer one. */
const WERKER = "controleren-werker.js";
/** What none of our pages uses, and so no script that ever got into one. */
const NIET_GEBRUIKT = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

/**
 * Serves the built pages: hashed names for ever, pages only after asking, everything else (icons, manifest) for an hour.
 * `/servicepunt` is the Servicepunt's page, `/controleren` that for organisations without the add-in; `/` the stand-in where it was built, and otherwise the way to the Servicepunt's page. `map`: absolute path.
 */
export async function registreerPaginas(server: Server, map: string): Promise<void> {
  await server.register(fastifyStatic, {
    root: map,
    index: false,
    redirect: false,
    cacheControl: false,
    // dist/server holds the server itself; a folder is no page; what starts with a dot is not meant for others.
    allowedPath: (pad) => !/^\/server\/|\/$|\/\./.test(pad),
    setHeaders: (antwoord, pad) => zetPaginakoppen(antwoord, relative(map, pad)),
  });
  server.get("/servicepunt", { schema: { hide: true } }, (_request, reply) => reply.sendFile("servicepunt.html"));
  server.get("/controleren", { schema: { hide: true } }, (_request, reply) => reply.sendFile("controleren.html"));
  const metStandin = existsSync(join(map, "index.html"));
  server.get("/", { schema: { hide: true } }, (_request, reply) => (metStandin ? reply.sendFile("index.html") : reply.redirect("/servicepunt")));
}

function zetPaginakoppen(antwoord: FastifyReply, pad: string): void {
  const bestand = basename(pad);
  void antwoord.header("Cache-Control", cacheregel(bestand));
  // Excel fetches the add-in's icons and manifest itself, from origins of its own.
  void antwoord.removeHeader("Cross-Origin-Resource-Policy");
  if (!bestand.endsWith(".html")) {
    // What a page loads falls under the page's own policy, so a part keeps the one of data (an SVG that is opened by itself runs nothing). A worker has no page.
    if (bestand === WERKER) void antwoord.header("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'");
    return;
  }
  void antwoord.header("Permissions-Policy", NIET_GEBRUIKT);
  if (bestand === PANEEL_PAGINA) {
    void antwoord.header("Content-Security-Policy", PANEEL);
    // It knows no list of hosts; frame-ancestors does.
    void antwoord.removeHeader("X-Frame-Options");
  } else if (EIGEN_PAGINAS.includes(pad)) {
    void antwoord.header("Content-Security-Policy", `${ALGEMEEN}; script-src 'self'; frame-ancestors 'none'`);
    void antwoord.header("Cross-Origin-Opener-Policy", "same-origin");
  } else {
    void antwoord.header("Content-Security-Policy", `${ALGEMEEN}; script-src 'self'; frame-src 'self'; frame-ancestors 'self'`);
    void antwoord.removeHeader("X-Frame-Options");
  }
}

function cacheregel(bestand: string): string {
  if (bestand.endsWith(".html") || bestand === WERKER) return "no-cache";
  return /[.-][0-9a-f]{8,}\./.test(bestand) ? "public, max-age=31536000, immutable" : "public, max-age=3600";
}
