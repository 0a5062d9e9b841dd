"use client";

import { skipToken } from "@tanstack/react-query";
import { Play } from "lucide-react";
import Link from "next/link";
import { buttonVariants } from "~/components/ui/button";
import { Skeleton } from "~/components/ui/skeleton";
import { frameSize } from "~/server/platform/generators/schema";
import { api } from "~/trpc/react";
import { useLive } from "../../live/live-provider";
import { FilmStrip } from "../../tiles/live-picture";
import { VideoTile } from "../../tiles/video-tile";
import { Making } from "../../videos/[videoId]/making";
import type { ScenesDraft } from "./scenes-draft";

/** The film that was made here last: while it is drawn, and then ready to be watched. */
export function Preview({ draft }: { draft: ScenesDraft }) {
  const { videoId } = draft;
  // Trying again makes another job for the same video.
  const live = useLive().jobs.findLast((job) => job.videoId === videoId) ?? null;
  const query = api.videos.get.useQuery(videoId ? { videoId } : skipToken, {
    retry: false,
  });
  const video = query.data;
  const job = live ?? video?.job ?? null;
  const size = frameSize(draft.quality, draft.aspectRatio);

  if (job?.status === "SUCCEEDED") {
    // The stream is faster than the list: the video follows in a moment.
    if (video?.status !== "SUCCEEDED") return <Skeleton className="aspect-video rounded-md" />;
    return (
      <div>
        <VideoTile video={video} />
        <Link href={`/videos/${video.id}`} className={buttonVariants({ className: "mt-3 w-full" })}>
          <Play aria-hidden /> Watch it
        </Link>
      </div>
    );
  }
  if (job) return <Making job={job} {...size} />;
  return (
    <div
      className="grid max-h-80 w-full place-items-center rounded-md border bg-muted text-center"
      style={{ aspectRatio: `${size.width} / ${size.height}` }}
    >
      <div className="p-4 [&_svg]:mx-auto">
        <FilmStrip isMoving={query.isLoading} />
        <p className="mt-2 text-sm text-muted-foreground">Your film is drawn here.</p>
      </div>
    </div>
  );
}
