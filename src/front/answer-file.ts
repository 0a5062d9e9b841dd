import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import {
  type AnswerDeps,
  countBytes,
  decideFileAnswer,
  type FileAnswer,
  openStoredBytes,
  problemAnswer,
  type StoredBytes,
} from "~/server/delivery/service";
import type { Logger } from "~/server/platform/log";
import type { Storage } from "~/server/platform/storage/storage";
import type { Buffers } from "./buffers";
import { CLIENT_GONE, sendBytes } from "./send-bytes";

export type FileDeps = AnswerDeps & { storage: Storage; log: Logger; buffers: Buffers };

/** A player that pauses takes nothing for minutes; a client that is gone for ever does the same. */
const STALLED_MS = 10 * 60_000;

const PATH = /^\/api\/files\/secure\/([^/?]+)(\?.*)?$/;

/** @returns the file's id and the query, undecoded; null for any other path. */
export function matchFilePath(url: string): { fileId: string; search: string } | null {
  const [, fileId, search = ""] = PATH.exec(url) ?? [];
  return fileId === undefined ? null : { fileId, search };
}

/** Answers on node:http what the route handler answers on the web's `Response`. Never rejects. */
export async function answerFile(
  deps: FileDeps,
  { fileId, search }: { fileId: string; search: string },
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const get = (name: string) => req.headers[name]?.toString() ?? null;
  const requestId = randomUUID();
  const method = req.method ?? "GET";
  const answer = await decideFileAnswer(deps, {
    method,
    fileId,
    search,
    headers: { get },
    requestId,
  });
  try {
    await move(deps, answer, res);
  } catch (error) {
    if (error === CLIENT_GONE || res.destroyed) return;
    deps.log.error({ err: error, fileId, requestId }, "a file could not be read");
    // After the headers only a broken connection can say that something is missing.
    if (res.headersSent) res.destroy();
    else end(problemAnswer("INTERNAL_SERVER_ERROR", requestId), res);
  }
}

async function move(deps: FileDeps, answer: FileAnswer, res: ServerResponse): Promise<void> {
  const { status, headers, body } = answer;
  if (!body || !("key" in body)) return end(answer, res);
  res.setTimeout(STALLED_MS, () => res.destroy());
  res.once(
    "close",
    deps.fileLookup.watch(body.file, () => res.destroy()),
  );
  if (deps.storage.openLocal) {
    const object = await deps.storage.openLocal(body.key);
    return sendBytes(deps.buffers, res, { status, headers }, object, body.pieces);
  }
  const source = await openStoredBytes(deps.storage, body);
  res.writeHead(status, headers);
  await pipeline(source, whole(body), res).catch((error: unknown) => {
    throw isPrematureClose(error) ? CLIENT_GONE : error;
  });
}

/** A remote storage may end early; then the answer must not end properly. */
function whole({ pieces }: StoredBytes) {
  return async function* (chunks: AsyncIterable<Buffer>) {
    let missing = countBytes(pieces);
    for await (const chunk of chunks) {
      missing -= chunk.length;
      yield chunk;
    }
    if (missing > 0) throw new Error(`The stored object is ${missing} bytes short.`);
  };
}

function isPrematureClose(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_STREAM_PREMATURE_CLOSE";
}

function end({ status, headers, body }: FileAnswer, res: ServerResponse): void {
  res.writeHead(status, headers).end(body && JSON.stringify(body));
}
