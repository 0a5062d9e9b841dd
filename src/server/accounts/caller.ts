import type { User } from "~/generated/prisma/client";
import type { Database } from "~/server/platform/db";
import type { Events } from "~/server/platform/events";
import type { Identity, Session } from "~/server/platform/identity/identity";
import type { Logger } from "~/server/platform/log";
import { type EndedBecause, SESSION_LIMITS, type Viewer } from "./schema";
import { endSession } from "./sessions";
import { findViewer } from "./viewer";

/** The session that a call came with. */
export type CallerSession = {
  /** Clerk's; null for a token that carries none. */
  id: string | null;
  via: Session["via"];
  /** Why it no longer counts; null while it does. */
  endedBecause: EndedBecause | null;
};

export type Caller = { viewer: Viewer | null; session: CallerSession };

type SessionRow = { lastActiveAt: Date; endedAt: Date | null };

type Deps = {
  db: Database;
  events: Events;
  identity: Identity;
  log: Logger;
  now: () => Date;
};

/**
 * A person's pages report at most once a minute, so that the last sign of them may be a minute
 * younger than what we know.
 */
const MAX_IDLE_MS = (SESSION_LIMITS.idleSeconds + SESSION_LIMITS.reportEverySeconds) * 1000;

/**
 * Who a session lets in. One that has ended, or a browser's that nobody has touched for half an hour,
 * lets nobody in, though its token may hold for another minute.
 */
export async function findCaller(ctx: Deps, session: Session): Promise<Caller> {
  const { sessionId, userId, via } = session;
  const { user, row } = await readRows(ctx.db, session);
  const viewer = await findViewer(ctx, session, user);
  const endedBecause = row && whyEnded(row, { via, now: ctx.now() });
  if (sessionId && endedBecause && !row.endedAt) await endIdleSession(ctx, sessionId);
  if (viewer && sessionId && !row && via === "cookie") await beginSession(ctx, sessionId, userId);
  return {
    viewer: endedBecause ? null : viewer,
    session: { id: sessionId, via, endedBecause },
  };
}

type Joined = User & { isSeen: boolean; lastActiveAt: Date; endedAt: Date | null };

/** The person and their session in one query: every request asks it. */
async function readRows(
  db: Database,
  { userId, sessionId }: Session,
): Promise<{ user: User | null; row: SessionRow | null }> {
  const [found] = await db.$queryRaw<Joined[]>`
    SELECT u.*, s.id IS NOT NULL AS "isSeen", s."lastActiveAt", s."endedAt"
    FROM "User" u LEFT JOIN "Session" s ON s.id = ${sessionId}::text AND s."userId" = u.id
    WHERE u.id = ${userId}`;
  if (!found) return { user: null, row: null };
  const { isSeen, lastActiveAt, endedAt, ...user } = found;
  return { user, row: isSeen ? { lastActiveAt, endedAt } : null };
}

/** Whoever sends a Bearer token minds it themselves: only the session's end binds them. */
export function whyEnded(
  row: SessionRow,
  { via, now }: { via: Session["via"]; now: Date },
): EndedBecause | null {
  if (row.endedAt) return isIdle(row.lastActiveAt, row.endedAt) ? "inactive" : "ended";
  return via === "cookie" && isIdle(row.lastActiveAt, now) ? "inactive" : null;
}

function isIdle(lastActiveAt: Date, at: Date): boolean {
  return at.getTime() - lastActiveAt.getTime() > MAX_IDLE_MS;
}

/** As long as a browser keeps a cookie at most: a session that has ended may never look like a new one. */
const KEEP_DAYS = 400;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Notes a session when a browser first comes with it, and forgets this person's of long ago. */
async function beginSession({ db, now }: Deps, id: string, userId: string): Promise<void> {
  const at = now();
  const before = new Date(at.getTime() - KEEP_DAYS * DAY_MS);
  await db.session.createMany({
    data: [{ id, userId, createdAt: at, lastActiveAt: at }],
    skipDuplicates: true,
  });
  await db.session.deleteMany({ where: { userId, lastActiveAt: { lt: before } } });
}

/** Here and at Clerk. A sign of the person that came in between keeps the row, for the next request. */
async function endIdleSession(ctx: Deps, id: string): Promise<void> {
  const { db, events, now } = ctx;
  const isOurs = await db.$transaction(async (tx) => {
    const lastActiveAt = { lt: new Date(now().getTime() - MAX_IDLE_MS) };
    // Takes the row's lock, so that one of many requests tells Clerk.
    const { count } = await tx.session.updateMany({
      where: { id, endedAt: null, lastActiveAt },
      data: { id },
    });
    if (count > 0) await endSession({ db: tx, events, now }, id);
    return count > 0;
  });
  if (!isOurs) return;
  await ctx.identity.revokeSession(id).catch((error: unknown) => {
    ctx.log.warn({ err: error }, "Clerk could not be told that a session was left alone");
  });
}
