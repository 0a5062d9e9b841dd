import { requireActive, respondWithArchive } from "~/server/accounts/service";
import { setAnswerHeaders } from "~/server/api/answer-headers";
import { enforceLimit } from "~/server/api/limits";
import { problemResponse } from "~/server/api/problem";
import { toAppError } from "~/server/api/to-app-error";
import { createRequestContext } from "~/server/context";

export const runtime = "nodejs";
export const dynamic = "force-dynamic";

/** Everything that the asking person has, as one zip. */
export async function GET(request: Request): Promise<Response> {
  const allowance = new Headers();
  const ctx = createRequestContext(request, { resHeaders: allowance });
  const response = await answer(ctx).catch((error: unknown) =>
    problemResponse(toAppError(ctx, error), ctx.requestId),
  );
  for (const [name, value] of allowance) response.headers.set(name, value);
  return setAnswerHeaders(response);
}

async function answer(ctx: ReturnType<typeof createRequestContext>): Promise<Response> {
  const found = await ctx.identify();
  if (!found) await enforceLimit({ ...ctx, viewer: null }, "anonymous");
  const viewer = requireActive(found);
  await enforceLimit({ ...ctx, viewer }, "read");
  return respondWithArchive({ ...ctx, viewer });
}
