import type { FastifySchemaCompiler } from "fastify";
import * as z from "zod/mini";
import type { $ZodError, $ZodErrorMap, $ZodType } from "zod/v4/core";
import { Probleemfout, type Toelichting } from "../register/probleemfout";
import { HTTP_TEKSTEN, VELDFOUTEN } from "./teksten";

type Schemafout = NonNullable<Toelichting["fouten"]>[number];

/** Checks a part of a request against its zod schema and refuses with all errors at once. */
export const valideer: FastifySchemaCompiler<$ZodType> = ({ schema }) => (waarde) => {
  const uitkomst = z.safeParse(schema, waarde, { error: inHetNederlands });
  if (uitkomst.success) return { value: uitkomst.data };
  return { error: ongeldig(alsFouten(uitkomst.error)) };
};

/** What is wrong with a part of a request; nothing: []. */
export function schemafouten(schema: $ZodType, waarde: unknown): readonly Schemafout[] {
  const uitkomst = z.safeParse(schema, waarde, { error: inHetNederlands });
  return uitkomst.success ? [] : alsFouten(uitkomst.error);
}

export function ongeldig(fouten: readonly Schemafout[]): Probleemfout {
  return new Probleemfout("ongeldige-inzending", HTTP_TEKSTEN.ongeldig(fouten.length), { fouten });
}

function alsFouten({ issues }: $ZodError): readonly Schemafout[] {
  return issues.map((fout) => ({ pad: fout.path.join("."), melding: fout.message }));
}

/** For rules that bring no sentence of their own. */
export const inHetNederlands: $ZodErrorMap = (fout) => {
  switch (fout.code) {
    case "invalid_type":
      return fout.input === undefined ? VELDFOUTEN.ontbreekt : VELDFOUTEN.soort(VELDFOUTEN.soorten[fout.expected] ?? fout.expected);
    case "invalid_value":
      return VELDFOUTEN.waarde(fout.values.map(String));
    case "invalid_format":
      return VELDFOUTEN.vorm;
    case "too_small":
      return VELDFOUTEN.teKlein(String(fout.minimum), VELDFOUTEN.eenheden[fout.origin] ?? "");
    case "too_big":
      return VELDFOUTEN.teGroot(String(fout.maximum), VELDFOUTEN.eenheden[fout.origin] ?? "");
    case "unrecognized_keys":
      return VELDFOUTEN.onbekendeEigenschap;
    default:
      return VELDFOUTEN.anders;
  }
};
