import type { User } from "~/generated/prisma/client";
import type { Database } from "~/server/platform/db";
import type { Identity, Session } from "~/server/platform/identity/identity";
import { PublicMetadata, type Viewer } from "./schema";

type Deps = { db: Database; identity: Identity };

/**
 * Who a session belongs to, with the row that mirrors them in Postgres. The first request of a new
 * person makes the row (webhooks race sign-up), and a token that knows newer metadata renews it.
 * @returns null when Clerk no longer knows the user.
 */
export async function findViewer(ctx: Deps, session: Session): Promise<Viewer | null> {
  const row = await ctx.db.user.findUnique({ where: { id: session.userId } });
  if (row && !knowsBetter(session, row)) return toViewer(row);
  const mirrored = await mirrorUser(ctx, session.userId);
  return mirrored && toViewer(mirrored);
}

/** Copies Clerk's version of a user into Postgres; an older version never overwrites a newer one. */
async function mirrorUser({ db, identity }: Deps, userId: string): Promise<User | null> {
  const user = await identity.findUser(userId);
  if (!user) return null;
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
  await db.user.createMany({ data: [{ id: userId, ...mirrored }], skipDuplicates: true });
  await db.user.updateMany({
    where: { id: userId, clerkUpdatedAt: { lt: user.updatedAt } },
    data: mirrored,
  });
  return db.user.findUnique({ where: { id: userId } });
}

/** A token minted after our copy was made, with other metadata than ours. */
function knowsBetter(session: Session, row: User): boolean {
  // A token whose template leaves metadata out says nothing about it.
  if (!session.metadata) return false;
  if (session.issuedAt * 1000 <= row.clerkUpdatedAt.getTime()) return false;
  const claimed = PublicMetadata.safeParse(session.metadata);
  if (!claimed.success) return false;
  const { role, permissions, subscription_tier } = claimed.data;
  return (
    role !== row.role ||
    subscription_tier !== row.tier ||
    permissions.toSorted().join() !== row.permissions.toSorted().join()
  );
}

function toViewer(row: User): Viewer {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    imageUrl: row.imageUrl,
    role: row.role,
    permissions: PublicMetadata.shape.permissions.parse(row.permissions),
    tier: row.tier,
    isSuspended: row.suspendedAt !== null,
  };
}
