/** Width and height of a PNG in pixels, from its first chunk. */
export function parsePng(bytes: Buffer): { width: number; height: number } {
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
