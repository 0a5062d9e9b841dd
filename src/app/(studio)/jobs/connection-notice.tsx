"use client";

import { Badge } from "~/components/ui/badge";
import { useLive } from "../live/live-provider";

/** Says when what stands here is not live. */
export function ConnectionNotice() {
  const { connection } = useLive();
  if (connection === "live") return null;
  const words = {
    connecting: "Connecting …",
    polling: "Live updates paused – checking every 5 s",
    offline: "Offline – showing what was known",
  }[connection];
  return (
    <Badge role="status" variant={connection === "connecting" ? "outline" : "warning"}>
      {words}
    </Badge>
  );
}
