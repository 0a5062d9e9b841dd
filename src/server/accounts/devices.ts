import { AppError } from "~/server/errors";
import type { Database } from "~/server/platform/db";
import type { Events } from "~/server/platform/events";
import type { Identity } from "~/server/platform/identity/identity";
import type { CallerSession } from "./caller";
import type { SessionView, Viewer } from "./schema";
import { endSession } from "./sessions";

type Context = {
  db: Database;
  events: Events;
  identity: Identity;
  viewer: Viewer;
  now: () => Date;
  /** The one that asks. */
  session: Pick<CallerSession, "id"> | null;
};

/**
 * Where the viewer is signed in, the most recently used first: Clerk's list, without what has ended
 * here, each with the last sign of a person that we have seen.
 */
export async function listSessions({
  db,
  identity,
  viewer,
  session,
}: Omit<Context, "events" | "now">): Promise<SessionView[]> {
  const [sessions, rows] = await Promise.all([
    identity.listSessions(viewer.id),
    db.session.findMany({ where: { userId: viewer.id } }),
  ]);
  const known = new Map(rows.map((row) => [row.id, row]));
  return sessions
    .filter(({ id }) => !known.get(id)?.endedAt)
    .map(({ id, createdAt, lastActiveAt, device }) => ({
      id,
      isCurrent: id === session?.id,
      browser: device.browser,
      device: device.kind,
      place: device.place,
      isMobile: device.isMobile,
      startedAt: createdAt.toISOString(),
      lastActiveAt: (known.get(id)?.lastActiveAt ?? lastActiveAt).toISOString(),
    }))
    .sort((a, b) => b.lastActiveAt.localeCompare(a.lastActiveAt));
}

/**
 * Signs a browser of the viewer's out and ends what it holds open.
 * @throws NOT_FOUND, for somebody else's too.
 */
export async function revokeSession(
  ctx: Context,
  { sessionId }: { sessionId: string },
): Promise<{ sessionId: string }> {
  if (!(await isMine(ctx, sessionId))) {
    throw new AppError("NOT_FOUND", "There is no such session. It may have ended already.");
  }
  await revoke(ctx, sessionId);
  return { sessionId };
}

/** Signs every other browser of the viewer's out. @returns how many. */
export async function revokeOtherSessions(ctx: Context): Promise<{ revoked: number }> {
  const others = (await listSessions(ctx)).filter(({ isCurrent }) => !isCurrent);
  for (const { id } of others) await revoke(ctx, id);
  return { revoked: others.length };
}

/** Ours counts too: a revoke that Clerk has done and we have not can be asked for again. */
async function isMine({ db, identity, viewer }: Context, sessionId: string): Promise<boolean> {
  const row = await db.session.findUnique({ where: { id: sessionId } });
  if (row) return row.userId === viewer.id;
  return (await identity.listSessions(viewer.id)).some(({ id }) => id === sessionId);
}

/** A session that never asked us anything gets its row now: its last token holds for a minute yet. */
async function revoke({ db, events, identity, viewer, now }: Context, id: string): Promise<void> {
  await identity.revokeSession(id);
  await db.$transaction(async (tx) => {
    const at = now();
    const row = { id, userId: viewer.id, createdAt: at, lastActiveAt: at };
    await tx.session.createMany({ data: [row], skipDuplicates: true });
    await endSession({ db: tx, events, now }, id);
  });
}
