"use client";

import { formatBytes } from "~/components/media/format";
import { ProgressRing } from "~/components/ui/progress-ring";
import { Skeleton } from "~/components/ui/skeleton";
import { api } from "~/trpc/react";

/** How much of the storage is taken, as a ring. */
export function Storage() {
  const account = api.account.me.useQuery();
  if (!account.data) return account.isPending ? <StorageSkeleton /> : null;
  const { usage, entitlements } = account.data;
  const percent = (100 * usage.storageBytes) / entitlements.storageBytes;
  return (
    <p className="flex h-8 items-center gap-2.5 text-sm text-muted-foreground tabular-nums">
      <ProgressRing label={null} value={percent} className="size-6" />
      {formatBytes(usage.storageBytes)} of {formatBytes(entitlements.storageBytes)}
    </p>
  );
}

export function StorageSkeleton() {
  return <Skeleton className="h-8 w-40" />;
}
