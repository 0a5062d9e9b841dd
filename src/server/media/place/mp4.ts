import type { Bytes } from "./bytes";

// ISO/IEC 14496-12, 4.2: boxes. Apple's QuickTime File Format: user data and metadata keys.
const PARENTS = new Set(["moov", "trak", "udta", "meta", "ilst", "keys"]);
const PLACE_BOXES = new Set(["\u00a9xyz", "loci"]);
const PLACE_KEY = /(^|[.-])location($|[.-])/i;
const EMPTY_BOX = Buffer.from("free", "latin1");
const MAX_BOXES = 20_000;
const MAX_EMPTIED_BYTES = 1024 * 1024;
const MAX_DEPTH = 8;

type Box = { at: number; head: number; size: number; type: string };

/** Empties the boxes that say where a film was taken, in any track and in both kinds of metadata. */
export async function blankMovPlace(bytes: Bytes): Promise<void> {
  const seen = { boxes: 0 };
  await visit(bytes, { start: 0, end: bytes.size, depth: 0 }, seen);
}

type Range = { start: number; end: number; depth: number };

async function visit(bytes: Bytes, range: Range, seen: { boxes: number }, keys: number[] = []) {
  let places = keys;
  for await (const box of boxesOf(bytes, range)) {
    seen.boxes += 1;
    if (seen.boxes > MAX_BOXES) return;
    const inner = { start: box.at + box.head, end: box.at + box.size, depth: range.depth + 1 };
    if (PLACE_BOXES.has(box.type)) await empty(bytes, box);
    else if (box.type === "keys") places = await findPlaceKeys(bytes, inner);
    else if (box.type === "ilst") await emptyItems(bytes, inner, places);
    else if (PARENTS.has(box.type) && inner.depth < MAX_DEPTH) {
      if (box.type === "meta") inner.start += await versionBytes(bytes, inner.start);
      await visit(bytes, inner, seen);
    }
  }
}

async function emptyItems(bytes: Bytes, range: Range, places: readonly number[]) {
  for await (const item of boxesOf(bytes, range)) {
    const index = Buffer.from(item.type, "latin1").readUInt32BE();
    if (places.includes(index) || PLACE_BOXES.has(item.type)) await empty(bytes, item);
  }
}

/** @returns which of the keys, counted from 1, name a place. */
async function findPlaceKeys(bytes: Bytes, { start, end }: Range): Promise<number[]> {
  const table = await bytes.read(start, Math.min(end - start, MAX_EMPTIED_BYTES));
  const found: number[] = [];
  let at = 8;
  for (let index = 1; at + 8 <= table.length; index += 1) {
    const size = table.readUInt32BE(at);
    if (size < 8) break;
    if (PLACE_KEY.test(table.toString("latin1", at + 8, at + size))) found.push(index);
    at += size;
  }
  return found;
}

/** QuickTime's own `meta` is a plain box, ISO's begins with a version. */
async function versionBytes(bytes: Bytes, start: number): Promise<number> {
  const head = await bytes.read(start, 8);
  return head.toString("latin1", 4, 8) === "hdlr" ? 0 : 4;
}

async function empty(bytes: Bytes, { at, head, size }: Box) {
  await bytes.write(at + 4, EMPTY_BOX);
  const length = Math.min(size - head, MAX_EMPTIED_BYTES);
  if (length > 0) await bytes.write(at + head, Buffer.alloc(length));
}

async function* boxesOf(bytes: Bytes, { start, end }: Range): AsyncGenerator<Box> {
  for (let at = start; at + 8 <= end; ) {
    const header = await bytes.read(at, 16);
    if (header.length < 8) return;
    const type = header.toString("latin1", 4, 8);
    let [size, head] = [header.readUInt32BE(0), 8];
    if (size === 1 && header.length === 16) [size, head] = [Number(header.readBigUInt64BE(8)), 16];
    if (size === 0) size = end - at;
    if (size < head || at + size > end) return;
    yield { at, head, size, type };
    at += size;
  }
}
