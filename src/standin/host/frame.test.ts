/** @jest-environment jsdom */
import { Werkmap } from "../model/werkmap";
import { Frameverbinding } from "./frame";
import { Host } from "./host";
import type { Foutcode } from "./storing";

/** The other side of the frame: says what the library says, and keeps what it gets. */
function paneel() {
  const werkmap = Werkmap.leeg({ naam: "lijst.xlsx" });
  const host = new Host(werkmap);
  const frame = document.body.appendChild(document.createElement("iframe"));
  const verbinding = new Frameverbinding(host, frame, "/taskpane.html");
  const venster = frame.contentWindow;
  if (!venster) throw new Error("no window");
  const ontvangen: { _actionName: string; _correlationId: number; _responseType: number; _data: Record<string, unknown> }[] = [];
  venster.postMessage = (tekst: string) => void ontvangen.push(JSON.parse(tekst));
  let nummer = 0;
  const zeg = async (naam: string, data?: unknown, actie = 0, bron: Window | null = venster) => {
    const correlatie = ++nummer;
    const vraag = { _messageType: 0, _actionName: naam, _conversationId: "c", _correlationId: correlatie, _origin: "", _data: data, _actionType: actie, _serializerVersion: 1 };
    window.dispatchEvent(new MessageEvent("message", { data: JSON.stringify(vraag), source: bron }));
    await even();
    return ontvangen.find((a) => a._correlationId === correlatie && a._responseType === 0)?._data;
  };
  const vraag = (body: object) => zeg("executeMethod", { DdaMethod: { DispatchId: 93 }, ArrayData: ["", "POST", "ProcessQuery", [], JSON.stringify(body), 0, 0] });
  return { werkmap, host, frame, verbinding, ontvangen, zeg, vraag };
}

const even = () => new Promise((ga) => setTimeout(ga, 20));
/** Reads the name of the workbook. */
const NAAM = {
  Actions: [{ Id: 2, ActionType: 2, Name: "", ObjectPathId: 1, QueryInfo: { Select: ["name"] } }],
  ObjectPaths: { 1: { Id: 1, ObjectPathType: 1, Name: "" } },
};

afterEach(() => document.body.replaceChildren());

test("the frame is told where its host is, in its name and its address", () => {
  const { frame } = paneel();
  expect(JSON.parse(frame.name)).toMatchObject({ hostInfo: "Excel$Web$16.01$nl-NL$$$$0", xdmInfo: expect.stringMatching(/\|http:\/\/localhost$/) });
  expect(frame.getAttribute("src")).toMatch(/^\/taskpane\.html\?_host_Info=Excel\$Web\$16\.01\$nl-NL\$\$\$\$0#&_serializer_version=1&_xdm_Info=/);
});

test("the library hears which Excel this is, and a request comes back with its results", async () => {
  const { zeg, vraag } = paneel();
  const context = await zeg("ContextActivationManager_getAppContextAsync");
  expect(context).toMatchObject({ _appName: 16, _appUILocale: "nl-NL", _docUrl: "http://localhost/lijst.xlsx" });
  expect(JSON.parse(String(context?._requirementMatrix))).toMatchObject({ ExcelApi: "1.14" });
  const antwoord = await vraag(NAAM);
  expect(antwoord?.Error).toBe(0);
  expect(JSON.parse((antwoord?.Data as string[])[2] ?? "")).toEqual({ Results: [{ ActionId: 2, Value: { Name: "lijst.xlsx" } }], TraceIds: [] });
});

test.each<[Foutcode, unknown]>([
  ["InvalidOperationInCellEditMode", { Error: 5004 }],
  ["RequestPayloadSizeLimitExceeded", { Error: 5103 }],
  ["ResponsePayloadSizeLimitExceeded", { Error: 5104 }],
  ["AccessDenied", { Error: 7000 }],
  ["ItemNotFound", { Error: 0, Data: [200, [], expect.stringContaining('"Code":"ItemNotFound"')] }],
])("%s is refused the way Excel on the web refuses it", async (code, verwacht) => {
  const { host, vraag } = paneel();
  host.storing.faal(code);
  expect(await vraag(NAAM)).toMatchObject(verwacht as object);
});

test("settings are kept in the workbook and clear what could be undone (office-js #5206)", async () => {
  const { werkmap, zeg } = paneel();
  werkmap.doe({ bron: "Local", trigger: "Unknown" }, () => werkmap.zetNamen([]));
  await zeg("executeMethod", { DdaMethod: { DispatchId: 76 }, DdaSettingsMethod: { Properties: [["a", "1"]] } });
  expect([...werkmap.instellingen]).toEqual([["a", "1"]]);
  expect(werkmap.kanOngedaan).toBe(false);
});

test("a ribbon button runs the command and is done when the add-in says so; one that is not there yet is tried again", async () => {
  const { verbinding, ontvangen, zeg } = paneel();
  await zeg("appCommandInvoked", {}, 1);
  let klaar = false;
  const knop = verbinding.voerOpdrachtUit("verzenden").then(() => (klaar = true));
  await even();
  const eerste = ontvangen.find((a) => a._actionName === "appCommandInvoked" && a._responseType === 1);
  expect(eerste?._data[1]).toBe("verzenden");
  await zeg("executeMethod", { DdaMethod: { DispatchId: 94 }, 0: eerste?._data[0], 1: 11101, 2: "" });
  await new Promise((ga) => setTimeout(ga, 150));
  const tweede = ontvangen.filter((a) => a._actionName === "appCommandInvoked" && a._responseType === 1).at(-1);
  expect([tweede === eerste, klaar]).toEqual([false, false]);
  await zeg("executeMethod", { DdaMethod: { DispatchId: 94 }, 0: tweede?._data[0], 1: 0, 2: "{}" });
  await knop;
  expect(klaar).toBe(true);
});

test("showing and hiding the pane is told to the add-in, and does not count as a sync", async () => {
  const { host, ontvangen, zeg, vraag } = paneel();
  await zeg("richApiMessage", {}, 1);
  host.looptijd.zichtbaar = false;
  await even();
  expect(ontvangen.at(-1)).toMatchObject({ _actionName: "richApiMessage", _data: { ArrayData: [[65536, 65539, "", '{"visibility":"Hidden"}', "", false]] } });
  await vraag({
    Actions: [{ Id: 2, ActionType: 3, Name: "SetAppRuntimeState", ObjectPathId: 1, ArgumentInfo: { Arguments: ["Visible"] } }],
    ObjectPaths: { 1: { Id: 1, ObjectPathType: 2, Name: "Microsoft.AppRuntime.AppRuntimeService" } },
  });
  expect(host.looptijd.zichtbaar).toBe(true);
  expect(host.verzoeken).toEqual([]);
});

test("nobody but the frame is answered, and nobody at all after it is closed", async () => {
  const { verbinding, zeg } = paneel();
  expect(await zeg("ContextActivationManager_getAppContextAsync", null, 0, window)).toBeUndefined();
  verbinding.sluit();
  expect(await zeg("ContextActivationManager_getAppContextAsync")).toBeUndefined();
});
