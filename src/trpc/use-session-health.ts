"use client";

import { useSyncExternalStore } from "react";
import { type SessionState, sessionHealth } from "./session-health";

const FINE: SessionState = { health: "signed-in", isSuspect: false, retryAt: null, waiting: 0 };

/** Whether the page can work now: signed-in, offline, server-down or expired. */
export function useSessionHealth(): SessionState {
  return useSyncExternalStore(sessionHealth.subscribe, sessionHealth.getSnapshot, () => FINE);
}
