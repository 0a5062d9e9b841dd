import type { Metadata } from "next";
import { requirePermittedViewer } from "~/trpc/server";
import { Timeline } from "./timeline";

export const metadata: Metadata = { title: "Audit" };

export default async function AuditPage() {
  await requirePermittedViewer("/admin/audit", "audit:read");
  return (
    <>
      <h1 className="mb-6 text-xl font-semibold">Audit</h1>
      <Timeline />
    </>
  );
}
