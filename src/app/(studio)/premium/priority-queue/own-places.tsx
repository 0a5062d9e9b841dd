import Link from "next/link";
import { Card } from "~/components/ui/card";
import type { QueuedJob } from "~/server/queue/schema";
import { inSeconds } from "../../lanes/words";

/** One's own waiting videos in the order of starting: the picture's twin in words. */
export function OwnPlaces({ jobs }: { jobs: readonly QueuedJob[] }) {
  return (
    <Card>
      <h2 className="border-b px-4 py-3 text-sm font-semibold sm:px-5">Your waiting videos</h2>
      {jobs.length === 0 ? (
        <p className="px-4 py-6 text-sm text-muted-foreground sm:px-5">
          Nothing of yours waits. What you{" "}
          <Link href="/dashboard" className="text-primary-ink underline underline-offset-4">
            make next
          </Link>{" "}
          will stand in the line above.
        </p>
      ) : (
        <ol className="divide-y">
          {jobs.map(({ jobId, prompt, position, startsInSeconds }) => (
            <li key={jobId} className="flex items-center gap-4 px-4 py-3 text-sm sm:px-5">
              <span className="w-8 shrink-0 text-right font-medium tabular-nums">
                {position + 1}.
              </span>
              <Link
                href={`/jobs/${jobId}`}
                className="min-w-0 grow truncate hover:text-primary-ink"
              >
                {prompt}
              </Link>
              <span className="shrink-0 text-muted-foreground tabular-nums">
                {inSeconds(startsInSeconds)}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
