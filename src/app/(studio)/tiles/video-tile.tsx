"use client";

import Link from "next/link";
import { formatDuration } from "~/components/media/format";
import { HoverPreview } from "~/components/media/hover-preview";
import { phaseWords } from "~/components/media/job-words";
import { RelativeTime } from "~/components/media/relative-time";
import { StatusChip } from "~/components/media/status-chip";
import { useSteadyUrl } from "~/components/media/steady-url";
import { Badge } from "~/components/ui/badge";
import type { VideoView } from "~/server/videos/schema";
import { useLiveJob } from "../live/live-provider";
import { usePreferences } from "../profile/preferences/use-preferences";
import { LivePicture } from "./live-picture";

/** A video anywhere in the studio: being made, ready to play, or gone wrong. */
export function VideoTile({ video }: { video: VideoView }) {
  const job = useLiveJob(video.job.id) ?? video.job;
  const [posterUrl] = useSteadyUrl(video.urls.poster);
  const [previewUrl] = useSteadyUrl(video.urls.preview);
  const { playsPreviews } = usePreferences();
  const isReady = video.status === "SUCCEEDED";
  const isActive = ["QUEUED", "RUNNING", "FINALIZING"].includes(job.status);
  return (
    <Link href={`/videos/${video.id}`} className="group block rounded-md outline-offset-4">
      <div className="relative aspect-video overflow-hidden rounded-md border bg-muted">
        {isReady ? (
          <HoverPreview
            posterUrl={posterUrl}
            previewUrl={playsPreviews ? previewUrl : null}
            alt=""
            isWide={video.recipe.aspectRatio === "16:9"}
          />
        ) : (
          <LivePicture job={job} />
        )}
        {isReady && video.duration !== null ? (
          <Badge variant="media" className="absolute right-2 bottom-2">
            {formatDuration(video.duration)}
          </Badge>
        ) : null}
        {isReady || isActive ? null : (
          <span className="absolute top-2 left-2">
            <StatusChip status={job.status} />
          </span>
        )}
      </div>
      <p className="mt-2 line-clamp-2 text-sm leading-5 text-pretty group-hover:text-primary-ink">
        {video.prompt}
        {isReady ? <span className="sr-only"> – ready</span> : null}
      </p>
      <p className="mt-1 text-xs text-muted-foreground tabular-nums">
        {isActive ? (
          `${job.progress} % · ${phaseWords(job)}`
        ) : (
          <RelativeTime iso={video.createdAt} />
        )}
      </p>
    </Link>
  );
}
