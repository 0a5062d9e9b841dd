import { findLeftovers, type JobsContext, markSwept } from "~/server/jobs/service";
import type { Storage } from "~/server/platform/storage/storage";
import { removeStored } from "./store-render";

/** Removes from the storage what attempts have put there that came to nothing. */
export async function removeLeftovers(
  ctx: JobsContext & { storage: Storage },
  now: Date,
): Promise<void> {
  for (const leftovers of await findLeftovers(ctx, now)) {
    for (const attempt of leftovers.attempts) {
      await removeStored(ctx.storage, { jobId: leftovers.jobId, attempt });
    }
    await markSwept(ctx, leftovers);
  }
}
