const BLOCK_BYTES = 256 * 1024;

/**
 * Puts small pieces together, since each write costs a turn through the thread pool. What came before
 * a source fails is handed on first.
 */
export async function* gather(
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array[], void, undefined> {
  let pieces: Uint8Array[] = [];
  let size = 0;
  let failure: { error: unknown } | undefined;
  try {
    for await (const piece of source) {
      pieces.push(piece);
      size += piece.length;
      if (size < BLOCK_BYTES) continue;
      yield pieces;
      pieces = [];
      size = 0;
    }
  } catch (error) {
    failure = { error };
  }
  if (size > 0) yield pieces;
  if (failure) throw failure.error;
}
