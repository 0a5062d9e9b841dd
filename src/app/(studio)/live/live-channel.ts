import type { JobUpdate } from "~/server/jobs/schema";
import type { Connection } from "./live-store";

type Message =
  | { type: "update"; update: JobUpdate }
  | { type: "connection"; connection: Connection }
  | { type: "hello" };

export type LiveChannelOptions = {
  /** One stream per viewer: another account in the same browser has its own. */
  viewerId: string;
  /** Opens the server's stream; called in the one tab that holds it. Returns how to close it. */
  openStream: (on: {
    update: (update: JobUpdate) => void;
    connection: (connection: Connection) => void;
  }) => () => void;
  onUpdate: (update: JobUpdate) => void;
  onConnection: (connection: Connection) => void;
};

/**
 * One stream for all tabs of a browser, since HTTP/1.1 allows six connections to a host and a stream
 * holds one for good. A Web Lock chooses the tab that holds it; a BroadcastChannel tells the others.
 * When that tab closes, the browser hands the lock to the next.
 * @returns how to leave.
 */
export function joinLiveChannel(options: LiveChannelOptions): () => void {
  const { viewerId, openStream, onUpdate, onConnection } = options;
  const name = `t2m-live:${viewerId}`;
  const channel = new BroadcastChannel(name);
  const leaving = new AbortController();
  const latest = new Map<string, JobUpdate>();
  let connection: Connection | null = null;

  function remember(update: JobUpdate) {
    const frame = update.frame ?? latest.get(update.id)?.frame ?? null;
    latest.set(update.id, { ...update, frame });
  }

  function tell(message: Message) {
    channel.postMessage(message);
  }

  async function lead() {
    // The lock can be granted in the very moment of leaving; nobody would let go of it then.
    if (leaving.signal.aborted) return;
    const close = openStream({
      update(update) {
        remember(update);
        onUpdate(update);
        tell({ type: "update", update });
      },
      connection(next) {
        connection = next;
        onConnection(next);
        tell({ type: "connection", connection: next });
      },
    });
    await new Promise((resolve) => leaving.signal.addEventListener("abort", resolve));
    close();
  }

  channel.addEventListener("message", ({ data }: MessageEvent<Message>) => {
    if (data.type === "update") {
      remember(data.update);
      onUpdate(data.update);
    }
    if (data.type === "connection") onConnection(data.connection);
    if (data.type === "hello" && connection) {
      tell({ type: "connection", connection });
      for (const update of latest.values()) tell({ type: "update", update });
    }
  });

  tell({ type: "hello" });
  navigator.locks.request(name, { signal: leaving.signal }, lead).catch(ignoreAbort);

  return () => {
    leaving.abort();
    channel.close();
  };
}

function ignoreAbort(error: unknown) {
  if (!(error instanceof DOMException && error.name === "AbortError")) throw error;
}
