import type { Metadata } from "next";
import { requireViewer } from "~/trpc/server";
import { LanesNow } from "../../lanes/lanes-now";
import { JobsList } from "./jobs-list";

export const metadata: Metadata = { title: "Jobs" };

export default async function JobsPage() {
  await requireViewer("/jobs");
  return (
    <div className="mx-auto w-full max-w-4xl px-4 py-8 sm:px-6 lg:py-12">
      <h1 className="mb-6 text-xl font-semibold">Jobs</h1>
      <LanesNow />
      <JobsList />
    </div>
  );
}
