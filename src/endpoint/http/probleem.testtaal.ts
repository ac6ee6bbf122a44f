import type { LightMyRequestResponse } from "fastify";
import { PROBLEEM_BASIS, type Probleem } from "../../meldcode/uitwisseling/probleem";
import { CATALOGUS } from "../register/probleemfout";
import { API_VERSIE } from "./kopregels";

/** Checks that an answer is that problem of the catalogue, as every problem must look; answers it. */
export function verwachtProbleem(antwoord: LightMyRequestResponse, code: keyof typeof CATALOGUS, status: number = CATALOGUS[code].status): Probleem {
  expect(antwoord.statusCode).toBe(status);
  expect(antwoord.headers["content-type"]).toMatch(/^application\/problem\+json/);
  expect(antwoord.headers["api-version"]).toBe(API_VERSIE);
  const probleem = antwoord.json<Probleem>();
  expect(probleem).toMatchObject({ type: PROBLEEM_BASIS + code, status, title: CATALOGUS[code].title });
  expect(probleem.detail.length).toBeGreaterThan(20);
  return probleem;
}
