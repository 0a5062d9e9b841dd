import { AppError } from "~/server/errors";

/**
 * Puts small pieces together, since each write costs a turn through the thread pool. What came before
 * a source fails is handed on first.
 * @throws BAD_REQUEST when the source does: its client is gone, or has sent what is no body.
 */
export async function* gather(
  source: AsyncIterable<Uint8Array>,
  blockBytes: number,
): AsyncGenerator<Uint8Array[], void, undefined> {
  let pieces: Uint8Array[] = [];
  let size = 0;
  let failure: AppError | undefined;
  try {
    for await (const piece of source) {
      pieces.push(piece);
      size += piece.length;
      if (size < blockBytes) continue;
      yield pieces;
      pieces = [];
      size = 0;
    }
  } catch (error) {
    failure = error instanceof AppError ? error : cutShort(error);
  }
  if (size > 0) yield pieces;
  if (failure) throw failure;
}

function cutShort(cause: unknown): AppError {
  return new AppError("BAD_REQUEST", "The connection broke before everything had come.", { cause });
}
