import { retryJob, type Submitted } from "~/server/jobs/service";
import { Recipe } from "~/server/platform/generators/schema";
import { requireAllowed, requireStorageLeft } from "./allowance";
import type { GenerateContext } from "./generate";

/**
 * Makes a video again whose job has failed or been canceled, by the rules that hold now: what somebody
 * could make in another tier, or before the storage was full, is refused like a new wish.
 * @throws NOT_FOUND, CONFLICT as `retryJob`; BAD_REQUEST and FORBIDDEN as `generateVideo`.
 */
export async function retryVideo(
  ctx: GenerateContext,
  { jobId }: { jobId: string },
): Promise<Submitted> {
  return retryJob(ctx, { jobId }, async (tx, recipe) => {
    requireAllowed(ctx, Recipe.parse(recipe));
    await requireStorageLeft({ db: tx, viewer: ctx.viewer });
  });
}
