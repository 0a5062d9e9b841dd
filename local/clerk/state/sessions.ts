import type { ClerkContext } from "../context";
import { ClerkError } from "../errors";
import { backendSessionResource } from "../resources/session";
import { backendUserResource } from "../resources/user";
import { updateClient } from "./clients";
import { transaction } from "./database";
import { newId } from "./ids";
import { postEvent } from "./outbox";
import { getUser, updateUser } from "./users";

const DAY_MS = 24 * 60 * 60 * 1000;

/** How somebody ends one: signing out of it, of the browser, or from elsewhere. */
type EndOfSession = "ended" | "removed" | "revoked";

export interface SessionRow {
  id: string;
  client_id: string;
  user_id: string;
  status: "active" | EndOfSession | "expired" | "abandoned";
  created_at: number;
  updated_at: number;
  last_active_at: number;
  expire_at: number;
  abandon_at: number;
}

/** Signs the user in on this client, for as long as a session lasts. */
export function createSession(
  ctx: ClerkContext,
  of: { clientId: string; userId: string; strategy: string | null },
): SessionRow {
  const id = newId("sess");
  const now = ctx.now();
  const { sessionLifetimeMs } = ctx.settings;
  return transaction(ctx.database, () => {
    ctx.database
      .prepare("insert into sessions values (?, ?, ?, 'active', ?, ?, ?, ?, ?)")
      .run(id, of.clientId, of.userId, now, now, now, now + sessionLifetimeMs, now + 30 * DAY_MS);
    updateClient(ctx, of.clientId, {
      last_active_session_id: id,
      last_strategy: of.strategy,
      updated_at: now,
    });
    updateUser(ctx, of.userId, { last_sign_in_at: now, last_active_at: now });
    const session = getSession(ctx, id);
    postSessionEvent(ctx, session, "created");
    return session;
  });
}

/** @throws ClerkError `resource_not_found`. */
export function getSession(ctx: ClerkContext, id: string): SessionRow {
  const row = ctx.database.prepare("select * from sessions where id = ?").get(id);
  if (!row) throw new ClerkError("resource_not_found");
  return row as unknown as SessionRow;
}

/** This client's session, whatever its state. @throws ClerkError when it is another's. */
export function getClientSession(ctx: ClerkContext, clientId: string, id: string): SessionRow {
  const row = ctx.database
    .prepare("select * from sessions where id = ? and client_id = ?")
    .get(id, clientId);
  if (!row) throw new ClerkError("resource_not_found");
  return row as unknown as SessionRow;
}

/** Newest first. */
export function listActiveSessions(ctx: ClerkContext, clientId: string): SessionRow[] {
  return ctx.database
    .prepare(
      "select * from sessions where client_id = ? and status = 'active' order by created_at desc, rowid desc",
    )
    .all(clientId) as unknown as SessionRow[];
}

/** In all of the user's browsers, the most recently used first. */
export function listUserSessions(ctx: ClerkContext, userId: string): SessionRow[] {
  return ctx.database
    .prepare("select * from sessions where user_id = ? order by last_active_at desc, rowid desc")
    .all(userId) as unknown as SessionRow[];
}

/** Notes that somebody is there: on each touch and each token. */
export function touchSession(ctx: ClerkContext, session: SessionRow): SessionRow {
  const now = ctx.now();
  transaction(ctx.database, () => {
    ctx.database
      .prepare("update sessions set last_active_at = ? where id = ?")
      .run(now, session.id);
    ctx.database
      .prepare("update users set last_active_at = ? where id = ?")
      .run(now, session.user_id);
  });
  return { ...session, last_active_at: now };
}

/** Ends a session for good; one that has already ended stays as it is. */
export function endSession(
  ctx: ClerkContext,
  session: SessionRow,
  status: EndOfSession,
): SessionRow {
  const now = ctx.now();
  transaction(ctx.database, () => {
    const { changes } = ctx.database
      .prepare("update sessions set status = ?, updated_at = ? where id = ? and status = 'active'")
      .run(status, now, session.id);
    if (changes === 0) return;
    const [next] = listActiveSessions(ctx, session.client_id);
    updateClient(ctx, session.client_id, {
      last_active_session_id: next?.id ?? null,
      updated_at: now,
    });
    postSessionEvent(ctx, getSession(ctx, session.id), status);
  });
  return getSession(ctx, session.id);
}

/** Turns what has outlived its time, or has been left alone too long, into what Clerk calls it. */
export function expireSessions(ctx: ClerkContext): void {
  const now = ctx.now();
  const end = (status: SessionRow["status"], condition: string, limit: number) =>
    ctx.database
      .prepare(
        `update sessions set status = ?, updated_at = ? where status = 'active' and ${condition} <= ?`,
      )
      .run(status, now, limit);
  end("abandoned", "abandon_at", now);
  end("expired", "expire_at", now);
  const { inactivityMs } = ctx.settings;
  if (inactivityMs !== null) end("expired", "last_active_at", now - inactivityMs);
}

function postSessionEvent(
  ctx: ClerkContext,
  session: SessionRow,
  what: "created" | EndOfSession,
): void {
  const user = backendUserResource(ctx, getUser(ctx, session.user_id));
  const data = { ...backendSessionResource(ctx, session), user };
  postEvent(ctx, session.user_id, `session.${what}`, data);
}

export function revokeUserSessions(ctx: ClerkContext, userId: string, exceptId?: string): void {
  for (const session of listUserSessions(ctx, userId)) {
    if (session.id !== exceptId) endSession(ctx, session, "revoked");
  }
}
