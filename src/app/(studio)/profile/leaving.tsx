"use client";

import { toast } from "sonner";
import { toastProblem } from "~/components/shell/problem-toast";
import { Button } from "~/components/ui/button";
import { cn } from "~/components/ui/cn";
import { api } from "~/trpc/react";
import { useDeletionDate } from "./use-deletion-date";

/** When the account goes, and the way back. */
export function Leaving({ deletesAt, className }: { deletesAt: string; className?: string }) {
  const setDate = useDeletionDate();
  const keep = api.account.cancelDeletion.useMutation({
    onSuccess() {
      setDate(null);
      toast("Your account stays, with everything in it.");
    },
    onError: toastProblem,
  });
  return (
    <div
      className={cn(
        "flex flex-wrap items-center gap-x-4 gap-y-2 bg-warning-tint text-sm text-warning-ink",
        className,
      )}
    >
      <p>
        This account and everything in it will be deleted on{" "}
        <time dateTime={deletesAt} className="font-medium">
          {inWords(deletesAt)}
        </time>
        .
      </p>
      <Button variant="outline" size="sm" pending={keep.isPending} onClick={() => keep.mutate()}>
        Keep my account
      </Button>
    </div>
  );
}

function inWords(iso: string): string {
  return new Intl.DateTimeFormat("en", { dateStyle: "long", timeStyle: "short" }).format(
    new Date(iso),
  );
}
