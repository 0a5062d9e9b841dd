"use client";

import Link from "next/link";
import { formatBinary } from "~/app/(site)/pricing/quantities";
import { Badge } from "~/components/ui/badge";
import { buttonVariants } from "~/components/ui/button";
import { ProgressRing } from "~/components/ui/progress-ring";
import { Skeleton } from "~/components/ui/skeleton";
import type { AccountView } from "~/server/accounts/schema";
import { api } from "~/trpc/react";
import { LoadProblem } from "../../tiles/load-problem";
import { Section } from "../section";
import { Allowed } from "./allowed";
import { Slots } from "./slots";

/** What is used now, against what the tier allows. */
export function Usage() {
  const account = api.account.me.useQuery();
  if (account.data) return <Known account={account.data} />;
  if (account.isPending) {
    return (
      <div role="status" aria-label="Loading your usage" className="space-y-8">
        <Skeleton className="h-36" />
        <Skeleton className="h-28" />
        <Skeleton className="h-64" />
      </div>
    );
  }
  return (
    <LoadProblem what="your usage" error={account.error} onRetry={() => void account.refetch()} />
  );
}

function Known({ account: { viewer, usage, entitlements } }: { account: AccountView }) {
  const percent = (100 * usage.storageBytes) / entitlements.storageBytes;
  return (
    <>
      <Section title="Storage" note="Your videos with their pictures, and what you uploaded.">
        <div className="flex flex-wrap items-center gap-6">
          <div className="relative size-32">
            <ProgressRing label="Storage used" value={percent} className="size-32" />
            <span
              aria-hidden
              className="absolute inset-0 grid place-items-center text-lg font-semibold tabular-nums"
            >
              {percent > 0 && percent < 1 ? "< 1" : Math.round(percent)} %
            </span>
          </div>
          <div className="text-sm tabular-nums">
            <p className="text-base font-medium">{formatBinary(usage.storageBytes)} used</p>
            <p className="text-muted-foreground">
              of {formatBinary(entitlements.storageBytes)} · {usage.videos.toLocaleString("en")}{" "}
              {usage.videos === 1 ? "video" : "videos"}
            </p>
            <p className="mt-3 flex flex-wrap gap-2">
              <Link href="/videos" className={buttonVariants({ variant: "outline", size: "sm" })}>
                Videos
              </Link>
              <Link href="/files" className={buttonVariants({ variant: "outline", size: "sm" })}>
                Files
              </Link>
            </p>
          </div>
        </div>
      </Section>
      <Section title="In the making" note="How many of your videos are made at the same time.">
        <Slots
          running={usage.runningJobs}
          waiting={usage.queuedJobs}
          slots={entitlements.maxRunningJobs}
        />
      </Section>
      <Section
        title="Your plan"
        note={
          <Badge variant={viewer.tier === "premium" ? "primary" : "neutral"} className="mt-1">
            {viewer.tier === "premium" ? "Premium" : "Free"}
          </Badge>
        }
      >
        <Allowed entitlements={entitlements} />
        {viewer.tier === "free" ? (
          <Link
            href="/pricing"
            className={buttonVariants({ variant: "outline", size: "sm", className: "mt-6" })}
          >
            Compare the plans
          </Link>
        ) : null}
      </Section>
    </>
  );
}
