/** Unit tests stand beside their source; what spans rooms stands in tests/. A test that needs a DOM says so in its docblock. */
const algemeen = {
  testEnvironment: "node",
  transform: { "^.+\\.(t|j)sx?$": "@swc/jest" },
  // Plain ES modules that Node can require but jest cannot: content-disposition (@fastify/static) and cookie (fastify inject), openid-client and what it stands on.
  transformIgnorePatterns: ["/node_modules/(?!(content-disposition|cookie|openid-client|oauth4webapi|jose)/)"],
  moduleNameMapper: { "\\.(css|png|svg)$": "<rootDir>/tests/bestand.ts" },
};

export default {
  testTimeout: 30_000,
  maxWorkers: 2,
  projects: [
    { ...algemeen, displayName: "sqlite", testMatch: ["<rootDir>/src/**/*.test.{ts,tsx}", "<rootDir>/tests/**/*.test.{ts,tsx}"], testPathIgnorePatterns: ["/node_modules/", "<rootDir>/tests/database/"] },
    {
      // The service once more, on the other database, and what is about both.
      ...algemeen,
      displayName: "postgres",
      testMatch: ["<rootDir>/src/endpoint/**/*.test.ts", "<rootDir>/src/cli/beheer/**/*.test.ts", "<rootDir>/tests/database/**/*.test.ts"],
      globals: { DATABANK: "postgres" },
      globalSetup: "<rootDir>/tests/database/opzetten.ts",
      globalTeardown: "<rootDir>/tests/database/opruimen.ts",
    },
  ],
};
