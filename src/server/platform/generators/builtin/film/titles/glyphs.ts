import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";

const HEADER_BYTES = 48;
/** Numbers of known tables (WOFF 2.0, 5.2). */
const CMAP = 0;
const GLYF = 10;
const LOCA = 11;
const ANY_TAG = 63;

/**
 * Reads which code points a WOFF2 font has glyphs for, after WOFF 2.0 (5.2) and OpenType's "cmap",
 * formats 4 and 12.
 */
export function readCodePoints(file: string): ReadonlySet<number> {
  const font = readFileSync(file);
  const { cmapOffset, dataOffset, compressedLength } = findCmap(font);
  const tables = brotliDecompressSync(font.subarray(dataOffset, dataOffset + compressedLength));
  const cmap = tables.subarray(cmapOffset);
  const points = new Set<number>();
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const subtable = cmap.subarray(cmap.readUInt32BE(4 + index * 8 + 4));
    const format = subtable.readUInt16BE(0);
    if (format === 4) readSegments(subtable, points);
    else if (format === 12) readGroups(subtable, points);
  }
  return points;
}

function findCmap(font: Buffer) {
  let at = HEADER_BYTES;
  let offset = 0;
  let cmapOffset: number | undefined;
  const readNumber = () => {
    let value = 0;
    for (;;) {
      const byte = font.readUInt8(at++);
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  };
  for (let table = font.readUInt16BE(12); table > 0; table--) {
    const flags = font.readUInt8(at++);
    const tag = flags & 63;
    if (tag === ANY_TAG) at += 4;
    const length = readNumber();
    const version = flags >> 6;
    const isTransformed = tag === GLYF || tag === LOCA ? version !== 3 : version !== 0;
    if (tag === CMAP) cmapOffset = offset;
    offset += isTransformed ? readNumber() : length;
  }
  if (cmapOffset === undefined) throw new Error("a font without a table of characters");
  return { cmapOffset, dataOffset: at, compressedLength: font.readUInt32BE(20) };
}

function readSegments(table: Buffer, points: Set<number>) {
  const twice = table.readUInt16BE(6);
  for (let segment = 0; segment < twice; segment += 2) {
    const end = table.readUInt16BE(14 + segment);
    const start = table.readUInt16BE(16 + twice + segment);
    const delta = table.readUInt16BE(16 + 2 * twice + segment);
    const rangeAt = 16 + 3 * twice + segment;
    const range = table.readUInt16BE(rangeAt);
    for (let code = start; code <= end && code < 0xffff; code++) {
      const glyph = range === 0 ? code : table.readUInt16BE(rangeAt + range + 2 * (code - start));
      if (glyph !== 0 && ((glyph + delta) & 0xffff) !== 0) points.add(code);
    }
  }
}

function readGroups(table: Buffer, points: Set<number>) {
  for (let group = table.readUInt32BE(12), at = 16; group > 0; group--, at += 12) {
    for (let code = table.readUInt32BE(at); code <= table.readUInt32BE(at + 4); code++)
      points.add(code);
  }
}
