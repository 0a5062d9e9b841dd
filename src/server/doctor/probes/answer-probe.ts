import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { KeyRing } from "~/server/delivery/service";
import { AppError } from "~/server/errors";
import { answerNonce, PROBE_HEADER, readProbe } from "./probe-token";
import { RANGE_BYTES, rangeBody, TICK_COUNT, TICK_INTERVAL_MS } from "./samples";

/** More than the largest upload chunk, so that a probe's body is never cut here. */
const MAX_BODY_BYTES = 6 * 1024 ** 2;

type Deps = { signingKeys: KeyRing; now: () => Date };

/**
 * What the doctor asks for through the public address. Only for who can sign with this instance's own
 * secret; for everybody else there is nothing here, and no body is read.
 * @param probe - "echo" counts the bytes it gets, "ticks" is an event stream, "range" has bytes.
 * @throws NOT_FOUND, PAYLOAD_TOO_LARGE past 6 MiB.
 */
export async function answerProbe(deps: Deps, probe: string, request: Request): Promise<Response> {
  const asked = readProbe(deps, request.headers.get(PROBE_HEADER));
  if (!asked) throw nothingHere();
  const proof = answerNonce(deps.signingKeys, asked.kid, asked.nonce);
  if (probe === "echo" && request.method === "POST") {
    return Response.json({ proof, ...(await weigh(request)) });
  }
  if (probe === "ticks" && request.method === "GET") return sendTicks(request.signal);
  if (probe === "range" && request.method === "GET") return sendRange(request);
  throw nothingHere();
}

function nothingHere(): AppError {
  return new AppError("NOT_FOUND", "There is nothing at this address of the API.");
}

async function weigh(request: Request): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MAX_BODY_BYTES) {
      throw new AppError("PAYLOAD_TOO_LARGE", "A probe carries at most 6 MiB.");
    }
    hash.update(chunk);
  }
  return { bytes, sha256: hash.digest("hex") };
}

/** With the headers of tRPC's own streams, so that proxies treat both alike. */
function sendTicks(signal: AbortSignal): Response {
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (sent > 0) await wait(TICK_INTERVAL_MS, undefined, { signal });
      controller.enqueue(new TextEncoder().encode(`event: tick\ndata: ${sent}\n\n`));
      sent += 1;
      if (sent === TICK_COUNT) controller.close();
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream",
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    },
  });
}

/** One range of the form `bytes=a-b` (RFC 9110 §14.2), as browsers' players ask. */
function sendRange(request: Request): Response {
  const body = rangeBody();
  const headers = { "content-type": "application/octet-stream", "accept-ranges": "bytes" };
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.get("range") ?? "") ?? [];
  if (!first || !last) return new Response(body, { headers });
  const [start, end] = [Number(first), Math.min(Number(last), RANGE_BYTES - 1)];
  return new Response(body.subarray(start, end + 1), {
    status: 206,
    headers: { ...headers, "content-range": `bytes ${start}-${end}/${RANGE_BYTES}` },
  });
}
