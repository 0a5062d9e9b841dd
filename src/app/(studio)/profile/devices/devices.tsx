"use client";

import { toast } from "sonner";
import { toastProblem } from "~/components/shell/problem-toast";
import { Skeleton } from "~/components/ui/skeleton";
import { api } from "~/trpc/react";
import { LoadProblem } from "../../tiles/load-problem";
import { ConfirmButton } from "../confirm-button";
import { DeviceCard } from "./device-card";

/** Every browser where this account is signed in; this one first. */
export function Devices() {
  const utils = api.useUtils();
  const sessions = api.account.sessions.useQuery(undefined, { staleTime: 0 });
  const revokeOthers = api.account.revokeOtherSessions.useMutation({
    onSuccess: ({ revoked }) =>
      toast(revoked === 1 ? "The other one is signed out." : `${revoked} others are signed out.`),
    onError: toastProblem,
    onSettled: () => utils.account.sessions.invalidate(),
  });
  if (sessions.isPending) return <DeviceSkeletons />;
  if (sessions.isError) {
    return (
      <LoadProblem
        what="your devices"
        error={sessions.error}
        onRetry={() => void sessions.refetch()}
      />
    );
  }
  const here = sessions.data.filter(({ isCurrent }) => isCurrent);
  const others = sessions.data.filter(({ isCurrent }) => !isCurrent);
  return (
    <>
      <ul className="divide-y rounded-md border bg-card">
        {[...here, ...others].map((session) => (
          <DeviceCard key={session.id} session={session} />
        ))}
      </ul>
      <div className="mt-4 flex min-h-10 flex-wrap items-center justify-between gap-4">
        <p className="text-sm text-muted-foreground">
          {others.length === 0
            ? "You are signed in nowhere else."
            : "Signing a device out ends what it shows at once. Nothing that you made is lost."}
        </p>
        {others.length > 0 ? (
          <ConfirmButton
            variant="outline"
            confirm={others.length === 1 ? "Yes, sign it out" : "Yes, sign them all out"}
            pending={revokeOthers.isPending}
            onConfirm={() => revokeOthers.mutate()}
          >
            Sign out everywhere else
          </ConfirmButton>
        ) : null}
      </div>
    </>
  );
}

function DeviceSkeletons() {
  return (
    <div role="status" aria-label="Loading your devices" className="divide-y rounded-md border">
      {[1, 2].map((row) => (
        <div key={row} className="flex h-24 items-center gap-4 px-4">
          <Skeleton className="h-14 w-20" />
          <div className="space-y-2">
            <Skeleton className="h-4 w-44" />
            <Skeleton className="h-3 w-60" />
          </div>
        </div>
      ))}
    </div>
  );
}
