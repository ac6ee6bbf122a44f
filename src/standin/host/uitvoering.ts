import { Werkmapfout } from "../model/cel";
import { INVOEGTOEPASSING } from "../model/werkmap";
import { eis, type Eisen } from "./eisen";
import { Hostfout, ongeldig, onbekend } from "./hostfout";
import { isHostobject, type Hostobject, type Json } from "./hostobject";
import { dienst } from "./looptijd";
import { bereikobject } from "./objecten/bereik";
import { werkmapobject } from "./objecten/werkmap";
import type { Sessie } from "./sessie";
import { ACTIE, PAD, type Actie, type Argumenten, type Verzoek } from "./verzoek";
import { beantwoordVraag } from "./vraag";

export interface Uitkomst {
  readonly Results: { readonly ActionId: number; readonly Value: Json }[];
  readonly TraceIds: number[];
  readonly Error?: { readonly Code: string; readonly Message: string; readonly Location: string; readonly ActionIndex: number; readonly HttpStatusCode: number };
}

/** Runs the actions of one sync, in order, as one step for undo. What stands before an action that fails stays done, as in Excel. */
export function voerUit(sessie: Sessie, eisen: Eisen, verzoek: Verzoek): Uitkomst {
  const uitvoering = new Uitvoering(sessie, eisen, verzoek);
  return sessie.werkmap.doe(INVOEGTOEPASSING, () => uitvoering.alles());
}

class Uitvoering {
  /** null is a null object: what is asked of it is null too. */
  readonly #objecten = new Map<number, Hostobject | null>();
  readonly #referenties = new Map<number, string>();

  constructor(
    private readonly sessie: Sessie,
    private readonly eisen: Eisen,
    private readonly verzoek: Verzoek,
  ) {}

  alles(): Uitkomst {
    const Results: Uitkomst["Results"] = [];
    const TraceIds: number[] = [];
    for (const [index, actie] of this.verzoek.Actions.entries()) {
      try {
        if (actie.ActionType === ACTIE.spoor) TraceIds.push(actie.Id);
        Results.push({ ActionId: actie.Id, Value: this.#actie(actie) });
      } catch (fout) {
        return { Results, TraceIds, Error: { ...alsFout(fout), Location: this.#plaats(actie), ActionIndex: index } };
      }
    }
    return { Results, TraceIds };
  }

  #actie(actie: Actie): Json {
    if (actie.ActionType === ACTIE.spoor) return null;
    const object = this.#object(actie.ObjectPathId);
    if (object === null) return null;
    switch (actie.ActionType) {
      case ACTIE.maak: {
        const referentie = this.#referenties.get(actie.ObjectPathId);
        return { ...object.id?.(), ...(referentie !== undefined && { _ReferenceId: referentie }) };
      }
      case ACTIE.vraag:
        return beantwoordVraag(object, actie.QueryInfo, this.eisen);
      case ACTIE.methode: {
        const uit = this.#methode(actie, object);
        if (isHostobject(uit)) throw onbekend(`${object.soort}.${actie.Name ?? ""}`);
        return uit ?? null;
      }
      case ACTIE.zet: {
        const naam = actie.Name ?? "";
        const eigenschap = object.eigenschappen?.[naam];
        if (!eigenschap?.zet) throw onbekend(`${object.soort}.${naam} =`);
        eis(this.eisen, eigenschap.sinds, `${object.soort}.${naam}`);
        eigenschap.zet(this.#argumenten(actie.ArgumentInfo)[0]);
        return null;
      }
      default:
        throw onbekend(`action type ${actie.ActionType}`);
    }
  }

  #methode(actie: Actie, object: Hostobject): Hostobject | Json | undefined | void {
    if (actie.Name === "_KeepReference" && object.bereik) {
      this.#referenties.set(actie.ObjectPathId, this.sessie.houdVast(object.bereik));
      return null;
    }
    return this.#roep(object, actie.Name ?? "", actie.ArgumentInfo);
  }

  #roep(object: Hostobject, naam: string, argumenten: Argumenten): Hostobject | Json | undefined | void {
    const methode = object.methoden?.[naam];
    if (!methode) throw onbekend(`${object.soort}.${naam}`);
    eis(this.eisen, methode.sinds, `${object.soort}.${naam}`);
    return methode.roep(this.#argumenten(argumenten));
  }

  /** Objects among the arguments come as the number of their path. */
  #argumenten(info: Argumenten): readonly unknown[] {
    return (info?.Arguments ?? []).map((argument, i) => {
      const pad = info?.ReferencedObjectPathIds?.[i];
      if (Array.isArray(pad)) throw onbekend("an array of objects as argument");
      if (typeof pad !== "number" || pad === 0) return argument;
      const object = this.#object(pad);
      if (object === null) throw ongeldig("null object");
      return object;
    });
  }

  #object(id: number): Hostobject | null {
    const bekend = this.#objecten.get(id);
    if (bekend !== undefined) return bekend;
    const object = this.#maak(id);
    this.#objecten.set(id, object);
    return object;
  }

  #maak(id: number): Hostobject | null {
    const pad = this.verzoek.ObjectPaths[String(id)];
    if (!pad) throw new Hostfout("InvalidReference", `Object path ${id} is not there.`);
    const naam = pad.Name ?? "";
    switch (pad.ObjectPathType) {
      case PAD.globaal:
        return werkmapobject(this.sessie);
      case PAD.nul:
        return null;
      case PAD.nieuw: {
        const object = dienst(naam, this.sessie.looptijd);
        if (!object) throw onbekend(naam);
        return object;
      }
      case PAD.referentie: {
        const b = this.sessie.vastgehoudenBereik(naam);
        if (!b) throw new Hostfout("InvalidReference", "This reference is not valid for the current operation.");
        return bereikobject(this.sessie, b.blad, b.gebied);
      }
    }
    const ouder = pad.ParentObjectPathId === undefined ? null : this.#object(pad.ParentObjectPathId);
    if (ouder === null) return null;
    switch (pad.ObjectPathType) {
      case PAD.methode: {
        const uit = this.#roep(ouder, naam, pad.ArgumentInfo);
        if (uit === null || isHostobject(uit)) return uit;
        throw onbekend(`${ouder.soort}.${naam}`);
      }
      case PAD.eigenschap: {
        const navigatie = ouder.navigatie?.[naam];
        if (!navigatie) throw onbekend(`${ouder.soort}.${naam}`);
        eis(this.eisen, navigatie.sinds, `${ouder.soort}.${naam}`);
        return navigatie.geef();
      }
      case PAD.index:
        if (!ouder.item) throw onbekend(`${ouder.soort}.getItem`);
        return ouder.item(this.#argumenten(pad.ArgumentInfo)[0]);
      default:
        throw onbekend(`object path type ${pad.ObjectPathType}`);
    }
  }

  /** As Excel says where it went wrong: "Range.values". */
  #plaats(actie: Actie): string {
    const klein = (naam: string) => `${naam.slice(0, 1).toLowerCase()}${naam.slice(1)}`;
    const pad = this.verzoek.ObjectPaths[String(actie.ObjectPathId)];
    if (actie.ActionType === ACTIE.maak) {
      const ouder = pad?.ParentObjectPathId === undefined ? undefined : this.#objecten.get(pad.ParentObjectPathId);
      return `${ouder?.soort ?? "Workbook"}.${klein(pad?.Name || "getItem")}`;
    }
    return `${this.#objecten.get(actie.ObjectPathId)?.soort ?? "Workbook"}.${klein(actie.Name ?? "")}`;
  }
}

const STATUS: Readonly<Record<string, number>> = { AccessDenied: 403, ItemNotFound: 404, ItemAlreadyExists: 409 };

function alsFout(fout: unknown): { Code: string; Message: string; HttpStatusCode: number } {
  if (fout instanceof Hostfout) return { Code: fout.code, Message: fout.message, HttpStatusCode: fout.status };
  if (fout instanceof Werkmapfout) return { Code: fout.code, Message: fout.message, HttpStatusCode: STATUS[fout.code] ?? 400 };
  // A mistake in the stand-in itself: say so, with everything there is.
  const tekst = fout instanceof Error ? (fout.stack ?? fout.message) : String(fout);
  return { Code: "GeneralException", Message: `The stand-in itself failed: ${tekst}`, HttpStatusCode: 500 };
}
