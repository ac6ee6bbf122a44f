import { KOP, RELATIES } from "../xlsx/leeg";
import type { Wijziging } from "../xlsx/bewaren";
import { leesXml } from "../xlsx/xmlboom";

/** As the manifest has it. */
export interface Invoegtoepassing {
  readonly id: string;
  readonly versie: string;
}

/** @throws Error when the manifest has no id or version. */
export function leesInvoegtoepassing(manifest: string): Invoegtoepassing {
  const { wortel } = leesXml(manifest);
  const id = wortel.element("Id")?.tekst;
  const versie = wortel.element("Version")?.tekst;
  if (!id || !versie) throw new Error("The manifest has no Id or Version.");
  return { id, versie };
}

const TAAKVENSTERS = "xl/webextensions/taskpanes.xml";
const TYPE = "application/vnd.ms-office";
const RELATIETYPE = "http://schemas.microsoft.com/office/2011/relationships";

/**
 * Opens the task pane with the workbook ([MS-OWEXML]); why so and not otherwise stands in docs/besluiten/0008. Programs that
 * know no add-ins keep these parts or drop them, and ask nothing.
 */
export function taakvensterdelen({ id, versie }: Invoegtoepassing): Wijziging[] {
  return [
    { soort: "deel-toevoegen", deel: TAAKVENSTERS, tekst: vensters(), inhoudstype: `${TYPE}.webextensiontaskpanes+xml`, bron: "", relatietype: `${RELATIETYPE}/webextensiontaskpanes` },
    {
      soort: "deel-toevoegen",
      deel: "xl/webextensions/webextension1.xml",
      tekst: invoegtoepassing(id, versie),
      inhoudstype: `${TYPE}.webextension+xml`,
      bron: TAAKVENSTERS,
      relatietype: `${RELATIETYPE}/webextension`,
    },
  ];
}

/** `visibility` 0: nobody who does not have the add-in is asked to install or trust it. */
function vensters(): string {
  return (
    `${KOP}<wetp:taskpanes xmlns:wetp="http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11">` +
    '<wetp:taskpane dockstate="right" visibility="0" width="350" row="0">' +
    `<wetp:webextensionref xmlns:r="${RELATIES}" r:id="rId1"/></wetp:taskpane></wetp:taskpanes>`
  );
}

function invoegtoepassing(id: string, versie: string): string {
  return (
    `${KOP}<we:webextension xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11" id="{${id.toUpperCase()}}">` +
    `<we:reference id="${id}" version="${versie}" store="EXCatalog" storeType="EXCatalog"/><we:alternateReferences/>` +
    '<we:properties><we:property name="Office.AutoShowTaskpaneWithDocument" value="true"/></we:properties>' +
    `<we:bindings/><we:snapshot xmlns:r="${RELATIES}"/></we:webextension>`
  );
}
