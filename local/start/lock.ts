import { linkSync, mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isRunning, markProcess, outlast, type ProcessMark } from "./processes";
import { readJson, writeJson } from "./state-file";

type Holder = ProcessMark & { children: ProcessMark[] };

export type Lock = {
  /** Remembers who must be gone before the next holder starts, should we be killed. */
  setChildren(pids: number[]): void;
  release(): void;
};

/** How long children of a killed supervisor may take to leave by themselves. */
const ORPHAN_GRACE_MS = 10_000;

/**
 * Takes the file for this process. A holder that was killed does not hold it any more: its
 * remaining children are outlasted first.
 * @returns the pid of the living holder when it is taken.
 */
export async function takeLock(file: string): Promise<Lock | { heldBy: number }> {
  mkdirSync(path.dirname(file), { recursive: true });
  const us: Holder = { ...markProcess(process.pid), children: [] };
  const draft = `${file}.${process.pid}`;
  for (;;) {
    writeJson(draft, us);
    if (tryLink(draft, file)) break;
    const holder = readJson<Holder>(file);
    if (holder && isRunning(holder)) {
      rmSync(draft, { force: true });
      return { heldBy: holder.pid };
    }
    if (holder) {
      await outlast(holder.children, ORPHAN_GRACE_MS);
      removeStale(file, holder);
    }
  }
  rmSync(draft, { force: true });
  return {
    setChildren: (pids) => writeJson(file, { ...us, children: pids.map(markProcess) }),
    release: () => rmSync(file, { force: true }),
  };
}

/** @see takeLock; waits for a living holder instead. */
export async function waitForLock(file: string): Promise<Lock> {
  for (;;) {
    const lock = await takeLock(file);
    if (!("heldBy" in lock)) return lock;
    await sleep(500);
  }
}

/** A hard link appears with its content, and only one of several can make it. */
function tryLink(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/** Between our look and our move somebody may have taken it: then it is put back. */
function removeStale(file: string, stale: Holder): void {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return; // another one removed it first
  }
  const moved = readJson<Holder>(aside);
  if (moved && (moved.pid !== stale.pid || moved.startedAt !== stale.startedAt)) {
    tryLink(aside, file);
  }
  rmSync(aside, { force: true });
}
