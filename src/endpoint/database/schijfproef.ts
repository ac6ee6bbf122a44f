import { closeSync, ftruncateSync, openSync, unlinkSync } from "node:fs";

/**
 * Whether the disk still takes changes, asked after every commit. ext4 can answer an fsync with "done" although what it was for is
 * gone: when its journal stops (errors=remount-ro, or a disk that fails) while that fsync is under way (seen on Linux 6.18,
 * tests/storingen/schijf.test.ts). A journal that stopped stays stopped until the disk is mounted again. So a change that it takes
 * after the fsync proves that it ran during the fsync too.
 */
export class Schijfproef {
  private readonly bestand: number;
  private lengte = 0;
  private twijfel = false;

  /** `naast`: a file on the disk. Throws when no file can be made beside it. */
  constructor(naast: string) {
    const pad = `${naast}-proef-${process.pid}`;
    this.bestand = openSync(pad, "w");
    // It stays ours until it is closed, and nobody finds it left behind.
    unlinkSync(pad);
  }

  /** Throws when the disk took no change: whether what was committed last is on it, nobody knows. */
  eis(): void {
    this.twijfel = true;
    // Another length is a change that needs the journal but no room.
    ftruncateSync(this.bestand, (this.lengte = 1 - this.lengte));
    this.twijfel = false;
  }

  /** Throws as long as the doubt lasts. */
  eisGeenTwijfel(): void {
    if (this.twijfel) this.eis();
  }

  sluit(): void {
    closeSync(this.bestand);
  }
}
