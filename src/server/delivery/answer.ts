import type { FileLookup, FoundFile } from "~/server/platform/file-lookup";
import { evaluatePreconditions, type RequestHeaders, rangeApplies } from "./preconditions";
import { type Problem, problemAnswer } from "./problems";
import { type ByteRange, readRange } from "./range";
import { contentHeaders, entityTag, validatorHeaders } from "./response-headers";
import {
  parseSignedQuery,
  type SignedQuery,
  type SigningDeps,
  verifySignedQuery,
} from "./signed-url";

export type FileRequest = {
  method: string;
  fileId: string;
  /** The query with its question mark, undecoded. */
  search: string;
  headers: RequestHeaders;
  requestId: string;
};

/** Bytes to send after the headers: those of one stored object, `start…end` inclusive. */
export type StoredRange = { key: string } & ByteRange;

export type FileAnswer = {
  status: number;
  headers: Record<string, string>;
  body: null | StoredRange | Problem;
};

export type AnswerDeps = Pick<SigningDeps, "signingKeys" | "now"> & { fileLookup: FileLookup };

// Only this spelling: Postgres would also take capitals and braces, and one file has one URL.
const FILE_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Decides everything about one request for a file but moves no bytes, so that every server that
 * moves them answers alike. Nothing is told of expiry before the signature holds.
 * @returns 200, 206, 304 or the table of `problems.ts`; rejects only when the database does.
 */
export async function answerFileRequest(
  deps: AnswerDeps,
  request: FileRequest,
): Promise<FileAnswer> {
  const { method, requestId } = request;
  if (method !== "GET" && method !== "HEAD") {
    return problemAnswer("METHOD_NOT_SUPPORTED", requestId, { headers: { Allow: "GET, HEAD" } });
  }
  const isHead = method === "HEAD";
  const query = parseSignedQuery(request.search);
  if (!query) return problemAnswer("BAD_REQUEST", requestId, { isHead });
  const file = FILE_ID.test(request.fileId) ? await deps.fileLookup.find(request.fileId) : null;
  if (!file) return problemAnswer("NOT_FOUND", requestId, { isHead });
  const result = verifySignedQuery(deps, query, file);
  if (result.verdict !== "valid") {
    const code = result.verdict === "expired" ? "GONE" : "FORBIDDEN";
    return problemAnswer(code, requestId, { isHead });
  }
  return answerWithFile(request, query, file, result.remainingSeconds);
}

function answerWithFile(
  { method, headers, requestId }: FileRequest,
  { disposition }: SignedQuery,
  file: FoundFile,
  remainingSeconds: number,
): FileAnswer {
  const isHead = method === "HEAD";
  const validators = { etag: entityTag(file), lastModified: file.createdAt };
  const known = validatorHeaders(file, remainingSeconds);
  const verdict = evaluatePreconditions(headers, validators);
  if (verdict === "failed") return problemAnswer("PRECONDITION_FAILED", requestId, { isHead });
  if (verdict === "not-modified") return { status: 304, headers: known, body: null };

  // RFC 9110 §14.2: a Range means something to GET alone.
  const wanted =
    !isHead && rangeApplies(headers, validators)
      ? readRange(headers.get("range"), file.size)
      : "whole";
  if (wanted === "unsatisfiable") {
    const size = { "Content-Range": `bytes */${file.size}`, "Accept-Ranges": "bytes" };
    return problemAnswer("RANGE_NOT_SATISFIABLE", requestId, { headers: size });
  }
  const range = wanted === "whole" ? null : wanted;
  const bytes = range ?? { start: 0, end: file.size - 1 };
  return {
    status: range ? 206 : 200,
    headers: { ...known, ...contentHeaders(file, disposition, range) },
    body: isHead || file.size === 0 ? null : { key: file.storageKey, ...bytes },
  };
}
