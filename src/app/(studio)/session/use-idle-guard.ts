"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { SESSION_LIMITS } from "~/server/accounts/schema";
import { api } from "~/trpc/react";
import { NOT_HELD } from "~/trpc/reauthentication-link";
import { isBusy } from "./busy-work";
import { createIdleGuard, type IdleGuard, type IdlePhase } from "./idle-guard";
import { listenForPerson } from "./listen-for-person";
import { createSharedStamp } from "./shared-stamp";

/** Watches over one session in this tab. @returns how it stands, and "Stay signed in". */
export function useIdleGuard(sessionId: string | null) {
  const [phase, setPhase] = useState<IdlePhase>({ name: "active" });
  const guard = useRef<IdleGuard>(null);
  const { client } = api.useUtils();

  const report = useEffectEvent(() =>
    client.account.reportActivity.mutate(undefined, { context: NOT_HELD }).then(
      () => true,
      () => false,
    ),
  );

  useEffect(() => {
    if (sessionId === null) return;
    let isMounted = false;
    const own = createIdleGuard({
      limits: SESSION_LIMITS,
      now: Date.now,
      schedule(delayMs, run) {
        const timer = setTimeout(run, delayMs);
        return () => clearTimeout(timer);
      },
      shared: createSharedStamp(sessionId),
      isBusy,
      onPhase(next) {
        // Whoever opens the lid sees the page closed, not the page and then its closing.
        if (next.name === "expired" && isMounted) flushSync(() => setPhase(next));
        else setPhase(next);
      },
      report,
    });
    isMounted = true;
    guard.current = own;
    const stopListening = listenForPerson({ deed: own.touch, awakening: own.check });
    return () => {
      stopListening();
      own.stop();
    };
  }, [sessionId]);

  return { phase, stay: () => guard.current?.stay() };
}
