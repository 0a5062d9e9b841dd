import {
  closeExpiredAccounts,
  listClosedAccounts,
  type PurgeContext,
  removeAccount,
} from "~/server/accounts/service";
import { cancelOwnersJobs, hasUnsettledJobs, type JobsContext } from "~/server/jobs/service";

/**
 * Lets go of people whose days of grace are over, and of those who are gone at Clerk. What they have
 * running stops first, and until no worker can store anything of theirs any more, nothing is removed.
 */
export async function purgeAccounts(ctx: PurgeContext & JobsContext) {
  await closeExpiredAccounts(ctx);
  for (const { id, isQuiet } of await listClosedAccounts(ctx)) {
    try {
      await cancelOwnersJobs(ctx, id);
      if (isQuiet && !(await hasUnsettledJobs(ctx, id))) await removeAccount(ctx, id);
    } catch (error) {
      ctx.log.warn({ err: error, userId: id }, "An account could not be removed yet");
    }
  }
}
