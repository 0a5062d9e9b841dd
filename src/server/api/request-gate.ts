import { AppError } from "~/server/errors";

const MAX_BODY_BYTES = 256 * 1024;
/** Whoever sends more is answered before all has come. */
const MAX_AWAITED_BYTES = 8 * 1024 * 1024;

export const MAX_BATCH_CALLS = 10;

/**
 * What must hold before a request with a cookie is looked at: it comes from our own pages (Fetch
 * Metadata's `Sec-Fetch-Site`, else an exact `Origin`; OWASP CSRF cheat sheet). One that changes
 * something has to say so; one that reads must only not say otherwise. A Bearer token cannot be sent by
 * a foreign page unasked and needs no gate.
 * @throws FORBIDDEN
 */
export function requireSameOrigin(request: Request, appOrigin: string): void {
  if (!request.headers.has("cookie")) return;
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  const isReading = request.method === "GET" || request.method === "HEAD";
  const isOurs = origin === null ? site === "same-origin" || isReading : origin === appOrigin;
  const isNear = site === null || site === "same-origin" || (isReading && site === "none");
  if (isOurs && isNear) return;
  throw new AppError("FORBIDDEN", "This request did not come from T2M's own pages.");
}

/** @throws UNSUPPORTED_MEDIA_TYPE: tRPC alone would also take a cross-site form. */
export function requireJson(request: Request): void {
  if (request.method !== "POST") return;
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type === "application/json") return;
  throw new AppError("UNSUPPORTED_MEDIA_TYPE", "The API takes JSON only.");
}

/** @throws BAD_REQUEST for more calls in one request than the limits reckon with. */
export function requireSmallBatch(request: Request): void {
  const { pathname, searchParams } = new URL(request.url);
  if (searchParams.get("batch") !== "1") return;
  if (pathname.split(/,|%2C/i).length <= MAX_BATCH_CALLS) return;
  throw new AppError("BAD_REQUEST", `A batch can hold at most ${MAX_BATCH_CALLS} calls.`);
}

/**
 * Reads the whole body, so that a length header that lies changes nothing. What is too much is read
 * too and thrown away, or its connection would be of no use to the next request.
 * @throws PAYLOAD_TOO_LARGE past 256 KiB.
 */
export async function readBody(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > MAX_AWAITED_BYTES) break;
    if (size <= MAX_BODY_BYTES) chunks.push(part.value);
  }
  if (size <= MAX_BODY_BYTES) return new Uint8Array(Buffer.concat(chunks));
  if (reader) void discard(reader);
  throw new AppError("PAYLOAD_TOO_LARGE", "A request can carry at most 256 KiB.");
}

/** Not canceled: Next would go on to fill the canceled stream, and throw where nobody catches it. */
async function discard(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  try {
    while (!(await reader.read()).done);
  } catch {
    // Its sender has left.
  }
}
