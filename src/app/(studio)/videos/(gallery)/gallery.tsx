"use client";

import { Search } from "lucide-react";
import Link from "next/link";
import { useDeferredValue, useState } from "react";
import { earliestEnd, useRenewal } from "~/components/media/renewal";
import { Button, buttonVariants } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { Input } from "~/components/ui/input";
import { api } from "~/trpc/react";
import { FilmStrip } from "../../tiles/live-picture";
import { LoadProblem } from "../../tiles/load-problem";
import { VideoGrid, VideoGridSkeleton } from "../../tiles/video-grid";
import { VideoTile } from "../../tiles/video-tile";
import { useReachedEnd } from "./use-reached-end";

/** All videos, newest first, more as one scrolls. */
export function Gallery() {
  const [search, setSearch] = useState("");
  const wanted = useDeferredValue(search.trim());
  const videos = api.videos.list.useInfiniteQuery(
    { limit: 24, ...(wanted ? { search: wanted } : {}) },
    { getNextPageParam: (page) => page.nextCursor, placeholderData: (previous) => previous },
  );
  const items = videos.data?.pages.flatMap((page) => page.items) ?? [];
  const urls = items.flatMap((video) => [video.urls.poster, video.urls.preview]);
  useRenewal(earliestEnd(urls), () => videos.refetch());
  const endRef = useReachedEnd(() => {
    if (videos.hasNextPage && !videos.isFetchingNextPage) void videos.fetchNextPage();
  });
  return (
    <>
      <div className="mb-6 flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-xl font-semibold">Videos</h1>
        <div className="relative w-full sm:w-72">
          <Search
            aria-hidden
            className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted-foreground"
          />
          <Input
            type="search"
            aria-label="Search prompts"
            placeholder="Search prompts"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
            className="pl-9"
          />
        </div>
      </div>
      {videos.isPending ? <VideoGridSkeleton count={9} /> : null}
      {videos.isSuccess && items.length === 0 ? (
        <NoVideos search={wanted} onClear={() => setSearch("")} />
      ) : null}
      <VideoGrid>
        {items.map((video) => (
          <VideoTile key={video.id} video={video} />
        ))}
      </VideoGrid>
      {videos.isError ? (
        <div className="mt-6">
          <LoadProblem
            what="your videos"
            error={videos.error}
            onRetry={() => void (items.length > 0 ? videos.fetchNextPage() : videos.refetch())}
          />
        </div>
      ) : null}
      {videos.hasNextPage ? (
        <div ref={endRef} className="mt-8 text-center">
          <Button
            variant="outline"
            pending={videos.isFetchingNextPage}
            onClick={() => void videos.fetchNextPage()}
          >
            Show more
          </Button>
        </div>
      ) : null}
    </>
  );
}

function NoVideos({ search, onClear }: { search: string; onClear: () => void }) {
  if (search) {
    return (
      <EmptyState
        picture={<FilmStrip isMoving={false} />}
        title="No prompt has these words"
        action={
          <Button variant="outline" onClick={onClear}>
            Show all videos
          </Button>
        }
      >
        You searched for “{search}”.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      picture={<FilmStrip isMoving={false} />}
      title="Your videos will be here"
      action={
        <Link href="/dashboard" className={buttonVariants()}>
          Make the first one
        </Link>
      }
    >
      Write a sentence, and it becomes a film of a few seconds.
    </EmptyState>
  );
}
