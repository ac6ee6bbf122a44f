/** The arrows between the rooms are a rule of lint; this shows that the rule bites. */
import path from "node:path";
import { ESLint } from "eslint";
import config from "../../eslint.config";

// typescript-eslint's own type of the same thing is not assignable to ESLint's.
const overrideConfig = config as ESLint.Options["overrideConfig"];
const root = path.resolve(__dirname, "../..");

async function complaints(file: string, code: string): Promise<(string | null)[]> {
  const [result] = await new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig }).lintText(code, { filePath: path.join(root, file) });
  return result?.messages.map((m) => m.ruleId) ?? [];
}

describe("lint", () => {
  test.each([
    ["src/meldcode/proef.ts", 'import "../workbook/werkboek";', "boundaries/dependencies"],
    ["src/endpoint/proef.ts", 'import "../taskpane/teksten";', "boundaries/dependencies"],
    ["src/servicepunt/proef.ts", 'import "../workbook/werkboek";', "boundaries/dependencies"],
    ["src/workbook/proef.ts", 'import "../taskpane/teksten";', "boundaries/dependencies"],
    ["src/taskpane/proef.ts", "export type Cel = Excel.Range;", "no-restricted-syntax"],
    ["src/meldcode/proef.ts", 'import "node:fs";', "no-restricted-imports"],
    ["src/meldcode/proef.ts", "console.log(1);", "no-restricted-globals"],
  ])("refuses in %s: %s", async (file, code, rule) => {
    expect(await complaints(file, code)).toContain(rule);
  });

  test("lets the task pane ask the workbook, and the workbook name Excel", async () => {
    expect(await complaints("src/taskpane/proef.ts", 'import "../workbook/werkboek";')).toEqual([]);
    expect(await complaints("src/workbook/office/proef.ts", "export type Cel = Excel.Range;")).toEqual([]);
  });
});
