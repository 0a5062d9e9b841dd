import type { Transaction } from "~/server/platform/db";
import type { IdentityUser } from "~/server/platform/identity/directory";
import { PublicMetadata } from "./schema";

/**
 * Copies Clerk's version of a user into Postgres. An older version never overwrites a newer one, and
 * somebody whom Clerk has deleted is not brought back by news that arrives late.
 * @param tx - a transaction; it keeps others from writing this user until it ends.
 */
export async function mirrorUser(tx: Transaction, user: IdentityUser): Promise<void> {
  await lockUser(tx, user.id);
  if (await wasDeleted(tx, user.id)) return;
  const { role, permissions, subscription_tier } = PublicMetadata.parse(user.metadata ?? {});
  const mirrored = {
    email: user.email,
    name: user.name,
    imageUrl: user.imageUrl,
    role,
    permissions,
    tier: subscription_tier,
    clerkUpdatedAt: user.updatedAt,
  };
  await tx.user.createMany({ data: [{ id: user.id, ...mirrored }], skipDuplicates: true });
  await tx.user.updateMany({
    where: { id: user.id, deletedAt: null, clerkUpdatedAt: { lt: user.updatedAt } },
    data: mirrored,
  });
}

/** Two pieces of news about one user are taken one after the other, also before there is a row. */
export async function lockUser(tx: Transaction, userId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`user:${userId}`}, 0))`;
}

/** The row of somebody deleted goes in time; that Clerk said so stays. */
async function wasDeleted(tx: Transaction, userId: string): Promise<boolean> {
  const told = await tx.webhookDelivery.findFirst({
    where: { subjectId: userId, type: "user.deleted" },
    select: { id: true },
  });
  return told !== null;
}
