import { readlinkSync } from "node:fs";
import { hostname } from "node:os";

/**
 * Names the space in which process ids mean something: two containers may share a host name, but
 * not a process-id namespace.
 */
export function machineName(): string {
  try {
    return `${hostname()} ${readlinkSync("/proc/self/ns/pid")}`;
  } catch {
    return hostname();
  }
}

// A process id comes back, in a container nearly always: only these are this process's workers.
const ownWorkers = new Set<string>();

export function registerOwnWorker(workerId: string): void {
  ownWorkers.add(workerId);
}

/** Whether a worker of this machine still has its process. */
export function isWorkerAlive({ id, pid }: { id: string; pid: number }): boolean {
  return pid === process.pid ? ownWorkers.has(id) : isProcessAlive(pid);
}

/** Whether a process of this machine exists, whoever's it is. */
export function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
