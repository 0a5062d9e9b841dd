"use client";

import Link from "next/link";
import { earliestEnd, useRenewal } from "~/components/media/renewal";
import { isTerminal } from "~/server/jobs/schema";
import { api } from "~/trpc/react";
import { LoadProblem } from "../tiles/load-problem";
import { VideoGrid, VideoGridSkeleton } from "../tiles/video-grid";
import { VideoTile } from "../tiles/video-tile";
import { Examples } from "./examples";

/** The newest videos, or ideas for the first one. */
export function RecentVideos() {
  const recent = api.videos.list.useQuery({ limit: 8 });
  const ended = recent.data?.items.filter((video) => isTerminal(video.status)) ?? [];
  const urls = ended.flatMap((video) => [video.urls.poster, video.urls.preview]);
  useRenewal(earliestEnd(urls), () => recent.refetch());
  if (recent.data && recent.data.items.length === 0) return <Examples />;
  if (recent.data && ended.length === 0) return null;
  return (
    <section aria-labelledby="recent" className="mt-10">
      <div className="mb-4 flex items-baseline justify-between">
        <h2 id="recent" className="text-lg font-semibold">
          Recent
        </h2>
        <Link
          href="/videos"
          className="text-sm text-primary-ink underline-offset-4 hover:underline"
        >
          All videos
        </Link>
      </div>
      {recent.isPending ? <VideoGridSkeleton count={4} /> : null}
      {recent.isError && !recent.data ? (
        <LoadProblem
          what="your recent videos"
          error={recent.error}
          onRetry={() => void recent.refetch()}
        />
      ) : null}
      <VideoGrid>
        {ended.map((video) => (
          <VideoTile key={video.id} video={video} />
        ))}
      </VideoGrid>
    </section>
  );
}
