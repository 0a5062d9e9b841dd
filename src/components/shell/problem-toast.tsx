"use client";

import { toast } from "sonner";
import { errorSentence, secondsToWait } from "~/trpc/errors";
import { inClock, useWaitSeconds } from "~/trpc/use-wait-seconds";

/** Says what went wrong with something that was clicked and, where waiting helps, counts the wait down. */
export function toastProblem(error: unknown): void {
  const seconds = secondsToWait(error);
  // One toast however often somebody clicks meanwhile.
  const wait = { id: "wait", description: <Countdown error={error} />, duration: seconds * 1000 };
  toast.error(errorSentence(error), seconds > 0 ? wait : {});
}

function Countdown({ error }: { error: unknown }) {
  const seconds = useWaitSeconds(error);
  return <span className="tabular-nums">Again in {inClock(seconds)}</span>;
}
