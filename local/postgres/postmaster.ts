import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";

export type Postmaster = { pid: number; port: number; isReady: boolean };

/**
 * Reads `postmaster.pid`, PostgreSQL's note about the server that holds this folder.
 * @returns null when no server holds it.
 * @see https://www.postgresql.org/docs/18/storage-file-layout.html (line 1 pid, 4 port, 8 status)
 */
export function readPostmaster(folder: string): Postmaster | null {
  try {
    const lines = readFileSync(path.join(folder, "postmaster.pid"), "utf8").split("\n");
    const pid = Number(lines[0]);
    if (!Number.isInteger(pid) || pid <= 0) return null;
    return { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === "ready" };
  } catch {
    return null;
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/**
 * Whether `pid` is the server of this very folder: after a reboot the number may be anybody's,
 * in a container even our own.
 */
export function isPostmasterOf(folder: string, pid: number): boolean {
  if (!isAlive(pid)) return false;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(folder);
  } catch {
    const answer = spawnSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], {
      encoding: "utf8",
    });
    return answer.status !== 0 || answer.stdout.includes(folder);
  }
}
