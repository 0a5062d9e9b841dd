import { crc32 } from "node:zlib";

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;

/**
 * Unpacks an archive without compression by its central directory, as an unzip program does, and holds
 * each entry against its checksum (PKWARE APPNOTE 4.3). Archives of 4 GiB and more are not read.
 */
export function readZip(zip: Buffer): Map<string, Buffer> {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (zip.readUInt32LE(end) !== END) throw new Error("This is no zip.");
  const entries = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(at) !== DIRECTORY) throw new Error("The directory is broken.");
    const [nameLength, extraLength] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30)];
    const name = zip.toString("utf8", at + 46, at + 46 + nameLength);
    const bytes = readEntry(zip, zip.readUInt32LE(at + 42), zip.readUInt32LE(at + 24));
    if (crc32(bytes) !== zip.readUInt32LE(at + 16)) throw new Error(`${name} is damaged.`);
    if (entries.has(name)) throw new Error(`${name} is there twice.`);
    entries.set(name, bytes);
    at += 46 + nameLength + extraLength + zip.readUInt16LE(at + 32);
  }
  return entries;
}

function readEntry(zip: Buffer, at: number, length: number): Buffer {
  if (zip.readUInt32LE(at) !== LOCAL) throw new Error("An entry is not where it should be.");
  const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  return zip.subarray(start, start + length);
}
