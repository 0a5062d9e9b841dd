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

/** Whether a process of this machine exists, whoever's it is. */
export function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
