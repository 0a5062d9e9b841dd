import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { forgetOldWebhooks, type PurgeContext } from "~/server/accounts/service";
import { purgeFiles } from "~/server/files/service";
import {
  beatWorker,
  buryJob,
  forgetSilentWorkers,
  listHeldJobs,
  reclaimFromDead,
  removeWorker,
  STOP_TOPIC,
  sweepJobs,
} from "~/server/jobs/service";
import { createUploadSweep } from "~/server/uploads/service";
import { purgeVideos } from "~/server/videos/service";
import { outlastOutage } from "./patience";
import { type PrepareContext, prepareFiles } from "./prepare-files";
import { isWorkerAlive, machineName, registerOwnWorker } from "./process-identity";
import { purgeAccounts } from "./purge-accounts";
import { removeLeftovers } from "./remove-leftovers";
import { type RunContext, runJob } from "./run-job";
import { createStopper, type Stopper } from "./stopper";
import { openWorkRoot } from "./work-directory";

const DEADLINE_SECONDS = 15 * 60;
const STOP_SECONDS = 20;

export type WorkerOptions = {
  slots: number;
  /** Where renders work; the system's temporary folder when left out. */
  workParent?: string;
  deadlineSeconds?: number;
  tickMs?: number;
};

export type Worker = {
  id: string;
  /** Takes nothing new, hands back what it renders, finishes what it is storing. */
  stop(): Promise<void>;
};

type WorkerContext = RunContext & PurgeContext & PrepareContext;

/** Renders what the queue delivers until it is stopped. */
export async function startWorker(ctx: WorkerContext, options: WorkerOptions): Promise<Worker> {
  const { slots, deadlineSeconds = DEADLINE_SECONDS, tickMs = 5_000 } = options;
  const identity = { id: randomUUID(), slots, machine: machineName(), pid: process.pid };
  const sweepUploads = createUploadSweep();
  const workRoot = await openWorkRoot(options.workParent);
  const running = new Map<string, Stopper>();
  const runs = new Set<Promise<void>>();
  const run = { workerId: identity.id, workRoot, deadlineSeconds };
  let isStopping = false;
  registerOwnWorker(identity.id);

  async function onJob({ jobId, signal }: { jobId: string; signal: AbortSignal }) {
    const stopper = createStopper();
    running.set(jobId, stopper);
    signal.addEventListener("abort", () => stopper.stop("lost"), { once: true });
    if (isStopping) stopper.stop("released");
    const finished = runJob(ctx, run, { jobId, stopper }).finally(() => running.delete(jobId));
    runs.add(finished);
    await finished.finally(() => runs.delete(finished));
  }

  async function dropLost() {
    const started = [...running].filter(([, stopper]) => stopper.isClaimed);
    const held = await listHeldJobs(ctx, identity.id);
    for (const [jobId, stopper] of started) if (!held.has(jobId)) stopper.stop("lost");
  }

  const duties = [
    () => beatWorker(ctx, identity),
    dropLost,
    () => reclaimFromDead(ctx, identity.machine, isWorkerAlive),
    () => forgetSilentWorkers(ctx),
    () => sweepJobs(ctx),
    () => removeLeftovers(ctx, ctx.now()),
    () => purgeVideos(ctx, ctx.now()),
    () => purgeAccounts(ctx),
    () => purgeFiles(ctx, ctx.now()),
    () => sweepUploads(ctx),
    () => forgetOldWebhooks(ctx, ctx.now()),
  ];

  async function tick() {
    for (const duty of duties) {
      await duty().catch((error: unknown) => ctx.log.warn({ err: error }, "A duty failed"));
    }
  }

  await outlastOutage(ctx.log, () => beatWorker(ctx, identity));
  const unsubscribe = await ctx.events.subscribe(STOP_TOPIC, {
    onEvent: ({ jobId }) => running.get(String(jobId))?.stop("lost"),
  });
  const handlers = { onJob, onDead: (jobId: string) => buryJob(ctx, jobId) };
  await outlastOutage(ctx.log, () => ctx.queue.work(handlers, { slots }));
  const stopped = new AbortController();
  const ticking = (async () => {
    while (!stopped.signal.aborted) {
      await tick();
      await wait(tickMs, undefined, { signal: stopped.signal }).catch(() => undefined);
    }
  })();

  const preparing = prepareFiles(ctx, { workRoot, tickMs, signal: stopped.signal });

  return {
    id: identity.id,
    async stop() {
      isStopping = true;
      stopped.abort();
      await Promise.all([ticking, preparing]);
      await ctx.queue.pause();
      for (const stopper of running.values()) stopper.stop("released");
      await Promise.race([Promise.allSettled(runs), wait(STOP_SECONDS * 1000)]);
      unsubscribe();
      await removeWorker(ctx, identity.id).catch((error: unknown) => {
        ctx.log.warn({ err: error }, "The worker could not sign off");
      });
      await ctx.queue.stop({ timeoutSeconds: 1 });
      await rm(workRoot, { recursive: true, force: true });
    },
  };
}
