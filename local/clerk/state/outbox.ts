import type { ClerkContext } from "../context";
import { newId } from "./ids";

/** Clerk tells more than these; the app listens to no others. */
type EventType =
  | "user.created"
  | "user.updated"
  | "user.deleted"
  | "session.created"
  | "session.ended"
  | "session.removed"
  | "session.revoked";

export interface OutboxRow {
  sequence: number;
  /** `svix-id`: the same for every attempt to deliver it. */
  id: string;
  /** The user that it is about: their events leave in order. */
  subject_id: string;
  type: EventType;
  body: string;
  attempts: number;
  /** Milliseconds since 1970. */
  next_at: number;
}

/**
 * Notes an event, as it is now, in the caller's transaction: either both happen or neither.
 * Nothing is noted for an instance without an endpoint.
 */
export function postEvent(
  ctx: ClerkContext,
  subjectId: string,
  type: EventType,
  data: Record<string, unknown>,
): void {
  if (!ctx.settings.webhook) return;
  const event = {
    data,
    object: "event",
    type,
    timestamp: ctx.now(),
    instance_id: ctx.signingKey.kid,
    event_attributes: { http_request: { client_ip: "127.0.0.1", user_agent: "" } },
  };
  ctx.database
    .prepare("insert into outbox (id, subject_id, type, body, next_at) values (?, ?, ?, ?, ?)")
    .run(newId("msg"), subjectId, type, JSON.stringify(event), ctx.now());
}

/** The oldest event of each user; one that is not due yet keeps the later ones waiting. */
export function listNext(ctx: ClerkContext): OutboxRow[] {
  return ctx.database
    .prepare(
      "select * from outbox where sequence in (select min(sequence) from outbox group by subject_id)",
    )
    .all() as unknown as OutboxRow[];
}

/** Delivered, or given up. */
export function forgetEvent(ctx: ClerkContext, event: OutboxRow): void {
  ctx.database.prepare("delete from outbox where sequence = ?").run(event.sequence);
}

export function postpone(ctx: ClerkContext, event: OutboxRow, delayMs: number): void {
  ctx.database
    .prepare("update outbox set attempts = attempts + 1, next_at = ? where sequence = ?")
    .run(ctx.now() + delayMs, event.sequence);
}
