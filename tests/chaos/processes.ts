import { readdirSync, readFileSync } from "node:fs";

type Found = { pid: number; parent: number; command: string };

/** Every process of this machine that we may look at (Linux: proc(5)). */
function listProcesses(): Found[] {
  return readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const command = readFileSync(`/proc/${name}/cmdline`, "utf8").replaceAll("\0", " ");
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
      return [{ pid: Number(name), parent, command }];
    } catch {
      return []; // it ended while we looked
    }
  });
}

/** The children of a process, theirs, and so on. */
export function listDescendants(pid: number): Found[] {
  const all = listProcesses();
  const grow = (parents: number[]): Found[] => {
    const children = all.filter(({ parent }) => parents.includes(parent));
    return children.length === 0 ? [] : [...children, ...grow(children.map((child) => child.pid))];
  };
  return grow([pid]);
}

/** Who runs in this folder or talks of it, wherever its parent is now. */
export function listProcessesOf(dataDir: string): Found[] {
  return listProcesses().filter(({ pid, command }) => {
    if (pid === process.pid) return false;
    if (command.includes(dataDir)) return true;
    try {
      return readFileSync(`/proc/${pid}/environ`, "utf8").includes(`T2M_DATA_DIR=${dataDir}`);
    } catch {
      return false;
    }
  });
}
