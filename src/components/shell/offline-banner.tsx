"use client";

import { CloudOff, ServerOff } from "lucide-react";
import { useEffect, useState } from "react";
import { useSessionHealth } from "~/trpc/use-session-health";

/**
 * Says why nothing moves, and that nobody is signed out for it. The region is always there, so that a
 * screen reader hears the sentence when it comes; the seconds are for the eye.
 */
export function OfflineBanner() {
  const { health, retryAt } = useSessionHealth();
  const isOffline = health === "offline";
  const isAway = isOffline || health === "server-down";
  return (
    <div className={isAway ? "bg-warning-tint text-warning-ink" : undefined}>
      <div className="flex flex-wrap items-center justify-center gap-x-2 text-center text-sm">
        <div role="status">
          {isAway ? (
            <p className="flex items-center gap-2 px-4 py-2 text-left">
              {isOffline ? (
                <CloudOff aria-hidden className="size-4 shrink-0" />
              ) : (
                <ServerOff aria-hidden className="size-4 shrink-0" />
              )}
              {isOffline
                ? "You are offline. Your work is safe: videos go on being made, and this page catches up when you are back."
                : "T2M does not answer just now. You are still signed in, and nothing is lost."}
            </p>
          ) : null}
        </div>
        {health === "server-down" && retryAt !== null ? <Retry at={retryAt} /> : null}
      </div>
    </div>
  );
}

function Retry({ at }: { at: number }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.round((at - now) / 1000));
  return (
    <span aria-hidden className="pb-2 tabular-nums sm:pb-0">
      {seconds > 0 ? `Trying again in ${seconds} s` : "Trying again…"}
    </span>
  );
}
