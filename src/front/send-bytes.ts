import type { ServerResponse } from "node:http";
import { countBytes, type StoredBytes } from "~/server/delivery/service";
import type { OpenObject } from "~/server/platform/storage/storage";
import { type Buffers, isLarge } from "./buffers";

/** Who takes a chunk this fast gets larger ones. */
const FAST_MS = 20;
/** A small range costs as much from memory as from the kernel's copy, and other threads read that meanwhile. */
const WORTH_PEEKING_BYTES = 256 * 1024;

type Head = { status: number; headers: Record<string, string> };

/** Nobody is to blame: the browser seeks, or the person leaves. */
export const CLIENT_GONE = new Error("The client has gone away.");

/**
 * Sends pieces of an object, one buffer at a time: the next read waits until the kernel has taken
 * the last. What the storage has in memory goes out from there. Closes the object.
 * @throws CLIENT_GONE, or why a read failed. Headers go out after the first read, so when
 * `res.headersSent` is false the caller can still answer something else.
 */
export async function sendBytes(
  buffers: Buffers,
  res: ServerResponse,
  { status, headers }: Head,
  object: OpenObject,
  pieces: StoredBytes["pieces"],
): Promise<void> {
  const total = countBytes(pieces);
  let buffer: Buffer | undefined;
  let text = "";
  let wake: (error?: Error | null) => void = () => undefined;
  res.once("close", () => wake(CLIENT_GONE));

  async function readChunk(length: number, position: number): Promise<Buffer> {
    const hot = total < WORTH_PEEKING_BYTES ? null : object.peek(length, position);
    if (hot) return hot;
    buffer ??= buffers.takeFirst(total);
    const count = await object.read(buffer, Math.min(buffer.length, length), position);
    return buffer.subarray(0, count);
  }

  try {
    for (const [at, piece] of pieces.entries()) {
      if (typeof piece === "string") {
        text += piece;
        continue;
      }
      const { start, end } = piece;
      for (let position = start; position <= end; ) {
        const chunk = await readChunk(end + 1 - position, position);
        if (chunk.length === 0) {
          throw new Error(`The stored object is ${end + 1 - position} bytes short.`);
        }
        if (res.destroyed) throw CLIENT_GONE;
        if (!res.headersSent) res.writeHead(status, headers);
        if (text) res.write(text);
        text = "";
        position += chunk.length;
        const isLast = position > end && at === pieces.length - 1;
        const startedAt = performance.now();
        await new Promise<void>((resolve, reject) => {
          // A write fails for nothing but that.
          wake = (error) => (error ? reject(CLIENT_GONE) : resolve());
          if (isLast) res.end(chunk, wake);
          else res.write(chunk, wake);
        });
        if (!isLast && buffer) buffer = change(buffers, buffer, performance.now() - startedAt);
      }
    }
    if (text) res.end(text);
    if (buffer) buffers.giveBack(buffer);
  } catch (error) {
    if (buffer) buffers.forget(buffer);
    throw res.destroyed ? CLIENT_GONE : error;
  } finally {
    object.close();
  }
}

/** @returns the buffer for the next chunk, after one that the client took in `tookMs`. */
function change(buffers: Buffers, buffer: Buffer, tookMs: number): Buffer {
  const isFast = tookMs < FAST_MS;
  if (isFast === isLarge(buffer)) return buffer;
  const other = isFast ? buffers.takeLarge() : buffers.take();
  if (!other) return buffer;
  buffers.giveBack(buffer);
  return other;
}
