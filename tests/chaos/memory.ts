import { readFileSync } from "node:fs";

const LOOK_EVERY_MS = 25;

/** Looks at a process from now on. @returns MiB that it had at its peak above what it had first. */
export function watchMemory(pid: number) {
  const idle = residentMebibytes(pid);
  let peak = idle;
  const timer = setInterval(() => {
    peak = Math.max(peak, residentMebibytes(pid));
  }, LOOK_EVERY_MS);
  return {
    stop(): number {
      clearInterval(timer);
      return peak - idle;
    },
  };
}

/** All that lies in memory, mapped files included (proc(5), VmRSS). @returns 0 once it has ended. */
function residentMebibytes(pid: number): number {
  try {
    const [, kibibytes = 0] =
      /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return Number(kibibytes) / 1024;
  } catch {
    return 0;
  }
}
