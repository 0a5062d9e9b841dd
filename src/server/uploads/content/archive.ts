/** The end record of a ZIP: 22 bytes and a comment of at most 65 535 (APPNOTE.TXT §4.3.16). */
export const MAX_ARCHIVE_TAIL = 22 + 65_535;

const SIGNATURE = Buffer.from([0x50, 0x4b, 0x05, 0x06]);

/**
 * Whether a file that begins as something else is a ZIP to whoever reads it from its end: a picture
 * that is a program too.
 * @param tail - the file's last bytes, MAX_ARCHIVE_TAIL of them or all.
 */
export function endsAsArchive(tail: Buffer): boolean {
  for (let at = tail.lastIndexOf(SIGNATURE); at >= 0; at = tail.lastIndexOf(SIGNATURE, at - 1)) {
    const isWhole = at + 22 <= tail.length;
    if (isWhole && at + 22 + tail.readUInt16LE(at + 20) === tail.length) return true;
    if (at === 0) break;
  }
  return false;
}
