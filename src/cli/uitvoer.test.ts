import { spawn } from "node:child_process";
import { openSync } from "node:fs";
import { join } from "node:path";

interface Afloop {
  readonly uitgang: number | null;
  readonly fout: string;
}

/** `naar`: a file descriptor, or a pipe that its reader closes before anything came. */
function draai(commando: string, optie: string, naar: number | "pipe"): Promise<Afloop> {
  const proces = spawn(process.execPath, [require.resolve("tsx/cli"), join(__dirname, commando), optie], { stdio: ["ignore", naar, "pipe"] });
  proces.stdout?.destroy();
  let fout = "";
  proces.stderr?.on("data", (stuk: Buffer) => (fout += stuk.toString()));
  return new Promise((klaar) => proces.once("close", (uitgang) => klaar({ uitgang, fout })));
}

test.each(["beheer.ts", "controleer.ts"])("%s says nothing to who stopped reading, and does say that a full disk took nothing", async (commando) => {
  expect(await draai(commando, "--help", "pipe")).toEqual({ uitgang: 0, fout: "" });
  expect(await draai(commando, "--help", openSync("/dev/full", "w"))).toEqual({ uitgang: 2, fout: "De uitvoer is niet of niet helemaal geschreven: is de schijf vol?\n" });
});
