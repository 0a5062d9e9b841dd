import type { IncomingMessage } from "node:http";

/** For a whole request with its body, which is small everywhere but in an upload. */
const REQUEST_TIMEOUT_MS = 300_000;

/** Ends a connection whose request does not come to its end in time. */
export function limitRequest(req: IncomingMessage, ms = REQUEST_TIMEOUT_MS): void {
  if (req.complete) return;
  const { "content-length": length, "transfer-encoding": encoding } = req.headers;
  if (encoding === undefined && (length === undefined || length === "0")) return;
  const timer = setTimeout(() => req.socket.destroy(), ms).unref();
  for (const event of ["end", "close"]) req.once(event, () => clearTimeout(timer));
}
