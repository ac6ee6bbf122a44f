import { Menu as FluentMenu, MenuDivider, MenuItem, MenuItemCheckbox, MenuList, MenuPopover, MenuTrigger } from "@fluentui/react-components";
import type { ReactElement } from "react";

export type Menupunt =
  | "streep"
  | { readonly tekst: string; readonly sneltoets?: string; readonly uit?: boolean; readonly opKies: () => void }
  | { readonly tekst: string; readonly aan: boolean; readonly opKies: () => void };

/** Sentences stay on one line. */
const RUIM = { maxWidth: "none" };

interface Knopmenueigenschappen {
  readonly tekst: string;
  readonly punten: readonly Menupunt[];
  readonly klasse?: string;
  /** Takes the focus after a choice: without it Fluent gives it back to the button. */
  readonly naGekozen: () => void;
}

/** A button of the toolbar with a menu under it. */
export function Knopmenu({ tekst, punten, klasse = "", naGekozen }: Knopmenueigenschappen): ReactElement {
  return (
    <FluentMenu
      checkedValues={aangevinkt(punten)}
      hasCheckmarks={punten.some((punt) => punt !== "streep" && "aan" in punt)}
      onOpenChange={(_, { type }) => {
        if (type === "menuItemClick") naGekozen();
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <button type="button" className={`knop ${klasse}`}>
          {tekst} <span aria-hidden="true">▾</span>
        </button>
      </MenuTrigger>
      <MenuPopover style={RUIM}>
        <Punten punten={punten} />
      </MenuPopover>
    </FluentMenu>
  );
}

/** A menu beside a cell, a header button or the mouse. */
export function Plekmenu({ plek, punten, opSluit }: { readonly plek: DOMRect; readonly punten: readonly Menupunt[]; readonly opSluit: () => void }): ReactElement {
  return (
    <FluentMenu
      open
      checkedValues={aangevinkt(punten)}
      hasCheckmarks={punten.some((punt) => punt !== "streep" && "aan" in punt)}
      onOpenChange={(_, { open }) => {
        if (!open) opSluit();
      }}
      positioning={{ target: { getBoundingClientRect: () => plek }, position: "below", align: "start" }}
    >
      <MenuPopover style={RUIM}>
        <Punten punten={punten} />
      </MenuPopover>
    </FluentMenu>
  );
}

function aangevinkt(punten: readonly Menupunt[]): Record<string, string[]> {
  return { vink: punten.flatMap((punt) => (punt !== "streep" && "aan" in punt && punt.aan ? [punt.tekst] : [])) };
}

function Punten({ punten }: { readonly punten: readonly Menupunt[] }): ReactElement {
  return (
    <MenuList>
      {punten.map((punt, i) => {
        if (punt === "streep") return <MenuDivider key={i} />;
        if ("aan" in punt) {
          return (
            <MenuItemCheckbox key={punt.tekst} name="vink" value={punt.tekst} onClick={punt.opKies}>
              {punt.tekst}
            </MenuItemCheckbox>
          );
        }
        return (
          <MenuItem key={punt.tekst} disabled={punt.uit ?? false} {...(punt.sneltoets ? { secondaryContent: punt.sneltoets } : {})} onClick={punt.opKies}>
            {punt.tekst}
          </MenuItem>
        );
      })}
    </MenuList>
  );
}
