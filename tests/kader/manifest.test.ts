/** The official validator calls a web service; what it would refuse, and what users of add-ins stumble over, is checked here. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parsePng } from "./png";

const root = path.resolve(__dirname, "../..");
const manifest = readFileSync(path.join(root, "manifest.xml"), "utf8");
const all = (pattern: RegExp) => [...manifest.matchAll(pattern)].map((m) => m[1] ?? "");

describe("manifest.xml", () => {
  test("asks for no newer Excel than 2021 has (ExcelApi 1.14)", () => {
    expect(all(/<Set Name="ExcelApi" MinVersion="([^"]+)"/g)).toEqual(["1.14"]);
  });

  test("has no address but https, and no app domain with a path", () => {
    const addresses = all(/DefaultValue="(https?:[^"]+)"/g);
    expect(addresses.length).toBeGreaterThan(10);
    expect(addresses.filter((a) => !a.startsWith("https://"))).toEqual([]);
    for (const domain of all(/<AppDomain>([^<]+)</g)) expect(new URL(domain).origin).toBe(domain);
  });

  test("names only icons that exist, each of the size it says", () => {
    const images = [...manifest.matchAll(/<bt:Image id="[A-Za-z]+\.(\d+)" DefaultValue="https:\/\/localhost:3000\/([^"]+)"/g)];
    expect(images).toHaveLength(32);
    for (const [, size, file] of images) {
      expect(parsePng(readFileSync(path.join(root, file ?? "")))).toEqual({ width: Number(size), height: Number(size) });
    }
    for (const file of all(/IconUrl DefaultValue="https:\/\/localhost:3000\/([^"]+)"/g)) expect(existsSync(path.join(root, file))).toBe(true);
  });

  test("has every text that it refers to, and uses every text that it has", () => {
    const defined = [...all(/<bt:(?:String|Url|Image) id="([^"]+)"/g)].sort();
    const used = [...new Set(all(/resid="([^"]+)"/g))].sort();
    expect(used).toEqual(defined);
  });

  test("keeps labels and descriptions within Excel's limits (125 and 250 characters)", () => {
    const [short = "", long = ""] = manifest.split("<bt:LongStrings>");
    const strings = (part: string) => [...part.matchAll(/<bt:(?:String|Override) [^>]*?(?:DefaultValue|Value)="([^"]+)"/g)].map((m) => m[1] ?? "");
    expect(strings(short).filter((s) => s.length > 125)).toEqual([]);
    expect(strings(long).filter((s) => s.length > 250)).toEqual([]);
  });

  test("speaks Dutch, and English where the Office is English", () => {
    expect(manifest).toContain("<DefaultLocale>nl-NL</DefaultLocale>");
    const texts = manifest.match(/<bt:String /g)?.length ?? 0;
    // The name of the product is the same in both.
    expect(manifest.match(/<bt:Override Locale="en-US"/g)?.length).toBe(texts - 1);
  });
});
