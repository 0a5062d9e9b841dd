import { requireActive } from "~/server/accounts/service";
import { setAnswerHeaders } from "~/server/api/answer-headers";
import { answerPreflight, EXPOSED, setCorsHeaders } from "~/server/api/cors";
import { enforceLimit } from "~/server/api/limits";
import { problemResponse } from "~/server/api/problem";
import { reportAllowance } from "~/server/api/rate-limit-headers";
import { requireSameOrigin } from "~/server/api/request-gate";
import { toAppError } from "~/server/api/to-app-error";
import type { RequestContext } from "~/server/context";
import { AppError } from "~/server/errors";
import { Id } from "~/server/schema";
import { createLocks } from "./locks";
import { storeOnce } from "./one-shot";
import { createParts, type Parts, type PartsOptions } from "./parts";
import { CHUNK_BYTES, FILE_ID_HEADER, STATUS_HEADER, UPLOAD_PATH } from "./schema";
import { answerTus } from "./tus";

type Body = AsyncIterable<Uint8Array>;

const TUS_VERSION = "1.0.0";
const TUS_HEADERS = "tus-resumable, upload-length, upload-metadata, upload-offset";

const PREFLIGHT = {
  "access-control-allow-methods": "POST, HEAD, PATCH, DELETE",
  "access-control-allow-headers": `authorization, content-type, x-filename, ${TUS_HEADERS}`,
  "access-control-max-age": "600",
} as const;

const TUS_EXPOSED = `${TUS_HEADERS}, tus-version, tus-extension, upload-expires, location, ${STATUS_HEADER}, ${FILE_ID_HEADER}`;

/** Answers everything below `UPLOAD_PATH`. One per process: it knows what is being written. */
type Uploads = {
  /**
   * @param request - its body is not read.
   * @param body - the request's bytes as they come in; null without any.
   */
  respond(ctx: RequestContext, request: Request, body: Body | null): Promise<Response>;
};

export function createUploads(options: PartsOptions = {}): Uploads {
  const locks = createLocks();
  let parts: Parts | undefined;

  async function answer(ctx: RequestContext, request: Request, body: Body | null) {
    if (request.method === "OPTIONS") return answerOptions(request, ctx.apiOrigins);
    requireSameOrigin(request, ctx.appOrigin);
    const found = await ctx.identify();
    if (!found) await enforceLimit({ ...ctx, viewer: null }, "anonymous");
    const viewer = requireActive(found);
    const isStart = requireAddress(request) === null;
    await enforceLimit({ ...ctx, viewer }, isStart ? "uploads.start" : "upload");
    parts ??= createParts(ctx.storage, options);
    const own = { ...ctx, viewer, parts, locks };
    if (!request.headers.has("tus-resumable") && request.method === "POST") {
      return told(await storeOnce(own, request, body));
    }
    requirePiece(request);
    return answerTus(own, request, body);
  }

  return {
    async respond(ctx, request, body) {
      const headers = new Headers();
      const counted = { ...ctx, reportAllowance: reportAllowance(headers) };
      const response = await answer(counted, request, body).catch((error: unknown) =>
        problemResponse(toAppError(ctx, error), ctx.requestId),
      );
      for (const [name, value] of headers) response.headers.set(name, value);
      // Every answer of the protocol says its version.
      if (request.headers.has("tus-resumable")) response.headers.set("tus-resumable", TUS_VERSION);
      setAnswerHeaders(response);
      return setCorsHeaders(request, response, ctx.apiOrigins, `${EXPOSED}, ${TUS_EXPOSED}`);
    },
  };
}

/** A browser's preflight, or a client that wants to know what tus can do here. */
function answerOptions(request: Request, apiOrigins: readonly string[]): Response {
  if (request.headers.has("access-control-request-method")) {
    return answerPreflight(request, apiOrigins, PREFLIGHT);
  }
  const headers = {
    "tus-resumable": TUS_VERSION,
    "tus-version": TUS_VERSION,
    "tus-extension": "creation,creation-with-upload,termination,expiration",
  };
  return new Response(null, { status: 204, headers });
}

/**
 * @returns which upload is meant; null for a new one.
 * @throws NOT_FOUND for an address that is no upload's, METHOD_NOT_SUPPORTED.
 */
function requireAddress({ url, method }: Request): string | null {
  const rest = new URL(url).pathname.slice(UPLOAD_PATH.length).replace(/^\//, "");
  const isNew = rest === "";
  const id = Id.safeParse(rest).data;
  if (!isNew && id === undefined) throw new AppError("NOT_FOUND", "There is no such upload.");
  const methods = isNew ? ["POST"] : ["HEAD", "PATCH", "DELETE"];
  if (methods.includes(method)) return id ?? null;
  const sentence = `An address like this one is asked with ${methods.join(", ")}.`;
  throw new AppError("METHOD_NOT_SUPPORTED", sentence);
}

/** @throws PAYLOAD_TOO_LARGE: a larger one would be cut or refused by some proxy, not by us. */
function requirePiece({ headers }: Request): void {
  if (Number(headers.get("content-length") ?? 0) <= CHUNK_BYTES) return;
  const sentence = `One request carries at most ${CHUNK_BYTES / 1024 ** 2} MiB of an upload.`;
  throw new AppError("PAYLOAD_TOO_LARGE", sentence);
}

function told(file: Awaited<ReturnType<typeof storeOnce>>): Response {
  const headers = {
    location: `${UPLOAD_PATH}/${file.fileId}`,
    [STATUS_HEADER]: "READY",
    [FILE_ID_HEADER]: file.fileId,
  };
  return Response.json(file, { status: 201, headers });
}
