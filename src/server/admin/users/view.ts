import type { Prisma, User } from "~/generated/prisma/client";
import { STAYING_ADMINS } from "~/server/accounts/service";
import type { Database } from "~/server/platform/db";
import type { UserView } from "../schema";
import { knownPermissions, noSuchUser } from "./rules";

/** These people with what they keep here, in the order given. */
export async function toUserViews(db: Database, rows: readonly User[]): Promise<UserView[]> {
  const of = { ownerId: { in: rows.map(({ id }) => id) } };
  const [videos, storage, admins] = await Promise.all([
    db.video.groupBy({ by: ["ownerId"], where: { ...of, deletedAt: null }, _count: true }),
    db.file.groupBy({ by: ["ownerId"], where: { ...of, ...OCCUPIED }, _sum: { size: true } }),
    db.user.count({ where: STAYING_ADMINS }),
  ]);
  const videosOf = new Map(videos.map(({ ownerId, _count }) => [ownerId, _count]));
  const bytesOf = new Map(storage.map(({ ownerId, _sum }) => [ownerId, Number(_sum.size ?? 0)]));
  return rows.map((row) => ({
    id: row.id,
    email: row.email,
    name: row.name,
    imageUrl: row.imageUrl,
    role: row.role,
    permissions: knownPermissions(row.permissions),
    tier: row.tier,
    suspendedAt: row.suspendedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    videos: videosOf.get(row.id) ?? 0,
    storageBytes: bytesOf.get(row.id) ?? 0,
    isLastAdmin: isStaying(row) && admins === 1,
  }));
}

function isStaying({ role, suspendedAt, deletionRequestedAt }: User): boolean {
  return role === "admin" && !suspendedAt && !deletionRequestedAt;
}

/** Files that take room. */
export const OCCUPIED: Prisma.FileWhereInput = { status: { in: ["PENDING", "READY"] } };

/** @throws NOT_FOUND */
export async function getUserView({ db }: { db: Database }, userId: string): Promise<UserView> {
  const row = await db.user.findFirst({ where: { id: userId, deletedAt: null } });
  const [view] = row ? await toUserViews(db, [row]) : [];
  if (!view) throw noSuchUser();
  return view;
}
