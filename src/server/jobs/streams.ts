import { AppError } from "~/server/errors";

/** Of one person in one process: a browser shares one stream among its tabs. */
export const MAX_STREAMS_PER_VIEWER = 5;

const open = new Map<string, number>();

/**
 * Counts a stream until the returned function is called.
 * @throws TOO_MANY_REQUESTS
 */
export function openStream(viewerId: string): () => void {
  const count = open.get(viewerId) ?? 0;
  if (count >= MAX_STREAMS_PER_VIEWER) {
    throw new AppError(
      "TOO_MANY_REQUESTS",
      "Too many windows are watching at once. Close one and try again.",
      { retryAfterSeconds: 10 },
    );
  }
  open.set(viewerId, count + 1);
  return () => {
    const left = (open.get(viewerId) ?? 1) - 1;
    if (left > 0) open.set(viewerId, left);
    else open.delete(viewerId);
  };
}
