const boundaries = require("eslint-plugin-boundaries");
const officeAddins = require("eslint-plugin-office-addins");
const reactHooks = require("eslint-plugin-react-hooks");
const tseslint = require("typescript-eslint");

/** The rooms of the house and the arrows that may leave them. Everything may point at the domain; the domain points nowhere. */
const ROOMS = {
  meldcode: [],
  workbook: ["meldcode"],
  taskpane: ["workbook", "meldcode"],
  commands: ["taskpane"],
  endpoint: ["meldcode"],
  servicepunt: ["meldcode"],
  cli: ["meldcode", "workbook", "endpoint"],
  standin: ["meldcode", "workbook"],
};

/** Only these rooms may name Excel's own API. */
const KNOWS_EXCEL = ["src/workbook/office/**", "src/standin/**"];

module.exports = tseslint.config(
  { ignores: ["dist/", "dist-demo/", "node_modules/", "data/", "coverage/"] },
  ...tseslint.configs.recommended.map((config) => ({ ...config, files: ["**/*.{ts,tsx}"] })),
  {
    files: ["src/**/*.{ts,tsx}"],
    plugins: { boundaries },
    settings: {
      "import/resolver": { typescript: true },
      "boundaries/include": ["src/**/*.{ts,tsx}"],
      "boundaries/elements": Object.keys(ROOMS).map((type) => ({ type, pattern: `src/${type}` })),
    },
    rules: {
      "boundaries/dependencies": [
        "error",
        {
          default: "disallow",
          policies: Object.entries(ROOMS).map(([room, allowed]) => ({
            from: { element: { type: room } },
            allow: [{ to: { element: { type: [room, ...allowed] } } }],
          })),
        },
      ],
    },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    ignores: KNOWS_EXCEL,
    rules: {
      "no-restricted-globals": ["error", { name: "Excel", message: "Only src/workbook/office and src/standin know Excel." }],
      "no-restricted-syntax": ["error", { selector: "TSQualifiedName[left.name='Excel']", message: "Only src/workbook/office and src/standin know Excel." }],
    },
  },
  {
    files: ["src/meldcode/**/*.ts"],
    // The tests and their language may use what tests use.
    ignores: ["**/*.test.ts", "src/meldcode/testtaal.ts", "src/meldcode/willekeur.ts"],
    rules: {
      "no-restricted-imports": ["error", { patterns: [{ regex: "^(?!\\.|zod/mini$)", message: "The domain is pure: no packages but zod, no Node." }] }],
      "no-restricted-globals": ["error", "Office", "window", "document", "process", "fetch", "console", "localStorage", { name: "Excel", message: "The domain knows no Excel." }],
    },
  },
  {
    files: ["src/workbook/office/**/*.ts"],
    plugins: { "office-addins": officeAddins },
    rules: {
      "office-addins/call-sync-after-load": "error",
      "office-addins/call-sync-before-read": "error",
      "office-addins/load-object-before-read": "error",
      "office-addins/no-context-sync-in-loop": "error",
      "office-addins/no-empty-load": "error",
      "office-addins/no-navigational-load": "error",
      "office-addins/no-office-initialize": "error",
      "office-addins/test-for-null-using-isNullObject": "error",
    },
  },
  { files: ["src/**/*.tsx"], plugins: { "react-hooks": reactHooks }, rules: reactHooks.configs.recommended.rules },
);
