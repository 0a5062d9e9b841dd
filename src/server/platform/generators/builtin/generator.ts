import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Generator, RenderProgress, RenderRequest, RenderResult } from "../generator";
import { BUILTIN_CARD } from "./card";
import { RENDER_ENVIRONMENT, RENDER_OPTIONS } from "./render-environment";
import { RenderError } from "./render-error";
import type { RenderOrder, RenderReport } from "./render-messages";

const KEPT_OUTPUT_CHARACTERS = 4_000;

export type BuiltinGeneratorOptions = {
  /** An ffmpeg program to encode with instead of node-av. */
  ffmpegPath?: string | undefined;
};

/** Draws films on this machine's processors, each in a process of its own. */
export function createBuiltinGenerator(options: BuiltinGeneratorOptions = {}): Generator {
  return {
    card: BUILTIN_CARD,
    async generate(request) {
      request.signal.throwIfAborted();
      const child = startProcess();
      const kill = () => killGroup(child);
      request.signal.addEventListener("abort", kill, { once: true });
      try {
        const { recipe, directory, pictures = [] } = request;
        return await followRender(child, request, {
          recipe,
          pictures,
          directory,
          ffmpegPath: options.ffmpegPath,
        });
      } finally {
        request.signal.removeEventListener("abort", kill);
      }
    },
  };
}

/** @throws the signal's reason when aborted, RenderError when the process ends without a result. */
function followRender(child: ChildProcess, request: RenderRequest, order: RenderOrder) {
  return new Promise<RenderResult>((resolve, reject) => {
    let result: RenderResult | undefined;
    let output = "";
    const keepOutput = (text: string) => {
      output = (output + text).slice(-KEPT_OUTPUT_CHARACTERS);
    };
    child.stderr?.setEncoding("utf8").on("data", keepOutput);
    child.stdout?.setEncoding("utf8").on("data", keepOutput);
    const tellProgress = (progress: RenderProgress) => {
      try {
        request.onProgress(progress);
      } catch (error) {
        reject(error);
        killGroup(child);
      }
    };
    child.on("message", (report: RenderReport) => {
      if (request.signal.aborted) return;
      if (report.type === "result") result = report.result;
      else tellProgress(report.progress);
    });
    child.once("error", reject);
    // An encoder that outlives a crashed render must not keep writing into the folder.
    child.once("exit", () => killGroup(child));
    child.once("close", (exitCode, signal) => {
      if (request.signal.aborted) return reject(request.signal.reason);
      if (result && exitCode === 0) return resolve(result);
      reject(new RenderError({ exitCode, signal, output }));
    });
    // A child that dies at once refuses the order; its end is what is reported.
    child.send(order, () => {});
  });
}

function startProcess(): ChildProcess {
  return fork(fileURLToPath(new URL("./render-process.ts", import.meta.url)), {
    // By its bare name: the web build would follow a resolved path into the loader and fail.
    execArgv: ["--import", "tsx", ...RENDER_OPTIONS],
    env: RENDER_ENVIRONMENT,
    // Leads a group, so that its encoder dies with it.
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
