/** The provider of aanbieder.mjs, and a browser without a screen that signs in there. */
import { spawn } from "node:child_process";
import path from "node:path";
import type { Oidcinstelling } from "../../src/endpoint/aanbieder";

export interface Proefaanbieder {
  readonly instelling: Oidcinstelling;
  stop(): Promise<void>;
}

export async function startAanbieder(dienst: string): Promise<Proefaanbieder> {
  const proces = spawn(process.execPath, [path.join(__dirname, "aanbieder.mjs"), `${dienst}/servicepunt/aanmelden/terug`, `${dienst}/servicepunt`], { stdio: ["ignore", "pipe", "ignore"] });
  const issuer = await new Promise<string>((klaar, mislukt) => {
    proces.stdout.once("data", (deel: Buffer) => klaar(deel.toString().trim()));
    proces.once("exit", (code) => mislukt(new Error(`The provider ended with code ${code}`)));
  });
  return {
    instelling: {
      issuer: new URL(issuer),
      clientId: "monitor-meldcode",
      clientSecret: "geheim-van-de-proef",
      rolclaim: "groepen",
      rollen: new Map([["meldcode-lezers", "lezen"], ["meldcode-team", "behandelen"], ["meldcode-beheer", "beheren"]]),
    },
    stop: () =>
      new Promise((klaar) => {
        proces.removeAllListeners("exit");
        proces.once("exit", () => klaar());
        proces.kill("SIGKILL");
      }),
  };
}

/** Cookies per host, as a browser keeps them; follows no redirect by itself. */
export class Browser {
  private readonly koekjes = new Map<string, Map<string, string>>();

  async open(adres: string | URL, formulier?: Record<string, string>): Promise<Response> {
    const { host } = new URL(adres);
    const eigen = this.koekjes.get(host) ?? new Map<string, string>();
    this.koekjes.set(host, eigen);
    const antwoord = await fetch(adres, {
      redirect: "manual",
      // The service of the test before had the same port.
      headers: { connection: "close", cookie: [...eigen].map(([naam, waarde]) => `${naam}=${waarde}`).join("; ") },
      ...(formulier && { method: "POST", body: new URLSearchParams(formulier) }),
    });
    for (const koekje of antwoord.headers.getSetCookie()) {
      const [, naam = "", waarde = ""] = /^([^=]+)=([^;]*)/.exec(koekje) ?? [];
      if (waarde === "") eigen.delete(naam);
      else eigen.set(naam, waarde);
    }
    return antwoord;
  }

  koekje(host: string, naam: string): string {
    return this.koekjes.get(host)?.get(naam) ?? "";
  }

  zetKoekje(host: string, naam: string, waarde: string): void {
    this.koekjes.get(host)?.set(naam, waarde);
  }

  /**
   * Follows the redirects from `adres` until one leads to `tot`, and answers that one without going there. At the provider it signs in as
   * `wie` and agrees; without `wie` it says no.
   */
  async volg(adres: string, tot: string, wie: string | null): Promise<URL> {
    let hier = new URL(adres);
    for (let stap = 0; stap < 20; stap++) {
      const antwoord = await this.open(hier);
      const daar = antwoord.headers.get("location");
      if (daar === null) {
        // The provider's own page: it asks for a name, then for consent.
        if (wie === null) hier = new URL(`${hier.pathname}/abort`, hier);
        else {
          const inhoud = await antwoord.text();
          const prompt = inhoud.includes('value="login"') ? "login" : "consent";
          const na = await this.open(hier, { prompt, login: wie, password: "x" });
          hier = new URL(na.headers.get("location") ?? "", hier);
        }
      } else hier = new URL(daar, hier);
      if (hier.href.startsWith(tot)) return hier;
    }
    throw new Error(`Never came to ${tot}, but to ${hier.href}`);
  }
}
