import { randomUUID } from "node:crypto";
import type { Logger } from "~/server/platform/log";
import type { Storage } from "~/server/platform/storage/storage";
import type { AnswerDeps, FileAnswer, FileRequest, StoredBytes } from "./answer";
import { byteStream } from "./byte-stream";
import { countBytes } from "./byteranges";
import { decideFileAnswer } from "./decide";
import { problemAnswer } from "./problems";
import { openStoredBytes } from "./stored-bytes";

type Deps = AnswerDeps & { storage: Storage; log: Logger };

/** Answers on the web's `Request` and `Response`, for a route handler. Never rejects. */
export async function respondWithFile(
  deps: Deps,
  request: Request,
  fileId: string,
): Promise<Response> {
  const { method, headers, signal } = request;
  const { search } = new URL(request.url);
  const asked = { method, fileId, search, headers, requestId: randomUUID() };
  const answer = await decideFileAnswer(deps, asked);
  if (answer.body && "key" in answer.body) return stream(deps, asked, signal, answer, answer.body);
  return respond(answer);
}

function respond({ status, headers, body }: FileAnswer): Response {
  return new Response(body && JSON.stringify(body), { status, headers });
}

/** The object is opened before the headers go out: after them only a broken connection can tell. */
async function stream(
  { storage, log, fileLookup }: Deps,
  { fileId, requestId }: FileRequest,
  signal: AbortSignal,
  { status, headers }: FileAnswer,
  body: StoredBytes,
): Promise<Response> {
  try {
    const source = await openStoredBytes(storage, body);
    const gone = new Error("The file was deleted or its URLs were revoked.");
    source.once(
      "close",
      fileLookup.watch(body.file, () => source.destroy(gone)),
    );
    if (signal.aborted) source.destroy();
    else signal.addEventListener("abort", () => source.destroy(), { once: true });
    return new Response(byteStream(source, countBytes(body.pieces)), { status, headers });
  } catch (error) {
    log.error({ err: error, fileId, requestId }, "a file could not be opened");
    return respond(problemAnswer("INTERNAL_SERVER_ERROR", requestId));
  }
}
