import type { Prisma } from "~/generated/prisma/client";
import type { Database } from "~/server/platform/db";
import type { Events } from "~/server/platform/events";
import type { Identity } from "~/server/platform/identity/identity";
import type { Logger } from "~/server/platform/log";
import type { Storage } from "~/server/platform/storage/storage";
import { closeAccount } from "./close";
import { graceEndedBefore } from "./deletion";

/** Requests that were let in before an account was shut have ended by then. */
const LET_OUT_MS = 60_000;
const BATCH = 50;

export type PurgeContext = {
  db: Database;
  events: Events;
  identity: Pick<Identity, "deleteUser" | "revokeSession">;
  storage: Storage;
  log: Pick<Logger, "warn">;
  now: () => Date;
};

/**
 * Shuts the accounts whose days of grace are over: from here on nothing is taken back. What goes wrong
 * with one of them is logged and keeps none of the others.
 */
export async function closeExpiredAccounts(ctx: PurgeContext): Promise<void> {
  const { db, now, log } = ctx;
  const isOver = { deletionRequestedAt: { lte: graceEndedBefore(now()) } };
  const users = await db.user.findMany({
    where: { ...isOver, deletedAt: null },
    select: { id: true },
    take: BATCH,
  });
  for (const { id } of users) {
    await closeExpired(ctx, id, isOver).catch((error: unknown) => {
      log.warn({ err: error, userId: id }, "An account could not be closed at Clerk");
    });
  }
}

async function closeExpired(
  { db, events, identity, now }: PurgeContext,
  userId: string,
  isOver: Prisma.UserWhereInput,
): Promise<void> {
  const open = await db.$transaction((tx) => closeAccount({ db: tx, events, now }, userId, isOver));
  // Else a browser would be sent to and fro between our refusal and Clerk's sign-in form.
  for (const sessionId of open) await identity.revokeSession(sessionId);
}

/**
 * @returns up to 50 accounts that are shut, and whether nobody is in them any more. Drawn by lot, so
 * that those which cannot be removed yet, however many, never keep the others.
 */
export async function listClosedAccounts({
  db,
  now,
}: Pick<PurgeContext, "db" | "now">): Promise<{ id: string; isQuiet: boolean }[]> {
  const users = await db.$queryRaw<{ id: string; deletedAt: Date }[]>`
    SELECT id, "deletedAt" FROM "User" WHERE "deletedAt" IS NOT NULL
    ORDER BY random() LIMIT ${BATCH}`;
  const quietBefore = now().getTime() - LET_OUT_MS;
  return users.map(({ id, deletedAt }) => ({ id, isQuiet: Number(deletedAt) <= quietBefore }));
}

/**
 * Removes a closed account for good: its bytes, then Clerk's account, then our rows. The row of the
 * user goes last, so that whatever stops this half-way, the next call goes on. The audit log stays.
 */
export async function removeAccount(ctx: PurgeContext, userId: string): Promise<void> {
  await removeFiles(ctx, userId);
  await ctx.identity.deleteUser(userId);
  await removeRows(ctx, userId);
}

async function removeFiles({ db, storage }: PurgeContext, ownerId: string): Promise<void> {
  for (;;) {
    const files = await db.file.findMany({
      where: { ownerId },
      select: { id: true, storageKey: true },
      // Pictures of files first: their rows go with their source's, and their bytes would be forgotten.
      orderBy: { sourceId: { sort: "asc", nulls: "last" } },
      take: BATCH,
    });
    if (files.length === 0) return;
    for (const { storageKey } of files) await storage.delete(storageKey);
    await db.file.deleteMany({ where: { id: { in: files.map(({ id }) => id) } } });
  }
}

/** In small steps: one cascade over everything that somebody ever made would outlast its time. */
async function removeRows({ db }: PurgeContext, id: string): Promise<void> {
  for (;;) {
    const videos = await db.video.findMany({
      where: { ownerId: id },
      select: { id: true },
      take: BATCH,
    });
    if (videos.length === 0) break;
    await db.video.deleteMany({ where: { id: { in: videos.map((video) => video.id) } } });
  }
  const user = await db.user.findUnique({ where: { id }, select: { email: true } });
  if (!user) return;
  await db.$transaction([
    db.contactMessage.deleteMany({
      where: {
        OR: [{ userId: id }, { userId: null, email: { equals: user.email, mode: "insensitive" } }],
      },
    }),
    db.user.deleteMany({ where: { id, deletedAt: { not: null } } }),
  ]);
}
