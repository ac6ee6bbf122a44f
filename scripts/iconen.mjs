/**
 * Draws the icons in assets/ from the shapes below: `node scripts/iconen.mjs` (needs Chromium). The PNGs are committed,
 * so only someone who changes a shape runs this.
 */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { chromium } from "playwright-core";
import { findChromium } from "./machine.js";

const BLUE = "#0f548c";
const GREEN = "#0e700e";

/** Shapes on a 32 × 32 field. The product's sign: a list under a roof, with one row marked. */
const SHAPES = {
  icon: `<rect width="32" height="32" rx="7" fill="${BLUE}"/>
    <path d="M6 15.5 16 7l10 8.5" fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/>
    <path d="M9.5 18.2h5M9.5 23.2h5" stroke="#fff" stroke-width="2.6" stroke-linecap="round"/>
    <path d="m17.5 20.8 2.6 2.7 4.6-5.4" fill="none" stroke="#ffd24d" stroke-width="2.8" stroke-linecap="round" stroke-linejoin="round"/>`,
  controleren: `<rect x="4" y="4" width="19" height="24" rx="2.5" fill="#fff" stroke="${BLUE}" stroke-width="2.2"/>
    <path d="M8.5 10h10M8.5 15h6" stroke="${BLUE}" stroke-width="2.2" stroke-linecap="round"/>
    <circle cx="21.5" cy="21.5" r="8.3" fill="${GREEN}" stroke="#fff" stroke-width="1.6"/>
    <path d="m17.8 21.7 2.7 2.7 4.8-5.3" fill="none" stroke="#fff" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round"/>`,
  volgende: `<path d="M13 3.8 23.6 22.4a1.7 1.7 0 0 1-1.5 2.6H3.9a1.7 1.7 0 0 1-1.5-2.6Z" fill="#fff" stroke="${BLUE}" stroke-width="2.2" stroke-linejoin="round"/>
    <path d="M13 11v5.5M13 20.4v.1" stroke="${BLUE}" stroke-width="2.4" stroke-linecap="round"/>
    <circle cx="23" cy="22.5" r="7.6" fill="${GREEN}" stroke="#fff" stroke-width="1.6"/>
    <path d="M19.4 22.5h7m-2.9-3 3 3-3 3" fill="none" stroke="#fff" stroke-width="2.1" stroke-linecap="round" stroke-linejoin="round"/>`,
  verzenden: `<path d="M3.5 15.2 28 4.5 22.2 27.5l-7-6.2Z" fill="#fff" stroke="${BLUE}" stroke-width="2.2" stroke-linejoin="round"/>
    <path d="m28 4.5-12.8 16.8v6.2l3.3-3.3" fill="none" stroke="${BLUE}" stroke-width="2.2" stroke-linejoin="round" stroke-linecap="round"/>`,
};
const SIZES = { icon: [16, 20, 24, 32, 40, 48, 64, 80, 96, 128], controleren: [16, 20, 24, 32, 40, 48, 64, 80], volgende: [16, 20, 24, 32, 40, 48, 64, 80], verzenden: [16, 20, 24, 32, 40, 48, 64, 80] };

const browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox"] });
const page = await browser.newPage();
for (const [name, shape] of Object.entries(SHAPES)) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${shape}</svg>`;
  await writeFile(path.join("assets", `${name}.svg`), `${svg}\n`);
  for (const size of SIZES[name]) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
    await page.screenshot({ path: path.join("assets", `${name}-${size}.png`), omitBackground: true });
  }
}
await browser.close();
