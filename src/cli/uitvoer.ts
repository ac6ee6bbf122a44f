/** For a command's main: a reader that stops early (`| head`) is no error, a disk under `> file` that is full is one. */
export function bewaakUitvoer(): void {
  for (const stroom of [process.stdout, process.stderr]) {
    stroom.on("error", (fout: NodeJS.ErrnoException) => {
      if (fout.code === "EPIPE") return;
      process.stderr.write("De uitvoer is niet of niet helemaal geschreven: is de schijf vol?\n");
      process.exit(2);
    });
  }
}
