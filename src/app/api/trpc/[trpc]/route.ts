import type { TRPCError } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { setAnswerHeaders } from "~/server/api/answer-headers";
import { answerPreflight, setCorsHeaders } from "~/server/api/cors";
import { BROKEN } from "~/server/api/errors";
import { refuseCall } from "~/server/api/refuse-call";
import {
  MAX_BATCH_CALLS,
  readBody,
  requireJson,
  requireSameOrigin,
  requireSmallBatch,
} from "~/server/api/request-gate";
import { appRouter } from "~/server/api/root";
import { createRequestContext, getAdapters } from "~/server/context";
import { AppError } from "~/server/errors";

export const dynamic = "force-dynamic";

async function handle(request: Request): Promise<Response> {
  const { apiOrigins } = getAdapters();
  const response = await answerOrRefuse(request);
  return setCorsHeaders(request, setAnswerHeaders(response), apiOrigins);
}

async function answerOrRefuse(request: Request): Promise<Response> {
  const { log, appOrigin, apiOrigins } = getAdapters();
  const requestId = crypto.randomUUID();
  try {
    if (request.method === "OPTIONS") return answerPreflight(request, apiOrigins);
    requireSameOrigin(request, appOrigin);
    requireJson(request);
    requireSmallBatch(request);
    return await answer(request, requestId);
  } catch (error) {
    if (error instanceof AppError) return refuseCall(error, requestId);
    log.error({ err: error, requestId }, "request failed");
    return refuseCall(new AppError("INTERNAL_SERVER_ERROR", BROKEN), requestId);
  }
}

async function answer(request: Request, requestId: string): Promise<Response> {
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request.method === "POST" ? await withBody(request) : request,
    router: appRouter,
    maxBatchSize: MAX_BATCH_CALLS,
    responseMeta: ({ errors }) => ({ headers: retryAfter(errors) }),
    createContext: ({ resHeaders }) => createRequestContext(request, { requestId, resHeaders }),
  });
}

/** `Retry-After` of the call in a batch that has to wait longest (RFC 9110 §10.2.3). */
function retryAfter(errors: readonly TRPCError[]): Headers {
  const seconds = errors.flatMap(({ cause }) =>
    cause instanceof AppError ? (cause.retryAfterSeconds ?? []) : [],
  );
  return new Headers(seconds.length > 0 ? { "retry-after": String(Math.max(...seconds)) } : {});
}

async function withBody(request: Request): Promise<Request> {
  const { url, method, headers, signal } = request;
  return new Request(url, { method, headers, signal, body: await readBody(request) });
}

export { handle as GET, handle as OPTIONS, handle as POST };
