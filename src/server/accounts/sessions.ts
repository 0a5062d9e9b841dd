import type { Transaction } from "~/server/platform/db";
import type { Events } from "~/server/platform/events";

/** Where the end of a session is told to whatever it holds open. */
export function sessionTopic(sessionId: string): string {
  return `session:${sessionId}`;
}

/** Ends a session here, and its streams in every process; one that has ended already stays so. */
export async function endSession(
  { db, events, now }: { db: Transaction; events: Events; now: () => Date },
  sessionId: string,
): Promise<void> {
  const { count } = await db.session.updateMany({
    where: { id: sessionId, endedAt: null },
    data: { endedAt: now() },
  });
  if (count > 0) await events.publish(db, sessionTopic(sessionId), { ended: true });
}
