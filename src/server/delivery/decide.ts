import { isDatabaseUnavailable } from "~/server/platform/database-unavailable";
import type { Logger } from "~/server/platform/log";
import { type AnswerDeps, answerFileRequest, type FileAnswer, type FileRequest } from "./answer";
import { problemAnswer } from "./problems";

/** `answerFileRequest`, but a lookup that fails is an answer too: 503 with a time to come back, or 500. */
export async function decideFileAnswer(
  deps: AnswerDeps & { log: Logger },
  request: FileRequest,
): Promise<FileAnswer> {
  const { fileId, requestId, method } = request;
  try {
    return await answerFileRequest(deps, request);
  } catch (error) {
    deps.log.error({ err: error, fileId, requestId }, "a file could not be looked up");
    const isHead = method === "HEAD";
    return isDatabaseUnavailable(error)
      ? problemAnswer("SERVICE_UNAVAILABLE", requestId, { isHead, headers: { "Retry-After": "5" } })
      : problemAnswer("INTERNAL_SERVER_ERROR", requestId, { isHead });
  }
}
