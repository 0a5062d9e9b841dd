"use client";

import Link from "next/link";
import { phaseWords } from "~/components/media/job-words";
import { CancelButton } from "../jobs/cancel-button";
import { useActiveJobs } from "../live/live-provider";
import { LivePicture } from "../tiles/live-picture";
import { VideoGrid } from "../tiles/video-grid";

/** What is being made right now. Absent while nothing is. */
export function NowMaking() {
  const jobs = useActiveJobs();
  if (jobs.length === 0) return null;
  return (
    <section aria-labelledby="now" className="mt-10">
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-2">
        <h2 id="now" className="text-lg font-semibold">
          Now
        </h2>
        <p className="text-sm text-muted-foreground">
          You can close this page. It goes on without you.
        </p>
      </div>
      <VideoGrid>
        {jobs.map((job) => (
          <article key={job.id}>
            <Link
              href={`/videos/${job.videoId}`}
              className="block rounded-md outline-offset-4"
              aria-label={`${job.prompt} – ${phaseWords(job)}`}
            >
              <div className="relative aspect-video overflow-hidden rounded-md border bg-muted">
                <LivePicture job={job} />
              </div>
            </Link>
            <div className="mt-2 flex items-start justify-between gap-2">
              <div className="min-w-0">
                <p className="truncate text-sm">{job.prompt}</p>
                <p className="mt-1 text-xs text-muted-foreground tabular-nums">
                  {job.status === "QUEUED"
                    ? phaseWords(job)
                    : `${job.progress} % · ${phaseWords(job)}`}
                </p>
              </div>
              <CancelButton job={job} size="icon-sm" />
            </div>
          </article>
        ))}
      </VideoGrid>
    </section>
  );
}
