import { readFileSync } from "node:fs";
import { isRunning, markProcess, type ProcessMark, parentOf } from "./processes";

const LOOK_EVERY_MS = 1_000;

/**
 * Calls back when whoever started us is gone, also by kill -9. A forked parent's channel tells;
 * npm gives its scripts none, so it is watched, with the shell that it puts in between.
 */
export function onParentGone(callback: () => void): void {
  process.on("disconnect", callback);
  if (!process.env["npm_lifecycle_event"]) return;
  const watched = [markProcess(process.ppid)];
  const npm = isShell(process.ppid) ? parentOf(process.ppid) : null;
  if (npm !== null) watched.push(markProcess(npm));
  const timer = setInterval(() => {
    if (watched.every((mark: ProcessMark) => isRunning(mark))) return;
    clearInterval(timer);
    callback();
  }, LOOK_EVERY_MS).unref();
}

/** Only Linux tells; elsewhere the parent alone is watched. */
function isShell(pid: number): boolean {
  try {
    return /^(\S*\/)?(sh|bash|dash)\0-c\0/.test(readFileSync(`/proc/${pid}/cmdline`, "utf8"));
  } catch {
    return false;
  }
}
