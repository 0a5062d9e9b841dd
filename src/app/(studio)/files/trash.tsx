"use client";

import { ArrowLeft, Undo2 } from "lucide-react";
import Link from "next/link";
import { formatBytes } from "~/components/media/format";
import { toastProblem } from "~/components/shell/problem-toast";
import { Button, buttonVariants } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import type { TrashedFileView } from "~/server/files/schema";
import { api } from "~/trpc/react";
import { LoadProblem } from "../tiles/load-problem";
import { FileSkeletons } from "./file-skeletons";

const DAY_MS = 24 * 60 * 60 * 1000;

/** What was deleted in the last 30 days, and the way back. */
export function Trash() {
  const trash = api.files.trash.useInfiniteQuery(
    { limit: 50 },
    { getNextPageParam: (page) => page.nextCursor },
  );
  const items = trash.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Link href="/files" className={buttonVariants({ variant: "outline", size: "sm" })}>
          <ArrowLeft aria-hidden /> All files
        </Link>
        <p className="text-sm text-muted-foreground">
          Deleted files stay here for 30 days, then they are gone for good.
        </p>
      </div>
      {trash.isPending ? <FileSkeletons layout="list" /> : null}
      {trash.isSuccess && items.length === 0 ? (
        <EmptyState picture={<EmptyBin />} title="The trash is empty">
          What you delete can be restored from here.
        </EmptyState>
      ) : null}
      {items.length > 0 ? (
        <ul aria-label="Deleted files" className="divide-y border-y">
          {items.map((file) => (
            <TrashedFile key={file.id} file={file} />
          ))}
        </ul>
      ) : null}
      {trash.isError ? (
        <LoadProblem
          what="the trash"
          error={trash.error}
          onRetry={() => void (items.length > 0 ? trash.fetchNextPage() : trash.refetch())}
        />
      ) : null}
      {trash.hasNextPage ? (
        <div className="mt-4 text-center">
          <Button
            variant="outline"
            pending={trash.isFetchingNextPage}
            onClick={() => void trash.fetchNextPage()}
          >
            Show more
          </Button>
        </div>
      ) : null}
    </>
  );
}

function TrashedFile({ file }: { file: TrashedFileView }) {
  const utils = api.useUtils();
  const options = {
    onSuccess: () => Promise.all([utils.files.invalidate(), utils.account.me.invalidate()]),
    onError: toastProblem,
  };
  const upload = api.files.restore.useMutation(options);
  const video = api.videos.restore.useMutation(options);
  const { id: fileId, videoId } = file;
  return (
    <li className="flex min-h-[72px] items-center gap-4 py-2">
      <DaysLeft until={file.restorableUntil} />
      <div className="min-w-0 grow">
        <p className="truncate text-sm font-medium" title={file.filename}>
          {file.filename}
        </p>
        <p className="text-xs text-muted-foreground tabular-nums">{formatBytes(file.size)}</p>
      </div>
      <Button
        variant="outline"
        size="sm"
        aria-label={`Restore ${file.filename}`}
        pending={upload.isPending || video.isPending}
        onClick={() => (videoId ? video.mutate({ videoId }) : upload.mutate({ fileId }))}
      >
        <Undo2 aria-hidden /> Restore
      </Button>
    </li>
  );
}

/** The days that are left, as a ring that empties. */
function DaysLeft({ until }: { until: string }) {
  const days = Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / DAY_MS));
  return (
    <span
      role="img"
      aria-label={days === 1 ? "1 day left" : `${days} days left`}
      className="relative grid size-10 shrink-0 place-items-center text-xs font-medium tabular-nums"
    >
      <svg
        aria-hidden
        viewBox="0 0 40 40"
        className="absolute inset-0 -rotate-90 fill-none"
        strokeWidth="3"
      >
        <circle cx="20" cy="20" r="17" className="stroke-border" />
        <circle
          cx="20"
          cy="20"
          r="17"
          pathLength="30"
          strokeDasharray={`${days} 30`}
          className={days > 5 ? "stroke-border-strong" : "stroke-warning"}
        />
      </svg>
      <span aria-hidden suppressHydrationWarning>
        {days}
      </span>
    </span>
  );
}

function EmptyBin() {
  return (
    <svg aria-hidden viewBox="0 0 120 96" className="h-24 w-30" strokeWidth="1.5">
      <path
        d="M34 34h52l-5 52a6 6 0 0 1-6 5H45a6 6 0 0 1-6-5Z"
        className="fill-muted stroke-border-strong"
      />
      <path d="M50 46l2 33M60 46v33M70 46l-2 33" className="fill-none stroke-border-strong" />
      <path
        d="M30 28 84 18m-34 5-1-6a4 4 0 0 1 3-5l12-2a4 4 0 0 1 5 3l1 6"
        className="fill-none stroke-primary-ink"
        strokeLinecap="round"
      />
    </svg>
  );
}
