import { type Registratie, registratieSchema } from "../../src/meldcode/registratie";
import type { Ontvangstbewijs, Registratieregel } from "../../src/meldcode/uitwisseling/ontvangst";
import type { Dienst, Staat } from "../../src/taskpane/dienst/dienst";
import type { Uitkomst } from "../../src/taskpane/dienst/uitkomst";

const NU = "2026-04-15T10:00:00.000Z";
const ORGANISATIE = { organisatieId: "ORG-7K3M-Q2XA", naam: "De Linde", sector: "onderwijs", eenpersoons: false } as const;

/** The municipality in memory: what a test of the workbook needs of it. The real one is tested with the pane (tests/taakvenster). */
export class Geheugendienst implements Dienst {
  /** What was received, oldest first. */
  readonly staten: Registratie[] = [];
  /** Runs while a state is under way, before its answer. */
  onderweg: () => void | Promise<void> = () => undefined;
  #registratieId = "";
  readonly #bewijzen: Ontvangstbewijs[] = [];

  async beleid(): ReturnType<Dienst["beleid"]> {
    const contact = { naam: "Servicepunt", url: "https://servicepunt.example", email: "post@servicepunt.example" };
    return goed({ gemeente: "Voorbeeld", contact, helpUrl: "https://servicepunt.example/hulp", helpteksten: [], sisaLabel: "SISA-signaal", minimum: 1, deadlineDag: 15, geslotenMaanden: [], extraIndicatoren: [] });
  }

  async activeer(): ReturnType<Dienst["activeer"]> {
    return goed({ organisatie: ORGANISATIE, toegangssleutel: "sleutel", geldigTot: "2027-04-15T10:00:00.000Z" });
  }

  async vernieuwSleutel(): ReturnType<Dienst["vernieuwSleutel"]> {
    return goed({ organisatie: ORGANISATIE, toegangssleutel: "nieuwe sleutel", geldigTot: "2028-04-15T10:00:00.000Z" });
  }

  async registraties(): ReturnType<Dienst["registraties"]> {
    const laatste = this.staten.at(-1);
    const regel = (staat: Registratie): Registratieregel => ({ registratieId: this.#registratieId, versie: this.staten.length, etag: this.#etag, vanaf: staat.vanaf, tot: staat.tot, ontvangenOp: NU, vervangenDoor: null });
    return goed({ registraties: laatste ? [regel(laatste)] : [] });
  }

  async staat(): Promise<Uitkomst<Staat>> {
    const registratie = this.staten.at(-1);
    return registratie ? goed({ registratie, etag: this.#etag }) : { gelukt: false, storing: { soort: "geen-verbinding" } };
  }

  async ontvangstbewijzen(): ReturnType<Dienst["ontvangstbewijzen"]> {
    return goed([...this.#bewijzen].reverse());
  }

  async verzend(...[{ organisatieId }, { registratieId, body }]: Parameters<Dienst["verzend"]>): ReturnType<Dienst["verzend"]> {
    const registratie = registratieSchema.parse(JSON.parse(body));
    const al = this.#bewijzen.find(({ inzendingId }) => inzendingId === registratie.inzendingId);
    if (al) return goed({ bewijs: al, etag: this.#etag });
    this.#registratieId = registratieId;
    this.staten.push(registratie);
    const versie = this.staten.length;
    const bewijs = { kenmerk: `MM-${versie}`, organisatieId, registratieId, inzendingId: registratie.inzendingId, versie, ontvangenOp: NU, wijzigingen: [], uitsplitsingWijzigingen: [], hash: `hash-${versie}` };
    this.#bewijzen.push(bewijs);
    await this.onderweg();
    return goed({ bewijs, etag: this.#etag });
  }

  get #etag(): string {
    return `"${this.staten.length}"`;
  }
}

function goed<T>(waarde: T): { readonly gelukt: true; readonly waarde: T } {
  return { gelukt: true, waarde };
}
