import { ENTITLEMENTS, type Viewer } from "~/server/accounts/schema";
import { measureStorage } from "~/server/accounts/service";
import type { Database } from "~/server/platform/db";
import { type FilesUsageView, groupOf } from "./schema";

/** What takes the viewer's storage, by kind and by where it comes from, the largest first. */
export async function measureFiles({
  db,
  viewer,
}: {
  db: Database;
  viewer: Viewer;
}): Promise<FilesUsageView> {
  const [types, unfinished, totalBytes] = await Promise.all([
    db.file.groupBy({
      by: ["kind", "contentType"],
      where: { ownerId: viewer.id, kind: { in: ["upload", "video"] }, status: "READY" },
      _sum: { size: true },
      _count: true,
    }),
    db.file.aggregate({
      where: { ownerId: viewer.id, kind: "upload", status: "PENDING" },
      _sum: { size: true },
    }),
    measureStorage(db, viewer.id),
  ]);
  const groups = new Map<string, FilesUsageView["groups"][number]>();
  for (const { kind, contentType, _sum, _count } of types) {
    const group = groupOf(contentType);
    const origin = kind === "video" ? "made" : "uploaded";
    const sum = groups.get(group + origin) ?? { group, origin, bytes: 0, files: 0 };
    sum.bytes += Number(_sum.size ?? 0);
    sum.files += _count;
    groups.set(group + origin, sum);
  }
  const shown = [...groups.values()].sort((a, b) => b.bytes - a.bytes);
  const shownBytes = shown.reduce((sum, { bytes }) => sum + bytes, 0);
  const unfinishedBytes = Number(unfinished._sum.size ?? 0);
  return {
    groups: shown,
    unfinishedBytes,
    // The sums are of several moments; a file that came between them is no negative amount.
    otherBytes: Math.max(0, totalBytes - shownBytes - unfinishedBytes),
    totalBytes,
    limitBytes: ENTITLEMENTS[viewer.tier].storageBytes,
  };
}
