/** Unit tests stand beside their source; what spans rooms stands in tests/. A test that needs a DOM says so in its docblock. */
export default {
  testEnvironment: "node",
  testMatch: ["<rootDir>/src/**/*.test.{ts,tsx}", "<rootDir>/tests/**/*.test.{ts,tsx}"],
  transform: { "^.+\\.(t|j)sx?$": "@swc/jest" },
  // Plain ES modules that Node can require but jest cannot: content-disposition (@fastify/static) and cookie (fastify inject).
  transformIgnorePatterns: ["/node_modules/(?!(content-disposition|cookie)/)"],
  moduleNameMapper: { "\\.(css|png|svg)$": "<rootDir>/tests/bestand.ts" },
  testTimeout: 30_000,
  maxWorkers: 2,
};
