import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { JobId } from "~/server/jobs/schema";
import { isAbsent } from "~/trpc/absent";
import { getApi, requireViewer } from "~/trpc/server";
import { JobScreen } from "./job-screen";

export const metadata: Metadata = { title: "Job" };

export default async function JobPage({ params }: { params: Promise<{ jobId: string }> }) {
  const { jobId } = await params;
  await requireViewer(`/jobs/${encodeURIComponent(jobId)}`);
  if (!JobId.safeParse({ jobId }).success) notFound();
  return <JobScreen initial={await getJob(jobId)} />;
}

async function getJob(jobId: string) {
  const api = await getApi();
  try {
    return await api.jobs.get({ jobId });
  } catch (error) {
    if (isAbsent(error)) notFound();
    throw error;
  }
}
