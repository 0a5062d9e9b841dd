import { type Bytes, findAll } from "./bytes";

// TIFF 6.0, section 2: the header, then directories of 12-byte entries. Exif 3.0, 4.6.3: the GPS one.
const HEADERS = [Buffer.from("II*\0", "latin1"), Buffer.from("MM\0*", "latin1")];
const GPS_POINTER = 0x8825;
const LAST_GPS_TAG = 0x1f;
const MAX_ENTRIES = 512;
const MAX_VALUE_BYTES = 64 * 1024;
/** Bytes of a value by its type, 1…13. */
const TYPE_BYTES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];
const LONG = 4;
/** Windows' own tag for room that is not used, of bytes without meaning. */
const PADDING = { tag: 0xea1c, type: 7 };

type Entry = { tag: number; type: number; count: number; value: number; raw: Buffer };
type Directory = { at: number; entries: Entry[]; next: Buffer };

/**
 * Takes the GPS directory out of every Exif block of a picture, whatever the container: an Exif block
 * is a TIFF of its own, and all of its offsets count from its header.
 */
export async function blankExifPlace(bytes: Bytes): Promise<void> {
  for await (const base of findAll(bytes, HEADERS)) await blankBlock(bytes, base);
}

async function blankBlock(bytes: Bytes, base: number) {
  const header = await bytes.read(base, 8);
  if (header.length < 8) return;
  const isLittle = header[0] === 0x49;
  const root = await readDirectory(bytes, base, readLong(header, 4, isLittle), isLittle);
  const pointer = root?.entries.find(({ tag }) => tag === GPS_POINTER);
  if (!root || !pointer || pointer.type !== LONG || pointer.count !== 1) return;
  const places = await readDirectory(bytes, base, pointer.value, isLittle);
  const isPlausible = places?.entries.every(({ tag }) => tag <= LAST_GPS_TAG);
  if (places && isPlausible) await blankPlaces(bytes, base, places);
  await dropEntry(bytes, root, pointer, isLittle);
}

async function blankPlaces(bytes: Bytes, base: number, { at, entries }: Directory) {
  for (const { type, count, value } of entries) {
    const length = (TYPE_BYTES[type] ?? 0) * count;
    if (length <= 4 || length > MAX_VALUE_BYTES) continue;
    if (base + value + length <= bytes.size) {
      await bytes.write(base + value, Buffer.alloc(length));
    }
  }
  await bytes.write(at, Buffer.alloc(2 + entries.length * 12));
}

/** The entries behind it move up within their directory, which keeps its place and its length. */
async function dropEntry(bytes: Bytes, root: Directory, dropped: Entry, isLittle: boolean) {
  if (root.entries.length === 1) {
    const padding = Buffer.alloc(12);
    writeShort(padding, PADDING.tag, 0, isLittle);
    writeShort(padding, PADDING.type, 2, isLittle);
    writeShort(padding, 4, isLittle ? 4 : 6, isLittle);
    return bytes.write(root.at + 2, padding);
  }
  const kept = root.entries.filter((entry) => entry !== dropped);
  const count = Buffer.alloc(2);
  writeShort(count, kept.length, 0, isLittle);
  const rows = kept.map(({ raw }) => raw);
  await bytes.write(root.at, Buffer.concat([count, ...rows, root.next, Buffer.alloc(12)]));
}

async function readDirectory(bytes: Bytes, base: number, offset: number, isLittle: boolean) {
  const at = base + offset;
  if (offset < 8) return null;
  const head = await bytes.read(at, 2);
  if (head.length < 2) return null;
  const count = isLittle ? head.readUInt16LE() : head.readUInt16BE();
  if (count === 0 || count > MAX_ENTRIES) return null;
  const table = await bytes.read(at + 2, count * 12 + 4);
  if (table.length < count * 12 + 4) return null;
  const entries = Array.from({ length: count }, (_, index): Entry => {
    const raw = table.subarray(index * 12, index * 12 + 12);
    const short = (position: number) =>
      isLittle ? raw.readUInt16LE(position) : raw.readUInt16BE(position);
    return {
      tag: short(0),
      type: short(2),
      count: readLong(raw, 4, isLittle),
      value: readLong(raw, 8, isLittle),
      raw,
    };
  });
  if (entries.some(({ type }) => type === 0 || type >= TYPE_BYTES.length)) return null;
  return { at, entries, next: table.subarray(count * 12) } satisfies Directory;
}

function readLong(buffer: Buffer, position: number, isLittle: boolean): number {
  return isLittle ? buffer.readUInt32LE(position) : buffer.readUInt32BE(position);
}

function writeShort(buffer: Buffer, value: number, position: number, isLittle: boolean) {
  if (isLittle) buffer.writeUInt16LE(value, position);
  else buffer.writeUInt16BE(value, position);
}
