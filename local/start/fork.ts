import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { killGroup } from "./processes";

const ATTACHED = pathToFileURL(path.join(import.meta.dirname, "attached.mjs")).href;

/**
 * Runs a module of the project as a Node child that ends when we do. It heads its own process
 * group: Ctrl-C in the terminal reaches the supervisor alone, which then stops all in order.
 */
export function forkAttached(
  root: string,
  module: string,
  args: string[],
  env: Record<string, string | undefined>,
): ChildProcess {
  return fork(path.join(root, module), args, {
    cwd: root,
    env: env as NodeJS.ProcessEnv,
    execArgv: ["--import", ATTACHED, ...(module.endsWith(".ts") ? ["--import", "tsx"] : [])],
    detached: process.platform !== "win32",
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
}

/** @returns the signal or code that it ended with; its own children are ended by then. */
export function waitForExit(child: ChildProcess): Promise<string> {
  return new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => {
      if (child.pid !== undefined) killGroup(child.pid);
      resolve(signal ?? `code ${code}`);
    });
  });
}

export function onLines(child: ChildProcess, onLine: (line: string) => void): void {
  for (const input of [child.stdout, child.stderr]) {
    if (input) createInterface({ input }).on("line", onLine);
  }
}

/**
 * Runs a module that ends by itself.
 * @throws with the end of what it wrote unless it ends with code 0, and when `signal` aborts.
 */
export async function runToEnd(input: {
  root: string;
  module: string;
  args?: string[];
  env: Record<string, string | undefined>;
  signal: AbortSignal;
  onStart?: (pid: number) => void;
  onLine?: (line: string) => void;
}): Promise<void> {
  input.signal.throwIfAborted();
  const child = forkAttached(input.root, input.module, input.args ?? [], input.env);
  if (child.pid !== undefined) input.onStart?.(child.pid);
  const newest: string[] = [];
  onLines(child, (line) => {
    input.onLine?.(line);
    newest.push(line);
    if (newest.length > 40) newest.shift();
  });
  const abort = () => child.pid !== undefined && killGroup(child.pid);
  input.signal.addEventListener("abort", abort);
  const reason = await waitForExit(child);
  input.signal.removeEventListener("abort", abort);
  input.signal.throwIfAborted();
  if (reason !== "code 0") {
    throw new Error(`${input.module} ended with ${reason}:\n${newest.join("\n")}`);
  }
}
