/** `npm run sbom`: the software bill of materials of what runs in production (CycloneDX), from the lock file, to dist/server/sbom.cdx.json. */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

const { name, version } = JSON.parse(readFileSync("package.json", "utf8"));
const sbom = JSON.parse(execFileSync("npm", ["sbom", "--sbom-format", "cyclonedx", "--sbom-type", "application", "--package-lock-only"], { encoding: "utf8", shell: process.platform === "win32", stdio: ["ignore", "pipe", "ignore"], maxBuffer: 64 * 1024 * 1024 }));
// What the lock file marks as for development only is left out here: npm's own --omit leaves out more than that (react, zod).
const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
const used = new Set(Object.entries(packages).flatMap(([place, { version, dev }]) => (dev ? [] : [`${place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length)}@${version}`])));
sbom.components = sbom.components.filter(({ name, version }) => used.has(`${name}@${version}`));
const kept = new Set([sbom.metadata.component["bom-ref"], ...sbom.components.map((component) => component["bom-ref"])]);
sbom.dependencies = sbom.dependencies.filter(({ ref }) => kept.has(ref)).map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => kept.has(other)) }));
// npm calls it after the folder.
Object.assign(sbom.metadata.component, { name, version, purl: `pkg:npm/${name}@${version}` });
mkdirSync("dist/server", { recursive: true });
writeFileSync("dist/server/sbom.cdx.json", `${JSON.stringify(sbom, null, 2)}\n`);
console.log(`dist/server/sbom.cdx.json: ${sbom.components.length} components`);
