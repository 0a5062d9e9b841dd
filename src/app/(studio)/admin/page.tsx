import type { Metadata } from "next";
import { can, Permission } from "~/server/accounts/schema";
import { requirePermittedViewer } from "~/trpc/server";
import { AnalyticsTile } from "./overview/analytics-tile";
import { AuditTile } from "./overview/audit-tile";
import { JobsTiles } from "./overview/jobs-tiles";
import { MessagesTile } from "./overview/messages-tile";
import { PeopleTiles } from "./overview/people-tiles";
import { SystemTile } from "./overview/system-tile";

export const metadata: Metadata = { title: "Admin" };

/** For whoever has any right; each part shows, and is asked for, with its own one only. */
export default async function AdminPage() {
  const viewer = await requirePermittedViewer("/admin", Permission.options);
  return (
    <>
      <h1 className="mb-6 text-xl font-semibold">Overview</h1>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {can(viewer, "jobs:manage") ? <JobsTiles /> : null}
        {can(viewer, "users:read") ? <PeopleTiles /> : null}
        {can(viewer, "moderation:write") ? <MessagesTile /> : null}
        {can(viewer, "system:read") ? <SystemTile /> : null}
        {can(viewer, "analytics:read") ? <AnalyticsTile /> : null}
        {can(viewer, "audit:read") ? <AuditTile /> : null}
      </div>
    </>
  );
}
