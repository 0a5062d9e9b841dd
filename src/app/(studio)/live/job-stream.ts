import type { JobUpdate } from "~/server/jobs/schema";
import type { api } from "~/trpc/react";
import type { Connection } from "./live-store";

type Client = ReturnType<typeof api.useUtils>["client"];

const POLL_EVERY_MS = 5_000;
const REOPEN_AFTER_MS = 10_000;

/**
 * `jobs.watch`, and `jobs.list` every five seconds while that is down.
 * @returns how to close it.
 */
export function openJobStream(
  client: Client,
  on: { update: (update: JobUpdate) => void; connection: (connection: Connection) => void },
): () => void {
  let isClosed = false;
  let poll: ReturnType<typeof setInterval> | undefined;
  let reopening: ReturnType<typeof setTimeout> | undefined;
  let subscription = open();
  window.addEventListener("offline", goOffline);
  window.addEventListener("online", reopen);

  function goOffline() {
    startPolling();
    on.connection("offline");
  }

  // Neither end notices a cut cable by itself for a while.
  function reopen() {
    clearTimeout(reopening);
    reopening = undefined;
    subscription.unsubscribe();
    subscription = open();
  }

  function open() {
    return client.jobs.watch.subscribe(
      {},
      {
        onData: ({ data }) => on.update(data),
        onConnectionStateChange({ state }) {
          if (state === "pending") return becomeLive();
          if (state === "connecting") startPolling();
        },
        onError: () => reopenLater(),
        onComplete: () => reopenLater(),
      },
    );
  }

  function becomeLive() {
    clearInterval(poll);
    poll = undefined;
    on.connection("live");
  }

  function startPolling() {
    if (isClosed || poll) return;
    on.connection("connecting");
    poll = setInterval(askOnce, POLL_EVERY_MS);
  }

  async function askOnce() {
    if (!navigator.onLine) return on.connection("offline");
    try {
      const { items } = await client.jobs.list.query({ limit: 50 });
      if (!poll) return;
      on.connection("polling");
      for (const job of items) on.update({ ...job, frame: null });
    } catch {
      if (poll) on.connection("offline");
    }
  }

  // A refused stream is not tried again by the link itself: a sign-in that lapsed may be back by then.
  function reopenLater() {
    if (isClosed || reopening) return;
    startPolling();
    reopening = setTimeout(reopen, REOPEN_AFTER_MS);
  }

  return () => {
    isClosed = true;
    clearInterval(poll);
    clearTimeout(reopening);
    window.removeEventListener("offline", goOffline);
    window.removeEventListener("online", reopen);
    subscription.unsubscribe();
  };
}
