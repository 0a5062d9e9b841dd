"use client";

import { CloudOff } from "lucide-react";
import { useSyncExternalStore } from "react";

function subscribe(onChange: () => void) {
  window.addEventListener("online", onChange);
  window.addEventListener("offline", onChange);
  return () => {
    window.removeEventListener("online", onChange);
    window.removeEventListener("offline", onChange);
  };
}

/** The region is always there, so that a screen reader hears the sentence when it comes. */
export function OfflineBanner() {
  const isOnline = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
  return (
    <div role="status">
      {isOnline ? null : (
        <p className="flex items-center justify-center gap-2 bg-warning-tint px-4 py-2 text-center text-sm text-warning-ink">
          <CloudOff aria-hidden className="size-4 shrink-0" />
          You are offline. Your work is safe: videos go on being made, and this page catches up when
          you are back.
        </p>
      )}
    </div>
  );
}
