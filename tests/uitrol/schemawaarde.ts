import fc from "fast-check";
import type { OpenAPIV3_1 } from "openapi-types";

type Schema = OpenAPIV3_1.SchemaObject | OpenAPIV3_1.ReferenceObject;

const tekst = (opties: fc.StringConstraints = {}): fc.Arbitrary<string> => fc.string({ unit: "grapheme", ...opties });
/** Months as the register has them; not those of the states that are sent (testtaal), or closing one would refuse them all. */
const PERIODE = fc.constantFrom("1990-01", "2025-01", "2025-02", "2025-03", "2025-12", "2099-12");
/** What fast-check cannot read in a pattern, or what is better known than guessed. */
const PATRONEN: Readonly<Record<string, fc.Arbitrary<string>>> = {
  "^[^\\p{Cc}\\p{Cs}]*$": tekst(),
  "^(19[9]\\d|20\\d\\d)-(0[1-9]|1[0-2])$": PERIODE,
};
const FORMATEN: Readonly<Record<string, fc.Arbitrary<string>>> = { uuid: fc.uuid(), uri: fc.webUrl({ validSchemes: ["https"] }) };

/**
 * Values that a schema of the OpenAPI document allows. fast-check draws them: it is here already, repeats by seed and reads patterns.
 * json-schema-faker would be 0.4 MB and an ES module beside it for what these lines do. Throws on a schema it does not know, so that
 * a new kind does not go unasked. No schema of a request contains itself.
 */
export function schemawaarde(document: OpenAPIV3_1.Document, schema: Schema): fc.Arbitrary<unknown> {
  const van = (deel: Schema): fc.Arbitrary<unknown> => schemawaarde(document, deel);
  if ("$ref" in schema) {
    const naam = schema.$ref.replace("#/components/schemas/", "");
    return van(document.components?.schemas?.[naam] ?? { not: {} });
  }
  if ("const" in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...(schema.enum as unknown[])); // any[] in openapi-types
  const keuzes = schema.anyOf ?? schema.oneOf;
  if (keuzes) return fc.oneof(...keuzes.map(van));
  const { minimum, maximum, minItems, maxItems = 3, minLength = 0, maxLength = 1000 } = schema;
  switch (schema.type) {
    case "null":
      return fc.constant(null);
    case "boolean":
      return fc.boolean();
    case "integer":
      return fc.integer({ ...(typeof minimum === "number" ? { min: Math.max(minimum, -(2 ** 31)) } : {}), ...(typeof maximum === "number" ? { max: Math.min(maximum, 2 ** 31 - 1) } : {}) });
    case "number":
      return fc.double({ noNaN: true, ...(typeof minimum === "number" ? { min: minimum } : {}), ...(typeof maximum === "number" ? { max: maximum } : {}) });
    case "string": {
      const { pattern, format } = schema;
      const los = format === undefined ? undefined : FORMATEN[format];
      const gevormd = los ?? (pattern === undefined ? tekst({ minLength, maxLength }) : (PATRONEN[pattern] ?? fc.stringMatching(new RegExp(pattern, "u"))));
      return gevormd.filter((waarde) => waarde.length >= minLength && waarde.length <= maxLength);
    }
    case "array":
      return fc.array(van(schema.items), { ...(minItems === undefined ? {} : { minLength: minItems }), maxLength: maxItems });
    case "object": {
      const eigen = Object.fromEntries(Object.entries(schema.properties ?? {}).map(([naam, deel]) => [naam, van(deel)]));
      return fc.record(eigen, { requiredKeys: schema.required ?? [] });
    }
    default:
      throw new Error(`Een waarde voor ${JSON.stringify(schema)} is hier niet te maken`);
  }
}

/** One of them, the same for the same seed. */
export function trek(waarde: fc.Arbitrary<unknown>, zaad: number): unknown {
  return fc.sample(waarde, { seed: zaad, numRuns: 1 })[0];
}
