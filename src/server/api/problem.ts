import type { AppError } from "~/server/errors";

/** A refusal outside tRPC, in the shape that every route of ours answers with. */
export function problemResponse(error: AppError, requestId: string): Response {
  const headers = new Headers({ "cache-control": "no-store" });
  if (error.retryAfterSeconds) headers.set("retry-after", String(error.retryAfterSeconds));
  return Response.json(
    { error: { code: error.code, message: error.message, requestId } },
    { status: error.status, headers },
  );
}
