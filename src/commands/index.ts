import { lopendeSessie } from "../taskpane/lopend";
import { koppelLintknoppen } from "./lintknoppen";

/** Runs on the page of the task pane (shared runtime), as its second entry. */
if (typeof Office !== "undefined") void Office.onReady(() => koppelLintknoppen(Office, lopendeSessie));
