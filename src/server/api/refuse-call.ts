import { TRPC_ERROR_CODES_BY_KEY } from "@trpc/server/rpc";
import superjson from "superjson";
import type { AppError } from "~/server/errors";

/**
 * A refusal before tRPC is reached, in tRPC's own shape, so that its client shows the sentence. A
 * batch may be answered by one error: the client gives it to each of its calls.
 */
export function refuseCall(error: AppError, requestId: string): Response {
  const { code, message, status, retryAfterSeconds } = error;
  const shape = {
    message,
    code: TRPC_ERROR_CODES_BY_KEY[code as keyof typeof TRPC_ERROR_CODES_BY_KEY],
    data: { code, httpStatus: status, requestId, retryAfterSeconds },
  };
  return Response.json({ error: superjson.serialize(shape) }, { status });
}
