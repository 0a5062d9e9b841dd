"use client";

import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from "react";
import { isTerminal, type JobUpdate, type JobView } from "~/server/jobs/schema";
import { api } from "~/trpc/react";
import { openJobStream } from "./job-stream";
import { joinLiveChannel } from "./live-channel";
import { createLiveStore, type LiveState, type LiveStore } from "./live-store";

const REFRESH_AFTER_MS = 100;

const LiveContext = createContext<LiveStore | null>(null);

type LiveProviderProps = {
  viewerId: string;
  /** The jobs that were under way when the server drew the page. */
  known: readonly JobView[];
  children: ReactNode;
};

/** Keeps every tab of this browser up to date about the viewer's jobs, over one stream. */
export function LiveProvider({ viewerId, known, children }: LiveProviderProps) {
  const [store] = useState(() => createLiveStore(known));
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
    function apply(update: JobUpdate) {
      if (store.apply(update)) refreshLists();
    }
    // The stream begins with what is under way: a job that ended just before would seem to go on.
    let unseen = new Set(store.getInitial().jobs.map(({ id }) => id));
    async function lookAfterUnseen() {
      const ids = unseen;
      unseen = new Set();
      if (ids.size === 0) return;
      const { items } = await utils.client.jobs.list.query({ limit: 50 });
      for (const job of items) if (ids.has(job.id)) apply({ ...job, frame: null });
    }
    const leave = joinLiveChannel({
      viewerId,
      openStream: (on) => openJobStream(utils.client, on),
      onConnection(connection) {
        store.setConnection(connection);
        if (connection === "live") lookAfterUnseen().catch(() => undefined);
      },
      onUpdate: apply,
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

/** The connection and all jobs heard of. */
export function useLive(): LiveState {
  const store = useLiveStore();
  return useSyncExternalStore(store.subscribe, store.getSnapshot, store.getInitial);
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
