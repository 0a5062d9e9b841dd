import { AppError } from "~/server/errors";

/** What the pages of a configured app may send and read. A preflight holds for ten minutes. */
export type Preflight = Readonly<Record<`access-control-${string}`, string>>;

const PREFLIGHT: Preflight = {
  "access-control-allow-methods": "GET, POST",
  "access-control-allow-headers": "authorization, content-type, last-event-id",
  "access-control-max-age": "600",
};
export const EXPOSED = "x-ratelimit-limit, x-ratelimit-remaining, x-ratelimit-reset, retry-after";

/**
 * Lets a configured app's pages read an answer (Fetch §3.2). Credentials are never allowed: cookies
 * belong to our own pages, others send a Bearer token.
 */
export function setCorsHeaders(
  request: Request,
  response: Response,
  apiOrigins: readonly string[],
  exposed = EXPOSED,
): Response {
  response.headers.append("vary", "Origin");
  const origin = request.headers.get("origin");
  if (origin !== null && apiOrigins.includes(origin)) {
    response.headers.set("access-control-allow-origin", origin);
    response.headers.set("access-control-expose-headers", exposed);
  }
  return response;
}

/** @throws FORBIDDEN for a page of any app that is not configured. */
export function answerPreflight(
  request: Request,
  apiOrigins: readonly string[],
  preflight = PREFLIGHT,
): Response {
  const origin = request.headers.get("origin");
  if (origin === null || !apiOrigins.includes(origin)) {
    throw new AppError("FORBIDDEN", "This app is not one of those that may use T2M.");
  }
  return new Response(null, { status: 204, headers: preflight });
}
