"use client";

import { Play } from "lucide-react";
import Link from "next/link";
import { useEffect } from "react";
import { RelativeTime } from "~/components/media/relative-time";
import { StatusChip } from "~/components/media/status-chip";
import { buttonVariants } from "~/components/ui/button";
import type { JobDetail } from "~/server/jobs/schema";
import { frameSize } from "~/server/platform/generators/schema";
import { api } from "~/trpc/react";
import { useLiveJob } from "../../live/live-provider";
import { Making } from "../../videos/[videoId]/making";
import { History } from "./history";
import { TimeBar } from "./time-bar";

/** One job: how far it is, and where its time went. */
export function JobScreen({ initial }: { initial: JobDetail }) {
  const query = api.jobs.get.useQuery({ jobId: initial.id }, { initialData: initial });
  const detail = query.data;
  const job = useLiveJob(detail.id) ?? detail;
  const { refetch } = query;
  const isStale = job.status !== detail.status;
  useEffect(() => {
    if (isStale) void refetch();
  }, [isStale, refetch]);

  const size = frameSize(job.quality, job.aspectRatio);
  const isReady = job.status === "SUCCEEDED";
  return (
    <div className="mx-auto w-full max-w-4xl px-4 py-8 sm:px-6 lg:py-12">
      <h1 className="text-lg leading-7 font-semibold text-pretty wrap-anywhere">{job.prompt}</h1>
      <p className="mt-1 mb-6 text-sm text-muted-foreground tabular-nums">
        {job.duration} s · {job.quality} · {job.aspectRatio} · <RelativeTime iso={job.createdAt} />
      </p>
      {isReady ? (
        <div className="flex flex-wrap items-center justify-between gap-4 rounded-md border bg-card p-4">
          <StatusChip status={job.status} />
          <Link href={`/videos/${job.videoId}`} className={buttonVariants()}>
            <Play aria-hidden /> Watch it
          </Link>
        </div>
      ) : (
        <Making job={job} width={size.width} height={size.height} />
      )}
      <TimeBar history={detail.history} />
      <History history={detail.history} />
    </div>
  );
}
