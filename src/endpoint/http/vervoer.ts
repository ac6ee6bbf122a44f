import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { Probleemfout } from "../register/probleemfout";
import { ADRES_TE_LANG, alsProbleem, ONLEESBAAR, PROBLEEM_TYPE } from "./probleemantwoord";
import { HTTP_TEKSTEN } from "./teksten";

/** How long a sender may take, in milliseconds. */
export interface Tijden {
  /** Until all headers are there; also how long a connection may be silent before its first request. */
  readonly kopregels: number;
  /** Until the whole request is there. */
  readonly verzoek: number;
  /** Without any byte in either direction while a request is under way. */
  readonly stil: number;
  /** A connection without a request, after an answer: a little longer than the minute that most proxies keep one. */
  readonly rust: number;
  /** How often the first two are looked at. */
  readonly controle: number;
}
export const TIJDEN: Tijden = { kopregels: 15_000, verzoek: 30_000, stil: 60_000, rust: 72_000, controle: 2_000 };

/** RFC 9110 §4.1 asks for at least 8000. */
const LANGSTE_ADRES = 8_192;
/** How long the other side may take to read a last answer before the connection is cut, in milliseconds. */
const NALEESTIJD = 1_000;

const TE_TRAAG = new Probleemfout("te-traag", HTTP_TEKSTEN.teTraag);
const VERWACHTING_ONBEKEND = new Probleemfout("verwachting-onbekend", HTTP_TEKSTEN.verwachting);
const KOPREGELS_TE_GROOT = new Probleemfout("kopregels-te-groot", HTTP_TEKSTEN.kopregels);
const TE_GROOT = new Probleemfout("te-groot", HTTP_TEKSTEN.teGroot);

/** What Node says about a request it gave up on; anything else is no HTTP. */
const GEEN_HTTP: Readonly<Record<string, Probleemfout>> = {
  ERR_HTTP_REQUEST_TIMEOUT: TE_TRAAG,
  HPE_HEADER_OVERFLOW: KOPREGELS_TE_GROOT,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: TE_GROOT,
};

export interface Vervoeropties {
  /** On every answer. */
  readonly kopregels: Readonly<Record<string, string>>;
  /** Told of every request that was refused here, and so never reached a route. */
  readonly meld: (status: number) => void;
  readonly tijden?: Tijden | undefined;
}

/**
 * The HTTP server under Fastify. What Node would answer itself, without our headers and not as a problem, is answered here:
 * what is no HTTP, what is too large or comes too slowly, an expectation nobody knows, a request for a tunnel.
 */
export function maakVervoer(behandel: RequestListener, { kopregels, meld, tijden = TIJDEN }: Vervoeropties): Server {
  /** The latest exchange on a connection; requests on one connection are answered in order. */
  const laatste = new WeakMap<Duplex, { verzoek: IncomingMessage; antwoord: ServerResponse }>();
  const afgewezen = new WeakSet<Duplex>();

  const weiger = (antwoord: ServerResponse, fout: Probleemfout): void => {
    meld(fout.status);
    antwoord.writeHead(fout.status, { ...koppen(fout), Connection: "close" }).end(lichaam(fout));
  };
  const koppen = (fout: Probleemfout) => ({ ...kopregels, "Content-Type": PROBLEEM_TYPE, "Content-Length": String(Buffer.byteLength(lichaam(fout))) });
  /** Where Node has no response to write to. Cut after a while, also when the other side never closes. */
  const sluitAf = (verbinding: Duplex, fout: Probleemfout): void => {
    afgewezen.add(verbinding);
    if (!verbinding.writable) return void verbinding.destroy();
    meld(fout.status);
    const regels = Object.entries({ ...koppen(fout), Connection: "close" }).map(([naam, waarde]) => `${naam}: ${waarde}\r\n`);
    verbinding.end(`HTTP/1.1 ${fout.status} ${STATUS_CODES[fout.status]}\r\n${regels.join("")}\r\n${lichaam(fout)}`);
    setTimeout(() => verbinding.destroy(), NALEESTIJD).unref();
  };

  const server = createServer(
    { headersTimeout: tijden.kopregels, requestTimeout: tijden.verzoek, keepAliveTimeout: tijden.rust, connectionsCheckingInterval: tijden.controle, requireHostHeader: false },
    (verzoek, antwoord) => {
      laatste.set(verzoek.socket, { verzoek, antwoord });
      const fout = watMankeert(verzoek);
      if (fout) weiger(antwoord, fout);
      else behandel(verzoek, antwoord);
    },
  );
  server.setTimeout(tijden.stil);
  server.on("checkExpectation", (verzoek: IncomingMessage, antwoord: ServerResponse) => {
    laatste.set(verzoek.socket, { verzoek, antwoord });
    weiger(antwoord, VERWACHTING_ONBEKEND);
  });
  server.on("connect", (_verzoek: IncomingMessage, verbinding: Duplex) => sluitAf(verbinding, ONLEESBAAR));
  server.on("clientError", (fout: Error & { code?: string }, verbinding: Socket) => {
    // Its remaining bytes are no HTTP either.
    if (afgewezen.has(verbinding)) return;
    const probleem = GEEN_HTTP[fout.code ?? ""] ?? ONLEESBAAR;
    const eerder = laatste.get(verbinding);
    if (!eerder || (eerder.antwoord.writableFinished && eerder.verzoek.complete)) return sluitAf(verbinding, probleem);
    // A good request is still being answered, and this came behind it.
    if (eerder.verzoek.complete) return void eerder.antwoord.once("close", () => sluitAf(verbinding, probleem));
    // The rest of a request that was refused by its headers, or is being refused: that answer stands.
    if (eerder.antwoord.headersSent) return void verbinding.destroySoon();
    sluitAf(verbinding, probleem);
  });
  return server;
}

function watMankeert({ httpVersion, headersDistinct, url = "" }: IncomingMessage): Probleemfout | undefined {
  const hosts = headersDistinct.host?.length ?? 0;
  // RFC 9112 §3.2. Node would answer the first itself, and of two take the first: a proxy in front may have taken the other.
  if (hosts > 1 || (httpVersion === "1.1" && hosts === 0)) return ONLEESBAAR;
  return url.length > LANGSTE_ADRES ? ADRES_TE_LANG : undefined;
}

function lichaam(fout: Probleemfout): string {
  return JSON.stringify(alsProbleem(fout));
}
