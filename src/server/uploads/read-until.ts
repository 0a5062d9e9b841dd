type Step = IteratorResult<Uint8Array, unknown>;

/** A body's bytes; they end early, without a failure, once the signal says so. */
export async function* readUntil(
  signal: AbortSignal,
  body: AsyncIterable<Uint8Array> | null,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (!body) return;
  const bytes = body[Symbol.asyncIterator]();
  let stop: () => void = () => undefined;
  signal.addEventListener("abort", () => stop(), { once: true });
  while (!signal.aborted) {
    // A race against one promise for all steps would keep every step's bytes until the last.
    const { done, value } = await new Promise<Step>((resolve, reject) => {
      stop = () => resolve({ done: true, value: undefined });
      bytes.next().then(resolve, reject);
    });
    if (done) return;
    yield value;
  }
}
