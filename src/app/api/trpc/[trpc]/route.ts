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
      createContext: ({ resHeaders }) => createRequestContext(request, { requestId, resHeaders }),
    });
  } catch (error) {
    if (error instanceof AppError) return problemResponse(error, requestId);
    throw error;
  }
}

async function withBody(request: Request): Promise<Request> {
  const { url, method, headers, signal } = request;
  return new Request(url, { method, headers, signal, body: await readBody(request) });
}

export { handle as GET, handle as POST };
