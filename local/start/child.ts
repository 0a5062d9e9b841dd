import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { forkAttached, onLines, waitForExit } from "./fork";
import { openLogFile } from "./log-file";
import { killGroup } from "./processes";
import type { Terminal } from "./terminal";

/** What a child says once it can be used. */
export type ReadyMessage = { type: "ready"; url?: string; mailboxUrl?: string };

export type ChildSpec = {
  name: string;
  /** A module, relative to the project's root. */
  module: string;
  args?: string[];
  /** Asked at each start, since a database that started again may have moved. */
  env: () => Record<string, string>;
  /**
   * Resolves when a freshly started child can be used.
   * @param said - its `{ type: "ready" }` message.
   * @param signal - aborts when the child has ended.
   */
  isReady(said: Promise<ReadyMessage>, signal: AbortSignal): Promise<ReadyMessage>;
  /** Called each time it is ready, the first time included. */
  onReady?: (said: ReadyMessage) => void;
  /** How long it may take to end by itself after SIGTERM. */
  stopTimeoutMs: number;
};

export type Child = {
  /** Rejects with the end of its log when it ends before it was ready for the first time. */
  ready: Promise<void>;
  /** Its process now; undefined while it is down. */
  pid(): number | undefined;
  restart(): void;
  stop(): Promise<void>;
};

export type Host = {
  root: string;
  dataDir: string;
  terminal: Terminal;
  /** Called when a process has come or gone. */
  onChange(): void;
};

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** One that lived this long starts over with the shortest pause. */
const HEALTHY_MS = 60_000;

/** Starts a child and keeps it running: one that ends is started again, after ever longer pauses. */
export function superviseChild(host: Host, spec: ChildSpec): Child {
  const log = openLogFile(host.dataDir, spec.name);
  const stopped = new AbortController();
  let current: ChildProcess | null = null;
  let pauseMs = FIRST_PAUSE_MS;

  /** @returns why it ended, or null once it is ready. */
  async function run(): Promise<string | null> {
    const startedAt = Date.now();
    const child = forkAttached(host.root, spec.module, spec.args ?? [], spec.env());
    current = child;
    host.onChange();
    let isQuiet = true;
    onLines(child, (line) => {
      log.write(line);
      if (!isQuiet) host.terminal.childLine(spec.name, line);
    });
    const ended = new AbortController();
    const exit = waitForExit(child).then((reason) => {
      current = null;
      host.onChange();
      ended.abort(new Error(`${spec.name} ended (${reason})`));
      return reason;
    });
    const said = new Promise<ReadyMessage>((resolve) => {
      child.on("message", (message: ReadyMessage) => {
        if (message?.type === "ready") resolve(message);
      });
    });
    const outcome = await Promise.race([exit, spec.isReady(said, ended.signal)]).catch(
      async (error: Error) => {
        await endProcess(child, exit, spec.stopTimeoutMs);
        return error.message;
      },
    );
    if (typeof outcome === "string") return outcome;
    isQuiet = false;
    spec.onReady?.(outcome);
    void exit.then((reason) => startAgain(reason, startedAt));
    return null;
  }

  async function startAgain(reason: string, startedAt: number): Promise<void> {
    if (stopped.signal.aborted) return;
    if (Date.now() - startedAt > HEALTHY_MS) pauseMs = FIRST_PAUSE_MS;
    host.terminal.warn(`${spec.name} ended (${reason}) and is started again`);
    let problem: string | null = reason;
    while (problem !== null && !stopped.signal.aborted) {
      await sleep(pauseMs, undefined, { signal: stopped.signal }).catch(() => {});
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      if (!stopped.signal.aborted) problem = await run();
    }
  }

  const ready = run().then((problem) => {
    if (problem === null) return;
    throw new Error(
      `${spec.name} did not start (${problem}). ${log.path} ends with:\n${log.tail()}`,
    );
  });
  return {
    ready,
    pid: () => current?.pid,
    restart: () => void current?.kill("SIGTERM"),
    async stop() {
      stopped.abort();
      if (current) await endProcess(current, waitForExit(current), spec.stopTimeoutMs);
    },
  };
}

async function endProcess(
  child: ChildProcess,
  exit: Promise<unknown>,
  timeoutMs: number,
): Promise<void> {
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.pid !== undefined && killGroup(child.pid), timeoutMs);
  await exit;
  clearTimeout(timer);
}
