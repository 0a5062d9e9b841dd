import { crc32, inflateSync } from "node:zlib";
import type { Bytes } from "./bytes";

const SIGNATURE_BYTES = 8;
/** PNG, 5.4: ancillary, private, safe to copy: every reader steps over it. */
const EMPTY_CHUNK = "frEe";
const TEXT_CHUNKS = new Set(["tEXt", "zTXt", "iTXt"]);
const MAX_TEXT_BYTES = 8 * 1024 * 1024;
/** ImageMagick keeps a whole Exif or XMP block as digits of text. */
const RAW_PROFILE = /^Raw profile type (exif|app1|xmp)$/i;

type Chunk = { at: number; type: string; length: number };

/** Empties the text chunks in which a place lies packed. */
export async function blankPackedPlace(bytes: Bytes): Promise<void> {
  for await (const chunk of chunksOf(bytes)) {
    if (!TEXT_CHUNKS.has(chunk.type) || chunk.length > MAX_TEXT_BYTES) continue;
    const data = await bytes.read(chunk.at + 8, chunk.length);
    if (!isPackedPlace(chunk.type, data)) continue;
    await bytes.write(chunk.at + 4, Buffer.from(EMPTY_CHUNK, "latin1"));
    await bytes.write(chunk.at + 8, Buffer.alloc(chunk.length));
  }
}

/** Gives each chunk that was written to the checksum that it needs now. */
export async function repairChecksums(bytes: Bytes): Promise<void> {
  const patches = [...bytes.patches];
  for await (const { at, length } of chunksOf(bytes)) {
    const end = at + 8 + length;
    if (!patches.some((patch) => patch.position < end && patch.position + patch.length > at)) {
      continue;
    }
    const checksum = Buffer.alloc(4);
    checksum.writeUInt32BE(crc32(await bytes.read(at + 4, length + 4)));
    await bytes.write(end, checksum);
  }
}

async function* chunksOf(bytes: Bytes): AsyncGenerator<Chunk> {
  for (let at = SIGNATURE_BYTES; at + 12 <= bytes.size; ) {
    const head = await bytes.read(at, 8);
    const length = head.readUInt32BE(0);
    if (at + 12 + length > bytes.size) return;
    yield { at, type: head.toString("latin1", 4), length };
    at += 12 + length;
  }
}

function isPackedPlace(type: string, data: Buffer): boolean {
  const end = data.indexOf(0);
  const keyword = data.toString("latin1", 0, Math.max(0, end));
  if (RAW_PROFILE.test(keyword)) return true;
  const isPacked = type === "iTXt" && data[end + 1] === 1 && keyword === "XML:com.adobe.xmp";
  if (!isPacked) return false;
  const language = data.indexOf(0, end + 3);
  const translated = data.indexOf(0, language + 1);
  try {
    const options = { maxOutputLength: MAX_TEXT_BYTES };
    return inflateSync(data.subarray(translated + 1), options).includes(":GPS");
  } catch {
    return true;
  }
}
