import type { Logger } from "~/server/platform/log";

/** npm hands a Ctrl-C on that the terminal has sent us too: that is one, not two. */
const ONE_KEY_PRESS_MS = 500;

type Parts = {
  log: Logger;
  /** Resolves when all that was begun is finished. */
  drain(): Promise<void>;
  stop(): Promise<void>;
};

/** The process ends with 0 after SIGTERM, SIGINT or the end of its parent; a second Ctrl-C does not wait. */
export function endOnSignals({ log, drain, stop }: Parts): void {
  let endedAt: number | undefined;

  async function end(why: string) {
    if (endedAt !== undefined) {
      if (why === "SIGINT" && performance.now() - endedAt > ONE_KEY_PRESS_MS) process.exit(1);
      return;
    }
    endedAt = performance.now();
    log.info({ why }, "Front stopping");
    await drain();
    await stop();
    process.exit(0);
  }

  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void end(signal));
  process.on("disconnect", () => void end("the parent process is gone"));
}
