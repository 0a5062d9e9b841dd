import type { Readable } from "node:stream";

/**
 * Hands a stored object on, one read per pull, so that a slow reader holds two reads at most.
 * @param length - bytes that were promised; an object that ends before is an error, never a short
 * answer with a proper end.
 */
export function byteStream(source: Readable, length: number): ReadableStream<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]();
  let missing = length;
  return new ReadableStream({
    type: "bytes",
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) throw new Error(`The stored object is ${missing} bytes short.`);
      missing -= value.byteLength;
      controller.enqueue(value);
      if (missing > 0) return;
      controller.close();
      source.destroy();
    },
    cancel() {
      source.destroy();
    },
  });
}
