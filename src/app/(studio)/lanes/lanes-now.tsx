"use client";

import { useEffect } from "react";
import { api } from "~/trpc/react";
import { useActiveJobs } from "../live/live-provider";
import { LanePicture } from "./lane-picture";

const LANES_MS = 4_000;

/** The line while something of one's own stands in it; absent otherwise, and while it is unknown. */
export function LanesNow() {
  const active = useActiveJobs();
  const isWaiting = active.some(({ status }) => status === "QUEUED");
  const lanes = api.queue.lanes.useQuery(undefined, {
    enabled: isWaiting,
    refetchInterval: LANES_MS,
  });
  const { refetch } = lanes;
  const moves = active.map(({ id, status }) => id + status).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a move is the reason to ask.
  useEffect(() => {
    if (isWaiting) void refetch();
  }, [isWaiting, moves, refetch]);
  if (!isWaiting || !lanes.data) return null;
  return (
    <section aria-label="The line" className="mb-8">
      <LanePicture line={lanes.data.views[lanes.data.tier]} slots={lanes.data.slots} />
    </section>
  );
}
