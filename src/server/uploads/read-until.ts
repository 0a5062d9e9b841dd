/** A body's bytes; they end early, without a failure, once the signal says so. */
export async function* readUntil(
  signal: AbortSignal,
  body: AsyncIterable<Uint8Array> | null,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (!body) return;
  const bytes = body[Symbol.asyncIterator]();
  const { promise: stopped, resolve } = Promise.withResolvers<{ done: true; value: undefined }>();
  signal.addEventListener("abort", () => resolve({ done: true, value: undefined }), { once: true });
  while (!signal.aborted) {
    const { done, value } = await Promise.race([bytes.next(), stopped]);
    if (done) return;
    yield value;
  }
}
