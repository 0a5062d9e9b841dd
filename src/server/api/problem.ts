import type { AppError } from "~/server/errors";
import { ANSWER_HEADERS } from "./answer-headers";

/** A refusal outside tRPC, in the shape that every route of ours answers with. */
export function problemResponse(error: AppError, requestId: string): Response {
  const headers = new Headers(ANSWER_HEADERS);
  if (error.retryAfterSeconds) headers.set("retry-after", String(error.retryAfterSeconds));
  return Response.json(
    { error: { code: error.code, message: error.message, requestId } },
    { status: error.status, headers },
  );
}
