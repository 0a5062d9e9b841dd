import type { Prisma } from "~/generated/prisma/client";
import type { Transaction } from "~/server/platform/db";
import type { Events } from "~/server/platform/events";
import { lockUser } from "./mirror";
import { endSession } from "./sessions";

type Context = { db: Transaction; events: Events; now: () => Date };

/**
 * Shuts an account at once, in every process; the worker removes what belonged to it.
 * @param ctx.db - a transaction.
 * @param only - what must hold of it, asked again under the lock.
 * @returns the sessions that were open.
 */
export async function closeAccount(
  ctx: Context,
  userId: string,
  only: Prisma.UserWhereInput = {},
): Promise<string[]> {
  await lockUser(ctx.db, userId);
  const { count } = await ctx.db.user.updateMany({
    where: { ...only, id: userId, deletedAt: null },
    data: { deletedAt: ctx.now() },
  });
  if (count === 0) return [];
  const open = await ctx.db.session.findMany({
    where: { userId, endedAt: null },
    select: { id: true },
  });
  for (const { id } of open) await endSession(ctx, id);
  return open.map(({ id }) => id);
}
