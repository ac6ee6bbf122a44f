import type { Socket } from "node:net";
import { Probleemfout } from "../register/probleemfout";
import { alsProbleem, PROBLEEM_TYPE } from "./probleemantwoord";
import { HTTP_TEKSTEN } from "./teksten";

export const ONLEESBAAR = new Probleemfout("ongeldige-inzending", HTTP_TEKSTEN.onleesbaar);

/** What is no HTTP at all, or took too long, gets a problem too; it never reaches Fastify's own answers. */
export function beantwoordKapotVerzoek(kopregels: Record<string, string>) {
  const tekst = JSON.stringify(alsProbleem(ONLEESBAAR));
  const regels = Object.entries({ ...kopregels, "Content-Type": PROBLEEM_TYPE, "Content-Length": String(Buffer.byteLength(tekst)), Connection: "close" });
  const antwoord = `HTTP/1.1 400 Bad Request\r\n${regels.map(([naam, waarde]) => `${naam}: ${waarde}\r\n`).join("")}\r\n${tekst}`;
  return (_fout: Error, socket: Socket): void => {
    if (socket.writable) socket.end(antwoord);
    else socket.destroy();
  };
}
