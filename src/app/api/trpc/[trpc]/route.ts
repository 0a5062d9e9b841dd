import type { TRPCError } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { problemResponse } from "~/server/api/problem";
import { readBody, requireJson, requireSameOrigin } from "~/server/api/request-gate";
import { appRouter } from "~/server/api/root";
import { createRequestContext, getAdapters } from "~/server/context";
import { AppError } from "~/server/errors";

export const dynamic = "force-dynamic";

async function handle(request: Request): Promise<Response> {
  const requestId = crypto.randomUUID();
  try {
    requireSameOrigin(request, getAdapters().appOrigin);
    requireJson(request);
    return await fetchRequestHandler({
      endpoint: "/api/trpc",
      req: request.method === "POST" ? await withBody(request) : request,
      router: appRouter,
      maxBatchSize: 10,
      responseMeta: ({ errors }) => ({ headers: retryAfter(errors) }),
      createContext: ({ resHeaders }) => createRequestContext(request, { requestId, resHeaders }),
    });
  } catch (error) {
    if (error instanceof AppError) return problemResponse(error, requestId);
    throw error;
  }
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

export { handle as GET, handle as POST };
