import { type TRPC_ERROR_CODE_KEY, TRPCError } from "@trpc/server";
import {
  type DefaultErrorShape,
  TRPC_ERROR_CODES_BY_KEY,
} from "@trpc/server/unstable-core-do-not-import";
import { z } from "zod";
import { AppError, type ErrorCode } from "~/server/errors";
import { isDatabaseUnavailable } from "~/server/platform/database-unavailable";
import type { Logger } from "~/server/platform/log";

/** Which call of which request failed. */
export type Where = { ctx: { log: Logger; requestId: string }; path: string; type: string };

const DATABASE_AWAY =
  "The database cannot be reached just now. Nothing is lost; try again in a moment.";

export const BROKEN = "Something broke on our side. What you had is safe; try again.";
const UNREADABLE = "The request could not be read.";

/** For what tRPC itself refuses. */
const SENTENCES: Partial<Record<TRPC_ERROR_CODE_KEY, string>> = {
  PARSE_ERROR: UNREADABLE,
  BAD_REQUEST: UNREADABLE,
  NOT_FOUND: "The API has no such call.",
  METHOD_NOT_SUPPORTED: "Queries are asked with GET, mutations with POST.",
  UNSUPPORTED_MEDIA_TYPE: "The API takes JSON only.",
  PAYLOAD_TOO_LARGE: "A request can carry at most 256 KiB.",
};

/** AppError → tRPC's code for it; a database that is away → 503; anything else is a bug and is logged. */
export function toTRPCError(error: TRPCError, { ctx, path, type }: Where): TRPCError {
  const cause = error.cause;
  if (cause instanceof AppError) return wrap(cause);
  if (cause && isDatabaseUnavailable(cause)) {
    ctx.log.warn({ err: cause, path, requestId: ctx.requestId }, "database unavailable");
    return wrap(
      new AppError("SERVICE_UNAVAILABLE", DATABASE_AWAY, { cause, retryAfterSeconds: 5 }),
    );
  }
  if (error.code === "INTERNAL_SERVER_ERROR") {
    ctx.log.error(
      { err: cause ?? error, path, type, requestId: ctx.requestId },
      "procedure failed",
    );
  }
  return error;
}

function wrap(error: AppError): TRPCError {
  const { code, message } = error;
  return new TRPCError({ code: isKnown(code) ? code : "BAD_REQUEST", message, cause: error });
}

/** Some of our codes tRPC lacks, e.g. GONE: on the wire `describeError` puts ours in place again. */
function isKnown(code: string): code is TRPC_ERROR_CODE_KEY {
  return code in TRPC_ERROR_CODES_BY_KEY;
}

/** What a client may know: a code, one sentence, where to look in the log, and never a stack. */
export function describeError(shape: DefaultErrorShape, error: TRPCError, requestId?: string) {
  const cause = error.cause;
  const ours = cause instanceof AppError ? cause : null;
  const code: TRPC_ERROR_CODE_KEY | ErrorCode = ours?.code ?? shape.data.code;
  const httpStatus = ours?.status ?? shape.data.httpStatus;
  const { path } = shape.data;
  const data = { code, httpStatus, path, requestId, retryAfterSeconds: ours?.retryAfterSeconds };
  if (cause instanceof z.ZodError) {
    const { fieldErrors } = z.flattenError(cause, describeIssue);
    const [issue] = cause.issues;
    const message = issue ? describeIssue(issue) : UNREADABLE;
    return { ...shape, message, data: { ...data, fieldErrors } };
  }
  return { ...shape, message: sentence(error), data };
}

/** What zod says about a whole object is for programmers; its fields have sentences of ours. */
function describeIssue(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") {
    return `There is no setting called “${issue.keys[0]?.slice(0, 40)}”.`;
  }
  return issue.path.length === 0 ? UNREADABLE : issue.message;
}

/** Only what we wrote is passed on: tRPC, superjson and V8 tell of paths, types and source text. */
function sentence(error: TRPCError): string {
  if (error.cause instanceof AppError) return error.message;
  return SENTENCES[error.code] ?? BROKEN;
}
