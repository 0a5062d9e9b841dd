import type { ReactNode } from "react";
import { Shell } from "~/components/shell/shell";
import { Toaster } from "~/components/ui/toaster";
import { TooltipProvider } from "~/components/ui/tooltip";
import { TRPCReactProvider } from "~/trpc/react";
import { findSession, findViewer, getApi } from "~/trpc/server";
import { Activity } from "./live/activity";
import { LiveProvider } from "./live/live-provider";
import { TabTitle } from "./live/tab-title";
import { DeletionBanner } from "./profile/deletion-banner";
import { SessionProvider } from "./session/session-provider";
import { UploadsProvider } from "./uploads/uploads-provider";

/**
 * Only the frame. Each page guards itself with `requireViewer(itsOwnPath)`: a layout does not know
 * where to send a person back to, and is not rendered again when the page below it changes.
 */
export default async function StudioLayout({ children }: { children: ReactNode }) {
  const [viewer, session] = await Promise.all([findViewer(), findSession()]);
  // The page below sends both of them elsewhere.
  if (!viewer || viewer.isSuspended) return children;
  const known = await listUnderWay();
  return (
    <TRPCReactProvider>
      <SessionProvider
        viewer={{ id: viewer.id, email: viewer.email }}
        sessionId={session?.id ?? null}
      >
        <LiveProvider viewerId={viewer.id} known={known}>
          <TabTitle />
          <TooltipProvider delay={300}>
            <UploadsProvider>
              <Shell viewer={viewer} activity={<Activity />}>
                <DeletionBanner />
                {children}
              </Shell>
            </UploadsProvider>
            <Toaster />
          </TooltipProvider>
        </LiveProvider>
      </SessionProvider>
    </TRPCReactProvider>
  );
}

/** So that what runs stands in the first paint; while it cannot be read, the stream will tell. */
async function listUnderWay() {
  const api = await getApi();
  const read = api.jobs.list({ filter: "underWay", limit: 50 });
  return read.then(({ items }) => items).catch(() => []);
}
