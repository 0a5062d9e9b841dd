import { Skeleton } from "~/components/ui/skeleton";
import { JobRowSkeletons } from "./job-row-skeletons";

export default function LoadingJobs() {
  return (
    <div className="mx-auto w-full max-w-4xl px-4 py-8 sm:px-6 lg:py-12">
      <h1 className="mb-6 text-xl font-semibold">Jobs</h1>
      <Skeleton className="mb-4 h-10 w-56" />
      <JobRowSkeletons />
    </div>
  );
}
