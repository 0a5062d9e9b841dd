import type { User } from "~/generated/prisma/client";
import type { Database } from "~/server/platform/db";
import type { Identity, Session } from "~/server/platform/identity/identity";
import { mirrorUser } from "./mirror";
import { PublicMetadata, type Viewer } from "./schema";

type Deps = { db: Database; identity: Identity };

/**
 * Who a session belongs to, with the row that mirrors them in Postgres. The first request of a new
 * person makes the row (webhooks race sign-up), and a token that knows newer metadata renews it.
 * @param row - that mirror as it has just been read; null without one.
 * @returns null when Clerk no longer knows the user, or has said so before.
 */
export async function findViewer(
  ctx: Deps,
  session: Session,
  row: User | null,
): Promise<Viewer | null> {
  if (row?.deletedAt) return null;
  if (row && !knowsBetter(session, row)) return toViewer(row);
  const user = await ctx.identity.findUser(session.userId);
  if (!user) return null;
  await ctx.db.$transaction((tx) => mirrorUser(tx, user));
  const mirrored = await ctx.db.user.findUnique({ where: { id: user.id, deletedAt: null } });
  return mirrored && toViewer(mirrored);
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
