"use client";

import { RotateCw } from "lucide-react";
import type { ReactNode } from "react";
import { BrokenStrip } from "~/components/brand/pictures";
import { Button } from "~/components/ui/button";
import { CopyButton } from "~/components/ui/copy-button";
import { EmptyState } from "~/components/ui/empty-state";
import { UNAVAILABLE } from "~/trpc/errors";

export type ProblemProps = {
  /** Next's name for the error in the server's log. */
  digest: string | undefined;
  onRetry: () => void;
  action?: ReactNode;
};

/** A part of a page broke: what happened, is my work safe, what now, and what to tell the host. */
export function Problem({ digest, onRetry, action }: ProblemProps) {
  const isAway = digest === UNAVAILABLE;
  return (
    <EmptyState
      picture={<BrokenStrip />}
      heading="h1"
      title={isAway ? "T2M is out of reach for a moment" : "This page did not come through"}
      action={
        <>
          <Button onClick={onRetry}>
            <RotateCw />
            Try again
          </Button>
          {action}
        </>
      }
    >
      <p>
        {isAway
          ? "Its database or its sign-in does not answer just now. Nothing is lost, and you are still signed in: try again in a moment."
          : "Your videos and running jobs are safe. If it keeps happening, tell whoever hosts T2M."}
      </p>
      {digest && !isAway ? (
        <p className="mt-3 inline-flex items-center gap-1 font-mono text-xs">
          {digest}
          <CopyButton text={digest} label="Copy the error's number" />
        </p>
      ) : null}
    </EmptyState>
  );
}
