import type { Database, Transaction } from "~/server/platform/db";
import type { Events } from "~/server/platform/events";
import type { IdentityEvent, IdentityWebhook } from "~/server/platform/identity/webhook";
import { closeAccount } from "./close";
import { lockUser, mirrorUser } from "./mirror";
import { endSession } from "./sessions";

type Deps = { db: Database; events: Events; now: () => Date };
type Applying = { db: Transaction; events: Events; now: () => Date };

export type WebhookOutcome = "applied" | "duplicate" | "ignored";

/**
 * Does what a webhook says, once: that it was taken and what it changes are one transaction, so a
 * crash between loses nothing and a repeated delivery finds it done.
 */
export async function applyWebhook(
  { db, events, now }: Deps,
  { id, type, event }: IdentityWebhook,
): Promise<WebhookOutcome> {
  return db.$transaction(async (tx) => {
    const delivery = { id, type, subjectId: subjectOf(event), receivedAt: now() };
    const { count } = await tx.webhookDelivery.createMany({
      data: [delivery],
      skipDuplicates: true,
    });
    if (count === 0) return "duplicate";
    return apply({ db: tx, events, now }, event);
  });
}

async function apply(ctx: Applying, event: IdentityEvent): Promise<WebhookOutcome> {
  switch (event.kind) {
    case "user.changed":
      await mirrorUser(ctx.db, event.user);
      return "applied";
    case "user.deleted":
      await closeAccount(ctx, event.userId);
      return "applied";
    case "session.ended":
      await closeSession(ctx, event);
      return "applied";
    case "other":
      return "ignored";
  }
}

/** A session that never asked us anything gets its row now: its last token holds for a minute yet. */
async function closeSession(
  ctx: Applying,
  { sessionId, userId }: { sessionId: string; userId: string },
): Promise<void> {
  await lockUser(ctx.db, userId);
  const user = await ctx.db.user.findUnique({ where: { id: userId }, select: { id: true } });
  if (!user) return;
  const at = ctx.now();
  const row = { id: sessionId, userId, createdAt: at, lastActiveAt: at };
  await ctx.db.session.createMany({ data: [row], skipDuplicates: true });
  await endSession(ctx, sessionId);
}

function subjectOf(event: IdentityEvent): string | null {
  switch (event.kind) {
    case "user.changed":
      return event.user.id;
    case "user.deleted":
      return event.userId;
    case "session.ended":
      return event.sessionId;
    case "other":
      return null;
  }
}
