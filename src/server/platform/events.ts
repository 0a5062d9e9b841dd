import pg from "pg";
import type { Transaction } from "./db";
import type { Logger } from "./log";

const CHANNEL = "t2m_events";
// Postgres refuses a payload of 8000 bytes or more.
const MAX_PAYLOAD_BYTES = 7_999;
const PROBE_INTERVAL_MS = 10_000;
const PROBE_TIMEOUT_MS = 5_000;
const MAX_BACKOFF_MS = 5_000;

/** Ids and small fields only: whoever hears of a change reads the rest from the database. */
export type EventData = Record<string, string | number | boolean | null>;

export type EventListener = {
  onEvent(data: EventData): void;
  /** Events may have been missed: read the state again. */
  onReconnect?(): void;
};

/** News between processes, through Postgres LISTEN/NOTIFY. News can be lost, state cannot. */
export type Events = {
  /** Delivered to every process when `tx` commits, and never if it does not. */
  publish(tx: Transaction, topic: string, data: EventData): Promise<void>;
  /**
   * Resolves once this process hears the topic. When the database cannot be reached it resolves all
   * the same, and `onReconnect` follows as soon as it can.
   * @returns a function that ends the subscription.
   */
  subscribe(topic: string, listener: EventListener): Promise<() => void>;
  stop(): Promise<void>;
};

type EventsOptions = { connectionString: string; log: Logger };

/** One LISTEN connection for the whole process, opened by the first subscriber. */
export function createEvents({ connectionString, log }: EventsOptions): Events {
  const topics = new Map<string, Set<EventListener>>();
  let client: pg.Client | undefined;
  let connecting: Promise<void> | undefined;
  let reconnect: NodeJS.Timeout | undefined;
  let probing: NodeJS.Timeout | undefined;
  let failures = 0;
  let mayHaveMissed = false;
  let stopped = false;

  function deliver(payload: string) {
    const { topic, data } = JSON.parse(payload) as { topic: string; data: EventData };
    for (const listener of topics.get(topic) ?? []) listener.onEvent(data);
  }

  function lose(lost: pg.Client, error: unknown) {
    if (client !== lost) return;
    client = undefined;
    clearInterval(probing);
    log.warn({ err: error }, "Lost the connection that listens for events");
    lost.end().catch(() => undefined);
    scheduleReconnect();
  }

  function scheduleReconnect() {
    if (stopped) return;
    clearTimeout(reconnect);
    const delayMs = Math.min(MAX_BACKOFF_MS, 100 * 2 ** failures++);
    reconnect = setTimeout(() => void connect(), delayMs);
  }

  async function open() {
    const next = new pg.Client({
      connectionString,
      keepAlive: true,
      connectionTimeoutMillis: 2_000,
      query_timeout: PROBE_TIMEOUT_MS,
    });
    next.on("error", (error) => lose(next, error));
    next.on("end", () => lose(next, new Error("the connection ended")));
    next.on("notification", ({ payload }) => deliver(payload ?? ""));
    try {
      await next.connect();
      await next.query(`LISTEN ${CHANNEL}`);
    } catch (error) {
      next.end().catch(() => undefined);
      log.warn({ err: error }, "Cannot listen for events yet");
      mayHaveMissed = true;
      scheduleReconnect();
      return;
    }
    if (stopped) return next.end();
    client = next;
    failures = 0;
    // A connection whose other side vanished stays silent for ever unless somebody asks.
    probing = setInterval(() => {
      next.query("SELECT 1").catch((error: unknown) => lose(next, error));
    }, PROBE_INTERVAL_MS);
    if (mayHaveMissed) {
      for (const listeners of topics.values()) for (const it of listeners) it.onReconnect?.();
    }
    mayHaveMissed = true;
  }

  function connect(): Promise<void> {
    if (client || stopped) return Promise.resolve();
    connecting ??= open().finally(() => {
      connecting = undefined;
    });
    return connecting;
  }

  return {
    async publish(tx, topic, data) {
      const payload = JSON.stringify({ topic, data });
      if (Buffer.byteLength(payload) > MAX_PAYLOAD_BYTES) {
        throw new Error(`An event on ${topic} is too big; send ids.`);
      }
      await tx.$executeRaw`SELECT pg_notify(${CHANNEL}, ${payload})`;
    },
    async subscribe(topic, listener) {
      const listeners = topics.get(topic) ?? new Set();
      topics.set(topic, listeners.add(listener));
      await connect();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0 && topics.get(topic) === listeners) topics.delete(topic);
      };
    },
    async stop() {
      stopped = true;
      clearTimeout(reconnect);
      clearInterval(probing);
      topics.clear();
      await connecting;
      const last = client;
      client = undefined;
      await last?.end();
    },
  };
}
