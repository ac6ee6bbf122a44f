import { codeer } from "./xmlscanner";

/** The parts of an empty workbook: the least that Excel opens without repair, with a date format beside the ordinary one. */
export const KOP = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const HOOFD = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const RELATIES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PAKKET = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export const BLADTYPE = `${TYPE}.worksheet+xml`;
export const TABELTYPE = `${TYPE}.table+xml`;
export const STIJLTYPE = `${TYPE}.styles+xml`;

export const LEEG_BLAD = `${KOP}<worksheet xmlns="${HOOFD}" xmlns:r="${RELATIES}"><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/><sheetData/></worksheet>`;
export const LEGE_TABEL = `${KOP}<table xmlns="${HOOFD}"/>`;
export const LEGE_RELATIES = `${KOP}<Relationships xmlns="${PAKKET}/relationships"/>`;
export const GEWONE_STIJLEN =
  `${KOP}<styleSheet xmlns="${HOOFD}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>" +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

/** With one sheet of that name. */
export const nieuweDelen = (blad: string): ReadonlyMap<string, string> => new Map([
  [
    "[Content_Types].xml",
    `${KOP}<Types xmlns="${PAKKET}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
      `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${BLADTYPE}"/><Override PartName="/xl/styles.xml" ContentType="${STIJLTYPE}"/></Types>`,
  ],
  ["_rels/.rels", `${KOP}<Relationships xmlns="${PAKKET}/relationships"><Relationship Id="rId1" Type="${RELATIES}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],
  [
    "xl/workbook.xml",
    `${KOP}<workbook xmlns="${HOOFD}" xmlns:r="${RELATIES}"><bookViews><workbookView activeTab="0"/></bookViews><sheets><sheet name="${codeer(blad)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ],
  [
    "xl/_rels/workbook.xml.rels",
    `${KOP}<Relationships xmlns="${PAKKET}/relationships"><Relationship Id="rId1" Type="${RELATIES}/worksheet" Target="worksheets/sheet1.xml"/>` +
      `<Relationship Id="rId2" Type="${RELATIES}/styles" Target="styles.xml"/></Relationships>`,
  ],
  ["xl/worksheets/sheet1.xml", LEEG_BLAD],
  ["xl/styles.xml", GEWONE_STIJLEN],
]);
