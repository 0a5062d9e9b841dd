import { fromPrisma, PgBoss } from "pg-boss";
import type { Transaction } from "./db";
import type { Logger } from "./log";

const SCHEMA = "pgboss";
const RENDER = "render";
const DEAD = "render-dead";

/** One delivery of a piece of work. `signal` aborts when the queue has given it to somebody else. */
export type Delivery = { jobId: string; signal: AbortSignal };

export type QueueHandlers = {
  /** Resolves when there is nothing left to do for this delivery; a rejection is delivered again. */
  onJob(delivery: Delivery): Promise<void>;
  /** The queue has delivered this job so often in vain that it gives up. */
  onDead(jobId: string): Promise<void>;
};

/** Hands jobs to workers, at least once. What a job is, and whether it still matters, others know. */
export type Queue = {
  /** Installs the tables; any number of processes may do so at once. Sending does it by itself. */
  start(): Promise<void>;
  /** Commits with `tx`. Does nothing while a delivery of this job is waiting or running. */
  send(tx: Transaction, jobId: string): Promise<void>;
  /** Commits with `tx`. Whatever delivery there is ends, and a fresh one waits `delaySeconds`. */
  resend(tx: Transaction, jobId: string, options?: { delaySeconds?: number }): Promise<void>;
  /** Runs at most `slots` jobs at a time in this process. */
  work(handlers: QueueHandlers, options: { slots: number }): Promise<void>;
  /** Takes no new job; those that run go on. */
  pause(): Promise<void>;
  /** Waits for running handlers (at most `timeoutSeconds`) and closes every connection. */
  stop(options?: { timeoutSeconds?: number }): Promise<void>;
  /** Throws unless the queue's tables answer. */
  probe(): Promise<void>;
};

const RETRIES = {
  // Lost workers end sooner by the job's own count; this is the net below it.
  retryLimit: 30,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 30,
  heartbeatSeconds: 10,
  expireInSeconds: 2 * 3600,
  deleteAfterSeconds: 3600,
};

// With NOTIFY on, pg-boss sleeps this long after every job, 30 s by default.
const POLLING = { pollingIntervalSeconds: 0.5, notifyPollingIntervalSeconds: 0.5 };

type QueueOptions = { connectionString: string; log: Logger };

async function openBoss(
  { connectionString, log }: QueueOptions,
  listens: boolean,
): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString,
    schema: SCHEMA,
    max: listens ? 5 : 2,
    connectionTimeoutMillis: 2_000,
    useListenNotify: listens,
    schedule: false,
    // Workers supervise by hand (see `work`), so that web processes need not.
    supervise: false,
    monitorIntervalSeconds: 5,
  });
  boss.on("error", (error) => log.warn({ err: error }, "The queue met an error"));
  try {
    await boss.start();
    await boss.createQueue(DEAD, { notify: true, heartbeatSeconds: 10 });
    await boss.createQueue(RENDER, {
      policy: "exclusive",
      notify: true,
      deadLetter: DEAD,
      ...RETRIES,
    });
    return boss;
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => undefined);
    throw error;
  }
}

/** Jobs through pg-boss, which keeps its tables in a schema of its own. Opens nothing until used. */
export function createQueue(options: QueueOptions): Queue {
  const { log } = options;
  let opening: Promise<PgBoss> | undefined;
  let supervision: NodeJS.Timeout | undefined;

  function open(listens: boolean): Promise<PgBoss> {
    opening ??= openBoss(options, listens).catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  }

  async function send(tx: Transaction, jobId: string, startAfter = 0) {
    const boss = await open(false);
    await boss.send(RENDER, { jobId }, { singletonKey: jobId, startAfter, db: fromPrisma(tx) });
  }

  return {
    async start() {
      await open(false);
    },
    send: (tx, jobId) => send(tx, jobId),
    async resend(tx, jobId, { delaySeconds = 0 } = {}) {
      const boss = await open(false);
      const db = fromPrisma(tx);
      const deliveries = await boss.findJobs<{ jobId: string }>(RENDER, { key: jobId, db });
      const live = deliveries.filter(({ state }) => ["created", "retry", "active"].includes(state));
      if (live.length > 0) {
        await boss.deleteJob(
          RENDER,
          live.map(({ id }) => id),
          { db },
        );
      }
      await send(tx, jobId, delaySeconds);
    },
    async work({ onJob, onDead }, { slots }) {
      const boss = await open(true);
      await boss.work<{ jobId: string }>(
        RENDER,
        { ...POLLING, localConcurrency: slots, heartbeatRefreshSeconds: 3 },
        async ([job]) => {
          if (job) await onJob({ jobId: job.data.jobId, signal: job.signal });
        },
      );
      await boss.work<{ jobId: string }>(DEAD, POLLING, async ([job]) => {
        if (job) await onDead(job.data.jobId);
      });
      supervision = setInterval(() => {
        boss.supervise().catch((error) => log.warn({ err: error }, "Supervising the queue failed"));
      }, 5_000);
    },
    async pause() {
      const boss = await opening;
      if (!boss) return;
      await boss.offWork(RENDER, { wait: false });
      await boss.offWork(DEAD, { wait: false });
    },
    async stop({ timeoutSeconds = 10 } = {}) {
      clearInterval(supervision);
      const boss = await opening?.catch(() => undefined);
      opening = undefined;
      await boss?.stop({ graceful: true, timeout: timeoutSeconds * 1000 });
    },
    async probe() {
      const boss = await open(false);
      if (!(await boss.getQueue(RENDER))) throw new Error("The queue's table is gone.");
    },
  };
}
