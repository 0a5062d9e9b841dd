"use client";

import { useAuth, useClerk } from "@clerk/nextjs";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { api } from "~/trpc/react";
import { sessionHealth } from "~/trpc/session-health";
import { useSessionHealth } from "~/trpc/use-session-health";
import { ClosedPage } from "./closed-page";
import { useKeepPage } from "./keep-page";
import { keepPlace, returnToPlace } from "./place";
import { ReauthenticationDialog } from "./reauthentication-dialog";
import { askServer, probeServer } from "./server-probe";
import { useIdleGuard } from "./use-idle-guard";
import { WarningDialog } from "./warning-dialog";

export type SessionProviderProps = {
  viewer: { id: string; email: string };
  /** Clerk's id of the session that this page was drawn for; null for a token that carries none. */
  sessionId: string | null;
  children: ReactNode;
};

const ViewerId = createContext("");

/** Whose pages these are: what a browser remembers is kept apart by it. */
export function useViewerId(): string {
  return useContext(ViewerId);
}

/** How long somebody stays signed in, and what happens to an open page when they no longer are. */
export function SessionProvider({ viewer, sessionId, children }: SessionProviderProps) {
  const { health } = useSessionHealth();
  const current = useCurrentSession({ viewerId: viewer.id, sessionId });
  const { phase, stay } = useIdleGuard(current);
  const [isLeaving, setIsLeaving] = useState(false);
  const isClosed = isLeaving || phase.name === "expired";
  useKeepPage(health === "expired" || isClosed);
  useServerProbe();
  useEffect(() => returnToPlace(viewer.id), [viewer.id]);

  return (
    <ViewerId value={viewer.id}>
      {children}
      {phase.name === "warning" && !isLeaving && health !== "expired" ? (
        <WarningDialog endsAt={phase.endsAt} onStay={stay} onSignOut={() => setIsLeaving(true)} />
      ) : null}
      {health === "expired" && !isClosed ? <ReauthenticationDialog email={viewer.email} /> : null}
      {isClosed ? (
        <ClosedPage
          because={phase.name === "expired" ? "inactive" : undefined}
          onLeave={() => keepPlace(viewer.id)}
        />
      ) : null}
    </ViewerId>
  );
}

/** Somebody who signs out themselves is on their way to another page meanwhile. */
const SIGN_OUT_MS = 3_000;

/** @returns the session that the page goes on with: after signing in over it, the new one. */
function useCurrentSession(drawnFor: {
  viewerId: string;
  sessionId: string | null;
}): string | null {
  const { viewerId } = drawnFor;
  const clerk = useClerk();
  const auth = useAuth();
  const { health } = useSessionHealth();
  const utils = api.useUtils();
  const [current, setCurrent] = useState(drawnFor.sessionId);
  const { isLoaded, isSignedIn, sessionId, userId } = auth;

  useEffect(() => {
    // The server has just let this page in.
    sessionHealth.signedIn();
  }, []);

  useEffect(() => {
    if (!isLoaded || isSignedIn) return;
    const timer = setTimeout(sessionHealth.expired, SIGN_OUT_MS);
    return () => clearTimeout(timer);
  }, [isLoaded, isSignedIn]);

  useEffect(() => {
    if (!isSignedIn) return;
    // Another person's page is not theirs to go on with.
    if (userId !== viewerId) return window.location.reload();
    if (sessionId !== current) {
      setCurrent(sessionId);
      sessionHealth.signedIn();
      void utils.invalidate();
    } else if (health === "expired") {
      // Ended here, and Clerk does not know it yet; its form shows only to nobody in particular.
      clerk.signOut(() => undefined).catch(() => undefined);
    }
  }, [isSignedIn, userId, viewerId, sessionId, current, health, utils, clerk]);

  return current;
}

function useServerProbe() {
  const utils = api.useUtils();
  useEffect(() => {
    const tellOnline = () => sessionHealth.setOnline(navigator.onLine);
    tellOnline();
    window.addEventListener("online", tellOnline);
    window.addEventListener("offline", tellOnline);
    const stop = probeServer({
      health: sessionHealth,
      ask: askServer,
      now: Date.now,
      schedule(delayMs, run) {
        const timer = setTimeout(run, delayMs);
        return () => clearTimeout(timer);
      },
      onBack: () => void utils.invalidate(),
    });
    return () => {
      stop();
      window.removeEventListener("online", tellOnline);
      window.removeEventListener("offline", tellOnline);
    };
  }, [utils]);
}
