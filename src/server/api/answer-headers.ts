/** Of every answer of the API: it is for who asked, now, and is what it says it is. */
export const ANSWER_HEADERS = {
  "cache-control": "private, no-store",
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
};

/** Sets them on an answer that somebody else has made. */
export function setAnswerHeaders(response: Response): Response {
  const isStream = response.headers.get("content-type")?.startsWith("text/event-stream");
  for (const [name, value] of Object.entries(ANSWER_HEADERS)) response.headers.set(name, value);
  // A proxy that compresses a stream holds its events back (RFC 9111 §5.2.2.6).
  if (isStream) response.headers.append("cache-control", "no-transform");
  return response;
}
