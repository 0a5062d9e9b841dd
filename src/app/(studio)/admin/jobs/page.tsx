import type { Metadata } from "next";
import { requirePermittedViewer } from "~/trpc/server";
import { StaffJobsList } from "./staff-jobs-list";

export const metadata: Metadata = { title: "Everybody’s jobs" };

export default async function StaffJobsPage() {
  const viewer = await requirePermittedViewer("/admin/jobs", "jobs:manage");
  return (
    <>
      <h1 className="mb-6 text-xl font-semibold">Everybody’s jobs</h1>
      <StaffJobsList viewer={viewer} />
    </>
  );
}
