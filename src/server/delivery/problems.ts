import { ERRORS, type ErrorCode } from "~/server/errors";
import type { FileAnswer } from "./answer";
import { SAFETY_HEADERS } from "./response-headers";

/** The JSON body of every refusal: the same for all causes of one status. */
export type Problem = { error: { code: ErrorCode; message: string; requestId: string } };

/** People read these too: a link is opened long after it was copied. */
const SENTENCES = {
  BAD_REQUEST: "This link is not complete. Copy the whole link, or open the file in T2M again.",
  FORBIDDEN: "This link does not open this file, or not any more. Open the file in T2M again.",
  NOT_FOUND: "There is no such file. It may have been deleted.",
  METHOD_NOT_SUPPORTED: "A file can only be read here.",
  GONE: "This link has expired. Open the file in T2M again to get a new one.",
  PRECONDITION_FAILED: "The file is not the one that you have a part of. Start the download again.",
  RANGE_NOT_SATISFIABLE: "The file ends before the part that was asked for.",
  INTERNAL_SERVER_ERROR:
    "The file cannot be read just now. Nothing is lost; try again in a moment.",
  SERVICE_UNAVAILABLE: "T2M cannot look the file up just now. Try again in a moment.",
} as const satisfies Partial<Record<ErrorCode, string>>;

/** @param options.isHead - then the body is left out and only its length is told. */
export function problemAnswer(
  code: keyof typeof SENTENCES,
  requestId: string,
  options: { headers?: Record<string, string>; isHead?: boolean } = {},
): FileAnswer {
  const problem: Problem = { error: { code, message: SENTENCES[code], requestId } };
  return {
    status: ERRORS[code],
    headers: {
      ...SAFETY_HEADERS,
      "Content-Type": "application/json",
      "Content-Length": String(Buffer.byteLength(JSON.stringify(problem))),
      "Cache-Control": "no-store",
      ...options.headers,
    },
    body: options.isHead ? null : problem,
  };
}
