import { Readable } from "node:stream";
import type { Storage } from "~/server/platform/storage/storage";
import type { StoredBytes } from "./answer";

/**
 * The body of an answer as one stream, whatever the storage. Resolves when the first bytes are at
 * hand; the caller destroys what it does not read to its end.
 */
export async function openStoredBytes(
  storage: Pick<Storage, "openRange">,
  { key, pieces }: StoredBytes,
): Promise<Readable> {
  const first = pieces.findIndex((piece) => typeof piece !== "string");
  const range = pieces[first];
  if (range === undefined || typeof range === "string")
    throw new Error("There is nothing to send.");
  let source = await storage.openRange(key, range);
  if (pieces.length === 1) return source;

  async function* inTurn() {
    for (const [at, piece] of pieces.entries()) {
      if (typeof piece === "string") {
        // Of its own memory: who hands it on as a web stream takes all of it away.
        yield Buffer.allocUnsafeSlow(piece.length).fill(piece);
        continue;
      }
      if (at !== first) source = await storage.openRange(key, piece);
      let missing = piece.end - piece.start + 1;
      for await (const chunk of source as AsyncIterable<Buffer>) {
        missing -= chunk.length;
        yield chunk;
      }
      if (missing > 0) throw new Error(`The stored object is ${missing} bytes short.`);
    }
  }
  return Readable.from(inTurn()).once("close", () => source.destroy());
}
