import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { PrepareOrder } from "./prepare-order";
import type { Prepared, PrepareRequest, Preparer } from "./preparer";

const TIME_LIMIT_MS = 30_000;
const HEAP_MIB = 96;
const KEPT_OUTPUT_CHARACTERS = 2_000;

export type PreparerOptions = {
  /** An ffmpeg program to decode with where node-av is missing; `ffprobe` lies beside it. */
  ffmpegPath?: string | undefined;
  timeLimitMs?: number;
};

export function createPreparer(options: PreparerOptions = {}): Preparer {
  return {
    async prepare(request) {
      request.signal.throwIfAborted();
      const child = startProcess();
      const kill = () => killGroup(child);
      request.signal.addEventListener("abort", kill, { once: true });
      const timer = setTimeout(kill, options.timeLimitMs ?? TIME_LIMIT_MS);
      try {
        return await follow(child, request, options.ffmpegPath);
      } finally {
        clearTimeout(timer);
        request.signal.removeEventListener("abort", kill);
      }
    },
  };
}

function follow(child: ChildProcess, request: PrepareRequest, ffmpegPath: string | undefined) {
  return new Promise<Prepared>((resolve, reject) => {
    let prepared: Prepared | undefined;
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        output = (output + text).slice(-KEPT_OUTPUT_CHARACTERS);
      });
    }
    child.on("message", (answer: Prepared) => {
      prepared = answer;
    });
    child.once("error", reject);
    // What the process started dies with it.
    child.once("exit", () => killGroup(child));
    child.once("close", (code, signal) => {
      if (request.signal.aborted) return reject(request.signal.reason);
      if (prepared) return resolve(prepared);
      const end = signal ?? `code ${code}`;
      reject(new Error(`Looking into a file ended with ${end}: ${output.trim()}`));
    });
    const { path, contentType, wanted, directory } = request;
    const order: PrepareOrder = { path, contentType, wanted, directory, ffmpegPath };
    // A child that dies at once refuses the order; its end is what is reported.
    child.send(order, () => {});
  });
}

function startProcess(): ChildProcess {
  return fork(fileURLToPath(new URL("./prepare-process.ts", import.meta.url)), {
    // By its bare name: the web build would follow a resolved path into the loader and fail.
    execArgv: [`--max-old-space-size=${HEAP_MIB}`, "--import", "tsx"],
    // Nothing secret goes along. Two arenas save memory: glibc sets one aside for every thread.
    env: { NODE_ENV: "production", MALLOC_ARENA_MAX: "2" },
    detached: process.platform !== "win32",
    serialization: "advanced",
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
}

function killGroup(child: ChildProcess) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill("SIGKILL");
    else process.kill(-child.pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
