import type { Database } from "~/server/platform/db";
import { type AccountView, ENTITLEMENTS, type Viewer } from "./schema";

export { requireActive, requireStillActive } from "./active";
export { requirePermission, requireRole, requireTier } from "./guards";
export { findViewer } from "./viewer";

/** Who asks, what their tier allows and how much of it they use. */
export async function getAccount({
  db,
  viewer,
}: {
  db: Database;
  viewer: Viewer;
}): Promise<AccountView> {
  const ownerId = viewer.id;
  const [files, videos, runningJobs, queuedJobs] = await Promise.all([
    db.file.aggregate({
      where: { ownerId, status: { in: ["PENDING", "READY"] } },
      _sum: { size: true },
    }),
    db.video.count({ where: { ownerId, deletedAt: null } }),
    db.job.count({ where: { ownerId, status: { in: ["RUNNING", "FINALIZING"] } } }),
    db.job.count({ where: { ownerId, status: "QUEUED" } }),
  ]);
  return {
    viewer,
    entitlements: ENTITLEMENTS[viewer.tier],
    usage: { storageBytes: Number(files._sum.size ?? 0), videos, runningJobs, queuedJobs },
  };
}
