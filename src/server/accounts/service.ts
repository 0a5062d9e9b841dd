import type { Database, Transaction } from "~/server/platform/db";
import { deletesAt } from "./deletion";
import { readPreferences } from "./preferences";
import { type AccountView, ENTITLEMENTS, type Viewer } from "./schema";

export { requireActive, requireStillActive } from "./active";
export { requireOpenSession } from "./activity";
export { lockStaff, STAYING_ADMINS } from "./admins";
export { type Caller, type CallerSession, findCaller } from "./caller";
export { respondWithArchive } from "./export/export-data";
export { requirePermission, requireRole, requireTier } from "./guards";
export { mirrorUser } from "./mirror";
export {
  closeExpiredAccounts,
  listClosedAccounts,
  type PurgeContext,
  removeAccount,
} from "./purge";
export { sessionTopic } from "./sessions";
export { applyWebhook, type WebhookOutcome } from "./webhooks";
export { forgetOldWebhooks } from "./webhooks-kept";

/** Who asks, what their tier allows and how much of it they use. */
export async function getAccount({
  db,
  viewer,
}: {
  db: Database;
  viewer: Viewer;
}): Promise<AccountView> {
  const ownerId = viewer.id;
  const entitlements = ENTITLEMENTS[viewer.tier];
  const [row, storageBytes, videos, runningJobs, queuedJobs] = await Promise.all([
    db.user.findUniqueOrThrow({
      where: { id: ownerId },
      select: { preferences: true, deletionRequestedAt: true },
    }),
    measureStorage(db, ownerId),
    db.video.count({ where: { ownerId, deletedAt: null } }),
    db.job.count({ where: { ownerId, status: { in: ["RUNNING", "FINALIZING"] } } }),
    db.job.count({ where: { ownerId, status: "QUEUED" } }),
  ]);
  return {
    viewer,
    entitlements,
    preferences: readPreferences(row.preferences, entitlements),
    deletesAt: deletesAt(row.deletionRequestedAt),
    usage: { storageBytes, videos, runningJobs, queuedJobs },
  };
}

/**
 * @returns the bytes that a person's files take, unfinished uploads included; not the pictures that
 * were made of them: nobody asked for those, and nobody can delete them.
 */
export async function measureStorage(db: Transaction, ownerId: string): Promise<number> {
  const { _sum } = await db.file.aggregate({
    where: { ownerId, status: { in: ["PENDING", "READY"] }, sourceId: null },
    _sum: { size: true },
  });
  return Number(_sum.size ?? 0);
}
