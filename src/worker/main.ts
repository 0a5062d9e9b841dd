import { env } from "~/env";
import { bootOrExit } from "~/server/boot";
import { createWorkerAdapters } from "~/server/worker-context";
import { startWorker } from "./worker";

const STOP_MS = 30_000;

bootOrExit();
const adapters = createWorkerAdapters();
const { log } = adapters;
const worker = await startWorker(adapters, { slots: env().WORKER_SLOTS });
log.info({ workerId: worker.id }, "Worker ready");

let isEnding = false;

async function end(why: string) {
  if (isEnding) return;
  isEnding = true;
  log.info({ why }, "Worker stopping");
  setTimeout(() => process.exit(1), STOP_MS).unref();
  await worker.stop();
  await adapters.events.stop();
  await adapters.db.$disconnect();
  process.exit(0);
}

for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void end(signal));
process.on("disconnect", () => void end("the parent process is gone"));
