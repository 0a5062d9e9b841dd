import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** A process and when it began: a number alone is given to somebody else sooner or later. */
export type ProcessMark = { pid: number; startedAt: string | null };

export function markProcess(pid: number): ProcessMark {
  return { pid, startedAt: readStart(pid) };
}

/** True while that very process runs. */
export function isRunning({ pid, startedAt }: ProcessMark): boolean {
  if (!isAlive(pid)) return false;
  const current = readStart(pid);
  return startedAt === null || current === null || current === startedAt;
}

/** Waits until all are gone, and ends those that are still here after `graceMs`. */
export async function outlast(marks: ProcessMark[], graceMs: number): Promise<void> {
  const deadline = Date.now() + graceMs;
  while (marks.some(isRunning) && Date.now() < deadline) await sleep(50);
  for (const mark of marks.filter(isRunning)) killGroup(mark.pid);
}

/** Children are started as heads of process groups, so this takes their own children along. */
export function killGroup(pid: number): void {
  for (const target of process.platform === "win32" ? [pid] : [-pid, pid]) {
    try {
      process.kill(target, "SIGKILL");
    } catch {
      // Already gone, which is what we want.
    }
  }
}

/** @returns null where it cannot be told. */
export function parentOf(pid: number): number | null {
  return Number(readStat(pid)?.[1]) || null;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Linux: fields 3 (state), 4 (parent) and 22 (start, in ticks since boot) of /proc/<pid>/stat, see proc(5). */
function readStat(pid: number): string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return null;
  }
}

function isZombie(pid: number): boolean {
  return readStat(pid)?.[0] === "Z";
}

function readStart(pid: number): string | null {
  const ticks = readStat(pid)?.[19];
  if (ticks) return ticks;
  if (process.platform === "win32" || process.platform === "linux") return null;
  const answer = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" });
  return answer.status === 0 ? answer.stdout.trim() : null;
}
