import type { IncomingMessage } from "node:http";

/** What is read ahead while the bytes before it are being written. */
const AHEAD_BYTES = 64 * 1024;
/** A client that hears a refusal only after its whole body still gets this much read off. */
const MAX_DISCARDED_BYTES = 64 * 1024 * 1024;
/** Slow is welcome, silent is not. */
const SILENCE_MS = 120_000;

export type RequestBody = {
  bytes: AsyncIterable<Uint8Array>;
  /**
   * Reads what is left to nowhere, so that the client gets to see the answer it was given meanwhile: a
   * socket closed on unread bytes takes the answer with it (RFC 9112 §9.6).
   */
  discard(): void;
};

/**
 * A request's bytes, in pieces as they come, at the reader's pace.
 * @param silenceMs - without a byte for so long, the connection ends.
 */
export function readRequestBody(req: IncomingMessage, silenceMs = SILENCE_MS): RequestBody {
  let pieces: Buffer[] = [];
  let size = 0;
  let discarded: number | null = null;
  let failure: Error | undefined;
  let isOver = false;
  let wake: () => void = () => undefined;
  const { socket } = req;
  const cut = () => void socket.destroy();

  function end(error?: Error) {
    if (isOver) return;
    isOver = true;
    failure = error;
    // Also takes the listener away: the connection serves other requests.
    socket.setTimeout(0, cut);
    wake();
  }
  socket.setTimeout(silenceMs, cut);
  req.on("data", (piece: Buffer) => {
    if (discarded !== null) {
      discarded += piece.length;
      if (discarded > MAX_DISCARDED_BYTES) socket.destroy();
      return;
    }
    pieces.push(piece);
    size += piece.length;
    if (size >= AHEAD_BYTES) req.pause();
    wake();
  });
  req.once("end", () => end());
  req.once("error", end);
  req.once("close", () => end(new Error("The client has gone away.")));

  async function* read(): AsyncGenerator<Uint8Array, void, undefined> {
    while (true) {
      const ready = pieces;
      pieces = [];
      size = 0;
      yield* ready;
      if (pieces.length > 0) continue;
      if (failure) throw failure;
      if (isOver) return;
      req.resume();
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }

  return {
    bytes: read(),
    discard() {
      discarded = 0;
      pieces = [];
      req.resume();
    },
  };
}
