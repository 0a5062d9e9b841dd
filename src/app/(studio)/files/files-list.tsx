"use client";

import Link from "next/link";
import { Button, buttonVariants } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { api } from "~/trpc/react";
import { FilmStrip } from "../tiles/live-picture";
import { LoadProblem } from "../tiles/load-problem";
import { FileRow } from "./file-row";
import { FileRowSkeletons } from "./file-row-skeletons";

/** Everything of mine that has bytes, newest first. */
export function FilesList() {
  const files = api.files.list.useInfiniteQuery(
    { limit: 24 },
    { getNextPageParam: (page) => page.nextCursor },
  );
  const items = files.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      {files.isPending ? <FileRowSkeletons /> : null}
      {files.isSuccess && items.length === 0 ? <NoFiles /> : null}
      {items.length > 0 ? (
        <ul className="divide-y rounded-md border bg-card">
          {items.map((file) => (
            <FileRow key={file.id} file={file} />
          ))}
        </ul>
      ) : null}
      {files.isError ? (
        <div className="mt-4">
          <LoadProblem
            what="your files"
            error={files.error}
            onRetry={() => void (items.length > 0 ? files.fetchNextPage() : files.refetch())}
          />
        </div>
      ) : null}
      {files.hasNextPage ? (
        <div className="mt-4 text-center">
          <Button
            variant="outline"
            pending={files.isFetchingNextPage}
            onClick={() => void files.fetchNextPage()}
          >
            Show more
          </Button>
        </div>
      ) : null}
    </>
  );
}

function NoFiles() {
  return (
    <EmptyState
      picture={<FilmStrip isMoving={false} />}
      title="No files yet"
      action={
        <Link href="/dashboard" className={buttonVariants()}>
          Make a video
        </Link>
      }
    >
      Each video you make is a file here, to rename and to take with you.
    </EmptyState>
  );
}
