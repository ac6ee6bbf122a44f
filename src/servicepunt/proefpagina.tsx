/** Shows this room's components in jsdom, and uses them as a person would: by what can be read and clicked. */
import axe from "axe-core";
import type { ReactNode } from "react";
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";

const getoond: Root[] = [];
const breedte = { smal: false };

export async function toon(inhoud: ReactNode): Promise<void> {
  const plek = document.body.appendChild(document.createElement("div"));
  const root = createRoot(plek);
  getoond.push(root);
  await act(async () => root.render(inhoud));
  await rust();
}

/** Call in beforeEach: what jsdom lacks, an empty page and a bare address. */
export function schonePagina(): void {
  for (const root of getoond.splice(0)) act(() => root.unmount());
  document.body.innerHTML = "";
  window.history.replaceState(null, "", "/servicepunt");
  breedte.smal = false;
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  // axe asks a canvas whether a letter is an icon; without one it takes it for a letter.
  HTMLCanvasElement.prototype.getContext = () => null;
  Object.assign(window, {
    matchMedia: (query: string) => ({ matches: breedte.smal && query.includes("max-width"), addEventListener: () => undefined, removeEventListener: () => undefined }),
    ResizeObserver: class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  });
}

export function maakSmal(): void {
  breedte.smal = true;
}

/** Lets answers come in and effects run. */
export async function rust(): Promise<void> {
  for (let i = 0; i < 3; i++) await act(async () => new Promise((klaar) => setTimeout(klaar, 0)));
}

/** The one element that matches and bears the text, in its content or its label. Throws, with what there is, when there is none. */
export function vind(selector: string, tekst: string | RegExp): HTMLElement {
  const kandidaten = [...inBeeld().querySelectorAll<HTMLElement>(selector)];
  const past = (t: string) => (typeof tekst === "string" ? t === tekst : tekst.test(t));
  const gevonden = kandidaten.find((e) => past(naamVan(e)) || past((e.textContent ?? "").trim()));
  if (!gevonden) throw new Error(`No ${selector} with ${String(tekst)}; there are: ${kandidaten.map(naamVan).join(" | ")}`);
  return gevonden;
}

/** A panel or dialog lies over the page: a person cannot reach what is behind it. */
function inBeeld(): Element {
  return [...document.querySelectorAll('[role="dialog"], [role="alertdialog"]')].at(-1) ?? document.body;
}

function naamVan(element: HTMLElement): string {
  const label = element.getAttribute("aria-label") ?? (element.id ? document.querySelector(`label[for="${element.id}"]`)?.textContent : null);
  return (label ?? element.textContent ?? "").replace(/\*$/, "").trim();
}

export async function klik(selector: string, tekst: string | RegExp): Promise<void> {
  await act(async () => vind(selector, tekst).click());
  await rust();
}

export async function focus(selector: string, tekst: string | RegExp): Promise<void> {
  await act(async () => vind(selector, tekst).focus());
}

/** Types in a text field or chooses in a list, as React sees it when a person does. */
export async function vul(label: string | RegExp, waarde: string): Promise<void> {
  const veld = vind("input, select", label);
  const soort = veld instanceof HTMLSelectElement ? HTMLSelectElement.prototype : HTMLInputElement.prototype;
  await act(async () => {
    Object.getOwnPropertyDescriptor(soort, "value")?.set?.call(veld, waarde);
    veld.dispatchEvent(new Event(veld instanceof HTMLSelectElement ? "change" : "input", { bubbles: true }));
  });
  await rust();
}

export async function terug(): Promise<void> {
  await act(async () => {
    window.history.back();
    await new Promise((klaar) => window.addEventListener("popstate", klaar, { once: true }));
  });
  await rust();
}

export async function toets(key: string): Promise<void> {
  await act(async () => document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })));
  await rust();
}

export function tekst(): string {
  return (inBeeld().textContent ?? "").replace(/\s+/g, " ");
}

/** What axe finds wrong; colours are measured in a real browser, and Fluent's own focus guards are no content. */
export async function toegankelijkheid(): Promise<string[]> {
  document.title ||= "Proef";
  document.documentElement.lang = "nl";
  const uitslag = await axe.run({ include: [["body"]], exclude: [["[data-tabster-dummy]"]] }, { rules: { "color-contrast": { enabled: false } } });
  return uitslag.violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`);
}
