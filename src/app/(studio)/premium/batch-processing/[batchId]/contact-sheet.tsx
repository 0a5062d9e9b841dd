"use client";

import { useEffect } from "react";
import { Button } from "~/components/ui/button";
import { api } from "~/trpc/react";
import { LoadProblem } from "../../../tiles/load-problem";
import { VideoGrid, VideoGridSkeleton } from "../../../tiles/video-grid";
import { VideoTile } from "../../../tiles/video-tile";

type Props = {
  batchId: string;
  /** Changes whenever a row does: then the pictures are asked for again. */
  version: string;
};

/** The rows as pictures, filling in as they are made. */
export function ContactSheet({ batchId, version }: Props) {
  const rows = api.batches.rows.useInfiniteQuery(
    { batchId, limit: 24 },
    { getNextPageParam: (page) => page.nextCursor },
  );
  const { refetch } = rows;
  useEffect(() => {
    if (version !== "") void refetch();
  }, [version, refetch]);
  const items = rows.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-label="Contact sheet" className="mt-8">
      {rows.isPending ? <VideoGridSkeleton count={6} /> : null}
      <VideoGrid>
        {items.map(({ row, video }) => (
          <div key={row} className="relative">
            <VideoTile video={video} />
            <span className="absolute top-2 right-2 rounded-full bg-black/70 px-2 py-0.5 text-xs text-white tabular-nums">
              <span className="sr-only">Row </span>
              {row}
            </span>
          </div>
        ))}
      </VideoGrid>
      {rows.isError ? (
        <div className="mt-6">
          <LoadProblem what="the rows" error={rows.error} onRetry={() => void refetch()} />
        </div>
      ) : null}
      {rows.hasNextPage ? (
        <div className="mt-8 text-center">
          <Button
            variant="outline"
            pending={rows.isFetchingNextPage}
            onClick={() => void rows.fetchNextPage()}
          >
            Show more
          </Button>
        </div>
      ) : null}
    </section>
  );
}
