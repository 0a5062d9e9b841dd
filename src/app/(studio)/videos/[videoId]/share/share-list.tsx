"use client";

import { Download, Eye, LockKeyhole } from "lucide-react";
import { ExpiryRing } from "~/components/media/expiry-ring";
import { RelativeTime } from "~/components/media/relative-time";
import { toastProblem } from "~/components/shell/problem-toast";
import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { Skeleton } from "~/components/ui/skeleton";
import type { ShareView } from "~/server/shares/schema";
import { api } from "~/trpc/react";
import { ConfirmButton } from "../../../profile/confirm-button";
import { LoadProblem } from "../../../tiles/load-problem";

/** The links to a video that were not taken back, newest first. */
export function ShareList({ videoId, newestId }: { videoId: string; newestId: string | null }) {
  const shares = api.shares.list.useInfiniteQuery(
    { videoId, limit: 10 },
    { getNextPageParam: (page) => page.nextCursor },
  );
  if (shares.isPending) return <Skeleton className="mt-8 h-16" />;
  const items = shares.data?.pages.flatMap((page) => page.items) ?? [];
  if (shares.isError && items.length === 0) {
    return (
      <div className="mt-6">
        <LoadProblem what="the links" error={shares.error} onRetry={() => void shares.refetch()} />
      </div>
    );
  }
  if (items.length === 0) return null;
  return (
    <section aria-label="Links to this video" className="mt-8">
      <h3 className="text-sm font-semibold">Links</h3>
      <ul className="mt-2 divide-y border-t">
        {items.map((share) => (
          <ShareRow key={share.id} share={share} isNew={share.id === newestId} />
        ))}
      </ul>
      {shares.hasNextPage ? (
        <Button
          variant="ghost"
          size="sm"
          className="mt-2"
          pending={shares.isFetchingNextPage}
          onClick={() => void shares.fetchNextPage()}
        >
          Show older links
        </Button>
      ) : null}
    </section>
  );
}

function ShareRow({ share, isNew }: { share: ShareView; isNew: boolean }) {
  const utils = api.useUtils();
  const revoke = api.shares.revoke.useMutation({
    onSettled: () => utils.shares.list.invalidate(),
    onError: toastProblem,
  });
  const { views, maxViews } = share;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
      <div className="space-y-1 text-sm">
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <ExpiryRing from={share.createdAt} until={share.expiresAt} />
          <span className="inline-flex items-center gap-1.5 tabular-nums">
            <Eye aria-hidden className="size-4 text-muted-foreground" />
            {maxViews === null ? views : `${views} of ${maxViews}`}
            <span className="sr-only">{views === 1 ? "view" : "views"}</span>
          </span>
          {share.hasPassphrase ? (
            <LockKeyhole role="img" aria-label="With a passphrase" className="size-4" />
          ) : null}
          {share.allowsDownload ? (
            <Download role="img" aria-label="Can be downloaded" className="size-4" />
          ) : null}
          {isNew ? <Badge>New</Badge> : null}
        </p>
        <p className="text-xs text-muted-foreground">
          Made <RelativeTime iso={share.createdAt} />
          {share.lastViewedAt ? (
            <>
              , opened <RelativeTime iso={share.lastViewedAt} />
            </>
          ) : null}
        </p>
      </div>
      <ConfirmButton
        variant="outline"
        size="sm"
        name="Take back this link"
        confirm="Yes, take it back"
        pending={revoke.isPending}
        onConfirm={() => revoke.mutate({ shareId: share.id })}
      >
        Take back
      </ConfirmButton>
    </li>
  );
}
