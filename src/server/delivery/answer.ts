import type { FileLookup, FoundFile } from "~/server/platform/file-lookup";
import { countBytes, frameByteranges, type Piece } from "./byteranges";
import { type HandOff, handOff } from "./hand-off";
import { evaluatePreconditions, type RequestHeaders, rangeApplies } from "./preconditions";
import { type Problem, problemAnswer } from "./problems";
import { type ByteRange, readRanges } from "./range";
import { entityTag, presentation, validatorHeaders } from "./response-headers";
import {
  parseSignedQuery,
  type SignableFile,
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

/** What to send after the headers, of one stored object. */
export type StoredBytes = {
  key: string;
  pieces: readonly Piece[];
  /** Whom the URL was good for: when this changes under way, the rest is not sent. */
  file: SignableFile;
};

export type FileAnswer = {
  status: number;
  headers: Record<string, string>;
  body: null | StoredBytes | Problem;
};

export type AnswerDeps = Pick<SigningDeps, "signingKeys" | "now"> & {
  fileLookup: FileLookup;
  /** Who else sends the bytes; we do when nobody is named. */
  handOff?: HandOff | null | undefined;
};

// Only this spelling: Postgres would also take capitals and braces, and one file has one URL.
const FILE_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Decides everything about one request for a file but moves no bytes, so that every server that
 * moves them answers alike. Nothing is told of expiry before the signature holds.
 * @returns 200, 206, 304, 307 or the table of `problems.ts`; rejects only when the database does.
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
  const answer = answerWithFile(request, query, file, result.remainingSeconds);
  if (!deps.handOff || isHead || !answer.body || !("key" in answer.body)) return answer;
  return handOff(deps.handOff, answer, {
    ...presentation(file, query.disposition),
    storageKey: file.storageKey,
    remainingSeconds: result.remainingSeconds,
    headers: request.headers,
  });
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
      ? readRanges(headers.get("range"), file.size)
      : "whole";
  if (wanted === "unsatisfiable") {
    const size = { "Content-Range": `bytes */${file.size}`, "Accept-Ranges": "bytes" };
    return problemAnswer("RANGE_NOT_SATISFIABLE", requestId, { headers: size });
  }
  const { contentType, contentDisposition } = presentation(file, disposition);
  const { pieces, ...shape } = shapeBody(wanted, { contentType, size: file.size }, requestId);
  const stored = { key: file.storageKey, pieces, file };
  return {
    status: wanted === "whole" ? 200 : 206,
    headers: {
      ...known,
      "Content-Disposition": contentDisposition,
      "Content-Length": String(countBytes(pieces)),
      ...shape.headers,
    },
    body: isHead || file.size === 0 ? null : stored,
  };
}

/** RFC 9110 §15.3.7: one range is told by the headers, several each by their own. */
function shapeBody(
  wanted: ByteRange[] | "whole",
  file: { contentType: string; size: number },
  requestId: string,
): { headers: Record<string, string>; pieces: Piece[] } {
  const { contentType, size } = file;
  if (wanted === "whole") {
    return { headers: { "Content-Type": contentType }, pieces: [{ start: 0, end: size - 1 }] };
  }
  const [range, ...others] = wanted;
  if (range && others.length === 0) {
    const told = `bytes ${range.start}-${range.end}/${size}`;
    return { headers: { "Content-Type": contentType, "Content-Range": told }, pieces: [range] };
  }
  return {
    headers: { "Content-Type": `multipart/byteranges; boundary=${requestId}` },
    pieces: frameByteranges(wanted, file, requestId),
  };
}
