"use client";

import { useEffect } from "react";
import { api } from "~/trpc/react";
import { useUploadEngine, useUploads } from "./use-uploads";

/** Room may be made elsewhere. */
const LOOK_MS = 30_000;

/** Lets uploads that wait for room go on once there is some, wherever it was made. */
export function RoomWatch() {
  const { roomMade } = useUploadEngine();
  const isWaiting = useUploads().some(
    ({ state }) => state.name === "paused" && state.because === "quota",
  );
  const { data, dataUpdatedAt } = api.files.usage.useQuery(undefined, {
    enabled: isWaiting,
    refetchInterval: LOOK_MS,
  });
  const leftBytes = data ? data.limitBytes - data.totalBytes : 0;
  useEffect(() => {
    if (isWaiting && dataUpdatedAt > 0) roomMade(leftBytes);
  }, [isWaiting, dataUpdatedAt, leftBytes, roomMade]);
  return null;
}
