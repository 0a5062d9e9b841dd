import { applyWebhook, type WebhookOutcome } from "~/server/accounts/service";
import { ANSWER_HEADERS } from "~/server/api/answer-headers";
import { clientAddressOf } from "~/server/api/client-address";
import { BROKEN } from "~/server/api/errors";
import { enforceLimit } from "~/server/api/limits";
import { problemResponse } from "~/server/api/problem";
import { reportAllowance } from "~/server/api/rate-limit-headers";
import { readBody } from "~/server/api/request-gate";
import { type Adapters, getAdapters } from "~/server/context";
import { AppError } from "~/server/errors";
import { isDatabaseUnavailable } from "~/server/platform/database-unavailable";

export const runtime = "nodejs";
export const dynamic = "force-dynamic";

/**
 * Clerk's news about users and sessions. Its signature is the guard: it comes from no browser, so no
 * cookie and no origin is asked for. Whatever is not 2xx is delivered again.
 */
export async function POST(request: Request): Promise<Response> {
  const adapters = getAdapters();
  const requestId = crypto.randomUUID();
  const allowance = new Headers();
  const response = await take(adapters, request, allowance)
    .then((outcome) => Response.json({ status: outcome }, { headers: ANSWER_HEADERS }))
    .catch((error: unknown) => problemResponse(toProblem(adapters, error, requestId), requestId));
  for (const [name, value] of allowance) response.headers.set(name, value);
  return response;
}

async function take(
  adapters: Adapters,
  request: Request,
  allowance: Headers,
): Promise<WebhookOutcome> {
  const clientAddress = clientAddressOf(request.headers);
  const counting = { viewer: null, clientAddress, reportAllowance: reportAllowance(allowance) };
  await enforceLimit({ ...adapters, ...counting }, "webhook");
  const { readWebhook } = adapters.identity;
  if (!readWebhook) {
    adapters.log.error("CLERK_WEBHOOK_SIGNING_SECRET is not set, so Clerk's webhooks are refused");
    throw new AppError("SERVICE_UNAVAILABLE", "Webhooks are not set up on this server.");
  }
  const { url, method, headers } = request;
  const body = await readBody(request);
  const webhook = await readWebhook(new Request(url, { method, headers, body }));
  const { id, type, event } = webhook;
  if (event.kind === "other" && event.misfits) {
    adapters.log.warn({ id, type, misfits: event.misfits }, "webhook is not as Clerk sends them");
  }
  return applyWebhook(adapters, webhook);
}

function toProblem({ log }: Adapters, error: unknown, requestId: string): AppError {
  if (error instanceof AppError) {
    if (error.code === "BAD_REQUEST") log.warn({ err: error, requestId }, "webhook refused");
    return error;
  }
  if (isDatabaseUnavailable(error)) {
    log.warn({ err: error, requestId }, "database unavailable");
    const message = "The database cannot be reached just now. Deliver this again.";
    return new AppError("SERVICE_UNAVAILABLE", message, { retryAfterSeconds: 5 });
  }
  log.error({ err: error, requestId }, "webhook failed");
  return new AppError("INTERNAL_SERVER_ERROR", BROKEN);
}
