import type { Database } from "~/server/platform/db";

/** Far longer than Clerk goes on delivering one event (Svix: some 28 hours). */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** Forgets which webhooks were taken long ago; that somebody was deleted is remembered for good. */
export async function forgetOldWebhooks({ db }: { db: Database }, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_MS);
  await db.webhookDelivery.deleteMany({
    where: { receivedAt: { lt: before }, type: { not: "user.deleted" } },
  });
}
