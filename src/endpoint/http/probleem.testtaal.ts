import type { LightMyRequestResponse } from "fastify";
import { PROBLEEM_BASIS, PROBLEMEN, type Probleem, type Probleemcode } from "../../meldcode/uitwisseling/probleem";
import { API_VERSIE } from "./kopregels";

/** Checks that an answer is that problem of the catalogue, as every problem must look; answers it. */
export function verwachtProbleem(antwoord: LightMyRequestResponse, code: Probleemcode, status: number = PROBLEMEN[code].status): Probleem {
  expect(antwoord.statusCode).toBe(status);
  expect(antwoord.headers["content-type"]).toMatch(/^application\/problem\+json/);
  expect(antwoord.headers["api-version"]).toBe(API_VERSIE);
  const probleem = antwoord.json<Probleem>();
  expect(probleem).toMatchObject({ type: PROBLEEM_BASIS + code, status, title: PROBLEMEN[code].title });
  expect(probleem.detail.length).toBeGreaterThan(20);
  return probleem;
}
