"use client";

import { useClerk } from "@clerk/nextjs";
import { useEffect, useEffectEvent } from "react";
import { Spinner } from "~/components/ui/spinner";
import { SESSION_LIMITS } from "~/server/accounts/schema";
import { signInPath } from "./sign-in-path";

export type ClosedPageProps = {
  /** Undefined when the person wished it. */
  because: "inactive" | undefined;
  onLeave: () => void;
};

const TRY_AGAIN_MS = 5_000;

/**
 * Over everything once the half hour is over: whoever comes back to this screen sees nothing of the
 * page below. Then Clerk signs out, as soon as it can be reached, and the way leads to
 * the form and back here.
 */
export function ClosedPage({ because, onLeave }: ClosedPageProps) {
  const clerk = useClerk();

  const signOut = useEffectEvent(async (signal: AbortSignal) => {
    while (!signal.aborted) {
      try {
        if (!clerk.loaded) throw new Error("Clerk has not loaded yet");
        // A callback of one's own keeps Clerk from going elsewhere.
        await clerk.signOut(() => undefined);
        break;
      } catch {
        await networkOr(TRY_AGAIN_MS);
      }
    }
    if (signal.aborted) return;
    onLeave();
    window.location.replace(signInPath(because));
  });

  useEffect(() => {
    const leaving = new AbortController();
    void signOut(leaving.signal);
    return () => leaving.abort();
  }, []);

  return (
    <div
      role="alert"
      className="fixed inset-0 z-70 flex flex-col items-center justify-center gap-4 bg-background p-6 text-center"
    >
      <Spinner className="size-6 text-muted-foreground" />
      <p className="text-sm text-muted-foreground">
        {because === "inactive"
          ? `Signed out after ${SESSION_LIMITS.idleSeconds / 60} minutes without activity. Your draft is safe.`
          : "Signing out. Your draft is safe."}
      </p>
    </div>
  );
}

/** Until the network is back, or for so long. */
function networkOr(waitMs: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, waitMs);
    window.addEventListener("online", () => resolve(), { once: true });
  });
}
