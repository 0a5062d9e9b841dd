import { AppError } from "~/server/errors";
import { isDatabaseUnavailable } from "~/server/platform/database-unavailable";
import type { Logger } from "~/server/platform/log";
import { BROKEN } from "./errors";

/** What a route outside tRPC tells about anything that was thrown; a bug is logged and masked. */
export function toAppError(
  { log, requestId }: { log: Logger; requestId: string },
  error: unknown,
): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof Error && isDatabaseUnavailable(error)) {
    log.warn({ err: error, requestId }, "database unavailable");
    const sentence = "The database cannot be reached just now. Nothing is lost; try again.";
    return new AppError("SERVICE_UNAVAILABLE", sentence, { cause: error, retryAfterSeconds: 5 });
  }
  log.error({ err: error, requestId }, "request failed");
  return new AppError("INTERNAL_SERVER_ERROR", BROKEN, { cause: error });
}
