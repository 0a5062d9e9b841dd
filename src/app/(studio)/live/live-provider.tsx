"use client";

import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from "react";
import { isTerminal, type JobUpdate } from "~/server/jobs/schema";
import { api } from "~/trpc/react";
import { openJobStream } from "./job-stream";
import { joinLiveChannel } from "./live-channel";
import { createLiveStore, type LiveState, type LiveStore } from "./live-store";

const REFRESH_AFTER_MS = 100;

const LiveContext = createContext<LiveStore | null>(null);

/** Keeps every tab of this browser up to date about the viewer's jobs, over one stream. */
export function LiveProvider({ viewerId, children }: { viewerId: string; children: ReactNode }) {
  const [store] = useState(createLiveStore);
  const utils = api.useUtils();

  useEffect(() => {
    let refresh: ReturnType<typeof setTimeout> | undefined;
    // Many jobs can be heard of at once: the lists are asked for once.
    function refreshLists() {
      clearTimeout(refresh);
      refresh = setTimeout(() => {
        void utils.videos.invalidate();
        void utils.jobs.list.invalidate();
        void utils.account.me.invalidate();
      }, REFRESH_AFTER_MS);
    }
    const leave = joinLiveChannel({
      viewerId,
      openStream: (on) => openJobStream(utils.client, on),
      onConnection: store.setConnection,
      onUpdate(update) {
        if (store.apply(update)) refreshLists();
      },
    });
    return () => {
      clearTimeout(refresh);
      leave();
    };
  }, [viewerId, store, utils]);

  return <LiveContext value={store}>{children}</LiveContext>;
}

function useLiveStore(): LiveStore {
  const store = useContext(LiveContext);
  if (!store) throw new Error("LiveProvider is missing above this component");
  return store;
}

const NOTHING_YET: LiveState = { connection: "connecting", jobs: [] };

/** The connection and all jobs heard of. */
export function useLive(): LiveState {
  const store = useLiveStore();
  return useSyncExternalStore(store.subscribe, store.getSnapshot, () => NOTHING_YET);
}

/** The newest word on one job; null until there is one. */
export function useLiveJob(jobId: string | null | undefined): JobUpdate | null {
  return useLive().jobs.find((job) => job.id === jobId) ?? null;
}

/** Jobs that wait or run, oldest first. */
export function useActiveJobs(): JobUpdate[] {
  return useLive().jobs.filter((job) => !isTerminal(job.status));
}

/** Tells this tab about a job before the stream does: the one that was just submitted. */
export function useAnnounceJob(): (update: JobUpdate) => void {
  const store = useLiveStore();
  return (update) => void store.apply(update);
}
